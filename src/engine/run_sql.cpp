#include "engine/run_sql.h"

#include <algorithm>
#include <chrono>

#include "base/date.h"
#include "sql/functions.h"
#include "sql/query.h"

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

std::string machine_day() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return base::format_date(base::civil_date(std::chrono::duration_cast<std::chrono::hours>(since_1970).count() / 24));
}

}  // namespace

Result<std::unique_ptr<sql::Database>> filled_database(const NamedTables& tables, const std::string& today,
                                                       const sql::Limits& limits, model::Dialect dialect) {
  if (!today.empty() && !base::parse_date(today))
    return Error{ErrorKind::bad_input, "body/today", "\"" + today + "\" is not a date (YYYY-MM-DD)."};
  sql::Surroundings surroundings;
  surroundings.today = today.empty() ? machine_day() : today;
  LR_TRY(auto database,
         sql::Database::open(limits, dialect == model::Dialect::redshift ? sql::redshift_functions : sql::no_functions,
                             surroundings));
  for (const auto& [name, table] : tables) {
    LR_TRY([[maybe_unused]] auto added, database->add_table(name, table, "body/tables/" + name));
  }
  return database;
}

Result<model::RunResult> run_sql(const model::RunRequest& request) {
  sql::Limits limits;
  limits.max_rows = std::clamp<std::int64_t>(request.max_rows, 0, 10'000);
  if (request.budget_steps > 0) limits.steps = std::min(request.budget_steps, limits.steps * 10);
  LR_TRY(auto database, filled_database({}, request.today, limits, request.dialect));
  for (std::size_t i = 0; i < request.setup.size(); ++i) {
    LR_TRY([[maybe_unused]] auto done, database->run_setup(request.setup[i], "body/setup/" + std::to_string(i), request.dialect));
  }
  for (const auto& [name, table] : request.tables) {
    LR_TRY([[maybe_unused]] auto added, database->add_table(name, table, "body/tables/" + name));
  }
  database->renew(limits);
  return sql::run_query(*database, request.sql, request.dialect, /*with_plan=*/true);
}

}  // namespace loopready::engine
