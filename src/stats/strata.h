// 2 x 2 tables of several strata, taken together.
// Here: Cochran-Mantel-Haenszel with the common odds ratio, the Mantel-Haenszel risk difference.
// Not here: one table (contingency.h), other standardisations.
// Terms: each stratum is [[a, b], [c, d]]: rows are groups, the first column the event; differences are first row minus second.
// Errors: bad_input naming the argument; also where no stratum says anything.
// Source: Mantel & Haenszel 1959; Robins, Breslow & Greenland 1986 (limits); Greenland & Robins 1985 (risk difference).
#pragma once

#include <vector>

#include "base/result.h"
#include "stats/contingency.h"
#include "stats/interval.h"

namespace loopready::stats {

struct MantelHaenszel {
  ChiSquaredTest test;
  double common_odds_ratio = 0;
  Interval interval;
};

struct RiskDifference {
  double estimate = 0;
  double std_error = 0;
  double crude_difference = 0;  // of the strata poured together
};

// The correction is min(0.5, |sum of (a - its expected value)|).
base::Result<MantelHaenszel> cochran_mantel_haenszel(const std::vector<Table>& tables, bool continuity_correction, double conf_level);
base::Result<RiskDifference> mantel_haenszel_risk_difference(const std::vector<Table>& tables);

}  // namespace loopready::stats
