// Shifted distributions, on which power rests: noncentral t, chi-squared and F.
// Here: both tails.  Not here: power and sample size themselves.
// Terms: ncp is the noncentrality: the mean of the normal above the root (t), or the sum of squared means (chi-squared, F).
// Errors: bad_input naming the argument; ncp is at most 10000 in size, df of the t at least 0.5.
// Sources: t by its integral over the sd's distribution; chi-squared and F as Poisson mixtures (Johnson, Kotz and Balakrishnan 1995).
#pragma once

#include "base/result.h"

namespace loopready::stats {

base::Result<double> noncentral_t_cdf(double x, double df, double ncp);
base::Result<double> noncentral_t_sf(double x, double df, double ncp);
base::Result<double> noncentral_chi_squared_cdf(double x, double df, double ncp);
base::Result<double> noncentral_chi_squared_sf(double x, double df, double ncp);
base::Result<double> noncentral_f_cdf(double x, double df1, double df2, double ncp);
base::Result<double> noncentral_f_sf(double x, double df1, double df2, double ncp);

}  // namespace loopready::stats
