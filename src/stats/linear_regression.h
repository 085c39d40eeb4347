// Linear regression by least squares, with classical tests and intervals.
// Here: one or several predictors, through the origin, polynomials, weights, prediction, ridge, likelihood.
// Not here: robust errors and diagnostics (regression_checks.h), other families (generalised_regression.h).
// Terms: the intercept is always added and comes first, but where it says through the origin; R^2 through the origin compares with 0.
// Errors: bad_input naming the argument: mismatched lengths, too few rows, columns that others make up, a y that never varies.
// Source: Gauss 1821; Seber & Lee 2003; Hoerl & Kennard 1970 (ridge).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "stats/interval.h"
#include "stats/least_squares.h"

namespace loopready::stats {

struct LinearFit {
  std::vector<double> coefficients, std_errors, t, p_values, ci_low, ci_high;
  double df_residual = 0;
  double residual_sd = 0;
  double r_squared = 0, adj_r_squared = 0;
  double f = 0, f_p_value = 0;
  std::vector<DoubleDouble> residuals;
};

struct Prediction {
  double fit = 0;
  Interval mean, observation;
};

struct Likelihood {
  double log_likelihood = 0, aic = 0, bic = 0;  // the variance counts as a parameter
};

struct Fitted {
  Design design;
  LeastSquares fit;
};

// Checks y against the rows and fits; at least one degree of freedom is left.
base::Result<Fitted> fit_rows(const std::vector<std::vector<double>>& rows, std::span<const double> y, const std::string& what);
std::vector<std::vector<double>> as_rows(std::span<const double> x);

base::Result<LinearFit> ols(const std::vector<std::vector<double>>& rows, std::span<const double> y, double conf_level, const std::string& what);
base::Result<LinearFit> ols_no_intercept(std::span<const double> x, std::span<const double> y);
base::Result<LinearFit> ols_polynomial(std::span<const double> x, std::span<const double> y, double degree);
base::Result<LinearFit> weighted_least_squares(std::span<const double> x, std::span<const double> y, std::span<const double> w);
base::Result<std::vector<Prediction>> ols_predict(std::span<const double> x, std::span<const double> y, std::span<const double> x0,
                                                  double conf_level);
base::Result<std::vector<double>> ridge(const std::vector<std::vector<double>>& rows, std::span<const double> y, double lambda);
base::Result<Likelihood> log_likelihood_aic_bic(std::span<const double> x, std::span<const double> y);

}  // namespace loopready::stats
