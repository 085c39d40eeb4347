// Estimates for an A/B test: sample ratio, ratio metrics, relative lift, differences with a covariate or by stratum.
// Here: SRM, delta method, Fieller, CUPED, ANCOVA, Lin's estimator, post-stratification.
// Not here: stopping early (sequential.h), observational data (causal.h), plain tests of means and proportions.
// Terms: differences are treatment - control in the metric's unit; lift is that over control, 0.1 = 10 %; y is the metric, x the
// covariate measured before; a unit is one row (a customer); p is two-sided.
// Errors: bad_input for too few units, lists of unlike length, no spread, a denominator of mean 0.
// Source: Fieller 1954; Deng et al. 2013 (CUPED); Lin 2013; MacKinnon and White 1985 (HC2); Deng, Knoblich and Lu 2018 (delta method).
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

using Values1 = std::span<const double>;

struct ChiSquared {
  double chi2, df, p_value;
};
base::Result<ChiSquared> sample_ratio_mismatch(Values1 observed, Values1 planned_shares);

struct RatioMetric {
  double ratio, variance, std_error, ci_low, ci_high;
};
// variance is that of the ratio itself: (var y - 2 R cov + R^2 var x) / (n mean(x)^2), y the numerator.
base::Result<RatioMetric> ratio_metric(Values1 denominator, Values1 numerator, double conf_level);

struct RatioDifference {
  double difference, std_error, z, p_value, relative_lift;
};
base::Result<RatioDifference> ratio_metric_difference(Values1 treatment_denominator, Values1 treatment_numerator,
                                                      Values1 control_denominator, Values1 control_numerator);

struct EstimateInterval {
  double estimate, std_error, ci_low, ci_high;
};
// mean(y) / mean(x) over pairs, limits from Student's t with n - 1 degrees of freedom; std_error stays 0.
base::Result<EstimateInterval> fieller_ratio(Values1 y, Values1 x, double conf_level);
base::Result<EstimateInterval> relative_lift_of_means(Values1 treatment, Values1 control, double conf_level);

struct TwoArms {
  Values1 treatment_y, treatment_x, control_y, control_x;
};
struct Cuped {
  double theta, difference, std_error, variance_reduction, unadjusted_difference, unadjusted_std_error;
};
base::Result<Cuped> cuped(const TwoArms& arms);                   // theta over all units as one sample
base::Result<Cuped> cuped_within_arm_theta(const TwoArms& arms);  // theta from deviations within each arm

struct Estimate {
  double estimate, std_error, t, df, p_value;
};
base::Result<Estimate> ancova(const TwoArms& arms);  // classical standard error, n - 3 degrees of freedom
base::Result<Estimate> lin(const TwoArms& arms);     // HC2 standard error; t, df and p stay 0

// One list a stratum; weights are divided by their sum.
base::Result<Estimate> post_stratified(const std::vector<std::vector<double>>& treatment,
                                       const std::vector<std::vector<double>>& control, Values1 weights);

}  // namespace loopready::stats
