#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "stats/simulate.h"
#include "ui/kit/chart.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"
#include "ui/screens/lab_intervals_own.h"

namespace loopready::screens {
namespace {

using stats::CoveredInterval;
using stats::IntervalMethod;
using stats::Population;

constexpr std::size_t kDrawn = 100;

struct Method {
  const char* name;
  const char* key;  // the engine's
  IntervalMethod method;
  const char* formula;
  const char* note;
};
constexpr Method kMethods[] = {
    {"Student's t", "t", IntervalMethod::t, "\\bar{x} \\pm t_{n-1} s / \\sqrt{n}",
     "Exact for normal values; for skewed ones it needs many of them."},
    {"Bootstrap", "bootstrap", IntervalMethod::bootstrap, "[Q_{\\alpha/2}, Q_{1-\\alpha/2}] \\text{ of resampled means}",
     "Percentile interval of 400 resamples. It knows only the values it saw: with few, or with a long tail, it is too short."},
    {"Wald", "wald", IntervalMethod::wald, "\\hat{p} \\pm z \\sqrt{\\hat{p}(1-\\hat{p})/n}",
     "The one in most textbooks, and wrong near 0 and 1: with no success its width is 0."},
    {"Wilson", "wilson", IntervalMethod::wilson, "|\\hat{p} - p| \\le z \\sqrt{p(1-p)/n}",
     "All p that a z-test would not reject. A good default."},
    {"Clopper-Pearson", "clopper_pearson", IntervalMethod::clopper_pearson,
     "P(X \\ge x | p_{low}) = P(X \\le x | p_{high}) = \\alpha/2",
     "Never holds the truth less often than it promises, and pays by being wide."}};
struct Shape {
  const char* name;
  const char* key;
  Population population;
};
constexpr Shape kShapes[] = {{"Normal", "normal", Population::normal},
                             {"Skewed", "exponential", Population::exponential},
                             {"Long-tailed", "lognormal", Population::lognormal}};

struct Setting {
  int method = 0;
  int shape = 0;
  stats::CoveragePlan plan;
  double seed = 1;
  bool is_share = false;
};

Setting ask(LabLook& look) {
  Setting setting;
  stats::CoveragePlan& plan = setting.plan;
  const bool share = pick(look, "Interval for", {"A mean", "A proportion"}) == 1;
  setting.is_share = share;
  setting.method = share ? 2 + pick(look, "Method for a proportion", {kMethods[2].name, kMethods[3].name, kMethods[4].name})
                         : pick(look, "Method for a mean", {kMethods[0].name, kMethods[1].name});
  plan.method = kMethods[setting.method].method;
  if (share) {
    plan.p = knob(look, {.name = "True share", .start = 0.1, .from = 0.005, .to = 0.995, .step = 0.005, .unit = Unit::share});
  } else {
    setting.shape = pick(look, "Values", {kShapes[0].name, kShapes[1].name, kShapes[2].name});
    plan.population = kShapes[setting.shape].population;
  }
  plan.n = knob(look, {.name = "Values in a sample", .start = 30, .from = 5, .to = 200, .step = 1, .unit = Unit::whole});
  plan.conf_level = knob(look, {.name = "Confidence", .start = 0.95, .from = 0.5, .to = 0.99, .step = 0.01, .unit = Unit::share});
  setting.seed = knob(look, {.name = "Luck of the draw", .start = 1, .from = 1, .to = 200, .step = 1, .unit = Unit::whole});
  return setting;
}

struct Drawn {
  double truth = 1;
  std::vector<CoveredInterval> intervals;
  std::string problem;
};

Drawn draw_intervals(const Setting& setting) {
  Drawn drawn;
  auto runs = stats::CoverageRuns::make(setting.plan, static_cast<std::uint64_t>(setting.seed));
  if (!runs.ok()) {
    drawn.problem = runs.error().text;
    return drawn;
  }
  drawn.truth = runs.value().truth();
  for (std::size_t i = 0; i < kDrawn; ++i) drawn.intervals.push_back(runs.value().next());
  return drawn;
}

double number_in(const base::Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_number() ? found->get<double>() : 0;
}

// The engine's first intervals, the same ones that would be drawn here.
Drawn read_intervals(const base::Json& answer) {
  Drawn drawn;
  drawn.truth = number_in(answer, "truth");
  const auto first = answer.find("first");
  if (first == answer.end()) return drawn;
  for (const base::Json& one : *first) {
    if (!one.is_array() || one.size() != 3 || !one[0].is_number() || !one[1].is_number() || !one[2].is_number()) continue;
    CoveredInterval interval{one[0].get<double>(), one[1].get<double>(), one[2].get<double>()};
    interval.holds = interval.low <= drawn.truth && drawn.truth <= interval.high;
    drawn.intervals.push_back(interval);
  }
  return drawn;
}

base::Json parameters_of(const Setting& setting) {
  const stats::CoveragePlan& plan = setting.plan;
  base::Json parameters = {{"seed", static_cast<std::int64_t>(setting.seed)},
                           {"n_runs", plan.method == IntervalMethod::bootstrap ? 2'000 : 10'000},
                           {"method", kMethods[setting.method].key},
                           {"n", plan.n},
                           {"conf_level", plan.conf_level}};
  if (setting.is_share) parameters["p"] = plan.p;
  else parameters["population"] = kShapes[setting.shape].key;
  return parameters;
}

std::string words_of(const Setting& setting, double value) {
  return setting.is_share ? in_words(value, Unit::share) : in_words(value, Unit::plain);
}

void show_intervals(LabLook& look, const Setting& setting, const Drawn& drawn) {
  kit::IntervalView view{.name = std::to_string(drawn.intervals.size()) +
                                 " intervals from as many samples, with the truth; those that miss it are marked",
                         .row_height = 4};
  Figures numbers{"Intervals", {"sample", "low", "estimate", "high", "holds the truth"}, {}};
  for (std::size_t i = 0; i < drawn.intervals.size(); ++i) {
    const CoveredInterval& one = drawn.intervals[i];
    view.intervals.push_back({.name = "",
                              .low = one.low,
                              .estimate = one.estimate,
                              .high = one.high,
                              .tone = one.holds ? kit::Tone::accent : kit::Tone::bad,
                              .words = one.holds ? "" : "misses"});
    numbers.rows.push_back({std::to_string(i + 1), words_of(setting, one.low), words_of(setting, one.estimate),
                            words_of(setting, one.high),
                            one.holds                ? "yes"
                            : one.high < drawn.truth ? "no, below it"
                                                     : "no, above it"});
  }
  view.marks = {{drawn.truth, "truth " + words_of(setting, drawn.truth)}};
  if (setting.is_share) view.words = [](double value) { return kit::share_words(value); };
  kit::interval_chart(view);
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < drawn.intervals.size(); ++i)
    if (!drawn.intervals[i].holds) missing.push_back(std::to_string(i + 1));
  if (!missing.empty()) kit::text("From the top, these miss the truth: " + base::join(missing, ", ") + ".", kit::Tone::quiet, kit::kSmall);
  figures(look, numbers);
}

void show_running(LabLook& look, const Setting& setting, const Drawn& drawn, const base::Json* answer) {
  kit::ChartView chart{.name = "Share of intervals that hold the truth, as samples are added",
                       .x_label = "samples",
                       .y_label = "hold the truth",
                       .shares = true};
  chart.series = {{.name = answer == nullptr ? "so far" : "", .points = {}}};
  Figures numbers{"Running coverage", {"samples", "hold the truth"}, {}};
  int n_held = 0;
  double least = setting.plan.conf_level - 0.1;
  for (std::size_t i = 0; i < drawn.intervals.size(); ++i) {
    n_held += drawn.intervals[i].holds ? 1 : 0;
    const double share = n_held / static_cast<double>(i + 1);
    least = std::min(least, share);
    chart.series[0].points.emplace_back(static_cast<double>(i + 1), share);
    if ((i + 1) % 10 == 0) numbers.rows.push_back({std::to_string(i + 1), in_words(share, Unit::share)});
  }
  if (answer != nullptr && answer->contains("running")) {
    chart.series.push_back({.name = "so far", .points = {}, .colour = 0});
    for (const base::Json& point : (*answer)["running"]) {
      if (!point.is_array() || point.size() != 2 || !point[0].is_number() || !point[1].is_number()) continue;
      chart.series[1].points.emplace_back(point[0].get<double>(), point[1].get<double>());
      numbers.rows.push_back({in_words(point[0].get<double>(), Unit::whole), in_words(point[1].get<double>(), Unit::share)});
    }
    chart.log_x = true;
  }
  chart.marks = {{setting.plan.conf_level, "promised " + in_words(setting.plan.conf_level, Unit::share)}};
  chart.y_most = 1;
  chart.y_least = std::floor(std::max(0.0, least - 0.02) * 20) / 20;
  kit::line_chart(chart);
  figures(look, numbers);
}

}  // namespace

