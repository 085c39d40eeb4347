#include "stats/order.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "stats/normal.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;

namespace {

// Doubles as whole numbers in the same order, so that halving reaches neighbours.
std::int64_t place_of(double value) {
  std::int64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits >= 0 ? bits : INT64_MIN - bits;
}

double value_at_place(std::int64_t place) {
  const std::int64_t bits = place >= 0 ? place : INT64_MIN - place;
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

// The k-th smallest (from 1) of many numbers of which only `count_up_to(v)`, how many are at most v, is known.
template <class CountUpTo>
double kth_smallest(double low, double high, std::int64_t k, CountUpTo count_up_to) {
  std::int64_t below = place_of(low), at = place_of(high);  // the answer lies in [low, high]
  while (below < at) {
    const std::int64_t middle = below + static_cast<std::int64_t>((static_cast<std::uint64_t>(at) - static_cast<std::uint64_t>(below)) / 2);
    if (count_up_to(value_at_place(middle)) >= k) at = middle;
    else below = middle + 1;
  }
  const double found = value_at_place(at);
  return found == 0 ? 0.0 : found;
}

template <class CountUpTo>
double median_by_counting(double low, double high, std::int64_t n, CountUpTo count_up_to) {
  const double upper = kth_smallest(low, high, n / 2 + 1, count_up_to);
  if (n % 2 == 1) return upper;
  const double lower = kth_smallest(low, high, n / 2, count_up_to);
  return lower + (upper - lower) / 2;
}

double interpolated(Span sorted, double position) {  // position counts from 1
  const double n = static_cast<double>(sorted.size());
  const double inside = std::clamp(position, 1.0, n);
  const double whole = std::floor(inside + 4e-16 * inside);
  const double rest = std::max(0.0, inside - whole);
  const auto i = static_cast<std::size_t>(whole) - 1;
  if (rest == 0 || i + 1 >= sorted.size()) return sorted[i];
  return sorted[i] + rest * (sorted[i + 1] - sorted[i]);
}

Result<std::vector<double>> sorted_values(Span x, std::size_t n_min = 1) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", n_min));
  return sorted_copy(x);
}

double mad_of(Span x) {
  const double middle = sorted_median(sorted_copy(x));
  std::vector<double> distances;
  distances.reserve(x.size());
  for (double value : x) distances.push_back(std::fabs(value - middle));
  return sorted_median(sorted_copy(distances));
}

}  // namespace

std::vector<double> sorted_copy(Span x) {
  std::vector<double> sorted(x.begin(), x.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

double sorted_median(Span sorted) {
  const std::size_t half = sorted.size() / 2;
  if (sorted.size() % 2 == 1) return sorted[half];
  return sorted[half - 1] / 2 + sorted[half] / 2;
}

double sorted_quantile_type7(Span sorted, double p) {
  return interpolated(sorted, (static_cast<double>(sorted.size()) - 1) * p + 1);
}

Result<std::size_t> trim_count(std::size_t n, double trim) {
  if (!(trim >= 0 && trim < 0.5)) return refuse("trim", "A share from 0 up to, but not including, 0.5 is needed: it goes from each end.");
  return static_cast<std::size_t>(std::floor(trim * static_cast<double>(n) + 1e-9));
}

double sorted_trimmed_mean(Span sorted, std::size_t n_trimmed) {
  return mean_of(sorted.subspan(n_trimmed, sorted.size() - 2 * n_trimmed));
}

std::vector<double> sorted_winsorised(Span sorted, std::size_t n_replaced) {
  std::vector<double> values(sorted.begin(), sorted.end());
  for (std::size_t i = 0; i < n_replaced; ++i) {
    values[i] = sorted[n_replaced];
    values[values.size() - 1 - i] = sorted[sorted.size() - 1 - n_replaced];
  }
  return values;
}

Result<double> median(Span x) {
  LR_TRY(const auto sorted, sorted_values(x));
  return sorted_median(sorted);
}

Result<double> quantile_type7(Span x, double p) {
  LR_TRY(const auto sorted, sorted_values(x));
  LR_TRY([[maybe_unused]] auto inside, need_probability(p, "p"));
  return sorted_quantile_type7(sorted, p);
}

Result<double> quantile_type6(Span x, double p) {
  LR_TRY(const auto sorted, sorted_values(x));
  LR_TRY([[maybe_unused]] auto inside, need_probability(p, "p"));
  return interpolated(sorted, (static_cast<double>(sorted.size()) + 1) * p);
}

Result<double> iqr_type7(Span x) {
  LR_TRY(const auto sorted, sorted_values(x));
  return sorted_quantile_type7(sorted, 0.75) - sorted_quantile_type7(sorted, 0.25);
}

Result<double> mad_raw(Span x) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 1));
  return mad_of(x);
}

