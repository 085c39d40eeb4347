// The zero of a continuous function between two points where it has different signs.
// Here: one solver, for use inside routines.  Not here: minima; the choice of the bracket.
// Terms: low < high; the answer is exact to about 1e-15 of its size; infinite function values count as +-1e300.
// Errors: none; without a change of sign the better end is returned.
// Source: Alefeld, Potra and Shi 1995 (algorithm 748) as Boost.Math gives it.
#pragma once

#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>

#include "stats/boost_policy.h"

namespace loopready::stats {

template <class Function>
double bracketed_root(Function function, double low, double high) {
  const auto tame = [&](double x) {
    const double value = function(x);
    return value > 1e300 ? 1e300 : value < -1e300 ? -1e300 : value;
  };
  const double at_low = tame(low), at_high = tame(high);
  if (at_low == 0) return low;
  if (at_high == 0) return high;
  if ((at_low < 0) == (at_high < 0)) return std::fabs(at_low) < std::fabs(at_high) ? low : high;
  std::uintmax_t n_steps = 300;
  const auto bracket =
      boost::math::tools::toms748_solve(tame, low, high, at_low, at_high, boost::math::tools::eps_tolerance<double>(52), n_steps, Policy());
  return bracket.first + (bracket.second - bracket.first) / 2;
}

}  // namespace loopready::stats
