#include "stats/puzzle.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <cmath>
#include <vector>

#include "stats/boost_policy.h"
#include "stats/gamma_rise.h"
#include "stats/refusal.h"
#include "stats/sums.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

constexpr double kEulerGamma = 0.57721566490153286061;
constexpr double kRootOfPi = 1.7724538509055160273;
constexpr double kMostAdded = 1e6;

Status need_at_least_one(double value, const std::string& what) {
  LR_NEED(need_count(value, what));
  return value >= 1 ? Status(Done{}) : Status(refuse(what, "A whole number of at least 1 is needed."));
}

// 1/first + ... + 1/last; 0 when first > last.
double harmonic(double first, double last) {
  if (last - first < 1000) {
    double total = 0;
    for (double i = last; i >= first; --i) total += 1 / i;
    return total;
  }
  return boost::math::digamma(last + 1, Policy()) - boost::math::digamma(first, Policy());
}

}  // namespace

Result<Matches> derangement(double n) {
  LR_NEED(need_count(n, "n"));
  double term = 1, total = 1;
  for (double k = 1; k <= std::min(n, 30.0); ++k) {
    term /= -k;
    total += term;
  }
  return Matches{n == 1 ? 0 : total, n == 0 ? 0.0 : 1.0};
}

Result<MontyHall> monty_hall(double doors, double opened) {
  LR_NEED(need_count(doors, "doors"));
  LR_NEED(need_count(opened, "opened"));
  if (doors < 2) return refuse("doors", "At least two doors are needed.");
  if (opened > doors - 2) return refuse("opened", "Your door and one more must stay closed.");
  return MontyHall{(doors - 1) / doors / (doors - opened - 1), 1 / doors};
}

Result<Secretary> secretary_problem(double n) {
  LR_NEED(need_at_least_one(n, "n"));
  // The smallest r with 1/(r+1) + ... + 1/(n-1) of at most 1.
  double low = -1, high = n - 1;
  while (high - low > 1) {
    const double middle = std::floor(low + (high - low) / 2);
    (harmonic(middle + 1, n - 1) <= 1 ? high : low) = middle;
  }
  return Secretary{high, high == 0 ? 1 / n : high / n * harmonic(high, n - 1)};
}

Result<DiceEnds> expected_ends_of_dice(double n, double sides) {
  LR_NEED(need_at_least_one(n, "n"));
  LR_NEED(need_at_least_one(sides, "sides"));
  if (sides > kMostAdded) return refuse("sides", "At most a million sides can be added up.");
  double powers = 0;  // sum of (j / sides)^n over j below sides
  for (double j = 1; j < sides; ++j) powers += std::pow(j / sides, n);
  return DiceEnds{sides - powers, 1 + powers};
}

Result<double> dice_sum_pmf(double n, double sides, double total) {
  LR_NEED(need_at_least_one(n, "n"));
  LR_NEED(need_at_least_one(sides, "sides"));
  LR_NEED(need_count(total, "total"));
  if (total < n || total > n * sides) return 0.0;
  if (n * n * sides > 1e8) return refuse("n", "So many dice of so many sides are too much to add up; n * n * sides of at most 1e8 is possible.");
  const auto dice = static_cast<std::size_t>(n), faces = static_cast<std::size_t>(sides);
  // Chances of the sum less one a die; the lower half suffices, since sums are symmetric.
  const double above = total - n, most = n * (sides - 1);
  const auto target = static_cast<std::size_t>(std::min(above, most - above));
  std::vector<double> chance(target + 1, 0), next(target + 1);
  chance[0] = 1;
  for (std::size_t die = 0; die < dice; ++die) {
    // Sums over a sliding window of `faces` values without subtracting: blocks are summed from both their ends.
    std::vector<double> from_left(target + 1), from_right(target + 1);
    for (std::size_t i = 0; i <= target; ++i) from_left[i] = i % faces == 0 ? chance[i] : from_left[i - 1] + chance[i];
    for (std::size_t i = target + 1; i-- > 0;)
      from_right[i] = (i % faces == faces - 1 || i == target) ? chance[i] : from_right[i + 1] + chance[i];
    for (std::size_t i = 0; i <= target; ++i) {
      const bool whole_block = i + 1 <= faces || i % faces == faces - 1;
      const double window = whole_block ? from_left[i] : from_left[i] + from_right[i + 1 - faces];
      next[i] = window / sides;
    }
    std::swap(chance, next);
  }
  return chance[target];
}

