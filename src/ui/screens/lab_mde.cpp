#include <algorithm>
#include <cmath>

#include "stats/ab_plan.h"
#include "stats/describe.h"
#include "ui/kit/button.h"
#include "ui/kit/chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"

namespace loopready::screens {
namespace {

using stats::AbMetric;
using stats::AbPlan;

constexpr int kMostWeeks = 12;
constexpr double kTraffics[] = {0.5, 1, 2};
constexpr std::string_view kValues = "12.5\n0\n31\n8.99\n0\n54.2\n19\n0\n7.5\n22\n103\n0\n15.5\n9\n27.25";

struct Setting {
  AbPlan plan;
  double weekly = 70'000;
  double weeks = 2;
  bool usable = true;
};

Setting ask(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  AbPlan& plan = setting.plan;
  if (pick(look, "Metric", {"Proportion", "Mean"}) == 0) {
    plan.base =
        knob(look, {.name = "Share in the control", .start = 0.05, .from = 0.001, .to = 0.95, .step = 0, .unit = Unit::share});
  } else {
    plan.metric = AbMetric::mean;
    bool& own = look.open["own"];
    kit::check_box("From my own numbers", own);
    if (own) {
      const OwnNumbers values = own_numbers(
          app, "mde", 1, kValues, "One user's value a line. Until you paste your own, these are fifteen invented users.", commands);
      setting.usable = values.columns[0].size() >= 2;
      if (!setting.usable) {
        refusal({base::ErrorKind::bad_input, "", "At least two users are needed to see how much they differ."});
        return setting;
      }
      const auto& moments = kept(look, "own", inputs_of({values.version}), [&] { return stats::moments_of(values.columns[0]); });
      plan.base = moments.mean;
      plan.sd = std::sqrt(moments.variance_sample());
    } else {
      plan.base = knob(look, {.name = "Mean in the control", .start = 20, .from = 0.1, .to = 1'000, .step = 0});
      plan.sd = plan.base * knob(look, {.name = "Sd over mean", .start = 2, .from = 0.1, .to = 10, .step = 0});
    }
  }
  setting.weekly = 7 * knob(look, {.name = "New users a day",
                                   .start = 10'000,
                                   .from = 100,
                                   .to = 10'000'000,
                                   .step = 0,
                                   .unit = Unit::whole});
  setting.weeks = knob(look, {.name = "Weeks", .start = 2, .from = 1, .to = kMostWeeks, .step = 1, .unit = Unit::whole});
  plan.power = knob(look, {.name = "Power", .start = 0.8, .from = 0.5, .to = 0.99, .step = 0.01, .unit = Unit::share});
  plan.alpha =
      knob(look, {.name = "Level (alpha)", .start = 0.05, .from = 0.01, .to = 0.2, .step = 0.01, .unit = Unit::share});
  plan.size = setting.weekly * setting.weeks / 2;
  return setting;
}

// Relative to the base; NaN where there is none.
double detectable(const Setting& setting, double traffic, double weeks) {
  AbPlan plan = setting.plan;
  plan.size = setting.weekly * traffic * weeks / 2;
  const auto lift = stats::ab_lift(plan);
  return lift.ok() ? lift.value() / std::fabs(plan.base) : NAN;
}

void draw_weeks(LabLook& look, const Setting& setting) {
  kit::ChartView chart{.name = "Smallest detectable relative lift by weeks, at half, all and twice the traffic",
                       .x_label = "weeks",
                       .y_label = "smallest detectable lift",
                       .shares = true};
  chart.series = {{.name = "half", .points = {}, .dashed = true},
                  {.name = "this", .points = {}},
                  {.name = "twice", .points = {}, .dashed = true}};
  Figures numbers{"Smallest detectable lift by weeks",
                  {"weeks", "users in a group", "half the traffic", "this traffic", "twice the traffic"},
                  {}};
  for (int weeks = 1; weeks <= kMostWeeks; ++weeks) {
    std::vector<std::string> row = {std::to_string(weeks), in_words(setting.weekly * weeks / 2, Unit::whole)};
    for (std::size_t t = 0; t < 3; ++t) {
      const double lift = detectable(setting, kTraffics[t], weeks);
      if (std::isfinite(lift)) chart.series[t].points.emplace_back(weeks, lift);
      row.push_back(in_words(lift, Unit::share));
    }
    numbers.rows.push_back(std::move(row));
  }
  chart.marks = {{setting.weeks, in_words(setting.weeks, Unit::whole) + (setting.weeks == 1 ? " week" : " weeks"), true}};
  chart.y_least = 0;
  kit::line_chart(chart);
  figures(look, numbers);
}

}  // namespace

void draw_lab_mde(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  base::Result<double> lift = 0.0;
  bench([&] { setting = ask(app, look, commands); },
        [&] {
          if (!setting.usable) return;
          lift = stats::ab_lift(setting.plan);
          if (!lift.ok()) return refusal(lift.error());
          kit::strong(in_words(lift.value() / std::fabs(setting.plan.base), Unit::share) + " relative lift", kit::Tone::normal,
                      kit::kTitle);
          draw_weeks(look, setting);
        });
  if (!setting.usable || !lift.ok()) return;
  const AbPlan& plan = setting.plan;
  const bool share = plan.metric != AbMetric::mean;
  const auto words = [&](double value) { return share ? in_words(value, Unit::share) : in_words(value, Unit::plain, 4); };
  const double relative = lift.value() / std::fabs(plan.base);
  formula_card("\\delta = (z_{\\alpha/2} \\sqrt{V_0} + z_{power} \\sqrt{V_1}) / \\sqrt{n}",
               {"n = " + in_words(plan.size, Unit::whole) + " users a group", "power = " + in_words(plan.power, Unit::share),
                "\u03B1 = " + in_words(plan.alpha, Unit::share), (share ? "base = " : "mean = ") + words(plan.base),
                share ? "V from the two shares" : "\u03C3 = " + words(plan.sd)},
               "Half the effect needs four times the users: weeks help by their square root only. It counts new users; in later "
               "weeks many are old ones, so real curves are flatter.");
  const double next = detectable(setting, 1, 2 * setting.weeks);
  plain_sentence("In " + in_words(setting.weeks, Unit::whole) + (setting.weeks == 1 ? " week" : " weeks") +
                 " we can tell a lift of " + in_words(relative, Unit::share) + " or more (from " + words(plan.base) + " to " +
                 words(plan.base + lift.value()) + ") from chance " + in_words(plan.power, Unit::share) +
                 " of the time. Twice as long brings that to " + in_words(next, Unit::share) +
                 ". If the change can't be expected to do that much, this experiment can't answer the question.");
}

}  // namespace loopready::screens
