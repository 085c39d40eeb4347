#include "stats/describe.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/refusal.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

// A sum that remembers what rounding lost.
class Sum {
 public:
  void add(double value) {
    const double next = sum_ + value;
    lost_ += std::fabs(sum_) >= std::fabs(value) ? (sum_ - next) + value : (value - next) + sum_;
    sum_ = next;
  }
  double value() const { return std::isfinite(sum_) ? sum_ + lost_ : sum_; }

 private:
  double sum_ = 0, lost_ = 0;
};

double largest_size(Span x) {
  double largest = 0;
  for (double value : x) largest = std::max(largest, std::fabs(value));
  return largest;
}

Result<Moments> moments(Span x, std::size_t n_min, bool need_spread) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", n_min));
  const Moments found = moments_of(x);
  if (!std::isfinite(found.m2)) return refuse("x", "The values are too large: their squares overflow.");
  if (need_spread && found.m2 == 0) return refuse("x", "All values are the same, so there is no spread to compare with.");
  return found;
}

Status check_weights(Span x, Span w) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 1));
  LR_TRY([[maybe_unused]] auto weights, need_values(w, "w", 1));
  LR_TRY([[maybe_unused]] auto lengths, need_same_length(x.size(), w.size(), "x", "w"));
  for (double weight : w)
    if (weight < 0) return refuse("w", "Weights can't be negative.");
  if (compensated_sum(w) > 0) return Done{};
  return refuse("w", "The weights are all 0.");
}

double weighted_mean_of(Span x, Span w) {
  const double total = compensated_sum(w);
  Sum sum, correction;
  for (std::size_t i = 0; i < x.size(); ++i) sum.add(w[i] * x[i]);
  const double first = sum.value() / total;
  for (std::size_t i = 0; i < x.size(); ++i) correction.add(w[i] * (x[i] - first));
  return first + correction.value() / total;
}

}  // namespace

double compensated_sum(Span x) {
  Sum sum;
  for (double value : x) sum.add(value);
  return sum.value();
}

double mean_of(Span x) {
  const double n = static_cast<double>(x.size());
  // Near the end of the range the sum itself would overflow.
  const double scale = largest_size(x) > 1e290 ? 0x1p-60 : 1;
  Sum sum;
  for (double value : x) sum.add(value * scale);
  return sum.value() / n / scale;
}

Moments moments_of(Span x) {
  Moments found;
  found.n = static_cast<double>(x.size());
  found.mean = mean_of(x);
  Sum m1, m2, m3, m4;
  for (double value : x) {
    const double d = value - found.mean;
    m1.add(d);
    m2.add(d * d);
    m3.add(d * d * d);
    m4.add(d * d * d * d);
  }
  // The true mean lies at mean + off.
  const double off = m1.value() / found.n;
  found.m2 = std::max(0.0, m2.value() - found.n * off * off);
  found.m3 = m3.value() - 3 * off * m2.value() + 2 * found.n * off * off * off;
  found.m4 = m4.value() - 4 * off * m3.value() + 6 * off * off * m2.value();
  return found;
}

Result<double> mean(Span x) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 1));
  return mean_of(x);
}

Result<double> variance_sample(Span x) {
  LR_TRY(const Moments m, moments(x, 2, false));
  return m.m2 / (m.n - 1);
}

Result<double> variance_population(Span x) {
  LR_TRY(const Moments m, moments(x, 1, false));
  return m.m2 / m.n;
}

Result<double> std_dev_sample(Span x) {
  LR_TRY(const double variance, variance_sample(x));
  return std::sqrt(variance);
}

Result<double> std_dev_population(Span x) {
  LR_TRY(const double variance, variance_population(x));
  return std::sqrt(variance);
}

Result<double> std_error_mean(Span x) {
  LR_TRY(const double variance, variance_sample(x));
  return std::sqrt(variance / static_cast<double>(x.size()));
}

Result<double> skewness_population(Span x) {
  LR_TRY(const Moments m, moments(x, 2, true));
  const double variance = m.m2 / m.n;
  return m.m3 / m.n / (variance * std::sqrt(variance));
}

