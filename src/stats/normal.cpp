#include "stats/normal.h"

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>

#include "stats/boost_policy.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;

namespace {

using Normal = boost::math::normal_distribution<double, Policy>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kLogOfRootOfTwoPi = 0.91893853320467274178;

base::Status check(double x, double mean, double sd) {
  if (std::isnan(x)) return refuse("x", "A number is needed.");
  LR_TRY([[maybe_unused]] auto mean_fine, need_finite(mean, "mean"));
  return need_positive(sd, "sd");
}

// log of the lower tail far out, where the tail itself underflows: the asymptotic series of Mills' ratio.
double log_far_tail(double z) {
  double term = 1, sum = 1;
  for (int k = 1; k < 20; ++k) {
    const double next = -term * (2 * k - 1) / (z * z);
    if (std::fabs(next) >= std::fabs(term)) break;
    term = next;
    sum += term;
  }
  return -z * z / 2 - kLogOfRootOfTwoPi - std::log(-z) + std::log(sum);
}

}  // namespace

double standard_normal_cdf(double z) {
  if (std::isinf(z)) return z > 0 ? 1 : 0;
  return cdf(Normal(0, 1), z);
}
double standard_normal_sf(double z) { return standard_normal_cdf(-z); }
double standard_normal_quantile(double p) { return quantile(Normal(0, 1), p); }
double standard_normal_quantile_upper(double p) { return quantile(complement(Normal(0, 1), p)); }

Result<double> normal_cdf(double x, double mean, double sd) {
  LR_TRY([[maybe_unused]] auto fine, check(x, mean, sd));
  return standard_normal_cdf((x - mean) / sd);
}

Result<double> normal_sf(double x, double mean, double sd) {
  LR_TRY([[maybe_unused]] auto fine, check(x, mean, sd));
  return standard_normal_sf((x - mean) / sd);
}

Result<double> normal_log_cdf(double x, double mean, double sd) {
  LR_TRY([[maybe_unused]] auto fine, check(x, mean, sd));
  const double z = (x - mean) / sd;
  if (z == -kInfinity) return -kInfinity;
  if (z < -30) return log_far_tail(z);
  if (z > 0) return std::log1p(-standard_normal_sf(z));
  return std::log(standard_normal_cdf(z));
}

Result<double> normal_pdf(double x, double mean, double sd) {
  LR_TRY([[maybe_unused]] auto fine, check(x, mean, sd));
  const double z = (x - mean) / sd;
  return std::exp(-z * z / 2 - kLogOfRootOfTwoPi) / sd;
}

Result<double> normal_quantile(double p, double mean, double sd) {
  LR_TRY([[maybe_unused]] auto fine, check(0, mean, sd));
  LR_TRY([[maybe_unused]] auto inside, need_probability(p, "p"));
  if (p == 0 || p == 1) return p == 0 ? -kInfinity : kInfinity;
  return mean + sd * standard_normal_quantile(p);
}

Result<double> normal_quantile_upper(double p, double mean, double sd) {
  LR_TRY([[maybe_unused]] auto fine, check(0, mean, sd));
  LR_TRY([[maybe_unused]] auto inside, need_probability(p, "p"));
  if (p == 0 || p == 1) return p == 0 ? kInfinity : -kInfinity;
  return mean + sd * standard_normal_quantile_upper(p);
}

}  // namespace loopready::stats
