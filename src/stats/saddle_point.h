// Binomial and Poisson probabilities that keep their digits for any size: counts may be real numbers up to 1e15.
// Here: the two mass functions on which the discrete distributions stand.  Not here: checks of arguments (discrete.h).
// Terms: q is 1 - p, given apart so that neither loses digits.
// Errors: none; arguments are checked by the caller.
// Source: Loader 2000, "Fast and accurate computation of binomial probabilities".
#pragma once

namespace loopready::stats {

double binomial_mass(double k, double n, double p, double q);
double poisson_mass(double k, double lambda);

}  // namespace loopready::stats
