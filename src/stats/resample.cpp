#include "stats/resample.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "stats/normal.h"
#include "stats/order.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr double kMostSplits = 5e6;
constexpr std::size_t kMostJackknife = 2000;
constexpr double kMostDraws = 1e7;  // values times replicates

const Statistic kStatistics[] = {
    {"mean", mean},
    {"median", median},
    {"std_dev_sample", std_dev_sample},
    {"std_dev_population", std_dev_population},
    {"variance_sample", variance_sample},
    {"variance_population", variance_population},
    {"skewness_population", skewness_population},
    {"excess_kurtosis_population", excess_kurtosis_population},
    {"coefficient_of_variation", coefficient_of_variation},
    {"geometric_mean", geometric_mean},
    {"gini_coefficient", gini_coefficient},
    {"iqr_type7", iqr_type7},
    {"mad_raw", mad_raw},
    {"sd", std_dev_sample},
    {"std_dev", std_dev_sample},
    {"variance", variance_sample},
};

// Walks through all ways to choose `left` more of values[from...]; counts those whose sum is at least `limit` in size.
double count_extreme(const std::vector<double>& values, std::size_t from, std::size_t left, double sum, double limit) {
  if (left == 0) return std::fabs(sum) >= limit ? 1 : 0;
  double count = 0;
  for (std::size_t i = from; i + left <= values.size(); ++i) count += count_extreme(values, i + 1, left - 1, sum + values[i], limit);
  return count;
}

double n_splits(std::size_t n, std::size_t m) {
  double splits = 1;
  for (std::size_t i = 1; i <= m; ++i) {
    splits = splits * static_cast<double>(n - m + i) / static_cast<double>(i);
    if (splits > 10 * kMostSplits) break;
  }
  return std::round(splits);
}

Result<std::vector<double>> leave_one_out(Span x, Statistic statistic) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 2));
  if (x.size() > kMostJackknife)
    return Error{ErrorKind::too_large, "x", "Leaving out one value at a time takes at most 2000 values here."};
  std::vector<double> found, rest(x.begin() + 1, x.end());
  for (std::size_t i = 0; i < x.size(); ++i) {
    LR_TRY(const double one, statistic.of(rest));
    found.push_back(one);
    if (i < rest.size()) rest[i] = x[i];
  }
  return found;
}

Interval between(const std::vector<double>& sorted, double level_low, double level_high) {
  return {sorted_quantile_type7(sorted, level_low), sorted_quantile_type7(sorted, level_high)};
}

Result<std::vector<double>> sorted_replicates(Span replicates, double conf_level) {
  LR_TRY([[maybe_unused]] auto values, need_values(replicates, "replicates", 2));
  LR_TRY([[maybe_unused]] auto level, need_inside_unit(conf_level, "conf_level"));
  return sorted_copy(replicates);
}

}  // namespace

Result<Statistic> statistic_named(const std::string& name) {
  std::string known;
  for (const Statistic& one : kStatistics) {
    if (name == one.name) return one;
    known += (known.empty() ? "" : ", ") + std::string(one.name);
  }
  return refuse("statistic", "One of these is needed: " + known + ".");
}

Result<PermutationTest> permutation_test_mean_difference(Span x, Span y) {
  LR_TRY([[maybe_unused]] auto first, need_values(x, "x", 1));
  LR_TRY([[maybe_unused]] auto second, need_values(y, "y", 1));
  const std::size_t m = std::min(x.size(), y.size()), total = x.size() + y.size();
  const double splits = n_splits(total, m);
  if (splits > kMostSplits)
    return Error{ErrorKind::too_large, "x",
                 "There are more than 5000000 ways to split these values, too many to try all; use welch_t or mann_whitney_normal."};
  std::vector<double> values(x.begin(), x.end());
  values.insert(values.end(), y.begin(), y.end());
  const double middle = mean_of(values);
  double size = 0, chosen = 0;
  for (double& value : values) {
    value -= middle;
    size += std::fabs(value);
  }
  if (!std::isfinite(size)) return refuse("x", "The values are too large: their sums overflow.");
  const Span group = x.size() <= y.size() ? x : y;
  for (double value : group) chosen += value - middle;
  // Around their mean the difference is the chosen group's sum times a constant; rounding must not turn a tie into less.
  const double limit = std::fabs(chosen) - 1e-12 * size;
  return PermutationTest{mean_of(x) - mean_of(y), count_extreme(values, 0, m, 0, limit) / splits};
}

