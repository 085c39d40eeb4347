#include "sql/arguments.h"

#include "sql/budget.h"

namespace loopready::sql {

std::string_view text_of(Value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return text == nullptr ? std::string_view{}
                         : std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

Surroundings& surroundings_of(Context* context) { return *static_cast<Surroundings*>(sqlite3_user_data(context)); }

void give(Context* context, std::string_view text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}
void give(Context* context, std::int64_t whole) { sqlite3_result_int64(context, whole); }
void give_number(Context* context, double number) { sqlite3_result_double(context, number); }
void give_flag(Context* context, bool flag) { sqlite3_result_int(context, flag ? 1 : 0); }

void refuse(Context* context, const std::string& sentence, std::int64_t typed_at) {
  const std::string text = typed_at < 0 ? sentence : "@" + std::to_string(typed_at) + " " + sentence;
  sqlite3_result_error(context, text.data(), static_cast<int>(text.size()));
}

bool null_with_null(Context* context, int n, Value** values) {
  for (int i = 0; i < n; ++i)
    if (is_null(values[i])) {
      give_null(context);
      return true;
    }
  return false;
}

bool spend(Context* context, std::int64_t steps) {
  Budget* budget = surroundings_of(context).budget;
  if (budget == nullptr || budget->spend(steps)) return true;
  sqlite3_result_error_code(context, SQLITE_INTERRUPT);
  return false;
}

bool fits(Context* context, std::int64_t bytes) {
  constexpr std::int64_t kMaxBytes = 1'000'000;
  if (bytes <= kMaxBytes) return true;
  sqlite3_result_error_toobig(context);
  return false;
}

void add_function(sqlite3* db, const char* name, int n_arguments, Function function, Surroundings* surroundings) {
  sqlite3_create_function_v2(db, name, n_arguments, kDeterministic, surroundings, function, nullptr, nullptr, nullptr);
}

void add_changing_function(sqlite3* db, const char* name, int n_arguments, Function function,
                           Surroundings* surroundings) {
  sqlite3_create_function_v2(db, name, n_arguments, SQLITE_UTF8 | SQLITE_INNOCUOUS, surroundings, function, nullptr,
                             nullptr, nullptr);
}

}  // namespace loopready::sql
