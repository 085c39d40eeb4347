#include "stats/forecast_error.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/refusal.h"
#include "stats/sums.h"

namespace loopready::stats {

using base::Result;
using base::Status;
using Span = std::span<const double>;

namespace {

Status check(Span y_true, Span y_pred, std::size_t n_min) {
  LR_NEED(need_values(y_true, "y_true", n_min));
  LR_NEED(need_values(y_pred, "y_pred", n_min));
  return need_same_length(y_true.size(), y_pred.size(), "y_true", "y_pred");
}

// The mean of `loss(true, predicted)`.
template <class Loss>
double mean_loss(Span y_true, Span y_pred, Loss loss) {
  std::vector<double> losses(y_true.size());
  for (std::size_t i = 0; i < losses.size(); ++i) losses[i] = loss(y_true[i], y_pred[i]);
  return average(losses);
}

double middle_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t n = values.size();
  return n % 2 == 1 ? values[n / 2] : values[n / 2 - 1] + (values[n / 2] - values[n / 2 - 1]) / 2;
}

}  // namespace

Result<PredictionErrors> prediction_errors(Span y_true, Span y_pred) {
  LR_NEED(check(y_true, y_pred, 2));
  for (double value : y_true)
    if (value == 0) return refuse("y_true", "A true value is 0, so the share of error (mape) is undefined.");
  const double spread = square_deviations(y_true);
  if (!(spread > 0)) return refuse("y_true", "All true values are the same, so r2 is undefined.");
  std::vector<double> sizes(y_true.size());
  for (std::size_t i = 0; i < sizes.size(); ++i) sizes[i] = std::fabs(y_pred[i] - y_true[i]);
  const double mse = mean_loss(y_true, y_pred, [](double y, double f) { return (f - y) * (f - y); });
  PredictionErrors errors{};
  errors.mae = average(sizes);
  errors.mse = mse;
  errors.rmse = std::sqrt(mse);
  errors.r2 = 1 - mse * static_cast<double>(y_true.size()) / spread;
  errors.mape = mean_loss(y_true, y_pred, [](double y, double f) { return std::fabs((f - y) / y); });
  errors.smape = mean_loss(y_true, y_pred, [](double y, double f) { return 2 * std::fabs(f - y) / (std::fabs(y) + std::fabs(f)); });
  errors.wape = errors.mae / mean_loss(y_true, y_pred, [](double y, double) { return std::fabs(y); });
  errors.bias = mean_loss(y_true, y_pred, [](double y, double f) { return f - y; });
  errors.median_abs_error = middle_of(sizes);
  errors.max_error = *std::max_element(sizes.begin(), sizes.end());
  return errors;
}

Result<double> rmsle(Span y_true, Span y_pred) {
  LR_NEED(check(y_true, y_pred, 1));
  for (double value : y_true)
    if (value <= -1) return refuse("y_true", "Every value must be above -1.");
  for (double value : y_pred)
    if (value <= -1) return refuse("y_pred", "Every value must be above -1.");
  return std::sqrt(mean_loss(y_true, y_pred, [](double y, double f) {
    const double gap = std::log1p(f) - std::log1p(y);
    return gap * gap;
  }));
}

Result<double> pinball_loss(Span y_true, Span y_pred, double quantile) {
  LR_NEED(check(y_true, y_pred, 1));
  LR_NEED(need_inside_unit(quantile, "quantile"));
  return mean_loss(y_true, y_pred, [&](double y, double f) { return std::max(quantile * (y - f), (quantile - 1) * (y - f)); });
}

Result<double> huber_loss(Span y_true, Span y_pred, double delta) {
  LR_NEED(check(y_true, y_pred, 1));
  LR_NEED(need_positive(delta, "delta"));
  return mean_loss(y_true, y_pred, [&](double y, double f) {
    const double size = std::fabs(y - f);
    return size <= delta ? size * size / 2 : delta * (size - delta / 2);
  });
}

Result<double> mase(Span train, Span actual, Span forecast, double period) {
  LR_NEED(need_values(train, "train", 2));
  LR_NEED(need_values(actual, "actual", 1));
  LR_NEED(need_values(forecast, "forecast", 1));
  LR_NEED(need_same_length(actual.size(), forecast.size(), "actual", "forecast"));
  LR_NEED(need_count(period, "period"));
  if (period < 1) return refuse("period", "A period of at least 1 is needed.");
  if (period >= static_cast<double>(train.size())) return refuse("period", "The training part must be longer than one period.");
  const auto lag = static_cast<std::size_t>(period);
  const double scale = mean_loss(train.subspan(lag), train.first(train.size() - lag), [](double y, double f) { return std::fabs(y - f); });
  if (!(scale > 0)) return refuse("train", "The training part never changes over one period, so there is no scale.");
  return mean_loss(actual, forecast, [](double y, double f) { return std::fabs(y - f); }) / scale;
}

}  // namespace loopready::stats