Result<double> skewness_adjusted(Span x) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 3));
  LR_TRY(const double g1, skewness_population(x));
  const double n = static_cast<double>(x.size());
  return g1 * std::sqrt(n * (n - 1)) / (n - 2);
}

Result<double> excess_kurtosis_population(Span x) {
  LR_TRY(const Moments m, moments(x, 2, true));
  const double variance = m.m2 / m.n;
  return m.m4 / m.n / (variance * variance) - 3;
}

Result<double> excess_kurtosis_adjusted(Span x) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 4));
  LR_TRY(const double g2, excess_kurtosis_population(x));
  const double n = static_cast<double>(x.size());
  return ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3));
}

Result<double> coefficient_of_variation(Span x) {
  LR_TRY(const Moments m, moments(x, 2, false));
  if (m.mean == 0) return refuse("x", "The mean is 0, so the spread can't be compared with it.");
  return std::sqrt(m.variance_sample()) / m.mean;
}

Result<double> autocorrelation_lag1(Span x) {
  LR_TRY(const Moments m, moments(x, 2, true));
  Sum sum;
  for (std::size_t i = 1; i < x.size(); ++i) sum.add((x[i] - m.mean) * (x[i - 1] - m.mean));
  return sum.value() / m.m2;
}

Result<double> geometric_mean(Span x) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 1));
  Sum logs;
  for (double value : x) {
    if (value <= 0) return refuse("x", "Every value must be above 0.");
    logs.add(std::log(value));
  }
  return std::exp(logs.value() / static_cast<double>(x.size()));
}

Result<double> harmonic_mean(Span x) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 1));
  Sum inverses;
  for (double value : x) {
    if (value <= 0) return refuse("x", "Every value must be above 0.");
    inverses.add(1 / value);
  }
  return static_cast<double>(x.size()) / inverses.value();
}

Result<double> weighted_mean(Span x, Span w) {
  LR_TRY([[maybe_unused]] auto fine, check_weights(x, w));
  return weighted_mean_of(x, w);
}

Result<double> weighted_variance_frequency(Span x, Span w) {
  LR_TRY([[maybe_unused]] auto fine, check_weights(x, w));
  const double total = compensated_sum(w);
  if (total <= 1) return refuse("w", "The weights must sum to more than 1: they count how often each value was seen.");
  const double middle = weighted_mean_of(x, w);
  Sum squares;
  for (std::size_t i = 0; i < x.size(); ++i) squares.add(w[i] * (x[i] - middle) * (x[i] - middle));
  return squares.value() / (total - 1);
}

Result<double> gini_coefficient(Span x) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 1));
  std::vector<double> sorted(x.begin(), x.end());
  std::sort(sorted.begin(), sorted.end());
  if (sorted.front() < 0) return refuse("x", "Values can't be negative: they are shares of a whole.");
  if (sorted.back() == 0) return refuse("x", "All values are 0, so there is nothing to share.");
  const double n = static_cast<double>(sorted.size());
  Sum weighted;
  for (std::size_t i = 0; i < sorted.size(); ++i)
    weighted.add((2 * static_cast<double>(i + 1) - n - 1) * ((sorted[i] - sorted.front()) / sorted.back()));  // these factors sum to 0
  return weighted.value() / (n * n) / (mean_of(sorted) / sorted.back());
}

Result<double> covariance_sample(Span x, Span y) {
  LR_TRY([[maybe_unused]] auto first, need_values(x, "x", 2));
  LR_TRY([[maybe_unused]] auto second, need_values(y, "y", 2));
  LR_TRY([[maybe_unused]] auto lengths, need_same_length(x.size(), y.size(), "x", "y"));
  const double mean_x = mean_of(x), mean_y = mean_of(y);
  Sum products, off_x, off_y;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double dx = x[i] - mean_x, dy = y[i] - mean_y;
    products.add(dx * dy);
    off_x.add(dx);
    off_y.add(dy);
  }
  const double n = static_cast<double>(x.size());
  return (products.value() - off_x.value() * off_y.value() / n) / (n - 1);
}

}  // namespace loopready::stats
