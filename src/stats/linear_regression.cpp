#include "stats/linear_regression.h"

#include <cmath>
#include <limits>

#include "stats/refusal.h"
#include "stats/tail.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kLogTwoPi = 1.8378770664093454836;

Status check_y(std::span<const double> y, std::size_t n_rows, std::size_t n_columns, const std::string& what) {
  LR_TRY([[maybe_unused]] auto same, need_same_length(n_rows, y.size(), what, "y"));
  LR_TRY([[maybe_unused]] auto fine, need_values(y, "y", n_columns + 1));
  return need_moderate(y, "y");
}

double ratio_of(DoubleDouble above, DoubleDouble below) {
  if (below.high > 0) return (above / below).rounded();
  return above.high > 0 ? kInfinity : 0;
}

// `spread` is the sum of squares of y that the predictors may explain, n_tested of them.
Result<LinearFit> tested(const Design& design, const LeastSquares& fit, DoubleDouble spread, double n_tested, double conf_level) {
  if (spread.high <= 0) return refuse("y", "All values are equal, so there is nothing to explain.");
  LinearFit result;
  result.df_residual = static_cast<double>(design.n_rows) - static_cast<double>(design.n_columns);
  const DoubleDouble variance = fit.residual_squares / result.df_residual;
  const double critical = t_critical(conf_level, result.df_residual);
  for (std::size_t j = 0; j < design.n_columns; ++j) {
    const double estimate = fit.coefficients[j].rounded(), std_error = sqrt(variance * fit.inverse[j][j]).rounded();
    const double t = std_error > 0 ? estimate / std_error : estimate == 0 ? 0 : std::copysign(kInfinity, estimate);
    result.coefficients.push_back(estimate);
    result.std_errors.push_back(std_error);
    result.t.push_back(t);
    result.p_values.push_back(t_two_sided(t, result.df_residual));
    result.ci_low.push_back(estimate - critical * std_error);
    result.ci_high.push_back(estimate + critical * std_error);
  }
  result.residual_sd = sqrt(variance).rounded();
  const DoubleDouble explained = spread - fit.residual_squares;
  result.r_squared = std::fmax(0, (explained / spread).rounded());
  result.adj_r_squared = (DoubleDouble(1) - variance / (spread / (result.df_residual + n_tested))).rounded();
  result.f = std::fmax(0, ratio_of(explained / n_tested, variance));
  result.f_p_value = f_upper(result.f, n_tested, result.df_residual);
  result.residuals = fit.residuals;
  return result;
}

Result<LinearFit> with_intercept(const Design& design, const LeastSquares& fit, std::span<const double> y, double conf_level) {
  return tested(design, fit, wide_squares_about(y, wide_mean(y)), static_cast<double>(design.n_columns) - 1, conf_level);
}

}  // namespace

std::vector<std::vector<double>> as_rows(std::span<const double> x) {
  std::vector<std::vector<double>> rows;
  rows.reserve(x.size());
  for (const double value : x) rows.push_back({value});
  return rows;
}

Result<Fitted> fit_rows(const std::vector<std::vector<double>>& rows, std::span<const double> y, const std::string& what) {
  Fitted fitted;
  LR_TRY(fitted.design, design_with_intercept(rows, what));
  LR_TRY([[maybe_unused]] auto fine, check_y(y, rows.size(), fitted.design.n_columns, what));
  LR_TRY(fitted.fit, least_squares(fitted.design, y, kCollinear, what));
  return fitted;
}

Result<LinearFit> ols(const std::vector<std::vector<double>>& rows, std::span<const double> y, double conf_level, const std::string& what) {
  LR_TRY([[maybe_unused]] auto inside, need_inside_unit(conf_level, "conf_level"));
  LR_TRY(const Fitted fitted, fit_rows(rows, y, what));
  return with_intercept(fitted.design, fitted.fit, y, conf_level);
}

Result<LinearFit> ols_no_intercept(std::span<const double> x, std::span<const double> y) {
  LR_TRY([[maybe_unused]] auto fine, need_values(x, "x", 2));
  LR_TRY([[maybe_unused]] auto moderate, need_moderate(x, "x"));
  LR_TRY([[maybe_unused]] auto y_fine, check_y(y, x.size(), 1, "x"));
  const Design design = design_of_column(x);
  LR_TRY(const LeastSquares fit, least_squares(design, y, kCollinear, "x"));
  return tested(design, fit, wide_squares_about(y, 0), 1, 0.95);
}

Result<LinearFit> ols_polynomial(std::span<const double> x, std::span<const double> y, double degree) {
  LR_TRY(const Design design, design_of_powers(x, degree));
  LR_TRY([[maybe_unused]] auto fine, check_y(y, x.size(), design.n_columns, "x"));
  LR_TRY(const LeastSquares fit, least_squares(design, y, kCollinearPowers, "x"));
  return with_intercept(design, fit, y, 0.95);
}

