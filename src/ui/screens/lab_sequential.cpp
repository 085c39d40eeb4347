#include <algorithm>
#include <cmath>
#include <utility>

#include "stats/normal.h"
#include "stats/proportion_contrast.h"
#include "stats/sequential.h"
#include "ui/kit/chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"
#include "ui/screens/lab_daily.h"

namespace loopready::screens {
namespace {

constexpr std::size_t kDays = 28;
constexpr double kBase = 0.05, kBeta = 0.2;
constexpr std::string_view kSample =
    "control users,control orders,treatment users,treatment orders\n3000,148,3020,166\n2980,151,2990,171\n3050,149,3010,158\n3010,155,3040,162\n2960,144,2980,166\n3040,150,3020,169\n"
    "3020,153,3000,161\n2990,147,3010,172\n3000,152,2970,158\n3010,149,3030,168";

struct Setting {
  Days counts;
  std::string inputs;
  bool own = false;
  double lift = 0, users = 0, alpha = 0.05, planned = 0.1;
};

Days drawn(double users, double lift, double seed) {
  base::Random random(static_cast<std::uint64_t>(seed));
  Days result;
  for (std::size_t day = 0; day < kDays; ++day)
    result.days.push_back({users, drawn_orders(random, users, kBase), users, drawn_orders(random, users, kBase * (1 + lift))});
  return result;
}

Setting ask(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  setting.own = pick(look, "Days from", {"A simulation", "My numbers"}) == 1;
  if (setting.own) {
    const OwnNumbers own = own_numbers(app, "sequential", 4, kSample,
                                       "One day a line: control users, control orders, treatment users, treatment orders. Until you paste your own, these are ten invented days.", commands);
    setting.inputs = "own" + inputs_of({own.version});
    setting.counts = kept(look, "own days", setting.inputs, [&] { return pasted_days(own); });
  } else {
    setting.lift = knob(look, {.name = "True lift", .start = 0.06, .from = -0.1, .to = 0.2, .step = 0.01, .unit = Unit::share});
    setting.users = knob(look, {.name = "Users a day in an arm", .start = 4'000, .from = 1'000, .to = 100'000, .step = 0, .unit = Unit::whole});
    const double seed = knob(look, {.name = "Luck of the draw", .start = 1, .from = 1, .to = 200, .step = 1, .unit = Unit::whole});
    setting.inputs = inputs_of({setting.lift, setting.users, seed});
    setting.counts = kept(look, "drawn days", setting.inputs, [&] { return drawn(setting.users, setting.lift, seed); });
  }
  setting.planned = knob(look, {.name = "Lift worth finding", .start = 0.08, .from = 0.01, .to = 0.5, .step = 0.01, .unit = Unit::share});
  setting.alpha = knob(look, {.name = "Level (alpha)", .start = 0.05, .from = 0.01, .to = 0.2, .step = 0.01, .unit = Unit::share});
  return setting;
}

struct Day {
  stats::Contrast fixed = {};       // difference so far, as if this were the only look
  stats::MixtureTest always = {};   // at every look
  double fixed_p = 1, always_p = 1; // the latter the smallest so far
  double log_ratio = 0;             // Wald's, of a simulation
};

struct Computed {
  std::vector<Day> days;
  double wald_upper = 0, wald_lower = 0, base = 0;
  std::vector<double> naive_alarms, always_alarms, naive_found, always_found;  // by day, exact, of a simulation
  std::string problem;
};

int first_below(const std::vector<Day>& days, double alpha, bool always) {
  for (std::size_t day = 0; day < days.size(); ++day)
    if ((always ? days[day].always_p : days[day].fixed_p) <= alpha) return static_cast<int>(day + 1);
  return 0;
}

base::Result<std::vector<Day>> follow(const Setting& setting, double base_rate, Computed& computed) {
  std::vector<Day> days;
  ArmCounts counts;
  double smallest = 1;
  const double tau = setting.planned * base_rate;
  for (const ArmCounts& one : setting.counts.days) {
    counts.add(one);
    Day day;
    LR_TRY(day.fixed, stats::diff_proportions_wald(counts.treatment_orders, counts.treatment_users, counts.control_orders, counts.control_users, 1 - setting.alpha));
    const double variance = day.fixed.std_error * day.fixed.std_error;
    LR_TRY(day.always, stats::msprt_normal(day.fixed.estimate, variance, tau * tau, setting.alpha));
    day.fixed_p = 2 * stats::standard_normal_sf(std::fabs(day.fixed.estimate) / day.fixed.std_error);
    day.always_p = smallest = std::min(smallest, day.always.p_value);
    if (!setting.own) {
      LR_TRY(const stats::WaldTest wald,
             stats::sprt_bernoulli(counts.treatment_orders, counts.treatment_users, kBase, kBase * (1 + setting.planned), setting.alpha, kBeta));
      day.log_ratio = wald.log_likelihood_ratio;
      computed.wald_upper = wald.upper;
      computed.wald_lower = wald.lower;
    }
    days.push_back(day);
  }
  return days;
}

// Chances of having stopped by each day, without an effect and with the true one.
base::Status add_rates(const Setting& setting, Computed& computed) {
  std::vector<double> fractions, naive, always;
  const double tau = setting.planned * kBase, step_variance = 2 * kBase * (1 - kBase) / setting.users;
  for (std::size_t day = 1; day <= kDays; ++day) {
    const double variance = step_variance / static_cast<double>(day);
    LR_TRY(const stats::MixtureTest at_zero, stats::msprt_normal(0, variance, tau * tau, setting.alpha));
    fractions.push_back(static_cast<double>(day) / static_cast<double>(kDays));
    naive.push_back(stats::standard_normal_quantile_upper(setting.alpha / 2));
    always.push_back(at_zero.ci_high / std::sqrt(variance));
  }
  const double drift = setting.lift * kBase / std::sqrt(step_variance / static_cast<double>(kDays));
  LR_TRY(computed.naive_alarms, stats::group_sequential_power(naive, fractions, 0));
  LR_TRY(computed.always_alarms, stats::group_sequential_power(always, fractions, 0));
  LR_TRY(computed.naive_found, stats::group_sequential_power(naive, fractions, drift));
  LR_TRY(computed.always_found, stats::group_sequential_power(always, fractions, drift));
  return base::Done{};
}

Computed compute(const Setting& setting) {
  Computed computed;
  ArmCounts all;
  for (const ArmCounts& one : setting.counts.days) all.add(one);
  computed.base = setting.own ? all.control_orders / all.control_users : kBase;
  if (!(computed.base > 0) || !std::isfinite(computed.base)) {
    computed.problem = "The control needs users and orders, for a lift to be relative to something.";
    return computed;
  }
  auto days = follow(setting, computed.base, computed);
  if (!days) {
    computed.problem = days.error().text;
    return computed;
  }
  computed.days = std::move(days).value();
  if (setting.own) return computed;
  const auto rates = add_rates(setting, computed);
  if (!rates.ok()) computed.problem = rates.error().text;
  return computed;
}

void draw_intervals(LabLook& look, const Setting& setting, const Computed& computed) {
  kit::ChartView chart{.name = "Difference so far by day, with the interval that holds at every look and the one that holds at one look", .x_label = "day",
                       .y_label = "difference of shares", .shares = true};
  kit::ChartSeries band{.name = "every look", .points = {}, .kind = kit::SeriesKind::band, .colour = 0}, middle{.name = "so far", .points = {}, .colour = 0};
  kit::ChartSeries high{.name = "one look", .points = {}, .colour = 1, .dashed = true}, low{.name = "", .points = {}, .colour = 1, .dashed = true};
  Figures numbers{"Intervals by day", {"day", "difference", "every look: low", "high", "one look: low", "high"}, {}};
  // The first intervals are so wide that they would flatten the rest.
  const double limit = computed.days.size() > 3 ? 1.2 * std::max(std::fabs(computed.days[2].always.ci_high), std::fabs(computed.days[2].always.ci_low)) : INFINITY;
  for (std::size_t i = 0; i < computed.days.size(); ++i) {
    const Day& day = computed.days[i];
    const auto at = static_cast<double>(i + 1);
    band.points.emplace_back(at, std::min(limit, day.always.ci_high));
    band.low.push_back(std::max(-limit, day.always.ci_low));
    middle.points.emplace_back(at, std::clamp(day.fixed.estimate, -limit, limit));
    high.points.emplace_back(at, std::min(limit, day.fixed.interval.high));
    low.points.emplace_back(at, std::max(-limit, day.fixed.interval.low));
    numbers.rows.push_back({std::to_string(i + 1), points_words(day.fixed.estimate), points_words(day.always.ci_low), points_words(day.always.ci_high),
                            points_words(day.fixed.interval.low), points_words(day.fixed.interval.high)});
  }
  chart.series = {band, middle, high, low};
  chart.marks = {{0, ""}};
  if (!setting.own && setting.lift != 0) chart.marks.push_back({setting.lift * kBase, "truth"});
  kit::line_chart(chart);
  figures(look, numbers);
}

void draw_p_values(LabLook& look, const Setting& setting, const Computed& computed) {
  constexpr double kLeast = 1e-5;
  kit::ChartView chart{.name = "p-values by day, always valid and as if each day were the only look", .x_label = "day", .y_label = "p-value", .log_y = true};
  chart.series = {{.name = "always valid", .points = {}}, {.name = "one look", .points = {}, .dashed = true}};
  Figures numbers{"p-values by day", {"day", "always valid", "one look"}, {}};
  for (std::size_t i = 0; i < computed.days.size(); ++i) {
    const Day& day = computed.days[i];
    chart.series[0].points.emplace_back(static_cast<double>(i + 1), std::max(kLeast, day.always_p));
    chart.series[1].points.emplace_back(static_cast<double>(i + 1), std::max(kLeast, day.fixed_p));
    numbers.rows.push_back({std::to_string(i + 1), in_words(day.always_p, Unit::plain, 2), in_words(day.fixed_p, Unit::plain, 2)});
  }
  chart.marks = {{setting.alpha, "level"}};
  chart.y_most = 1;
  kit::line_chart(chart);
  figures(look, numbers);
}

void draw_rates(LabLook& look, const Computed& computed) {
  kit::ChartView chart{.name = "Chance of having stopped by each day, with the true lift and without any", .x_label = "day", .y_label = "stopped so far", .shares = true};
  const std::pair<const char*, const std::vector<double>*> lines[] = {{"found, always valid", &computed.always_found}, {"found, daily p", &computed.naive_found},
                                                                      {"false, always valid", &computed.always_alarms}, {"false, daily p", &computed.naive_alarms}};
  Figures numbers{"Stopped by day", {"day"}, {}};
  for (std::size_t day = 0; day < kDays; ++day) numbers.rows.push_back({std::to_string(day + 1)});
  for (std::size_t i = 0; i < 4; ++i) {
    kit::ChartSeries series{.name = i < 2 ? (i == 0 ? "found" : "") : i == 3 ? "false" : "", .points = {}, .colour = static_cast<int>(i % 2), .dashed = i >= 2};
    numbers.columns.push_back(lines[i].first);
    for (std::size_t day = 0; day < kDays; ++day) {
      series.points.emplace_back(static_cast<double>(day + 1), (*lines[i].second)[day]);
      numbers.rows[day].push_back(in_words((*lines[i].second)[day], Unit::share));
    }
    chart.series.push_back(std::move(series));
  }
  chart.y_least = 0;
  chart.y_most = 1;
  kit::text("Solid: the true lift found. Dashed: false alarms if there were no lift. First colour always valid, second a daily p-value.", kit::Tone::quiet, kit::kSmall);
  kit::line_chart(chart);
  figures(look, numbers);
}

void draw_wald(LabLook& look, const Setting& setting, const Computed& computed) {
  kit::ChartView chart{.name = "Wald's log likelihood ratio by day, between its two limits", .x_label = "day", .y_label = "log likelihood ratio"};
  chart.series = {{.name = "ratio", .points = {}}};
  Figures numbers{"Wald's ratio by day", {"day", "log likelihood ratio"}, {}};
  for (std::size_t i = 0; i < computed.days.size(); ++i) {
    chart.series[0].points.emplace_back(static_cast<double>(i + 1), computed.days[i].log_ratio);
    numbers.rows.push_back({std::to_string(i + 1), in_words(computed.days[i].log_ratio, Unit::plain)});
  }
  chart.marks = {{computed.wald_upper, "lift"}, {computed.wald_lower, "none"}};
  kit::heading(2, "If the control's share were known");
  kit::text("Wald's test asks which of two shares the treatment has: " + in_words(kBase, Unit::share) + " or " + in_words(kBase * (1 + setting.planned), Unit::share) +
            ". It stops at either limit, and no test with these error rates needs fewer users on average.");
  kit::line_chart(chart);
  figures(look, numbers);
}

std::string told(const Setting& setting, const Computed& computed) {
  const int naive = first_below(computed.days, setting.alpha, false), always = first_below(computed.days, setting.alpha, true);
  std::string text = always > 0 ? "We may stop on day " + std::to_string(always) + ": the always-valid p-value fell below " + in_words(setting.alpha, Unit::share) +
                                      ", and that holds however often we looked. "
                                : "We may look every day, and so far there is no reason to stop. ";
  if (naive > 0 && naive != always)
    text += "A daily p-value would have stopped us on day " + std::to_string(naive) + (always > 0 ? "; it comes earlier because it pays for one look only. " : ", too soon to believe it. ");
  if (!computed.naive_alarms.empty())
    text += "If there were no lift at all, stopping at the first daily p-value below " + in_words(setting.alpha, Unit::share) + " would cry wolf in " +
            in_words(computed.naive_alarms.back(), Unit::share) + " of experiments within " + std::to_string(kDays) + " days, the always-valid one in " +
            in_words(computed.always_alarms.back(), Unit::share) + ".";
  return text;
}

}  // namespace

void draw_lab_sequential(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  const Computed* computed = nullptr;
  bench([&] { setting = ask(app, look, commands); },
        [&] {
          if (!setting.counts.problem.empty()) return refusal({base::ErrorKind::bad_input, "", setting.counts.problem});
          computed = &kept(look, "days", setting.inputs + inputs_of({setting.planned, setting.alpha}), [&] { return compute(setting); });
          if (!computed->problem.empty()) return refusal({base::ErrorKind::bad_input, "", computed->problem});
          draw_intervals(look, setting, *computed);
          draw_p_values(look, setting, *computed);
          if (!setting.own) draw_rates(look, *computed);
        });
  if (computed == nullptr || !computed->problem.empty()) return;
  formula_card("\\Lambda = \\sqrt{\\frac{V}{V + \\tau^2}} \\exp(\\frac{\\tau^2 \\hat{\\delta}^2}{2 V (V + \\tau^2)}) \\text{, p = } 1 / \\max \\Lambda",
               {"\u03C4 = " + points_words(setting.planned * computed->base).substr(1), "\u03B1 = " + in_words(setting.alpha, Unit::share),
                "days = " + std::to_string(computed->days.size())},
               "The mixture SPRT (Robbins 1970): V is the variance of the difference so far, \u03C4 the size of effects it is tuned to. The price of looking whenever you like is a wider "
               "interval; if you know your looks beforehand, group-sequential limits cost less.");
  plain_sentence(told(setting, *computed));
  if (!setting.own) draw_wald(look, setting, *computed);
}

}  // namespace loopready::screens
