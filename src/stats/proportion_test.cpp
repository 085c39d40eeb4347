#include "stats/proportion_test.h"

#include <algorithm>
#include <cmath>

#include "stats/exact_count.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

constexpr double kMostTrials = 1e15;

}  // namespace

Status need_proportion(double x, double n, const std::string& what_x, const std::string& what_n) {
  LR_TRY([[maybe_unused]] auto x_fine, need_count(x, what_x));
  LR_TRY([[maybe_unused]] auto n_fine, need_count(n, what_n));
  if (n < 1) return refuse(what_n, "At least one trial is needed.");
  if (n > kMostTrials) return refuse(what_n, "At most 1,000,000,000,000,000 trials are taken.");
  if (x > n) return refuse(what_x, "There can't be more successes than trials: \"" + what_x + "\" is above \"" + what_n + "\".");
  return base::Done{};
}

Status need_two_proportions(double x1, double n1, double x2, double n2) {
  LR_TRY([[maybe_unused]] auto first, need_proportion(x1, n1, "x1", "n1"));
  return need_proportion(x2, n2, "x2", "n2");
}

Result<ZTest> one_proportion_z(double x, double n, double p0, Side side, bool continuity_correction) {
  LR_TRY([[maybe_unused]] auto fine, need_proportion(x, n, "x", "n"));
  LR_TRY([[maybe_unused]] auto inside, need_inside_unit(p0, "p0"));
  const double above = x - n * p0;
  const double distance = std::max(0.0, std::fabs(above) - (continuity_correction ? 0.5 : 0.0));
  const double z = std::copysign(distance, above) / std::sqrt(n * p0 * (1 - p0));
  return ZTest{x / n - p0, z, normal_p_value(z, side)};
}

Result<ZTest> two_proportion_z(double x1, double n1, double x2, double n2) {
  LR_TRY([[maybe_unused]] auto fine, need_two_proportions(x1, n1, x2, n2));
  const double pooled = (x1 + x2) / (n1 + n2);
  if (pooled == 0 || pooled == 1) return refuse("x1", "Both groups have only failures or only successes, so nothing varies.");
  const double difference = x1 / n1 - x2 / n2;
  const double z = difference / std::sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  return ZTest{difference, z, normal_p_value(z, Side::two_sided)};
}

Result<ZTest> two_proportion_z_unpooled(double x1, double n1, double x2, double n2) {
  LR_TRY([[maybe_unused]] auto fine, need_two_proportions(x1, n1, x2, n2));
  const double p1 = x1 / n1, p2 = x2 / n2;
  const double variance = p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2;
  if (variance == 0) return refuse("x1", "Each group has only failures or only successes, so nothing varies.");
  const double z = (p1 - p2) / std::sqrt(variance);
  return ZTest{p1 - p2, z, normal_p_value(z, Side::two_sided)};
}

Result<ChiSquaredTest> two_proportion_chi2_yates(double x1, double n1, double x2, double n2) {
  LR_TRY([[maybe_unused]] auto fine, need_two_proportions(x1, n1, x2, n2));
  const double successes = x1 + x2, all = n1 + n2;
  if (successes == 0 || successes == all)
    return refuse("x1", "Both groups have only failures or only successes, so nothing varies.");
  const double off = std::fabs(x1 - n1 * successes / all);  // the same in all four cells
  const double shifted = off - std::min(0.5, off);
  const double chi2 = shifted * shifted * all / (n1 * n2) * all / successes * all / (all - successes);
  return ChiSquaredTest{chi2, 1, chi_squared_upper(chi2, 1)};
}

Result<double> binomial_test(double x, double n, double p0, Side side) {
  LR_TRY([[maybe_unused]] auto fine, need_proportion(x, n, "x", "n"));
  LR_TRY([[maybe_unused]] auto inside, need_probability(p0, "p0"));
  return binomial_p_value(x, n, p0, side);
}

Result<ChiSquaredTest> mcnemar(double b, double c, bool continuity_correction) {
  LR_TRY([[maybe_unused]] auto b_fine, need_count(b, "b"));
  LR_TRY([[maybe_unused]] auto c_fine, need_count(c, "c"));
  if (b + c == 0) return refuse("b", "At least one pair must disagree.");
  const double distance = std::max(0.0, std::fabs(b - c) - (continuity_correction ? 1.0 : 0.0));
  const double chi2 = distance * distance / (b + c);
  return ChiSquaredTest{chi2, 1, chi_squared_upper(chi2, 1)};
}

Result<double> mcnemar_exact(double b, double c) {
  LR_TRY([[maybe_unused]] auto b_fine, need_count(b, "b"));
  LR_TRY([[maybe_unused]] auto c_fine, need_count(c, "c"));
  if (b + c == 0) return refuse("b", "At least one pair must disagree.");
  return std::min(1.0, 2 * binomial_at_most(std::min(b, c), b + c, 0.5));
}

}  // namespace loopready::stats
