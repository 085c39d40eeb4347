// Statistics as aggregates and window functions: spread, correlation, regression, percentiles, the commonest value.
#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "sql/aggregate.h"
#include "sql/kept_value.h"
#include "sql/moment.h"
#include "sql/spread.h"

namespace loopready::sql {
namespace {

std::optional<double> root(std::optional<double> variance) {
  return variance ? std::optional(std::sqrt(*variance)) : std::nullopt;
}
std::optional<double> sample_deviation(const PairSums& sums) { return root(sums.sample_variance()); }
std::optional<double> population_deviation(const PairSums& sums) { return root(sums.population_variance()); }
std::optional<double> some(const PairSums& sums, double value) {
  return sums.n() < 1 ? std::nullopt : std::optional(value);
}
std::optional<double> sum_xx(const PairSums& sums) { return some(sums, sums.sxx()); }
std::optional<double> sum_yy(const PairSums& sums) { return some(sums, sums.syy()); }
std::optional<double> sum_xy(const PairSums& sums) { return some(sums, sums.sxy()); }
template <std::optional<double> (PairSums::*Member)() const>
std::optional<double> of(const PairSums& sums) {
  return (sums.*Member)();
}

// f(x), or f(y, x) as in SQL: the dependent variable first. Pairs with a NULL are left out.
template <std::optional<double> (*Result)(const PairSums&)>
struct PairState {
  explicit PairState(Surroundings&) {}
  void step(Context* context, int n, Value** values) {
    for (int i = 0; i < n; ++i)
      if (is_text(values[i]) && sqlite3_value_numeric_type(values[i]) == SQLITE_TEXT)
        return refuse(context, "'" + std::string(text_of(values[i]).substr(0, 40)) + "' is not a number");
    change(n, values, 1);
  }
  void leave(Context*, int n, Value** values) { change(n, values, -1); }
  void change(int n, Value** values, int sign) {
    if (is_null(values[0]) || is_null(values[n - 1])) return;
    sums.add(number_of(values[n - 1]), number_of(values[0]), sign);
  }
  void result(Context* context) const {
    const auto number = Result(sums);
    if (number) give_number(context, *number);
    else give_null(context);
  }
  PairSums sums;
};

struct PairCount {
  explicit PairCount(Surroundings&) {}
  void step(Context*, int, Value** values) { n += is_null(values[0]) || is_null(values[1]) ? 0 : 1; }
  void leave(Context*, int, Value** values) { n -= is_null(values[0]) || is_null(values[1]) ? 0 : 1; }
  void result(Context* context) const { give(context, n); }
  std::int64_t n = 0;
};

Interval between(const Interval& low, const Interval& high, double share) {
  const Interval step = scaled({high.months - low.months, high.days - low.days, high.us - low.us}, share);
  return {low.months + step.months, low.days + step.days, low.us + step.us};
}

// lr_percentile(x, share, how): how is 'cont' or 'disc', perhaps with 'desc', perhaps with 'interval' behind it.
struct PercentileState {
  explicit PercentileState(Surroundings& surroundings) : holding(surroundings) {}
  void step(Context* context, int, Value** values) {
    if (share.is_null()) share = KeptValue(values[1]);
    if (how.empty()) how = text_of(values[2]);
    if (is_null(values[0])) return;
    KeptValue value(values[0]);
    if (has("cont") && !has("interval") && value.text() != nullptr)
      return refuse(context, "PERCENTILE_CONT and MEDIAN take numbers and intervals; PERCENTILE_DISC takes any value");
    if (!holding.add(context, value.bytes())) return;
    kept.push_back(std::move(value));
    sorted = false;
  }
  void leave(Context* context, int, Value** values) {
    if (is_null(values[0]) || !spend(context, size() / 8)) return;
    const KeptValue value(values[0]);
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (KeptValue::compare(kept[i], value) == 0) {
        holding.remove(value.bytes());
        kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
        return;
      }
  }
  void result(Context* context) {
    if (kept.empty() || share.is_null()) return give_null(context);
    double part = share.number();
    if (!(part >= 0 && part <= 1)) return refuse(context, "A percentile is asked for by a share from 0 to 1");
    if (!sorted && !spend(context, size())) return;
    sort();
    const std::size_t n = kept.size();
    if (has("disc")) {
      const double place = std::ceil(part * static_cast<double>(n) - 1e-9);
      kept[static_cast<std::size_t>(std::max(1.0, place)) - 1].give(context);
      return;
    }
    const double place = part * static_cast<double>(n - 1);
    const auto low = static_cast<std::size_t>(std::floor(place));
    const std::size_t high = std::min(low + 1, n - 1);
    const double rest = place - static_cast<double>(low);
    if (!has("interval")) return give_number(context, kept[low].number() + (kept[high].number() - kept[low].number()) * rest);
    const auto a = interval(kept[low]), b = interval(kept[high]);
    give(context, interval_text(rest == 0 ? a : between(a, b, rest)));
  }
  void sort() {
    if (sorted) return;
    sorted = true;
    const bool intervals = has("interval"), down = has("desc");
    std::stable_sort(kept.begin(), kept.end(), [&](const KeptValue& a, const KeptValue& b) {
      const KeptValue& first = down ? b : a;
      const KeptValue& second = down ? a : b;
      return intervals ? interval_seconds(interval(first)) < interval_seconds(interval(second)) : first < second;
    });
  }
  std::int64_t size() const { return static_cast<std::int64_t>(kept.size()); }
  bool has(std::string_view word) const { return how.find(word) != std::string::npos; }
  static Interval interval(const KeptValue& value) {
    const auto found = value.text() == nullptr ? std::nullopt : read_interval(*value.text());
    return found.value_or(Interval{});
  }

