// Variance, covariance and regression from sums that keep twice the digits of a double.
// Here: LongSum, PairSums and what follows from them.  Not here: SQLite's aggregates (functions_statistics.cpp).
// Terms: pairs are (x, y); s.. are sums of products of deviations from the mean. Values can also be taken away again,
// since the sums keep about 32 digits. Errors: nothing (nullopt) where PostgreSQL gives NULL: too few values, no spread.
// Source: Dekker 1971, Numerische Mathematik 18 (sums and products in two doubles); definitions as in PostgreSQL's
// documentation 9.21 "Aggregate Functions for Statistics".
#pragma once

#include <cstdint>
#include <optional>

namespace loopready::sql {

// high + low, with |low| at most half of high's last digit.
struct LongSum {
  double high = 0;
  double low = 0;

  void add(double x);
  void add_product(double a, double b);
  friend LongSum operator-(const LongSum& a, const LongSum& b);
  friend LongSum operator*(const LongSum& a, const LongSum& b);
  friend LongSum operator/(const LongSum& a, double b);
};

class PairSums {
 public:
  void add(double x, double y, int sign);  // sign -1 takes away

  std::int64_t n() const { return n_; }
  double sxx() const;
  double syy() const;
  double sxy() const;
  std::optional<double> mean_x() const;
  std::optional<double> mean_y() const;

  std::optional<double> sample_variance() const;  // of x
  std::optional<double> population_variance() const;
  std::optional<double> sample_covariance() const;
  std::optional<double> population_covariance() const;
  std::optional<double> correlation() const;
  std::optional<double> slope() const;  // of y by x
  std::optional<double> intercept() const;
  std::optional<double> r_squared() const;

 private:
  double deviation(const LongSum& products, const LongSum& a, const LongSum& b) const;

  std::int64_t n_ = 0;
  LongSum x_, y_, xx_, yy_, xy_;
};

}  // namespace loopready::sql
