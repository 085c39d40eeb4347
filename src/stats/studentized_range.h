// The studentized range: the largest minus the smallest of k standard normal means, over an independent estimate of their sd.
// Here: both tails and the quantile (Tukey's q).  Not here: Tukey's comparisons themselves.
// Terms: k is the number of means, 2 to 10000; df belongs to the estimate of the sd, Infinity for a known sd.
// Errors: bad_input naming the argument.
// Source: the double integral of its definition, by the trapezoidal rule in the mean's z and in log(sd).
#pragma once

#include "base/result.h"

namespace loopready::stats {

base::Result<double> studentized_range_cdf(double q, double k, double df);
base::Result<double> studentized_range_sf(double q, double k, double df);
base::Result<double> studentized_range_quantile(double p, double k, double df);  // lower tail p
base::Result<double> studentized_range_quantile_upper(double p, double k, double df);

}  // namespace loopready::stats
