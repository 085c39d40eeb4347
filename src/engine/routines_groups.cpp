// Several groups, by name.
#include "engine/routine.h"
#include "stats/group_tests.h"

namespace loopready::engine {
namespace {

using base::Result;
using stats::ChiSquaredTest;
using stats::FTest;

template <Result<FTest> (*function)(const stats::Groups&)>
Result<Values> f_test(Inputs& inputs) {
  const Matrix groups = inputs.rows("groups");
  LR_READ(inputs);
  LR_TRY(const FTest test, function(groups));
  return Values{{"f", test.f}, {"df1", test.df1}, {"df2", test.df2}, {"p_value", test.p_value}};
}

template <Result<ChiSquaredTest> (*function)(const stats::Groups&)>
Result<Values> chi_squared_test(Inputs& inputs, const char* input, const char* statistic) {
  const Matrix groups = inputs.rows(input);
  LR_READ(inputs);
  LR_TRY(const ChiSquaredTest test, function(groups));
  return Values{{statistic, test.chi2}, {"df", test.df}, {"p_value", test.p_value}};
}

Result<Values> anova_one_way(Inputs& inputs) {
  const Matrix groups = inputs.rows("groups");
  LR_READ(inputs);
  LR_TRY(const stats::AnovaOneWay anova, stats::anova_one_way(groups));
  return Values{{"f", anova.test.f},
                {"df_between", anova.test.df1},
                {"df_within", anova.test.df2},
                {"p_value", anova.test.p_value},
                {"eta_squared", anova.eta_squared},
                {"residual_sd", anova.residual_sd},
                {"ss_between", anova.ss_between},
                {"ss_within", anova.ss_within}};
}

constexpr const char* kGroups = "groups: list of lists of numbers";
constexpr const char* kFOutputs = "f; df1; df2; p_value";

}  // namespace

const std::vector<Routine>& group_routines() {
  static const std::vector<Routine> kAll = {
      {"anova_one_way", kGroups, "f; df_between; df_within; p_value; eta_squared; residual_sd; ss_between; ss_within",
       "One-way analysis of variance with one variance for all groups; sums of squares by two passes in twice the precision.", "Fisher 1925",
       anova_one_way},
      {"welch_anova", kGroups, kFOutputs, "One-way test of means with a variance for each group; df2 is fractional.", "Welch 1951, Biometrika 38",
       f_test<stats::welch_anova>},
      {"kruskal_wallis", kGroups, "h; df; p_value", "Midranks of all values, corrected for ties, chi-squared approximation.",
       "Kruskal & Wallis 1952", [](Inputs& in) { return chi_squared_test<stats::kruskal_wallis>(in, "groups", "h"); }},
      {"levene_mean", kGroups, kFOutputs, "Analysis of variance of the distances from group means.", "Levene 1960", f_test<stats::levene_mean>},
      {"brown_forsythe", kGroups, kFOutputs, "Analysis of variance of the distances from group medians.", "Brown & Forsythe 1974",
       f_test<stats::brown_forsythe>},
      {"bartlett", kGroups, "k2; df; p_value", "Likelihood ratio of equal variances with Bartlett's correction; trusts the normal distribution.",
       "Bartlett 1937", [](Inputs& in) { return chi_squared_test<stats::bartlett>(in, "groups", "k2"); }},
      {"friedman", "matrix: rows are blocks, columns treatments", "chi2; df; p_value",
       "Midranks within each row, corrected for ties, chi-squared approximation.", "Friedman 1937",
       [](Inputs& in) { return chi_squared_test<stats::friedman>(in, "matrix", "chi2"); }},
  };
  return kAll;
}

}  // namespace loopready::engine
