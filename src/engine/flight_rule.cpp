#include "engine/flight_rule.h"

#include <cmath>

#include "stats/normal.h"

namespace loopready::engine {

using model::FlightCall;

namespace {

// A day of `share` of all customers with this lift, before upkeep.
double day_value(const model::FlightPlan& plan, double lift, double share, bool broken) {
  return (plan.value_usd * lift * 100 - (broken ? plan.guardrail_usd : 0)) * share / 7;
}

// That a sound second test ends in shipping.
double chance_to_ship(const model::FlightPlan& plan, double lift) {
  const double critical = stats::standard_normal_quantile_upper(plan.alpha / 2);
  const double drift = lift / plan.mde_share * (critical + stats::standard_normal_quantile(plan.power));
  return stats::standard_normal_sf(critical - drift);
}

}  // namespace

double lasting_weekly_usd(const FlightTruth& truth) {
  const model::FlightPlan& plan = truth.plan;
  return plan.value_usd * truth.lasting_lift * 100 - plan.upkeep_usd - (truth.kind == FlightKind::guardrail ? plan.guardrail_usd : 0);
}

FlightMoney money_of(const FlightTruth& truth, FlightCall call, std::int64_t day) {
  const model::FlightPlan& plan = truth.plan;
  const bool broken = truth.kind == FlightKind::guardrail;
  const std::int64_t horizon = plan.horizon_weeks * 7;
  FlightMoney money;
  for (std::int64_t d = 1; d <= day; ++d) money.test_usd += day_value(plan, truth.lift_on(d), plan.treatment_share, broken) - plan.day_usd;
  if (call == FlightCall::ship)
    for (std::int64_t d = day + 1; d <= horizon; ++d) money.after_usd += day_value(plan, truth.lift_on(d), 1, broken) - plan.upkeep_usd / 7;
  if (call == FlightCall::iterate) {
    const auto n_days = static_cast<double>(plan.n_days), left = static_cast<double>(horizon - day - plan.fix_days - plan.n_days);
    money.after_usd -= plan.iterate_usd;
    money.after_usd += n_days * (day_value(plan, truth.lasting_lift, plan.treatment_share, false) - plan.day_usd);
    money.after_usd += chance_to_ship(plan, truth.lasting_lift) * left * (day_value(plan, truth.lasting_lift, 1, false) - plan.upkeep_usd / 7);
  }
  return money;
}

FlightScan scan_of(const model::FlightBrief& brief, const FlightTruth& truth) {
  FlightScan scan;
  FlightDays days(brief, truth);
  for (std::int64_t day = 1; day <= truth.plan.n_days; ++day) {
    days.next();
    scan.push_back({checks_of(brief, truth, days.sums()), guardrails_of(brief, days.sums(), truth.plan.alpha), alternatives_of(brief, days.sums(), truth.plan.alpha)});
  }
  return scan;
}

FlightDecision rule_decision(const FlightTruth& truth, const FlightScan& scan) {
  bool mixed = false, logging = false;
  for (std::size_t d = 0; d < scan.size(); ++d) {
    const auto day = static_cast<std::int64_t>(d + 1);
    for (const model::FlightCheck& check : scan[d].checks) {
      if (check.slug == "novelty" || check.p_value >= check_level(check.slug)) continue;
      const std::string reason = check_reason(check.slug);
      if (reason == "srm" || reason == "interference") return {FlightCall::iterate, reason, day};
      if (reason == "logging") logging = true;
      if (check.slug == "mix/device") mixed = true;
    }
    for (const model::FlightGuardrailRead& one : scan[d].guardrails)
      if (passes_limit(one)) return {FlightCall::iterate, "guardrail", day};
  }
  const FlightGlance& last = scan.back();
  const auto day = static_cast<std::int64_t>(scan.size());
  const model::FlightEstimate& lift = alternative(last.alternatives, mixed ? "by_device" : logging ? "records" : "events");
  const bool wins = lift.p_value < truth.plan.alpha && lift.lift > 0, loses = lift.p_value < truth.plan.alpha && lift.lift < 0;
  // Without a win to doubt, fading is doubted more: one in forty tests without any effect fades at the milder level.
  const bool fades = last.checks.back().p_value < (wins ? kFadeLevel : kFadeLevel / 5);
  const model::FlightEstimate& later = alternative(last.alternatives, "later");
  if (fades && !mixed && !logging && !(later.p_value < truth.plan.alpha && later.lift > 0)) return {FlightCall::roll_back, "novelty", day};
  const std::string seen = mixed ? "mix" : logging ? "logging" : wins ? "gain" : loses ? "harm" : "no_gain";
  return {wins ? FlightCall::ship : FlightCall::roll_back, seen, day};
}

FlightCall right_call(const FlightTruth& truth) {
  switch (truth.kind) {
    case FlightKind::srm:
    case FlightKind::interference:
    case FlightKind::guardrail: return FlightCall::iterate;
    case FlightKind::gain: return FlightCall::ship;
    case FlightKind::mix:
    case FlightKind::logging: return truth.lasting_lift > 0 ? FlightCall::ship : FlightCall::roll_back;
    default: return FlightCall::roll_back;
  }
}

std::string right_reason(const FlightTruth& truth) {
  switch (truth.kind) {
    case FlightKind::none: return "no_gain";
    case FlightKind::gain: return "gain";
    case FlightKind::harm: return "harm";
    default: return flight_kind_name(truth.kind);
  }
}

}  // namespace loopready::engine
