#include "stats/discrete.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

#include "stats/boost_policy.h"
#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/saddle_point.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// Cumulative probabilities are compared with this slack, so that rounding does not push a quantile up by one.
constexpr double kSlack = 1e-14;

Status need_whole(double k, const char* what) {
  if (std::isfinite(k) && std::floor(k) == k) return Done{};
  return refuse(what, "A whole number is needed.");
}

Status need_point(double k) {
  if (!std::isnan(k)) return Done{};
  return refuse("k", "A number is needed.");
}

Status check_binomial(double n, double p) {
  LR_TRY([[maybe_unused]] auto count, need_count(n, "n"));
  return need_probability(p, "p");
}

// Above this many trials the incomplete beta function's power terms have lost too many digits; summed masses have not.
constexpr double kManyTrials = 1e7;

// The sum of masses from k away from the mean, both ends of the support kept: terms fall from the first on.
double sum_masses(double k, double n, double p, bool upwards) {
  const double odds = p / (1 - p);
  double term = binomial_mass(k, n, p, 1 - p), sum = 0;
  for (; k >= 0 && k <= n && term > sum * 1e-17; k += upwards ? 1 : -1) {
    sum += term;
    term *= upwards ? (n - k) / (k + 1) * odds : k / ((n - k + 1) * odds);
  }
  return std::min(1.0, sum);
}

double binomial_lower(double k, double n, double p) {
  if (k < 0) return 0;
  if (k >= n || p == 0) return 1;
  if (p == 1) return 0;
  if (n > kManyTrials) return k < n * p ? sum_masses(k, n, p, false) : 1 - sum_masses(k + 1, n, p, true);
  return boost::math::ibetac(k + 1, n - k, p, Policy());
}

double binomial_upper(double k, double n, double p) {
  if (k < 0) return 1;
  if (k >= n || p == 0) return 0;
  if (p == 1) return 1;
  if (n > kManyTrials) return k < n * p ? 1 - sum_masses(k, n, p, false) : sum_masses(k + 1, n, p, true);
  return boost::math::ibeta(k + 1, n - k, p, Policy());
}

// The same for the incomplete gamma function; above the second limit a sum would take a second.
constexpr double kManyEvents = 1e8, kTooManyEvents = 1e13;

double sum_poisson_masses(double k, double lambda, bool upwards) {
  double term = poisson_mass(k, lambda), sum = 0;
  for (; k >= 0 && term > sum * 1e-17; k += upwards ? 1 : -1) {
    sum += term;
    term *= upwards ? lambda / (k + 1) : k / lambda;
  }
  return std::min(1.0, sum);
}

double poisson_lower(double k, double lambda) {
  if (k < 0) return 0;
  if (lambda == 0 || std::isinf(k)) return 1;
  if (lambda > kManyEvents && lambda <= kTooManyEvents)
    return k < lambda ? sum_poisson_masses(k, lambda, false) : 1 - sum_poisson_masses(k + 1, lambda, true);
  return boost::math::gamma_q(k + 1, lambda, Policy());
}

double poisson_upper(double k, double lambda) {
  if (k < 0) return 1;
  if (lambda == 0 || std::isinf(k)) return 0;
  if (lambda > kManyEvents && lambda <= kTooManyEvents)
    return k < lambda ? 1 - sum_poisson_masses(k, lambda, false) : sum_poisson_masses(k + 1, lambda, true);
  return boost::math::gamma_p(k + 1, lambda, Policy());
}

// The smallest whole k above `low`, up to high, for which `reached(k)`; reached(high) holds and reached(low) does not.
template <class Reached>
double smallest(double high, Reached reached, double low = -1) {
  while (high - low > 1) {
    const double middle = std::floor(low + (high - low) / 2);
    (reached(middle) ? high : low) = middle;
  }
  return high;
}

