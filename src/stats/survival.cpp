#include "stats/survival.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "stats/boost_policy.h"
#include "stats/normal.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;
using Span = std::span<const double>;

namespace {

Status check(Span time, Span event, const std::string& what_time, const std::string& what_event) {
  LR_NEED(need_values(time, what_time, 1));
  LR_NEED(need_same_length(time.size(), event.size(), what_time, what_event));
  for (double one : time) LR_NEED(need_not_negative(one, what_time));
  for (double one : event)
    if (one != 0 && one != 1) return refuse(what_event, "Every event must be 0 or 1.");
  return Done{};
}

struct Leaving {
  double n = 0, ended = 0;  // all that leave at this time, and those seen to end
};
std::map<double, Leaving> leaving_by_time(Span time, Span event) {
  std::map<double, Leaving> all;
  for (std::size_t i = 0; i < time.size(); ++i) {
    ++all[time[i]].n;
    all[time[i]].ended += event[i];
  }
  return all;
}

}  // namespace

Result<SurvivalCurve> kaplan_meier(Span time, Span event) {
  LR_NEED(check(time, event, "time", "event"));
  SurvivalCurve curve{{}, {}, {}, {}, std::numeric_limits<double>::infinity()};
  double at_risk = static_cast<double>(time.size()), survival = 1, greenwood = 0;
  for (const auto& [when, leaving] : leaving_by_time(time, event)) {
    if (leaving.ended > 0) {
      survival *= (at_risk - leaving.ended) / at_risk;
      if (at_risk > leaving.ended) greenwood += leaving.ended / (at_risk * (at_risk - leaving.ended));
      curve.times.push_back(when);
      curve.survival.push_back(survival);
      curve.n_at_risk.push_back(at_risk);
      curve.std_error.push_back(survival * std::sqrt(greenwood));
      // Products of shares land a hair above one half.
      if (survival <= 0.5 + 1e-12 && std::isinf(curve.median)) curve.median = when;
    }
    at_risk -= leaving.n;
  }
  if (curve.times.empty()) return refuse("event", "No end was seen, so there is no curve.");
  return curve;
}

Result<double> restricted_mean(Span time, Span event, double tau) {
  LR_NEED(check(time, event, "time", "event"));
  LR_NEED(need_positive(tau, "tau"));
  double at_risk = static_cast<double>(time.size()), survival = 1, area = 0, since = 0;
  for (const auto& [when, leaving] : leaving_by_time(time, event)) {
    if (when >= tau) break;
    area += survival * (when - since);
    since = when;
    survival *= (at_risk - leaving.ended) / at_risk;
    at_risk -= leaving.n;
  }
  if (at_risk == 0 && survival > 0) return refuse("tau", "The curve ends before tau: the last to leave was censored.");
  return area + survival * (tau - since);
}

Result<LogRank> log_rank(const Followed& first, const Followed& second) {
  LR_NEED(check(first.time, first.event, "time1", "event1"));
  LR_NEED(check(second.time, second.event, "time2", "event2"));
  std::map<double, std::pair<Leaving, Leaving>> all;
  for (const auto& [when, leaving] : leaving_by_time(first.time, first.event)) all[when].first = leaving;
  for (const auto& [when, leaving] : leaving_by_time(second.time, second.event)) all[when].second = leaving;
  double at_risk1 = static_cast<double>(first.time.size()), at_risk2 = static_cast<double>(second.time.size());
  double observed = 0, expected = 0, variance = 0;
  for (const auto& [when, leaving] : all) {
    const double n = at_risk1 + at_risk2, ended = leaving.first.ended + leaving.second.ended;
    observed += leaving.first.ended;
    expected += ended * at_risk1 / n;
    if (n > 1) variance += ended * (at_risk1 / n) * (at_risk2 / n) * (n - ended) / (n - 1);
    at_risk1 -= leaving.first.n;
    at_risk2 -= leaving.second.n;
  }
  if (!(variance > 0)) return refuse("event1", "No end was seen while both groups were at risk, so there is nothing to compare.");
  const double chi2 = (observed - expected) * (observed - expected) / variance;
  return LogRank{observed, expected, chi2, cdf(complement(boost::math::chi_squared_distribution<double, Policy>(1), chi2))};
}

Result<Retention> retention_curve(Span active) {
  LR_NEED(need_values(active, "active", 2));
  Retention result;
  for (std::size_t i = 0; i < active.size(); ++i) {
    LR_NEED(need_not_negative(active[i], "active"));
    if (i == 0 && active[0] == 0) return refuse("active", "Nobody was active at the start.");
    if (i > 0 && active[i - 1] == 0) return refuse("active", "Nobody is left before the last period, so churn is undefined.");
    result.retention.push_back(active[i] / active[0]);
    if (i > 0) result.churn.push_back((active[i - 1] - active[i]) / active[i - 1]);
  }
  return result;
}

Result<Hazard> exponential_hazard(double events, double total_time, double conf_level) {
  LR_NEED(need_count(events, "events"));
  LR_NEED(need_positive(total_time, "total_time"));
  LR_NEED(need_inside_unit(conf_level, "conf_level"));
  if (events == 0) return refuse("events", "Without an event the rate is 0 and its logarithm has no interval; use poisson_rate_exact.");
  const double rate = events / total_time, factor = std::exp(standard_normal_quantile_upper((1 - conf_level) / 2) / std::sqrt(events));
  return Hazard{rate, rate / factor, rate * factor};
}

}  // namespace loopready::stats
