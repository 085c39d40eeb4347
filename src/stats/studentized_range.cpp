#include "stats/studentized_range.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/sd_estimate.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kRootOfTwoPi = 2.50662827463100050242;

// One place of the integral over the largest of the k values.
struct Place {
  double z, below, weight;  // below: the normal's lower tail at z; weight: k * density * step
};

// The range of k standard normals, upper and lower tail.
class Range {
 public:
  explicit Range(double k) : k_(k) {
    const double step = k <= 50 ? 0.125 : 0.0625;
    for (double z = -9; z <= 40; z += step)
      places_.push_back({z, standard_normal_cdf(z), k * std::exp(-z * z / 2) / kRootOfTwoPi * step});
  }

  double tail(double w, bool upper) const {
    if (w <= 0) return upper ? 1 : 0;
    double sum = 0;
    for (const Place& place : places_) {
      if (place.z > w / 2 + 9) break;
      const double rest = (k_ - 1) * log_share_within(place, w);
      sum += place.weight * std::pow(place.below, k_ - 1) * (upper ? -std::expm1(rest) : std::exp(rest));
    }
    return std::min(1.0, sum);
  }

 private:
  // log of the share of values below z that lie within w of it.
  static double log_share_within(const Place& place, double w) {
    if (w > 0.01) return std::log1p(-standard_normal_cdf(place.z - w) / place.below);
    // The difference of the two tails by Taylor's series around the middle, where it would cancel.
    const double m = place.z - w / 2, square = w * w;
    const double series = 1 + square * ((m * m - 1) / 24 + square * (m * m * (m * m - 6) + 3) / 1920);
    return std::log(w / kRootOfTwoPi) - m * m / 2 + std::log(series / place.below);
  }

  double k_;
  std::vector<Place> places_;
};

double tail(const Range& range, double q, double df, bool upper) {
  if (q <= 0) return upper ? 1 : 0;
  if (std::isinf(q)) return upper ? 0 : 1;
  if (std::isinf(df) || df > 1e10) return range.tail(q, upper);
  const SdEstimate estimate(df);
  const double step = std::min(0.125, 0.35 / std::sqrt(df));
  const auto term = [&](double u) {
    const double density = std::exp(estimate.log_density(u));
    return density == 0 ? 0.0 : density * range.tail(q * std::exp(u), upper);
  };
  // Climb to the hump, then sum down both of its sides.
  double peak = 0, highest = term(0);
  for (int side = -1; side <= 1; side += 2)
    for (double u = peak + side * step; std::exp(estimate.log_density(u)) > 0; u += side * step) {
      const double value = term(u);
      if (value < highest) break;
      highest = value;
      peak = u;
    }
  double sum = highest;
  for (int side = -1; side <= 1; side += 2)
    for (int i = 1; i < 5000; ++i) {
      const double value = term(peak + side * i * step);
      sum += value;
      if (value <= 1e-17 * highest) break;
    }
  return std::min(1.0, sum * step);
}

Status check(double k, double df) {
  if (!(k >= 2 && k <= 10000)) return refuse("k", "A number of means from 2 to 10000 is needed.");
  if (df >= 1) return Done{};
  return refuse("df", "Degrees of freedom of at least 1 are needed.");
}

// The q with this tail, by secants on log(q) with the Illinois rule, and a halving now and then.
double solve(const Range& range, double p, double df, bool upper) {
  const double target = std::log(p);
  const auto gap = [&](double log_q) {
    const double at = tail(range, std::exp(log_q), df, upper);
    const double log_tail = at > 0 ? std::log(at) : -800;
    return upper ? target - log_tail : log_tail - target;
  };
  double low = -1, high = 1;
  double at_low = gap(low), at_high = gap(high);
  while (at_low > 0 && low > -700) at_low = gap(low *= 2);
  while (at_high < 0 && high < 700) at_high = gap(high *= 1.5);
  int kept = 0;
  for (int i = 0; i < 200 && high - low > 1e-14 * std::max(1.0, std::fabs(high)); ++i) {
    double middle = high - at_high * (high - low) / (at_high - at_low);
    if (!(middle > low && middle < high) || i % 6 == 5) middle = low + (high - low) / 2;
    const double value = gap(middle);
    if (value == 0) return std::exp(middle);
    if (value > 0) {
      high = middle;
      at_high = value;
      if (kept == 1) at_low /= 2;
      kept = 1;
    } else {
      low = middle;
      at_low = value;
      if (kept == -1) at_high /= 2;
      kept = -1;
    }
    if (std::fabs(value) < 1e-14) return std::exp(middle);
  }
  return std::exp(low + (high - low) / 2);
}

Result<double> quantile(double p, double k, double df, bool upper) {
  LR_TRY([[maybe_unused]] auto fine, check(k, df));
  LR_TRY([[maybe_unused]] auto inside, need_probability(p, "p"));
  if (p == 0 || p == 1) return (p == 0) == upper ? kInfinity : 0.0;
  return solve(Range(k), p, df, upper);
}

}  // namespace

Result<double> studentized_range_cdf(double q, double k, double df) {
  LR_TRY([[maybe_unused]] auto fine, check(k, df));
  if (std::isnan(q)) return refuse("q", "A number is needed.");
  return tail(Range(k), q, df, false);
}

Result<double> studentized_range_sf(double q, double k, double df) {
  LR_TRY([[maybe_unused]] auto fine, check(k, df));
  if (std::isnan(q)) return refuse("q", "A number is needed.");
  return tail(Range(k), q, df, true);
}

Result<double> studentized_range_quantile(double p, double k, double df) {
  if (p > 0.5 && p < 1) return quantile(1 - p, k, df, true);
  return quantile(p, k, df, false);
}

Result<double> studentized_range_quantile_upper(double p, double k, double df) {
  if (p > 0.5 && p < 1) return quantile(1 - p, k, df, false);
  return quantile(p, k, df, true);
}

}  // namespace loopready::stats
