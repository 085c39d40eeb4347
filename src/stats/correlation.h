// How two columns go together.
// Here: Pearson, Spearman and Kendall with tests, exact ones without ties, partial correlation.
// Not here: regression (linear_regression.h).
// Terms: midranks share ties; tau-b corrects for ties; a partial correlation holds the controls fixed.
// Errors: bad_input naming the argument: too few pairs, a constant column, ties where an exact test allows none.
// Source: Pearson 1896; Fisher 1921 (limits); Spearman 1904; Kendall 1938, 1945; Knight 1966 (counting pairs by sorting).
#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "stats/interval.h"

namespace loopready::stats {

struct Correlation {
  double r = 0;
  double statistic = 0;  // t, or z for Kendall
  double df = 0;
  double p_value = 0;
  Interval interval;     // by Fisher's z; -1 to 1 for three pairs
};

base::Result<Correlation> pearson(std::span<const double> x, std::span<const double> y, double conf_level);
base::Result<Correlation> spearman(std::span<const double> x, std::span<const double> y);
base::Result<Correlation> spearman_exact(std::span<const double> x, std::span<const double> y);  // up to 12 pairs
base::Result<Correlation> kendall_tau_b(std::span<const double> x, std::span<const double> y);
base::Result<Correlation> kendall_exact(std::span<const double> x, std::span<const double> y);  // up to 150 pairs
// `controls` holds one row a pair.
base::Result<Correlation> partial_correlation(std::span<const double> x, std::span<const double> y,
                                              const std::vector<std::vector<double>>& controls);

}  // namespace loopready::stats
