// Numbers that describe one list: mean, spread, shape, weights, inequality.
// Here: what needs sums only.  Not here: what needs order, such as quantiles and trimmed means (order.h).
// Terms: _sample divides by n - 1, _population by n; excess kurtosis is 0 for a normal; weights of _frequency count repeats.
// Errors: bad_input naming the list: too few values, not finite, or no spread where one is divided by.
// Sources: two-pass sums with compensation (Neumaier 1974; Chan, Golub and LeVeque 1983); Joanes and Gill 1998 for g1, G1, g2, G2.
#pragma once

#include <span>

#include "base/result.h"

namespace loopready::stats {

using Span = std::span<const double>;

double compensated_sum(Span x);
double mean_of(Span x);  // at least one finite value

// Sums of powers of deviations from the mean; m2 is corrected for the rounding of the mean.
struct Moments {
  double n = 0, mean = 0, m2 = 0, m3 = 0, m4 = 0;
  double variance_sample() const { return m2 / (n - 1); }
};
Moments moments_of(Span x);

base::Result<double> mean(Span x);
base::Result<double> variance_sample(Span x);
base::Result<double> variance_population(Span x);
base::Result<double> std_dev_sample(Span x);
base::Result<double> std_dev_population(Span x);
base::Result<double> std_error_mean(Span x);
base::Result<double> skewness_population(Span x);
base::Result<double> skewness_adjusted(Span x);
base::Result<double> excess_kurtosis_population(Span x);
base::Result<double> excess_kurtosis_adjusted(Span x);
base::Result<double> coefficient_of_variation(Span x);  // sd (n - 1) over the mean
base::Result<double> autocorrelation_lag1(Span x);      // both factors centred at the overall mean
base::Result<double> geometric_mean(Span x);
base::Result<double> harmonic_mean(Span x);
base::Result<double> weighted_mean(Span x, Span w);
base::Result<double> weighted_variance_frequency(Span x, Span w);  // divides by sum(w) - 1
base::Result<double> gini_coefficient(Span x);                     // population form, 0 for equal shares
base::Result<double> covariance_sample(Span x, Span y);

}  // namespace loopready::stats
