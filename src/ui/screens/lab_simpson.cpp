#include <algorithm>
#include <cmath>

#include "stats/causal.h"
#include "stats/proportion_contrast.h"
#include "stats/strata.h"
#include "ui/kit/bar_chart.h"
#include "ui/kit/chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"

namespace loopready::screens {
namespace {

constexpr double kUsers = 20'000;  // an arm, when moved by knobs
constexpr std::size_t kMostSegments = 20;
constexpr std::string_view kSample =
    "segment,control users,control orders,treatment users,treatment orders\nreturning,12000,1440,8000,1000\nnew,6000,240,10000,430\nbusiness,2000,300,1500,231";

struct Segments {
  std::vector<std::string> names = {};
  std::vector<double> control_users = {}, control_orders = {}, treatment_users = {}, treatment_orders = {};
  std::string problem = {};
};

struct Setting {
  Segments segments;
  bool own = false;
  double high = 0, low = 0, lift = 0, control_mix = 0, treatment_mix = 0;  // of the knobs
};

Segments made(const Setting& setting) {
  Segments segments;
  segments.names = {"returning", "new"};
  const double control[] = {std::round(kUsers * setting.control_mix), kUsers - std::round(kUsers * setting.control_mix)};
  const double treatment[] = {std::round(kUsers * setting.treatment_mix), kUsers - std::round(kUsers * setting.treatment_mix)};
  const double rates[] = {setting.high, setting.low};
  for (std::size_t s = 0; s < 2; ++s) {
    segments.control_users.push_back(control[s]);
    segments.control_orders.push_back(std::round(control[s] * rates[s]));
    segments.treatment_users.push_back(treatment[s]);
    segments.treatment_orders.push_back(std::round(treatment[s] * std::min(1.0, rates[s] * (1 + setting.lift))));
  }
  return segments;
}

Setting ask(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  setting.own = pick(look, "Segments from", {"Sliders", "My numbers"}) == 1;
  if (setting.own) {
    const OwnNumbers own = own_numbers(app,
                                       {.name = "simpson", .n_columns = 4, .sample = kSample,
                                        .about = "One segment a line: its name, control users, control orders, treatment users, treatment orders. Until you paste your own, these are "
                                                 "three invented segments.",
                                        .labelled = true, .what = "segments"},
                                       commands);
    setting.segments = {own.labels, own.columns[0], own.columns[1], own.columns[2], own.columns[3], ""};
    if (own.labels.size() < 2 || own.labels.size() > kMostSegments) setting.segments.problem = "Between 2 and 20 segments are compared here, one a line.";
    for (std::size_t s = 0; s < own.labels.size() && setting.segments.problem.empty(); ++s)
      if (own.columns[0][s] < 1 || own.columns[2][s] < 1) setting.segments.problem = own.labels[s] + ": each arm needs users in every segment.";
    return setting;
  }
  setting.control_mix = knob(look, {.name = "Returning users in the control", .start = 0.6, .from = 0.05, .to = 0.95, .step = 0.01, .unit = Unit::share});
  setting.treatment_mix = knob(look, {.name = "Returning users in the treatment", .start = 0.45, .from = 0.05, .to = 0.95, .step = 0.01, .unit = Unit::share});
  setting.high = knob(look, {.name = "Returning users who order", .start = 0.12, .from = 0.01, .to = 0.4, .step = 0.01, .unit = Unit::share});
  setting.low = knob(look, {.name = "New users who order", .start = 0.04, .from = 0.01, .to = 0.4, .step = 0.01, .unit = Unit::share});
  setting.lift = knob(look, {.name = "True lift in each segment", .start = 0.06, .from = -0.2, .to = 0.2, .step = 0.01, .unit = Unit::share});
  setting.segments = made(setting);
  return setting;
}

struct Computed {
  stats::Standardised standardised = {};
  stats::RiskDifference pooled = {};
  std::vector<stats::Contrast> by_segment;
  std::string problem;
};

Computed compute(const Segments& segments) {
  Computed computed;
  const auto standardised =
      stats::standardised_difference({segments.treatment_orders, segments.treatment_users, segments.control_orders, segments.control_users});
  if (!standardised) {
    computed.problem = standardised.error().text;
    return computed;
  }
  computed.standardised = standardised.value();
  std::vector<stats::Table> tables;
  for (std::size_t s = 0; s < segments.names.size(); ++s) {
    const auto one = stats::newcombe_difference(segments.treatment_orders[s], segments.treatment_users[s], segments.control_orders[s], segments.control_users[s], 0.95, false);
    if (!one) {
      computed.problem = segments.names[s] + ": " + one.error().text;
      return computed;
    }
    computed.by_segment.push_back(one.value());
    tables.push_back({{segments.treatment_orders[s], segments.treatment_users[s] - segments.treatment_orders[s]},
                      {segments.control_orders[s], segments.control_users[s] - segments.control_orders[s]}});
  }
  const auto pooled = stats::mantel_haenszel_risk_difference(tables);
  if (!pooled) computed.problem = pooled.error().text;
  else computed.pooled = pooled.value();
  return computed;
}

double sum(const std::vector<double>& values) {
  double total = 0;
  for (const double value : values) total += value;
  return total;
}

void draw_rates(LabLook& look, const Segments& segments, const Computed& computed) {
  kit::BarChartView bars{.name = "Share of users who order, by segment and for all, in both arms", .series = {{"control", {}}, {"treatment", {}}}, .stacked = false};
  bars.words = [](double value) { return in_words(value, Unit::share); };
  Figures numbers{"Segments", {"segment", "control users", "control", "treatment users", "treatment", "difference", "95 % interval"}, {}};
  const auto add = [&](const std::string& name, double control_users, double control_orders, double treatment_users, double treatment_orders, const std::string& interval) {
    const double control = control_orders / control_users, treatment = treatment_orders / treatment_users;
    bars.categories.push_back(name);
    bars.series[0].values.push_back(control);
    bars.series[1].values.push_back(treatment);
    numbers.rows.push_back({name, in_words(control_users, Unit::whole), in_words(control, Unit::share), in_words(treatment_users, Unit::whole), in_words(treatment, Unit::share),
                            points_words(treatment - control), interval});
  };
  for (std::size_t s = 0; s < segments.names.size(); ++s) {
    const stats::Interval& interval = computed.by_segment[s].interval;
    add(segments.names[s], segments.control_users[s], segments.control_orders[s], segments.treatment_users[s], segments.treatment_orders[s],
        points_words(interval.low) + " to " + points_words(interval.high));
  }
  add("all", sum(segments.control_users), sum(segments.control_orders), sum(segments.treatment_users), sum(segments.treatment_orders), "\u2014");
  kit::bar_chart(bars);
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

// The whole's difference as the treatment's mix moves, the segments left alone.
void draw_mix(LabLook& look, const Setting& setting) {
  kit::ChartView chart{.name = "Difference of the whole by the treatment's share of returning users, raw and standardised", .x_label = "returning users in the treatment",
                       .y_label = "difference", .shares = true};
  chart.series = {{.name = "raw", .points = {}}, {.name = "standardised", .points = {}, .dashed = true}};
  Figures numbers{"Difference by mix", {"returning in the treatment", "raw", "standardised"}, {}};
  for (int i = 1; i <= 19; ++i) {
    Setting at = setting;
    at.treatment_mix = i / 20.0;
    const Segments segments = made(at);
    const auto one = stats::standardised_difference({segments.treatment_orders, segments.treatment_users, segments.control_orders, segments.control_users});
    if (!one) continue;
    chart.series[0].points.emplace_back(at.treatment_mix, one.value().naive);
    chart.series[1].points.emplace_back(at.treatment_mix, one.value().standardised);
    if (i % 2 == 1) numbers.rows.push_back({in_words(at.treatment_mix, Unit::share), points_words(one.value().naive), points_words(one.value().standardised)});
  }
  chart.marks = {{0, ""}, {setting.control_mix, "control's mix", true}};
  kit::line_chart(chart);
  figures(look, numbers);
}

enum class Verdict { reversed, shifted, alike };

Verdict verdict_of(const Computed& computed) {
  bool up = true, down = true;
  for (const stats::Contrast& one : computed.by_segment) {
    up = up && one.estimate > 0;
    down = down && one.estimate < 0;
  }
  const double naive = computed.standardised.naive, standardised = computed.standardised.standardised;
  if ((up && naive < 0) || (down && naive > 0)) return Verdict::reversed;
  return std::fabs(naive - standardised) > 0.25 * std::fabs(standardised) ? Verdict::shifted : Verdict::alike;
}

}  // namespace

void draw_lab_simpson(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  Computed computed;
  Verdict verdict = Verdict::alike;
  bench([&] { setting = ask(app, look, commands); },
        [&] {
          if (!setting.segments.problem.empty()) return refusal({base::ErrorKind::bad_input, "", setting.segments.problem});
          computed = compute(setting.segments);
          if (!computed.problem.empty()) return refusal({base::ErrorKind::bad_input, "", computed.problem});
          verdict = verdict_of(computed);
          kit::strong(verdict == Verdict::reversed ? "Reversed: the whole says the opposite of every segment"
                      : verdict == Verdict::shifted ? "Shifted: part of the difference is the mix"
                                                    : "The whole and its segments agree",
                      kit::Tone::normal, kit::kLarge);
          draw_rates(look, setting.segments, computed);
          if (!setting.own) draw_mix(look, setting);
        });
  if (!setting.segments.problem.empty() || !computed.problem.empty()) return;
  const stats::Standardised& whole = computed.standardised;
  formula_card("\\text{standardised} = \\sum w_s (p_{T,s} - p_{C,s}) \\text{, with the same } w_s \\text{ for both arms}",
               {"raw difference = " + points_words(whole.naive), "standardised = " + points_words(whole.standardised),
                "Mantel-Haenszel = " + points_words(computed.pooled.estimate) + ", standard error " + points_words(computed.pooled.std_error).substr(1)},
               "w is each segment's share of all users. A randomised experiment should have the same mix in both arms: when it doesn't, run the sample ratio check by segment first.");
  std::string text = "All users together, the treatment is at " + points_words(whole.naive) + "; with the same mix of users in both arms it is at " +
                     points_words(whole.standardised) + ". ";
  if (verdict == Verdict::alike) text += "The mix makes no difference here, so either number may be told.";
  else
    text += std::string(verdict == Verdict::reversed ? "Every segment points the other way than the whole does" : "The arms hold different users") +
            ", because the treatment has another share of those who order more anyway. If the mix was fixed before the change, compare like with like. If the change itself brought "
            "other users, the mix is part of its effect: tell both numbers, and why.";
  plain_sentence(text);
}

}  // namespace loopready::screens
