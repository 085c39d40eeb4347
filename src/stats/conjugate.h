// What is believed after the data, where prior and posterior have the same form.
// Here: Beta-binomial, Gamma-Poisson, normal-normal, highest-density interval, beta-binomial chance, Bayes factor against one half,
// posterior over a list, predictive values of a test.
// Not here: comparing posteriors (posterior_race.h).
// Terms: intervals are equal-tailed unless called highest density; rate is events per unit of exposure; prior_rate is that of the Gamma.
// Errors: bad_input naming the argument.
// Source: Gelman et al. 2013, chapters 2 and 3; Skellam 1948.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

struct BetaPosterior {
  double a, b, mean, sd, ci_low, ci_high;
  bool has_mode;  // false for a flat or two-humped posterior
  double mode;
};
base::Result<BetaPosterior> beta_binomial_posterior(double prior_a, double prior_b, double x, double n, double conf_level);

struct GammaPosterior {
  double shape, rate, mean, ci_low, ci_high;
};
base::Result<GammaPosterior> gamma_poisson_posterior(double prior_shape, double prior_rate, double events, double exposure, double conf_level);

struct NormalPosterior {
  double mean, sd, ci_low, ci_high, prob_positive;
};
struct NormalData {
  double sigma, n, sample_mean;  // sigma: known sd of one value
};
base::Result<NormalPosterior> normal_normal_posterior(double prior_mean, double prior_sd, const NormalData& data, double conf_level);

struct DensityInterval {
  double low, high;
};
base::Result<DensityInterval> beta_hdi(double a, double b, double mass);

base::Result<double> beta_binomial_pmf(double k, double n, double a, double b);
base::Result<double> bayes_factor_half(double x, double n);  // a share uniform on 0..1 against exactly one half

struct PredictiveValues {
  double ppv, npv;
};
base::Result<PredictiveValues> predictive_values(double prevalence, double sensitivity, double specificity);

// Prior weights are divided by their sum.
base::Result<std::vector<double>> discrete_posterior(std::span<const double> prior, std::span<const double> log_likelihood);

}  // namespace loopready::stats
