#include "stats/time_series.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <map>

#include "stats/boost_policy.h"
#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/sums.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;
using Span = std::span<const double>;

namespace {

constexpr std::size_t kMostForTrend = 20000, kMostForSlopes = 3000;

Status check_lags(Span y, double lags, const std::string& what) {
  LR_NEED(need_values(y, "y", 2));
  LR_NEED(need_count(lags, what));
  if (lags < 1) return refuse(what, "At least one lag is needed.");
  if (lags >= static_cast<double>(y.size())) return refuse(what, "There must be more values than lags.");
  if (lags * static_cast<double>(y.size()) > 1e8) return refuse(what, "So many lags of so long a series are too much to compute.");
  if (!(square_deviations(y) > 0)) return refuse("y", "The series never changes, so there is no correlation.");
  return Done{};
}

double middle_of(std::vector<double>& values) {
  const std::size_t n = values.size(), half = n / 2;
  const auto upper = values.begin() + static_cast<std::ptrdiff_t>(half);
  std::nth_element(values.begin(), upper, values.end());
  if (n % 2 == 1) return *upper;
  const double below = *std::max_element(values.begin(), upper);
  return below + (*upper - below) / 2;
}

}  // namespace

Result<std::vector<double>> autocorrelations(Span y, double max_lag) {
  LR_NEED(check_lags(y, max_lag, "max_lag"));
  const double mean = average(y), spread = square_deviations(y);
  std::vector<double> values;
  for (std::size_t lag = 1; lag <= static_cast<std::size_t>(max_lag); ++lag) {
    double total = 0;
    for (std::size_t i = lag; i < y.size(); ++i) total += (y[i] - mean) * (y[i - lag] - mean);
    values.push_back(total / spread);
  }
  return values;
}

Result<std::vector<double>> partial_autocorrelations(Span y, double max_lag) {
  if (max_lag > 5000) return refuse("max_lag", "At most 5000 lags can be worked out.");
  LR_TRY(const std::vector<double> r, autocorrelations(y, max_lag));
  std::vector<double> partial, phi;
  for (std::size_t k = 0; k < r.size(); ++k) {
    double above = r[k], below = 1;
    for (std::size_t j = 0; j < k; ++j) {
      above -= phi[j] * r[k - 1 - j];
      below -= phi[j] * r[j];
    }
    if (!(std::fabs(below) > 1e-14)) return refuse("max_lag", "Earlier lags explain the series completely, so later ones are undefined.");
    const double value = above / below;
    const std::vector<double> before = phi;
    for (std::size_t j = 0; j < k; ++j) phi[j] = before[j] - value * before[k - 1 - j];
    phi.push_back(value);
    partial.push_back(value);
  }
  return partial;
}

Result<LjungBox> ljung_box(Span y, double lags, double fitdf) {
  LR_NEED(check_lags(y, lags, "lags"));
  LR_NEED(need_count(fitdf, "fitdf"));
  if (fitdf >= lags) return refuse("fitdf", "There must be more lags than fitted parameters.");
  LR_TRY(const std::vector<double> r, autocorrelations(y, lags));
  const double n = static_cast<double>(y.size());
  double total = 0;
  for (std::size_t k = 0; k < r.size(); ++k) total += r[k] * r[k] / (n - static_cast<double>(k + 1));
  const double q = n * (n + 2) * total, df = lags - fitdf;
  return LjungBox{q, df, cdf(complement(boost::math::chi_squared_distribution<double, Policy>(df), q))};
}

Result<MannKendall> mann_kendall(Span y) {
  LR_NEED(need_values(y, "y", 3));
  if (y.size() > kMostForTrend) return refuse("y", "At most 20000 values can be compared pair by pair.");
  double s = 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    int rises = 0;
    for (std::size_t j = i + 1; j < y.size(); ++j) rises += (y[j] > y[i]) - (y[j] < y[i]);
    s += rises;
  }
  std::map<double, double> counts;
  for (double value : y) ++counts[value];
  const double n = static_cast<double>(y.size());
  double eighteenths = n * (n - 1) * (2 * n + 5);
  for (const auto& [value, ties] : counts) eighteenths -= ties * (ties - 1) * (2 * ties + 5);
  if (!(eighteenths > 0)) return refuse("y", "All values are the same, so there is no trend to test.");
  const double variance = eighteenths / 18;
  const double moved = s > 0 ? s - 1 : s < 0 ? s + 1 : 0;
  const double z = moved / std::sqrt(variance);
  return MannKendall{s, variance, z, 2 * standard_normal_sf(std::fabs(z))};
}

Result<TheilSen> theil_sen(Span x, Span y) {
  LR_NEED(need_values(x, "x", 2));
  LR_NEED(need_values(y, "y", 2));
  LR_NEED(need_same_length(x.size(), y.size(), "x", "y"));
  if (x.size() > kMostForSlopes) return refuse("x", "At most 3000 points can be compared pair by pair.");
  std::vector<double> slopes;
  for (std::size_t i = 0; i < x.size(); ++i)
    for (std::size_t j = i + 1; j < x.size(); ++j)
      if (x[i] != x[j]) slopes.push_back((y[j] - y[i]) / (x[j] - x[i]));
  if (slopes.empty()) return refuse("x", "All x are the same, so there is no slope.");
  for (double slope : slopes)
    if (!std::isfinite(slope)) return refuse("x", "Two x are too close together for a slope.");
  const double slope = middle_of(slopes);
  std::vector<double> all_x(x.begin(), x.end()), all_y(y.begin(), y.end());
  return TheilSen{slope, middle_of(all_y) - slope * middle_of(all_x)};
}

Result<Decomposition> decompose_additive(Span y, double period) {
  LR_NEED(need_values(y, "y", 2));
  LR_NEED(need_count(period, "period"));
  if (period < 2) return refuse("period", "A period of at least 2 steps is needed.");
  if (2 * period > static_cast<double>(y.size())) return refuse("period", "At least two whole periods are needed.");
  if (period * static_cast<double>(y.size()) > 1e8) return refuse("period", "So long a period over so long a series is too much to compute.");
  const auto width = static_cast<std::size_t>(period);
  const std::size_t half = width / 2;
  Decomposition result;
  std::vector<double> sums(width, 0), counts(width, 0);
  for (std::size_t i = half; i + half < y.size(); ++i) {
    // An even period takes half of each end, so that the window has a middle.
    double total = 0;
    for (std::size_t j = i - half; j <= i + half; ++j) {
      const bool end = j == i - half || j == i + half;
      total += (width % 2 == 0 && end) ? y[j] / 2 : y[j];
    }
    const double trend = total / period;
    result.trend.push_back(trend);
    sums[i % width] += y[i] - trend;
    ++counts[i % width];
  }
  for (std::size_t k = 0; k < width; ++k) result.seasonal.push_back(sums[k] / counts[k]);
  const double centre = average(result.seasonal);
  for (double& value : result.seasonal) value -= centre;
  return result;
}

}  // namespace loopready::stats