Result<LinearFit> weighted_least_squares(std::span<const double> x, std::span<const double> y, std::span<const double> w) {
  LR_TRY([[maybe_unused]] auto same, need_same_length(x.size(), w.size(), "x", "w"));
  LR_TRY([[maybe_unused]] auto fine, need_values(x, "x", 3));
  LR_TRY([[maybe_unused]] auto moderate, need_moderate(x, "x"));
  LR_TRY([[maybe_unused]] auto y_fine, check_y(y, x.size(), 2, "x"));
  LR_TRY([[maybe_unused]] auto w_fine, need_values(w, "w", 3));
  Design design;
  design.columns.resize(2);
  std::vector<DoubleDouble> scaled;
  DoubleDouble weights, weighted;
  for (std::size_t i = 0; i < x.size(); ++i) {
    LR_TRY([[maybe_unused]] auto weight_fine, need_not_negative(w[i], "w"));
    if (w[i] == 0) continue;  // says nothing, as in R's lm
    const DoubleDouble root = sqrt(DoubleDouble(w[i]));
    design.columns[0].push_back(root);
    design.columns[1].push_back(root * x[i]);
    scaled.push_back(root * y[i]);
    weights += w[i];
    weighted += DoubleDouble(w[i]) * y[i];
  }
  design.n_rows = scaled.size();
  design.n_columns = 2;
  if (design.n_rows < 3) return refuse("w", "At least three weights must be above 0.");
  LR_TRY(const LeastSquares fit, least_squares(design, scaled, kCollinear, "x"));
  DoubleDouble spread;
  for (std::size_t i = 0; i < y.size(); ++i) {
    const DoubleDouble off = DoubleDouble(y[i]) - weighted / weights;
    spread += off * off * w[i];
  }
  return tested(design, fit, spread, 1, 0.95);
}

Result<std::vector<Prediction>> ols_predict(std::span<const double> x, std::span<const double> y, std::span<const double> x0,
                                            double conf_level) {
  LR_TRY([[maybe_unused]] auto inside, need_inside_unit(conf_level, "conf_level"));
  LR_TRY([[maybe_unused]] auto x0_fine, need_values(x0, "x0", 1));
  LR_TRY([[maybe_unused]] auto x0_moderate, need_moderate(x0, "x0"));
  LR_TRY(const Fitted fitted, fit_rows(as_rows(x), y, "x"));
  const double df = static_cast<double>(x.size()) - 2;
  const DoubleDouble variance = fitted.fit.residual_squares / df;
  const double critical = t_critical(conf_level, df);
  std::vector<Prediction> predictions;
  for (const double at : x0) {
    const auto& inverse = fitted.fit.inverse;
    const DoubleDouble share = inverse[0][0] + inverse[0][1] * (2 * at) + inverse[1][1] * at * at;
    const double fit = (fitted.fit.coefficients[0] + fitted.fit.coefficients[1] * at).rounded();
    const double of_mean = critical * sqrt(variance * share).rounded();
    const double of_observation = critical * sqrt(variance * (share + 1)).rounded();
    predictions.push_back({fit, {fit - of_mean, fit + of_mean}, {fit - of_observation, fit + of_observation}});
  }
  return predictions;
}

Result<std::vector<double>> ridge(const std::vector<std::vector<double>>& rows, std::span<const double> y, double lambda) {
  LR_TRY([[maybe_unused]] auto lambda_fine, need_not_negative(lambda, "lambda"));
  LR_TRY(Design design, design_with_intercept(rows, "X"));
  LR_TRY([[maybe_unused]] auto same, need_same_length(rows.size(), y.size(), "X", "y"));
  LR_TRY([[maybe_unused]] auto fine, need_values(y, "y", 2));
  LR_TRY([[maybe_unused]] auto moderate, need_moderate(y, "y"));
  design.columns.erase(design.columns.begin());
  --design.n_columns;
  const DoubleDouble y_mean = wide_mean(y), root = sqrt(DoubleDouble(lambda));
  const double n = static_cast<double>(y.size());
  std::vector<DoubleDouble> centred, means;
  for (const double value : y) centred.push_back(DoubleDouble(value) - y_mean);
  centred.resize(y.size() + design.n_columns);
  for (std::size_t j = 0; j < design.n_columns; ++j) {
    DoubleDouble sum;
    for (const DoubleDouble value : design.columns[j]) sum += value;
    means.push_back(sum / n);
    for (DoubleDouble& value : design.columns[j]) value -= means[j];
    design.columns[j].resize(centred.size());
    design.columns[j][y.size() + j] = root;  // the penalty as further rows
  }
  design.n_rows = centred.size();
  LR_TRY(const LeastSquares fit, least_squares(design, std::move(centred), kCollinear, "X"));
  DoubleDouble intercept = y_mean;
  for (std::size_t j = 0; j < design.n_columns; ++j) intercept -= fit.coefficients[j] * means[j];
  std::vector<double> coefficients{intercept.rounded()};
  for (const DoubleDouble coefficient : fit.coefficients) coefficients.push_back(coefficient.rounded());
  return coefficients;
}

Result<Likelihood> log_likelihood_aic_bic(std::span<const double> x, std::span<const double> y) {
  LR_TRY(const Fitted fitted, fit_rows(as_rows(x), y, "x"));
  if (fitted.fit.perfect) return refuse("y", "The line goes through every point, so the likelihood has no bound.");
  const double n = static_cast<double>(x.size());
  const double log_likelihood = -n / 2 * (kLogTwoPi + std::log((fitted.fit.residual_squares / n).rounded()) + 1);
  return Likelihood{log_likelihood, 6 - 2 * log_likelihood, 3 * std::log(n) - 2 * log_likelihood};
}

}  // namespace loopready::stats
