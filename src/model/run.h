// Asking the engine to run one query, and what comes back.
// Here: RunRequest, RunResult and their JSON (message kind "run").  Not here: grading (verdict.h), the envelope (message.h).
// Terms: steps are SQLite virtual machine instructions, counted in thousands' precision; line and column start at 1 and
// count characters of what the learner typed.
// Errors: bad_input with a path.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "model/table.h"

namespace loopready::model {

enum class Dialect { redshift, sqlite };

struct RunRequest {
  std::string sql;
  Dialect dialect = Dialect::redshift;
  std::vector<std::string> setup;                      // trusted statements, run first
  std::vector<std::pair<std::string, Table>> tables;   // created and filled after setup
  std::string today;                                   // "YYYY-MM-DD"; empty: the machine's date
  std::int64_t max_rows = 1'000;
  std::int64_t budget_steps = 0;                       // 0: the engine's own limit
};

struct SqlError {
  std::string text;  // a whole sentence
  int line = 0;      // 0: no place known
  int column = 0;
  std::string hint;  // what to try, may be empty
};

// A construct of the query that plain SQLite would read otherwise, or not at all.
struct Difference {
  std::string what;  // "NULLs in ORDER BY"
  std::string why;   // one sentence
};

enum class Stopped { no, steps, time, memory, rows };

struct Cost {
  std::int64_t steps = 0;
  double ms = 0;
};

struct RunResult {
  std::optional<Table> table;
  std::optional<SqlError> sql_error;
  Stopped stopped = Stopped::no;
  std::string sqlite_sql;         // what was run after translation
  std::vector<std::string> plan;  // one line a step of the query plan
  std::vector<std::string> notes; // worth a word: "2 statements; the last one's result is shown"
  std::vector<Difference> differs;  // what was rewritten for SQLite, each once
  Cost cost;
};

const char* stopped_name(Stopped stopped);      // "no", "steps", ...
std::string stopped_sentence(Stopped stopped);  // for the learner; empty for no

base::Json to_json(const RunRequest& request);
base::Result<RunRequest> run_request_from_json(const base::Json& json, const std::string& where);
base::Json to_json(const SqlError& error);
base::Result<SqlError> sql_error_from_json(const base::Json& json, const std::string& where);
base::Json to_json(const RunResult& result);
base::Result<RunResult> run_result_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
