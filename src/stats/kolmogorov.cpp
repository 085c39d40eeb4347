#include "stats/kolmogorov.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/saddle_point.h"

namespace loopready::stats {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr std::size_t kMostPaths = 10000000;  // cells of the exact two-sample table: about 0.1 s
constexpr std::size_t kMostOneSample = 2000;

double limit_sf(double t) {
  if (t < 0.03) return 1;  // the rest is below 1e-590
  double sum = 0;
  if (t < 1) {
    for (int j = 1; j < 200; j += 2) {
      const double term = std::exp(-(j * kPi / t) * (j * kPi / t) / 8);
      sum += term;
      if (term <= 1e-18 * sum) break;
    }
    return 1 - std::sqrt(2 * kPi) / t * sum;
  }
  for (int j = 1; j < 200; ++j) {
    const double term = std::exp(-2.0 * j * j * t * t);
    sum += j % 2 == 1 ? term : -term;
    if (term <= 1e-18 * sum) break;
  }
  return std::min(1.0, 2 * sum);
}

// The pooled sample in order: for each place whether a group of equal values ends there; and the distance in units of 1 / (m n).
struct Pooled {
  std::vector<char> ends;
  std::int64_t distance = 0;
};

Pooled pool(std::span<const double> x, std::span<const double> y) {
  std::vector<double> a(x.begin(), x.end()), b(y.begin(), y.end());
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  const auto m = static_cast<std::int64_t>(a.size()), n = static_cast<std::int64_t>(b.size());
  Pooled pooled;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    const double value = j == b.size() || (i < a.size() && a[i] <= b[j]) ? a[i] : b[j];
    const std::size_t before = i + j;
    while (i < a.size() && a[i] == value) ++i;
    while (j < b.size() && b[j] == value) ++j;
    pooled.ends.resize(i + j, 0);
    pooled.ends[i + j - 1] = 1;
    LR_CHECK(i + j > before, "every step passes a value");
    pooled.distance = std::max<std::int64_t>(
        pooled.distance, std::abs(static_cast<std::int64_t>(i) * n - static_cast<std::int64_t>(j) * m));
  }
  return pooled;
}

// The share of the orders of m x's and n y's whose distance is somewhere at least the one seen, looking only where ties end.
double share_reaching(const Pooled& pooled, std::size_t m, std::size_t n) {
  std::vector<double> reached(n + 1, 0);
  for (std::size_t i = 0; i <= m; ++i)
    for (std::size_t j = 0; j <= n; ++j) {
      if (i + j == 0) continue;
      const auto distance = std::abs(static_cast<std::int64_t>(i * n) - static_cast<std::int64_t>(j * m));
      if (distance >= pooled.distance && pooled.ends[i + j - 1] != 0) {
        reached[j] = 1;
        continue;
      }
      const double total = static_cast<double>(i + j);
      double share = 0;
      if (i > 0) share += static_cast<double>(i) / total * reached[j];
      if (j > 0) share += static_cast<double>(j) / total * reached[j - 1];
      reached[j] = share;
    }
  return std::min(1.0, reached[n]);
}

using Square = std::vector<double>;  // rows one after another

Square multiply(const Square& a, const Square& b, std::size_t m) {
  Square product(m * m, 0);
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t k = 0; k < m; ++k)
      for (std::size_t j = 0; j < m; ++j) product[i * m + j] += a[i * m + k] * b[k * m + j];
  return product;
}

struct Scaled {
  Square square;
  int exponent = 0;  // times 2^exponent
};

void rescale(Scaled& scaled, std::size_t m) {
  const double middle = scaled.square[(m / 2) * m + m / 2];
  if (!(middle > 0x1p300 || middle < 0x1p-300) || middle == 0) return;
  const int shift = std::ilogb(middle);
  for (double& value : scaled.square) value = std::ldexp(value, -shift);
  scaled.exponent += shift;
}

