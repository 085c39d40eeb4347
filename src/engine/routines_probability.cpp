// The classics of probability by name.
#include <algorithm>
#include <cmath>

#include "engine/routine.h"
#include "stats/markov_chain.h"
#include "stats/normal.h"
#include "stats/puzzle.h"
#include "stats/refusal.h"
#include "stats/waiting.h"

namespace loopready::engine {
namespace {

using base::Result;

Result<Values> one(const char* name, const Result<double>& value) {
  if (!value) return value.error();
  return Values{{name, value.value()}};
}

Result<Values> expected_and_variance(const Result<stats::MeanVariance>& result) {
  if (!result) return result.error();
  return Values{{"expected", result.value().expected}, {"variance", result.value().variance}};
}

template <Result<double> (*function)(double, double)>
Result<Values> of_two(Inputs& in, const char* first, const char* second, const char* output) {
  const double a = in.number(first), b = in.number(second);
  LR_READ(in);
  return one(output, function(a, b));
}

Result<Values> birthday_collision(Inputs& in) {
  const double n = in.number("n"), days = in.number_or("days", 365);
  LR_READ(in);
  LR_TRY(const auto result, stats::birthday_collision(n, days));
  return Values{{"probability", result.probability}, {"smallest_n_half", result.smallest_n_half}};
}

Result<Values> coupon_collector(Inputs& in) {
  const double d = in.number("d");
  LR_READ(in);
  return expected_and_variance(stats::coupon_collector(d));
}

Result<Values> gamblers_ruin(Inputs& in) {
  const double start = in.number("start"), target = in.number("target"), p = in.number("p");
  LR_READ(in);
  LR_TRY(const auto result, stats::gamblers_ruin(start, target, p));
  return Values{{"prob_reach_target", result.prob_reach_target}, {"expected_duration", result.expected_duration}};
}

Result<Values> expected_flips_pattern(Inputs& in) {
  const std::string pattern = in.text("pattern");
  LR_READ(in);
  return one("value", stats::expected_flips_pattern(pattern));
}

Result<Values> derangement_probability(Inputs& in) {
  const double n = in.number("n");
  LR_READ(in);
  LR_TRY(const auto result, stats::derangement(n));
  return Values{{"probability", result.probability}, {"expected_fixed_points", result.expected_fixed_points}};
}

Result<Values> monty_hall_n_doors(Inputs& in) {
  const double doors = in.number("doors"), opened = in.number("opened");
  LR_READ(in);
  LR_TRY(const auto result, stats::monty_hall(doors, opened));
  return Values{{"switch", result.switch_wins}, {"stay", result.stay_wins}};
}

Result<Values> secretary_problem(Inputs& in) {
  const double n = in.number("n");
  LR_READ(in);
  LR_TRY(const auto result, stats::secretary_problem(n));
  return Values{{"reject_first", result.reject_first}, {"success_probability", result.success_probability}};
}

Result<Values> expected_max_dice(Inputs& in) {
  const double n = in.number("n"), sides = in.number_or("sides", 6);
  LR_READ(in);
  LR_TRY(const auto result, stats::expected_ends_of_dice(n, sides));
  return Values{{"expected_max", result.expected_max}, {"expected_min", result.expected_min}};
}

Result<Values> dice_sum_pmf(Inputs& in) {
  const double n = in.number("n"), sides = in.number_or("sides", 6), total = in.number("total");
  LR_READ(in);
  return one("probability", stats::dice_sum_pmf(n, sides, total));
}

Result<Values> order_statistic_uniform(Inputs& in) {
  const double k = in.number("k"), n = in.number("n"), x = in.number("x");
  LR_READ(in);
  LR_TRY(const auto result, stats::order_statistic_uniform(k, n, x));
  return Values{{"mean", result.mean}, {"sd", result.sd}, {"cdf", result.cdf}};
}

Result<Values> random_walk_return(Inputs& in) {
  const double n = in.number("n");
  LR_READ(in);
  return one("probability", stats::random_walk_return(n));
}

Result<Values> stick_break_triangle(Inputs& in) {
  in.text_or("note", "");
  LR_READ(in);
  return Values{{"two_uniform_cuts", 0.25}, {"break_longer_piece", 2 * std::log(2.0) - 1}};
}

Result<Values> poisson_process_wait(Inputs& in) {
  const double rate1 = in.number("rate1"), rate2 = in.number("rate2");
  LR_READ(in);
  LR_TRY(const auto result, stats::poisson_process_wait(rate1, rate2));
  return Values{{"prob_first_is_1", result.prob_first_is_1}, {"expected_min", result.expected_min}, {"expected_max", result.expected_max}};
}

Result<Values> hypergeometric_at_least_one(Inputs& in) {
  const double population = in.number("N"), marked = in.number("K"), drawn = in.number("n");
  LR_READ(in);
  return one("probability", stats::at_least_one_marked(population, marked, drawn));
}

Result<Values> negative_binomial_expected_trials(Inputs& in) {
  const double r = in.number("r"), p = in.number("p");
  LR_READ(in);
  return expected_and_variance(stats::trials_until_successes(r, p));
}

Result<Values> markov_stationary(Inputs& in) {
  const Matrix matrix = in.matrix("matrix");
  LR_READ(in);
  LR_TRY(const Numbers distribution, stats::markov_stationary(matrix));
  return Values{{"distribution", distribution}};
}

Result<Values> law_total_variance(Inputs& in) {
  const Numbers weights = in.numbers("weights"), means = in.numbers("means"), sds = in.numbers("sds");
  LR_READ(in);
  LR_TRY(const auto mixture, stats::total_variance(weights, means, sds));
  return Values{{"mean", mixture.mean}, {"variance", mixture.variance}};
}

Result<Values> chebyshev_normal_compare(Inputs& in) {
  const double k = in.number("k");
  LR_READ(in);
  if (auto fine = stats::need_positive(k, "k"); !fine) return fine.error();
  return Values{{"chebyshev_bound", std::min(1.0, 1 / k / k)}, {"normal", 2 * stats::standard_normal_sf(k)}};
}

Result<Values> benfords_law_first_digit(Inputs& in) {
  in.text_or("note", "");
  LR_READ(in);
  Numbers probabilities;
  for (int digit = 1; digit <= 9; ++digit) probabilities.push_back(std::log10(1 + 1.0 / digit));
  return Values{{"probabilities", probabilities}};
}

Result<Values> expected_records(Inputs& in) {
  const double n = in.number("n");
  LR_READ(in);
  LR_TRY(const auto records, stats::expected_records(n));
  return Values{{"expected", records.expected}, {"prob_last_is_record", records.prob_last_is_record}};
}

constexpr const char* kFeller = "Feller 1968, volume 1";

}  // namespace

const std::vector<Routine>& probability_routines() {
  static const std::vector<Routine> kAll = {
      {"birthday_collision", "n: count; days: count, 365 when absent", "probability; smallest_n_half",
       "Chance that two of n share a day, by sums of log1p; and the smallest n for which it is at least one half.", kFeller,
       birthday_collision},
      {"coupon_collector", "d: count", "expected; variance", "Draws until all d equally likely kinds are seen.", kFeller, coupon_collector},
      {"coupon_collector_cdf", "d: count; n: count", "probability", "Chance that n draws show all d kinds.", kFeller,
       [](Inputs& in) { return of_two<stats::coupon_collector_cdf>(in, "d", "n", "probability"); }},
      {"gamblers_ruin", "start: count; target: count; p: share, of winning one round", "prob_reach_target; expected_duration",
       "Rounds of one coin each, until 0 or the target.", kFeller, gamblers_ruin},
      {"expected_run_of_heads", "k: count; p: share", "value", "Tosses until the first run of k heads: (p^-k - 1) / (1 - p).", kFeller,
       [](Inputs& in) { return of_two<stats::expected_run_of_heads>(in, "k", "p", "value"); }},
      {"expected_flips_pattern", "pattern: letters H and T", "value",
       "Tosses of a fair coin until the pattern: 2^length over every prefix that is also a suffix, itself included.",
       "Guibas and Odlyzko 1981", expected_flips_pattern},
      {"derangement_probability", "n: count", "probability; expected_fixed_points", "Sum of (-1)^k / k! up to n.", "Montmort 1713",
       derangement_probability},
      {"monty_hall_n_doors", "doors: count; opened: count, by a host who knows", "switch; stay",
       "Chance of the prize with one of the other closed doors, and with your own.", "Selvin 1975", monty_hall_n_doors},
      {"secretary_problem", "n: count", "reject_first; success_probability",
       "The smallest number to let pass before taking the next best so far, and the chance that it is the best of all.", "Ferguson 1989",
       secretary_problem},
      {"expected_max_dice", "n: count; sides: count, 6 when absent", "expected_max; expected_min",
       "Largest and smallest of n fair dice, by sums of (j / sides)^n.", "definition", expected_max_dice},
      {"dice_sum_pmf", "n: count; sides: count, 6 when absent; total: count", "probability", "Chance of the sum, by convolution.", "definition",
       dice_sum_pmf},
      {"expected_distinct", "d: count; n: count", "value", "Different values among n draws from d equally likely ones.", kFeller,
       [](Inputs& in) { return of_two<stats::expected_distinct>(in, "d", "n", "value"); }},
      {"order_statistic_uniform", "k: count, from the smallest; n: count; x: share", "mean; sd; cdf",
       "The k-th smallest of n uniform values is Beta(k, n - k + 1).", "David and Nagaraja 2003", order_statistic_uniform},
      {"random_walk_return", "n: count, half the steps", "probability",
       "Chance that the simple symmetric walk is at its origin after 2n steps: C(2n, n) / 4^n.", kFeller, random_walk_return},
      {"stick_break_triangle", "note: optional text", "two_uniform_cuts; break_longer_piece",
       "Chance of a triangle from two cuts at random, 1/4, and from one cut and then one in the longer piece, 2 ln 2 - 1.",
       "Gardner 2001", stick_break_triangle},
      {"poisson_process_wait", "rate1: above 0; rate2: above 0", "prob_first_is_1; expected_min; expected_max",
       "Two independent exponential waits.", "Ross 2014", poisson_process_wait},
      {"hypergeometric_at_least_one", "N: count in all; K: count marked; n: count drawn", "probability",
       "Chance that n draws without replacement hold a marked one, by sums of log1p.", kFeller, hypergeometric_at_least_one},
      {"negative_binomial_expected_trials", "r: above 0; p: share", "expected; variance", "Trials until the r-th success: r / p and r (1 - p) / p^2.",
       kFeller, negative_binomial_expected_trials},
      {"markov_stationary", "matrix: rows that add up to 1", "distribution",
       "The one distribution the chain keeps; refused when several closed classes make it depend on the start.",
       "Grassmann, Taksar and Heyman 1985", markov_stationary},
      {"law_total_variance", "weights: numbers; means: numbers; sds: numbers", "mean; variance",
       "Mean of variances plus variance of means; weights are divided by their sum.", "definition", law_total_variance},
      {"chebyshev_normal_compare", "k: above 0, in standard deviations", "chebyshev_bound; normal",
       "min(1, 1 / k^2) against the normal's two-sided tail.", "Chebyshev 1867", chebyshev_normal_compare},
      {"benfords_law_first_digit", "note: optional text", "probabilities", "log10(1 + 1 / digit) for the digits 1 to 9.", "Benford 1938",
       benfords_law_first_digit},
      {"expected_records", "n: count", "expected; prob_last_is_record", "Values larger than all before: 1 + 1/2 + ... + 1/n.", "Renyi 1962",
       expected_records},
      {"german_tank", "m: count, the largest number seen; k: count, numbers seen", "estimate", "m + m / k - 1, without bias.",
       "Ruggles and Brodie 1947", [](Inputs& in) { return of_two<stats::german_tank>(in, "m", "k", "estimate"); }},
  };
  return kAll;
}

}  // namespace loopready::engine
