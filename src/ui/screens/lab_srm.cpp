#include <algorithm>
#include <cmath>

#include "stats/experiment.h"
#include "stats/multiplicity.h"
#include "stats/normal.h"
#include "stats/proportion_interval.h"
#include "ui/kit/chart.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"

namespace loopready::screens {
namespace {

constexpr double kAlarm = 0.001;
constexpr std::string_view kCounts = "control,250812,50%\ntreatment,248190,50%";
constexpr std::string_view kSegments =
    "segment,control,treatment\nAndroid app,96402,96518\niPhone app,71935,69204\nWeb on a computer,58310,58273\nWeb on a phone,24165,24195";
constexpr std::size_t kMostSegments = 200;

struct Split {
  std::vector<std::string> arms;
  std::vector<double> observed, planned;  // planned: shares that sum to 1
  double total = 0;
  std::string problem;
};

// Planned shares may be given as 50, 50 or 1, 1 too: they are taken in proportion.
Split checked(Split split) {
  double planned = 0;
  for (const double share : split.planned) planned += share;
  for (const double count : split.observed) split.total += count;
  if (split.arms.size() < 2) split.problem = "Two arms at least are needed: one a line, with its users and its planned share.";
  else if (!(planned > 0) || !std::isfinite(planned)) split.problem = "The planned shares must be above 0.";
  else
    for (double& share : split.planned) share /= planned;
  return split;
}

Split ask(const app::App& app, LabLook& look, app::Commands& commands) {
  if (pick(look, "Counts from", {"Sliders", "My numbers"}) == 1) {
    const OwnNumbers own = own_numbers(app,
                                       {.name = "srm", .n_columns = 2, .sample = kCounts,
                                        .about = "One arm a line: its name, its users, its planned share.", .labelled = true, .what = "counts"},
                                       commands);
    return checked({own.labels, own.columns[0], own.columns[1], 0, {}});
  }
  const double users = knob(look, {.name = "Users in all", .start = 500'000, .from = 100, .to = 50'000'000, .step = 0, .unit = Unit::whole});
  const double planned = knob(look, {.name = "Planned share of the treatment", .start = 0.5, .from = 0.05, .to = 0.95, .step = 0.05, .unit = Unit::share});
  const double off = knob(look, {.name = "The treatment's share is off by", .start = -0.0026, .from = -0.02, .to = 0.02, .step = 0.0001, .unit = Unit::share});
  const double treated = std::round(users * (planned + off));
  return checked({{"control", "treatment"}, {std::round(users) - treated, treated}, {1 - planned, planned}, 0, {}});
}

void draw_arms(LabLook& look, const Split& split) {
  kit::IntervalView view{.name = "Each arm's share less its planned share, with 99.9 % intervals", .marks = {{0, "as planned"}}, .row_height = 34};
  view.words = [](double value) { return in_words(value, Unit::share, 2); };
  Figures numbers{"Users by arm", {"arm", "users", "expected", "share", "planned"}, {}};
  for (std::size_t i = 0; i < split.arms.size(); ++i) {
    const double share = split.observed[i] / split.total, planned = split.planned[i];
    numbers.rows.push_back({split.arms[i], in_words(split.observed[i], Unit::whole), in_words(split.total * planned, Unit::whole),
                            in_words(share, Unit::share, 4), in_words(planned, Unit::share, 4)});
    const auto interval = stats::wilson_interval(split.observed[i], split.total, 1 - kAlarm);
    if (!interval) continue;
    const bool outside = interval.value().low > planned || interval.value().high < planned;
    view.intervals.push_back({.name = split.arms[i], .low = interval.value().low - planned, .estimate = share - planned,
                              .high = interval.value().high - planned, .tone = outside ? kit::Tone::careful : kit::Tone::accent,
                              .words = in_words(share, Unit::share, 4)});
  }
  kit::interval_chart(view);
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

// How far the last arm's share may stray before the alarm goes off, by users. Exact for two arms.
void draw_reach(LabLook& look, const Split& split) {
  const double planned = split.planned.back(), z = stats::standard_normal_quantile_upper(kAlarm / 2);
  const auto reach = [&](double users) { return z * std::sqrt(planned * (1 - planned) / users); };
  kit::ChartView chart{.name = "How far off its plan a share may be before the alarm goes off, by users", .x_label = "users in all",
                       .y_label = "off plan by", .log_x = true, .log_y = true, .shares = true};
  chart.series = {{.name = "alarm", .points = {}}, {.name = "here", .points = {}, .kind = kit::SeriesKind::points}};
  Figures numbers{"Alarm by users", {"users", "alarm when off by more than"}, {}};
  for (double users = 1'000; users < 2e8; users *= 10) numbers.rows.push_back({in_words(users, Unit::whole), in_words(reach(users), Unit::share)});
  for (int i = 0; i <= 40; ++i) {
    const double users = std::pow(10.0, 2 + 6.0 * i / 40);
    chart.series[0].points.emplace_back(users, reach(users));
  }
  chart.series[1].points.emplace_back(split.total, std::max(1e-6, std::fabs(split.observed.back() / split.total - planned)));
  kit::line_chart(chart);
  figures(look, numbers);
}

void draw_segments(const app::App& app, LabLook& look, const Split& split, app::Commands& commands) {
  kit::heading(2, "Where is it?");
  const OwnNumbers own = own_numbers(app,
                                     {.name = "srm-segments", .n_columns = split.arms.size(),
                                      .sample = split.arms.size() == 2 ? kSegments : std::string_view(),
                                      .about = "One segment a line: its name, then the users of each arm in the order above. Until you paste your own, these "
                                               "are the devices of an invented experiment.",
                                      .labelled = true, .what = "segments"},
                                     commands);
  if (own.columns[0].empty()) return;
  if (own.labels.size() > kMostSegments) return refusal({base::ErrorKind::bad_input, "", "At most 200 segments are tested here."});
  std::vector<double> p_values;
  for (std::size_t s = 0; s < own.labels.size(); ++s) {
    std::vector<double> observed;
    for (const auto& column : own.columns) observed.push_back(column[s]);
    const auto test = stats::sample_ratio_mismatch(observed, split.planned);
    if (!test) return refusal({test.error().kind, own.labels[s], test.error().text});
    p_values.push_back(test.value().p_value);
  }
  const auto adjusted = stats::adjust_p_holm(p_values);
  if (!adjusted) return refusal(adjusted.error());
  Figures numbers{"Segments", {"segment", "users", "last arm's share", "p", "p (Holm)", "alarm"}, {}};
  std::vector<std::string> found;
  for (std::size_t s = 0; s < own.labels.size(); ++s) {
    double total = 0;
    for (const auto& column : own.columns) total += column[s];
    const bool alarm = adjusted.value()[s] < kAlarm;
    if (alarm) found.push_back(own.labels[s]);
    numbers.rows.push_back({own.labels[s], in_words(total, Unit::whole), in_words(own.columns.back()[s] / total, Unit::share, 4),
                            in_words(p_values[s], Unit::plain, 2), in_words(adjusted.value()[s], Unit::plain, 2), alarm ? "yes" : "no"});
  }
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
  if (found.empty()) kit::text("No segment stands out: the cause, if there is one, sits before the segments part, such as in the assignment itself.");
  else {
    std::string names = found[0];
    for (std::size_t i = 1; i < found.size(); ++i) names += ", " + found[i];
    kit::text("Look at: " + names + ". The other segments are as planned, so ask what only happens there.");
  }
}

}  // namespace

void draw_lab_srm(const app::App& app, LabLook& look, app::Commands& commands) {
  Split split;
  base::Result<stats::ChiSquared> test = stats::ChiSquared{};
  bench([&] { split = ask(app, look, commands); },
        [&] {
          if (!split.problem.empty()) return refusal({base::ErrorKind::bad_input, "", split.problem});
          test = stats::sample_ratio_mismatch(split.observed, split.planned);
          if (!test) return refusal(test.error());
          const double p = test.value().p_value;
          kit::strong((p < kAlarm ? "Mismatch: " : "No alarm: ") + p_words(p), kit::Tone::normal, kit::kTitle);
          draw_arms(look, split);
          draw_reach(look, split);
        });
  if (!split.problem.empty() || !test.ok()) return;
  const double p = test.value().p_value;
  formula_card("\\chi^2 = \\sum \\frac{(\\text{observed} - \\text{expected})^2}{\\text{expected}}",
               {"\u03C7\u00B2 = " + in_words(test.value().chi2, Unit::plain, 4), "df = " + in_words(test.value().df, Unit::whole),
                "users = " + in_words(split.total, Unit::whole)},
               "The alarm is set at p < 0.001: it is checked in every experiment, every day, and should be believed when it comes.");
  const std::string chance = p < 1e-6 ? "in fewer than one of a million" : "in one of " + in_words(std::max(1.0, 1 / p), Unit::whole);
  plain_sentence(p < kAlarm ? "Please don't read the results yet. A split this far from the plan comes up " + chance +
                                  " healthy experiments, so users went missing, or came twice, in one arm more than in the other. Those who are missing are not "
                                  "like the rest, so every metric may be off, in either direction."
                 : p < 0.05 ? "The split is a little uneven, as in one of " + in_words(std::max(1.0, 1 / p), Unit::whole) +
                                  " healthy experiments. We keep an eye on it; the results can be read."
                            : "The split is as planned; nothing here speaks against reading the results.");
  draw_segments(app, look, split, commands);
  kit::heading(2, "What it usually is");
  kit::markdown(
      "- **Assignment**: a bucket reused from an earlier experiment, a ramp changed midway, a start that differs between the arms.\n"
      "- **Execution**: the treatment crashes, loads slowly or redirects, and those users never reach the log.\n"
      "- **Logging**: the event that counts a user fires at another moment in one arm.\n"
      "- **Analysis**: a filter that the treatment itself moves, such as \"users with at least one click\" or a bot rule.\n\n"
      "Dropping users at random until the arms agree mends the count, not the bias. Find the cause, mend it, run again.");
}

}  // namespace loopready::screens
