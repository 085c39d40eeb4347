#include "stats/proportion_interval.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

#include "stats/boost_policy.h"
#include "stats/exact_count.h"
#include "stats/proportion_test.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

Status check(double x, double n, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, need_proportion(x, n, "x", "n"));
  return need_inside_unit(conf_level, "conf_level");
}

}  // namespace

Result<Interval> wilson_interval(double x, double n, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check(x, n, conf_level));
  const double z = normal_critical(conf_level), square = z * z;
  const double half = z * std::sqrt(square + 4 * x * ((n - x) / n));
  return Interval{x == 0 ? 0 : (2 * x + square - half) / (2 * (n + square)),
                  x == n ? 1 : (2 * x + square + half) / (2 * (n + square))};
}

Result<Interval> wilson_cc_interval(double x, double n, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check(x, n, conf_level));
  const double z = normal_critical(conf_level), square = z * z, p = x / n;
  const double below = square - 2 - 1 / n + 4 * p * (n - x + 1);
  const double above = square + 2 - 1 / n + 4 * p * (n - x - 1);
  const double low = (2 * x + square - 1 - z * std::sqrt(std::max(0.0, below))) / (2 * (n + square));
  const double high = (2 * x + square + 1 + z * std::sqrt(std::max(0.0, above))) / (2 * (n + square));
  return Interval{x == 0 ? 0 : std::max(0.0, low), x == n ? 1 : std::min(1.0, high)};
}

Result<Interval> agresti_coull_interval(double x, double n, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check(x, n, conf_level));
  const double z = normal_critical(conf_level), trials = n + z * z;
  const double p = (x + z * z / 2) / trials;
  const double half = z * std::sqrt(p * (1 - p) / trials);
  return Interval{p - half, p + half};
}

Result<Interval> clopper_pearson_interval(double x, double n, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check(x, n, conf_level));
  return clopper_pearson_limits(x, n, conf_level);
}

Result<Interval> jeffreys_interval(double x, double n, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check(x, n, conf_level));
  const double tail = (1 - conf_level) / 2;
  return Interval{x == 0 ? 0 : boost::math::ibeta_inv(x + 0.5, n - x + 0.5, tail, Policy()),
                  x == n ? 1 : boost::math::ibetac_inv(x + 0.5, n - x + 0.5, tail, Policy())};
}

Result<Interval> wald_interval(double x, double n, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check(x, n, conf_level));
  const double p = x / n;
  const double half = normal_critical(conf_level) * std::sqrt(p * (1 - p) / n);
  return Interval{p - half, p + half};
}

}  // namespace loopready::stats
