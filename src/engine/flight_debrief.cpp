// What is said of a flight once it is decided.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/text.h"
#include "engine/flight.h"
#include "stats/sequential.h"

namespace loopready::engine {

using model::FlightCall;

namespace {

std::string lift_words(double lift) {
  char text[32];
  std::snprintf(text, sizeof text, "%+.1f %%", lift * 100);
  return text;
}

std::string usd(double value) {
  std::string text = std::to_string(std::llround(std::fabs(value)));
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return (value < 0 ? "-$" : "$") + text;
}

std::string day_words(std::int64_t day) { return "day " + std::to_string(day); }

std::string lasting_words(const model::FlightBrief& brief, const FlightTruth& truth) {
  const std::string metric = "the " + brief.short_metric;
  if (truth.lasting_lift == 0) return "Shipped to everybody, it would leave " + metric + " where it is.";
  return "Shipped to everybody, it would change " + metric + " by " + lift_words(truth.lasting_lift) + " in the long run.";
}

std::string truth_words(const model::FlightBrief& brief, const FlightTruth& truth) {
  const std::string since = truth.onset > 1 ? " It began on day " + std::to_string(truth.onset) + "." : "";
  const std::string lasting = " " + lasting_words(brief, truth);
  char size[32];
  switch (truth.kind) {
    case FlightKind::none: return "Nothing was planted. The change does nothing, for better or worse.";
    case FlightKind::gain: return "Nothing was planted, and the change works." + lasting;
    case FlightKind::harm: return "Nothing was planted. The change is simply worse." + lasting;
    case FlightKind::srm:
      std::snprintf(size, sizeof size, "%.1f %%", truth.lost_customers * 100);
      return "A sample ratio mismatch: " + std::string(size) + " of treatment's " + brief.units + " never arrived. " + brief.stories.srm + since + lasting;
    case FlightKind::novelty:
      return "Novelty: the lift began at " + lift_words(truth.novelty_lift) + " and faded to a half every " + std::to_string(std::max<long long>(1, std::llround(truth.novelty_days * 0.693))) +
             " days. " + brief.stories.novelty + lasting;
    case FlightKind::interference:
      std::snprintf(size, sizeof size, "%.1f %%", truth.spill * 100);
      return "Interference: treatment took " + std::string(size) + " from control, so that the arms moved apart twice as far. " + brief.stories.interference + lasting;
    case FlightKind::guardrail: {
      const model::FlightGuardrail& one = brief.guardrails[truth.broken];
      return "A broken guardrail: \u201C" + one.name + "\u201D changed by " + lift_words(truth.broken_change) + ". " + one.broken + lasting +
             " The broken guardrail costs more than that brings, and it can be repaired.";
    }
    case FlightKind::mix:
      std::snprintf(size, sizeof size, "%.1f", std::fabs(truth.mix_shift) * 100);
      return "Simpson's paradox by assignment: the arms' totals were as planned, but treatment held " + std::string(size) + " points " +
             (truth.mix_shift > 0 ? "less " : "more ") + brief.devices[0] + " than it should. " + brief.stories.mix + lasting;
    case FlightKind::logging:
      std::snprintf(size, sizeof size, "%.1f %%", (truth.lost_events + truth.ghost_events) * 100);
      return "A logging bug in treatment: " + std::string(size) + (truth.lost_events > 0 ? " of its events were lost. " + brief.stories.lost : " more events than there were records for. " + brief.stories.ghost) +
             since + lasting;
  }
  return "";
}

std::vector<model::FlightSign> signs_of(const FlightTruth& truth, const FlightScan& scan, std::int64_t day) {
  std::vector<model::FlightSign> signs;
  const FlightGlance& last = scan.back();
  const std::size_t at = static_cast<std::size_t>(std::clamp<std::int64_t>(day, 1, static_cast<std::int64_t>(scan.size())) - 1);
  const auto add = [&](std::string slug, std::string name, std::string routine, double p, bool speaks, auto passes) {
    model::FlightSign sign{std::move(slug), std::move(name), std::move(routine), 0, p, speaks};
    for (std::size_t d = 0; d < scan.size() && sign.first_day == 0; ++d)
      if (passes(scan[d])) sign.first_day = static_cast<std::int64_t>(d + 1);
    signs.push_back(std::move(sign));
  };
  for (std::size_t c = 0; c < last.checks.size(); ++c) {
    const model::FlightCheck& check = last.checks[c];
    const std::string slug = check.slug;
    bool speaks = check_reason(slug) == flight_kind_name(truth.kind);
    if (truth.kind == FlightKind::mix) speaks = slug == "mix/device";
    if (truth.kind == FlightKind::logging) speaks = slug == (truth.lost_events > 0 ? "lost" : "ghost");
    add(slug, check.name, check.routine, scan[at].checks[c].p_value, speaks, [&, c](const FlightGlance& glance) { return glance.checks[c].p_value < check_level(slug); });
  }
  for (std::size_t g = 0; g < last.guardrails.size(); ++g) {
    const model::FlightGuardrailRead& one = last.guardrails[g];
    add("guardrail/" + one.slug, one.name, one.share ? "two_proportion_z" : "welch_t_summary", scan[at].guardrails[g].change.p_value,
        truth.kind == FlightKind::guardrail && truth.broken == g, [g](const FlightGlance& glance) { return passes_limit(glance.guardrails[g]); });
  }
  return signs;
}

void say_call(const FlightTruth& truth, const FlightDecision& decision, std::vector<std::string>& remarks) {
  const double weekly = lasting_weekly_usd(truth);
  const FlightCall right = right_call(truth);
  if (decision.call == FlightCall::ship && weekly <= 0) remarks.push_back("You shipped what costs " + usd(-weekly) + " a week, upkeep included: a false win.");
  else if (decision.call == right) remarks.push_back("The call is right.");
  else if (right == FlightCall::ship && decision.call == FlightCall::iterate) remarks.push_back("The data at hand were enough to ship; the second test costs its money and its weeks.");
  else if (right == FlightCall::ship) remarks.push_back("You let go of " + usd(weekly) + " a week: a missed win.");
  else if (decision.call == FlightCall::iterate) remarks.push_back("There was nothing to repair: a second test costs its money and finds no more.");
  else if (right == FlightCall::iterate && decision.call == FlightCall::roll_back) remarks.push_back("Rolling back is safe, but the defect could be repaired and the idea tested soundly.");
  else remarks.push_back("It happened to pay, on figures that could not be trusted.");
}

void say_reason(const FlightTruth& truth, const FlightDecision& decision, std::vector<std::string>& remarks) {
  const std::string right = right_reason(truth);
  if (decision.reason == right) remarks.push_back(decision.call == right_call(truth) ? "The reason is right too." : "The reason is right.");
  else if (model::is_suspicion(decision.reason) && is_clean(truth.kind)) remarks.push_back("The reason suspects a sound test: a false alarm. A p-value above its strict limit is what chance gives.");
  else if (decision.reason == "segment") remarks.push_back("Seven segments are seven chances: at the 5 % level, about three in ten sound tests without any effect have a \u201Csignificant\u201D one.");
  else if (decision.reason == "trend") remarks.push_back("A curve that points the right way is what half of all tests without an effect show.");
  else if (decision.reason == "weekday") remarks.push_back("Both arms live through the same weekdays, so the rhythm cancels out in the lift.");
  else if (const auto* reason = model::find_flight_reason(right)) remarks.push_back("The reason to find was: \u201C" + std::string(reason->text) + "\u201D.");
}

void say_peeking(const FlightTruth& truth, const FlightDecision& decision, const FlightScan& scan, std::vector<std::string>& remarks) {
  const bool by_lift = !model::is_suspicion(decision.reason) && decision.reason != "weekday";
  if (decision.day >= truth.plan.n_days || !by_lift) return;
  const auto rate = stats::peeking_false_positive_rate(static_cast<double>(truth.plan.n_days), truth.plan.alpha);
  char text[32];
  std::snprintf(text, sizeof text, "%.0f %%", rate.ok() ? rate.value() * 100 : 0.0);
  remarks.push_back("You judged the lift on " + day_words(decision.day) + " of " + std::to_string(truth.plan.n_days) + ". Whoever looks every day and stops at the first p below 0.05 finds an effect in " +
                    text + " of tests that have none; the plan allows 5 %.");
  for (std::size_t d = 0; d < scan.size(); ++d)
    if (truth.lasting_lift == 0 && alternative(scan[d].alternatives, "events").p_value < truth.plan.alpha) {
      remarks.push_back("Here p was below 0.05 on " + day_words(static_cast<std::int64_t>(d + 1)) + " though nothing lasting was there.");
      return;
    }
}

std::string rule_words(const FlightTruth& truth, const FlightDecision& rule) {
  std::string words = "It looks at the alarms every day, at p < 0.001, and at the lift once, on day " + std::to_string(truth.plan.n_days) + ". ";
  if (rule.call == FlightCall::iterate) {
    const char* what = rule.reason == "srm" ? "the customers assigned" : rule.reason == "guardrail" ? "a guardrail" : "control against those outside the test";
    return words + "On " + day_words(rule.day) + " " + what + " passed the limit: it stopped for a repair and a second test.";
  }
  if (rule.reason == "mix") words += "The arms' devices had passed their limit, so it read the lift within devices. ";
  if (rule.reason == "logging") words += "Events and records disagreed, so it counted from the records. ";
  if (rule.reason == "novelty") words += "The lift had faded, and without the first third of the days nothing was left. ";
  return words + (rule.call == FlightCall::ship ? "The lift was above zero beyond chance: it shipped." : "No lift that pays for its upkeep was left: it rolled back.");
}

model::FlightOutcome outcome_of(const FlightTruth& truth, const FlightDecision& decision) {
  const FlightMoney money = money_of(truth, decision.call, decision.day);
  return {decision.call, decision.reason, decision.day, money.earned_usd(), money.test_usd, money.after_usd};
}

}  // namespace

model::FlightDebrief debrief_of(const model::FlightBrief& brief, const FlightTruth& truth, const FlightDecision& decision) {
  const FlightScan scan = scan_of(brief, truth);
  const FlightDecision rule = rule_decision(truth, scan);
  model::FlightDebrief debrief;
  debrief.kind = flight_kind_name(truth.kind);
  debrief.lasting_lift = truth.lasting_lift;
  debrief.weekly_usd = lasting_weekly_usd(truth);
  debrief.truth = truth_words(brief, truth);
  debrief.signs = signs_of(truth, scan, decision.day);
  debrief.designed_day = is_clean(truth.kind) ? 0 : truth.designed_day;
  say_call(truth, decision, debrief.remarks);
  say_reason(truth, decision, debrief.remarks);
  say_peeking(truth, decision, scan, debrief.remarks);
  debrief.yours = outcome_of(truth, decision);
  debrief.rule = outcome_of(truth, rule);
  debrief.rule_words = rule_words(truth, rule);
  debrief.right_call = right_call(truth);
  debrief.right_reason = right_reason(truth);
  debrief.scale_usd = truth.scale_usd;
  return debrief;
}

}  // namespace loopready::engine
