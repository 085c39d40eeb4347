#include "stats/least_squares.h"

#include <algorithm>
#include <cmath>

#include "stats/refusal.h"

namespace loopready::stats {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr double kMostWork = 1e8;        // rows x columns x columns
constexpr double kLargestPower = 1e140;  // its square can still be held
constexpr double kRoundingOfY = 4e-16;

DoubleDouble dot(const std::vector<DoubleDouble>& a, const std::vector<DoubleDouble>& b, std::size_t from) {
  DoubleDouble sum;
  for (std::size_t i = from; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// Mirrors `target` on the plane across `normal`, whose entries start at `from`.
void reflect(std::vector<DoubleDouble>& target, const std::vector<DoubleDouble>& normal, DoubleDouble normal_squares, std::size_t from) {
  const DoubleDouble factor = DoubleDouble(2) * dot(normal, target, from) / normal_squares;
  for (std::size_t i = from; i < target.size(); ++i) target[i] -= factor * normal[i];
}

}  // namespace

Result<Design> design_with_intercept(const std::vector<std::vector<double>>& rows, const std::string& what) {
  if (rows.empty() || rows[0].empty()) return refuse(what, "At least one row with at least one value is needed.");
  Design design;
  design.n_rows = rows.size();
  design.n_columns = rows[0].size() + 1;
  design.columns.assign(design.n_columns, std::vector<DoubleDouble>(rows.size(), DoubleDouble(1)));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string where = what + "/" + std::to_string(i);
    if (rows[i].size() + 1 != design.n_columns) return refuse(what, "All rows must be equally long.");
    LR_TRY([[maybe_unused]] auto fine, need_values(rows[i], where, 1));
    LR_TRY([[maybe_unused]] auto moderate, need_moderate(rows[i], where));
    for (std::size_t j = 0; j < rows[i].size(); ++j) design.columns[j + 1][i] = rows[i][j];
  }
  return design;
}

Result<Design> design_of_powers(std::span<const double> x, double degree) {
  LR_TRY([[maybe_unused]] auto fine, need_values(x, "x", 1));
  LR_TRY([[maybe_unused]] auto whole, need_count(degree, "degree"));
  if (degree < 1 || degree > 30) return refuse("degree", "A whole number from 1 to 30 is needed.");
  double largest = 1;
  for (const double value : x) largest = std::max(largest, std::fabs(value));
  if (degree * std::log(largest) > std::log(kLargestPower)) return refuse("x", "Its highest power is too large to be held. Choose a larger unit.");
  std::vector<double> sorted(x.begin(), x.end());
  std::sort(sorted.begin(), sorted.end());
  const auto n_distinct = std::unique(sorted.begin(), sorted.end()) - sorted.begin();
  if (static_cast<double>(n_distinct) <= degree) return refuse("x", "More different values than the degree are needed.");
  Design design;
  design.n_rows = x.size();
  design.n_columns = static_cast<std::size_t>(degree) + 1;
  design.columns.assign(design.n_columns, std::vector<DoubleDouble>(x.size(), DoubleDouble(1)));
  for (std::size_t j = 1; j < design.n_columns; ++j)
    for (std::size_t i = 0; i < x.size(); ++i) design.columns[j][i] = design.columns[j - 1][i] * x[i];
  return design;
}

Design design_of_column(std::span<const double> x) {
  Design design;
  design.n_rows = x.size();
  design.n_columns = 1;
  design.columns.emplace_back(x.begin(), x.end());
  return design;
}

Result<LeastSquares> least_squares(const Design& design, std::span<const double> y, double collinear, const std::string& what) {
  return least_squares(design, std::vector<DoubleDouble>(y.begin(), y.end()), collinear, what);
}

Result<LeastSquares> least_squares(const Design& design, std::vector<DoubleDouble> y, double collinear, const std::string& what) {
  const std::size_t n = design.n_rows, p = design.n_columns;
  if (n < p) return refuse(what, "At least " + std::to_string(p) + " rows are needed for " + std::to_string(p) + " coefficients.");
  if (static_cast<double>(n) * static_cast<double>(p) * static_cast<double>(p) > kMostWork)
    return Error{ErrorKind::too_large, what, "These are too many values for one fit: rows times the square of columns is above 100 million."};
  auto columns = design.columns;
  std::vector<std::vector<DoubleDouble>> factor(p, std::vector<DoubleDouble>(p));  // R, by columns
  std::vector<DoubleDouble> projected = y;
  for (std::size_t j = 0; j < p; ++j) {
    auto& column = columns[j];
    const DoubleDouble length = sqrt(dot(column, column, j));
    const double whole = sqrt(dot(design.columns[j], design.columns[j], 0)).rounded();
    if (!(length.rounded() > collinear * whole))
      return refuse(what, "Column " + std::to_string(j) + " (counted from 0) is constant or made up of the columns before it; leave it out.");
    for (std::size_t i = 0; i < j; ++i) factor[j][i] = column[i];
    factor[j][j] = column[j].high > 0 ? -length : length;
    column[j] -= factor[j][j];
    const DoubleDouble squares = dot(column, column, j);
    for (std::size_t k = j + 1; k < p; ++k) reflect(columns[k], column, squares, j);
    reflect(projected, column, squares, j);
  }
  LeastSquares fit;
  fit.coefficients.assign(p, DoubleDouble());
  for (std::size_t j = p; j-- > 0;) {
    DoubleDouble sum = projected[j];
    for (std::size_t k = j + 1; k < p; ++k) sum -= factor[k][j] * fit.coefficients[k];
    fit.coefficients[j] = sum / factor[j][j];
  }
  fit.inverse_factor.assign(p, std::vector<DoubleDouble>(p));
  for (std::size_t k = 0; k < p; ++k)
    for (std::size_t i = k + 1; i-- > 0;) {
      DoubleDouble sum = i == k ? DoubleDouble(1) : DoubleDouble();
      for (std::size_t m = i + 1; m <= k; ++m) sum -= factor[m][i] * fit.inverse_factor[k][m];
      fit.inverse_factor[k][i] = sum / factor[i][i];
    }
  fit.inverse.assign(p, std::vector<DoubleDouble>(p));
  for (std::size_t i = 0; i < p; ++i)
    for (std::size_t j = 0; j < p; ++j)
      for (std::size_t k = std::max(i, j); k < p; ++k) fit.inverse[i][j] += fit.inverse_factor[k][i] * fit.inverse_factor[k][j];
  const DoubleDouble y_squares = dot(y, y, 0);
  fit.residuals = std::move(y);
  for (std::size_t j = 0; j < p; ++j)
    for (std::size_t i = 0; i < n; ++i) fit.residuals[i] -= fit.coefficients[j] * design.columns[j][i];
  fit.residual_squares = dot(fit.residuals, fit.residuals, 0);
  fit.perfect = fit.residual_squares.rounded() <= kRoundingOfY * kRoundingOfY * y_squares.rounded();
  if (fit.perfect) {
    fit.residual_squares = DoubleDouble();
    std::fill(fit.residuals.begin(), fit.residuals.end(), DoubleDouble());
  }
  return fit;
}

std::vector<double> leverages(const Design& design, const LeastSquares& fit) {
  std::vector<double> hat(design.n_rows);
  for (std::size_t i = 0; i < design.n_rows; ++i) {
    DoubleDouble sum;
    for (std::size_t k = 0; k < design.n_columns; ++k) {
      DoubleDouble entry;
      for (std::size_t j = 0; j <= k; ++j) entry += design.columns[j][i] * fit.inverse_factor[k][j];
      sum += entry * entry;
    }
    hat[i] = std::min(1.0, sum.rounded());
  }
  return hat;
}

}  // namespace loopready::stats
