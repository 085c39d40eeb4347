// Regression by name.
#include "engine/routine.h"
#include "stats/generalised_regression.h"
#include "stats/linear_regression.h"
#include "stats/regression_checks.h"

namespace loopready::engine {
namespace {

using base::Result;
using stats::LinearFit;

Values all_of(const LinearFit& fit) {
  return {{"coefficients", fit.coefficients},
          {"std_errors", fit.std_errors},
          {"t", fit.t},
          {"p_values", fit.p_values},
          {"ci_low", fit.ci_low},
          {"ci_high", fit.ci_high},
          {"df_residual", fit.df_residual},
          {"residual_sd", fit.residual_sd},
          {"r_squared", fit.r_squared},
          {"adj_r_squared", fit.adj_r_squared},
          {"f", fit.f},
          {"f_p_value", fit.f_p_value}};
}

Result<Values> ols_simple(Inputs& inputs) {
  const Numbers x = inputs.numbers("x"), y = inputs.numbers("y");
  const double conf_level = inputs.conf_level();
  LR_READ(inputs);
  LR_TRY(const LinearFit fit, stats::ols(stats::as_rows(x), y, conf_level, "x"));
  return all_of(fit);
}

Result<Values> ols_multiple(Inputs& inputs) {
  const Matrix rows = inputs.observations("X");
  const Numbers y = inputs.numbers("y");
  const double conf_level = inputs.conf_level();
  LR_READ(inputs);
  LR_TRY(const LinearFit fit, stats::ols(rows, y, conf_level, "X"));
  return all_of(fit);
}

Result<Values> ols_no_intercept(Inputs& inputs) {
  const Numbers x = inputs.numbers("x"), y = inputs.numbers("y");
  LR_READ(inputs);
  LR_TRY(const LinearFit fit, stats::ols_no_intercept(x, y));
  return Values{{"coefficients", fit.coefficients},
                {"std_errors", fit.std_errors},
                {"residual_sd", fit.residual_sd},
                {"r_squared", fit.r_squared},
                {"f", fit.f}};
}

Result<Values> ols_polynomial(Inputs& inputs) {
  const Numbers x = inputs.numbers("x"), y = inputs.numbers("y");
  const double degree = inputs.number("degree");
  LR_READ(inputs);
  LR_TRY(const LinearFit fit, stats::ols_polynomial(x, y, degree));
  return Values{{"coefficients", fit.coefficients},
                {"std_errors", fit.std_errors},
                {"residual_sd", fit.residual_sd},
                {"r_squared", fit.r_squared}};
}

Result<Values> ols_predict(Inputs& inputs) {
  const Numbers x = inputs.numbers("x"), y = inputs.numbers("y");
  const bool many = inputs.is_list("x0");
  const Numbers x0 = many ? inputs.numbers("x0") : Numbers{inputs.number("x0")};
  const double conf_level = inputs.conf_level();
  LR_READ(inputs);
  LR_TRY(const std::vector<stats::Prediction> found, stats::ols_predict(x, y, x0, conf_level));
  Numbers fit, mean_low, mean_high, pred_low, pred_high;
  for (const stats::Prediction& one : found) {
    fit.push_back(one.fit);
    mean_low.push_back(one.mean.low);
    mean_high.push_back(one.mean.high);
    pred_low.push_back(one.observation.low);
    pred_high.push_back(one.observation.high);
  }
  if (many)
    return Values{{"fit", fit}, {"mean_low", mean_low}, {"mean_high", mean_high}, {"pred_low", pred_low}, {"pred_high", pred_high}};
  return Values{{"fit", fit[0]}, {"mean_low", mean_low[0]}, {"mean_high", mean_high[0]}, {"pred_low", pred_low[0]}, {"pred_high", pred_high[0]}};
}

Result<Values> ols_robust_se(Inputs& inputs) {
  const Matrix rows = inputs.observations("X");
  const Numbers y = inputs.numbers("y");
  LR_READ(inputs);
  LR_TRY(const stats::RobustErrors errors, stats::ols_robust_se(rows, y));
  return Values{{"hc0", errors.hc0}, {"hc1", errors.hc1}, {"hc3", errors.hc3}};
}

Result<Values> ols_cluster_se(Inputs& inputs) {
  const Matrix rows = inputs.observations("X");
  const Numbers y = inputs.numbers("y"), cluster = inputs.labels("cluster");
  LR_READ(inputs);
  LR_TRY(const Numbers errors, stats::ols_cluster_se(rows, y, cluster));
  return Values{{"std_errors", errors}};
}

Result<Values> variance_inflation(Inputs& inputs) {
  const Matrix rows = inputs.observations("X");
  LR_READ(inputs);
  LR_TRY(const Numbers vif, stats::variance_inflation(rows));
  return Values{{"vif", vif}};
}

Result<Values> durbin_watson(Inputs& inputs) {
  const Matrix rows = inputs.observations("X");
  const Numbers y = inputs.numbers("y");
  LR_READ(inputs);
  LR_TRY(const double value, stats::durbin_watson(rows, y));
  return Values{{"value", value}};
}

Result<Values> weighted_least_squares(Inputs& inputs) {
  const Numbers x = inputs.numbers("x"), y = inputs.numbers("y"), w = inputs.numbers("w");
  LR_READ(inputs);
  LR_TRY(const LinearFit fit, stats::weighted_least_squares(x, y, w));
  return Values{{"coefficients", fit.coefficients}, {"std_errors", fit.std_errors}};
}

Result<Values> leverage_cook(Inputs& inputs) {
  const Numbers x = inputs.numbers("x"), y = inputs.numbers("y");
  LR_READ(inputs);
  LR_TRY(const stats::Influence influence, stats::leverage_cook(x, y));
  return Values{{"hat", influence.hat}, {"cook", influence.cook}};
}

Result<Values> breusch_pagan(Inputs& inputs) {
  const Numbers x = inputs.numbers("x"), y = inputs.numbers("y");
  LR_READ(inputs);
  LR_TRY(const stats::BreuschPagan test, stats::breusch_pagan(x, y));
  return Values{{"statistic", test.statistic}, {"p_value", test.p_value}};
}

Result<Values> ridge_closed_form(Inputs& inputs) {
  const Matrix rows = inputs.observations("X");
  const Numbers y = inputs.numbers("y");
  const double lambda = inputs.number("lambda");
  LR_READ(inputs);
  LR_TRY(const Numbers coefficients, stats::ridge(rows, y, lambda));
  return Values{{"coefficients", coefficients}};
}

Result<Values> log_likelihood_aic_bic(Inputs& inputs) {
  const Numbers x = inputs.numbers("x"), y = inputs.numbers("y");
  LR_READ(inputs);
  LR_TRY(const stats::Likelihood found, stats::log_likelihood_aic_bic(x, y));
  return Values{{"log_likelihood", found.log_likelihood}, {"aic", found.aic}, {"bic", found.bic}};
}

Values all_of(const stats::GeneralisedFit& fit) {
  return {{"coefficients", fit.coefficients},
          {"std_errors", fit.std_errors},
          {"z", fit.z},
          {"p_values", fit.p_values},
          {"deviance", fit.deviance},
          {"null_deviance", fit.null_deviance},
          {"aic", fit.aic},
          {"log_likelihood", fit.log_likelihood}};
}

Result<Values> logistic_regression(Inputs& inputs) {
  const Matrix rows = inputs.observations("X");
  const Numbers y = inputs.numbers("y");
  LR_READ(inputs);
  LR_TRY(const stats::GeneralisedFit fit, stats::logistic_regression(rows, y));
  return all_of(fit);
}

Result<Values> poisson_regression(Inputs& inputs) {
  const Matrix rows = inputs.observations("X");
  const Numbers y = inputs.numbers("y"), offset = inputs.numbers_or_empty("offset");
  LR_READ(inputs);
  LR_TRY(const stats::GeneralisedFit fit, stats::poisson_regression(rows, y, offset));
  return all_of(fit);
}

constexpr const char* kPairs = "x: numbers; y: numbers";
constexpr const char* kRows = "X: rows of predictors, no intercept; y: numbers";
constexpr const char* kFit =
    "coefficients; std_errors; t; p_values; ci_low; ci_high; df_residual; residual_sd; r_squared; adj_r_squared; f; f_p_value";
constexpr const char* kLeastSquares = "least squares, Householder 1958";

}  // namespace

const std::vector<Routine>& regression_routines() {
  static const std::vector<Routine> kAll = {
      {"ols_simple", "x: numbers; y: numbers; conf_level: share, 0.95", kFit, "A line with intercept, which comes first; classical errors.",
       kLeastSquares, ols_simple},
      {"ols_no_intercept", kPairs, "coefficients; std_errors; residual_sd; r_squared; f",
       "A line through the origin; R^2 compares with 0 and not with the mean.", kLeastSquares, ols_no_intercept},
      {"ols_multiple", "X: rows of predictors, no intercept; y: numbers; conf_level: share, 0.95", kFit,
       "Intercept added first; Householder reflections in twice the precision; classical errors.", kLeastSquares, ols_multiple},
      {"ols_polynomial", "x: numbers; y: numbers; degree: 1 to 30", "coefficients; std_errors; residual_sd; r_squared",
       "1, x, ..., x^degree in twice the precision, lowest power first.", kLeastSquares, ols_polynomial},
      {"ols_predict", "x: numbers; y: numbers; x0: number or numbers; conf_level: share, 0.95", "fit; mean_low; mean_high; pred_low; pred_high",
       "Limits for the line's height at x0, and for one new observation there.", kLeastSquares, ols_predict},
      {"ols_robust_se", kRows, "hc0; hc1; hc3", "Standard errors for unequal variances, intercept first.", "White 1980; MacKinnon & White 1985",
       ols_robust_se},
      {"ols_cluster_se", "X: rows of predictors, no intercept; y: numbers; cluster: labels", "std_errors",
       "CR1: residuals summed within clusters, times G / (G - 1) x (n - 1) / (n - k); intercept first.", "Liang & Zeger 1986", ols_cluster_se},
      {"variance_inflation", "X: rows of predictors, no intercept", "vif", "1 / (1 - R^2) of each predictor on the others.", "Marquardt 1970",
       variance_inflation},
      {"durbin_watson", kRows, "value", "Squared steps of the residuals over their squares; 2 means no serial correlation.", "Durbin & Watson 1950",
       durbin_watson},
      {"weighted_least_squares", "x: numbers; y: numbers; w: weights, inverse to the variance", "coefficients; std_errors",
       "A line with intercept; the residual variance is per unit of weight, rows of weight 0 say nothing.", "Aitken 1935", weighted_least_squares},
      {"leverage_cook", kPairs, "hat; cook", "Diagonal of the hat matrix and Cook's distance of a line with intercept.", "Cook 1977", leverage_cook},
      {"breusch_pagan", kPairs, "statistic; p_value", "Koenker's n R^2 of the squared residuals on x, df 1.", "Breusch & Pagan 1979; Koenker 1981",
       breusch_pagan},
      {"ridge_closed_form", "X: rows of predictors, no intercept; y: numbers; lambda: number", "coefficients",
       "Columns centred, not scaled; penalty lambda times the sum of squared slopes; the intercept is free and first.", "Hoerl & Kennard 1970",
       ridge_closed_form},
      {"log_likelihood_aic_bic", kPairs, "log_likelihood; aic; bic", "Normal likelihood of a line with intercept; the variance counts as a parameter.",
       "Akaike 1974; Schwarz 1978", log_likelihood_aic_bic},
      {"logistic_regression", "X: rows of predictors, no intercept; y: 0 or 1",
       "coefficients; std_errors; z; p_values; deviance; null_deviance; aic; log_likelihood",
       "Maximum likelihood, expected information, intercept first; separated data are refused.", "Nelder & Wedderburn 1972", logistic_regression},
      {"poisson_regression", "X: rows of predictors, no intercept; y: counts; offset: numbers on the log scale, none when absent",
       "coefficients; std_errors; z; p_values; deviance; null_deviance; aic; log_likelihood",
       "Maximum likelihood with log link, expected information, intercept first.", "Nelder & Wedderburn 1972", poisson_regression},
  };
  return kAll;
}

}  // namespace loopready::engine
