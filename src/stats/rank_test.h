// Tests on ranks and signs: Mann-Whitney, Wilcoxon's signed ranks, the sign test, the common-language effect.
// Here: exact and normal forms.  Not here: Hodges-Lehmann estimates (order.h), more than two groups.
// Terms: U counts pairs with x > y, ties as half; V sums the ranks of positive differences, zeros dropped; midranks share tied places.
//   Exact two-sided p is twice the smaller tail, at most 1; with ties it is the share of splits whose U lies at least as far from
//   its mean. The continuity correction moves the statistic by 0.5 towards its mean.
// Errors: bad_input naming the argument; too_large where an exact answer would take seconds.
// Sources: Mann and Whitney 1947; Wilcoxon 1945; Lehmann 1975 (ties).
#pragma once

#include "stats/mean_test.h"

namespace loopready::stats {

struct RankTest {
  double statistic = 0;  // U or V
  double z = 0;          // normal forms only
  double p_value = 1;
};

struct Effect {
  double probability = 0, cliffs_delta = 0;
};

struct SignTest {
  double n_positive = 0, n_used = 0, p_value = 1;
};

base::Result<RankTest> mann_whitney_exact(Span x, Span y, Alternative alternative);
base::Result<RankTest> mann_whitney_exact_ties(Span x, Span y);
base::Result<RankTest> mann_whitney_normal(Span x, Span y, Alternative alternative, bool continuity_correction);
base::Result<Effect> common_language_effect(Span x, Span y);
base::Result<RankTest> wilcoxon_signed_rank_exact(Span differences, Alternative alternative);
base::Result<RankTest> wilcoxon_signed_rank_normal(Span differences, Alternative alternative, bool continuity_correction);
base::Result<SignTest> sign_test(Span differences);

}  // namespace loopready::stats
