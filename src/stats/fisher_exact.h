// Exact tests of tables with fixed margins.
// Here: Fisher's test of 2 x 2 tables, the conditional estimate of their odds ratio, Freeman and Halton's test of larger ones.
// Not here: approximations (contingency.h).
// Terms: two-sided means minimum likelihood: every table at most as likely as the observed one, with a slack of 1e-7 for ties;
// the conditional estimate is the odds ratio that makes the first count its expected value given the margins (not ad / bc).
// Errors: bad_input naming the argument; too_large beyond what takes well under a second.
// Source: Fisher 1935; Freeman & Halton 1951; the network algorithm of Mehta & Patel 1983.
#pragma once

#include "base/result.h"
#include "stats/contingency.h"

namespace loopready::stats {

struct FisherTest {
  double p_value = 0;
  double p_less = 0;     // odds ratio below 1
  double p_greater = 0;  // odds ratio above 1
};

base::Result<FisherTest> fisher_exact_2x2(const Table& table);
base::Result<double> fisher_odds_ratio_cmle(const Table& table);  // 0 or Infinity at the ends of the support
base::Result<double> fisher_exact_rxc(const Table& table);

}  // namespace loopready::stats
