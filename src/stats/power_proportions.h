// Sample size, power and smallest detectable effect for proportions.
// Here: two proportions by the pooled, the separate and Cohen's formula, one proportion, the margin of an estimate.
// Not here: means (power_means.h).
// Terms: p1 and p2 are above 0 and below 1; n is real, and each group's; ratio is n2 / n1; the opposite tail is left out but
// where a note says so.
// Errors: bad_input naming the argument; equal proportions need infinitely many.
// Source: Fleiss, Tytun & Ury 1980 without continuity correction; Cohen 1988; Cochran 1977 (finite population).
#pragma once

#include "base/result.h"
#include "stats/power_terms.h"

namespace loopready::stats {

struct TwoSizes {
  double n1 = 0, n2 = 0;
};

struct CohenSize {
  double h = 0, n_per_group = 0;
};

struct DetectableProportion {
  double p2 = 0, absolute_lift = 0, relative_lift = 0;
};

struct MarginSize {
  double n_infinite = 0, n_finite = 0;
};

base::Result<double> sample_size_two_proportions(double p1, double p2, const Plan& plan);  // variance pooled under the null
base::Result<CohenSize> sample_size_two_proportions_cohen_h(double p1, double p2, const Plan& plan);
base::Result<TwoSizes> sample_size_two_proportions_unpooled(double p1, double p2, const Plan& plan, double ratio);
base::Result<TwoSizes> sample_size_two_proportions_pooled_ratio(double p1, double p2, const Plan& plan, double ratio);
base::Result<double> power_two_proportions(double n_per_group, double p1, double p2, double alpha, double sides);
base::Result<DetectableProportion> mde_two_proportions(double n_per_group, double p1, const Plan& plan);  // p2 above p1
// Two-sided, both tails counted.
base::Result<double> power_two_proportions_cohen_h_unequal(double p1, double p2, double n1, double n2, double alpha);
base::Result<double> sample_size_one_proportion(double p0, double p1, const Plan& plan);
base::Result<MarginSize> sample_size_proportion_margin(double p, double margin, double conf_level, double population);

}  // namespace loopready::stats
