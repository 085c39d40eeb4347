// One's own numbers under a distribution fitted to them by moments.
// Here: fit_by_moments, own_fit, its picture.  Not here: the families (lab_families.h), two of them beside each other (lab_distributions.cpp).
// Terms: fitted by moments means with the mean and variance of the numbers, as far as the family's parameters allow; the variance divides by
// n - 1; the gap is the largest distance between the numbers' cumulative share and the distribution's (Kolmogorov's D).
// Errors: bad_input: too few numbers, no spread, or numbers the family cannot have.
#pragma once

#include <vector>

#include "base/result.h"
#include "ui/screens/lab_families.h"
#include "ui/screens/lab_parts.h"

namespace loopready::screens {

struct FamilyFit {
  double a = 0, b = 0;
};
base::Result<FamilyFit> fit_by_moments(const Family& family, const std::vector<double>& values);

struct Bin {
  double from = 0, to = 0;  // the last holds its end
  int n = 0;
  double density = 0;  // share of all a unit of x
};

struct OwnFit {
  FamilyFit fit;
  std::vector<double> sorted = {};
  double mean = 0, variance = 0, gap = 0;
  std::vector<Bin> bins = {};
};
base::Result<OwnFit> own_fit(const Family& family, const std::vector<double>& values);

void draw_own_distribution(const app::App& app, LabLook& look, app::Commands& commands);

}  // namespace loopready::screens
