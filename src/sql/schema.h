// The tables a query may read, with the types their columns were declared with.
// Here: Schema.  Not here: rows (model/table.h), what SQLite was told (database.cpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/table.h"

namespace loopready::sql {

struct SchemaTable {
  std::string name;
  std::vector<model::Column> columns;
  std::vector<std::string> key;  // columns of PRIMARY KEY, empty: not known
};

struct Schema {
  std::vector<SchemaTable> tables;
};

// Letter case of names does not matter; null when there is none.
const SchemaTable* find_table(const Schema& schema, std::string_view name);
const model::Column* find_column(const SchemaTable& table, std::string_view name);

}  // namespace loopready::sql
