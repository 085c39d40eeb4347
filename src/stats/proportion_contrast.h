// How far apart two proportions are, with confidence intervals.
// Here: differences (Wald, Newcombe with and without continuity correction, Agresti-Caffo), risk ratio, odds ratio, relative lift.
// Not here: tests (proportion_test.h), exact odds ratios (fisher_exact.h).
// Terms: differences are first minus second, ratios first over second; relative lift is that difference over the second.
// Errors: bad_input naming the argument; ratios also where a count that is divided by is 0.
// Source: Newcombe 1998b (methods 10 and 11); Agresti & Caffo 2000; Katz et al. 1978; Woolf 1955; delta method.
#pragma once

#include <vector>

#include "base/result.h"
#include "stats/interval.h"

namespace loopready::stats {

struct Contrast {
  double estimate = 0;
  double std_error = 0;
  Interval interval;
};

base::Result<Contrast> diff_proportions_wald(double x1, double n1, double x2, double n2, double conf_level);
base::Result<Contrast> newcombe_difference(double x1, double n1, double x2, double n2, double conf_level, bool corrected);
base::Result<Contrast> agresti_caffo(double x1, double n1, double x2, double n2, double conf_level);
base::Result<Contrast> risk_ratio_katz(double x1, double n1, double x2, double n2, double conf_level);  // std_error of the logarithm
base::Result<Contrast> relative_lift_delta(double x1, double n1, double x2, double n2, double conf_level);
// Of [[a, b], [c, d]], all above 0; std_error of the logarithm.
base::Result<Contrast> odds_ratio_woolf(const std::vector<std::vector<double>>& table, double conf_level);

}  // namespace loopready::stats
