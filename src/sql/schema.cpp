#include "sql/schema.h"

#include "base/text.h"

namespace loopready::sql {

const SchemaTable* find_table(const Schema& schema, std::string_view name) {
  for (const SchemaTable& table : schema.tables)
    if (base::equal_ignoring_case(table.name, name)) return &table;
  return nullptr;
}

const model::Column* find_column(const SchemaTable& table, std::string_view name) {
  for (const model::Column& column : table.columns)
    if (base::equal_ignoring_case(column.name, name)) return &column;
  return nullptr;
}

}  // namespace loopready::sql
