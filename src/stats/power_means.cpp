#include "stats/power_means.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <cmath>

#include "stats/boost_policy.h"
#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/tail.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

constexpr double kSmallestSize = 1.5;
constexpr double kNormalFrom = 1e9;   // df from which t is normal to within nine digits
constexpr double kCertain = 45;       // (ncp / critical value)^2 x df beyond the square of this: nothing is left on the near side
constexpr double kLargeShift = 5000;  // ncp from which the series below beats the sum over a Poisson's terms

Status need_effect(double delta, double sd) {
  LR_TRY([[maybe_unused]] auto delta_fine, need_finite(delta, "delta"));
  LR_TRY([[maybe_unused]] auto sd_fine, need_positive(sd, "sd"));
  if (delta == 0) return refuse("delta", "A difference other than 0 is needed; no sample size can show that there is none.");
  return need_positive(std::fabs(delta) / sd, "delta");
}

// P(T > limit) for a large ncp: P(s < a) + f'(a) / (2 limit^2), where s is the root of a chi-squared over its df, f its density and
// a = ncp / limit.
double upper_of_large_shift(double ncp, double df, double limit) {
  const boost::math::chi_squared_distribution<double, Policy> squares(df);
  const double a = ncp / limit, at = a * a * df;
  const double slope = 2 * a * df * pdf(squares, at) * ((df - 1) / a - df * a);
  return cdf(squares, at) + slope / (2 * limit * limit);
}

// P(T > critical value) when T is shifted by ncp, and P(T < -critical value) where both tails count.
double power_of_t(double ncp, double df, double alpha, double sides, bool both) {
  const double limit = df > kNormalFrom ? z_alpha(alpha, sides) : t_upper_quantile(alpha / sides, df);
  if (ncp == 0) return both ? alpha : alpha / sides;
  if (df > kNormalFrom) return standard_normal_sf(limit - ncp) + (both ? standard_normal_sf(limit + ncp) : 0);
  if (ncp > (limit + 1) * kCertain / std::sqrt(std::fmin(1, df))) return 1;
  if (ncp > kLargeShift) return std::fmin(1, std::fmax(0, upper_of_large_shift(ncp, df, limit)));
  const boost::math::non_central_t_distribution<double, Policy> shifted(df, ncp);
  const double power = cdf(complement(shifted, limit)) + (both ? cdf(shifted, -limit) : 0);
  return std::fmin(1, std::fmax(0, power));
}

// Real n such that a t test with df(n) degrees and shift ncp(n) has the power.
template <class Df, class Shift>
Result<double> size_for(const Plan& plan, Df df, Shift shift) {
  return size_above([&](double n) { return power_of_t(shift(n), df(n), plan.alpha, plan.sides, false) - plan.power; }, kSmallestSize);
}

}  // namespace

Result<double> sample_size_two_means_t(double delta, double sd, const Plan& plan) {
  LR_TRY([[maybe_unused]] auto effect_fine, need_effect(delta, sd));
  LR_TRY([[maybe_unused]] auto plan_fine, need_plan(plan));
  const double d = std::fabs(delta) / sd;
  return size_for(plan, [](double n) { return 2 * (n - 1); }, [d](double n) { return d * std::sqrt(n / 2); });
}

Result<double> power_two_means_t(double n_per_group, double delta, double sd, double alpha, double sides, bool strict) {
  LR_TRY([[maybe_unused]] auto n_fine, need_positive(n_per_group, "n_per_group"));
  if (n_per_group < 2) return refuse("n_per_group", "At least 2 in each group are needed.");
  LR_TRY([[maybe_unused]] auto delta_fine, need_finite(delta, "delta"));
  LR_TRY([[maybe_unused]] auto sd_fine, need_positive(sd, "sd"));
  LR_TRY([[maybe_unused]] auto alpha_fine, need_alpha(alpha, sides));
  const double shift = std::fabs(delta) / sd * std::sqrt(n_per_group / 2);
  LR_TRY([[maybe_unused]] auto shift_fine, need_finite(shift, "delta"));
  return power_of_t(shift, 2 * (n_per_group - 1), alpha, sides, strict && sides == 2);
}

