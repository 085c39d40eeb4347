// Levels, trends and seasons followed through a series, and their continuation.
// Here: exponential smoothing simple, double and triple; moving means; seasonal naive.
// Not here: dependence and trend tests (time_series.h), how wrong a forecast is (forecast_error.h).
// Terms: alpha, beta and gamma are shares 0..1 given to the newest value; a period is counted in steps; horizon is steps ahead.
// Errors: bad_input for short series, shares outside 0..1, more than 100000 steps ahead, a multiplicative season at 0.
// Source: Brown 1959; Holt 1957; Winters 1960.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

struct SimpleSmoothing {
  std::vector<double> one_step_forecasts;  // for the second value onwards
  double next_forecast, sse;
};
base::Result<SimpleSmoothing> simple_exponential_smoothing(std::span<const double> y, double alpha);

struct Smoothed {
  std::vector<double> fitted;     // one step ahead, for every value of y
  std::vector<double> forecasts;  // `horizon` steps after the last
};
struct HoltShares {
  double alpha, beta, level0, trend0;
};
base::Result<Smoothed> holt_linear(std::span<const double> y, const HoltShares& shares, double horizon);

struct HoltWinters {
  double period, alpha, beta, gamma, level0, trend0;
  std::span<const double> season0;  // in the order of the first period
  bool multiplicative;
};
base::Result<Smoothed> holt_winters(std::span<const double> y, const HoltWinters& start, double horizon);

base::Result<std::vector<double>> trailing_mean(std::span<const double> y, double window);          // full windows only
base::Result<std::vector<double>> trailing_mean_partial(std::span<const double> y, double window);  // one a value
base::Result<std::vector<double>> weighted_mean_decaying(std::span<const double> y, double alpha);  // weights (1 - alpha)^age
base::Result<std::vector<double>> seasonal_naive(std::span<const double> y, double period, double horizon);

}  // namespace loopready::stats
