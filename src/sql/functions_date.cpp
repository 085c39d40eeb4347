// Dates, timestamps and intervals: what Redshift's functions and operators do with them.
#include <cmath>

#include "base/date.h"
#include "base/text.h"
#include "sql/arguments.h"
#include "sql/moment.h"
#include "sql/names.h"

namespace loopready::sql {
namespace {

void refuse_date(Context* context, std::string_view text, std::int64_t typed_at = -1) {
  refuse(context,
         "'" + std::string(text.substr(0, 40)) + "' is not a date or timestamp (YYYY-MM-DD, perhaps with HH:MM:SS)",
         typed_at);
}

void refuse_range(Context* context) { refuse(context, "This date lies outside the years 1 to 9999"); }

std::optional<Moment> moment_argument(Context* context, Value* value, std::int64_t typed_at = -1) {
  const std::string_view text = text_of(value);
  const auto moment = is_text(value) ? read_moment(text) : std::nullopt;
  if (!moment) refuse_date(context, text, typed_at);
  return moment;
}

std::optional<DatePart> part_argument(Context* context, Value* value) {
  const std::string_view text = text_of(value);
  const auto part = date_part_named(text);
  if (!part)
    refuse(context, "'" + std::string(text.substr(0, 40)) + "' is not a date part such as day, week, month or year");
  return part;
}

void give_moment(Context* context, std::optional<std::int64_t> us, bool has_time) {
  if (!us || !in_years(*us)) return refuse_range(context);
  give(context, moment_text({*us, has_time}));
}

void date_trunc(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto part = part_argument(context, values[0]);
  const auto moment = part ? moment_argument(context, values[1]) : std::nullopt;
  if (moment) give_moment(context, truncated(moment->us, *part), true);
}

void dateadd(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto part = part_argument(context, values[0]);
  const auto moment = part ? moment_argument(context, values[2]) : std::nullopt;
  if (moment) give_moment(context, moved(moment->us, *part, whole_of(values[1])), true);
}

void datediff(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto part = part_argument(context, values[0]);
  const auto from = part ? moment_argument(context, values[1]) : std::nullopt;
  const auto to = from ? moment_argument(context, values[2]) : std::nullopt;
  if (to) give(context, boundaries_crossed(from->us, to->us, *part));
}

void date_part(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto part = part_argument(context, values[0]);
  if (!part) return;
  const std::string_view text = text_of(values[1]);
  double result = 0;
  if (const auto moment = read_moment(text)) result = part_of(moment->us, *part);
  else if (const auto interval = read_interval(text); interval && is_text(values[1]))
    result = part_of(*interval, *part);
  else return refuse_date(context, text);
  if (std::floor(result) == result && std::fabs(result) < 1e15) give(context, static_cast<std::int64_t>(result));
  else give_number(context, result);
}

void to_date(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (const auto moment = moment_argument(context, values[0])) give(context, moment_text({moment->us, false}));
}

void to_timestamp(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (const auto moment = moment_argument(context, values[0])) give(context, moment_text({moment->us, true}));
}

// lr_date(x, place) and lr_timestamp(x, place): casts.
void cast_date(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (const auto moment = moment_argument(context, values[0], whole_of(values[1])))
    give(context, moment_text({moment->us, false}));
}
void cast_timestamp(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (const auto moment = moment_argument(context, values[0], whole_of(values[1])))
    give(context, moment_text({moment->us, true}));
}

// The instant a date or timestamp stands for, so that both compare; other values as they are.
void instant(Context* context, int, Value** values) {
  const auto moment = is_text(values[0]) ? read_moment(text_of(values[0])) : std::nullopt;
  if (moment) give(context, moment_text({moment->us, true}));
  else sqlite3_result_value(context, values[0]);
}

void to_interval(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (const auto interval = read_interval(text_of(values[0]))) return give(context, interval_text(*interval));
  refuse(context, "'" + std::string(text_of(values[0]).substr(0, 40)) + "' is not an interval such as '30 days'");
}

void interval_key(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (const auto interval = read_interval(text_of(values[0]))) return give_number(context, interval_seconds(*interval));
  refuse(context, "'" + std::string(text_of(values[0]).substr(0, 40)) + "' is not an interval such as '30 days'");
}

void interval_times(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto interval = read_interval(text_of(values[0]));
  if (!interval) return refuse(context, "'" + std::string(text_of(values[0]).substr(0, 40)) + "' is not an interval");
  give(context, interval_text(scaled(*interval, number_of(values[1]))));
}

void plain_sum(Context* context, Value* a, Value* b, int sign) {
  const bool whole = sqlite3_value_numeric_type(a) == SQLITE_INTEGER && sqlite3_value_numeric_type(b) == SQLITE_INTEGER;
  std::int64_t result = 0;
  if (whole && !(sign > 0 ? __builtin_add_overflow(whole_of(a), whole_of(b), &result)
                          : __builtin_sub_overflow(whole_of(a), whole_of(b), &result)))
    return give(context, result);
  give_number(context, number_of(a) + sign * number_of(b));
}

std::optional<Interval> interval_argument(Value* value) {
  return is_text(value) ? read_interval(text_of(value)) : std::nullopt;
}

bool is_clear_interval(Value* value) {  // not a bare number in quotes
  return is_text(value) && text_of(value).find_first_of("abcdefghijklmnopqrstuvwxyz:") != std::string_view::npos;
}

// a + b or a - b where at least one may be a date, a timestamp or an interval.
void moment_sum(Context* context, Value* a, Value* b, int sign) {
  const auto left = is_text(a) ? read_moment(text_of(a)) : std::nullopt;
  const auto right = is_text(b) ? read_moment(text_of(b)) : std::nullopt;
  if (left && right) {
    if (sign > 0) return refuse(context, "Two dates can't be added; subtract them, or add a number of days");
    if (left->has_time || right->has_time) return give(context, interval_text(interval_between(right->us, left->us)));
    return give(context, (left->us - right->us) / (86'400ll * 1'000'000));
  }
  if (left || right) {
    if (!left && sign < 0) return refuse(context, "A date can't be subtracted from something that is no date");
    const Moment& moment = left ? *left : *right;
    Value* other = left ? b : a;
    if (is_text(other)) {
      if (const auto interval = interval_argument(other); interval && is_clear_interval(other))
        return give_moment(context, moved(moment.us, *interval, sign), true);
      if (sqlite3_value_numeric_type(other) != SQLITE_INTEGER) return refuse_date(context, text_of(other));
    }
    return give_moment(context, moved(moment.us, DatePart::day, sign * std::llround(number_of(other))),
                       moment.has_time);
  }
  if (is_clear_interval(a) || is_clear_interval(b)) {
    const auto first = interval_argument(a), second = interval_argument(b);
    if (!first || !second) return refuse_date(context, text_of(first ? b : a));
    return give(context, interval_text({first->months + sign * second->months, first->days + sign * second->days,
                                        first->us + sign * second->us}));
  }
  plain_sum(context, a, b, sign);
}

void add(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) moment_sum(context, values[0], values[1], 1);
}
void subtract(Context* context, int n, Value** values) {
  if (!null_with_null(context, n, values)) moment_sum(context, values[0], values[1], -1);
}

void today(Context* context, int, Value**) { give(context, surroundings_of(context).today); }
void now(Context* context, int, Value**) { give(context, surroundings_of(context).today + " 00:00:00"); }

void add_months(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto moment = moment_argument(context, values[0]);
  if (!moment) return;
  // Redshift: the last day of a month leads to the last day of the other month.
  const bool last = truncated(moment->us, DatePart::day) == last_day_of_month(moment->us);
  auto us = moved(moment->us, DatePart::month, whole_of(values[1]));
  if (us && last) *us = last_day_of_month(*us) + (moment->us - truncated(moment->us, DatePart::day));
  give_moment(context, us, true);
}

void last_day(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (const auto moment = moment_argument(context, values[0]))
    give_moment(context, last_day_of_month(moment->us), false);
}

// Redshift: whole months plus days left over, a month having 31 days; two last days are whole months apart.
void months_between(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto a = moment_argument(context, values[0]);
  const auto b = a ? moment_argument(context, values[1]) : std::nullopt;
  if (!b) return;
  const auto months = static_cast<double>(boundaries_crossed(b->us, a->us, DatePart::month));
  const double day_a = part_of(a->us, DatePart::day), day_b = part_of(b->us, DatePart::day);
  const bool both_last = last_day_of_month(a->us) == truncated(a->us, DatePart::day) &&
                         last_day_of_month(b->us) == truncated(b->us, DatePart::day);
  give_number(context, months + (day_a == day_b || both_last ? 0 : (day_a - day_b) / 31));
}

void make_date(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::int64_t year = whole_of(values[0]), month = whole_of(values[1]), day = whole_of(values[2]);
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > base::days_in_month(static_cast<int>(year), static_cast<int>(month)))
    return refuse(context, "There is no such date");
  give(context, base::format_date({static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)}));
}

}  // namespace

