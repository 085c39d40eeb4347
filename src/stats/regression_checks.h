// What a linear regression's errors and single points do to it.
// Here: standard errors that hold for unequal variances or clusters, variance inflation, Durbin-Watson, leverage, Cook's distance,
// Breusch-Pagan.  Not here: the fit (linear_regression.h).
// Terms: HC0 uses squared residuals, HC1 times n / (n - k), HC3 over (1 - leverage)^2; CR1 sums residuals within clusters, times
// G / (G - 1) x (n - 1) / (n - k); k counts the intercept.
// Errors: bad_input naming the argument; also where a point's leverage is 1 or no residual is left.
// Source: White 1980; MacKinnon & White 1985; Liang & Zeger 1986; Durbin & Watson 1950; Cook 1977; Breusch & Pagan 1979; Koenker 1981.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "stats/tail.h"

namespace loopready::stats {

using Rows = std::vector<std::vector<double>>;

struct RobustErrors {
  std::vector<double> hc0, hc1, hc3;
};

struct Influence {
  std::vector<double> hat, cook;
};

struct BreuschPagan {
  double statistic = 0, p_value = 0;
};

base::Result<RobustErrors> ols_robust_se(const Rows& rows, std::span<const double> y);
base::Result<std::vector<double>> ols_cluster_se(const Rows& rows, std::span<const double> y, std::span<const double> cluster);
base::Result<std::vector<double>> variance_inflation(const Rows& rows);
base::Result<double> durbin_watson(const Rows& rows, std::span<const double> y);
base::Result<Influence> leverage_cook(std::span<const double> x, std::span<const double> y);
base::Result<BreuschPagan> breusch_pagan(std::span<const double> x, std::span<const double> y);  // Koenker's n R^2

}  // namespace loopready::stats
