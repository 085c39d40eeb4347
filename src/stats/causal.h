// Effects without a randomised experiment: before and after, weighting, strata, an instrument, several studies together.
// Here: difference in differences, inverse propensity weights, doubly robust, standardisation, Wald's instrument, fixed-effect meta-analysis.
// Not here: experiments (experiment.h), Mantel-Haenszel, regression in general.
// Terms: treatment and instrument are 0 or 1 a row; propensity is the chance of treatment, inside (0, 1); m1 and m0 are the outcomes
// a model predicts with and without treatment; effects are treated - untreated in the outcome's unit.
// Errors: bad_input for unlike lengths, an empty arm, a propensity of 0 or 1, an instrument that moves nothing.
// Source: Horvitz and Thompson 1952; Hajek 1971; Robins, Rotnitzky and Zhao 1994; Wald 1940; Cochran 1954.
#pragma once

#include <span>

#include "base/result.h"

namespace loopready::stats {

struct FourCells {
  std::span<const double> treated_pre, treated_post, control_pre, control_post;
};
struct Difference {
  double estimate, std_error, statistic, p_value;
};
base::Result<Difference> difference_in_differences(const FourCells& cells);  // unpooled variances, normal
base::Result<Difference> did_regression(const FourCells& cells);             // one variance, Student's t with n - 4

struct PropensityEffects {
  double horvitz_thompson, hajek, att_hajek;
};
base::Result<PropensityEffects> ipw(std::span<const double> y, std::span<const double> treatment, std::span<const double> propensity);

struct EffectWithError {
  double estimate, std_error;
};
base::Result<EffectWithError> aipw(std::span<const double> y, std::span<const double> treatment, std::span<const double> propensity,
                                   std::span<const double> m1, std::span<const double> m0);

struct StratumCounts {
  std::span<const double> successes_treated, n_treated, successes_control, n_control;  // one a stratum
};
struct Standardised {
  double naive, standardised;
};
base::Result<Standardised> standardised_difference(const StratumCounts& counts);

struct InstrumentEffect {
  double estimate, first_stage, std_error;
};
base::Result<InstrumentEffect> wald_instrument(std::span<const double> y, std::span<const double> d, std::span<const double> z);

struct PooledEffects {
  double pooled, std_error, q, df, p_value, i2;
};
base::Result<PooledEffects> meta_fixed_effect(std::span<const double> estimates, std::span<const double> variances);

}  // namespace loopready::stats
