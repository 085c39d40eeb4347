// Confidence intervals of one proportion.
// Here: Wilson with and without continuity correction, Agresti-Coull, Clopper-Pearson, Jeffreys, Wald.
// Not here: contrasts of two proportions (proportion_contrast.h).
// Terms: x successes of n trials; conf_level is above 0 and below 1.
// Errors: bad_input naming the argument.
// Source: Wilson 1927; Newcombe 1998a (methods 3 to 5); Agresti & Coull 1998; Clopper & Pearson 1934; Brown, Cai & DasGupta 2001.
#pragma once

#include "base/result.h"
#include "stats/interval.h"

namespace loopready::stats {

base::Result<Interval> wilson_interval(double x, double n, double conf_level);
base::Result<Interval> wilson_cc_interval(double x, double n, double conf_level);
base::Result<Interval> agresti_coull_interval(double x, double n, double conf_level);  // may leave 0 to 1
base::Result<Interval> clopper_pearson_interval(double x, double n, double conf_level);
base::Result<Interval> jeffreys_interval(double x, double n, double conf_level);
base::Result<Interval> wald_interval(double x, double n, double conf_level);  // may leave 0 to 1

}  // namespace loopready::stats
