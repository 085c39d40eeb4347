#include "stats/exact_count.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

#include "stats/boost_policy.h"

namespace loopready::stats {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kSlack = 1e-7;
constexpr double kLogTwoPi = 1.8378770664093454836;

// log(n!) less Stirling's formula.
double stirling_error(double n) {
  if (n <= 15) return boost::math::lgamma(n + 1, Policy()) - (n + 0.5) * std::log(n) + n - kLogTwoPi / 2;
  const double square = n * n;
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) / n;
}

// x log(x/m) + m - x, without cancellation near x = m.
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

// The incomplete beta function loses digits with n: from here to there the tail is summed from its first outcome outwards instead.
constexpr double kSummedFrom = 1e7, kSummedTo = 1e12;

// P(X >= k) for k above the mean.
double summed_upper_tail(double k, double n, double p) {
  double term = 1, sum = 1;
  for (double j = k; j < n && term > sum * 1e-17; ++j) {
    term *= (n - j) / (j + 1) * (p / (1 - p));
    sum += term;
  }
  return std::exp(log_binomial_pmf(k, n, p)) * sum;
}

bool is_summed(double n) { return n >= kSummedFrom && n <= kSummedTo; }

// The first whole number in [from, to] where `holds`; `to` when none does. It holds from some number on.
template <class Holds>
double first_where(double from, double to, Holds holds) {
  while (from < to) {
    const double middle = std::floor(from + (to - from) / 2);
    if (holds(middle)) to = middle;
    else if (middle + 1 > from) from = middle + 1;
    else return to;
  }
  return from;
}

}  // namespace

double log_binomial_pmf(double k, double n, double p) {
  if (k < 0 || k > n) return -kInfinity;
  if (p == 0) return k == 0 ? 0 : -kInfinity;
  if (p == 1) return k == n ? 0 : -kInfinity;
  if (k == 0) return n * std::log1p(-p);
  if (k == n) return n * std::log(p);
  const double correction = stirling_error(n) - stirling_error(k) - stirling_error(n - k);
  return correction - deviance_part(k, n * p) - deviance_part(n - k, n * (1 - p)) -
         0.5 * (kLogTwoPi + std::log(k) + std::log1p(-k / n));
}

double log_poisson_pmf(double k, double mean) {
  if (k < 0) return -kInfinity;
  if (mean == 0) return k == 0 ? 0 : -kInfinity;
  if (k == 0) return -mean;
  return -stirling_error(k) - deviance_part(k, mean) - 0.5 * (kLogTwoPi + std::log(k));
}

double binomial_at_most(double k, double n, double p) {
  if (k < 0) return 0;
  if (k >= n || p == 0) return 1;
  if (p == 1) return 0;
  if (is_summed(n)) return k < n * p ? summed_upper_tail(n - k, n, 1 - p) : 1 - binomial_at_least(k + 1, n, p);
  return boost::math::ibetac(k + 1, n - k, p, Policy());
}

double binomial_at_least(double k, double n, double p) {
  if (k <= 0) return 1;
  if (k > n || p == 0) return 0;
  if (p == 1) return 1;
  if (is_summed(n)) return k > n * p ? summed_upper_tail(k, n, p) : 1 - binomial_at_most(k - 1, n, p);
  return boost::math::ibeta(k, n - k + 1, p, Policy());
}

double poisson_at_most(double k, double mean) {
  if (k < 0) return 0;
  return mean == 0 ? 1 : boost::math::gamma_q(k + 1, mean, Policy());
}

double poisson_at_least(double k, double mean) {
  if (k <= 0) return 1;
  return mean == 0 ? 0 : boost::math::gamma_p(k, mean, Policy());
}

double binomial_p_value(double x, double n, double p0, Side side) {
  if (side == Side::less) return binomial_at_most(x, n, p0);
  if (side == Side::greater) return binomial_at_least(x, n, p0);
  if (p0 == 0) return x == 0 ? 1 : 0;
  if (p0 == 1) return x == n ? 1 : 0;
  const double mean = n * p0;
  if (x == mean) return 1;
  const double limit = log_binomial_pmf(x, n, p0) + std::log1p(kSlack);
  if (x < mean) {
    const double far = first_where(std::ceil(mean), n + 1, [&](double k) { return log_binomial_pmf(k, n, p0) <= limit; });
    return std::min(1.0, binomial_at_most(x, n, p0) + binomial_at_least(far, n, p0));
  }
  const double first_likelier = first_where(0, std::floor(mean) + 1, [&](double k) { return log_binomial_pmf(k, n, p0) > limit; });
  return std::min(1.0, binomial_at_most(first_likelier - 1, n, p0) + binomial_at_least(x, n, p0));
}

double poisson_p_value(double x, double mean, Side side) {
  if (side == Side::less) return poisson_at_most(x, mean);
  if (side == Side::greater) return poisson_at_least(x, mean);
  if (mean == 0) return x == 0 ? 1 : 0;
  if (x == mean) return 1;
  const double limit = log_poisson_pmf(x, mean) + std::log1p(kSlack);
  if (x < mean) {
    double end = std::ceil(2 * mean - x) + 1;
    while (log_poisson_pmf(end, mean) > limit) end *= 2;
    const double far = first_where(std::ceil(mean), end, [&](double k) { return log_poisson_pmf(k, mean) <= limit; });
    return std::min(1.0, poisson_at_most(x, mean) + poisson_at_least(far, mean));
  }
  const double first_likelier = first_where(0, std::floor(mean) + 1, [&](double k) { return log_poisson_pmf(k, mean) > limit; });
  return std::min(1.0, poisson_at_most(first_likelier - 1, mean) + poisson_at_least(x, mean));
}

Interval clopper_pearson_limits(double x, double n, double conf_level) {
  const double tail = (1 - conf_level) / 2;
  return {x == 0 ? 0 : boost::math::ibeta_inv(x, n - x + 1, tail, Policy()),
          x == n ? 1 : boost::math::ibetac_inv(x + 1, n - x, tail, Policy())};
}

Interval garwood_limits(double events, double conf_level) {
  const double tail = (1 - conf_level) / 2;
  return {events == 0 ? 0 : boost::math::gamma_p_inv(events, tail, Policy()), boost::math::gamma_q_inv(events + 1, tail, Policy())};
}

}  // namespace loopready::stats
