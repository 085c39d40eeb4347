// Ratios of gamma functions of large arguments, without the cancellation of two large logarithms.
// Here: Stirling's remainder and the logarithm of a rise.  Not here: the gamma function itself (Boost.Math).
// Terms: natural logarithms.
// Errors: none; arguments are checked by the caller.
// Source: Stirling's series, Abramowitz and Stegun 6.1.41.
#pragma once

#include <cmath>

namespace loopready::stats {

// What Stirling's formula leaves out of ln gamma(x), for x of at least 10.
inline double stirling_rest(double x) {
  const double square = 1 / (x * x);
  return (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / x;
}

// ln(gamma(x + rise) / gamma(x)) without the cancellation of two large logarithms; x > 0, rise >= 0.
inline double log_gamma_rise(double x, double rise) {
  double steps = 0;  // gamma(x) = gamma(x + 1) / x, on both sides, until Stirling's formula holds
  for (; x < 10; ++x) steps += std::log1p(rise / x);
  return (x - 0.5) * std::log1p(rise / x) + rise * (std::log(x + rise) - 1) + stirling_rest(x + rise) - stirling_rest(x) - steps;
}

}  // namespace loopready::stats
