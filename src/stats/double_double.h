// A number of about 32 digits as the unevaluated sum of two doubles.
// Here: the four operations, the square root, sums of squares.  Not here: anything slower or wider.
// Terms: `low` is at most half a unit in the last place of `high`.
// Errors: none; overflow and division by 0 behave as in double.
// Source: Dekker 1971; Knuth's two-sum; needs arithmetic that rounds each operation to double, as x86-64 and WebAssembly do.
#pragma once

#include <cmath>
#include <span>

namespace loopready::stats {

struct DoubleDouble {
  double high = 0;
  double low = 0;

  constexpr DoubleDouble() = default;
  constexpr DoubleDouble(double value) : high(value) {}  // as every double is one
  constexpr DoubleDouble(double a, double b) : high(a), low(b) {}

  double rounded() const { return high + low; }
};

inline DoubleDouble quick_two_sum(double large, double small) {
  const double sum = large + small;
  return {sum, small - (sum - large)};
}

inline DoubleDouble two_sum(double a, double b) {
  const double sum = a + b, part = sum - a;
  return {sum, (a - (sum - part)) + (b - part)};
}

inline DoubleDouble two_product(double a, double b) {
  constexpr double kSplit = 134217729;  // 2^27 + 1
  const double product = a * b;
  const double a_far = kSplit * a, a_high = a_far - (a_far - a), a_low = a - a_high;
  const double b_far = kSplit * b, b_high = b_far - (b_far - b), b_low = b - b_high;
  return {product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

inline DoubleDouble operator-(DoubleDouble a) { return {-a.high, -a.low}; }

inline DoubleDouble operator+(DoubleDouble a, DoubleDouble b) {
  DoubleDouble sum = two_sum(a.high, b.high);
  const DoubleDouble rest = two_sum(a.low, b.low);
  sum = quick_two_sum(sum.high, sum.low + rest.high);
  return quick_two_sum(sum.high, sum.low + rest.low);
}

inline DoubleDouble operator-(DoubleDouble a, DoubleDouble b) { return a + -b; }

inline DoubleDouble operator*(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble product = two_product(a.high, b.high);
  return quick_two_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

inline DoubleDouble operator/(DoubleDouble a, DoubleDouble b) {
  const double first = a.high / b.high;
  DoubleDouble rest = a - b * first;
  const double second = rest.high / b.high;
  rest = rest - b * second;
  return quick_two_sum(first, second) + rest.high / b.high;
}

inline DoubleDouble& operator+=(DoubleDouble& a, DoubleDouble b) { return a = a + b; }
inline DoubleDouble& operator-=(DoubleDouble& a, DoubleDouble b) { return a = a - b; }
inline bool operator<(DoubleDouble a, DoubleDouble b) { return a.high < b.high || (a.high == b.high && a.low < b.low); }

inline DoubleDouble sqrt(DoubleDouble a) {
  if (a.high <= 0) return 0;
  const double root = std::sqrt(a.high);
  return quick_two_sum(root, (a - two_product(root, root)).high / (2 * root));
}

inline DoubleDouble wide_sum(std::span<const double> values) {
  DoubleDouble sum;
  for (const double value : values) sum += value;
  return sum;
}

// The arithmetic mean, exact but for the last rounding.
inline DoubleDouble wide_mean(std::span<const double> values) { return wide_sum(values) / static_cast<double>(values.size()); }

// Sum of squared distances from `center`.
inline DoubleDouble wide_squares_about(std::span<const double> values, DoubleDouble center) {
  DoubleDouble sum;
  for (const double value : values) {
    const DoubleDouble off = DoubleDouble(value) - center;
    sum += off * off;
  }
  return sum;
}

}  // namespace loopready::stats
