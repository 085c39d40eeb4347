// Planning a comparison of a treatment with a control: any one of size, power, effect and level from the other three.
// Here: proportions with pooled or separate variance, and means (also ratios, by the sd of their linearised values), by z.
// Not here: small samples by Student's t (power_means.h), several groups at once (power_other.h).
// Terms: base is the control's proportion or mean, lift the treatment's less the control's and above 0; size is the control's n, and
// the treatment's is ratio times that; the opposite tail is left out; sides 1 or 2.
// Errors: bad_input naming the argument; too_large when no size up to 10^12 is enough.
// Source: Fleiss, Tytun and Ury 1980 without continuity correction; Deng, Knoblich and Lu 2018 (delta method for ratios).
#pragma once

#include "base/result.h"

namespace loopready::stats {

enum class AbMetric { proportion_pooled, proportion_unpooled, mean };

struct AbPlan {
  AbMetric metric = AbMetric::proportion_pooled;
  double base = 0.05;
  double sd = 0;      // of one value; means only
  double lift = 0.005;
  double size = 30'000;
  double ratio = 1;
  double alpha = 0.05;
  double power = 0.8;
  double sides = 2;
};

base::Result<double> ab_size(const AbPlan& plan);   // not rounded
base::Result<double> ab_power(const AbPlan& plan);
base::Result<double> ab_lift(const AbPlan& plan);
base::Result<double> ab_alpha(const AbPlan& plan);

// sd of numerator - ratio * denominator, over the denominator's mean: what a ratio metric's user contributes.
struct RatioSpread {
  double mean_numerator = 1, sd_numerator = 1, mean_denominator = 1, sd_denominator = 1, correlation = 0;
};
base::Result<double> ratio_sd(const RatioSpread& spread);

}  // namespace loopready::stats
