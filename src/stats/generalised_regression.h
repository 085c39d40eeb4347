// Regression of yes-or-no answers and of counts by maximum likelihood.
// Here: logistic and Poisson regression.  Not here: linear regression (linear_regression.h).
// Terms: the intercept is added and comes first; the information is the expected one; an offset is on the log scale, with coefficient 1.
// Errors: bad_input naming the argument: separated data, answers that never vary, a fit that doesn't settle.
// Source: Nelder & Wedderburn 1972, iteratively reweighted least squares.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

struct GeneralisedFit {
  std::vector<double> coefficients, std_errors, z, p_values;
  double deviance = 0;
  double null_deviance = 0;  // of the intercept alone, with the offset
  double log_likelihood = 0;
  double aic = 0;
};

base::Result<GeneralisedFit> logistic_regression(const std::vector<std::vector<double>>& rows, std::span<const double> y);
// An empty offset means none.
base::Result<GeneralisedFit> poisson_regression(const std::vector<std::vector<double>>& rows, std::span<const double> y,
                                                std::span<const double> offset);

}  // namespace loopready::stats
