// Continuous distributions other than the normal: Student t, chi-squared, F, beta, gamma, exponential, lognormal, Weibull.
// Here: lower tail (cdf), upper tail (sf), density (pdf), quantiles.  Not here: the normal (normal.h), shifted kinds (noncentral.h).
// Terms: df is a real number above 0; sf is computed as such and keeps its digits down to 1e-300; quantile_upper takes the upper
//   tail's probability; scale has the unit of x, rate its inverse; meanlog and sdlog belong to log(x).
// Errors: bad_input naming the argument. Outside the support tails are 0 or 1 and the density 0.
// Source: incomplete beta and gamma functions and their inverses as Boost.Math computes them.
#pragma once

#include "base/result.h"

namespace loopready::stats {

base::Result<double> student_t_cdf(double x, double df);
base::Result<double> student_t_sf(double x, double df);
base::Result<double> student_t_pdf(double x, double df);
base::Result<double> student_t_quantile(double p, double df);
base::Result<double> student_t_quantile_upper(double p, double df);

base::Result<double> chi_squared_cdf(double x, double df);
base::Result<double> chi_squared_sf(double x, double df);
base::Result<double> chi_squared_pdf(double x, double df);
base::Result<double> chi_squared_quantile(double p, double df);
base::Result<double> chi_squared_quantile_upper(double p, double df);

base::Result<double> f_cdf(double x, double df1, double df2);
base::Result<double> f_sf(double x, double df1, double df2);
base::Result<double> f_pdf(double x, double df1, double df2);
base::Result<double> f_quantile(double p, double df1, double df2);

base::Result<double> beta_cdf(double x, double a, double b);
base::Result<double> beta_sf(double x, double a, double b);
base::Result<double> beta_pdf(double x, double a, double b);
base::Result<double> beta_quantile(double p, double a, double b);

base::Result<double> gamma_cdf(double x, double shape, double scale);
base::Result<double> gamma_sf(double x, double shape, double scale);
base::Result<double> gamma_pdf(double x, double shape, double scale);
base::Result<double> gamma_quantile(double p, double shape, double scale);

base::Result<double> exponential_cdf(double x, double rate);
base::Result<double> exponential_sf(double x, double rate);
base::Result<double> exponential_pdf(double x, double rate);
base::Result<double> exponential_quantile(double p, double rate);

base::Result<double> lognormal_cdf(double x, double meanlog, double sdlog);
base::Result<double> lognormal_sf(double x, double meanlog, double sdlog);
base::Result<double> lognormal_pdf(double x, double meanlog, double sdlog);
base::Result<double> lognormal_quantile(double p, double meanlog, double sdlog);

base::Result<double> weibull_cdf(double x, double shape, double scale);
base::Result<double> weibull_sf(double x, double shape, double scale);
base::Result<double> weibull_pdf(double x, double shape, double scale);
base::Result<double> weibull_quantile(double p, double shape, double scale);

}  // namespace loopready::stats
