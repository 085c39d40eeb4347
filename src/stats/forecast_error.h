// How far predictions of a number lie from what came.
// Here: MAE to WAPE in one, RMSLE, pinball and Huber loss, MASE.  Not here: making forecasts (smoothing.h).
// Terms: error = predicted - true, so a positive bias says predictions are too high; mape, smape and wape are shares, not percent.
// Errors: bad_input for unlike lengths, a true value of 0 (mape), no spread (r2).
// Source: definitions; Hyndman and Koehler 2006 (MASE); Koenker and Bassett 1978 (pinball); Huber 1964.
#pragma once

#include <span>

#include "base/result.h"

namespace loopready::stats {

struct PredictionErrors {
  double mae, rmse, mse, r2, mape, smape, wape, bias, median_abs_error, max_error;
};
base::Result<PredictionErrors> prediction_errors(std::span<const double> y_true, std::span<const double> y_pred);
base::Result<double> rmsle(std::span<const double> y_true, std::span<const double> y_pred);
base::Result<double> pinball_loss(std::span<const double> y_true, std::span<const double> y_pred, double quantile);
base::Result<double> huber_loss(std::span<const double> y_true, std::span<const double> y_pred, double delta);
// The scale is the mean absolute change over `period` steps inside the training part.
base::Result<double> mase(std::span<const double> train, std::span<const double> actual, std::span<const double> forecast, double period);

}  // namespace loopready::stats
