#include <algorithm>
#include <cmath>
#include <utility>

#include "base/random.h"
#include "stats/proportion_contrast.h"
#include "stats/time_series.h"
#include "ui/kit/chart.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"
#include "ui/screens/lab_daily.h"

namespace loopready::screens {
namespace {

constexpr std::size_t kDays = 28;
constexpr double kBase = 0.05;
constexpr std::string_view kSample =
    "control users,control orders,treatment users,treatment orders\n9800,492,9850,561\n9710,481,9760,538\n10020,505,9990,540\n9930,499,9900,526\n10100,503,10080,521\n"
    "10450,530,10390,541\n10380,518,10420,533\n9790,488,9830,499\n9740,490,9700,497\n9990,497,10010,507\n9950,501,9920,498\n10080,509,10110,515\n10420,521,10440,529\n"
    "10360,524,10350,519";

struct Series {
  std::vector<ArmCounts> days = {};
  ArmCounts new_users = {};  // of a simulation
  std::vector<double> truth = {};
  std::string problem = {};
};

struct Setting {
  Series series;
  std::string inputs;
  bool own = false;
  double lasting = NAN, first_extra = NAN, half_life = NAN, new_share = NAN;
};

Series drawn(const Setting& setting, double users, double seed) {
  base::Random random(static_cast<std::uint64_t>(seed));
  Series series;
  const double n_new = std::round(users * setting.new_share), n_old = users - n_new;
  for (std::size_t day = 0; day < kDays; ++day) {
    const double on_old = setting.lasting + setting.first_extra * std::exp2(-static_cast<double>(day) / setting.half_life);
    const ArmCounts fresh{n_new, drawn_orders(random, n_new, kBase), n_new, drawn_orders(random, n_new, kBase * (1 + setting.lasting))};
    ArmCounts all{n_old, drawn_orders(random, n_old, kBase), n_old, drawn_orders(random, n_old, kBase * (1 + on_old))};
    series.new_users.add(fresh);
    all.add(fresh);
    series.days.push_back(all);
    series.truth.push_back((n_old * on_old + n_new * setting.lasting) / users);
  }
  return series;
}

Series pasted(const OwnNumbers& own) {
  Days days = pasted_days(own);
  return {std::move(days.days), {}, {}, std::move(days.problem)};
}

Setting ask(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  const int source = pick(look, "What happens", {"Novelty", "Primacy", "Neither", "My numbers"});
  setting.own = source == 3;
  if (setting.own) {
    const OwnNumbers own = own_numbers(app, "novelty", 4, kSample,
                                       "One day a line: control users, control orders, treatment users, treatment orders. Until you paste your own, these are two invented "
                                       "weeks.",
                                       commands);
    setting.inputs = "own" + inputs_of({own.version});
    setting.series = kept(look, "own series", setting.inputs, [&] { return pasted(own); });
    return setting;
  }
  setting.lasting = knob(look, {.name = "Lasting lift", .start = 0.01, .from = -0.05, .to = 0.1, .step = 0.005, .unit = Unit::share});
  setting.first_extra = 0;
  setting.half_life = 5;
  if (source != 2) {
    const double extra = knob(look, {.name = "Off by, on the first day", .start = 0.15, .from = 0.01, .to = 0.4, .step = 0.01, .unit = Unit::share});
    setting.first_extra = source == 0 ? extra : -extra;
    setting.half_life = knob(look, {.name = "Halves in", .start = 5, .from = 1, .to = 30, .step = 1, .unit = Unit::days});
  }
  const double users = knob(look, {.name = "Users a day in an arm", .start = 40'000, .from = 1'000, .to = 1'000'000, .step = 0, .unit = Unit::whole});
  setting.new_share = knob(look, {.name = "New users among them", .start = 0.3, .from = 0.05, .to = 0.95, .step = 0.05, .unit = Unit::share});
  const double seed = knob(look, {.name = "Luck of the draw", .start = 1, .from = 1, .to = 200, .step = 1, .unit = Unit::whole});
  setting.inputs = inputs_of({setting.lasting, setting.first_extra, setting.half_life, users, setting.new_share, seed});
  setting.series = kept(look, "drawn series", setting.inputs, [&] { return drawn(setting, users, seed); });
  return setting;
}

base::Result<stats::Contrast> lift_of(const ArmCounts& counts) {
  return stats::relative_lift_delta(counts.treatment_orders, counts.treatment_users, counts.control_orders, counts.control_users, 0.95);
}

struct Reading {
  std::string name;
  stats::Contrast lift;
};

struct Computed {
  std::vector<stats::Contrast> by_day, so_far;
  std::vector<Reading> readings;
  double trend_p = NAN, trend_s = 0;
  std::string problem;
};

base::Result<stats::Contrast> between(const Series& series, std::size_t first, std::size_t end) {
  ArmCounts counts;
  for (std::size_t day = first; day < end; ++day) counts.add(series.days[day]);
  return lift_of(counts);
}

Computed compute(const Series& series) {
  Computed computed;
  std::vector<double> lifts;
  const std::size_t n_days = series.days.size();
  for (std::size_t day = 0; day < n_days; ++day) {
    const auto one = lift_of(series.days[day]), all = between(series, 0, day + 1);
    if (!one || !all) {
      computed.problem = "Day " + std::to_string(day + 1) + ": " + (!one ? one.error() : all.error()).text;
      return computed;
    }
    computed.by_day.push_back(one.value());
    computed.so_far.push_back(all.value());
    lifts.push_back(one.value().estimate);
  }
  const auto read = [&](const std::string& name, base::Result<stats::Contrast> lift) {
    if (lift.ok()) computed.readings.push_back({name, lift.value()});
  };
  read("Day 1", computed.by_day[0]);
  for (const std::size_t weeks : {1u, 2u, 4u})
    if (weeks * 7 <= n_days) read(weeks == 1 ? "The first week" : "All " + std::to_string(weeks) + " weeks", between(series, 0, weeks * 7));
  if (n_days >= 14) read("The last week alone", between(series, n_days - 7, n_days));
  if (series.new_users.control_users > 0) read("New users, all weeks", lift_of(series.new_users));
  const auto trend = stats::mann_kendall(lifts);
  if (trend) {
    computed.trend_p = trend.value().p_value;
    computed.trend_s = trend.value().s;
  }
  return computed;
}

void draw_days(LabLook& look, const Setting& setting, const Computed& computed) {
  kit::ChartView chart{.name = "Relative lift by day with 95 % intervals, and the lift of all days so far", .x_label = "day of the experiment", .y_label = "relative lift",
                       .shares = true};
  kit::ChartSeries band{.name = "", .points = {}, .kind = kit::SeriesKind::band, .colour = 0}, days{.name = "day", .points = {}, .kind = kit::SeriesKind::points, .colour = 0};
  kit::ChartSeries so_far{.name = "so far", .points = {}, .colour = 1}, truth{.name = "truth", .points = {}, .colour = 2, .dashed = true};
  Figures numbers{"Lift by day", {"day", "lift", "low", "high", "so far"}, {}};
  if (!setting.own) numbers.columns.push_back("truth");
  for (std::size_t day = 0; day < computed.by_day.size(); ++day) {
    const auto at = static_cast<double>(day + 1);
    const stats::Contrast& one = computed.by_day[day];
    band.points.emplace_back(at, one.interval.high);
    band.low.push_back(one.interval.low);
    days.points.emplace_back(at, one.estimate);
    so_far.points.emplace_back(at, computed.so_far[day].estimate);
    std::vector<std::string> row = {std::to_string(day + 1), in_words(one.estimate, Unit::share), in_words(one.interval.low, Unit::share),
                                    in_words(one.interval.high, Unit::share), in_words(computed.so_far[day].estimate, Unit::share)};
    if (!setting.own) {
      truth.points.emplace_back(at, setting.series.truth[day]);
      row.push_back(in_words(setting.series.truth[day], Unit::share));
    }
    numbers.rows.push_back(std::move(row));
  }
  chart.series = {band, days, so_far};
  if (!setting.own) chart.series.push_back(truth);
  chart.marks = {{0, ""}};
  kit::line_chart(chart);
  figures(look, numbers);
}

void draw_readings(LabLook& look, const Setting& setting, const Computed& computed) {
  kit::IntervalView view{.name = "What each reading says, with 95 % intervals", .marks = {{0, "no effect"}}, .row_height = 32};
  view.words = [](double value) { return in_words(value, Unit::share, 2); };
  if (!setting.own && setting.lasting != 0) view.marks.push_back({setting.lasting, "lasting"});
  Figures numbers{"Readings", {"reading", "lift", "low", "high"}, {}};
  for (const Reading& reading : computed.readings) {
    view.intervals.push_back({.name = reading.name, .low = reading.lift.interval.low, .estimate = reading.lift.estimate, .high = reading.lift.interval.high,
                              .tone = kit::Tone::accent, .words = in_words(reading.lift.estimate, Unit::share, 2)});
    numbers.rows.push_back({reading.name, in_words(reading.lift.estimate, Unit::share), in_words(reading.lift.interval.low, Unit::share),
                            in_words(reading.lift.interval.high, Unit::share)});
  }
  kit::interval_chart(view);
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

const Reading* reading_of(const Computed& computed, std::string_view name) {
  for (const Reading& reading : computed.readings)
    if (reading.name == name) return &reading;
  return nullptr;
}

std::string told(const Computed& computed) {
  const Reading* first = reading_of(computed, "The first week");
  const Reading* last = reading_of(computed, "The last week alone");
  if (first == nullptr || last == nullptr) return "Two weeks at least are needed to tell a lasting effect from a first reaction.";
  const std::string both = "The first week says " + in_words(first->lift.estimate, Unit::share, 2) + ", the last one " + in_words(last->lift.estimate, Unit::share, 2) + ". ";
  if (!(computed.trend_p < 0.05)) return both + "Day by day there is no clear trend, so reading all days together is fair.";
  if (computed.trend_s < 0)
    return both + "The lift falls from day to day: part of it is people trying something new. Promise what the last week or the new users show, not the first week, and let it "
                  "run until the line is flat.";
  return both + "The lift rises from day to day: people are still getting used to the change. Don't give up on the first week's number; let it run until the line is flat.";
}

}  // namespace

void draw_lab_novelty(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  const Computed* computed = nullptr;
  bench([&] { setting = ask(app, look, commands); },
        [&] {
          if (!setting.series.problem.empty()) return refusal({base::ErrorKind::bad_input, "", setting.series.problem});
          computed = &kept(look, "readings", setting.inputs, [&] { return compute(setting.series); });
          if (!computed->problem.empty()) return refusal({base::ErrorKind::bad_input, "", computed->problem});
          draw_days(look, setting, *computed);
          draw_readings(look, setting, *computed);
        });
  if (computed == nullptr || !computed->problem.empty()) return;
  std::vector<std::string> inputs;
  if (!setting.own)
    inputs = {"lasting = " + in_words(setting.lasting, Unit::share), "extra = " + in_words(setting.first_extra, Unit::share), "h = " + in_words(setting.half_life, Unit::days),
              "new users " + in_words(setting.new_share, Unit::share)};
  inputs.push_back("trend of the days (Mann-Kendall): " + (std::isfinite(computed->trend_p) ? p_words(computed->trend_p) : std::string("no answer")));
  formula_card("\\text{lift}_d = \\text{lasting} + \\text{extra} \\cdot 2^{-(d - 1) / h}", inputs,
               "That is the model for users who knew the old version. New users have nothing to get used to, so their lift is the lasting one from the start: compare the two.");
  plain_sentence(told(*computed));
}

}  // namespace loopready::screens
