#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "stats/draws.h"
#include "stats/experiment.h"
#include "stats/mean_test.h"
#include "stats/normal.h"
#include "ui/kit/button.h"
#include "ui/kit/chart.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"
#include "ui/screens/lab_arms.h"

namespace loopready::screens {
namespace {

constexpr double kMean = 50, kSd = 20;
constexpr std::size_t kMostDots = 150;  // an arm
constexpr std::string_view kSample =
    "arm,before,after\n0,31,33\n1,28,36\n0,55,51\n1,60,66\n0,12,17\n1,9,15\n0,44,47\n1,41,43\n0,71,64\n1,75,80\n0,22,19\n1,25,33\n"
    "0,38,41\n1,35,37\n0,90,84\n1,84,90\n0,50,55\n1,52,54\n0,15,13\n1,18,26\n0,63,66\n1,66,69";

struct Setting {
  UserRows rows;  // x before, y after
  std::string inputs;
  double effect = NAN;  // the true one, where it is known
  bool touched = false;
};

UserRows drawn(double n_arm, double correlation, double effect, bool touched, double seed) {
  base::Random random(static_cast<std::uint64_t>(seed));
  UserRows rows;
  const double rest = std::sqrt(1 - correlation * correlation);
  for (int arm = 0; arm < 2; ++arm)
    for (double i = 0; i < n_arm; ++i) {
      const double before = stats::draw_normal(random), own = stats::draw_normal(random);
      (arm == 1 ? rows.treatment_x : rows.control_x).push_back(kMean + kSd * before + (touched && arm == 1 ? effect : 0));
      (arm == 1 ? rows.treatment_y : rows.control_y).push_back(kMean + kSd * (correlation * before + rest * own) + (arm == 1 ? effect : 0));
    }
  return rows;
}

Setting ask(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  if (pick(look, "Users from", {"A simulation", "My numbers"}) == 1) {
    const OwnNumbers own = own_numbers(app, "cuped", 3, kSample,
                                       "One user a line: arm (1 treatment, 0 control), the metric before, the metric during. Until you paste your own, these "
                                       "are 22 invented users.",
                                       commands);
    setting.inputs = "own" + inputs_of({own.version});
    setting.rows = kept(look, "own rows", setting.inputs, [&] { return parted_by_arm(own); });
    return setting;
  }
  const double correlation = knob(look, {.name = "Correlation of before and during", .start = 0.8, .from = 0, .to = 0.98, .step = 0.02});
  const double n_arm = knob(look, {.name = "Users in an arm", .start = 400, .from = 30, .to = 5'000, .step = 0, .unit = Unit::whole});
  setting.effect = knob(look, {.name = "True effect", .start = 2.5, .from = 0, .to = 10, .step = 0.25});
  const double seed = knob(look, {.name = "Luck of the draw", .start = 1, .from = 1, .to = 200, .step = 1, .unit = Unit::whole});
  bool& touched = look.open["touched"];
  kit::check_box("The treatment moves \"before\"", touched);
  kit::text("As when \"before\" is measured a day too late.", kit::Tone::quiet, kit::kSmall);
  setting.touched = touched;
  setting.inputs = inputs_of({correlation, n_arm, setting.effect, seed, touched ? 1.0 : 0.0});
  setting.rows = kept(look, "drawn rows", setting.inputs, [&] { return drawn(n_arm, correlation, setting.effect, touched, seed); });
  return setting;
}

struct Line {
  const char* name;
  double estimate, std_error;
};

struct Computed {
  std::vector<Line> lines;
  stats::Cuped cuped = {};
  double balance_p = NAN;  // of the covariate
  std::string problem;
};

Computed compute(const UserRows& rows) {
  Computed computed;
  const stats::TwoArms arms{rows.treatment_y, rows.treatment_x, rows.control_y, rows.control_x};
  const auto cuped = stats::cuped(arms);
  const auto ancova = stats::ancova(arms), lin = stats::lin(arms);
  if (!cuped || !ancova || !lin) {
    computed.problem = (!cuped ? cuped.error() : !ancova ? ancova.error() : lin.error()).text;
    return computed;
  }
  computed.cuped = cuped.value();
  computed.lines = {{"Plain difference", cuped.value().unadjusted_difference, cuped.value().unadjusted_std_error},
                    {"CUPED", cuped.value().difference, cuped.value().std_error},
                    {"ANCOVA", ancova.value().estimate, ancova.value().std_error},
                    {"Lin's regression", lin.value().estimate, lin.value().std_error}};
  const auto balance = stats::welch_t(rows.treatment_x, rows.control_x, stats::Alternative::two_sided, 0.95);
  if (balance) computed.balance_p = balance.value().p_value;
  return computed;
}

void draw_estimates(LabLook& look, const Setting& setting, const Computed& computed) {
  const double z = stats::standard_normal_quantile_upper(0.025);
  kit::IntervalView view{.name = "Estimated differences with 95 % intervals, plain and adjusted", .marks = {{0, "no effect"}}, .row_height = 32};
  if (setting.effect > 0) view.marks.push_back({setting.effect, "truth"});
  Figures numbers{"Estimates", {"estimate", "difference", "standard error", "low", "high"}, {}};
  for (const Line& line : computed.lines) {
    const double low = line.estimate - z * line.std_error, high = line.estimate + z * line.std_error;
    view.intervals.push_back({.name = line.name, .low = low, .estimate = line.estimate, .high = high, .tone = kit::Tone::accent,
                              .words = low > 0 || high < 0 ? "an effect" : "not clear"});
    numbers.rows.push_back({line.name, in_words(line.estimate, Unit::plain, 4), in_words(line.std_error, Unit::plain), in_words(low, Unit::plain),
                            in_words(high, Unit::plain)});
  }
  kit::interval_chart(view);
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

void draw_users(LabLook& look, const UserRows& rows, double theta) {
  kit::ChartView chart{.name = "Each user's metric before and during, with the line whose slope is theta", .x_label = "before", .y_label = "during"};
  Figures numbers{"Users shown", {"arm", "before", "during"}, {}};
  double least = INFINITY, most = -INFINITY, sum_x = 0, sum_y = 0, n = 0;
  const auto add = [&](const char* name, const std::vector<double>& x, const std::vector<double>& y) {
    kit::ChartSeries series{.name = name, .points = {}, .kind = kit::SeriesKind::points};
    for (std::size_t i = 0; i < x.size(); ++i) {
      sum_x += x[i];
      sum_y += y[i];
      ++n;
      if (i >= kMostDots) continue;
      least = std::min(least, x[i]);
      most = std::max(most, x[i]);
      series.points.emplace_back(x[i], y[i]);
      numbers.rows.push_back({name, in_words(x[i], Unit::plain, 4), in_words(y[i], Unit::plain, 4)});
    }
    chart.series.push_back(std::move(series));
  };
  add("control", rows.control_x, rows.control_y);
  add("treatment", rows.treatment_x, rows.treatment_y);
  const double mean_x = sum_x / n, mean_y = sum_y / n;
  chart.series.push_back({.name = "slope \u03B8", .points = {{least, mean_y + theta * (least - mean_x)}, {most, mean_y + theta * (most - mean_x)}}});
  kit::line_chart(chart);
  figures(look, numbers);
}

void draw_saved(LabLook& look, double reduction) {
  kit::ChartView chart{.name = "Users still needed, as a share, by the correlation of before and during", .x_label = "correlation",
                       .y_label = "users still needed", .shares = true};
  chart.series = {{.name = "needed", .points = {}}, {.name = "here", .points = {}, .kind = kit::SeriesKind::points}};
  Figures numbers{"Users needed by correlation", {"correlation", "variance removed", "users still needed"}, {}};
  for (int i = 0; i <= 20; ++i) {
    const double correlation = i / 20.0;
    chart.series[0].points.emplace_back(correlation, 1 - correlation * correlation);
    if (i % 2 == 0)
      numbers.rows.push_back({in_words(correlation, Unit::plain), in_words(correlation * correlation, Unit::share), in_words(1 - correlation * correlation, Unit::share)});
  }
  const double removed = std::clamp(reduction, 0.0, 1.0);
  chart.series[1].points.emplace_back(std::sqrt(removed), 1 - removed);
  chart.y_least = 0;
  chart.y_most = 1;
  kit::line_chart(chart);
  figures(look, numbers);
}

std::string told(const Setting& setting, const Computed& computed) {
  const double removed = computed.cuped.variance_reduction;
  if (setting.touched && setting.effect > 0)
    return "Don't adjust by a number the treatment has already moved: the adjusted difference is " + in_words(computed.cuped.difference, Unit::plain) +
           " where the truth is " + in_words(setting.effect, Unit::plain) +
           ", and its narrow interval only makes the error look certain. Only what was fixed before a user's first visit may be used.";
  if (removed < 0.02)
    return "What users did before tells us next to nothing about what they do now, so adjusting by it changes nothing. Look for a covariate that predicts the metric, "
           "or accept the longer run.";
  return "Users differ a lot, and most of that we knew beforehand. Taking it out removes " + in_words(removed, Unit::share, 2) +
         " of the noise: the same experiment is as sharp with " + in_words(1 - removed, Unit::share, 2) + " of the users, or in " +
         in_words(1 - removed, Unit::share, 2) + " of the time. The effect we estimate stays the same one.";
}

}  // namespace

void draw_lab_cuped(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  const Computed* computed = nullptr;
  bench([&] { setting = ask(app, look, commands); },
        [&] {
          if (!setting.rows.problem.empty()) return refusal({base::ErrorKind::bad_input, "", setting.rows.problem});
          computed = &kept(look, "estimates", setting.inputs, [&] { return compute(setting.rows); });
          if (!computed->problem.empty()) return refusal({base::ErrorKind::bad_input, "", computed->problem});
          kit::strong(in_words(computed->cuped.variance_reduction, Unit::share, 2) + " of the variance removed", kit::Tone::normal, kit::kTitle);
          draw_estimates(look, setting, *computed);
          draw_users(look, setting.rows, computed->cuped.theta);
          draw_saved(look, computed->cuped.variance_reduction);
        });
  if (computed == nullptr || !computed->problem.empty()) return;
  formula_card("\\hat{y} = y - \\theta (x - \\bar{x}) \\text{, where } \\theta = \\frac{cov(x, y)}{var(x)}",
               {"\u03B8 = " + in_words(computed->cuped.theta, Unit::plain),
                "users = " + in_words(static_cast<double>(setting.rows.treatment_x.size()), Unit::whole) + " and " +
                    in_words(static_cast<double>(setting.rows.control_x.size()), Unit::whole),
                "balance of \"before\": " + p_words(computed->balance_p)},
               computed->balance_p < 0.001
                   ? "The arms differ in \"before\" by more than chance: either it was measured too late, or the split is broken."
                   : "x is the metric before the experiment. Variance falls by the square of the correlation; ANCOVA and Lin's regression do the same by least squares.");
  plain_sentence(told(setting, *computed));
}

}  // namespace loopready::screens
