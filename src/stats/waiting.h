// How long until something happens: the classics of waiting.
// Here: shared birthdays, coupons, gambler's ruin, runs, patterns, two Poisson processes, the r-th success.
// Not here: other puzzles (puzzle.h), waiting times with data (survival.h).
// Terms: p is the chance of success in one trial; tosses of patterns are of a fair coin; expectations are counts of trials.
// Errors: bad_input naming the argument; sizes that would take too long to add up.
// Source: Feller 1968, volume 1, chapters II, IX, XIII and XIV; Conway's leading numbers for patterns.
#pragma once

#include <string>

#include "base/result.h"

namespace loopready::stats {

struct Birthday {
  double probability, smallest_n_half;
};
base::Result<Birthday> birthday_collision(double n, double days);

struct MeanVariance {
  double expected, variance;
};
base::Result<MeanVariance> coupon_collector(double d);
base::Result<double> coupon_collector_cdf(double d, double n);  // all d kinds seen within n draws

struct Ruin {
  double prob_reach_target, expected_duration;
};
base::Result<Ruin> gamblers_ruin(double start, double target, double p);

base::Result<double> expected_run_of_heads(double k, double p);
base::Result<double> expected_flips_pattern(const std::string& pattern);

struct TwoWaits {
  double prob_first_is_1, expected_min, expected_max;
};
base::Result<TwoWaits> poisson_process_wait(double rate1, double rate2);
base::Result<MeanVariance> trials_until_successes(double r, double p);

}  // namespace loopready::stats
