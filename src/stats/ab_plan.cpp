#include "stats/ab_plan.h"

#include <algorithm>
#include <cmath>

#include "stats/bracketed_root.h"
#include "stats/normal.h"
#include "stats/power_terms.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

constexpr double kMostSize = 1e12;

bool is_proportion(const AbPlan& plan) { return plan.metric != AbMetric::mean; }

// Standard deviations of the difference times sqrt(size), under no effect and under the lift.
struct Spread {
  double null = 0, lifted = 0;
};

Spread spread_of(const AbPlan& plan) {
  const double k = plan.ratio;
  if (!is_proportion(plan)) {
    const double sd = plan.sd * std::sqrt(1 + 1 / k);
    return {sd, sd};
  }
  const double p1 = plan.base, p2 = plan.base + plan.lift, pooled = (p1 + k * p2) / (1 + k);
  const double lifted = std::sqrt(p1 * (1 - p1) + p2 * (1 - p2) / k);
  return {plan.metric == AbMetric::proportion_pooled ? std::sqrt(pooled * (1 - pooled) * (1 + 1 / k)) : lifted, lifted};
}

Status check(const AbPlan& plan, bool with_lift) {
  LR_NEED(need_finite(plan.base, "base"));
  LR_NEED(need_positive(plan.ratio, "ratio"));
  if (plan.sides != 1 && plan.sides != 2) return refuse("sides", "A test has one side or two.");
  if (is_proportion(plan)) LR_NEED(need_inside_unit(plan.base, "base"));
  else LR_NEED(need_positive(plan.sd, "sd"));
  if (!with_lift) return base::Done{};
  LR_NEED(need_positive(plan.lift, "lift"));
  if (is_proportion(plan) && plan.base + plan.lift >= 1)
    return refuse("lift", "With this lift the treatment's share would pass 100 %.");
  return base::Done{};
}

Status check_size(const AbPlan& plan) {
  LR_NEED(need_positive(plan.size, "size"));
  return plan.size > kMostSize ? Status(refuse("size", "At most 10^12 users a group are planned with.")) : Status(base::Done{});
}

double power_at(const AbPlan& plan, double z) {
  const Spread spread = spread_of(plan);
  return standard_normal_cdf((plan.lift * std::sqrt(plan.size) - z * spread.null) / spread.lifted);
}

}  // namespace

Result<double> ab_size(const AbPlan& plan) {
  LR_NEED(check(plan, true));
  LR_NEED(need_plan({plan.alpha, plan.power, plan.sides}));
  const Spread spread = spread_of(plan);
  const double root = (z_alpha(plan.alpha, plan.sides) * spread.null + z_power(plan.power) * spread.lifted) / plan.lift;
  if (!(root * root <= kMostSize))
    return base::Error{base::ErrorKind::too_large, "lift", "More than 10^12 users a group would be needed."};
  return root * root;
}

Result<double> ab_power(const AbPlan& plan) {
  LR_NEED(check(plan, true));
  LR_NEED(check_size(plan));
  LR_NEED(need_alpha(plan.alpha, plan.sides));
  return power_at(plan, z_alpha(plan.alpha, plan.sides));
}

Result<double> ab_lift(const AbPlan& plan) {
  LR_NEED(check(plan, false));
  LR_NEED(check_size(plan));
  LR_NEED(need_plan({plan.alpha, plan.power, plan.sides}));
  const double z = z_alpha(plan.alpha, plan.sides);
  if (!is_proportion(plan)) return (z + z_power(plan.power)) * spread_of(plan).null / std::sqrt(plan.size);
  AbPlan tried = plan;
  const auto short_of = [&](double lift) {
    tried.lift = lift;
    return power_at(tried, z) - plan.power;
  };
  const double most = (1 - plan.base) * (1 - 1e-9);
  if (short_of(most) < 0) return refuse("size", "With so few users not even a lift to 100 % would be found that often.");
  // The pooled variance may make power fall again near 100 %; the first lift that reaches it is wanted.
  double low = 0, high = most;
  for (double lift = most / 4096; lift < most; lift *= 1.5) {
    if (short_of(lift) >= 0) {
      high = lift;
      break;
    }
    low = lift;
  }
  return bracketed_root(short_of, std::max(low, most * 1e-12), high);
}

Result<double> ab_alpha(const AbPlan& plan) {
  LR_NEED(check(plan, true));
  LR_NEED(check_size(plan));
  LR_NEED(need_inside_unit(plan.power, "power"));
  const Spread spread = spread_of(plan);
  const double z = (plan.lift * std::sqrt(plan.size) - z_power(plan.power) * spread.lifted) / spread.null;
  const double alpha = plan.sides * standard_normal_sf(z);
  return alpha >= 1 ? Result<double>(
                          refuse("size", "Even without any guard against false alarms this lift would not be found that often."))
                    : Result<double>(alpha);
}

Result<double> ratio_sd(const RatioSpread& spread) {
  LR_NEED(need_finite(spread.mean_numerator, "mean_numerator"));
  LR_NEED(need_not_negative(spread.sd_numerator, "sd_numerator"));
  LR_NEED(need_positive(spread.mean_denominator, "mean_denominator"));
  LR_NEED(need_not_negative(spread.sd_denominator, "sd_denominator"));
  LR_NEED(need_finite(spread.correlation, "correlation"));
  if (std::fabs(spread.correlation) > 1) return refuse("correlation", "A correlation lies between -1 and 1.");
  const double ratio = spread.mean_numerator / spread.mean_denominator;
  const double variance = spread.sd_numerator * spread.sd_numerator -
                          2 * ratio * spread.correlation * spread.sd_numerator * spread.sd_denominator +
                          ratio * ratio * spread.sd_denominator * spread.sd_denominator;
  return std::sqrt(std::max(0.0, variance)) / spread.mean_denominator;
}

}  // namespace loopready::stats
