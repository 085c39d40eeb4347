#include "stats/power_proportions.h"

#include <cmath>

#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/tail.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

Status need_two(double p1, double p2) {
  LR_TRY([[maybe_unused]] auto first, need_inside_unit(p1, "p1"));
  return need_inside_unit(p2, "p2");
}

Status need_different(double p1, double p2, const Plan& plan) {
  LR_TRY([[maybe_unused]] auto two, need_two(p1, p2));
  if (p1 == p2) return refuse("p2", "The two proportions are equal; no sample size can tell them apart.");
  return need_plan(plan);
}

double variance_of(double p) { return p * (1 - p); }

// z of the power with n in each group: pooled variance under the null, separate ones under the alternative.
double z_of_power(double n, double p1, double p2, double alpha, double sides) {
  const double pooled = (p1 + p2) / 2;
  return (std::sqrt(n) * std::fabs(p1 - p2) - z_alpha(alpha, sides) * std::sqrt(2 * variance_of(pooled))) /
         std::sqrt(variance_of(p1) + variance_of(p2));
}

double cohen_h(double p1, double p2) { return 2 * std::asin(std::sqrt(p1)) - 2 * std::asin(std::sqrt(p2)); }

}  // namespace

Result<double> sample_size_two_proportions(double p1, double p2, const Plan& plan) {
  LR_TRY(const TwoSizes sizes, sample_size_two_proportions_pooled_ratio(p1, p2, plan, 1));
  return sizes.n1;
}

Result<CohenSize> sample_size_two_proportions_cohen_h(double p1, double p2, const Plan& plan) {
  LR_TRY([[maybe_unused]] auto fine, need_different(p1, p2, plan));
  const double h = cohen_h(p1, p2), z = z_sum(plan) / h;
  return CohenSize{h, 2 * z * z};
}

Result<TwoSizes> sample_size_two_proportions_unpooled(double p1, double p2, const Plan& plan, double ratio) {
  LR_TRY([[maybe_unused]] auto fine, need_different(p1, p2, plan));
  LR_TRY([[maybe_unused]] auto ratio_fine, need_positive(ratio, "ratio"));
  const double z = z_sum(plan) / (p1 - p2);
  const double n1 = z * z * (variance_of(p1) + variance_of(p2) / ratio);
  return TwoSizes{n1, ratio * n1};
}

Result<TwoSizes> sample_size_two_proportions_pooled_ratio(double p1, double p2, const Plan& plan, double ratio) {
  LR_TRY([[maybe_unused]] auto fine, need_different(p1, p2, plan));
  LR_TRY([[maybe_unused]] auto ratio_fine, need_positive(ratio, "ratio"));
  const double pooled = (p1 + ratio * p2) / (1 + ratio);
  const double root = z_alpha(plan.alpha, plan.sides) * std::sqrt((1 + ratio) * variance_of(pooled)) +
                      z_power(plan.power) * std::sqrt(ratio * variance_of(p1) + variance_of(p2));
  const double n1 = root / (p1 - p2) * (root / (p1 - p2)) / ratio;
  return TwoSizes{n1, ratio * n1};
}

Result<double> power_two_proportions(double n_per_group, double p1, double p2, double alpha, double sides) {
  LR_TRY([[maybe_unused]] auto n_fine, need_positive(n_per_group, "n_per_group"));
  LR_TRY([[maybe_unused]] auto two, need_two(p1, p2));
  LR_TRY([[maybe_unused]] auto alpha_fine, need_alpha(alpha, sides));
  return standard_normal_cdf(z_of_power(n_per_group, p1, p2, alpha, sides));
}

Result<DetectableProportion> mde_two_proportions(double n_per_group, double p1, const Plan& plan) {
  LR_TRY([[maybe_unused]] auto n_fine, need_positive(n_per_group, "n_per_group"));
  LR_TRY([[maybe_unused]] auto p_fine, need_inside_unit(p1, "p1"));
  LR_TRY([[maybe_unused]] auto plan_fine, need_plan(plan));
  const double wanted = z_power(plan.power);
  const auto lacking = [&](double lift) { return z_of_power(n_per_group, p1, p1 + lift, plan.alpha, plan.sides) - wanted; };
  if (lacking(1 - p1) < 0) return refuse("n_per_group", "So small a sample can't show any increase, not even to 1, with this power.");
  const double lift = root_between(lacking, 0, 1 - p1);
  return DetectableProportion{p1 + lift, lift, lift / p1};
}

Result<double> power_two_proportions_cohen_h_unequal(double p1, double p2, double n1, double n2, double alpha) {
  LR_TRY([[maybe_unused]] auto two, need_two(p1, p2));
  LR_TRY([[maybe_unused]] auto n1_fine, need_positive(n1, "n1"));
  LR_TRY([[maybe_unused]] auto n2_fine, need_positive(n2, "n2"));
  LR_TRY([[maybe_unused]] auto alpha_fine, need_alpha(alpha, 2));
  const double shift = std::fabs(cohen_h(p1, p2)) * std::sqrt(n1 / (n1 + n2) * n2), limit = z_alpha(alpha, 2);
  return standard_normal_sf(limit - shift) + standard_normal_cdf(-limit - shift);
}

Result<double> sample_size_one_proportion(double p0, double p1, const Plan& plan) {
  LR_TRY([[maybe_unused]] auto p0_fine, need_inside_unit(p0, "p0"));
  LR_TRY([[maybe_unused]] auto p1_fine, need_inside_unit(p1, "p1"));
  LR_TRY([[maybe_unused]] auto plan_fine, need_plan(plan));
  if (p0 == p1) return refuse("p1", "The two proportions are equal; no sample size can tell them apart.");
  const double root = (z_alpha(plan.alpha, plan.sides) * std::sqrt(variance_of(p0)) + z_power(plan.power) * std::sqrt(variance_of(p1))) / (p1 - p0);
  return root * root;
}

Result<MarginSize> sample_size_proportion_margin(double p, double margin, double conf_level, double population) {
  LR_TRY([[maybe_unused]] auto p_fine, need_inside_unit(p, "p"));
  LR_TRY([[maybe_unused]] auto margin_fine, need_inside_unit(margin, "margin"));
  LR_TRY([[maybe_unused]] auto inside, need_inside_unit(conf_level, "conf_level"));
  if (!(population >= 1)) return refuse("population", "A population of at least 1 is needed.");
  const double z = normal_critical(conf_level) / margin, n = z * z * variance_of(p);
  LR_TRY([[maybe_unused]] auto finite, need_finite(n, "margin"));
  return MarginSize{n, n / (1 + (n - 1) / population)};
}

}  // namespace loopready::stats
