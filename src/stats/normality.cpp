#include "stats/normality.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <vector>

#include "stats/normal.h"
#include "stats/order.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

constexpr double kPi = 3.14159265358979323846;

Status need_spread(Span x, std::size_t n_min) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", n_min));
  const Moments m = moments_of(x);
  if (!std::isfinite(m.m2)) return refuse("x", "The values are too large: their squares overflow.");
  if (m.m2 > 0) return Done{};
  return refuse("x", "All values are the same, so there is no shape to test.");
}

double polynomial(std::initializer_list<double> coefficients, double x) {  // constant first
  double value = 0;
  for (auto it = coefficients.end(); it != coefficients.begin();) value = value * x + *--it;
  return value;
}

// Weights of the smaller half, largest first; the larger half's are their opposites.
std::vector<double> royston_weights(std::size_t n) {
  if (n == 3) return {std::sqrt(0.5)};
  std::vector<double> scores;  // of the upper half, outermost first
  double squares = 0;
  for (std::size_t i = 1; i <= n / 2; ++i) {
    const double score = standard_normal_quantile((static_cast<double>(i) - 0.375) / (static_cast<double>(n) + 0.25));
    scores.push_back(-score);
    squares += 2 * score * score;
  }
  const double root = std::sqrt(squares), inverse = 1 / std::sqrt(static_cast<double>(n));
  std::vector<double> weights(scores.size());
  weights[0] = polynomial({0, .221157, -.147981, -2.07119, 4.434685, -2.706056}, inverse) + scores[0] / root;
  std::size_t first = 1;
  double left = squares - 2 * scores[0] * scores[0], share = 1 - 2 * weights[0] * weights[0];
  if (n > 5) {
    weights[1] = polynomial({0, .042981, -.293762, -1.752461, 5.682633, -3.582633}, inverse) + scores[1] / root;
    left -= 2 * scores[1] * scores[1];
    share -= 2 * weights[1] * weights[1];
    first = 2;
  }
  const double factor = std::sqrt(left / share);
  for (std::size_t i = first; i < weights.size(); ++i) weights[i] = scores[i] / factor;
  return weights;
}

double royston_p(double w, double rest, double n) {  // rest = 1 - w
  if (n == 3) return std::clamp(6 / kPi * (std::asin(std::sqrt(w)) - std::asin(std::sqrt(0.75))), 0.0, 1.0);
  const double log_n = std::log(n);
  double y = std::log(rest), mean = 0, sd = 0;
  if (n <= 11) {
    const double bound = -2.273 + .459 * n;
    if (y >= bound) return 1e-99;
    y = -std::log(bound - y);
    mean = polynomial({.544, -.39978, .025054, -6.714e-4}, n);
    sd = std::exp(polynomial({1.3822, -.77857, .062767, -.0020322}, n));
  } else {
    mean = polynomial({-1.5861, -.31082, -.083751, .0038915}, log_n);
    sd = std::exp(polynomial({-.4803, -.082676, .0030302}, log_n));
  }
  return standard_normal_sf((y - mean) / sd);
}

}  // namespace

Result<NormalityTest> shapiro_wilk(Span x) {
  LR_TRY([[maybe_unused]] auto fine, need_spread(x, 3));
  if (x.size() > 5000) return refuse("x", "The test is calibrated for 3 to 5000 values.");
  const std::vector<double> sorted = sorted_copy(x);
  const std::size_t n = sorted.size();
  const double middle = mean_of(sorted), range = sorted.back() - sorted.front();
  const std::vector<double> weights = royston_weights(n);
  double squares_of_weights = 0, squares = 0, products = 0;
  for (double weight : weights) squares_of_weights += 2 * weight * weight;
  for (double value : sorted) squares += (value - middle) / range * ((value - middle) / range);
  for (std::size_t i = 0; i < weights.size(); ++i) products += weights[i] * ((sorted[n - 1 - i] - sorted[i]) / range);
  const double root = std::sqrt(squares_of_weights * squares);
  const double rest = std::max(0.0, (root - products) * (root + products) / (squares_of_weights * squares));
  const double w = 1 - rest;
  if (rest < 1e-19) return NormalityTest{1, 1};
  return NormalityTest{w, royston_p(w, rest, static_cast<double>(n))};
}

Result<NormalityTest> jarque_bera(Span x) {
  LR_TRY([[maybe_unused]] auto fine, need_spread(x, 2));
  LR_TRY(const double skewness, skewness_population(x));
  LR_TRY(const double kurtosis, excess_kurtosis_population(x));
  const double statistic = static_cast<double>(x.size()) / 6 * (skewness * skewness + kurtosis * kurtosis / 4);
  return NormalityTest{statistic, std::exp(-statistic / 2)};
}

Result<NormalityTest> anderson_darling_normal(Span x) {
  LR_TRY([[maybe_unused]] auto fine, need_spread(x, 8));
  const std::vector<double> sorted = sorted_copy(x);
  const double n = static_cast<double>(sorted.size());
  LR_TRY(const double sd, std_dev_sample(sorted));
  const double middle = mean_of(sorted);
  double sum = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    LR_TRY(const double lower, normal_log_cdf((sorted[i] - middle) / sd, 0, 1));
    LR_TRY(const double upper, normal_log_cdf(-(sorted[sorted.size() - 1 - i] - middle) / sd, 0, 1));
    sum += (2 * static_cast<double>(i) + 1) * (lower + upper);
  }
  const double a2 = -n - sum / n;
  const double adjusted = a2 * (1 + 0.75 / n + 2.25 / (n * n));
  double p = 3.7e-24;  // where the fitted curve ends
  if (adjusted < 0.2) p = 1 - std::exp(-13.436 + 101.14 * adjusted - 223.73 * adjusted * adjusted);
  else if (adjusted < 0.34) p = 1 - std::exp(-8.318 + 42.796 * adjusted - 59.938 * adjusted * adjusted);
  else if (adjusted < 0.6) p = std::exp(0.9177 - 4.279 * adjusted - 1.38 * adjusted * adjusted);
  else if (adjusted < 10) p = std::exp(1.2937 - 5.709 * adjusted + 0.0186 * adjusted * adjusted);
  return NormalityTest{a2, p};
}

}  // namespace loopready::stats
