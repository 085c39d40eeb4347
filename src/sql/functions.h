// Redshift's functions, given to a SQLite connection.
// Here: Surroundings, registering every family.  Not here: the families (functions_date.cpp, functions_text.cpp,
// functions_number.cpp), the calls that rewritten SQL makes of them (rewrite.h).
// Terms: functions named lr_... are called by rewritten SQL only; the others are what a learner types.
// Errors: a function refuses with a whole sentence; "@123 ..." in front says at which byte of the learner's text.
#pragma once

#include <cstdint>
#include <string>

struct sqlite3;

namespace loopready::sql {

class Budget;

// What functions may know of the world outside the query.
struct Surroundings {
  std::string today;         // "YYYY-MM-DD", empty: the machine's day
  Budget* budget = nullptr;  // polled by functions that may take long
  std::int64_t kept_bytes = 0;  // what aggregates of ours hold at the moment
};

void redshift_functions(sqlite3* db, Surroundings* surroundings);
void no_functions(sqlite3* db, Surroundings* surroundings);

// The families; each adds its own.
void register_date_functions(sqlite3* db, Surroundings* surroundings);
void register_interval_functions(sqlite3* db, Surroundings* surroundings);
void register_zone_functions(sqlite3* db, Surroundings* surroundings);
void register_text_functions(sqlite3* db, Surroundings* surroundings);
void register_code_functions(sqlite3* db, Surroundings* surroundings);
void register_number_functions(sqlite3* db, Surroundings* surroundings);
void register_array_functions(sqlite3* db, Surroundings* surroundings);
void register_list_functions(sqlite3* db, Surroundings* surroundings);
void register_regex_functions(sqlite3* db, Surroundings* surroundings);
void register_row_functions(sqlite3* db, Surroundings* surroundings);
void register_window_functions(sqlite3* db, Surroundings* surroundings);
void register_statistics_functions(sqlite3* db, Surroundings* surroundings);
void register_quantified_functions(sqlite3* db, Surroundings* surroundings);

}  // namespace loopready::sql