void draw_lab_intervals(const app::App& app, LabLook& look, app::Commands& commands) {
  if (pick(look, "Samples from", {"A simulation", "My numbers"}) == 1) return draw_own_intervals(app, look, commands);
  Setting setting;
  double held = NAN, n_samples = 0, width = 0;
  bench([&] { setting = ask(look); },
        [&] {
          const stats::CoveragePlan& plan = setting.plan;
          const bool bootstrap = plan.method == IntervalMethod::bootstrap;
          const base::Json parameters = parameters_of(setting);
          const base::Json* answer = simulated(app,
                                               {.scenario = "coverage",
                                                .parameters = parameters,
                                                .button = bootstrap ? "Simulate 2,000 samples" : "Simulate 10,000 samples"},
                                               commands);
          Drawn from_answer;
          const Drawn* drawn = &from_answer;
          if (bootstrap) {  // too much for one frame: the engine draws
            if (answer != nullptr) from_answer = read_intervals(*answer);
            else
              kit::text("A bootstrap takes 400 resamples of each sample: press the button to see its intervals.", kit::Tone::quiet);
          } else {
            drawn = &kept(look, "drawn",
                          inputs_of({static_cast<double>(setting.method), static_cast<double>(setting.shape), plan.p, plan.n,
                                     plan.conf_level, setting.seed}),
                          [&] { return draw_intervals(setting); });
          }
          if (!drawn->problem.empty()) return refusal({base::ErrorKind::bad_input, "", drawn->problem});
          if (drawn->intervals.empty()) return;
          int n_held = 0;
          for (const CoveredInterval& one : drawn->intervals) {
            n_held += one.holds ? 1 : 0;
            width += (one.high - one.low) / static_cast<double>(drawn->intervals.size());
          }
          n_samples = static_cast<double>(drawn->intervals.size());
          held = n_held / n_samples;
          kit::strong(std::to_string(n_held) + " of " + std::to_string(drawn->intervals.size()) + " intervals hold the truth");
          if (answer != nullptr && number_in(*answer, "n_done") > 0) {
            n_samples = number_in(*answer, "n_done");
            held = number_in(*answer, "n_held") / n_samples;
            width = number_in(*answer, "mean_width");
            kit::text("Of " + in_words(n_samples, Unit::whole) + ": " + in_words(held, Unit::share) + " hold it, " +
                      in_words(number_in(*answer, "n_below") / n_samples, Unit::share) + " lie below it, " +
                      in_words(number_in(*answer, "n_above") / n_samples, Unit::share) + " above.");
          }
          show_intervals(look, setting, *drawn);
          show_running(look, setting, *drawn, answer);
        });
  const Method& method = kMethods[setting.method];
  std::vector<std::string> inputs = {"n = " + in_words(setting.plan.n, Unit::whole),
                                     "confidence = " + in_words(setting.plan.conf_level, Unit::share)};
  inputs.push_back(setting.is_share ? "true share = " + in_words(setting.plan.p, Unit::share)
                                    : "true mean = 1, " + std::string(kShapes[setting.shape].name) + " values");
  formula_card(method.formula, inputs, method.note);
  std::string text = "A " + in_words(setting.plan.conf_level, Unit::share) +
                     " interval comes from a recipe that catches the truth in " + in_words(setting.plan.conf_level, Unit::share) +
                     " of experiments. Of the one in your hand nobody can say whether it did.";
  if (std::isfinite(held)) {
    text += " Here the recipe caught it in " + in_words(held, Unit::share) + " of " + in_words(n_samples, Unit::whole) +
            ", with a mean width of " + words_of(setting, width) + ".";
    if (n_samples >= 1'000 && held < setting.plan.conf_level - 0.02)
      text += " It promises more than it keeps: use another recipe or more data.";
  }
  plain_sentence(text);
}

}  // namespace loopready::screens
