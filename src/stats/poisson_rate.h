// Exact tests and intervals of event rates.
// Here: one rate against a value, the ratio of two rates.  Not here: regression of counts (generalised_regression.h).
// Terms: rate = events / exposure, both groups' exposures in one unit; two-sided p-values are by minimum likelihood.
// Errors: bad_input naming the argument.
// Source: Garwood 1936; the ratio by the binomial of the first count given the sum (Przyborowski & Wilenski 1940).
#pragma once

#include "base/result.h"
#include "stats/interval.h"

namespace loopready::stats {

struct RateTest {
  double estimate = 0;  // a rate, or a ratio of rates
  Interval interval;
  double p_value = 0;
};

base::Result<RateTest> poisson_rate_exact(double events, double exposure, double rate0, double conf_level);
// Infinity as the estimate when the second group has no events.
base::Result<RateTest> poisson_rate_ratio_exact(double events1, double exposure1, double events2, double exposure2, double conf_level);

}  // namespace loopready::stats
