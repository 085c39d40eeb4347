#include "sql/spread.h"

#include <cmath>

namespace loopready::sql {
namespace {

LongSum exact_sum(double a, double b) {
  const double high = a + b;
  const double part = high - a;
  return {high, (a - (high - part)) + (b - part)};
}

LongSum exact_product(double a, double b) {
  const double high = a * b;
  return {high, std::fma(a, b, -high)};
}

LongSum sum(const LongSum& a, const LongSum& b) {
  const LongSum high = exact_sum(a.high, b.high), low = exact_sum(a.low, b.low);
  const LongSum first = exact_sum(high.high, high.low + low.high);
  return exact_sum(first.high, first.low + low.low);
}

}  // namespace

void LongSum::add(double x) { *this = sum(*this, {x, 0}); }
void LongSum::add_product(double a, double b) { *this = sum(*this, exact_product(a, b)); }

LongSum operator-(const LongSum& a, const LongSum& b) { return sum(a, {-b.high, -b.low}); }

LongSum operator*(const LongSum& a, const LongSum& b) {
  LongSum product = exact_product(a.high, b.high);
  product.low += a.high * b.low + a.low * b.high;
  return exact_sum(product.high, product.low);
}

LongSum operator/(const LongSum& a, double b) {
  const double first = a.high / b;
  const LongSum rest = a - exact_product(first, b);
  return exact_sum(first, rest.high / b);
}

void PairSums::add(double x, double y, int sign) {
  n_ += sign;
  x_.add(sign * x);
  y_.add(sign * y);
  xx_.add_product(sign * x, x);
  yy_.add_product(sign * y, y);
  xy_.add_product(sign * x, y);
}

double PairSums::deviation(const LongSum& products, const LongSum& a, const LongSum& b) const {
  if (n_ == 0) return 0;
  const LongSum mean_part = a * b / static_cast<double>(n_);
  const double result = (products - mean_part).high;
  // What is left of equal values is rounding.
  return std::fabs(result) <= std::fabs(products.high) * 1e-28 ? 0 : result;
}

double PairSums::sxx() const { return std::fmax(0, deviation(xx_, x_, x_)); }
double PairSums::syy() const { return std::fmax(0, deviation(yy_, y_, y_)); }
double PairSums::sxy() const { return deviation(xy_, x_, y_); }

std::optional<double> PairSums::mean_x() const {
  return n_ < 1 ? std::nullopt : std::optional((x_ / static_cast<double>(n_)).high);
}
std::optional<double> PairSums::mean_y() const {
  return n_ < 1 ? std::nullopt : std::optional((y_ / static_cast<double>(n_)).high);
}
std::optional<double> PairSums::sample_variance() const {
  return n_ < 2 ? std::nullopt : std::optional(sxx() / static_cast<double>(n_ - 1));
}
std::optional<double> PairSums::population_variance() const {
  return n_ < 1 ? std::nullopt : std::optional(sxx() / static_cast<double>(n_));
}
std::optional<double> PairSums::sample_covariance() const {
  return n_ < 2 ? std::nullopt : std::optional(sxy() / static_cast<double>(n_ - 1));
}
std::optional<double> PairSums::population_covariance() const {
  return n_ < 1 ? std::nullopt : std::optional(sxy() / static_cast<double>(n_));
}
std::optional<double> PairSums::correlation() const {
  const double xx = sxx(), yy = syy();
  return n_ < 1 || xx == 0 || yy == 0 ? std::nullopt : std::optional(sxy() / std::sqrt(xx * yy));
}
std::optional<double> PairSums::slope() const {
  const double xx = sxx();
  return n_ < 1 || xx == 0 ? std::nullopt : std::optional(sxy() / xx);
}
std::optional<double> PairSums::intercept() const {
  const auto by_x = slope();
  return by_x ? std::optional(*mean_y() - *by_x * *mean_x()) : std::nullopt;
}
std::optional<double> PairSums::r_squared() const {
  const double xx = sxx(), yy = syy(), xy = sxy();
  if (n_ < 1 || xx == 0) return {};
  return yy == 0 ? 1.0 : xy * xy / (xx * yy);
}

}  // namespace loopready::sql
