#include "stats/regression_checks.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "stats/linear_regression.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;

namespace {

constexpr double kFullLeverage = 1 - 1e-13;

// Row i of X (X'X)^-1: how much each coefficient moves with y_i.
std::vector<std::vector<double>> pulls_of(const Fitted& fitted) {
  const std::size_t p = fitted.design.n_columns;
  std::vector<std::vector<double>> pulls(fitted.design.n_rows, std::vector<double>(p));
  for (std::size_t i = 0; i < pulls.size(); ++i)
    for (std::size_t j = 0; j < p; ++j) {
      DoubleDouble sum;
      for (std::size_t k = 0; k < p; ++k) sum += fitted.design.columns[k][i] * fitted.fit.inverse[k][j];
      pulls[i][j] = sum.rounded();
    }
  return pulls;
}

}  // namespace

Result<RobustErrors> ols_robust_se(const Rows& rows, std::span<const double> y) {
  LR_TRY(const Fitted fitted, fit_rows(rows, y, "X"));
  const std::vector<double> hat = leverages(fitted.design, fitted.fit);
  const auto pulls = pulls_of(fitted);
  const double n = static_cast<double>(y.size()), k = static_cast<double>(fitted.design.n_columns);
  RobustErrors errors;
  for (std::size_t j = 0; j < fitted.design.n_columns; ++j) {
    double plain = 0, stretched = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
      if (hat[i] > kFullLeverage) return refuse("X", "Row " + std::to_string(i + 1) + " alone decides a coefficient (its leverage is 1).");
      const double part = fitted.fit.residuals[i].rounded() * pulls[i][j], more = part / (1 - hat[i]);
      plain += part * part;
      stretched += more * more;
    }
    errors.hc0.push_back(std::sqrt(plain));
    errors.hc1.push_back(std::sqrt(plain * n / (n - k)));
    errors.hc3.push_back(std::sqrt(stretched));
  }
  return errors;
}

Result<std::vector<double>> ols_cluster_se(const Rows& rows, std::span<const double> y, std::span<const double> cluster) {
  LR_TRY([[maybe_unused]] auto same, need_same_length(y.size(), cluster.size(), "y", "cluster"));
  LR_TRY([[maybe_unused]] auto fine, need_values(cluster, "cluster", 1));
  LR_TRY(const Fitted fitted, fit_rows(rows, y, "X"));
  const auto pulls = pulls_of(fitted);
  const std::size_t p = fitted.design.n_columns;
  std::map<double, std::vector<double>> sums;
  for (std::size_t i = 0; i < y.size(); ++i) {
    std::vector<double>& sum = sums[cluster[i]];
    sum.resize(p);
    for (std::size_t j = 0; j < p; ++j) sum[j] += fitted.fit.residuals[i].rounded() * pulls[i][j];
  }
  if (sums.size() < 2) return refuse("cluster", "At least two clusters are needed.");
  const double n = static_cast<double>(y.size()), g = static_cast<double>(sums.size()), k = static_cast<double>(p);
  std::vector<double> errors;
  for (std::size_t j = 0; j < p; ++j) {
    double squares = 0;
    for (const auto& [name, sum] : sums) squares += sum[j] * sum[j];
    errors.push_back(std::sqrt(squares * (g / (g - 1)) * ((n - 1) / (n - k))));
  }
  return errors;
}

Result<std::vector<double>> variance_inflation(const Rows& rows) {
  LR_TRY(const Design design, design_with_intercept(rows, "X"));
  LR_TRY(const LeastSquares fit, least_squares(design, std::vector<DoubleDouble>(design.n_rows), kCollinear, "X"));
  std::vector<double> inflation;
  for (std::size_t j = 1; j < design.n_columns; ++j) {
    DoubleDouble sum, squares;
    for (const DoubleDouble value : design.columns[j]) sum += value;
    for (const DoubleDouble value : design.columns[j]) {
      const DoubleDouble off = value - sum / static_cast<double>(design.n_rows);
      squares += off * off;
    }
    inflation.push_back((squares * fit.inverse[j][j]).rounded());
  }
  return inflation;
}

Result<double> durbin_watson(const Rows& rows, std::span<const double> y) {
  LR_TRY(const Fitted fitted, fit_rows(rows, y, "X"));
  if (fitted.fit.perfect) return refuse("y", "The fit leaves no residuals.");
  DoubleDouble steps;
  for (std::size_t i = 1; i < y.size(); ++i) {
    const DoubleDouble step = fitted.fit.residuals[i] - fitted.fit.residuals[i - 1];
    steps += step * step;
  }
  return (steps / fitted.fit.residual_squares).rounded();
}

Result<Influence> leverage_cook(std::span<const double> x, std::span<const double> y) {
  LR_TRY(const Fitted fitted, fit_rows(as_rows(x), y, "x"));
  if (fitted.fit.perfect) return refuse("y", "The fit leaves no residuals.");
  Influence influence;
  influence.hat = leverages(fitted.design, fitted.fit);
  const double variance = fitted.fit.residual_squares.rounded() / (static_cast<double>(x.size()) - 2);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double hat = influence.hat[i], residual = fitted.fit.residuals[i].rounded();
    if (hat > kFullLeverage) return refuse("x", "Value " + std::to_string(i + 1) + " alone decides the slope (its leverage is 1).");
    influence.cook.push_back(residual * residual / (2 * variance) * hat / ((1 - hat) * (1 - hat)));
  }
  return influence;
}

Result<BreuschPagan> breusch_pagan(std::span<const double> x, std::span<const double> y) {
  LR_TRY(const Fitted fitted, fit_rows(as_rows(x), y, "x"));
  if (fitted.fit.perfect) return refuse("y", "The fit leaves no residuals.");
  const double scale = fitted.fit.residual_squares.rounded() / static_cast<double>(x.size());  // keeps fourth powers small
  std::vector<double> squares;
  for (const DoubleDouble residual : fitted.fit.residuals) squares.push_back((residual * residual / scale).rounded());
  if (*std::max_element(squares.begin(), squares.end()) == *std::min_element(squares.begin(), squares.end()))
    return refuse("y", "All residuals are equally large, so their spread can't depend on x.");
  LR_TRY(const LinearFit auxiliary, ols(as_rows(x), squares, 0.95, "x"));
  const double statistic = static_cast<double>(x.size()) * auxiliary.r_squared;
  return BreuschPagan{statistic, chi_squared_upper(statistic, 1)};
}

}  // namespace loopready::stats