struct Urn {
  double marked, unmarked, drawn;
  double low() const { return std::max(0.0, drawn - unmarked); }
  double high() const { return std::min(drawn, marked); }
  double mass(double k) const {
    if (k < low() || k > high()) return 0;
    const double population = marked + unmarked;
    if (drawn == 0 || drawn == population) return 1;
    const double p = drawn / population, q = (population - drawn) / population;
    return binomial_mass(k, marked, p, q) * binomial_mass(drawn - k, unmarked, p, q) / binomial_mass(drawn, population, p, q);
  }
  // The sum of masses from k downwards; quick where k is below the mean, since the terms then fall.
  double sum_down(double k) const {
    double term = mass(k), sum = 0;
    for (; k >= low() && term > sum * 1e-17; --k) {
      sum += term;
      term *= k * (unmarked - drawn + k) / ((drawn - k + 1) * (marked - k + 1));
    }
    return std::min(1.0, sum);
  }
  double sum_up(double k) const {
    double term = mass(k), sum = 0;
    for (; k <= high() && term > sum * 1e-17; ++k) {
      sum += term;
      term *= (drawn - k) * (marked - k) / ((k + 1) * (unmarked - drawn + k + 1));
    }
    return std::min(1.0, sum);
  }
  double mean() const { return marked == 0 ? 0 : drawn * (marked / (marked + unmarked)); }
  double lower(double k) const {
    if (k < low()) return 0;
    if (k >= high()) return 1;
    return k < mean() ? sum_down(k) : 1 - sum_up(k + 1);
  }
  double upper(double k) const {
    if (k < low()) return 1;
    if (k >= high()) return 0;
    return k < mean() ? 1 - sum_down(k) : sum_up(k + 1);
  }
};

Result<Urn> urn(double n_population, double n_marked, double n_drawn) {
  LR_TRY([[maybe_unused]] auto population, need_count(n_population, "N"));
  LR_TRY([[maybe_unused]] auto marked, need_count(n_marked, "K"));
  LR_TRY([[maybe_unused]] auto drawn, need_count(n_drawn, "n"));
  if (n_population > 1e13) return refuse("N", "A population of at most 1e13 is needed.");
  if (n_marked > n_population) return refuse("K", "No more can be marked than the population holds.");
  if (n_drawn > n_population) return refuse("n", "No more can be drawn than the population holds.");
  return Urn{n_marked, n_population - n_marked, n_drawn};
}

Status check_negative_binomial(double r, double p) {
  LR_TRY([[maybe_unused]] auto size, need_positive(r, "r"));
  if (p > 0 && p <= 1) return Done{};
  return refuse("p", "A probability above 0 and at most 1 is needed.");
}

}  // namespace

Result<double> binomial_pmf(double k, double n, double p) {
  LR_TRY([[maybe_unused]] auto fine, check_binomial(n, p));
  LR_TRY([[maybe_unused]] auto whole, need_whole(k, "k"));
  return binomial_mass(k, n, p, 1 - p);
}

Result<double> binomial_cdf(double k, double n, double p) {
  LR_TRY([[maybe_unused]] auto fine, check_binomial(n, p));
  LR_TRY([[maybe_unused]] auto point, need_point(k));
  return binomial_lower(std::floor(k), n, p);
}

Result<double> binomial_sf(double k, double n, double p) {
  LR_TRY([[maybe_unused]] auto fine, check_binomial(n, p));
  LR_TRY([[maybe_unused]] auto point, need_point(k));
  return binomial_upper(std::floor(k), n, p);
}

Result<double> binomial_quantile(double probability, double n, double p) {
  LR_TRY([[maybe_unused]] auto fine, check_binomial(n, p));
  LR_TRY([[maybe_unused]] auto inside, need_probability(probability, "prob"));
  if (probability == 0) return 0.0;
  if (probability == 1 || p == 0 || p == 1) return p == 0 ? 0.0 : n;
  const double wanted = probability * (1 - kSlack);
  if (n <= kManyTrials) return smallest(n, [=](double k) { return binomial_lower(k, n, p) >= wanted; });
  // Close by the incomplete beta function first, then to the place itself mass by mass.
  double k = smallest(n, [=](double at) { return at >= n || boost::math::ibetac(at + 1, n - at, p, Policy()) >= wanted; });
  double lower = binomial_lower(k, n, p);
  while (lower < wanted && k < n) lower += binomial_mass(++k, n, p, 1 - p);
  for (double mass = binomial_mass(k, n, p, 1 - p); k > 0 && lower - mass >= wanted; mass = binomial_mass(k, n, p, 1 - p)) {
    lower -= mass;
    --k;
  }
  return k;
}

Result<double> poisson_pmf(double k, double lambda) {
  LR_TRY([[maybe_unused]] auto fine, need_not_negative(lambda, "lambda"));
  LR_TRY([[maybe_unused]] auto whole, need_whole(k, "k"));
  return poisson_mass(k, lambda);
}

