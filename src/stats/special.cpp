#include "stats/special.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

#include "stats/boost_policy.h"

namespace loopready::stats {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

bool is_count(double k) { return k >= 0 && k <= 1e15 && std::floor(k) == k; }
bool is_share(double p) { return p >= 0 && p <= 1; }
bool is_size(double a) { return a > 0 && a < 1e300; }

}  // namespace

double beta_share_below(double x, double a, double b) {
  if (std::isnan(x) || !is_size(a) || !is_size(b)) return kNone;
  if (x <= 0) return 0;
  return x >= 1 ? 1 : boost::math::ibeta(a, b, x, Policy());
}

double beta_quantile_of(double share, double a, double b) {
  if (!is_share(share) || !is_size(a) || !is_size(b)) return kNone;
  return boost::math::ibeta_inv(a, b, share, Policy());
}

double binomial_probability(double k, double n, double p) {
  if (!is_count(n) || !is_share(p) || std::floor(k) != k) return kNone;
  if (k < 0 || k > n) return 0;
  if (p == 0) return k == 0 ? 1 : 0;
  if (p == 1) return k == n ? 1 : 0;
  if (k == 0) return std::exp(n * std::log1p(-p));
  if (k == n) return std::exp(n * std::log(p));
  return boost::math::ibeta_derivative(k + 1, n - k + 1, p, Policy()) / (n + 1);
}

double binomial_at_most(double k, double n, double p) {
  if (!is_count(n) || !is_share(p) || std::isnan(k)) return kNone;
  k = std::floor(k);
  if (k < 0) return 0;
  if (k >= n || p == 0) return 1;
  return p == 1 ? 0 : boost::math::ibetac(k + 1, n - k, p, Policy());
}

double poisson_probability(double k, double rate) {
  if (!(rate >= 0) || !(rate < 1e15) || std::floor(k) != k) return kNone;
  if (k < 0) return 0;
  if (rate == 0) return k == 0 ? 1 : 0;
  return boost::math::gamma_p_derivative(k + 1, rate, Policy());
}

double poisson_at_most(double k, double rate) {
  if (!(rate >= 0) || !(rate < 1e15) || std::isnan(k)) return kNone;
  k = std::floor(k);
  if (k < 0) return 0;
  return rate == 0 ? 1 : boost::math::gamma_q(k + 1, rate, Policy());
}

}  // namespace loopready::stats
