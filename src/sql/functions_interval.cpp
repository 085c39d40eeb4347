// Intervals: making them, adding them up, comparing them.
#include <map>
#include <string>
#include <utility>

#include "sql/aggregate.h"
#include "sql/moment.h"

namespace loopready::sql {
namespace {

void refuse_interval(Context* context, Value* value) {
  refuse(context, "'" + std::string(text_of(value).substr(0, 40)) + "' is not an interval such as '30 days'");
}

std::optional<Interval> interval_argument(Context* context, Value* value) {
  const auto interval = is_text(value) ? read_interval(text_of(value)) : std::nullopt;
  if (!interval) refuse_interval(context, value);
  return interval;
}

// lr_interval(x): a cast.
void to_interval(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (const auto interval = read_interval(text_of(values[0]))) give(context, interval_text(*interval));
  else refuse_interval(context, values[0]);
}

void interval_key(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (const auto interval = read_interval(text_of(values[0]))) give_number(context, interval_seconds(*interval));
  else refuse_interval(context, values[0]);
}

// lr_interval_times(a, b): one of them is the interval.
void interval_times(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const bool second = !is_text(values[0]);
  const auto interval = interval_argument(context, values[second ? 1 : 0]);
  if (interval) give(context, interval_text(scaled(*interval, number_of(values[second ? 0 : 1]))));
}

// age(a, b); age(a) counts up to today.
void age(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto last = read_moment(text_of(values[n - 1]));
  const auto first = n > 1 ? read_moment(text_of(values[0])) : read_moment(surroundings_of(context).today);
  if (!first || !last)
    return refuse(context, "'" + std::string(text_of(values[first ? n - 1 : 0]).substr(0, 40)) + "' is not a date or timestamp");
  give(context, interval_text(age_between(first->us, last->us)));
}

// lr_make_interval(years, months, weeks, days, hours, minutes, seconds)
void make_interval(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  constexpr Interval kUnits[] = {{12, 0, 0},           {1, 0, 0},          {0, 7, 0},        {0, 1, 0},
                                 {0, 0, 3'600'000'000}, {0, 0, 60'000'000}, {0, 0, 1'000'000}};
  Interval sum;
  for (int i = 0; i < n; ++i) sum = sum + scaled(kUnits[i], number_of(values[i]));
  give(context, interval_text(sum));
}

template <Interval (*Change)(Interval)>
void justify(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  if (const auto interval = interval_argument(context, values[0])) give(context, interval_text(Change(*interval)));
}

// All three parts get the same sign.
Interval justified(Interval interval) {
  interval = with_months_from_days(with_days_from_hours(interval));
  if (interval.months > 0 && interval.days == 0 && interval.us < 0) {
    --interval.months;
    interval.days = 30;
  } else if (interval.months < 0 && interval.days == 0 && interval.us > 0) {
    ++interval.months;
    interval.days = -30;
  }
  return with_days_from_hours(interval);
}

// lr_interval_greatest and lr_interval_least: NULLs are left out.
void extreme(Context* context, int n, Value** values, int sign) {
  Value* best = nullptr;
  double most = 0;
  for (int i = 0; i < n; ++i) {
    if (is_null(values[i])) continue;
    const auto interval = interval_argument(context, values[i]);
    if (!interval) return;
    const double seconds = sign * interval_seconds(*interval);
    if (best != nullptr && seconds <= most) continue;
    best = values[i];
    most = seconds;
  }
  if (best == nullptr) give_null(context);
  else sqlite3_result_value(context, best);
}
void greatest(Context* context, int n, Value** values) { extreme(context, n, values, 1); }
void least(Context* context, int n, Value** values) { extreme(context, n, values, -1); }

// lr_interval_sum(x) and lr_interval_avg(x)
template <bool kMean>
struct SumState {
  explicit SumState(Surroundings&) {}
  void step(Context* context, int, Value** values) {
    if (is_null(values[0])) return;
    if (const auto interval = interval_argument(context, values[0])) change(*interval, 1);
  }
  void leave(Context*, int, Value** values) {
    if (const auto interval = is_null(values[0]) ? std::nullopt : read_interval(text_of(values[0]))) change(*interval, -1);
  }
  void change(const Interval& interval, int sign) {
    n += sign;
    sum = sum + Interval{sign * interval.months, sign * interval.days, sign * interval.us};
  }
  void result(Context* context) const {
    if (n < 1) give_null(context);
    else give(context, interval_text(kMean ? scaled(sum, 1.0 / static_cast<double>(n)) : sum));
  }
  std::int64_t n = 0;
  Interval sum;
};

// lr_interval_min(x) and lr_interval_max(x)
template <bool kGreatest>
struct ExtremeState {
  explicit ExtremeState(Surroundings& surroundings) : holding(surroundings) {}
  void step(Context* context, int, Value** values) {
    if (is_null(values[0])) return;
    const auto interval = interval_argument(context, values[0]);
    if (!interval) return;
    auto [found, added] = by_length.try_emplace(interval_seconds(*interval), text_of(values[0]), 0);
    ++found->second.second;
    if (added) holding.add(context, 100);
  }
  void leave(Context*, int, Value** values) {
    const auto interval = is_null(values[0]) ? std::nullopt : read_interval(text_of(values[0]));
    const auto found = interval ? by_length.find(interval_seconds(*interval)) : by_length.end();
    if (found == by_length.end() || --found->second.second > 0) return;
    by_length.erase(found);
    holding.remove(100);
  }
  void result(Context* context) const {
    if (by_length.empty()) return give_null(context);
    give(context, kGreatest ? by_length.rbegin()->second.first : by_length.begin()->second.first);
  }
  Holding holding;
  std::map<double, std::pair<std::string, std::int64_t>> by_length;  // seconds: its text, how often
};

}  // namespace

void register_interval_functions(sqlite3* db, Surroundings* surroundings) {
  struct {
    const char* name;
    int n;
    Function function;
  } const functions[] = {{"lr_interval", 1, to_interval},
                         {"lr_interval_key", 1, interval_key},
                         {"lr_interval_times", 2, interval_times},
                         {"lr_make_interval", 7, make_interval},
                         {"lr_interval_greatest", -1, greatest},
                         {"lr_interval_least", -1, least},
                         {"age", 1, age},
                         {"age", 2, age},
                         {"justify_hours", 1, justify<with_days_from_hours>},
                         {"justify_days", 1, justify<with_months_from_days>},
                         {"justify_interval", 1, justify<justified>}};
  for (const auto& one : functions) add_function(db, one.name, one.n, one.function, surroundings);
  add_aggregate<SumState<false>>(db, "lr_interval_sum", 1, surroundings);
  add_aggregate<SumState<true>>(db, "lr_interval_avg", 1, surroundings);
  add_aggregate<ExtremeState<false>>(db, "lr_interval_min", 1, surroundings);
  add_aggregate<ExtremeState<true>>(db, "lr_interval_max", 1, surroundings);
}

}  // namespace loopready::sql