Result<double> jackknife_std_error(Span x, Statistic statistic) {
  LR_TRY(const std::vector<double> found, leave_one_out(x, statistic));
  const Moments m = moments_of(found);
  return std::sqrt((m.n - 1) / m.n * m.m2);
}

Result<double> bootstrap_mean_std_error_ideal(Span x) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 2));
  LR_TRY(const double variance, variance_population(x));
  return std::sqrt(variance / static_cast<double>(x.size()));
}

double default_replicates(std::size_t n_values) {
  return std::clamp(std::floor(kMostDraws / static_cast<double>(std::max<std::size_t>(1, n_values))), 1000.0, 10000.0);
}

Result<Interval> bootstrap_percentile_interval(Span x, Statistic statistic, double conf_level, double n_replicates, std::uint64_t seed) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 2));
  LR_TRY([[maybe_unused]] auto level, need_inside_unit(conf_level, "conf_level"));
  LR_TRY([[maybe_unused]] auto count, need_count(n_replicates, "replicates"));
  if (n_replicates < 100) return refuse("replicates", "At least 100 replicates are needed.");
  if (n_replicates * static_cast<double>(x.size()) > kMostDraws)
    return Error{ErrorKind::too_large, "x", "Values times replicates may be at most 10000000; give fewer replicates or a sample."};
  base::Random random(seed);
  std::vector<double> drawn(x.size()), replicates;
  for (double r = 0; r < n_replicates; ++r) {
    for (double& value : drawn) value = x[static_cast<std::size_t>(random.below(x.size()))];
    LR_TRY(const double one, statistic.of(drawn));
    replicates.push_back(one);
  }
  return bootstrap_percentile_from_replicates(replicates, conf_level);
}

Result<Interval> bootstrap_percentile_from_replicates(Span replicates, double conf_level) {
  LR_TRY(const std::vector<double> sorted, sorted_replicates(replicates, conf_level));
  return between(sorted, (1 - conf_level) / 2, (1 + conf_level) / 2);
}

Result<Interval> bootstrap_basic_from_replicates(Span replicates, double estimate, double conf_level) {
  LR_TRY([[maybe_unused]] auto finite, need_finite(estimate, "estimate"));
  LR_TRY(const Interval percentile, bootstrap_percentile_from_replicates(replicates, conf_level));
  return Interval{2 * estimate - percentile.high, 2 * estimate - percentile.low};
}

Result<BcaInterval> bootstrap_bca_from_replicates(Span replicates, Span x, Statistic statistic, double conf_level) {
  LR_TRY(const std::vector<double> sorted, sorted_replicates(replicates, conf_level));
  LR_TRY(const std::vector<double> left_out, leave_one_out(x, statistic));
  LR_TRY(const double estimate, statistic.of(x));
  double n_below = 0;
  for (double one : sorted)
    if (one < estimate) n_below += 1;
  const double share = n_below / static_cast<double>(sorted.size());
  if (share == 0 || share == 1) return refuse("replicates", "The estimate lies outside all replicates, so no correction can be found.");
  const Moments m = moments_of(left_out);
  if (m.m2 == 0) return refuse("x", "Leaving out any one value changes nothing, so no acceleration can be found.");
  BcaInterval found;
  found.z0 = standard_normal_quantile(share);
  found.acceleration = -m.m3 / (6 * m.m2 * std::sqrt(m.m2));
  const double reach = standard_normal_quantile_upper((1 - conf_level) / 2);
  const auto level = [&](double z) {
    const double moved = found.z0 + z;
    return standard_normal_cdf(found.z0 + moved / (1 - found.acceleration * moved));
  };
  found.level_low = level(-reach);
  found.level_high = level(reach);
  found.interval = between(sorted, found.level_low, found.level_high);
  return found;
}

}  // namespace loopready::stats
