// The readout of a flight in four tabs.
#include <algorithm>
#include <cmath>

#include "ui/kit/chart.h"
#include "ui/kit/icons.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/tabs.h"
#include "ui/kit/text.h"
#include "ui/screens/flight.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

using model::FlightReadout;

std::string rate_words(std::int64_t events, std::int64_t n) { return in_words(n > 0 ? static_cast<double>(events) / static_cast<double>(n) : NAN, Unit::share, 4); }

// Open to begin with: these numbers are what is read.
void open_figures(LabLook& look, const Figures& shown) {
  look.open.try_emplace(shown.name, true);
  figures(look, shown);
}

void draw_lift(const FlightReadout& readout, LabLook& look) {
  kit::ChartView chart{.name = "Lift of the primary metric by day: each day's, and all days' so far with its 95 % interval", .x_label = "day", .y_label = "lift of treatment over control", .series = {}, .shares = true};
  kit::ChartSeries band{.name = "", .points = {}, .kind = kit::SeriesKind::band, .colour = 0}, line{.name = "so far", .points = {}, .colour = 0}, alone{.name = "each day", .points = {}, .kind = kit::SeriesKind::points, .colour = 1};
  Figures numbers{"Lift by day", {"day", "control", "treatment", "rate control", "rate treatment", "lift so far", "95 % interval", "p-value", "lift that day"}, {}};
  double widest = 0;
  for (const model::FlightDay& day : readout.days) {
    const auto x = static_cast<double>(day.day);
    band.points.emplace_back(x, day.lift.ci_high);
    band.low.push_back(day.lift.ci_low);
    line.points.emplace_back(x, day.lift.lift);
    alone.points.emplace_back(x, day.alone.lift);
    widest = std::max({widest, std::fabs(day.lift.ci_low), std::fabs(day.lift.ci_high), std::fabs(day.alone.lift)});
    numbers.rows.push_back({std::to_string(day.day), thousands(day.so_far.n_control), thousands(day.so_far.n_treatment), rate_words(day.so_far.events_control, day.so_far.n_control),
                            rate_words(day.so_far.events_treatment, day.so_far.n_treatment), signed_share(day.lift.lift), interval_words(day.lift), p_value_words(day.lift.p_value), signed_share(day.alone.lift)});
  }
  chart.series = {std::move(band), std::move(line), std::move(alone)};
  chart.marks = {{0, "none"}, {readout.plan.mde_share, "planned for"}};
  chart.x_least = 1;
  chart.x_most = static_cast<double>(readout.plan.n_days);
  chart.y_most = std::max(widest, readout.plan.mde_share) * 1.1;
  chart.y_least = -chart.y_most;
  kit::line_chart(chart);
  figures(look, numbers);
}

kit::Interval row_of(const std::string& name, const model::FlightEstimate& estimate) { return {name, estimate.ci_low, estimate.lift, estimate.ci_high, kit::Tone::accent, signed_share(estimate.lift)}; }

std::string guardrail_value(const model::FlightGuardrailRead& one, double value) {
  if (one.share) return in_words(value, Unit::share, 3);
  if (one.unit == "$") return in_words(value, Unit::usd);
  return in_words(value, Unit::plain, 4) + " " + one.unit;
}

void draw_guardrails(const FlightReadout& readout, LabLook& look) {
  kit::IntervalView chart{.name = "Change of each guardrail, treatment against control, with 95 % intervals", .intervals = {}, .marks = {{0, "no change"}}, .words = kit::share_words};
  Figures numbers{"Guardrails so far", {"guardrail", "worse when", "control", "treatment", "change", "95 % interval", "p-value"}, {}};
  for (const model::FlightGuardrailRead& one : readout.guardrails) {
    chart.intervals.push_back(row_of(one.name, one.change));
    numbers.rows.push_back({one.name, one.worse_up ? "higher" : "lower", guardrail_value(one, one.control), guardrail_value(one, one.treatment), signed_share(one.change.lift), interval_words(one.change), p_value_words(one.change.p_value)});
  }
  kit::interval_chart(chart);
  open_figures(look, numbers);
}

