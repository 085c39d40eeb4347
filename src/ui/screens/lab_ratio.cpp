#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "stats/describe.h"
#include "stats/draws.h"
#include "stats/experiment.h"
#include "stats/mean_test.h"
#include "stats/normal.h"
#include "stats/proportion_contrast.h"
#include "ui/kit/chart.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"
#include "ui/screens/lab_arms.h"

namespace loopready::screens {
namespace {

constexpr double kBase = 0.1, kSessionSpread = 0.8, kMostSessions = 500, kMostSpread = 1.5;
constexpr std::string_view kSample =
    "arm,sessions,orders\n0,3,1\n1,2,0\n0,1,0\n1,6,2\n0,7,2\n1,12,5\n0,2,0\n1,1,0\n0,4,1\n1,5,1\n0,14,2\n1,3,1\n0,1,1\n1,8,3\n0,5,0\n1,2,1\n0,3,0\n1,9,1\n0,6,2\n1,4,0\n0,2,1\n"
    "1,7,4\n0,10,1\n1,1,0";

struct Simulated {
  double n_arm = 1'000, sessions = 5, spread = 0.8, lift = 0, seed = 1;
};

struct Setting {
  UserRows rows;  // x the denominator, y the numerator
  std::string inputs;
  bool own = false;
  Simulated plan;
};

UserRows drawn(const Simulated& plan) {
  base::Random random(static_cast<std::uint64_t>(plan.seed));
  UserRows rows;
  for (int arm = 0; arm < 2; ++arm)
    for (double i = 0; i < plan.n_arm; ++i) {
      const double more = (plan.sessions - 1) * stats::draw_lognormal(random, kSessionSpread);
      const double sessions = std::min(1 + std::round(more), kMostSessions);
      const double rate = std::min(1.0, kBase * (arm == 1 ? 1 + plan.lift : 1) * stats::draw_lognormal(random, plan.spread));
      const auto orders = static_cast<double>(stats::draw_binomial(random, static_cast<std::int64_t>(sessions), rate));
      (arm == 1 ? rows.treatment_x : rows.control_x).push_back(sessions);
      (arm == 1 ? rows.treatment_y : rows.control_y).push_back(orders);
    }
  return rows;
}

Setting ask(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  setting.own = pick(look, "Users from", {"A simulation", "My numbers"}) == 1;
  if (setting.own) {
    const OwnNumbers own = own_numbers(app, "ratio", 3, kSample,
                                       "One user a line: arm (1 treatment, 0 control), denominator such as sessions, numerator such as orders. Until you paste your own, these are "
                                       "24 invented users.",
                                       commands);
    setting.inputs = "own" + inputs_of({own.version});
    setting.rows = kept(look, "own rows", setting.inputs, [&] { return parted_by_arm(own); });
    return setting;
  }
  Simulated& plan = setting.plan;
  plan.spread = knob(look, {.name = "How much users differ (sd of log rate)", .start = 0.8, .from = 0, .to = kMostSpread, .step = 0.1});
  plan.sessions = knob(look, {.name = "Sessions of a user", .start = 8, .from = 1, .to = 20, .step = 1, .unit = Unit::whole});
  plan.n_arm = knob(look, {.name = "Users in an arm", .start = 1'000, .from = 100, .to = 3'000, .step = 100, .unit = Unit::whole});
  plan.lift = knob(look, {.name = "True lift", .start = 0, .from = 0, .to = 0.3, .step = 0.01, .unit = Unit::share});
  plan.seed = knob(look, {.name = "Luck of the draw", .start = 1, .from = 1, .to = 200, .step = 1, .unit = Unit::whole});
  setting.inputs = inputs_of({plan.spread, plan.sessions, plan.n_arm, plan.lift, plan.seed});
  setting.rows = kept(look, "drawn rows", setting.inputs, [&] { return drawn(plan); });
  return setting;
}

struct Line {
  const char* name;
  const char* about;
  double estimate, std_error;
};

struct Computed {
  std::vector<Line> lines;
  double naive_error = NAN, delta_error = NAN, p_value = NAN, control_ratio = NAN;
  std::string problem;
};

// Denominators that count trials, numerators that count successes among them: what the naive test takes for independent.
base::Result<stats::Contrast> naive(const UserRows& rows) {
  const auto whole = [](double sum) { return std::round(sum); };
  return stats::diff_proportions_wald(whole(stats::compensated_sum(rows.treatment_y)), whole(stats::compensated_sum(rows.treatment_x)),
                                      whole(stats::compensated_sum(rows.control_y)), whole(stats::compensated_sum(rows.control_x)), 0.95);
}

std::vector<double> own_ratios(const std::vector<double>& x, const std::vector<double>& y) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (x[i] != 0) ratios.push_back(y[i] / x[i]);
  return ratios;
}

Computed compute(const UserRows& rows) {
  Computed computed;
  const auto delta = stats::ratio_metric_difference(rows.treatment_x, rows.treatment_y, rows.control_x, rows.control_y);
  const auto control = stats::ratio_metric(rows.control_x, rows.control_y, 0.95);
  if (!delta || !control) {
    computed.problem = (!delta ? delta.error() : control.error()).text;
    return computed;
  }
  computed.delta_error = delta.value().std_error;
  computed.p_value = delta.value().p_value;
  computed.control_ratio = control.value().ratio;
  const auto of_rows = naive(rows);
  if (of_rows) {
    computed.naive_error = of_rows.value().std_error;
    computed.lines.push_back({"Naive", "each session on its own", of_rows.value().estimate, of_rows.value().std_error});
  }
  computed.lines.push_back({"Delta method", "each user on their own", delta.value().difference, delta.value().std_error});
  const auto user_means = stats::welch_t(own_ratios(rows.treatment_x, rows.treatment_y), own_ratios(rows.control_x, rows.control_y), stats::Alternative::two_sided, 0.95);
  if (user_means) computed.lines.push_back({"Mean of users' ratios", "another metric: each user counts once", user_means.value().estimate, user_means.value().std_error});
  return computed;
}

// How often the naive test would call chance an effect, given what its error should have been.
double false_alarms(double naive_error, double delta_error) {
  return 2 * stats::standard_normal_sf(stats::standard_normal_quantile_upper(0.025) * naive_error / delta_error);
}

std::vector<std::pair<double, double>> alarms_by_spread(Simulated plan) {
  std::vector<std::pair<double, double>> points;
  plan.lift = 0;
  for (int i = 0; i <= 6; ++i) {
    plan.spread = kMostSpread * i / 6;
    const Computed one = compute(drawn(plan));
    if (one.problem.empty() && std::isfinite(one.naive_error)) points.emplace_back(plan.spread, false_alarms(one.naive_error, one.delta_error));
  }
  return points;
}

void draw_estimates(LabLook& look, const Computed& computed) {
  const double z = stats::standard_normal_quantile_upper(0.025);
  kit::IntervalView view{.name = "Difference of the arms with 95 % intervals, by method", .marks = {{0, "no effect"}}, .row_height = 34};
  Figures numbers{"Difference by method", {"method", "difference", "standard error", "low", "high", "what it takes as independent"}, {}};
  for (const Line& line : computed.lines) {
    const double low = line.estimate - z * line.std_error, high = line.estimate + z * line.std_error;
    view.intervals.push_back({.name = line.name, .low = low, .estimate = line.estimate, .high = high, .tone = kit::Tone::accent,
                              .words = low > 0 || high < 0 ? "an effect" : "not clear"});
    numbers.rows.push_back({line.name, in_words(line.estimate, Unit::plain), in_words(line.std_error, Unit::plain), in_words(low, Unit::plain), in_words(high, Unit::plain),
                            line.about});
  }
  kit::interval_chart(view);
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

void draw_alarms(LabLook& look, const Setting& setting) {
  const Simulated& plan = setting.plan;
  const auto& points = kept(look, "alarms", inputs_of({plan.sessions, plan.n_arm, plan.seed}), [&] { return alarms_by_spread(plan); });
  kit::ChartView chart{.name = "False alarms of the naive test at the 5 % level, by how much users differ", .x_label = "sd of log rate between users",
                       .y_label = "false alarms of the naive test", .shares = true};
  chart.series = {{.name = "naive", .points = points}};
  chart.marks = {{0.05, "level"}, {plan.spread, "here", true}};
  chart.y_least = 0;
  kit::line_chart(chart);
  Figures numbers{"False alarms by spread", {"sd of log rate", "false alarms"}, {}};
  for (const auto& point : points) numbers.rows.push_back({in_words(point.first, Unit::plain), in_words(point.second, Unit::share)});
  figures(look, numbers);
}

}  // namespace

void draw_lab_ratio(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  const Computed* computed = nullptr;
  bench([&] { setting = ask(app, look, commands); },
        [&] {
          if (!setting.rows.problem.empty()) return refusal({base::ErrorKind::bad_input, "", setting.rows.problem});
          computed = &kept(look, "estimates", setting.inputs, [&] { return compute(setting.rows); });
          if (!computed->problem.empty()) return refusal({base::ErrorKind::bad_input, "", computed->problem});
          if (std::isfinite(computed->naive_error))
            kit::strong("The naive error is " + in_words(computed->naive_error / computed->delta_error, Unit::share, 2) + " of the true one", kit::Tone::normal, kit::kTitle);
          else kit::text("The naive test needs numerators that count successes among the denominator's trials; these don't, so only users are compared.", kit::Tone::quiet);
          draw_estimates(look, *computed);
          if (!setting.own) draw_alarms(look, setting);
        });
  if (computed == nullptr || !computed->problem.empty()) return;
  formula_card("var(R) = \\frac{var(y) - 2 R cov(x, y) + R^2 var(x)}{n \\bar{x}^2} \\text{, where } R = \\bar{y} / \\bar{x}",
               {"R in the control = " + in_words(computed->control_ratio, Unit::plain), "users = " + in_words(static_cast<double>(setting.rows.control_x.size()), Unit::whole) + " and " +
                    in_words(static_cast<double>(setting.rows.treatment_x.size()), Unit::whole),
                "delta method: " + p_words(computed->p_value)},
               "x is the denominator and y the numerator of a user. Users were randomised, so users are what is independent; the sessions of one user are alike.");
  const Line& first = computed->lines[0];
  std::string text = "We split users, not visits, and one user's visits resemble each other. ";
  if (std::isfinite(computed->naive_error)) {
    const double rate = false_alarms(computed->naive_error, computed->delta_error);
    text += rate > 0.06 ? "Counting every visit as news would make us announce an effect that isn't there in " + in_words(rate, Unit::share, 2) +
                              " of experiments instead of 5 %. The estimate, " + in_words(first.estimate, Unit::plain, 2) + ", is right; its error bar is too short."
                        : "Here that hardly matters: users differ so little that both error bars agree. It costs nothing to use the one that is always right.";
  } else text += "So the error bar is computed from users.";
  plain_sentence(text);
}

}  // namespace loopready::screens
