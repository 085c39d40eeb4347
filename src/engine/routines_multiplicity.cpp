// Many tests at once, by name.
#include "engine/routine.h"
#include "stats/multiplicity.h"

namespace loopready::engine {
namespace {

using base::Result;

template <stats::Adjusted (*function)(std::span<const double>)>
Result<Values> adjusted_by(Inputs& inputs) {
  const Numbers p_values = inputs.numbers("p_values");
  LR_READ(inputs);
  LR_TRY(const Numbers adjusted, function(p_values));
  return Values{{"adjusted", adjusted}};
}

Result<Values> family_wise_error(Inputs& inputs) {
  const double alpha = inputs.alpha(), m = inputs.number("m");
  LR_READ(inputs);
  LR_TRY(const stats::FamilyWiseError found, stats::family_wise_error(alpha, m));
  return Values{{"fwer", found.probability}, {"expected_false_positives", found.expected_false_positives}};
}

Result<Values> combine_p_fisher(Inputs& inputs) {
  const Numbers p_values = inputs.numbers("p_values");
  LR_READ(inputs);
  LR_TRY(const stats::Combination found, stats::combine_p_fisher(p_values));
  return Values{{"statistic", found.statistic}, {"p_value", found.p_value}};
}

Result<Values> combine_p_stouffer(Inputs& inputs) {
  const Numbers p_values = inputs.numbers("p_values"), weights = inputs.numbers_or_empty("weights");
  LR_READ(inputs);
  LR_TRY(const stats::Combination found, stats::combine_p_stouffer(p_values, weights));
  return Values{{"z", found.statistic}, {"p_value", found.p_value}};
}

constexpr const char* kPValues = "p_values: shares";

}  // namespace

const std::vector<Routine>& multiplicity_routines() {
  static const std::vector<Routine> kAll = {
      {"adjust_p_bonferroni", kPValues, "adjusted", "p times the number of tests, at most 1, in the order given.", "Bonferroni's inequality",
       adjusted_by<stats::adjust_p_bonferroni>},
      {"adjust_p_holm", kPValues, "adjusted", "Step-down Bonferroni, in the order given.", "Holm 1979", adjusted_by<stats::adjust_p_holm>},
      {"adjust_p_hochberg", kPValues, "adjusted", "Step-up Bonferroni for independent or positively dependent tests, in the order given.",
       "Hochberg 1988", adjusted_by<stats::adjust_p_hochberg>},
      {"adjust_p_bh", kPValues, "adjusted", "False discovery rate, in the order given.", "Benjamini & Hochberg 1995",
       adjusted_by<stats::adjust_p_bh>},
      {"adjust_p_by", kPValues, "adjusted", "False discovery rate under any dependence, in the order given.", "Benjamini & Yekutieli 2001",
       adjusted_by<stats::adjust_p_by>},
      {"adjust_p_sidak", kPValues, "adjusted", "1 - (1 - p)^m, exact for independent tests, in the order given.", "Sidak 1967",
       adjusted_by<stats::adjust_p_sidak>},
      {"adjust_p_hommel", kPValues, "adjusted", "Closed testing with Simes' test, in the order given; up to 5,000 p-values.", "Hommel 1988",
       adjusted_by<stats::adjust_p_hommel>},
      {"family_wise_error", "alpha: share, 0.05; m: number of tests", "fwer; expected_false_positives",
       "Probability of at least one false positive among m independent tests, and how many to expect.", "1 - (1 - alpha)^m", family_wise_error},
      {"combine_p_fisher", "p_values: shares above 0", "statistic; p_value", "-2 times the sum of logarithms, chi-squared with 2m df.",
       "Fisher 1932", combine_p_fisher},
      {"combine_p_stouffer", "p_values: one-sided shares; weights: numbers, equal when absent", "z; p_value",
       "Weighted sum of the upper tails' z over the root of the sum of squared weights; one-sided p-value.", "Stouffer 1949; Liptak 1958",
       combine_p_stouffer},
  };
  return kAll;
}

}  // namespace loopready::engine
