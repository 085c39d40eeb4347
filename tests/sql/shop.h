// A small shop for SQL tests, and running a query over it.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/json.h"
#include "base/text.h"
#include "model/run.h"
#include "sql/database.h"
#include "sql/functions.h"
#include "sql/query.h"

namespace loopready::shop {

inline const char* const kTables = R"json({
"orders": {"columns": [{"name": "order_id", "type": "int"}, {"name": "user_id", "type": "int"}, {"name": "order_ts", "type": "timestamp"},
  {"name": "order_date", "type": "date"}, {"name": "amount", "type": "numeric(10,2)"}, {"name": "is_prime", "type": "boolean"},
  {"name": "city", "type": "varchar(20)"}],
 "rows": [[1, 1, "2024-01-31 10:00:00", "2024-01-31", 10, true, "Seattle"],
          [2, 1, "2024-02-15T08:30", "2024-02-15", 25.5, false, "boston"],
          [3, 2, "2024-03-01 00:00:00", "2024-03-01", null, true, null]]},
"users": {"columns": [{"name": "user_id", "type": "int"}, {"name": "signup_date", "type": "date"}],
 "rows": [[1, "2024-01-01"], [2, "2024-01-31"]]}})json";

inline model::RunResult run(const std::string& sql, model::Dialect dialect = model::Dialect::redshift,
                            sql::Limits limits = {}) {
  sql::Surroundings surroundings;
  surroundings.today = "2024-03-01";
  auto database = sql::Database::open(
      limits, dialect == model::Dialect::redshift ? sql::redshift_functions : sql::no_functions, surroundings);
  REQUIRE(database.ok());
  auto tables = base::parse_json(kTables, "tables");
  REQUIRE(tables.ok());
  for (const auto& [name, json] : tables.value().items()) {
    auto table = model::table_from_json(json, name);
    REQUIRE(table.ok());
    REQUIRE(database.value()->add_table(name, table.value(), name).ok());
  }
  database.value()->renew(limits);
  return sql::run_query(*database.value(), sql, dialect, false);
}

// "1,a|2,b": cells joined by commas, rows by bars; or "error: ..." or "stopped: ...".
inline std::string rows(const model::RunResult& result) {
  if (result.sql_error) return "error: " + result.sql_error->text;
  if (!result.table) return std::string("stopped: ") + model::stopped_name(result.stopped);
  std::string text;
  for (std::size_t r = 0; r < result.table->rows.size(); ++r) {
    text += r > 0 ? "|" : "";
    for (std::size_t c = 0; c < result.table->rows[r].size(); ++c) {
      const model::Cell& cell = result.table->rows[r][c];
      const auto* real = std::get_if<double>(&cell);
      text += (c > 0 ? "," : "") + (real != nullptr ? base::to_text(base::Json(*real)) : model::display(cell));
    }
  }
  return text;
}

struct Case {
  const char* sql;
  const char* rows;
};

inline void check_all(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    CAPTURE(std::string(one.sql));
    CHECK(rows(run(one.sql)) == std::string(one.rows));
  }
}

}  // namespace loopready::shop
