// Sums, means and products of deviations that keep their digits far from zero.
// Here: compensated sum, mean, two-pass products of deviations, mean and variance of a sample.
// Not here: descriptive statistics by name; the checks of input (refusal.h).
// Terms: variance divides by n - 1 and has the square of the values' unit.
// Errors: none for the sums; summarise refuses under two values and what is not finite.
// Source: Neumaier 1974; corrected two-pass algorithm, Chan, Golub and LeVeque 1983.
#pragma once

#include <span>
#include <string>

#include "base/result.h"

namespace loopready::stats {

double exact_sum(std::span<const double> values);
double average(std::span<const double> values);  // at least one value
// Sum of (x - mean x)(y - mean y); equally long, at least one.
double cross_deviations(std::span<const double> x, std::span<const double> y);
inline double square_deviations(std::span<const double> x) { return cross_deviations(x, x); }

struct SampleSummary {
  double n = 0;
  double mean = 0;
  double variance = 0;
};
base::Result<SampleSummary> summarise(std::span<const double> values, const std::string& what);

}  // namespace loopready::stats
