// What all planning of sample sizes shares.
// Here: the checks of alpha, power and sides, critical values, finding where a growing function meets 0.
// Not here: the plans (power_means.h, power_proportions.h, power_other.h).
// Terms: alpha is the level over all sides; power is 0 to 1 and above alpha over sides.
// Errors: bad_input naming the argument; too_large when no sample size up to 10^12 is enough.
// Source: Alefeld, Potra & Shi 1995 (algorithm 748) as Boost.Math gives it, to the last digits.
#pragma once

#include <functional>

#include "base/result.h"

namespace loopready::stats {

struct Plan {
  double alpha = 0.05;
  double power = 0.8;
  double sides = 2;
};

base::Status need_alpha(double alpha, double sides);
base::Status need_plan(const Plan& plan);
double z_alpha(double alpha, double sides);  // upper normal quantile of alpha / sides
double z_power(double power);
// z_alpha + z_power, which is above 0 for a checked plan
double z_sum(const Plan& plan);

// Where `growing` passes 0 between low and high; both ends have been seen to lie on their sides.
double root_between(const std::function<double(double)>& growing, double low, double high);
// The same above low, looking ever further; low itself when it passes 0 already there.
base::Result<double> size_above(const std::function<double(double)>& growing, double low);

}  // namespace loopready::stats
