// Runs what a learner typed: checks the bytes, cuts statements, translates, runs each, and says what came of it.
// Here: run_query.  Not here: filling the database (database.h), judging the result (engine).
#pragma once

#include <string>

#include "base/result.h"
#include "model/run.h"
#include "sql/database.h"
#include "sql/token.h"

namespace loopready::sql {

// `with_plan` adds the query plan in plain words. Nothing is thrown away but rows beyond the limits.
model::RunResult run_query(Database& database, const std::string& text, model::Dialect dialect, bool with_plan);

// Gives result columns their types: what the translation knows, else what the table declared; 0 and 1 become booleans.
void type_columns(model::Table& table, const std::vector<std::string>& types);

}  // namespace loopready::sql
