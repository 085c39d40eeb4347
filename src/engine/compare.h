// Compares a result with the expected one, as the item's contract says.
// Here: compare, equal_cells.  Not here: running queries or wording the verdict (grade_sql.h).
// Terms: rows are a bag unless the contract orders them; columns go by name, their case and position do not matter;
// numbers are equal within the contract's tolerance plus 1e-6 of their size plus 1e-9, whole numbers exactly; dates are
// instants.
#pragma once

#include <string>
#include <vector>

#include "model/item.h"
#include "model/table.h"
#include "model/verdict.h"

namespace loopready::engine {

struct Comparison {
  bool equal = false;
  model::Diff diff;                     // rows in the contract's columns
  std::vector<std::string> forgiven;    // whole sentences
  bool columns_wrong = false;
  bool only_names_wrong = false;        // every value fits by position, but a column has another name
  std::vector<std::string> wrong_names;  // the names found in place of diff.missing_columns, when only_names_wrong
};

// `expected` has the contract's columns in the contract's order (see in_contract_order).
Comparison compare(const model::Table& got, const model::Table& expected, const model::Contract& contract);

bool equal_cells(const model::Cell& a, const model::Cell& b, model::TypeClass type, double tolerance);

// The answer's result with the contract's columns, in its order and spelling. Errors: bad_input naming a missing
// column.
base::Result<model::Table> in_contract_order(const model::Table& table, const model::Contract& contract);

// "days", "gms desc": the column and whether it goes down.
struct OrderTerm {
  std::size_t column = 0;
  bool descending = false;
};
// Errors: bad_input when a term names no column of the contract.
base::Result<std::vector<OrderTerm>> order_terms(const model::Contract& contract);

}  // namespace loopready::engine
