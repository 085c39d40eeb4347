#include "stats/sums.h"

#include <cmath>

#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;

namespace {

class Compensated {
 public:
  void add(double value) {
    const double next = sum_ + value;
    lost_ += std::fabs(sum_) >= std::fabs(value) ? (sum_ - next) + value : (value - next) + sum_;
    sum_ = next;
  }
  double total() const { return std::isfinite(sum_) ? sum_ + lost_ : sum_; }

 private:
  double sum_ = 0, lost_ = 0;
};

}  // namespace

double exact_sum(std::span<const double> values) {
  Compensated total;
  for (double value : values) total.add(value);
  return total.total();
}

double average(std::span<const double> values) { return exact_sum(values) / static_cast<double>(values.size()); }

double cross_deviations(std::span<const double> x, std::span<const double> y) {
  const double mean_x = average(x), mean_y = average(y);
  Compensated products, rest_x, rest_y;
  for (std::size_t i = 0; i < x.size(); ++i) {
    products.add((x[i] - mean_x) * (y[i] - mean_y));
    rest_x.add(x[i] - mean_x);
    rest_y.add(y[i] - mean_y);
  }
  return products.total() - rest_x.total() * rest_y.total() / static_cast<double>(x.size());
}

Result<SampleSummary> summarise(std::span<const double> values, const std::string& what) {
  LR_NEED(need_values(values, what, 2));
  const double n = static_cast<double>(values.size());
  return SampleSummary{n, average(values), square_deviations(values) / (n - 1)};
}

}  // namespace loopready::stats
