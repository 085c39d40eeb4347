// Functions that formulas need of distributions which no routine on its own asks for here.
// Here: incomplete beta and gamma shares, probabilities of counts.  Not here: tests and intervals, refusals (their routines).
// Terms: n and k are whole numbers; p is 0 to 1; a, b and rate are above 0.
// Errors: none; arguments that make no sense give NaN.
// Source: incomplete beta and gamma functions and their inverses as Boost.Math computes them.
#pragma once

namespace loopready::stats {

double beta_share_below(double x, double a, double b);
double beta_quantile_of(double share, double a, double b);
double binomial_probability(double k, double n, double p);
double binomial_at_most(double k, double n, double p);
double poisson_probability(double k, double rate);
double poisson_at_most(double k, double rate);

}  // namespace loopready::stats
