#include "ui/screens/flight.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "app/note.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/feedback.h"
#include "ui/kit/field.h"
#include "ui/kit/frame.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/option_list.h"
#include "ui/kit/text.h"
#include "ui/screens/words.h"

namespace loopready::screens {

using model::FlightBrief;
using model::FlightCall;
using model::FlightPlan;
using model::FlightReadout;

bool takes_focus(LabLook& look, const char* before) {
  constexpr double kFrames = 4;  // until the page knows its height
  double& frames = look.numbers["focus frames"];
  if (std::exchange(look.open[before], false)) frames = kFrames;
  if (frames <= 0) return false;
  frames -= 1;
  kit::wake_after(1);
  return true;
}

std::string signed_share(double share) {
  char text[32];
  std::snprintf(text, sizeof text, std::fabs(share) < 0.0995 ? "%+.1f %%" : "%+.0f %%", share * 100);
  return text;
}

std::string interval_words(const model::FlightEstimate& estimate) { return signed_share(estimate.ci_low) + " to " + signed_share(estimate.ci_high); }

std::string p_value_words(double p) {
  if (p < 0.0001) return "< 0.0001";
  char text[32];
  std::snprintf(text, sizeof text, p < 0.001 ? "%.4f" : "%.3f", p);
  return text;
}

std::string whole_usd(double usd) { return (usd < 0 ? "-$" : "$") + thousands(std::llround(std::fabs(usd))); }

const char* call_words(FlightCall call) {
  switch (call) {
    case FlightCall::ship: return "Ship";
    case FlightCall::iterate: return "Iterate";
    case FlightCall::roll_back: break;
  }
  return "Roll back";
}

namespace {

constexpr FlightCall kCalls[] = {FlightCall::ship, FlightCall::iterate, FlightCall::roll_back};

bool briefs_ready(const app::App& app, app::Commands& commands) {
  if (app.flight.briefs_state == app::Loading::done) return true;
  if (app.flight.briefs_state != app::Loading::failed) {
    kit::text("Loading the flights\u2026", kit::Tone::quiet);
    return false;
  }
  const kit::Card card(kit::Tone::bad);
  kit::icon_text(kit::icon::kWifiOff, app.flight.briefs_error, kit::Tone::normal);
  if (kit::button("Try again", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kRotateCcw})) commands.push_back(app::RetryLoading{});
  return false;
}

void draw_start(app::Commands& commands) {
  const kit::Card card;
  kit::text("You get the brief of an experiment and its readout day by day. Something may be wrong with it, or nothing at all. Decide when you have seen enough: ship, iterate or roll back, and say why.");
  kit::text("Then you learn what lay underneath, which sign showed it on which day, and what your decision earned beside that of a good rule. About three flights in ten are sound: seeing ghosts costs as much as missing what is there.", kit::Tone::quiet);
  if (kit::button("Begin a flight", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kPlay})) commands.push_back(app::BeginFlight{});
}

void fact(const std::string& name, const std::string& words) {
  const kit::Column column(2);
  kit::text(name, kit::Tone::quiet, kit::kSmall);
  kit::text(words);
}

std::string size_words(const FlightBrief& brief, const FlightPlan& plan) {
  const std::string days = " in " + std::to_string(plan.n_days) + " days";
  if (plan.n_control == plan.n_treatment) return thousands(plan.n_control) + " " + brief.units + " a day and arm, summed" + days + "; half of them in treatment";
  return thousands(plan.n_control) + " in control and " + thousands(plan.n_treatment) + " in treatment, " + brief.units + " a day, summed" + days + "; " + in_words(plan.treatment_share, Unit::share) + " are in treatment";
}

