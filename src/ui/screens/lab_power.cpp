#include <algorithm>
#include <cmath>

#include "stats/ab_plan.h"
#include "stats/describe.h"
#include "stats/power_means.h"
#include "stats/power_other.h"
#include "stats/power_proportions.h"
#include "ui/kit/button.h"
#include "ui/kit/chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"

namespace loopready::screens {
namespace {

using base::Result;
using stats::AbMetric;
using stats::AbPlan;

enum Solve { kSize, kPower, kEffect, kAlpha };
enum Metric { kProportion, kMean, kRatio };

constexpr std::string_view kValues = "12.5\n0\n31\n8.99\n0\n54.2\n19\n0\n7.5\n22\n103\n0\n15.5\n9\n27.25";
constexpr std::string_view kPairs = "sessions,orders\n3,1\n1,0\n7,2\n2,0\n4,1\n12,3\n1,1\n5,0\n3,0\n6,2\n2,1\n9,4";

struct Question {
  int metric = kProportion;
  int solve = kSize;
  double groups = 2, daily = 10'000, enrolled = 1;
  double family_alpha = 0.05;  // over all treatments
  AbPlan plan;
  bool usable = true;
};

std::string metric_words(const Question& question, double value) {
  return question.metric == kProportion ? in_words(value, Unit::share) : in_words(value, Unit::plain, 4);
}

// Mean and sd of one's own values, or ratio and linearised sd of one's own pairs.
void take_own(const app::App& app, LabLook& look, Question& question, app::Commands& commands) {
  const bool pairs = question.metric == kRatio;
  const OwnNumbers own =
      pairs ? own_numbers(app, "power-ratio", 2, kPairs,
                          "One user a line: denominator, numerator. Until you paste your own, these are twelve invented users.",
                          commands)
            : own_numbers(app, "power-mean", 1, kValues,
                          "One user's value a line. Until you paste your own, these are fifteen invented users.", commands);
  question.usable = own.columns[0].size() >= 2;
  if (!question.usable) {
    refusal({base::ErrorKind::bad_input, "", "At least two users are needed to see how much they differ."});
    return;
  }
  const auto& read = kept(look, pairs ? "own ratio" : "own mean", inputs_of({own.version}), [&] {
    stats::Moments first = stats::moments_of(own.columns[0]);
    if (!pairs) return std::pair(first.mean, std::sqrt(first.variance_sample()));
    const double ratio = stats::moments_of(own.columns[1]).mean / first.mean;
    std::vector<double> linear;
    for (std::size_t i = 0; i < own.columns[0].size(); ++i)
      linear.push_back((own.columns[1][i] - ratio * own.columns[0][i]) / first.mean);
    return std::pair(ratio, std::sqrt(stats::moments_of(linear).variance_sample()));
  });
  question.plan.base = read.first;
  question.plan.sd = read.second;
}

void draw_base(const app::App& app, LabLook& look, Question& question, app::Commands& commands) {
  AbPlan& plan = question.plan;
  if (question.metric == kProportion) {
    plan.base =
        knob(look, {.name = "Share in the control", .start = 0.05, .from = 0.001, .to = 0.95, .step = 0, .unit = Unit::share});
    plan.metric = pick(look, "Variance under no effect", {"Pooled", "Separate"}) == 0 ? AbMetric::proportion_pooled
                                                                                      : AbMetric::proportion_unpooled;
    return;
  }
  plan.metric = AbMetric::mean;
  bool& own = look.open["own"];
  kit::check_box("From my own numbers", own);
  if (own) return take_own(app, look, question, commands);
  if (question.metric == kMean) {
    plan.base = knob(look, {.name = "Mean in the control", .start = 20, .from = 0.1, .to = 1'000, .step = 0});
    plan.sd = plan.base * knob(look, {.name = "Sd over mean", .start = 2, .from = 0.1, .to = 10, .step = 0});
    return;
  }
  stats::RatioSpread spread;
  spread.mean_numerator = knob(look, {.name = "Numerator's mean per user", .start = 0.5, .from = 0.01, .to = 100, .step = 0});
  spread.sd_numerator = knob(look, {.name = "Numerator's sd", .start = 1, .from = 0.01, .to = 200, .step = 0});
  spread.mean_denominator = knob(look, {.name = "Denominator's mean per user", .start = 5, .from = 0.1, .to = 100, .step = 0});
  spread.sd_denominator = knob(look, {.name = "Denominator's sd", .start = 6, .from = 0.01, .to = 200, .step = 0});
  spread.correlation = knob(look, {.name = "Correlation of the two", .start = 0.6, .from = -0.95, .to = 0.95, .step = 0.05});
  plan.base = spread.mean_numerator / spread.mean_denominator;
  const auto sd = stats::ratio_sd(spread);
  plan.sd = sd.ok() ? sd.value() : 0;
}

Question ask(const app::App& app, LabLook& look, app::Commands& commands) {
  Question question;
  AbPlan& plan = question.plan;
  question.metric = pick(look, "Metric", {"Proportion", "Mean", "Ratio"});
  question.solve = pick(look, "Solve for", {"Size", "Power", "Effect", "Level"});
  draw_base(app, look, question, commands);
  if (question.solve != kEffect)
    plan.lift =
        std::fabs(plan.base) *
        knob(look, {.name = "Relative lift to detect", .start = 0.1, .from = 0.001, .to = 1, .step = 0, .unit = Unit::share});
  if (question.solve != kSize)
    plan.size =
        knob(look, {.name = "Users in the control", .start = 20'000, .from = 50, .to = 10'000'000, .step = 0, .unit = Unit::whole});
  if (question.solve != kPower)
    plan.power = knob(look, {.name = "Power", .start = 0.8, .from = 0.5, .to = 0.99, .step = 0.01, .unit = Unit::share});
  question.groups =
      knob(look, {.name = "Groups with the control", .start = 2, .from = 2, .to = 6, .step = 1, .unit = Unit::whole});
  if (question.solve != kAlpha) {
    question.family_alpha =
        knob(look, {.name = "Level (alpha)", .start = 0.05, .from = 0.01, .to = 0.2, .step = 0.01, .unit = Unit::share});
    plan.alpha = question.family_alpha / (question.groups - 1);
  }
  plan.sides = pick(look, "Sides", {"Two", "One"}) == 0 ? 2 : 1;
  plan.ratio = knob(look, {.name = "Treatment to control", .start = 1, .from = 0.1, .to = 2, .step = 0.05});
  question.daily =
      knob(look, {.name = "New users a day", .start = 10'000, .from = 100, .to = 10'000'000, .step = 0, .unit = Unit::whole});
  question.enrolled =
      knob(look, {.name = "Share of them enrolled", .start = 1, .from = 0.01, .to = 1, .step = 0.01, .unit = Unit::share});
  return question;
}

double users_of(const Question& question, double size) {
  return std::ceil(size - 1e-9) + (question.groups - 1) * std::ceil(size * question.plan.ratio - 1e-9);
}
double days_of(const Question& question, double size) {
  return std::ceil(users_of(question, size) / (question.daily * question.enrolled) - 1e-9);
}

// Fills in the one that was asked for.
base::Status solve(Question& question) {
  AbPlan& plan = question.plan;
  if (question.solve == kSize) {
    LR_TRY(plan.size, stats::ab_size(plan));
  } else if (question.solve == kPower) {
    LR_TRY(plan.power, stats::ab_power(plan));
  } else if (question.solve == kEffect) {
    LR_TRY(plan.lift, stats::ab_lift(plan));
  } else {
    LR_TRY(plan.alpha, stats::ab_alpha(plan));
    question.family_alpha = std::min(1.0, plan.alpha * (question.groups - 1));
  }
  return base::Done{};
}

void draw_curve(LabLook& look, const Question& question) {
  kit::ChartView chart{.name = "Power by users in the control, with the plan marked",
                       .x_label = "users in the control",
                       .y_label = "power",
                       .shares = true};
  chart.series = {{.name = "power", .points = {}},
                  {.name = "plan", .points = {{question.plan.size, question.plan.power}}, .kind = kit::SeriesKind::points}};
  Figures numbers{"Power by users", {"users in the control", "in all", "days", "power"}, {}};
  AbPlan at = question.plan;
  for (int i = 1; i <= 60; ++i) {
    at.size = question.plan.size * i / 24;
    const auto power = stats::ab_power(at);
    if (!power.ok()) continue;
    chart.series[0].points.emplace_back(at.size, power.value());
    if (i % 6 == 0)
      numbers.rows.push_back({in_words(at.size, Unit::whole), in_words(users_of(question, at.size), Unit::whole),
                              in_words(days_of(question, at.size), Unit::days), in_words(power.value(), Unit::share)});
  }
  chart.x_least = 0;
  chart.y_least = 0;
  chart.y_most = 1;
  kit::line_chart(chart);
  figures(look, numbers);
}

// What other formulas give for the same plan with groups of one size.
void draw_formulas(LabLook& look, const Question& question) {
  AbPlan plan = question.plan;
  plan.ratio = 1;
  const stats::Plan rest{plan.alpha, plan.power, plan.sides};
  Figures others{"Users in a group, by formula", {"formula", "users", "note"}, {}};
  const auto add = [&](const char* name, const Result<double>& size, const char* note) {
    others.rows.push_back({name, size.ok() ? in_words(std::ceil(size.value() - 1e-9), Unit::whole) : "\u2014", note});
  };
  if (question.metric == kProportion) {
    plan.metric = AbMetric::proportion_pooled;
    add("Pooled variance", stats::ab_size(plan), "matches the z-test that is usually run");
    plan.metric = AbMetric::proportion_unpooled;
    add("Separate variances", stats::ab_size(plan), "matches the interval of the difference");
    const auto h = stats::sample_size_two_proportions_cohen_h(plan.base, plan.base + plan.lift, rest);
    add("Cohen's h", h.ok() ? Result<double>(h.value().n_per_group) : Result<double>(h.error()),
        "arcsine scale, where the variance is the same everywhere");
  } else {
    add("z", stats::ab_size(plan), "variance taken as known");
    add("Student's t", stats::sample_size_two_means_t(plan.lift, plan.sd, rest),
        "variance estimated; it matters below about 30 users");
    add("Rule of 16", stats::sample_size_rule_of_16(plan.sd, plan.lift), "80 % power at the two-sided 5 % level only");
  }
  figures(look, others);
}

void say(const Question& question) {
  const AbPlan& plan = question.plan;
  const double days = days_of(question, plan.size), weeks = std::ceil(days / 7);
  const std::string lift = metric_words(question, plan.base) + " to " + metric_words(question, plan.base + plan.lift) + " (" +
                           in_words(plan.lift / std::fabs(plan.base), Unit::share) + " more)";
  std::string text = "If the change truly moves the metric from " + lift + ", we would see it in " +
                     in_words(plan.power, Unit::share) + " of such experiments, and cry wolf in " +
                     in_words(question.family_alpha, Unit::share) + " of those where nothing changes. That takes " +
                     in_words(std::ceil(plan.size - 1e-9), Unit::whole) + " users in the control and " +
                     in_words(users_of(question, plan.size), Unit::whole) + " in all: " + in_words(days, Unit::days) + " at " +
                     in_words(question.daily * question.enrolled, Unit::whole) + " new users a day.";
  if (weeks * 7 > days) text += " Run it for " + in_words(weeks * 7, Unit::days) + ", so that every weekday counts alike.";
  if (days > 56) text += " That is long: aim for a larger effect, a steadier metric or more of the traffic.";
  plain_sentence(text);
}

}  // namespace

void draw_lab_power(const app::App& app, LabLook& look, app::Commands& commands) {
  Question question;
  base::Status solved = base::Done{};
  bench([&] { question = ask(app, look, commands); },
        [&] {
          if (!question.usable) return;
          solved = solve(question);
          if (!solved.ok()) return refusal(solved.error());
          const AbPlan& plan = question.plan;
          const std::string answers[] = {
              in_words(std::ceil(plan.size - 1e-9), Unit::whole) + " users in the control",
              in_words(plan.power, Unit::share) + " power",
              metric_words(question, plan.lift) + " lift, " + in_words(plan.lift / std::fabs(plan.base), Unit::share) + " relative",
              in_words(question.family_alpha, Unit::share) + " level"};
          kit::strong(answers[question.solve], kit::Tone::normal, kit::kTitle);
          draw_curve(look, question);
          draw_formulas(look, question);
          say(question);
        });
  if (!question.usable || !solved.ok()) return;
  const AbPlan& plan = question.plan;
  std::vector<std::string> inputs = {
      "\u03B1 = " + in_words(plan.alpha, Unit::share) + (question.groups > 2 ? " for each treatment (Bonferroni)" : ""),
      "power = " + in_words(plan.power, Unit::share), "\u03B4 = " + metric_words(question, plan.lift),
      "k = " + in_words(plan.ratio, Unit::plain)};
  if (question.metric == kProportion) {
    inputs.push_back("p\u2081 = " + in_words(plan.base, Unit::share));
    inputs.push_back("p\u2082 = " + in_words(plan.base + plan.lift, Unit::share));
    formula_card(
        "n = (z_{\\alpha} \\sqrt{V_0} + z_{power} \\sqrt{V_1})^2 / \\delta^2", inputs,
        plan.metric == AbMetric::proportion_pooled
            ? "V\u2081 = p\u2081(1 \u2212 p\u2081) + p\u2082(1 \u2212 p\u2082) / k, and V\u2080 the same with the pooled share in "
              "both places."
            : "V\u2080 = V\u2081 = p\u2081(1 \u2212 p\u2081) + p\u2082(1 \u2212 p\u2082) / k: each group keeps its own variance.");
  } else {
    inputs.push_back("\u03C3 = " + in_words(plan.sd, Unit::plain, 4));
    formula_card("n = (z_{\\alpha} + z_{power})^2 \\sigma^2 (1 + 1/k) / \\delta^2", inputs,
                 question.metric == kRatio ? "\u03C3 is that of numerator \u2212 ratio \u00D7 denominator over the denominator's "
                                             "mean (delta method): users, not their visits, are independent."
                                           : "");
  }
}

}  // namespace loopready::screens
