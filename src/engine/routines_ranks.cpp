// Ranks, distances between distributions and normality, by name.
#include "engine/routine.h"
#include "stats/kolmogorov.h"
#include "stats/normality.h"
#include "stats/rank_test.h"

namespace loopready::engine {
namespace {

using base::Result;
using stats::Alternative;
using stats::RankTest;

Alternative alternative_of(Inputs& in) {
  const std::string word = in.alternative();
  return word == "less" ? Alternative::less : word == "greater" ? Alternative::greater : Alternative::two_sided;
}

Result<Values> mann_whitney_exact(Inputs& in) {
  const Numbers x = in.numbers("x"), y = in.numbers("y");
  const Alternative alternative = alternative_of(in);
  LR_READ(in);
  LR_TRY(const RankTest found, stats::mann_whitney_exact(x, y, alternative));
  return Values{{"u", found.statistic}, {"p_value", found.p_value}};
}

Result<Values> mann_whitney_exact_ties(Inputs& in) {
  const Numbers x = in.numbers("x"), y = in.numbers("y");
  LR_READ(in);
  LR_TRY(const RankTest found, stats::mann_whitney_exact_ties(x, y));
  return Values{{"u", found.statistic}, {"p_value", found.p_value}};
}

Result<Values> mann_whitney_normal(Inputs& in) {
  const Numbers x = in.numbers("x"), y = in.numbers("y");
  const Alternative alternative = alternative_of(in);
  const bool correction = in.boolean_or("continuity_correction", false);
  LR_READ(in);
  LR_TRY(const RankTest found, stats::mann_whitney_normal(x, y, alternative, correction));
  return Values{{"u", found.statistic}, {"z", found.z}, {"p_value", found.p_value}};
}

Result<Values> common_language_effect(Inputs& in) {
  const Numbers x = in.numbers("x"), y = in.numbers("y");
  LR_READ(in);
  LR_TRY(const stats::Effect found, stats::common_language_effect(x, y));
  return Values{{"probability", found.probability}, {"cliffs_delta", found.cliffs_delta}};
}

Result<Values> wilcoxon_exact(Inputs& in) {
  const Numbers differences = in.numbers("differences");
  const Alternative alternative = alternative_of(in);
  LR_READ(in);
  LR_TRY(const RankTest found, stats::wilcoxon_signed_rank_exact(differences, alternative));
  return Values{{"v", found.statistic}, {"p_value", found.p_value}};
}

Result<Values> wilcoxon_normal(Inputs& in) {
  const Numbers differences = in.numbers("differences");
  const Alternative alternative = alternative_of(in);
  const bool correction = in.boolean_or("continuity_correction", false);
  LR_READ(in);
  LR_TRY(const RankTest found, stats::wilcoxon_signed_rank_normal(differences, alternative, correction));
  return Values{{"v", found.statistic}, {"z", found.z}, {"p_value", found.p_value}};
}

Result<Values> sign_test(Inputs& in) {
  const Numbers differences = in.numbers("differences");
  LR_READ(in);
  LR_TRY(const stats::SignTest found, stats::sign_test(differences));
  return Values{{"n_positive", found.n_positive}, {"n_used", found.n_used}, {"p_value", found.p_value}};
}

template <class Test>
Result<Values> distance(Inputs& in, Test test) {
  const Numbers x = in.numbers("x"), y = in.numbers("y");
  LR_READ(in);
  LR_TRY(const stats::DistanceTest found, test(x, y));
  return Values{{"d", found.d}, {"p_value", found.p_value}};
}

Result<Values> ks_one_sample(Inputs& in) {
  const Numbers x = in.numbers("x");
  const double mean = in.number("mean"), sd = in.number("sd");
  LR_READ(in);
  LR_TRY(const stats::DistanceTest found, stats::ks_one_sample_normal_exact(x, mean, sd));
  return Values{{"d", found.d}, {"p_value", found.p_value}};
}

template <class Test>
Result<Values> normality(Inputs& in, Test test, const char* statistic) {
  const Numbers x = in.numbers("x");
  LR_READ(in);
  LR_TRY(const stats::NormalityTest found, test(x));
  return Values{{statistic, found.statistic}, {"p_value", found.p_value}};
}

constexpr const char* kLists = "x: numbers; y: numbers";

}  // namespace

const std::vector<Routine>& rank_routines() {
  static const std::vector<Routine> kAll = {
      {"mann_whitney_exact", "x: numbers; y: numbers; alternative (two-sided)", "u; p_value",
       "u counts pairs with x above y. Exact law without ties; two-sided p is twice the smaller tail, at most 1.",
       "Mann and Whitney 1947", mann_whitney_exact},
      {"mann_whitney_exact_ties", kLists, "u; p_value",
       "u counts ties as half. p is the share of all splits of the midranks whose u lies at least as far from its mean.",
       "Lehmann 1975", mann_whitney_exact_ties},
      {"mann_whitney_normal", "x: numbers; y: numbers; alternative (two-sided); continuity_correction (false)", "u; z; p_value",
       "Normal form with the variance corrected for ties; the correction moves u by 0.5 towards its mean.", "Lehmann 1975",
       mann_whitney_normal},
      {"common_language_effect", kLists, "probability; cliffs_delta",
       "P(x above y) with ties as half; Cliff's delta is twice that less 1.", "McGraw and Wong 1992; Cliff 1993", common_language_effect},
      {"wilcoxon_signed_rank_exact", "differences: numbers; alternative (two-sided)", "v; p_value",
       "Zeros dropped; v sums the ranks of the positive ones. Exact law without ties; two-sided p is twice the smaller tail, at most 1.",
       "Wilcoxon 1945", wilcoxon_exact},
      {"wilcoxon_signed_rank_normal", "differences: numbers; alternative (two-sided); continuity_correction (false)", "v; z; p_value",
       "Zeros dropped; normal form with the variance corrected for ties.", "Lehmann 1975", wilcoxon_normal},
      {"sign_test", "differences: numbers", "n_positive; n_used; p_value", "Zeros dropped; two-sided binomial test of one half.",
       "Dixon and Mood 1946", sign_test},
      {"ks_two_sample_exact", kLists, "d; p_value",
       "Largest distance of the two distribution functions; exact two-sided p given the ties.", "Schroeer and Trenkler 1995",
       [](Inputs& in) { return distance(in, stats::ks_two_sample_exact); }},
      {"ks_two_sample_asymptotic", kLists, "d; p_value", "The same distance with the limit law, without a small-sample term.",
       "Smirnov 1939", [](Inputs& in) { return distance(in, stats::ks_two_sample_asymptotic); }},
      {"ks_one_sample_normal_exact", "x: numbers; mean; sd", "d; p_value",
       "Distance from a normal whose mean and sd are given, not taken from x; exact two-sided p.",
       "Marsaglia, Tsang and Wang 2003; Birnbaum and Tingey 1951", ks_one_sample},
      {"shapiro_wilk", "x: numbers", "w; p_value", "Royston's approximation, 3 to 5000 values.", "Royston 1995, AS R94",
       [](Inputs& in) { return normality(in, stats::shapiro_wilk, "w"); }},
      {"jarque_bera", "x: numbers", "statistic; p_value",
       "n / 6 times (g1 squared plus g2 squared / 4), population moments; chi-squared with 2 df.", "Jarque and Bera 1987",
       [](Inputs& in) { return normality(in, stats::jarque_bera, "statistic"); }},
      {"anderson_darling_normal", "x: numbers", "a2; p_value",
       "Mean and sd (n - 1) taken from x; p from the size-adjusted a2 by Stephens' curves.", "Stephens 1986",
       [](Inputs& in) { return normality(in, stats::anderson_darling_normal, "a2"); }},
  };
  return kAll;
}

}  // namespace loopready::engine
