// Tests and intervals for means and variances: t, Welch, z, Yuen's trimmed t, ratio of geometric means, F and chi-squared.
// Here: from lists, and the two-sample ones from summaries.  Not here: ranks (rank_test.h), more than two groups.
// Terms: differences are first less second; less and greater speak of the first; a one-sided interval ends at +-Infinity;
//   df is a real number where Welch's; sd divides by n - 1; trim is the share cut from each end.
// Errors: bad_input naming the argument: too few values, no spread, levels outside (0, 1).
// Sources: Student 1908; Welch 1947; Yuen 1974; Tukey and McLaughlin 1963; Hedges 1981 (exact factor).
#pragma once

#include <string>

#include "base/result.h"
#include "stats/describe.h"

namespace loopready::stats {

enum class Alternative { two_sided, less, greater };

struct Summary {
  double mean = 0, sd = 0, n = 0;
};

struct MeanTest {
  double estimate = 0;  // the mean, the difference, or the trimmed one
  double std_error = 0, statistic = 0, df = 0, p_value = 1, ci_low = 0, ci_high = 0;
};

struct RatioTest {
  double ratio = 0, low = 0, high = 0, t = 0, df = 0, p_value = 1;
};

struct VarianceRatio {
  double f = 0, df1 = 0, df2 = 0, p_value = 1, ci_low = 0, ci_high = 0;
};

struct VarianceInterval {
  double variance = 0, ci_low = 0, ci_high = 0;
};

base::Result<MeanTest> one_sample_t(Span x, double mu, Alternative alternative, double conf_level);
base::Result<MeanTest> paired_t(Span x, Span y, Alternative alternative, double conf_level);
base::Result<MeanTest> pooled_t(Span x, Span y, Alternative alternative, double conf_level);
base::Result<MeanTest> welch_t(Span x, Span y, Alternative alternative, double conf_level);
base::Result<MeanTest> pooled_t_summary(Summary first, Summary second, Alternative alternative, double conf_level);
base::Result<MeanTest> welch_t_summary(Summary first, Summary second, Alternative alternative, double conf_level);
base::Result<MeanTest> one_sample_z(Span x, double mu, double sigma, Alternative alternative, double conf_level);
base::Result<MeanTest> two_sample_z(Summary first, Summary second, Alternative alternative, double conf_level);

base::Result<double> cohen_d(Span x, Span y);
base::Result<double> hedges_g(Span x, Span y);

base::Result<MeanTest> yuen_t(Span x, Span y, double trim, double conf_level);
base::Result<MeanTest> trimmed_mean_ci(Span x, double trim, double conf_level);
base::Result<RatioTest> log_ratio_welch(Span x, Span y, double conf_level);

base::Result<VarianceRatio> f_test_variances(Span x, Span y, double conf_level);
base::Result<VarianceInterval> variance_ci(Span x, double conf_level);

}  // namespace loopready::stats
