// Tests of proportions: one against a value, two against each other, and paired answers.
// Here: z tests, Yates' chi-squared of two proportions, the exact binomial test, McNemar's tests.
// Not here: intervals (proportion_interval.h, proportion_contrast.h), larger tables (contingency.h).
// Terms: x successes of n trials; b and c are the two counts of discordant pairs; differences are first minus second.
// Errors: bad_input naming the argument; also where the variance under the null would be 0.
// Source: Wilson 1927 (null variance), Yates 1934, McNemar 1947, minimum likelihood as in Fisher's exact test.
#pragma once

#include <string>

#include "base/result.h"
#include "stats/tail.h"

namespace loopready::stats {

struct ZTest {
  double difference = 0;
  double z = 0;
  double p_value = 0;
};

struct ChiSquaredTest {
  double chi2 = 0;
  double df = 1;
  double p_value = 0;
};

// x and n are counts, n is at least 1, x at most n. The names are the caller's spelling.
base::Status need_proportion(double x, double n, const std::string& what_x, const std::string& what_n);
base::Status need_two_proportions(double x1, double n1, double x2, double n2);

base::Result<ZTest> one_proportion_z(double x, double n, double p0, Side side, bool continuity_correction);
base::Result<ZTest> two_proportion_z(double x1, double n1, double x2, double n2);           // pooled variance
base::Result<ZTest> two_proportion_z_unpooled(double x1, double n1, double x2, double n2);  // each its own variance
base::Result<ChiSquaredTest> two_proportion_chi2_yates(double x1, double n1, double x2, double n2);
base::Result<double> binomial_test(double x, double n, double p0, Side side);
base::Result<ChiSquaredTest> mcnemar(double b, double c, bool continuity_correction);
base::Result<double> mcnemar_exact(double b, double c);

}  // namespace loopready::stats
