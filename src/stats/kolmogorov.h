// Kolmogorov-Smirnov: distances between distribution functions and their probabilities.
// Here: the limit law, two samples (exact and by the limit), one sample against a known normal (exact).  Not here: tests of
//   normality with estimated mean and sd (normality.h).
// Terms: d is the largest vertical distance of the two distribution functions; p_value is P(D >= d), two-sided.
// Errors: bad_input naming the argument; too_large where an exact answer would take seconds.
// Sources: Kolmogorov 1933; Hodges 1958 and Schroeer and Trenkler 1995 (paths, with ties); Marsaglia, Tsang and Wang 2003;
//   Birnbaum and Tingey 1951 (upper tail).
#pragma once

#include <span>

#include "base/result.h"

namespace loopready::stats {

struct DistanceTest {
  double d = 0;
  double p_value = 1;
};

base::Result<double> kolmogorov_limit_sf(double t);
base::Result<DistanceTest> ks_two_sample_exact(std::span<const double> x, std::span<const double> y);
base::Result<DistanceTest> ks_two_sample_asymptotic(std::span<const double> x, std::span<const double> y);
base::Result<DistanceTest> ks_one_sample_normal_exact(std::span<const double> x, double mean, double sd);

}  // namespace loopready::stats
