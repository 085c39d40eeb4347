// Time until something ends, by name.
#include "engine/routine.h"
#include "stats/survival.h"

namespace loopready::engine {
namespace {

using base::Result;

Result<Values> kaplan_meier(Inputs& in) {
  const Numbers time = in.numbers("time"), event = in.numbers("event");
  LR_READ(in);
  LR_TRY(const auto curve, stats::kaplan_meier(time, event));
  return Values{{"times", curve.times}, {"survival", curve.survival}, {"n_at_risk", curve.n_at_risk}, {"std_error", curve.std_error},
                {"median", curve.median}};
}

Result<Values> restricted_mean_survival(Inputs& in) {
  const Numbers time = in.numbers("time"), event = in.numbers("event");
  const double tau = in.number("tau");
  LR_READ(in);
  LR_TRY(const double mean, stats::restricted_mean(time, event, tau));
  return Values{{"value", mean}};
}

Result<Values> log_rank(Inputs& in) {
  const Numbers time1 = in.numbers("time1"), event1 = in.numbers("event1"), time2 = in.numbers("time2"), event2 = in.numbers("event2");
  LR_READ(in);
  LR_TRY(const auto test, stats::log_rank({time1, event1}, {time2, event2}));
  return Values{{"observed1", test.observed1}, {"expected1", test.expected1}, {"chi2", test.chi2}, {"p_value", test.p_value}};
}

Result<Values> retention_curve(Inputs& in) {
  const Numbers active = in.numbers("active");
  LR_READ(in);
  LR_TRY(const auto result, stats::retention_curve(active));
  return Values{{"retention", result.retention}, {"churn", result.churn}};
}

Result<Values> exponential_hazard_mle(Inputs& in) {
  const double events = in.number("events"), total_time = in.number("total_time"), conf_level = in.conf_level();
  LR_READ(in);
  LR_TRY(const auto hazard, stats::exponential_hazard(events, total_time, conf_level));
  return Values{{"rate", hazard.rate}, {"ci_low", hazard.ci_low}, {"ci_high", hazard.ci_high}};
}

}  // namespace

const std::vector<Routine>& survival_routines() {
  static const std::vector<Routine> kAll = {
      {"kaplan_meier", "time: numbers; event: 0 or 1", "times; survival; n_at_risk; std_error; median",
       "Product of shares surviving each time with an event; Greenwood's standard error of survival (0 where survival is 0); the median is "
       "the first time with survival of at most one half, or Infinity.", "Kaplan and Meier 1958; Greenwood 1926", kaplan_meier},
      {"restricted_mean_survival", "time: numbers; event: 0 or 1; tau: above 0", "value", "Area under the Kaplan-Meier curve up to tau.",
       "Irwin 1949", restricted_mean_survival},
      {"log_rank", "time1: numbers; event1: 0 or 1; time2: numbers; event2: 0 or 1", "observed1; expected1; chi2; p_value",
       "Observed less expected ends in group 1, squared over the hypergeometric variance; chi-square with one degree of freedom.",
       "Mantel 1966", log_rank},
      {"retention_curve", "active: counts a period", "retention; churn",
       "Active over those active at first; churn is the share lost since the period before.", "definition", retention_curve},
      {"exponential_hazard_mle", "events: count; total_time: above 0; conf_level: share", "rate; ci_low; ci_high",
       "Events over time at risk; limits rate * exp(-+z / sqrt events), normal for the logarithm.", "Cox and Oakes 1984",
       exponential_hazard_mle},
  };
  return kAll;
}

}  // namespace loopready::engine