  Holding holding;
  std::vector<KeptValue> kept;
  KeptValue share;
  std::string how;
  bool sorted = true;
};

// lr_mode(x, descending): of the commonest values the first in order.
struct ModeState {
  explicit ModeState(Surroundings& surroundings) : holding(surroundings) {}
  void step(Context* context, int, Value** values) {
    descending = whole_of(values[1]) != 0;
    if (is_null(values[0])) return;
    const auto [found, added] = counts.try_emplace(KeptValue(values[0]), 0);
    ++found->second;
    if (added) holding.add(context, found->first.bytes() + 48);
  }
  void leave(Context*, int, Value** values) {
    if (!is_null(values[0])) --counts[KeptValue(values[0])];
  }
  void result(Context* context) const {
    if (!spend(context, static_cast<std::int64_t>(counts.size() / 4))) return;
    const KeptValue* best = nullptr;
    std::int64_t most = 0;
    for (const auto& [value, n] : counts)
      if (n > most || (descending && n == most && n > 0)) {
        best = &value;
        most = n;
      }
    if (best == nullptr) give_null(context);
    else best->give(context);
  }
  Holding holding;
  std::map<KeptValue, std::int64_t> counts;
  bool descending = false;
};

template <std::optional<double> (*Result)(const PairSums&)>
void add_one(sqlite3* db, const char* name, int n, Surroundings* surroundings) {
  add_aggregate<PairState<Result>>(db, name, n, surroundings);
}

}  // namespace

void register_statistics_functions(sqlite3* db, Surroundings* surroundings) {
  for (const char* name : {"stddev", "stddev_samp"}) add_one<sample_deviation>(db, name, 1, surroundings);
  for (const char* name : {"variance", "var_samp"})
    add_one<of<&PairSums::sample_variance>>(db, name, 1, surroundings);
  add_one<population_deviation>(db, "stddev_pop", 1, surroundings);
  add_one<of<&PairSums::population_variance>>(db, "var_pop", 1, surroundings);
  add_one<of<&PairSums::correlation>>(db, "corr", 2, surroundings);
  add_one<of<&PairSums::sample_covariance>>(db, "covar_samp", 2, surroundings);
  add_one<of<&PairSums::population_covariance>>(db, "covar_pop", 2, surroundings);
  add_one<of<&PairSums::slope>>(db, "regr_slope", 2, surroundings);
  add_one<of<&PairSums::intercept>>(db, "regr_intercept", 2, surroundings);
  add_one<of<&PairSums::r_squared>>(db, "regr_r2", 2, surroundings);
  add_one<of<&PairSums::mean_x>>(db, "regr_avgx", 2, surroundings);
  add_one<of<&PairSums::mean_y>>(db, "regr_avgy", 2, surroundings);
  add_one<sum_xx>(db, "regr_sxx", 2, surroundings);
  add_one<sum_yy>(db, "regr_syy", 2, surroundings);
  add_one<sum_xy>(db, "regr_sxy", 2, surroundings);
  add_aggregate<PairCount>(db, "regr_count", 2, surroundings);
  add_aggregate<PercentileState>(db, "lr_percentile", 3, surroundings);
  add_aggregate<ModeState>(db, "lr_mode", 2, surroundings);
}

}  // namespace loopready::sql
