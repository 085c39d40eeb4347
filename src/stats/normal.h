// The normal distribution, with tails that hold down to 1e-300.
// Here: cdf, sf (upper tail), log cdf, pdf, quantiles from either tail.  Not here: tests (mean_test.h).
// Terms: sd has the unit of x and is above 0; probabilities are 0 to 1; quantile_upper takes the upper tail's probability.
// Errors: bad_input naming the argument.
// Source: complementary error function and its inverse as Boost.Math computes them.
#pragma once

#include "base/result.h"

namespace loopready::stats {

base::Result<double> normal_cdf(double x, double mean, double sd);
base::Result<double> normal_sf(double x, double mean, double sd);
base::Result<double> normal_log_cdf(double x, double mean, double sd);
base::Result<double> normal_pdf(double x, double mean, double sd);
base::Result<double> normal_quantile(double p, double mean, double sd);        // p = 0 and 1 give -+Infinity
base::Result<double> normal_quantile_upper(double p, double mean, double sd);

// Standard normal, for use inside other routines: p strictly inside (0, 1).
double standard_normal_cdf(double z);
double standard_normal_sf(double z);
double standard_normal_quantile(double p);
double standard_normal_quantile_upper(double p);

}  // namespace loopready::stats