void draw_plan(const FlightBrief& brief, const FlightPlan& plan) {
  fact("Change", brief.change);
  fact("Hypothesis", brief.hypothesis);
  fact("Primary metric", brief.metric + ", by the event " + brief.event + ". Now " + in_words(plan.base_share, Unit::share) + ".");
  std::vector<std::string> names;
  for (const model::FlightGuardrail& one : brief.guardrails) names.push_back(one.name);
  fact("Guardrails, not to get worse", base::join(names, "; ") + ".");
  fact("Planned size", size_words(brief, plan) + ".");
  fact("Planned for", "A lift of " + signed_share(plan.mde_share) + " is found with " + in_words(plan.power, Unit::share) + " power at \u03B1 = " + in_words(plan.alpha, Unit::share) + ", two-sided, looking once.");
  fact("Worth", "Each +1 % of lift brings " + whole_usd(plan.value_usd) + " a week once everybody has it; keeping it up costs " + whole_usd(plan.upkeep_usd) + " a week, so it pays from " + signed_share(plan.break_even_lift()) + ". A broken guardrail costs about " +
                    whole_usd(plan.guardrail_usd) + " a week.");
  fact("Costs", "A day of test: " + whole_usd(plan.day_usd) + ". A repair and second test: " + whole_usd(plan.iterate_usd) + " and " + std::to_string(plan.fix_days + plan.n_days) + " days. All counted over " +
                    std::to_string(plan.horizon_weeks) + " weeks from the first day.");
}

void draw_brief(const FlightBrief& brief, const FlightReadout& readout, bool aim, LabLook& look) {
  const kit::Card card;
  kit::target_heading(2, brief.title, aim);
  kit::text(brief.company);
  if (readout.days.empty()) {
    draw_plan(brief, readout.plan);
    return;
  }
  bool& open = look.open["plan"];
  if (kit::button("Brief and plan", {.kind = kit::ButtonKind::quiet, .icon = open ? kit::icon::kChevronUp : kit::icon::kChevronDown, .expandable = true, .expanded = open})) open = !open;
  if (open) draw_plan(brief, readout.plan);
  else kit::text(brief.change, kit::Tone::quiet);
}

// Days go by: one, or up to a day.
void draw_clock(const app::App& app, const app::FlightUnderWay& flight, const FlightReadout& readout, LabLook& look, app::Commands& commands) {
  const std::int64_t n_days = readout.plan.n_days;
  const double share = static_cast<double>(flight.day) / static_cast<double>(n_days);
  kit::progress("Days of the test", share, "Day " + std::to_string(flight.day) + " of " + std::to_string(n_days));
  if (flight.day >= n_days) {
    kit::text("The planned size is reached: waiting longer is no choice any more.", kit::Tone::quiet);
    return;
  }
  {
    const kit::Flow flow(8, kit::control_height());
    if (kit::button(flight.day == 0 ? "Run the first day" : "Next day", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kPlay, .description = "Waiting is a decision too", .key = "next-day", .disabled = app.flight.under_way}))
      commands.push_back(app::ReadFlight{flight.day + 1});
  }
  if (n_days - flight.day < 3) return;  // the button above does it
  double& to = look.numbers["to"];
  to = std::clamp(std::round(to), static_cast<double>(flight.day + 2), static_cast<double>(n_days));
  const std::string shown = "day " + std::to_string(std::llround(to));
  kit::slider("Run to", to, {.from = static_cast<double>(flight.day + 2), .to = static_cast<double>(n_days), .step = 1, .shown = shown});
  if (kit::button("Run to " + shown, {.icon = kit::icon::kChevronRight, .key = "run-to", .disabled = app.flight.under_way})) commands.push_back(app::ReadFlight{std::llround(to)});
}

int chosen_in(const std::vector<bool>& on) {
  for (std::size_t i = 0; i < on.size(); ++i)
    if (on[i]) return static_cast<int>(i);
  return -1;
}

