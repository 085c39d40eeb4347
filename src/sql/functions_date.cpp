// Dates, timestamps and intervals: what Redshift's functions and operators do with them.
#include <cmath>
#include <cstdio>
#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "sql/arguments.h"
#include "sql/from_text.h"
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
  if (!part) return;
  const std::string_view text = text_of(values[1]);
  if (const auto moment = read_moment(text)) return give_moment(context, truncated(moment->us, *part), true);
  const auto interval = is_text(values[1]) ? read_interval(text) : std::nullopt;
  if (!interval) return refuse_date(context, text);
  give(context, interval_text(truncated(*interval, *part)));
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

// to_date(text, pattern) and to_timestamp(text, pattern); to_date(x) takes any spelling.
void to_date(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto moment = n > 1 ? moment_from_text(text_of(values[0]), text_of(values[1])) : read_moment(text_of(values[0]));
  if (moment) give(context, moment_text({moment->us, false}));
  else refuse_date(context, text_of(values[0]));
}

void to_timestamp(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (n == 1 && !is_text(values[0])) {  // seconds since 1970
    const double seconds = number_of(values[0]);
    if (!(std::fabs(seconds) < 3e11)) return refuse_range(context);
    return give_moment(context, std::llround(seconds * 1e6), true);
  }
  const auto moment = n > 1 ? moment_from_text(text_of(values[0]), text_of(values[1])) : read_moment(text_of(values[0]));
  if (moment) give(context, moment_text({moment->us, true}));
  else refuse_date(context, text_of(values[0]));
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

// lr_timestamptz(x, place): a zone behind the time counts.
void cast_zoned(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (const auto moment = moment_argument(context, values[0], whole_of(values[1])))
    give_moment(context, moment->us - moment->ahead_of_utc_us, true);
}

// lr_time(x, place): the time of a timestamp, or of a text such as 10:05.
void cast_time(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const std::string_view text = text_of(values[0]);
  std::string full = text.find('-') == std::string_view::npos ? "2000-01-01 " + std::string(base::trim(text)) : std::string(text);
  if (const auto moment = read_moment(full)) return give(context, moment_text({moment->us, true}).substr(11));
  refuse(context, "'" + std::string(text.substr(0, 40)) + "' is not a time such as 10:05:00", whole_of(values[1]));
}

// The instant a date or timestamp stands for, so that both compare; other values as they are.
void instant(Context* context, int, Value** values) {
  const auto moment = is_text(values[0]) ? read_moment(text_of(values[0])) : std::nullopt;
  if (moment) give(context, moment_text({moment->us, true}));
  else sqlite3_result_value(context, values[0]);
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
    const double days = number_of(other);
    if (!(std::fabs(days) < 1e9)) return refuse_range(context);
    return give_moment(context, moved(moment.us, DatePart::day, sign * std::llround(days)), moment.has_time);
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

constexpr const char* kWeekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

// next_day(date, 'Tuesday'): the first such day behind it.
void next_day(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto moment = moment_argument(context, values[0]);
  if (!moment) return;
  const std::string name = base::to_lower(base::trim(text_of(values[1])));
  for (int i = 0; i < 7 && name.size() >= 2; ++i) {
    if (std::string_view(kWeekdays[i]).substr(0, name.size()) != name) continue;
    const auto today = static_cast<int>(part_of(moment->us, DatePart::iso_weekday));
    const int ahead = (i + 1 - today + 6) % 7 + 1;
    return give_moment(context, moved(truncated(moment->us, DatePart::day), DatePart::day, ahead), false);
  }
  refuse(context, "'" + name.substr(0, 40) + "' is no day of the week");
}

void make_timestamp(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d %02d:%02d:%09.6f", static_cast<int>(whole_of(values[0])),
                static_cast<int>(whole_of(values[1])), static_cast<int>(whole_of(values[2])),
                static_cast<int>(whole_of(values[3])), static_cast<int>(whole_of(values[4])), number_of(values[5]));
  if (const auto moment = read_moment(buffer)) give(context, moment_text({moment->us, true}));
  else refuse(context, "There is no such date and time");
}

// date_bin(stride, timestamp, origin)
void date_bin(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto stride = interval_argument(values[0]);
  const auto moment = moment_argument(context, values[1]);
  const auto origin = moment ? moment_argument(context, values[2]) : std::nullopt;
  if (!origin) return;
  if (!stride || stride->months != 0 || interval_seconds(*stride) <= 0)
    return refuse(context, "DATE_BIN takes an interval of fixed length, such as '15 minutes'");
  const std::int64_t unit = stride->days * 86'400'000'000 + stride->us;
  const std::int64_t rest = (moment->us - origin->us) % unit;
  give_moment(context, moment->us - rest - (rest < 0 ? unit : 0), true);
}

// lr_overlaps(a, b, c, d): whether two spans of time share some; their ends may come in either order.
void overlaps(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  std::int64_t us[4] = {};
  for (int i = 0; i < 4; ++i) {
    const auto moment = read_moment(text_of(values[i]));
    const auto length = i % 2 == 1 && !moment ? interval_argument(values[i]) : std::nullopt;
    const auto end = length ? moved(us[i - 1], *length, 1) : std::nullopt;
    if (!moment && !end) return refuse_date(context, text_of(values[i]));
    us[i] = moment ? moment->us : *end;
  }
  if (us[0] > us[1]) std::swap(us[0], us[1]);
  if (us[2] > us[3]) std::swap(us[2], us[3]);
  const bool same_start = us[0] == us[2];
  give_flag(context, same_start || (us[0] < us[3] && us[2] < us[1]));
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
      {"to_timestamp", 2, to_timestamp}, {"lr_instant", 1, instant},
      {"lr_add", 2, add},              {"lr_timestamptz", 2, cast_zoned}, {"lr_time", 2, cast_time},
      {"next_day", 2, next_day},       {"make_timestamp", 6, make_timestamp}, {"date_bin", 3, date_bin},
      {"lr_overlaps", 4, overlaps},
      {"lr_subtract", 2, subtract},    {"lr_today", 0, today},        {"lr_now", 0, now},
      {"getdate", 0, now},             {"now", 0, now},               {"sysdate", 0, now},
      {"add_months", 2, add_months},   {"last_day", 1, last_day},     {"months_between", 2, months_between},
      {"make_date", 3, make_date}};
  for (const auto& one : functions) add_function(db, one.name, one.n, one.function, surroundings);
}

}  // namespace loopready::sql
