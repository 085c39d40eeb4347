// Linear least squares by Householder reflections in twice the precision of double.
// Here: designs, the fit with its residuals and the inverse of X'X, leverages.  Not here: tests and intervals (linear_regression.h).
// Terms: a design is a list of columns; `inverse` is (X'X)^-1; a fit is perfect when what is left over is the rounding of y itself.
// Errors: bad_input for columns that others make up, too few rows, values that are not finite; too_large for very large designs.
// Source: Householder 1958; Golub 1965.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "stats/double_double.h"

namespace loopready::stats {

struct Design {
  std::vector<std::vector<DoubleDouble>> columns;
  std::size_t n_rows = 0;
  std::size_t n_columns = 0;
};

struct LeastSquares {
  std::vector<DoubleDouble> coefficients;
  std::vector<DoubleDouble> residuals;
  DoubleDouble residual_squares;
  std::vector<std::vector<DoubleDouble>> inverse_factor;  // R^-1, upper triangle, by columns
  std::vector<std::vector<DoubleDouble>> inverse;
  bool perfect = false;
};

// What is left of a column after the columns before it, as a share of its length, under which it counts as made up of them.
inline constexpr double kCollinear = 1e-12;
inline constexpr double kCollinearPowers = 1e-20;

// Rows of predictors, all of one length of at least 1; the intercept's column comes first.
base::Result<Design> design_with_intercept(const std::vector<std::vector<double>>& rows, const std::string& what);
base::Result<Design> design_of_powers(std::span<const double> x, double degree);  // 1, x, ..., x^degree
Design design_of_column(std::span<const double> x);                               // no intercept

// At least as many rows as columns.
base::Result<LeastSquares> least_squares(const Design& design, std::span<const double> y, double collinear, const std::string& what);
base::Result<LeastSquares> least_squares(const Design& design, std::vector<DoubleDouble> y, double collinear, const std::string& what);

// Diagonal of the hat matrix, 0 to 1.
std::vector<double> leverages(const Design& design, const LeastSquares& fit);

}  // namespace loopready::stats
