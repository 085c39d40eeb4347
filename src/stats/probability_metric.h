// Whether predicted probabilities hold: loss, calibration, goodness of fit.
// Here: log loss, Brier score, expected calibration error, Hosmer-Lemeshow.  Not here: order alone (score_metric.h).
// Terms: y_true is 0 or 1 (for several classes: the class's number from 0); p is the predicted chance of 1; losses in nats a row.
// Errors: bad_input for p outside 0..1, unlike lengths, labels that are no class.
// Source: Good 1952; Brier 1950; Naeini, Cooper and Hauskrecht 2015; Hosmer and Lemeshow 1980.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

// p is kept inside [eps, 1 - eps].
base::Result<double> log_loss(std::span<const double> y_true, std::span<const double> p, double eps);
base::Result<double> log_loss_multiclass(const std::vector<std::vector<double>>& p, std::span<const double> y_true);
base::Result<double> brier_score(std::span<const double> y_true, std::span<const double> p);
// Rows whose p falls in one of `bins` equally wide bins; bins without rows are left out.
struct CalibrationBin {
  double n, expected, observed;  // rows, their summed p, their positives
};
base::Result<std::vector<CalibrationBin>> calibration_bins(std::span<const double> y_true, std::span<const double> p, double bins);
base::Result<double> expected_calibration_error(std::span<const double> y_true, std::span<const double> p, double bins);

struct GoodnessOfFit {
  double statistic, df, p_value;
};
// One entry a group: observed positives, expected positives, rows.
base::Result<GoodnessOfFit> hosmer_lemeshow(std::span<const double> observed, std::span<const double> expected, std::span<const double> n);

}  // namespace loopready::stats