Result<double> mad_normal_scaled(Span x) {
  LR_TRY([[maybe_unused]] auto values, need_values(x, "x", 1));
  return mad_of(x) / standard_normal_quantile(0.75);
}

Result<double> trimmed_mean(Span x, double trim) {
  LR_TRY(const auto sorted, sorted_values(x));
  LR_TRY(const std::size_t n_trimmed, trim_count(x.size(), trim));
  return sorted_trimmed_mean(sorted, n_trimmed);
}

Result<double> winsorized_mean(Span x, double trim) {
  LR_TRY(const auto sorted, sorted_values(x));
  LR_TRY(const std::size_t n_replaced, trim_count(x.size(), trim));
  return mean_of(sorted_winsorised(sorted, n_replaced));
}

Result<double> winsorized_variance(Span x, double trim) {
  LR_TRY(const auto sorted, sorted_values(x, 2));
  LR_TRY(const std::size_t n_replaced, trim_count(x.size(), trim));
  return variance_sample(sorted_winsorised(sorted, n_replaced));
}

Result<Clipped> winsorize_at_quantiles(Span x, double lower, double upper) {
  LR_TRY(const auto sorted, sorted_values(x, 2));
  LR_TRY([[maybe_unused]] auto low_fine, need_probability(lower, "lower"));
  LR_TRY([[maybe_unused]] auto high_fine, need_probability(upper, "upper"));
  if (lower > upper) return refuse("lower", "\"lower\" can't be above \"upper\".");
  const double low = sorted_quantile_type7(sorted, lower), high = sorted_quantile_type7(sorted, upper);
  std::vector<double> clipped(x.begin(), x.end());
  for (double& value : clipped) value = std::clamp(value, low, std::max(low, high));
  LR_TRY(const double sd, std_dev_sample(clipped));
  return Clipped{mean_of(clipped), sd};
}

Result<Fences> tukey_fences(Span x, double k) {
  LR_TRY(const auto sorted, sorted_values(x));
  LR_TRY([[maybe_unused]] auto fine, need_not_negative(k, "k"));
  const double low = sorted_quantile_type7(sorted, 0.25), high = sorted_quantile_type7(sorted, 0.75);
  Fences fences{low - k * (high - low), high + k * (high - low), 0};
  for (double value : sorted)
    if (value < fences.lower || value > fences.upper) fences.n_outliers += 1;
  return fences;
}

Result<double> hodges_lehmann_one_sample(Span x) {
  LR_TRY(std::vector<double> halves, sorted_values(x));
  for (double& value : halves) value /= 2;
  const auto n = static_cast<std::int64_t>(halves.size());
  return median_by_counting(2 * halves.front(), 2 * halves.back(), n * (n + 1) / 2, [&](double v) {
    std::int64_t count = 0;
    std::int64_t j = n - 1;  // the last partner of i whose mean with it is at most v
    for (std::int64_t i = 0; i < n; ++i) {
      while (j >= i && halves[static_cast<std::size_t>(i)] + halves[static_cast<std::size_t>(j)] > v) --j;
      if (j < i) break;
      count += j - i + 1;
    }
    return count;
  });
}

Result<double> hodges_lehmann_shift(Span x, Span y) {
  LR_TRY([[maybe_unused]] auto first, need_values(x, "x", 1));
  LR_TRY([[maybe_unused]] auto second, need_values(y, "y", 1));
  const std::vector<double> a = sorted_copy(x), b = sorted_copy(y);
  const double low = a.front() - b.back(), high = a.back() - b.front();
  if (!std::isfinite(low) || !std::isfinite(high)) return refuse("x", "The values are too far apart: their difference overflows.");
  const auto n = static_cast<std::int64_t>(a.size()) * static_cast<std::int64_t>(b.size());
  return median_by_counting(low, high, n, [&](double v) {
    std::int64_t count = 0;
    std::size_t first_low = 0;  // the first y whose difference from x is at most v
    for (double value : a) {
      while (first_low < b.size() && value - b[first_low] > v) ++first_low;
      count += static_cast<std::int64_t>(b.size() - first_low);
    }
    return count;
  });
}

}  // namespace loopready::stats
