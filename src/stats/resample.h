// Drawing again from the data: permutation test, jackknife, bootstrap intervals.
// Here: exact permutation, leave-one-out errors, intervals from given replicates or from seeded resampling.
//   Not here: the statistics themselves (describe.h, order.h).
// Terms: a replicate is the statistic of one list drawn with replacement; percentile intervals are type-7 quantiles of them; the basic
//   one mirrors these at the estimate; BCa moves the levels by z0 (share strictly below the estimate) and the jackknife's acceleration.
// Errors: bad_input naming the argument; too_large where an answer would take seconds.
// Sources: Fisher 1935; Tukey 1958; Efron 1979; Efron and Tibshirani 1993, chapters 12 to 14.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stats/describe.h"
#include "stats/interval.h"

namespace loopready::stats {

struct Statistic {
  const char* name = "";
  base::Result<double> (*of)(Span x) = nullptr;
};

// By its word: "mean", "median", "std_dev_sample" ... ; also "sd" and "variance" for the forms with n - 1.
base::Result<Statistic> statistic_named(const std::string& name);

struct PermutationTest {
  double difference = 0, p_value = 1;
};
struct BcaInterval {
  double z0 = 0, acceleration = 0, level_low = 0, level_high = 0;
  Interval interval;
};

base::Result<PermutationTest> permutation_test_mean_difference(Span x, Span y);
base::Result<double> jackknife_std_error(Span x, Statistic statistic);
base::Result<double> bootstrap_mean_std_error_ideal(Span x);
base::Result<Interval> bootstrap_percentile_interval(Span x, Statistic statistic, double conf_level, double n_replicates, std::uint64_t seed);
double default_replicates(std::size_t n_values);
base::Result<Interval> bootstrap_percentile_from_replicates(Span replicates, double conf_level);
base::Result<Interval> bootstrap_basic_from_replicates(Span replicates, double estimate, double conf_level);
base::Result<BcaInterval> bootstrap_bca_from_replicates(Span replicates, Span x, Statistic statistic, double conf_level);

}  // namespace loopready::stats