Result<double> expected_distinct(double d, double n) {
  LR_NEED(need_at_least_one(d, "d"));
  LR_NEED(need_count(n, "n"));
  if (n == 0) return 0.0;
  return d == 1 ? 1.0 : -d * std::expm1(n * std::log1p(-1 / d));
}

Result<OrderStatistic> order_statistic_uniform(double k, double n, double x) {
  LR_NEED(need_at_least_one(k, "k"));
  LR_NEED(need_at_least_one(n, "n"));
  if (k > n) return refuse("k", "There are only n values to put in order.");
  LR_NEED(need_probability(x, "x"));
  const double rest = n - k + 1;
  return OrderStatistic{k / (n + 1), std::sqrt(k / (n + 1) * (rest / (n + 1)) / (n + 2)), boost::math::ibeta(k, rest, x, Policy())};
}

Result<double> random_walk_return(double n) {
  LR_NEED(need_count(n, "n"));
  // C(2n, n) / 4^n = gamma(n + 1/2) / (sqrt(pi) gamma(n + 1)).
  if (n == 0) return 1.0;
  return std::exp(-log_gamma_rise(n + 0.5, 0.5)) / kRootOfPi;
}

Result<double> at_least_one_marked(double population, double marked, double drawn) {
  LR_NEED(need_at_least_one(population, "N"));
  LR_NEED(need_count(marked, "K"));
  LR_NEED(need_count(drawn, "n"));
  if (marked > population) return refuse("K", "There can't be more marked than there are in all.");
  if (drawn > population) return refuse("n", "There can't be more drawn than there are in all.");
  if (marked + drawn > population) return 1.0;
  const double few = std::min(marked, drawn), many = std::max(marked, drawn);
  double total = 0, i = 0;
  for (; i < few && total > -50 && i < 2e7; ++i) total += std::log1p(-many / (population - i));
  if (i < few && total > -50) return refuse("n", "So many draws are too much to work through.");
  return -std::expm1(total);
}

Result<Mixture> total_variance(std::span<const double> weights, std::span<const double> means, std::span<const double> sds) {
  LR_NEED(need_values(weights, "weights", 1));
  LR_NEED(need_values(means, "means", 1));
  LR_NEED(need_values(sds, "sds", 1));
  LR_NEED(need_same_length(weights.size(), means.size(), "weights", "means"));
  LR_NEED(need_same_length(weights.size(), sds.size(), "weights", "sds"));
  for (double weight : weights) LR_NEED(need_not_negative(weight, "weights"));
  for (double sd : sds) LR_NEED(need_not_negative(sd, "sds"));
  const double total = exact_sum(weights);
  LR_NEED(need_positive(total, "weights"));
  double mean = 0, variance = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) mean += weights[i] / total * means[i];
  for (std::size_t i = 0; i < weights.size(); ++i)
    variance += weights[i] / total * (sds[i] * sds[i] + (means[i] - mean) * (means[i] - mean));
  return Mixture{mean, variance};
}

Result<Records> expected_records(double n) {
  LR_NEED(need_at_least_one(n, "n"));
  return Records{n < 1000 ? harmonic(1, n) : boost::math::digamma(n + 1, Policy()) + kEulerGamma, 1 / n};
}

Result<double> german_tank(double m, double k) {
  LR_NEED(need_at_least_one(m, "m"));
  LR_NEED(need_at_least_one(k, "k"));
  if (k > m) return refuse("k", "The largest of k different numbers from 1 is at least k.");
  return m + m / k - 1;
}

}  // namespace loopready::stats
