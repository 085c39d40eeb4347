#include "engine/formula_functions.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/continuous.h"
#include "stats/discrete.h"
#include "stats/normal.h"
#include "stats/tail.h"

namespace loopready::engine {
namespace {

using base::Random;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kPi = 3.14159265358979323846;

bool inside_unit(double p) { return p > 0 && p < 1; }
double or_none(const base::Result<double>& result) { return result ? result.value() : kNone; }
double or_none(bool sensible, double value) { return sensible ? value : kNone; }

// 0.1 * 30 is a hair above 3: neither floor nor ceil shall see it.
double hair(double x) { return 1e-12 + 1e-13 * std::fabs(x); }

// Halves away from zero, as people round; a hair is added so that 0.145 means what it says.
double rounded(double x, double decimals) {
  const double scale = std::pow(10.0, decimals);
  const double scaled = std::fabs(x) * scale;
  return std::copysign(std::floor(scaled * (1 + 4e-16) + 0.5) / scale, x);
}

double choose(double n, double k) {
  if (n < 0 || k < 0 || std::floor(n) != n || std::floor(k) != k) return kNone;
  if (k > n) return 0;
  k = std::min(k, n - k);
  if (k > 100000) return kNone;
  double result = 1;
  for (double i = 1; i <= k; ++i) result *= (n - k + i) / i;
  return result < 4e15 ? std::floor(result + 0.5) : result;
}

double unit_above_zero(Random& random) { return 1 - random.unit(); }

double standard_normal(Random& random) {
  for (;;) {
    const double u = 2 * random.unit() - 1, v = 2 * random.unit() - 1;
    const double s = u * u + v * v;
    if (s > 0 && s < 1) return u * std::sqrt(-2 * std::log(s) / s);
  }
}

double gamma_draw(double shape, double scale, Random& random) {
  if (!(shape > 0) || !(scale > 0)) return kNone;
  if (shape < 1) return gamma_draw(shape + 1, scale, random) * std::pow(unit_above_zero(random), 1 / shape);
  const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = standard_normal(random);
    const double root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    if (std::log(unit_above_zero(random)) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v * scale;
  }
}

double log_factorial(double k) { return std::lgamma(k + 1); }

double poisson_draw(double rate, Random& random) {
  if (!(rate >= 0) || rate > 1e9) return kNone;
  if (rate < 10) {
    const double limit = std::exp(-rate);
    double product = unit_above_zero(random), k = 0;
    while (product > limit) {
      product *= unit_above_zero(random);
      ++k;
    }
    return k;
  }
  const double b = 0.931 + 2.53 * std::sqrt(rate), a = -0.059 + 0.02483 * b;
  const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), v_r = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const double u = random.unit() - 0.5, v = unit_above_zero(random);
    const double us = 0.5 - std::fabs(u);
    const double k = std::floor((2 * a / us + b) * u + rate + 0.43);
    if (us >= 0.07 && v <= v_r) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (std::log(v * inverse_alpha / (a / (us * us) + b)) <= k * std::log(rate) - rate - log_factorial(k)) return k;
  }
}

double binomial_draw(double n, double p, Random& random) {
  if (!(n >= 0) || n > 1e9 || std::floor(n) != n || !(p >= 0) || !(p <= 1)) return kNone;
  if (p > 0.5) return n - binomial_draw(n, 1 - p, random);
  if (n * p < 10) {  // gaps between successes
    if (p == 0) return 0;
    const double log_q = std::log1p(-p);
    double k = -1, at = 0;
    while (at <= n) {
      at += std::floor(std::log(unit_above_zero(random)) / log_q) + 1;
      ++k;
    }
    return k;
  }
  const double spread = std::sqrt(n * p * (1 - p));
  const double b = 1.15 + 2.53 * spread, a = -0.0873 + 0.0248 * b + 0.01 * p, c = n * p + 0.5;
  const double alpha = (2.83 + 5.1 / b) * spread, v_r = 0.92 - 4.2 / b, odds = p / (1 - p), m = std::floor((n + 1) * p);
  for (;;) {
    const double u = random.unit() - 0.5;
    double v = unit_above_zero(random);
    const double us = 0.5 - std::fabs(u);
    const double k = std::floor((2 * a / us + b) * u + c);
    if (us >= 0.07 && v <= v_r) return k;
    if (k < 0 || k > n) continue;
    v = std::log(v * alpha / (a / (us * us) + b));
    if (v <= log_factorial(m) + log_factorial(n - m) - log_factorial(k) - log_factorial(n - k) + (k - m) * std::log(odds))
      return k;
  }
}

double geometric_draw(double p, Random& random) {
  if (!(p > 0) || !(p <= 1)) return kNone;
  return p == 1 ? 1 : std::floor(std::log(unit_above_zero(random)) / std::log1p(-p)) + 1;
}

double integer_draw(double a, double b, Random& random) {
  if (!(a <= b) || std::floor(a) != a || std::floor(b) != b || b - a > 1e15) return kNone;
  return a + static_cast<double>(random.below(static_cast<std::uint64_t>(b - a) + 1));
}

double beta_draw(double a, double b, Random& random) {
  const double x = gamma_draw(a, 1, random);
  return x / (x + gamma_draw(b, 1, random));
}

using A = const double*;

