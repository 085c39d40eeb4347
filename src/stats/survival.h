// Time until something ends, when some have not ended yet.
// Here: Kaplan-Meier, restricted mean, log-rank test, retention curve, constant hazard.
// Not here: churn as yes or no (classification, logistic regression).
// Terms: time in any unit, at least 0; event is 1 for an end seen, 0 for censored; a censored unit is at risk at its own time;
// hazard is events per unit of time.
// Errors: bad_input for unlike lengths, events other than 0 and 1, no event where one is needed.
// Source: Kaplan and Meier 1958; Greenwood 1926; Mantel 1966.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

struct SurvivalCurve {
  std::vector<double> times, survival, n_at_risk, std_error;  // one a time with an event; Greenwood, 0 where survival is 0
  double median;                                              // first time with survival of at most one half, or Infinity
};
base::Result<SurvivalCurve> kaplan_meier(std::span<const double> time, std::span<const double> event);
base::Result<double> restricted_mean(std::span<const double> time, std::span<const double> event, double tau);

struct LogRank {
  double observed1, expected1, chi2, p_value;
};
struct Followed {
  std::span<const double> time, event;
};
base::Result<LogRank> log_rank(const Followed& first, const Followed& second);

struct Retention {
  std::vector<double> retention;  // share of the first period, from 1
  std::vector<double> churn;      // share lost from one period to the next, one fewer
};
base::Result<Retention> retention_curve(std::span<const double> active);

struct Hazard {
  double rate, ci_low, ci_high;
};
base::Result<Hazard> exponential_hazard(double events, double total_time, double conf_level);  // normal limits for ln rate

}  // namespace loopready::stats
