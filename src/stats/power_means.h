// Sample size, power and smallest detectable effect for means.
// Here: two groups by noncentral t or by z, one sample and pairs, the margin of an estimate, the rule of 16.
// Not here: proportions (power_proportions.h), several groups (power_other.h).
// Terms: delta is the difference to detect, in the unit of sd; n is real; the opposite tail is left out unless the name says strict or
// a note says so; ratio is n2 / n1.
// Errors: bad_input naming the argument; too_large when 10^12 are not enough.
// Source: noncentral t as Boost.Math computes it; Lehr 1992 (rule of 16).
#pragma once

#include "base/result.h"
#include "stats/power_proportions.h"
#include "stats/power_terms.h"

namespace loopready::stats {

base::Result<double> sample_size_two_means_t(double delta, double sd, const Plan& plan);
base::Result<double> power_two_means_t(double n_per_group, double delta, double sd, double alpha, double sides, bool strict);
base::Result<double> mde_two_means_t(double n_per_group, double sd, const Plan& plan);
// d is delta over sd; two-sided, both tails counted.
base::Result<double> power_two_means_t_unequal(double n1, double n2, double d, double alpha);
base::Result<double> sample_size_one_sample_t(double delta, double sd, const Plan& plan);  // pairs: sd of the differences
base::Result<TwoSizes> sample_size_two_means_z(double delta, double sd1, double sd2, double ratio, const Plan& plan);
base::Result<double> power_two_means_z(double delta, double sd1, double sd2, double n1, double n2, double alpha, double sides);
base::Result<double> sample_size_mean_margin(double sigma, double margin, double conf_level);
base::Result<double> sample_size_rule_of_16(double sd, double delta);

}  // namespace loopready::stats
