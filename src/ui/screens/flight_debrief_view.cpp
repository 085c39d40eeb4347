// What lay under a flight that is decided, and the record over all of them.
#include <cmath>

#include "app/flight_tally.h"
#include "ui/kit/chart.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/markdown.h"
#include "ui/kit/text.h"
#include "ui/screens/flight.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

using model::FlightDebrief;

std::vector<std::string> outcome_row(const char* who, const model::FlightOutcome& one) {
  const model::FlightReason* reason = model::find_flight_reason(one.reason);
  return {who, call_words(one.call), std::to_string(one.day), whole_usd(one.test_usd), whole_usd(one.after_usd), whole_usd(one.earned_usd), reason == nullptr ? one.reason : reason->text};
}

void draw_signs(const FlightDebrief& debrief, std::int64_t day, LabLook& look) {
  kit::heading(3, "The signs, and when each showed");
  Figures signs{"Signs", {"sign", "passed its limit", "p-value on day " + std::to_string(day), "routine", "gives it away"}, {}};
  for (const model::FlightSign& one : debrief.signs)
    signs.rows.push_back({one.name, one.first_day == 0 ? "never" : "day " + std::to_string(one.first_day), p_value_words(one.p_value), one.routine, one.speaks ? "yes" : "no"});
  look.open.try_emplace(signs.name, true);
  figures(look, signs);
  kit::text("Limits: p < 0.001 for the checks, p < 0.002 on the worse side for guardrails, p < 0.05 for fading.", kit::Tone::quiet, kit::kSmall);
  for (const model::FlightSign& one : debrief.signs) {
    if (!one.speaks) continue;
    const std::string expected = " It was to be expected by day " + std::to_string(debrief.designed_day) + ".";
    if (one.first_day == 0) kit::text("\u201C" + one.name + "\u201D is what gives this flight away; chance hid it here." + expected);
    else kit::text("\u201C" + one.name + "\u201D gives this flight away, here from day " + std::to_string(one.first_day) + " on." + expected);
  }
}

std::vector<std::string> share_row(const char* name, const app::FlightShare& share) {
  if (share.n_of == 0) return {name, "0 of 0", "\u2014", "\u2014"};
  return {name, std::to_string(share.n) + " of " + std::to_string(share.n_of), in_words(share.share, Unit::share), in_words(share.interval.low, Unit::share) + " to " + in_words(share.interval.high, Unit::share)};
}

std::vector<std::string> mean_row(const char* name, double sum, const app::FlightMean& mean) {
  return {name, whole_usd(sum), whole_usd(mean.mean) + " a flight", mean.known ? whole_usd(mean.interval.low) + " to " + whole_usd(mean.interval.high) : "\u2014"};
}

void draw_money(const app::FlightTally& tally, LabLook& look) {
  if (tally.n_flights < 2) return;
  kit::ChartView chart{.name = "Money earned over all flights, yours beside the rule's", .x_label = "flights", .y_label = "US dollars earned so far", .series = {}, .height = 200};
  kit::ChartSeries yours{.name = "you", .points = {{0, 0}}}, rule{.name = "rule", .points = {{0, 0}}, .dashed = true};
  Figures numbers{"Money by flight", {"flight", "you", "rule"}, {}};
  double mine = 0, other = 0;
  for (std::size_t i = 0; i < tally.earned_by_flight.size(); ++i) {
    mine += tally.earned_by_flight[i];
    other += tally.rule_by_flight[i];
    yours.points.emplace_back(static_cast<double>(i + 1), mine);
    rule.points.emplace_back(static_cast<double>(i + 1), other);
    numbers.rows.push_back({std::to_string(i + 1), whole_usd(tally.earned_by_flight[i]), whole_usd(tally.rule_by_flight[i])});
  }
  chart.series = {std::move(yours), std::move(rule)};
  kit::line_chart(chart);
  figures(look, numbers);
}

}  // namespace

void draw_flight_debrief(const app::App& app, LabLook& look) {
  if (!app.flight.debrief) return;
  const FlightDebrief& debrief = *app.flight.debrief;
  const bool aim = takes_focus(look, "undecided");
  const bool call = debrief.yours.call == debrief.right_call, reason = debrief.yours.reason == debrief.right_reason;
  {
    const kit::Card card(call && reason ? kit::Tone::good : call || reason ? kit::Tone::careful : kit::Tone::bad);
    kit::target_heading(2, "Debrief", aim);
    const std::string verdict = call && reason ? "Right call, right reason" : call ? "Right call for another reason" : reason ? "Right reason, another call" : "Another call, for another reason";
    kit::icon_text(call && reason ? kit::icon::kCircleCheck : call || reason ? kit::icon::kCircleDot : kit::icon::kCircleX, verdict, call && reason ? kit::Tone::good : call || reason ? kit::Tone::careful : kit::Tone::bad);
    kit::text(debrief.truth);
    for (const std::string& remark : debrief.remarks) kit::text(remark);
    const double gap = debrief.yours.earned_usd - debrief.rule.earned_usd;
    kit::strong("You earned " + whole_usd(debrief.yours.earned_usd) + ", the rule " + whole_usd(debrief.rule.earned_usd) + (std::fabs(gap) < 1 ? "." : gap > 0 ? ": " + whole_usd(gap) + " ahead." : ": " + whole_usd(-gap) + " behind."));
  }
  kit::heading(3, "What the best rule did");
  kit::text(debrief.rule_words);
  Figures money{"Decisions and money", {"who", "call", "day", "during the test", "after it", "total", "reason"}, {outcome_row("you", debrief.yours), outcome_row("rule", debrief.rule)}};
  look.open.try_emplace(money.name, true);
  figures(look, money);
  kit::text("The rule doesn't know the truth; over many flights nothing simple beats it. Money counts from the first day of the test over 26 weeks; what a second test brings is its mean over good and bad luck.", kit::Tone::quiet, kit::kSmall);
  draw_signs(debrief, debrief.yours.day, look);
}

void draw_flight_record(const app::App& app, LabLook& look) {
  const auto& tally = kept(look, "tally", inputs_of({static_cast<double>(app.log.records().size())}), [&] { return app::flight_tally(app.log); });
  if (tally.n_flights == 0) return;
  kit::heading(2, "Your record");
  kit::text(tally.n_flights == 1 ? "One flight so far: no rate says much yet." : std::to_string(tally.n_flights) + " flights so far.", kit::Tone::quiet);
  Figures rates{"Rates", {"what", "flights", "share", "95 % interval"}, {}};
  rates.rows = {share_row("Right calls", tally.right_calls),
                share_row("Right reasons", tally.right_reasons),
                share_row("False wins: shipped, of those that don't pay", tally.false_wins),
                share_row("Missed wins: not shipped, of those to ship", tally.missed_wins),
                share_row("False alarms: a defect suspected, of sound tests", tally.false_suspicions),
                share_row("Missed defects: not named, of those planted", tally.missed_defects)};
  look.open.try_emplace(rates.name, true);
  figures(look, rates);
  Figures money{"Money", {"whose", "in all", "mean", "95 % interval of the mean"}, {}};
  money.rows = {mean_row("You", tally.earned_usd, tally.earned), mean_row("You less the rule", tally.earned_usd - tally.rule_usd, tally.behind)};
  look.open.try_emplace(money.name, true);
  figures(look, money);
  draw_money(tally, look);
}

}  // namespace loopready::screens
