// Permutation, jackknife and bootstrap, by name.
#include "engine/one_value.h"
#include "engine/routine.h"
#include "stats/refusal.h"
#include "stats/resample.h"

namespace loopready::engine {
namespace {

using base::Result;

Values interval_values(const stats::Interval& interval) { return {{"ci_low", interval.low}, {"ci_high", interval.high}}; }

Result<Values> permutation(Inputs& in) {
  const Numbers x = in.numbers("x"), y = in.numbers("y");
  LR_READ(in);
  LR_TRY(const stats::PermutationTest found, stats::permutation_test_mean_difference(x, y));
  return Values{{"difference", found.difference}, {"p_value", found.p_value}};
}

Result<Values> jackknife(Inputs& in) {
  const Numbers x = in.numbers("x");
  const std::string word = in.text("statistic");
  LR_READ(in);
  LR_TRY(const stats::Statistic statistic, stats::statistic_named(word));
  LR_TRY(const double value, stats::jackknife_std_error(x, statistic));
  return Values{{"value", value}};
}

Result<Values> percentile(Inputs& in) {
  const Numbers x = in.numbers("x");
  const std::string word = in.text("statistic");
  const double level = in.conf_level();
  const double n_replicates = in.number_or("replicates", stats::default_replicates(x.size())), seed = in.number_or("seed", 1);
  LR_READ(in);
  LR_TRY(const stats::Statistic statistic, stats::statistic_named(word));
  LR_TRY([[maybe_unused]] auto whole, stats::need_count(seed, "seed"));
  LR_TRY(const stats::Interval found,
         stats::bootstrap_percentile_interval(x, statistic, level, n_replicates, static_cast<std::uint64_t>(seed)));
  return interval_values(found);
}

Result<Values> percentile_of_replicates(Inputs& in) {
  const Numbers replicates = in.numbers("replicates");
  const double level = in.conf_level();
  LR_READ(in);
  LR_TRY(const stats::Interval found, stats::bootstrap_percentile_from_replicates(replicates, level));
  return interval_values(found);
}

Result<Values> basic_of_replicates(Inputs& in) {
  const Numbers replicates = in.numbers("replicates");
  const double estimate = in.number("estimate"), level = in.conf_level();
  LR_READ(in);
  LR_TRY(const stats::Interval found, stats::bootstrap_basic_from_replicates(replicates, estimate, level));
  return interval_values(found);
}

Result<Values> bca_of_replicates(Inputs& in) {
  const Numbers replicates = in.numbers("replicates"), x = in.numbers("x");
  const std::string word = in.text("statistic");
  const double level = in.conf_level();
  LR_READ(in);
  LR_TRY(const stats::Statistic statistic, stats::statistic_named(word));
  LR_TRY(const stats::BcaInterval found, stats::bootstrap_bca_from_replicates(replicates, x, statistic, level));
  return Values{{"z0", found.z0},
                {"acceleration", found.acceleration},
                {"level_low", found.level_low},
                {"level_high", found.level_high},
                {"ci_low", found.interval.low},
                {"ci_high", found.interval.high}};
}

}  // namespace

const std::vector<Routine>& resampling_routines() {
  static const std::vector<Routine> kAll = {
      {"permutation_test_mean_difference", "x: numbers; y: numbers", "difference; p_value",
       "Mean of x less mean of y; p is the share of all splits whose difference is at least as large in size.", "Fisher 1935", permutation},
      {"jackknife_std_error", "x: numbers; statistic: word", "value",
       "Root of (n - 1) / n times the sum of squares of the statistic with one value left out.", "Tukey 1958", jackknife},
      {"bootstrap_mean_std_error_ideal", "x: numbers", "value",
       "What the bootstrap's standard error of the mean tends to: population sd over the root of n.", "Efron and Tibshirani 1993",
       [](Inputs& in) { return value_of_list(in, stats::bootstrap_mean_std_error_ideal); }},
      {"bootstrap_percentile_interval", "x: numbers; statistic: word; conf_level (0.95); replicates (10000); seed (1)", "ci_low; ci_high",
       "Type-7 quantiles of the statistic over seeded resamples; the same seed gives the same interval everywhere.", "Efron 1979", percentile},
      {"bootstrap_percentile_from_replicates", "replicates: numbers; conf_level (0.95)", "ci_low; ci_high",
       "Type-7 quantiles of the replicates.", "Efron 1979", percentile_of_replicates},
      {"bootstrap_basic_from_replicates", "replicates: numbers; estimate; conf_level (0.95)", "ci_low; ci_high",
       "Twice the estimate less the replicates' type-7 quantiles.", "Davison and Hinkley 1997", basic_of_replicates},
      {"bootstrap_bca_from_replicates", "replicates: numbers; x: numbers; statistic: word; conf_level (0.95)",
       "z0; acceleration; level_low; level_high; ci_low; ci_high",
       "z0 from the share of replicates strictly below the estimate, acceleration from the jackknife; type-7 quantiles at the moved levels.",
       "Efron 1987", bca_of_replicates},
  };
  return kAll;
}

}  // namespace loopready::engine
