#include "stats/sd_estimate.h"

#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "stats/boost_policy.h"

namespace loopready::stats {
namespace {

constexpr double kPi = 3.14159265358979323846;

// log of 2 h^h e^(-h) / Gamma(h), h = df / 2.
double log_constant(double half) {
  if (half <= 20) return std::log(2.0) + half * std::log(half) - half - boost::math::lgamma(half, Policy());
  const double square = half * half;
  return 0.5 * std::log(2 * half / kPi) - (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / 1680 / square) / square) / square) / half;
}

}  // namespace

SdEstimate::SdEstimate(double df) : df_(df), log_constant_(log_constant(df / 2)) {}

double SdEstimate::log_density(double u) const { return log_constant_ + df_ * (u - std::expm1(2 * u) / 2); }

}  // namespace loopready::stats
