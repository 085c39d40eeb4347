#include "stats/saddle_point.h"

#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "stats/boost_policy.h"

namespace loopready::stats {
namespace {

constexpr double kTwoPi = 6.283185307179586477;
constexpr double kLogOfRootOfTwoPi = 0.91893853320467274178;

// log(n!) less Stirling's formula.
double stirling_error(double n) {
  if (n <= 15) return boost::math::lgamma(n + 1, Policy()) - (n + 0.5) * std::log(n) + n - kLogOfRootOfTwoPi;
  const double nn = n * n;
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360360 / nn) / nn) / nn) / nn) / nn) / n;
}

// x log(x / m) + m - x, without cancellation where x is near m.
double deviance_part(double x, double m) {
  if (std::fabs(x - m) >= 0.1 * (x + m)) return x * std::log(x / m) + m - x;
  const double v = (x - m) / (x + m);
  double sum = (x - m) * v, term = 2 * x * v;
  for (int j = 1; j < 1000; ++j) {
    term *= v * v;
    const double next = sum + term / (2 * j + 1);
    if (next == sum) break;
    sum = next;
  }
  return sum;
}

}  // namespace

double binomial_mass(double k, double n, double p, double q) {
  if (k < 0 || k > n) return 0;
  if (p == 0) return k == 0 ? 1 : 0;
  if (q == 0) return k == n ? 1 : 0;
  if (k == 0) return p > 0.1 ? std::pow(q, n) : std::exp(n * std::log1p(-p));
  if (k == n) return q > 0.1 ? std::pow(p, n) : std::exp(n * std::log1p(-q));
  const double exponent = stirling_error(n) - stirling_error(k) - stirling_error(n - k) - deviance_part(k, n * p) -
                          deviance_part(n - k, n * q);
  const double spread = kTwoPi * k * ((n - k) / n);
  return std::exp(exponent) / std::sqrt(spread);
}

double poisson_mass(double k, double lambda) {
  if (k < 0) return 0;
  if (lambda == 0) return k == 0 ? 1 : 0;
  if (k == 0) return std::exp(-lambda);
  return std::exp(-stirling_error(k) - deviance_part(k, lambda)) / std::sqrt(kTwoPi * k);
}

}  // namespace loopready::stats
