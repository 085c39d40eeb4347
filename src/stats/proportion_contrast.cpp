#include "stats/proportion_contrast.h"

#include <cmath>

#include "stats/contingency.h"
#include "stats/proportion_interval.h"
#include "stats/proportion_test.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

Status check(double x1, double n1, double x2, double n2, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, need_two_proportions(x1, n1, x2, n2));
  return need_inside_unit(conf_level, "conf_level");
}

Contrast around(double estimate, double std_error, double conf_level) {
  const double half = normal_critical(conf_level) * std_error;
  return {estimate, std_error, {estimate - half, estimate + half}};
}

Contrast around_logarithm(double ratio, double std_error, double conf_level) {
  const double factor = std::exp(normal_critical(conf_level) * std_error);
  return {ratio, std_error, {ratio / factor, ratio * factor}};
}

double variance_of(double x, double n) { return x / n * ((n - x) / n) / n; }

}  // namespace

Result<Contrast> diff_proportions_wald(double x1, double n1, double x2, double n2, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check(x1, n1, x2, n2, conf_level));
  return around(x1 / n1 - x2 / n2, std::sqrt(variance_of(x1, n1) + variance_of(x2, n2)), conf_level);
}

Result<Contrast> newcombe_difference(double x1, double n1, double x2, double n2, double conf_level, bool corrected) {
  LR_TRY([[maybe_unused]] auto fine, check(x1, n1, x2, n2, conf_level));
  const auto limits = corrected ? wilson_cc_interval : wilson_interval;
  LR_TRY(const Interval first, limits(x1, n1, conf_level));
  LR_TRY(const Interval second, limits(x2, n2, conf_level));
  const double p1 = x1 / n1, p2 = x2 / n2;
  return Contrast{p1 - p2, 0, {p1 - p2 - std::hypot(p1 - first.low, second.high - p2),
                               p1 - p2 + std::hypot(first.high - p1, p2 - second.low)}};
}

Result<Contrast> agresti_caffo(double x1, double n1, double x2, double n2, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check(x1, n1, x2, n2, conf_level));
  const double std_error = std::sqrt(variance_of(x1 + 1, n1 + 2) + variance_of(x2 + 1, n2 + 2));
  return around((x1 + 1) / (n1 + 2) - (x2 + 1) / (n2 + 2), std_error, conf_level);
}

Result<Contrast> risk_ratio_katz(double x1, double n1, double x2, double n2, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check(x1, n1, x2, n2, conf_level));
  if (x1 == 0 || x2 == 0) return refuse(x1 == 0 ? "x1" : "x2", "At least one success in each group is needed for a ratio.");
  const double variance = (n1 - x1) / n1 / x1 + (n2 - x2) / n2 / x2;
  return around_logarithm(x1 / n1 / (x2 / n2), std::sqrt(variance), conf_level);
}

Result<Contrast> relative_lift_delta(double x1, double n1, double x2, double n2, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, check(x1, n1, x2, n2, conf_level));
  if (x2 == 0) return refuse("x2", "At least one success in the second group is needed: the lift is relative to it.");
  const double ratio = x1 / n1 / (x2 / n2), base = x2 / n2;
  const double variance = variance_of(x1, n1) + ratio * ratio * variance_of(x2, n2);
  return around((x1 / n1 - base) / base, std::sqrt(variance) / base, conf_level);
}

Result<Contrast> odds_ratio_woolf(const std::vector<std::vector<double>>& table, double conf_level) {
  LR_TRY([[maybe_unused]] auto fine, need_table(table, "table", 2, 2));
  LR_TRY([[maybe_unused]] auto inside, need_inside_unit(conf_level, "conf_level"));
  double variance = 0;
  for (const auto& row : table)
    for (const double count : row) {
      if (count == 0) return refuse("table", "All four counts must be above 0; use fisher_exact_2x2 or add 0.5 to each yourself.");
      variance += 1 / count;
    }
  const double ratio = table[0][0] / table[0][1] * (table[1][1] / table[1][0]);
  return around_logarithm(ratio, std::sqrt(variance), conf_level);
}

}  // namespace loopready::stats