void draw_decision(const app::App& app, const app::FlightUnderWay& flight, const FlightReadout& readout, app::Commands& commands) {
  const kit::Card card;
  kit::heading(2, "Your decision");
  const bool at_end = flight.day >= readout.plan.n_days;
  if (!at_end) kit::text("Or wait: run another day.", kit::Tone::quiet);
  const std::vector<std::string> calls = {"**Ship**: everybody gets it from tomorrow", "**Iterate**: repair what is wrong and test once more", "**Roll back**: nobody gets it"};
  std::vector<bool> on;
  for (const FlightCall call : kCalls) on.push_back(flight.call == model::flight_call_name(call));
  if (kit::option_list("Call", calls, false, on) && chosen_in(on) >= 0) commands.push_back(app::ChooseForFlight{model::flight_call_name(kCalls[chosen_in(on)]), flight.reason});
  kit::heading(3, "The reason that weighs most");
  std::vector<std::string> reasons;
  std::vector<bool> given;
  for (const model::FlightReason& reason : model::flight_reasons()) {
    reasons.emplace_back(reason.text);
    given.push_back(flight.reason == reason.slug);
  }
  if (kit::option_list("Reason", reasons, false, given) && chosen_in(given) >= 0)
    commands.push_back(app::ChooseForFlight{flight.call, model::flight_reasons()[static_cast<std::size_t>(chosen_in(given))].slug});
  const auto text = app.texts.find(app::kFlightWhy);
  kit::text("In your own words, as you would write to the team (kept, not graded)", kit::Tone::quiet, kit::kSmall);
  kit::prose_field("In your own words", {app::kFlightWhy, text == app.texts.end() ? "" : text->second.text, text == app.texts.end() ? 0 : text->second.revision}, 90, "What you saw, and what follows from it");
  const bool ready = !flight.call.empty() && !flight.reason.empty() && !app.flight.under_way;
  if (kit::button("Decide", {.kind = at_end ? kit::ButtonKind::primary : kit::ButtonKind::secondary, .icon = kit::icon::kFlag, .description = ready ? "" : "Choose a call and a reason first", .disabled = !ready}))
    commands.push_back(app::DecideFlight{});
}

void draw_headline(const FlightReadout& readout) {
  if (readout.days.empty()) return;
  const model::FlightDay& last = readout.days.back();
  const std::string size = thousands(last.so_far.n_control) + " + " + thousands(last.so_far.n_treatment) + " of " + thousands(readout.plan.n_control) + " + " + thousands(readout.plan.n_treatment) + " planned.";
  kit::strong("Lift so far " + signed_share(last.lift.lift) + ", 95 % interval " + interval_words(last.lift) + ", " + p_words(last.lift.p_value), kit::Tone::normal, kit::kLarge);
  kit::text("Control + treatment: " + size, kit::Tone::quiet);
}

void draw_flight_under_way(const app::App& app, const app::FlightUnderWay& flight, LabLook& look, app::Commands& commands) {
  const app::FlightDesk& desk = app.flight;
  const FlightBrief* brief = app::find_flight_brief(app, flight.brief);
  if (!desk.failure.empty()) {
    const kit::Card card(kit::Tone::bad);
    kit::icon_text(kit::icon::kTriangleAlert, desk.failure, kit::Tone::normal);
    if (kit::button("Try again", {.icon = kit::icon::kRotateCcw})) commands.push_back(app::ReadFlight{flight.day});
  }
  if (brief == nullptr) {
    kit::text("This flight is from another version and can't be taken up again.", kit::Tone::quiet);
    if (kit::button("Begin another flight", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kPlay})) commands.push_back(app::BeginFlight{});
    return;
  }
  if (!desk.readout || desk.read_seed != flight.seed) {
    if (desk.under_way) kit::text("Reading the flight\u2026", kit::Tone::quiet);
    else if (desk.failure.empty() && kit::button("Take up the flight", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kPlay})) commands.push_back(app::ReadFlight{flight.day});
    return;
  }
  if (flight.decided) {
    draw_flight_debrief(app, look);
    if (kit::button("Next flight", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kPlay})) commands.push_back(app::BeginFlight{});
  }
  draw_brief(*brief, *desk.readout, !flight.decided && takes_focus(look, "decided"), look);
  if (!flight.decided) draw_clock(app, flight, *desk.readout, look, commands);
  if (desk.readout->days.empty()) return;
  draw_headline(*desk.readout);
  draw_flight_views(*brief, *desk.readout, look);
  look.open[flight.decided ? "decided" : "undecided"] = true;
  if (flight.decided) return;
  draw_decision(app, flight, *desk.readout, commands);
}

}  // namespace

void draw_flight(const app::App& app, LabLook& look, app::Commands& commands) {
  kit::heading(1, "Flight desk");
  if (!briefs_ready(app, commands)) return;
  const app::FlightUnderWay flight = app::flight_under_way(app);
  if (flight.any()) draw_flight_under_way(app, flight, look, commands);
  else draw_start(commands);
  if (!flight.any() || flight.decided) draw_flight_record(app, look);
}

}  // namespace loopready::screens