Result<double> poisson_cdf(double k, double lambda) {
  LR_TRY([[maybe_unused]] auto fine, need_not_negative(lambda, "lambda"));
  LR_TRY([[maybe_unused]] auto point, need_point(k));
  return poisson_lower(std::floor(k), lambda);
}

Result<double> poisson_sf(double k, double lambda) {
  LR_TRY([[maybe_unused]] auto fine, need_not_negative(lambda, "lambda"));
  LR_TRY([[maybe_unused]] auto point, need_point(k));
  return poisson_upper(std::floor(k), lambda);
}

Result<double> poisson_quantile(double probability, double lambda) {
  LR_TRY([[maybe_unused]] auto fine, need_not_negative(lambda, "lambda"));
  LR_TRY([[maybe_unused]] auto inside, need_probability(probability, "prob"));
  if (lambda > kTooManyEvents) return refuse("lambda", "A mean of at most 1e13 is needed.");
  if (probability == 0 || lambda == 0) return 0.0;
  if (probability == 1) return kInfinity;
  const auto reached = [=](double k) {
    return probability > 0.5 ? poisson_upper(k, lambda) <= (1 - probability) * (1 + kSlack) + kSlack * 0.01
                             : poisson_lower(k, lambda) >= probability * (1 - kSlack);
  };
  // Large means: the answer is within a few places of the normal's with its skewness, so a short search brackets it.
  const double z = probability > 0.5 ? standard_normal_quantile_upper(1 - probability) : standard_normal_quantile(probability);
  const double guess = std::max(0.0, std::floor(lambda + z * std::sqrt(lambda) + (z * z - 1) / 6));
  double width = 4;
  double high = guess + width;
  while (!reached(high)) high += width *= 2;
  double low = guess - width;
  for (double step = width; low >= 0 && reached(low); step *= 2) low -= step;
  return smallest(high, reached, std::max(low, -1.0));
}

Result<double> geometric_pmf(double k, double p) {
  LR_TRY([[maybe_unused]] auto fine, check_negative_binomial(1, p));
  LR_TRY([[maybe_unused]] auto whole, need_whole(k, "k"));
  if (k < 1) return 0.0;
  if (p == 1) return k == 1 ? 1.0 : 0.0;
  return p * std::exp((k - 1) * std::log1p(-p));
}

Result<double> geometric_cdf(double k, double p) {
  LR_TRY([[maybe_unused]] auto fine, check_negative_binomial(1, p));
  LR_TRY([[maybe_unused]] auto point, need_point(k));
  if (k < 1) return 0.0;
  if (p == 1) return 1.0;
  return -std::expm1(std::floor(k) * std::log1p(-p));
}

Result<double> negative_binomial_pmf(double k, double r, double p) {
  LR_TRY([[maybe_unused]] auto fine, check_negative_binomial(r, p));
  LR_TRY([[maybe_unused]] auto whole, need_whole(k, "k"));
  if (k < 0) return 0.0;
  if (k == 0) return std::pow(p, r);
  return r / (r + k) * binomial_mass(r, r + k, p, 1 - p);
}

Result<double> negative_binomial_cdf(double k, double r, double p) {
  LR_TRY([[maybe_unused]] auto fine, check_negative_binomial(r, p));
  LR_TRY([[maybe_unused]] auto point, need_point(k));
  if (k < 0) return 0.0;
  if (p == 1 || std::isinf(k)) return 1.0;
  return boost::math::ibeta(r, std::floor(k) + 1, p, Policy());
}

Result<double> hypergeometric_pmf(double k, double n_population, double n_marked, double n_drawn) {
  LR_TRY(const Urn from, urn(n_population, n_marked, n_drawn));
  LR_TRY([[maybe_unused]] auto whole, need_whole(k, "k"));
  return from.mass(k);
}

Result<double> hypergeometric_cdf(double k, double n_population, double n_marked, double n_drawn) {
  LR_TRY(const Urn from, urn(n_population, n_marked, n_drawn));
  LR_TRY([[maybe_unused]] auto point, need_point(k));
  return from.lower(std::floor(k));
}

Result<double> hypergeometric_sf(double k, double n_population, double n_marked, double n_drawn) {
  LR_TRY(const Urn from, urn(n_population, n_marked, n_drawn));
  LR_TRY([[maybe_unused]] auto point, need_point(k));
  return from.upper(std::floor(k));
}

}  // namespace loopready::stats
