// Draws from distributions that are the same to the last bit on every machine.
// Here: normal, exponential, lognormal, binomial, and the logarithm and exponential they rest on.
// Not here: uniform draws (base/random.h), distribution functions (normal.h, continuous.h).
// Terms: only additions, products, quotients and square roots are used, which IEEE 754 rounds one way; the libraries' own log and exp
//   differ between machines in the last digit. A draw takes one uniform (binomial: n of them).
// Errors: none; arguments have been checked by the caller.
// Source: Wichura 1988, algorithm AS 241 (normal quantile, about 16 digits).
#pragma once

#include <cstdint>

#include "base/random.h"

namespace loopready::stats {

double portable_log(double x);  // x above 0 and finite
double portable_exp(double x);  // |x| at most 700
double portable_normal_quantile(double p);  // p inside (0, 1)

double draw_normal(base::Random& random);
double draw_exponential(base::Random& random);                  // mean 1
double draw_lognormal(base::Random& random, double sdlog);      // mean 1
std::int64_t draw_binomial(base::Random& random, std::int64_t n, double p);
// The same in one uniform draw: by inversion where the variance is below 25, else a rounded normal, off by less than a draw can tell.
std::int64_t draw_count(base::Random& random, std::int64_t n, double p);

}  // namespace loopready::stats
