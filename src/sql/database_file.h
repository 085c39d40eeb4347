// The tables of a SQLite file, read out under limits.
// Here: read_database_file.  Not here: running queries on them (database.h).
// Terms: at most n_most_rows rows a table and 100 tables; n_rows is the true count up to ten times as many, cut says that rows are missing.
// Columns of dates that SQLite declares so keep their type; other types are brought to integer, numeric or varchar.
// Errors: bad_input when the bytes are no SQLite database, or a damaged or encrypted one.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/table.h"

namespace loopready::sql {

using NamedTables = std::vector<std::pair<std::string, model::Table>>;

base::Result<NamedTables> read_database_file(const std::string& bytes, std::int64_t n_most_rows);

}  // namespace loopready::sql