Result<double> mde_two_means_t(double n_per_group, double sd, const Plan& plan) {
  LR_TRY([[maybe_unused]] auto n_fine, need_positive(n_per_group, "n_per_group"));
  if (n_per_group < 2) return refuse("n_per_group", "At least 2 in each group are needed.");
  LR_TRY([[maybe_unused]] auto sd_fine, need_positive(sd, "sd"));
  LR_TRY([[maybe_unused]] auto plan_fine, need_plan(plan));
  const double df = 2 * (n_per_group - 1);
  LR_TRY(const double shift, size_above([&](double ncp) { return power_of_t(ncp, df, plan.alpha, plan.sides, false) - plan.power; }, 1e-9));
  return shift * sd / std::sqrt(n_per_group / 2);
}

Result<double> power_two_means_t_unequal(double n1, double n2, double d, double alpha) {
  LR_TRY([[maybe_unused]] auto n1_fine, need_positive(n1, "n1"));
  LR_TRY([[maybe_unused]] auto n2_fine, need_positive(n2, "n2"));
  if (n1 < 2 || n2 < 2) return refuse(n1 < 2 ? "n1" : "n2", "At least 2 in each group are needed.");
  LR_TRY([[maybe_unused]] auto d_fine, need_finite(d, "d"));
  LR_TRY([[maybe_unused]] auto alpha_fine, need_alpha(alpha, 2));
  const double shift = std::fabs(d) * std::sqrt(n1 / (n1 + n2) * n2);
  LR_TRY([[maybe_unused]] auto shift_fine, need_finite(shift, "d"));
  return power_of_t(shift, n1 + n2 - 2, alpha, 2, true);
}

Result<double> sample_size_one_sample_t(double delta, double sd, const Plan& plan) {
  LR_TRY([[maybe_unused]] auto effect_fine, need_effect(delta, sd));
  LR_TRY([[maybe_unused]] auto plan_fine, need_plan(plan));
  const double d = std::fabs(delta) / sd;
  return size_for(plan, [](double n) { return n - 1; }, [d](double n) { return d * std::sqrt(n); });
}

Result<TwoSizes> sample_size_two_means_z(double delta, double sd1, double sd2, double ratio, const Plan& plan) {
  LR_TRY([[maybe_unused]] auto effect_fine, need_effect(delta, 1));
  LR_TRY([[maybe_unused]] auto sd1_fine, need_positive(sd1, "sd1"));
  LR_TRY([[maybe_unused]] auto sd2_fine, need_positive(sd2, "sd2"));
  LR_TRY([[maybe_unused]] auto ratio_fine, need_positive(ratio, "ratio"));
  LR_TRY([[maybe_unused]] auto plan_fine, need_plan(plan));
  const double z = z_sum(plan), first = sd1 / delta, second = sd2 / delta;
  const double n1 = z * z * (first * first + second * second / ratio);
  LR_TRY([[maybe_unused]] auto finite, need_finite(n1, "delta"));
  return TwoSizes{n1, ratio * n1};
}

Result<double> power_two_means_z(double delta, double sd1, double sd2, double n1, double n2, double alpha, double sides) {
  LR_TRY([[maybe_unused]] auto delta_fine, need_finite(delta, "delta"));
  LR_TRY([[maybe_unused]] auto sd1_fine, need_positive(sd1, "sd1"));
  LR_TRY([[maybe_unused]] auto sd2_fine, need_positive(sd2, "sd2"));
  LR_TRY([[maybe_unused]] auto n1_fine, need_positive(n1, "n1"));
  LR_TRY([[maybe_unused]] auto n2_fine, need_positive(n2, "n2"));
  LR_TRY([[maybe_unused]] auto alpha_fine, need_alpha(alpha, sides));
  const double std_error = std::hypot(sd1 / std::sqrt(n1), sd2 / std::sqrt(n2));
  return standard_normal_sf(z_alpha(alpha, sides) - std::fabs(delta) / std_error);
}

Result<double> sample_size_mean_margin(double sigma, double margin, double conf_level) {
  LR_TRY([[maybe_unused]] auto sigma_fine, need_positive(sigma, "sigma"));
  LR_TRY([[maybe_unused]] auto margin_fine, need_positive(margin, "margin"));
  LR_TRY([[maybe_unused]] auto inside, need_inside_unit(conf_level, "conf_level"));
  const double root = normal_critical(conf_level) * (sigma / margin);
  return root * root;
}

Result<double> sample_size_rule_of_16(double sd, double delta) {
  LR_TRY([[maybe_unused]] auto effect_fine, need_effect(delta, sd));
  return 16 * (sd / delta) * (sd / delta);
}

}  // namespace loopready::stats
