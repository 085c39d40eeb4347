// What must hold of a database's rows: keys, required values, references, conditions.
// Here: Constraints, where they come from, whether rows keep them.  Not here: making rows (generate.h).
// Terms: columns are numbered within their table, tables within the database; a condition is SQL over one table's columns.
// Errors: bad_input with a path for constraints that name what is not there.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "model/item.h"
#include "model/table.h"
#include "model/world.h"

namespace loopready::engine {

struct ConstrainedColumn {
  std::string name;
  std::string type;
  model::TypeClass type_class = model::TypeClass::unknown;
  bool nullable = true;
};

struct Reference {
  std::vector<std::size_t> columns;
  std::size_t table = 0;
  std::vector<std::size_t> to;
};

struct ConstrainedTable {
  std::string name;
  std::vector<ConstrainedColumn> columns;
  std::vector<std::vector<std::size_t>> unique;  // sets of columns whose values together occur once, NULLs aside
  std::vector<Reference> references;
  std::vector<std::string> conditions;
};

// Tables in an order in which those referred to come first, where there is one.
struct Constraints {
  std::vector<ConstrainedTable> tables;
};

using TableRows = std::vector<model::Row>;
using DatabaseRows = std::vector<TableRows>;  // by table

Constraints constraints_of(const model::World& world, const model::Item& item);

// {"orders": {"order_id": "int", "note": null}} and [{"primary":[{"table","column"}]}, {"unique":[..]}, {"not_null":[..]},
// {"foreign":[{child},{parent}]}, {"check":{"table","sql"}}]
base::Result<Constraints> constraints_from_json(const base::Json& schema, const base::Json& constraints);

// Whether keys, required values and references hold. Conditions are SQL's to judge.
bool holds(const Constraints& constraints, const DatabaseRows& rows);

std::size_t count_rows(const DatabaseRows& rows);
// An empty table of these columns, as the sql room takes it.
std::vector<std::pair<std::string, model::Table>> empty_tables(const Constraints& constraints);

}  // namespace loopready::engine
