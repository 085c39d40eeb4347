// The kind "run": one query over tables given with it.
// Here: run_sql, opening a database for a request.  Not here: judging the result (grade_sql.h).
// Errors: bad_input when the tables or setup statements can't be made; a learner's mistakes stand in the result.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/run.h"
#include "sql/database.h"

namespace loopready::engine {

using NamedTables = std::vector<std::pair<std::string, model::Table>>;

base::Result<model::RunResult> run_sql(const model::RunRequest& request);

// A database with Redshift's functions, holding these tables; `today` is what CURRENT_DATE says ("" = the machine's
// day).
base::Result<std::unique_ptr<sql::Database>> filled_database(const NamedTables& tables, const std::string& today,
                                                             const sql::Limits& limits, model::Dialect dialect);

}  // namespace loopready::engine
