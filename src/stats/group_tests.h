// Whether several groups share one mean, one location or one spread.
// Here: one-way analysis of variance, Welch's, Kruskal-Wallis, Levene, Brown-Forsythe, Bartlett, Friedman.
// Not here: which groups differ (tukey_hsd.h), two groups.
// Terms: a group is a list of values of any length; blocks are rows and treatments columns in Friedman's test.
// Errors: bad_input naming the argument; also where nothing varies within the groups.
// Source: Fisher 1925; Welch 1951; Kruskal & Wallis 1952; Levene 1960; Brown & Forsythe 1974; Bartlett 1937; Friedman 1937.
#pragma once

#include <vector>

#include "base/result.h"
#include "stats/proportion_test.h"

namespace loopready::stats {

using Groups = std::vector<std::vector<double>>;

struct FTest {
  double f = 0;
  double df1 = 0;
  double df2 = 0;
  double p_value = 0;
};

struct AnovaOneWay {
  FTest test;
  double eta_squared = 0;  // share of the sum of squares that lies between groups
  double residual_sd = 0;
  double ss_between = 0;
  double ss_within = 0;
};

// At least two groups of at least n_min finite values each.
base::Status need_groups(const Groups& groups, std::size_t n_min);

base::Result<AnovaOneWay> anova_one_way(const Groups& groups);
base::Result<FTest> welch_anova(const Groups& groups);
base::Result<ChiSquaredTest> kruskal_wallis(const Groups& groups);  // corrected for ties
base::Result<FTest> levene_mean(const Groups& groups);              // distances from group means
base::Result<FTest> brown_forsythe(const Groups& groups);           // distances from group medians
base::Result<ChiSquaredTest> bartlett(const Groups& groups);
base::Result<ChiSquaredTest> friedman(const Groups& blocks);        // corrected for ties

}  // namespace loopready::stats