void register_date_functions(sqlite3* db, Surroundings* surroundings) {
  struct {
    const char* name;
    int n;
    Function function;
  } const functions[] = {
      {"date_trunc", 2, date_trunc},   {"dateadd", 3, dateadd},       {"date_add", 3, dateadd},
      {"datediff", 3, datediff},       {"date_diff", 3, datediff},    {"date_part", 2, date_part},
      {"lr_date", 2, cast_date},         {"date", 1, to_date},          {"to_date", 1, to_date},
      {"to_date", 2, to_date},         {"lr_timestamp", 2, cast_timestamp}, {"to_timestamp", 1, to_timestamp},
      {"to_timestamp", 2, to_timestamp}, {"lr_instant", 1, instant},  {"lr_interval", 1, to_interval},
      {"lr_interval_key", 1, interval_key}, {"lr_interval_times", 2, interval_times}, {"lr_add", 2, add},
      {"lr_subtract", 2, subtract},    {"lr_today", 0, today},        {"lr_now", 0, now},
      {"getdate", 0, now},             {"now", 0, now},               {"sysdate", 0, now},
      {"add_months", 2, add_months},   {"last_day", 1, last_day},     {"months_between", 2, months_between},
      {"make_date", 3, make_date}};
  for (const auto& one : functions) add_function(db, one.name, one.n, one.function, surroundings);
}

}  // namespace loopready::sql
