// Looking at a test before its end: the price of peeking, boundaries that pay it, tests that allow it.
// Here: peeking rate, Pocock, O'Brien-Fleming, Lan-DeMets spending, power of a group-sequential test, mixture SPRT, Wald's SPRT.
// Not here: the estimates looked at (experiment.h, mean tests).
// Terms: a look is one analysis; limits are for |z| at each look, two-sided; an information fraction is the share of the final sample,
// above 0 to 1; drift is the mean of z at full information; log likelihood ratios are natural.
// Errors: bad_input; more than 1000 looks, 100 for boundaries that are solved, or looks too close together to integrate.
// Source: Armitage, McPherson and Rowe 1969; Pocock 1977; O'Brien and Fleming 1979; Lan and DeMets 1983; Robbins 1970; Wald 1945.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

struct Boundary {
  double constant;
  double nominal_p;            // two-sided p of the constant itself
  std::vector<double> limits;  // one a look
};
base::Result<Boundary> pocock_boundary(double looks, double alpha);
base::Result<Boundary> obrien_fleming_boundary(double looks, double alpha);  // constant * sqrt(looks / look)

// Chance that |z| passes the fixed-sample limit at one of equally spaced looks though nothing differs.
base::Result<double> peeking_false_positive_rate(double looks, double alpha);

struct Spending {
  std::vector<double> limits;
  std::vector<double> cumulative_alpha;  // both sides together
};
// Each side spends alpha / 2 by "obrien_fleming" or "pocock" functions of the information fraction.
base::Result<Spending> alpha_spending_boundary(std::span<const double> information_fractions, const std::string& spending, double alpha);

// Chance of having passed either limit by each look.
base::Result<std::vector<double>> group_sequential_power(std::span<const double> limits, std::span<const double> information_fractions,
                                                         double drift);

struct MixtureTest {
  double lambda, p_value, ci_low, ci_high;
};
// delta: the estimated difference; variance: of that estimate; tau2: variance of the normal mixture over differences.
base::Result<MixtureTest> msprt_normal(double delta, double variance, double tau2, double alpha);

struct WaldTest {
  double log_likelihood_ratio, upper, lower;
  std::string decision;  // "accept_h1", "accept_h0" or "continue"
};
base::Result<WaldTest> sprt_bernoulli(double successes, double n, double p0, double p1, double alpha, double beta);

}  // namespace loopready::stats
