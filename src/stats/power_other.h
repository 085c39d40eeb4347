// Planning beside means and proportions.
// Here: power of an analysis of variance and of chi-squared tests, sample sizes for a correlation, design effect, duration.
// Not here: the other plans (power_means.h, power_proportions.h).
// Terms: f and w are Cohen's effect sizes; icc is the share of variance between clusters; enrolled_share is 0 to 1.
// Errors: bad_input naming the argument.
// Source: Cohen 1988; Fisher 1921; Kish 1965; noncentral F and chi-squared as Boost.Math computes them.
#pragma once

#include "base/result.h"
#include "stats/power_terms.h"

namespace loopready::stats {

struct DesignEffect {
  double design_effect = 0, effective_n = 0;
};

base::Result<double> power_anova(double groups, double n_per_group, double f, double alpha);
base::Result<double> power_chi_square(double w, double n, double df, double alpha);
// Two-sided, both tails counted: the critical r from t, its power by Fisher's z with the bias r / (2 (n - 1)).
base::Result<double> sample_size_correlation(double r, double alpha, double power);
base::Result<double> sample_size_correlation_fisher(double r, double alpha, double power);  // closed form
base::Result<DesignEffect> design_effect(double icc, double cluster_size, double n);
base::Result<double> experiment_duration_days(double n_per_group, double groups, double daily_traffic, double enrolled_share);

}  // namespace loopready::stats
