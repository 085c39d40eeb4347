// Functions of our own that stand in FROM, as tables of SQLite that need no CREATE.
// Here: add_table_function, RowSource.  Not here: any one function (functions_rows.cpp).
// A Source is made for each scan; it has start(values), next(), at_end() and column(context, i).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sql/arguments.h"

namespace loopready::sql {

class RowSource {
 public:
  virtual ~RowSource() = default;
  // A sentence when it can't; empty when all is well. Arguments that were left out are null pointers.
  virtual std::string start(const std::vector<Value*>& arguments) = 0;
  virtual void next() = 0;
  virtual bool at_end() const = 0;
  virtual void column(Context* context, int i) const = 0;
};

using MakeRowSource = std::unique_ptr<RowSource> (*)();

struct TableFunction {
  const char* name;
  const char* columns;  // "lr_each, lr_nth", then the arguments: ", lr_first hidden, lr_last hidden"
  int n_columns;        // without the arguments
  int n_arguments;
  MakeRowSource make;
};

// `function` must outlive the connection. Every row spends from the budget.
void add_table_function(sqlite3* db, const TableFunction& function, Surroundings* surroundings);

}  // namespace loopready::sql
