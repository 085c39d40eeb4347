// Cells on their way into SQLite and out of it.
// Here: quoting names, storage types, one spelling for dates and booleans, reading and binding one cell.
// Not here: statements (database.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/table.h"

struct sqlite3_stmt;

namespace loopready::sql {

std::string quoted_name(std::string_view name);  // "name" with quotes doubled
std::string quoted_text(std::string_view text);  // 'text' with quotes doubled

// How SQLite shall store a column of this type: " TEXT", " REAL" ..., empty for an unknown type. Declared numeric would
// turn 2.0 into the integer 2 and make divisions truncate.
std::string storage_type(std::string_view declared);

// "2024-01-31T10:00" -> "2024-01-31 10:00:00" in a timestamp column, true -> 1 in a boolean one; else unchanged.
model::Cell in_one_spelling(const model::Cell& cell, model::TypeClass type);

void bind_cell(sqlite3_stmt* statement, int parameter, const model::Cell& cell);
// Adds the cell's size to `bytes`; texts beyond max_bytes are cut and end in an ellipsis.
model::Cell read_cell(sqlite3_stmt* statement, int column, std::int64_t max_bytes, std::int64_t& bytes);
std::string column_text(sqlite3_stmt* statement, int column);

}  // namespace loopready::sql
