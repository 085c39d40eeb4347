// Chances that interviews like to ask for.
// Here: derangements, Monty Hall, the secretary, dice, distinct values, order statistics, the walk's return, draws without replacement,
// mixtures, Chebyshev, records, serial numbers.
// Not here: waiting times (waiting.h), chains (markov_chain.h).
// Terms: n counts trials or people; sides is the number of a die's faces, 1 to sides.
// Errors: bad_input naming the argument; sizes that would take too long to add up.
// Source: Feller 1968; Ferguson 1989 (secretary); Ruggles and Brodie 1947 (serial numbers).
#pragma once

#include <span>

#include "base/result.h"

namespace loopready::stats {

struct Matches {
  double probability, expected_fixed_points;
};
base::Result<Matches> derangement(double n);

struct MontyHall {
  double switch_wins, stay_wins;
};
base::Result<MontyHall> monty_hall(double doors, double opened);

struct Secretary {
  double reject_first, success_probability;
};
base::Result<Secretary> secretary_problem(double n);

struct DiceEnds {
  double expected_max, expected_min;
};
base::Result<DiceEnds> expected_ends_of_dice(double n, double sides);
base::Result<double> dice_sum_pmf(double n, double sides, double total);

base::Result<double> expected_distinct(double d, double n);

struct OrderStatistic {
  double mean, sd, cdf;
};
base::Result<OrderStatistic> order_statistic_uniform(double k, double n, double x);

base::Result<double> random_walk_return(double n);                       // at the origin after 2n steps
base::Result<double> at_least_one_marked(double population, double marked, double drawn);

struct Mixture {
  double mean, variance;
};
base::Result<Mixture> total_variance(std::span<const double> weights, std::span<const double> means, std::span<const double> sds);

struct Records {
  double expected, prob_last_is_record;
};
base::Result<Records> expected_records(double n);
base::Result<double> german_tank(double m, double k);

}  // namespace loopready::stats
