// Which of several variants is better, given what is believed about each.
// Here: chance that B beats A (Beta or Gamma posteriors), expected loss, chance of being the best of several.
// Not here: the posteriors themselves (conjugate.h).
// Terms: a and b are a Beta's parameters, above 0; expected loss is E[max(A - B, 0)], what choosing B costs in the rate's unit.
// Errors: bad_input naming the argument; Beta parameters above 1e7, more than 20 variants.
// Source: the integrals themselves. In the logit every factor is log-concave, so the integrand has one hump: it is found, bounded where
// it has fallen by e^-50, and integrated by Gauss-Legendre panels that are halved until they agree.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

struct BetaShape {
  double a, b;
};
base::Result<double> chance_b_beats_a(const BetaShape& first, const BetaShape& second);
base::Result<double> expected_loss_of_b(const BetaShape& first, const BetaShape& second);

struct GammaShape {
  double shape, rate;
};
base::Result<double> chance_b_beats_a(const GammaShape& first, const GammaShape& second);

base::Result<std::vector<double>> chance_of_being_best(std::span<const double> a, std::span<const double> b);

}  // namespace loopready::stats
