#include <algorithm>
#include <cmath>

#include "stats/normal.h"
#include "stats/sequential.h"
#include "stats/simulate.h"
#include "ui/kit/button.h"
#include "ui/kit/chart.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"
#include "ui/screens/lab_peeking_own.h"

namespace loopready::screens {
namespace {

constexpr int kPaths = 5;
constexpr std::int64_t kRuns = 10'000;

struct Setting {
  std::size_t n_looks = 10;
  double alpha = 0.05, drift = 0;
  int rule = 0;
  double seed = 1;
};

struct Rule {
  const char* name;
  const char* spoken;
};
constexpr Rule kRules[] = {{"None", "stop as soon as p falls below the level"},
                           {"Pocock", "Pocock's limits, the same at every look"},
                           {"O'Brien-Fleming", "O'Brien and Fleming's limits, strict early and mild late"}};

base::Result<std::vector<double>> limits_of(int rule, std::size_t n_looks, double alpha) {
  const auto looks = static_cast<double>(n_looks);
  if (rule == 0) return std::vector<double>(n_looks, stats::standard_normal_quantile_upper(alpha / 2));
  auto boundary = rule == 1 ? stats::pocock_boundary(looks, alpha) : stats::obrien_fleming_boundary(looks, alpha);
  if (!boundary.ok()) return boundary.error();
  return boundary.value().limits;
}

struct Computed {
  std::vector<double> limits[3];
  std::vector<double> passed_by[3];        // exact, by rule and look
  std::vector<std::vector<double>> paths;  // z
  std::string problem;
};

Computed compute(const Setting& setting) {
  Computed computed;
  std::vector<double> fractions;
  for (std::size_t look = 1; look <= setting.n_looks; ++look)
    fractions.push_back(static_cast<double>(look) / static_cast<double>(setting.n_looks));
  for (int rule = 0; rule < 3; ++rule) {
    auto limits = limits_of(rule, setting.n_looks, setting.alpha);
    auto power = limits.ok() ? stats::group_sequential_power(limits.value(), fractions, setting.drift)
                             : base::Result<std::vector<double>>(limits.error());
    if (!power.ok()) {
      computed.problem = power.error().text;
      return computed;
    }
    computed.limits[rule] = std::move(limits).value();
    computed.passed_by[rule] = std::move(power).value();
  }
  return computed;
}

std::vector<std::vector<double>> draw_paths(const Setting& setting, const std::vector<double>& limits) {
  std::vector<std::vector<double>> paths;
  auto runs = stats::PeekingRuns::make(limits, setting.drift, static_cast<std::uint64_t>(setting.seed));
  for (int i = 0; runs.ok() && i < kPaths; ++i) paths.push_back(runs.value().next());
  return paths;
}

double p_of(double z) { return 2 * stats::standard_normal_sf(std::fabs(z)); }

void show_paths(LabLook& look, const std::vector<std::vector<double>>& paths, const Setting& setting) {
  constexpr double kLeast = 0.001;
  kit::ChartView chart{.name = "p-values of five simulated experiments by look, with the level marked",
                       .x_label = "look",
                       .y_label = "p-value",
                       .log_y = true};
  Figures numbers{"p-values by look", {"look"}, {}};
  for (std::size_t k = 0; k < setting.n_looks; ++k) numbers.rows.push_back({std::to_string(k + 1)});
  for (std::size_t i = 0; i < paths.size(); ++i) {
    chart.series.push_back({.name = "", .points = {}});
    numbers.columns.push_back("experiment " + std::to_string(i + 1));
    for (std::size_t k = 0; k < paths[i].size(); ++k) {
      chart.series.back().points.emplace_back(static_cast<double>(k + 1), std::max(kLeast, p_of(paths[i][k])));
      numbers.rows[k].push_back(in_words(p_of(paths[i][k]), Unit::plain));
    }
  }
  chart.marks = {{setting.alpha, "level " + in_words(setting.alpha, Unit::share)}};
  chart.y_least = kLeast;
  chart.y_most = 1;
  chart.x_least = 1;
  kit::line_chart(chart);
  figures(look, numbers);
}

std::vector<std::int64_t> simulated_counts(const base::Json* answer, std::size_t n_looks, double& n_done) {
  std::vector<std::int64_t> counts;
  if (answer == nullptr || !answer->contains("n_passed_by") || !answer->contains("n_done") || !(*answer)["n_done"].is_number())
    return counts;
  for (const base::Json& count : (*answer)["n_passed_by"])
    if (count.is_number_integer()) counts.push_back(count.get<std::int64_t>());
  n_done = (*answer)["n_done"].get<double>();
  if (counts.size() != n_looks || !(n_done > 0)) counts.clear();
  return counts;
}

void show_rates(LabLook& look, const Setting& setting, const Computed& computed, const base::Json* answer) {
  const bool none = setting.drift == 0;
  double n_done = 0;
  const auto counts = simulated_counts(answer, setting.n_looks, n_done);
  kit::ChartView chart{.name = none ? "False alarms by number of looks, for each rule, exact and simulated"
                                    : "Effects found by number of looks, for each rule, exact and simulated",
                       .x_label = "looks taken",
                       .y_label = none ? "false alarms so far" : "effects found so far",
                       .shares = true};
  const char* names[] = {"none", "Pocock", "O'B-F"};
  Figures numbers{none ? "False alarms by look" : "Effects found by look", {"look", "none", "Pocock", "O'Brien-Fleming"}, {}};
  if (!counts.empty()) numbers.columns.push_back("simulated");
  for (int rule = 0; rule < 3; ++rule) chart.series.push_back({.name = names[rule], .points = {}, .dashed = rule != setting.rule});
  if (!counts.empty())
    chart.series.push_back({.name = "simulated", .points = {}, .kind = kit::SeriesKind::points, .colour = setting.rule});
  for (std::size_t k = 0; k < setting.n_looks; ++k) {
    const auto at = static_cast<double>(k + 1);
    std::vector<std::string> row = {std::to_string(k + 1)};
    for (std::size_t rule = 0; rule < 3; ++rule) {
      chart.series[rule].points.emplace_back(at, computed.passed_by[rule][k]);
      row.push_back(in_words(computed.passed_by[rule][k], Unit::share));
    }
    if (!counts.empty()) {
      chart.series[3].points.emplace_back(at, static_cast<double>(counts[k]) / n_done);
      row.push_back(in_words(static_cast<double>(counts[k]) / n_done, Unit::share));
    }
    numbers.rows.push_back(std::move(row));
  }
  chart.x_least = 1;
  if (none) chart.marks = {{setting.alpha, "level"}};
  kit::line_chart(chart);
  figures(look, numbers);
  if (!counts.empty())
    kit::text("Simulated: " + in_words(static_cast<double>(counts.back()) / n_done, Unit::share) + " of " +
              in_words(n_done, Unit::whole) + " experiments passed a limit; exactly, it is " +
              in_words(computed.passed_by[setting.rule].back(), Unit::share) + ".");
}

void show_limits(LabLook& look, const Setting& setting, const Computed& computed) {
  kit::ChartView chart{.name = "Limits for the size of z by look, for each rule", .x_label = "look", .y_label = "limit for |z|"};
  Figures numbers{"Limits by look", {"look", "none", "Pocock", "O'Brien-Fleming"}, {}};
  const char* names[] = {"none", "Pocock", "O'B-F"};
  for (int rule = 0; rule < 3; ++rule) chart.series.push_back({.name = names[rule], .points = {}, .dashed = rule != setting.rule});
  for (std::size_t k = 0; k < setting.n_looks; ++k) {
    std::vector<std::string> row = {std::to_string(k + 1)};
    for (std::size_t rule = 0; rule < 3; ++rule) {
      chart.series[rule].points.emplace_back(static_cast<double>(k + 1), computed.limits[rule][k]);
      row.push_back(in_words(computed.limits[rule][k], Unit::plain, 4));
    }
    numbers.rows.push_back(std::move(row));
  }
  chart.x_least = 1;
  chart.y_least = 0;
  kit::line_chart(chart);
  figures(look, numbers);
}

Setting ask(LabLook& look) {
  Setting setting;
  setting.n_looks =
      static_cast<std::size_t>(knob(look, {.name = "Looks", .start = 10, .from = 1, .to = 30, .step = 1, .unit = Unit::whole}));
  setting.alpha = knob(look, {.name = "Level (alpha)", .start = 0.05, .from = 0.01, .to = 0.2, .step = 0.01, .unit = Unit::share});
  setting.rule = pick(look, "Rule for stopping", {kRules[0].name, kRules[1].name, kRules[2].name});
  setting.drift = knob(look, {.name = "True effect (mean final z)", .start = 0, .from = 0, .to = 4, .step = 0.1});
  setting.seed = knob(look, {.name = "Luck of the draw", .start = 1, .from = 1, .to = 200, .step = 1, .unit = Unit::whole});
  return setting;
}

}  // namespace

void draw_lab_peeking(const app::App& app, LabLook& look, app::Commands& commands) {
  if (pick(look, "Looks at", {"A simulation", "My numbers"}) == 1) return draw_own_peeking(app, look, commands);
  Setting setting;
  const Computed* computed = nullptr;
  bench([&] { setting = ask(look); },
        [&] {
          computed = &kept(look, "rules", inputs_of({static_cast<double>(setting.n_looks), setting.alpha, setting.drift}),
                           [&] { return compute(setting); });
          if (!computed->problem.empty()) return refusal({base::ErrorKind::bad_input, "", computed->problem});
          const auto& paths = kept(look, "paths", inputs_of({static_cast<double>(setting.n_looks), setting.drift, setting.seed}),
                                   [&] { return draw_paths(setting, computed->limits[0]); });
          show_paths(look, paths, setting);
          const base::Json* answer = simulated(app,
                                               {.scenario = "peeking",
                                                .parameters = {{"seed", static_cast<std::int64_t>(setting.seed)},
                                                               {"n_runs", kRuns},
                                                               {"limits", computed->limits[setting.rule]},
                                                               {"drift", setting.drift}},
                                                .button = "Simulate 10,000 experiments"},
                                               commands);
          show_rates(look, setting, *computed, answer);
          show_limits(look, setting, *computed);
        });
  if (computed == nullptr || !computed->problem.empty()) return;
  const double naive = computed->passed_by[0].back(), ruled = computed->passed_by[setting.rule].back();
  const std::string looks = std::to_string(setting.n_looks) + (setting.n_looks == 1 ? " time" : " times");
  formula_card(
      "P(|z_k| \\ge c_k \\text{ at any look } k) \\text{, where } z_k = S_k / \\sqrt{k}",
      {"K = " + std::to_string(setting.n_looks) + " equally spaced looks", "\u03B1 = " + in_words(setting.alpha, Unit::share),
       "mean of z at the end = " + in_words(setting.drift, Unit::plain)},
      "Exact by recursive integration (Armitage, McPherson and Rowe 1969). A mean z of 2.8 is an effect that one look finds with "
      "80 % power at the 5 % level.");
  std::string text;
  if (setting.drift == 0) {
    text = "If nothing works and we look " + looks + ", stopping at the first p below " + in_words(setting.alpha, Unit::share) +
           ", we will announce a win that isn't one in " + in_words(naive, Unit::share) + " of experiments.";
    if (setting.rule != 0)
      text += " With " + std::string(kRules[setting.rule].spoken) + ", that stays at " + in_words(ruled, Unit::share) + ".";
    else if (setting.n_looks > 1) text += " Either look once, at the day agreed on, or agree on limits that pay for every look.";
  } else {
    text = "An effect of this size is found by the last look in " + in_words(ruled, Unit::share) + " of experiments if we " +
           (setting.rule == 0 ? std::string(kRules[0].spoken) + ", at the price of more false alarms"
                              : "keep to " + std::string(kRules[setting.rule].spoken)) +
           ".";
  }
  plain_sentence(text);
}

}  // namespace loopready::screens
