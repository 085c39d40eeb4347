#include "stats/smoothing.h"

#include <algorithm>

#include "stats/refusal.h"
#include "stats/sums.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

constexpr double kFarthest = 100000;

Status check_horizon(double horizon) {
  LR_NEED(need_count(horizon, "horizon"));
  if (horizon > kFarthest) return refuse("horizon", "At most 100000 steps ahead can be forecast.");
  return Done{};
}

Status check_steps(double steps, const std::string& what) {
  LR_NEED(need_count(steps, what));
  if (steps < 1) return refuse(what, "A whole number of at least 1 is needed.");
  return Done{};
}

}  // namespace

Result<SimpleSmoothing> simple_exponential_smoothing(std::span<const double> y, double alpha) {
  LR_NEED(need_values(y, "y", 2));
  LR_NEED(need_probability(alpha, "alpha"));
  SimpleSmoothing result{{}, 0, 0};
  double level = y[0];
  for (double value : y.subspan(1)) {
    result.one_step_forecasts.push_back(level);
    result.sse += (value - level) * (value - level);
    level += alpha * (value - level);
  }
  result.next_forecast = level;
  return result;
}

Result<Smoothed> holt_linear(std::span<const double> y, const HoltShares& shares, double horizon) {
  LR_NEED(need_values(y, "y", 1));
  LR_NEED(need_probability(shares.alpha, "alpha"));
  LR_NEED(need_probability(shares.beta, "beta"));
  LR_NEED(need_finite(shares.level0, "level0"));
  LR_NEED(need_finite(shares.trend0, "trend0"));
  LR_NEED(check_horizon(horizon));
  Smoothed result;
  double level = shares.level0, trend = shares.trend0;
  for (double value : y) {
    const double ahead = level + trend;
    result.fitted.push_back(ahead);
    const double new_level = shares.alpha * value + (1 - shares.alpha) * ahead;
    trend = shares.beta * (new_level - level) + (1 - shares.beta) * trend;
    level = new_level;
  }
  for (int h = 1; h <= static_cast<int>(horizon); ++h) result.forecasts.push_back(level + h * trend);
  return result;
}

Result<Smoothed> holt_winters(std::span<const double> y, const HoltWinters& start, double horizon) {
  LR_NEED(need_values(y, "y", 1));
  LR_NEED(check_steps(start.period, "period"));
  LR_NEED(need_probability(start.alpha, "alpha"));
  LR_NEED(need_probability(start.beta, "beta"));
  LR_NEED(need_probability(start.gamma, "gamma"));
  LR_NEED(need_finite(start.level0, "level0"));
  LR_NEED(need_finite(start.trend0, "trend0"));
  LR_NEED(need_values(start.season0, "season0", 1));
  if (static_cast<double>(start.season0.size()) != start.period) return refuse("season0", "One seasonal value a step of the period is needed.");
  LR_NEED(check_horizon(horizon));
  const bool times = start.multiplicative;
  const std::size_t period = start.season0.size();
  std::vector<double> season(start.season0.begin(), start.season0.end());
  Smoothed result;
  double level = start.level0, trend = start.trend0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    double& now = season[i % period];
    if (times && now == 0) return refuse("season0", "A seasonal factor is or becomes 0.");
    const double ahead = level + trend;
    result.fitted.push_back(times ? ahead * now : ahead + now);
    const double new_level = start.alpha * (times ? y[i] / now : y[i] - now) + (1 - start.alpha) * ahead;
    trend = start.beta * (new_level - level) + (1 - start.beta) * trend;
    level = new_level;
    if (times && level == 0) return refuse("y", "The level becomes 0, so there are no seasonal factors.");
    now = start.gamma * (times ? y[i] / level : y[i] - level) + (1 - start.gamma) * now;
  }
  for (int h = 1; h <= static_cast<int>(horizon); ++h) {
    const double then = season[(y.size() + static_cast<std::size_t>(h) - 1) % period];
    result.forecasts.push_back(times ? (level + h * trend) * then : level + h * trend + then);
  }
  return result;
}

Result<std::vector<double>> trailing_mean(std::span<const double> y, double window) {
  LR_NEED(need_values(y, "y", 1));
  LR_NEED(check_steps(window, "window"));
  if (window > static_cast<double>(y.size())) return refuse("window", "The window is longer than the series.");
  if (window * static_cast<double>(y.size()) > 1e8) return refuse("window", "This window over so long a series is too much to compute.");
  const auto width = static_cast<std::size_t>(window);
  std::vector<double> means;
  for (std::size_t end = width; end <= y.size(); ++end) means.push_back(average(y.subspan(end - width, width)));
  return means;
}

Result<std::vector<double>> trailing_mean_partial(std::span<const double> y, double window) {
  LR_NEED(need_values(y, "y", 1));
  LR_NEED(check_steps(window, "window"));
  const auto width = static_cast<std::size_t>(std::min(window, static_cast<double>(y.size())));
  if (static_cast<double>(width) * static_cast<double>(y.size()) > 1e8)
    return refuse("window", "This window over so long a series is too much to compute.");
  std::vector<double> means;
  for (std::size_t end = 1; end <= y.size(); ++end) {
    const std::size_t n = std::min(end, width);
    means.push_back(average(y.subspan(end - n, n)));
  }
  return means;
}

Result<std::vector<double>> weighted_mean_decaying(std::span<const double> y, double alpha) {
  LR_NEED(need_values(y, "y", 1));
  if (!(alpha > 0 && alpha <= 1)) return refuse("alpha", "A number above 0 and at most 1 is needed.");
  std::vector<double> means;
  double mean = 0, weight = 0;
  for (double value : y) {
    weight = 1 + (1 - alpha) * weight;
    mean += (value - mean) / weight;
    means.push_back(mean);
  }
  return means;
}

Result<std::vector<double>> seasonal_naive(std::span<const double> y, double period, double horizon) {
  LR_NEED(need_values(y, "y", 1));
  LR_NEED(check_steps(period, "period"));
  LR_NEED(check_horizon(horizon));
  if (period > static_cast<double>(y.size())) return refuse("period", "The series is shorter than one period.");
  const auto width = static_cast<std::size_t>(period);
  std::vector<double> forecasts;
  for (std::size_t h = 0; h < static_cast<std::size_t>(horizon); ++h) forecasts.push_back(y[y.size() - width + h % width]);
  return forecasts;
}

}  // namespace loopready::stats