// P(D < d) for n values, by the n-th power of a banded matrix.
double one_sample_lower(std::size_t n, double d) {
  const double nd = static_cast<double>(n) * d;
  const auto k = static_cast<std::size_t>(nd) + 1;
  const std::size_t m = 2 * k - 1;
  const double h = static_cast<double>(k) - nd;
  Square band(m * m, 0);
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t j = 0; j < m && j <= i + 1; ++j) band[i * m + j] = 1;
  for (std::size_t i = 0; i < m; ++i) {
    band[i * m] -= std::pow(h, static_cast<double>(i + 1));
    band[(m - 1) * m + i] -= std::pow(h, static_cast<double>(m - i));
  }
  if (2 * h - 1 > 0) band[(m - 1) * m] += std::pow(2 * h - 1, static_cast<double>(m));
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t j = 0; j < m && j <= i; ++j)
      for (std::size_t g = 1; g <= i - j + 1; ++g) band[i * m + j] /= static_cast<double>(g);
  Scaled power{Square(m * m, 0), 0}, base{std::move(band), 0};
  for (std::size_t i = 0; i < m; ++i) power.square[i * m + i] = 1;
  for (std::size_t rest = n; rest > 0; rest /= 2) {
    if (rest % 2 == 1) {
      power = {multiply(power.square, base.square, m), power.exponent + base.exponent};
      rescale(power, m);
    }
    if (rest > 1) {
      base = {multiply(base.square, base.square, m), 2 * base.exponent};
      rescale(base, m);
    }
  }
  double value = power.square[(k - 1) * m + k - 1];
  int exponent = power.exponent;
  for (std::size_t i = 1; i <= n; ++i) {
    value = value * static_cast<double>(i) / static_cast<double>(n);
    if (value < 0x1p-300) {
      value = std::ldexp(value, 300);
      exponent -= 300;
    }
  }
  return std::ldexp(value, exponent);
}

// P(D+ >= d), all of whose terms are positive.
double one_sided_upper(std::size_t n_values, double d) {
  const double n = static_cast<double>(n_values);
  double sum = 0;
  for (double j = 0; j <= n * (1 - d); ++j) {
    const double p = d + j / n;
    sum += binomial_mass(j, n, p, std::max(0.0, 1 - p)) / p;
  }
  return d * sum;
}

double one_sample_p(std::size_t n, double d) {
  const double size = static_cast<double>(n);
  if (d <= 0.5 / size) return 1;
  if (d >= 1) return 0;
  // From here on both signs' distances are hardly ever that large at once: less than 1e-10 of the whole.
  if (d >= 0.5 || size * d * d >= 4) return std::min(1.0, 2 * one_sided_upper(n, d));
  return std::clamp(1 - one_sample_lower(n, d), 0.0, 1.0);
}

Result<Pooled> check_and_pool(std::span<const double> x, std::span<const double> y) {
  LR_TRY([[maybe_unused]] auto first, need_values(x, "x", 1));
  LR_TRY([[maybe_unused]] auto second, need_values(y, "y", 1));
  return pool(x, y);
}

double distance(const Pooled& pooled, std::size_t m, std::size_t n) {
  return static_cast<double>(pooled.distance) / (static_cast<double>(m) * static_cast<double>(n));
}

}  // namespace

Result<double> kolmogorov_limit_sf(double t) {
  if (std::isnan(t)) return refuse("t", "A number is needed.");
  return limit_sf(t);
}

Result<DistanceTest> ks_two_sample_exact(std::span<const double> x, std::span<const double> y) {
  LR_TRY(const Pooled pooled, check_and_pool(x, y));
  if (x.size() > kMostPaths / y.size())
    return Error{ErrorKind::too_large, "x",
                 "The exact test takes sizes whose product is at most 10000000; use ks_two_sample_asymptotic for larger ones."};
  return DistanceTest{distance(pooled, x.size(), y.size()), share_reaching(pooled, x.size(), y.size())};
}

Result<DistanceTest> ks_two_sample_asymptotic(std::span<const double> x, std::span<const double> y) {
  LR_TRY(const Pooled pooled, check_and_pool(x, y));
  const double m = static_cast<double>(x.size()), n = static_cast<double>(y.size());
  const double d = distance(pooled, x.size(), y.size());
  return DistanceTest{d, limit_sf(d * std::sqrt(m * (n / (m + n))))};
}

Result<DistanceTest> ks_one_sample_normal_exact(std::span<const double> x, double mean, double sd) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 1));
  LR_TRY([[maybe_unused]] auto place, need_finite(mean, "mean"));
  LR_TRY([[maybe_unused]] auto spread, need_positive(sd, "sd"));
  if (x.size() > kMostOneSample)
    return Error{ErrorKind::too_large, "x",
                 "The exact test takes at most 2000 values; for more, kolmogorov_limit_sf at sqrt(n) times the distance is as good."};
  std::vector<double> sorted(x.begin(), x.end());
  std::sort(sorted.begin(), sorted.end());
  const double n = static_cast<double>(sorted.size());
  double d = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const double below = standard_normal_cdf((sorted[i] - mean) / sd);
    d = std::max({d, static_cast<double>(i + 1) / n - below, below - static_cast<double>(i) / n});
  }
  return DistanceTest{d, one_sample_p(sorted.size(), d)};
}

}  // namespace loopready::stats
