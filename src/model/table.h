// A table of values, as it travels between programs and stands in content.
// Here: Cell, Column, Table and their JSON.  Not here: comparing tables (engine/compare), drawing them (ui/kit).
// Terms: a Column's type is as SQL spells it ("date", "varchar(20)", "numeric(10,2)"), empty when unknown.
// Errors: bad_input with a path.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/json.h"

namespace loopready::model {

// NULL, true/false, whole number, real number, text. Dates and timestamps are ISO text.
using Cell = std::variant<std::monostate, bool, std::int64_t, double, std::string>;
using Row = std::vector<Cell>;

struct Column {
  std::string name;
  std::string type;
};

struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows;    // each as wide as columns
  std::int64_t n_rows = 0;  // true count, also when rows were cut
  bool cut = false;
};

base::Json to_json(const Cell& cell);
base::Json to_json(const Table& table);
base::Result<Cell> cell_from_json(const base::Json& json, const std::string& where);
base::Result<Row> row_from_json(const base::Json& json, std::size_t n_columns, const std::string& where);
base::Result<Table> table_from_json(const base::Json& json, const std::string& where);

// What a reader sees: "NULL", "true", "40", "12.5", the text itself.
std::string display(const Cell& cell);

enum class TypeClass { unknown, text, integer, number, date, timestamp, boolean };
// "bigint" -> integer, "numeric(10,2)" -> number, "varchar(20)" -> text ...; any letter case.
TypeClass type_class(std::string_view sql_type);

}  // namespace loopready::model
