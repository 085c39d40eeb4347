// Many tests at once: adjusted p-values, family-wise error, combined evidence.
// Here: Bonferroni, Sidak, Holm, Hochberg, Hommel, Benjamini-Hochberg and -Yekutieli; Fisher's and Stouffer's combinations.
// Not here: repeated looks at one test.
// Terms: adjusted p-values keep the order of the input, and are compared with the level as they stand.
// Errors: bad_input naming the argument.
// Source: Holm 1979; Hochberg 1988; Hommel 1988; Sidak 1967; Benjamini & Hochberg 1995; Benjamini & Yekutieli 2001; Fisher 1932;
// Stouffer 1949.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

using Adjusted = base::Result<std::vector<double>>;

struct Combination {
  double statistic = 0;
  double p_value = 0;
};

struct FamilyWiseError {
  double probability = 0;              // of at least one false positive among independent tests
  double expected_false_positives = 0;
};

Adjusted adjust_p_bonferroni(std::span<const double> p_values);
Adjusted adjust_p_sidak(std::span<const double> p_values);
Adjusted adjust_p_holm(std::span<const double> p_values);
Adjusted adjust_p_hochberg(std::span<const double> p_values);
Adjusted adjust_p_hommel(std::span<const double> p_values);
Adjusted adjust_p_bh(std::span<const double> p_values);
Adjusted adjust_p_by(std::span<const double> p_values);

base::Result<FamilyWiseError> family_wise_error(double alpha, double m);
base::Result<Combination> combine_p_fisher(std::span<const double> p_values);  // independent p-values above 0
// One-sided p-values, z from their upper tails; no weights means equal ones.
base::Result<Combination> combine_p_stouffer(std::span<const double> p_values, std::span<const double> weights);

}  // namespace loopready::stats