void draw_segments(const FlightReadout& readout, LabLook& look) {
  kit::IntervalView chart{.name = "Lift within each segment, with 95 % intervals", .intervals = {}, .marks = {{0, "no lift"}}, .words = kit::share_words};
  Figures numbers{"Segments so far", {"segment", "of", "control", "treatment", "rate control", "rate treatment", "lift", "95 % interval", "p-value"}, {}};
  for (const model::FlightSegment& one : readout.segments) {
    chart.intervals.push_back(row_of(one.name, one.lift));
    numbers.rows.push_back({one.name, one.dimension, thousands(one.counts.n_control), thousands(one.counts.n_treatment), rate_words(one.counts.events_control, one.counts.n_control),
                            rate_words(one.counts.events_treatment, one.counts.n_treatment), signed_share(one.lift.lift), interval_words(one.lift), p_value_words(one.lift.p_value)});
  }
  chart.intervals.push_back(row_of("All", readout.days.back().lift));
  kit::interval_chart(chart);
  open_figures(look, numbers);
}

void draw_assigned(const FlightReadout& readout, LabLook& look) {
  const double planned = readout.plan.treatment_share;
  kit::ChartView chart{.name = "Share of assigned customers that are in treatment, by day so far", .x_label = "day", .y_label = "treatment's share of those assigned", .series = {}, .height = 200, .shares = true};
  kit::ChartSeries line{.name = "so far", .points = {}}, inside{.name = "", .points = {}, .kind = kit::SeriesKind::band, .colour = 2};
  Figures numbers{"Assigned by day", {"day", "control", "treatment", "treatment's share", "p-value"}, {}};
  double widest = 0.005;
  for (const model::FlightDay& day : readout.days) {
    const auto n = static_cast<double>(day.assigned_control + day.assigned_treatment);
    const double share = n > 0 ? static_cast<double>(day.assigned_treatment) / n : planned, half = n > 0 ? 3.29 * std::sqrt(planned * (1 - planned) / n) : 0;
    line.points.emplace_back(static_cast<double>(day.day), share);
    inside.points.emplace_back(static_cast<double>(day.day), planned + half);
    inside.low.push_back(planned - half);
    widest = std::max({widest, std::fabs(share - planned), half});
    numbers.rows.push_back({std::to_string(day.day), thousands(day.assigned_control), thousands(day.assigned_treatment), in_words(share, Unit::share, 4), p_value_words(day.srm_p_value)});
  }
  chart.series = {std::move(inside), std::move(line)};
  chart.marks = {{planned, "planned"}};
  chart.x_least = 1;
  chart.x_most = static_cast<double>(readout.plan.n_days);
  chart.y_least = planned - widest * 1.15;
  chart.y_most = planned + widest * 1.15;
  kit::line_chart(chart);
  kit::text("The band holds what chance gives in 999 of 1,000 sound tests on any one day.", kit::Tone::quiet, kit::kSmall);
  figures(look, numbers);
}

void draw_checks(const FlightReadout& readout, LabLook& look) {
  draw_assigned(readout, look);
  Figures checks{"Checks so far", {"what is compared", "control", "treatment", "p-value", "routine"}, {}};
  for (const model::FlightCheck& one : readout.checks) checks.rows.push_back({one.name, one.control, one.treatment, p_value_words(one.p_value), one.routine});
  open_figures(look, checks);
  Figures ways{"The same lift, read other ways", {"reading", "lift", "95 % interval", "p-value"}, {}};
  for (const model::FlightAlternative& one : readout.alternatives) ways.rows.push_back({one.name, signed_share(one.estimate.lift), interval_words(one.estimate), p_value_words(one.estimate.p_value)});
  open_figures(look, ways);
}

}  // namespace

void draw_flight_views(const model::FlightBrief&, const FlightReadout& readout, LabLook& look) {
  int& view = look.choices.try_emplace("view", 0).first->second;
  kit::tabs("Readout", {{"Lift", kit::icon::kChartLine, ""}, {"Guardrails", nullptr, ""}, {"Segments", nullptr, ""}, {"Checks", nullptr, ""}}, view);
  switch (view) {
    case 1: draw_guardrails(readout, look); break;
    case 2: draw_segments(readout, look); break;
    case 3: draw_checks(readout, look); break;
    default: draw_lift(readout, look); break;
  }
}

}  // namespace loopready::screens