const FormulaFunction kFunctions[] = {
    {"abs", 1, 1, [](A x, int) { return std::fabs(x[0]); }},
    {"sqrt", 1, 1, [](A x, int) { return std::sqrt(x[0]); }},
    {"ln", 1, 1, [](A x, int) { return std::log(x[0]); }},
    {"log10", 1, 1, [](A x, int) { return std::log10(x[0]); }},
    {"log2", 1, 1, [](A x, int) { return std::log2(x[0]); }},
    {"exp", 1, 1, [](A x, int) { return std::exp(x[0]); }},
    {"floor", 1, 1, [](A x, int) { return std::floor(x[0] + hair(x[0])); }},
    {"ceil", 1, 1, [](A x, int) { return std::ceil(x[0] - hair(x[0])); }},
    {"round", 1, 2, [](A x, int n) { return rounded(x[0], n == 2 ? x[1] : 0); }},
    {"min", 2, 8, [](A x, int n) { return *std::min_element(x, x + n); }},
    {"max", 2, 8, [](A x, int n) { return *std::max_element(x, x + n); }},
    {"mod", 2, 2, [](A x, int) { return x[0] - x[1] * std::floor(x[0] / x[1]); }},
    {"choose", 2, 2, [](A x, int) { return choose(x[0], x[1]); }},
    {"factorial", 1, 1, [](A x, int) { return or_none(x[0] >= 0 && std::floor(x[0]) == x[0], std::tgamma(x[0] + 1)); }},
    {"pi", 0, 0, [](A, int) { return kPi; }},
    {"normal_cdf", 1, 1, [](A x, int) { return stats::standard_normal_cdf(x[0]); }},
    {"normal_sf", 1, 1, [](A x, int) { return stats::standard_normal_sf(x[0]); }},
    {"normal_pdf", 1, 1, [](A x, int) { return std::exp(-x[0] * x[0] / 2) / std::sqrt(2 * kPi); }},
    {"normal_quantile", 1, 1,
     [](A x, int) { return inside_unit(x[0]) ? stats::standard_normal_quantile(x[0]) : kNone; }},
    {"t_cdf", 2, 2, [](A x, int) { return x[1] > 0 ? stats::t_upper(-x[0], x[1]) : kNone; }},
    {"t_sf", 2, 2, [](A x, int) { return x[1] > 0 ? stats::t_upper(x[0], x[1]) : kNone; }},
    {"t_quantile", 2, 2,
     [](A x, int) { return inside_unit(x[0]) && x[1] > 0 ? -stats::t_upper_quantile(x[0], x[1]) : kNone; }},
    {"chi2_sf", 2, 2, [](A x, int) { return x[1] > 0 ? stats::chi_squared_upper(x[0], x[1]) : kNone; }},
    {"chi2_quantile", 2, 2,
     [](A x, int) { return inside_unit(x[0]) && x[1] > 0 ? stats::chi_squared_lower_quantile(x[0], x[1]) : kNone; }},
    {"f_sf", 3, 3, [](A x, int) { return x[1] > 0 && x[2] > 0 ? stats::f_upper(x[0], x[1], x[2]) : kNone; }},
    {"beta_cdf", 3, 3, [](A x, int) { return or_none(stats::beta_cdf(x[0], x[1], x[2])); }},
    {"beta_quantile", 3, 3, [](A x, int) { return or_none(stats::beta_quantile(x[0], x[1], x[2])); }},
    {"binomial_pmf", 3, 3, [](A x, int) { return or_none(stats::binomial_pmf(x[0], x[1], x[2])); }},
    {"binomial_cdf", 3, 3, [](A x, int) { return or_none(stats::binomial_cdf(x[0], x[1], x[2])); }},
    {"poisson_pmf", 2, 2, [](A x, int) { return or_none(stats::poisson_pmf(x[0], x[1])); }},
    {"poisson_cdf", 2, 2, [](A x, int) { return or_none(stats::poisson_cdf(x[0], x[1])); }},
    {"uniform", 2, 2, nullptr, [](A x, Random& r) { return x[0] + (x[1] - x[0]) * r.unit(); }},
    {"normal", 2, 2, nullptr, [](A x, Random& r) { return x[0] + x[1] * standard_normal(r); }},
    {"bernoulli", 1, 1, nullptr, [](A x, Random& r) { return or_none(x[0] >= 0 && x[0] <= 1, r.chance(x[0]) ? 1.0 : 0.0); }},
    {"binomial", 2, 2, nullptr, [](A x, Random& r) { return binomial_draw(x[0], x[1], r); }},
    {"poisson", 1, 1, nullptr, [](A x, Random& r) { return poisson_draw(x[0], r); }},
    {"exponential", 1, 1, nullptr, [](A x, Random& r) { return or_none(x[0] > 0, -std::log(unit_above_zero(r)) / x[0]); }},
    {"geometric", 1, 1, nullptr, [](A x, Random& r) { return geometric_draw(x[0], r); }},
    {"integer", 2, 2, nullptr, [](A x, Random& r) { return integer_draw(x[0], x[1], r); }},
    {"beta", 2, 2, nullptr, [](A x, Random& r) { return beta_draw(x[0], x[1], r); }},
    {"gamma", 2, 2, nullptr, [](A x, Random& r) { return gamma_draw(x[0], x[1], r); }},
};

}  // namespace

const FormulaFunction* find_formula_function(std::string_view name) {
  for (const FormulaFunction& one : kFunctions)
    if (one.name == name) return &one;
  return nullptr;
}

}  // namespace loopready::engine
