// SQLite's function arguments and results in C++ types.
// Here: reading arguments, giving results, registering, refusing.  Not here: any one function (functions_*.cpp).
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sql/functions.h"

namespace loopready::sql {

using Context = sqlite3_context;
using Value = sqlite3_value;

constexpr int kDeterministic = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

inline bool is_null(Value* value) { return sqlite3_value_type(value) == SQLITE_NULL; }
inline bool is_text(Value* value) { return sqlite3_value_type(value) == SQLITE_TEXT; }
std::string_view text_of(Value* value);  // numbers are turned into text; lives as long as the value
inline double number_of(Value* value) { return sqlite3_value_double(value); }
inline std::int64_t whole_of(Value* value) { return sqlite3_value_int64(value); }
Surroundings& surroundings_of(Context* context);

void give(Context* context, std::string_view text);
void give(Context* context, std::int64_t whole);
void give_number(Context* context, double number);  // a whole result stays a real
void give_flag(Context* context, bool flag);
inline void give_null(Context* context) { sqlite3_result_null(context); }

// Ends the query with this sentence; `typed_at` is the byte of the learner's text, negative when unknown.
void refuse(Context* context, const std::string& sentence, std::int64_t typed_at = -1);

// True, with NULL given, when any argument is NULL.
bool null_with_null(Context* context, int n, Value** values);

// Polls the budget; false, with the query ended, when it ran out.
bool spend(Context* context, std::int64_t steps);
// False, with the query ended, when a text of this many bytes would be too long.
bool fits(Context* context, std::int64_t bytes);

using Function = void (*)(Context* context, int n, Value** values);
void add_function(sqlite3* db, const char* name, int n_arguments, Function function, Surroundings* surroundings);
void add_changing_function(sqlite3* db, const char* name, int n_arguments, Function function,
                           Surroundings* surroundings);

}  // namespace loopready::sql
