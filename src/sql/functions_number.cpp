// Numbers: casts, rounding as numeric does it, division, and the functions SQLite lacks or does otherwise.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "base/text.h"
#include "sql/arguments.h"
#include "sql/decimal.h"
#include "sql/from_text.h"

namespace loopready::sql {
namespace {

std::string shown(Value* value) { return "'" + std::string(text_of(value).substr(0, 40)) + "'"; }

// The whole text as a number; nothing when it is none.
std::optional<double> read_number(std::string_view text) {
  const std::string trimmed(base::trim(text));
  if (trimmed.empty() || trimmed.find_first_not_of("+-.0123456789eE") != std::string::npos) return {};
  char* end = nullptr;
  const double value = std::strtod(trimmed.c_str(), &end);
  return *end == '\0' && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> number_argument(Context* context, Value* value, std::int64_t typed_at = -1) {
  if (!is_text(value)) return number_of(value);
  const auto number = read_number(text_of(value));
  if (!number) refuse(context, shown(value) + " is not a number", typed_at);
  return number;
}

// lr_integer(x, place)
void to_integer(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (sqlite3_value_type(values[0]) == SQLITE_INTEGER) return give(context, whole_of(values[0]));
  const std::int64_t place = whole_of(values[1]);
  const auto number = number_argument(context, values[0], place);
  if (!number) return;
  if (is_text(values[0]) && text_of(values[0]).find_first_of(".eE") != std::string_view::npos)
    return refuse(context, shown(values[0]) + " is not a whole number; cast it to numeric first", place);
  const double rounded = rounded_to(*number, 0);
  if (!(std::fabs(rounded) < 9.2e18)) return refuse(context, "This number is too large for an integer", place);
  give(context, static_cast<std::int64_t>(rounded));
}

// lr_number(x, precision, scale, place); both -1: as it is.
void to_number(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto number = number_argument(context, values[0], whole_of(values[3]));
  if (!number) return;
  const auto precision = static_cast<int>(whole_of(values[1])), scale = static_cast<int>(whole_of(values[2]));
  if (scale < 0) return give_number(context, *number);
  const double rounded = rounded_to(*number, scale);
  if (std::fabs(rounded) >= std::pow(10.0, precision - scale))
    return refuse(context, base::shortest(*number) + " does not fit numeric(" + std::to_string(precision) + "," +
                               std::to_string(scale) + ")", whole_of(values[3]));
  give_number(context, rounded);
}

// lr_boolean(x, place)
void to_boolean(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (!is_text(values[0])) return give_flag(context, number_of(values[0]) != 0);
  const std::string word = base::to_lower(base::trim(text_of(values[0])));
  for (const char* yes : {"true", "t", "yes", "y", "on", "1"})
    if (word == yes) return give_flag(context, true);
  for (const char* no : {"false", "f", "no", "n", "off", "0"})
    if (word == no) return give_flag(context, false);
  refuse(context, shown(values[0]) + " is neither true nor false", whole_of(values[1]));
}

// The divisor itself, refused when it is zero. lr_divisor(b, place); lr_real_divisor gives a real.
void divisor(Context* context, int, Value** values) {
  if (is_null(values[0])) return give_null(context);
  if (number_of(values[0]) == 0)
    return refuse(context, "Division by zero: put NULLIF(..., 0) around the divisor", whole_of(values[1]));
  sqlite3_result_value(context, values[0]);
}
void real_divisor(Context* context, int, Value** values) {
  if (is_null(values[0])) return give_null(context);
  if (number_of(values[0]) == 0)
    return refuse(context, "Division by zero: put NULLIF(..., 0) around the divisor", whole_of(values[1]));
  give_number(context, number_of(values[0]));
}

void round_number(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto number = number_argument(context, values[0]);
  if (!number) return;
  const std::int64_t digits = n > 1 ? whole_of(values[1]) : 0;
  give_number(context, rounded_to(*number, static_cast<int>(digits < -30 ? -30 : digits > 30 ? 30 : digits)));
}

void trunc_number(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (is_text(values[0]) && !read_number(text_of(values[0]))) {  // trunc(timestamp) is its date
    give(context, text_of(values[0]).substr(0, 10));
    return;
  }
  const std::int64_t digits = n > 1 ? whole_of(values[1]) : 0;
  give_number(context, cut_to(number_of(values[0]), static_cast<int>(digits < -30 ? -30 : digits > 30 ? 30 : digits)));
}

// SQLite compares any two values; here NULLs are left out, as in PostgreSQL.
void extreme(Context* context, int n, Value** values, int sign) {
  Value* best = nullptr;
  for (int i = 0; i < n; ++i) {
    if (is_null(values[i])) continue;
    if (best == nullptr) {
      best = values[i];
      continue;
    }
    const bool texts = is_text(values[i]) && is_text(best);
    const double difference = texts ? (text_of(values[i]) < text_of(best)    ? -1
                                       : text_of(values[i]) == text_of(best) ? 0
                                                                             : 1)
                                    : number_of(values[i]) - number_of(best);
    if (sign * difference > 0) best = values[i];
  }
  if (best == nullptr) give_null(context);
  else sqlite3_result_value(context, best);
}
void greatest(Context* context, int n, Value** values) { extreme(context, n, values, 1); }
void least(Context* context, int n, Value** values) { extreme(context, n, values, -1); }

void first_not_null(Context* context, int n, Value** values) {
  for (int i = 0; i < n; ++i)
    if (!is_null(values[i])) return sqlite3_result_value(context, values[i]);
  give_null(context);
}

void nvl2(Context* context, int, Value** values) {
  sqlite3_result_value(context, is_null(values[0]) ? values[2] : values[1]);
}

// decode(x, a, result, b, result, ..., otherwise): NULL equals NULL.
void decode(Context* context, int n, Value** values) {
  if (n < 3) return refuse(context, "DECODE needs at least three arguments");
  for (int i = 1; i + 1 < n; i += 2) {
    const bool nulls = is_null(values[0]) && is_null(values[i]);
    const bool equal = !is_null(values[0]) && !is_null(values[i]) &&
                       (is_text(values[0]) || is_text(values[i]) ? text_of(values[0]) == text_of(values[i])
                                                                 : number_of(values[0]) == number_of(values[i]));
    if (nulls || equal) return sqlite3_result_value(context, values[i + 1]);
  }
  if (n % 2 == 0) sqlite3_result_value(context, values[n - 1]);
  else give_null(context);
}

void power(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const double result = std::pow(number_of(values[0]), number_of(values[1]));
  if (!std::isfinite(result)) return refuse(context, "This power has no finite value");
  give_number(context, result);
}

void modulo(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (number_of(values[1]) == 0) return refuse(context, "Division by zero in MOD");
  const bool whole = sqlite3_value_type(values[0]) == SQLITE_INTEGER && sqlite3_value_type(values[1]) == SQLITE_INTEGER;
  if (whole && whole_of(values[1]) != -1) return give(context, whole_of(values[0]) % whole_of(values[1]));
  give_number(context, std::fmod(number_of(values[0]), number_of(values[1])));
}

// lr_modulo(a, b, place): % of numerics keeps the digits behind the point.
void numeric_modulo(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (number_of(values[1]) == 0)
    return refuse(context, "Division by zero: put NULLIF(..., 0) around the divisor", whole_of(values[2]));
  const double rest = std::fmod(number_of(values[0]), number_of(values[1]));
  if (std::isfinite(rest)) give_number(context, rounded_to(rest, 12));
  else give_null(context);
}

// lr_round_even(x): floats are rounded to the nearest even number where they lie between two.
void round_even(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) give_number(context, std::nearbyint(number_of(values[0])));
}

void whole_quotient(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (number_of(values[1]) == 0) return refuse(context, "Division by zero in DIV");
  const double quotient = std::trunc(number_of(values[0]) / number_of(values[1]));
  if (std::fabs(quotient) < 9e15) give(context, static_cast<std::int64_t>(quotient));
  else give_number(context, quotient);
}

void greatest_common_divisor(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  std::int64_t a = whole_of(values[0]), b = whole_of(values[1]);
  if (std::fabs(number_of(values[0])) > 9e18 || std::fabs(number_of(values[1])) > 9e18)
    return refuse(context, "These numbers are too large for GCD");
  while (b != 0) a = std::exchange(b, a % b);
  give(context, a < 0 ? -a : a);
}

void least_common_multiple(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::int64_t a = whole_of(values[0]), b = whole_of(values[1]);
  if (a == 0 || b == 0) return give(context, std::int64_t{0});
  if (std::fabs(number_of(values[0])) > 1e9 || std::fabs(number_of(values[1])) > 1e9)
    return refuse(context, "LCM takes numbers up to a thousand million here");
  std::int64_t x = a, y = b;
  while (y != 0) x = std::exchange(y, x % y);
  const std::int64_t multiple = a / x * b;
  give(context, multiple < 0 ? -multiple : multiple);
}

void factorial(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::int64_t of = whole_of(values[0]);
  if (of < 0 || of > 20) return refuse(context, "FACTORIAL takes numbers from 0 to 20 here");
  std::int64_t product = 1;
  for (std::int64_t i = 2; i <= of; ++i) product *= i;
  give(context, product);
}

// width_bucket(x, low, high, count): 0 below, count + 1 from high on. Source: SQL:2003 6.27.
void width_bucket(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const double x = number_of(values[0]), low = number_of(values[1]), high = number_of(values[2]);
  const std::int64_t count = whole_of(values[3]);
  if (count < 1 || count > 2'000'000'000 || low == high || !std::isfinite(high - low))
    return refuse(context, "WIDTH_BUCKET takes two different bounds and a count of at least 1");
  const bool up = low < high;
  if (up ? x < low : x > low) return give(context, std::int64_t{0});
  if (up ? x >= high : x <= high) return give(context, count + 1);
  give(context, static_cast<std::int64_t>(std::floor((x - low) / (high - low) * static_cast<double>(count))) + 1);
}

void to_number_by_pattern(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (const auto number = number_from_text(text_of(values[0]))) give_number(context, *number);
  else refuse(context, shown(values[0]) + " is not a number");
}

void cube_root(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) give_number(context, std::cbrt(number_of(values[0])));
}

}  // namespace

void register_number_functions(sqlite3* db, Surroundings* surroundings) {
  struct {
    const char* name;
    int n;
    Function function;
  } const functions[] = {{"lr_integer", 2, to_integer},
                         {"lr_number", 4, to_number},
                         {"lr_boolean", 2, to_boolean},
                         {"lr_divisor", 2, divisor},
                         {"lr_real_divisor", 2, real_divisor},
                         {"round", 1, round_number},
                         {"round", 2, round_number},
                         {"trunc", 1, trunc_number},
                         {"trunc", 2, trunc_number},
                         {"greatest", -1, greatest},
                         {"least", -1, least},
                         {"nvl", -1, first_not_null},
                         {"isnull", 2, first_not_null},
                         {"nvl2", 3, nvl2},
                         {"decode", -1, decode},
                         {"lr_power", 2, power},
                         {"power", 2, power},
                         {"pow", 2, power},
                         {"cbrt", 1, cube_root},
                         {"to_number", 2, to_number_by_pattern},
                         {"mod", 2, modulo},
                         {"lr_modulo", 3, numeric_modulo},
                         {"lr_round_even", 1, round_even},
                         {"div", 2, whole_quotient},
                         {"gcd", 2, greatest_common_divisor},
                         {"lcm", 2, least_common_multiple},
                         {"factorial", 1, factorial},
                         {"width_bucket", 4, width_bucket}};
  for (const auto& one : functions) add_function(db, one.name, one.n, one.function, surroundings);
}

}  // namespace loopready::sql
