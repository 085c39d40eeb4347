// Distributions of counts: binomial, Poisson, geometric, negative binomial, hypergeometric.
// Here: mass, lower tail, upper tail (strictly above k), quantile.  Not here: intervals and tests of proportions.
// Terms: cdf is P(X <= k) and sf P(X > k); a quantile is the smallest k whose cdf is at least the probability. Geometric counts the
//   trial of the first success (1, 2, ...); negative binomial counts failures before the r-th success, r a real number;
//   hypergeometric: n drawn from a population of N of which K are marked.
// Errors: bad_input naming the argument. A k outside the support has mass 0; masses want a whole k, tails round it down.
// Sources: Loader 2000 for masses; incomplete beta and gamma functions of Boost.Math for tails.
#pragma once

#include "base/result.h"

namespace loopready::stats {

base::Result<double> binomial_pmf(double k, double n, double p);
base::Result<double> binomial_cdf(double k, double n, double p);
base::Result<double> binomial_sf(double k, double n, double p);
base::Result<double> binomial_quantile(double probability, double n, double p);

base::Result<double> poisson_pmf(double k, double lambda);
base::Result<double> poisson_cdf(double k, double lambda);
base::Result<double> poisson_sf(double k, double lambda);
base::Result<double> poisson_quantile(double probability, double lambda);

base::Result<double> geometric_pmf(double k, double p);
base::Result<double> geometric_cdf(double k, double p);

base::Result<double> negative_binomial_pmf(double k, double r, double p);
base::Result<double> negative_binomial_cdf(double k, double r, double p);

base::Result<double> hypergeometric_pmf(double k, double n_population, double n_marked, double n_drawn);
base::Result<double> hypergeometric_cdf(double k, double n_population, double n_marked, double n_drawn);
base::Result<double> hypergeometric_sf(double k, double n_population, double n_marked, double n_drawn);

}  // namespace loopready::stats
