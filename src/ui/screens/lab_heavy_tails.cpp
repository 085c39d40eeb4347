#include <algorithm>
#include <cmath>

#include "stats/mean_test.h"
#include "stats/order.h"
#include "stats/resample.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"

namespace loopready::screens {
namespace {

constexpr std::string_view kOrders =
    "12.4\n8.9\n23.5\n41\n15.2\n9.99\n31.8\n18.7\n27.6\n11.3\n64.2\n19.9\n7.5\n22.1\n36.4\n13.8\n88\n16.6\n29.3\n10.4\n"
    "45.7\n20.8\n14.1\n33.9\n25\n9.2\n52.6\n17.3\n12.9\n120\n21.7\n38.2\n15.9\n28.4\n11.8\n19.1\n74.5\n24.3\n13.2\n30.6";
constexpr std::size_t kMostUsed = 2'000;

struct Line {
  const char* name;
  const char* what;               // it estimates
  stats::MeanTest with, without;  // estimate and interval
  std::string problem;
};

struct Computed {
  std::vector<Line> lines;
  std::string problem;
};

using Estimator = base::Result<stats::MeanTest> (*)(const std::vector<double>& values, double trim, double conf_level);

base::Result<stats::MeanTest> raw_mean(const std::vector<double>& values, double, double conf_level) {
  return stats::one_sample_t(values, 0, stats::Alternative::two_sided, conf_level);
}

base::Result<stats::MeanTest> trimmed(const std::vector<double>& values, double trim, double conf_level) {
  return stats::trimmed_mean_ci(values, trim, conf_level);
}

// Winsorised values are tied at the ends, so the trimmed mean's standard error serves: it is made of the winsorised variance.
base::Result<stats::MeanTest> winsorised(const std::vector<double>& values, double trim, double conf_level) {
  LR_TRY(const double mean, stats::winsorized_mean(values, trim));
  LR_TRY(stats::MeanTest test, stats::trimmed_mean_ci(values, trim, conf_level));
  const double below = test.estimate - test.ci_low, above = test.ci_high - test.estimate;
  test.ci_low = mean - below;
  test.ci_high = mean + above;
  test.estimate = mean;
  return test;
}

base::Result<stats::MeanTest> geometric(const std::vector<double>& values, double, double conf_level) {
  std::vector<double> logs;
  for (const double value : values) {
    if (!(value > 0)) return base::Error{base::ErrorKind::bad_input, "", "A logarithm needs values above 0."};
    logs.push_back(std::log(value));
  }
  LR_TRY(stats::MeanTest test, stats::one_sample_t(logs, 0, stats::Alternative::two_sided, conf_level));
  test.estimate = std::exp(test.estimate);
  test.ci_low = std::exp(test.ci_low);
  test.ci_high = std::exp(test.ci_high);
  return test;
}

base::Result<stats::MeanTest> resampled(const std::vector<double>& values, const char* statistic, double conf_level) {
  LR_TRY(const stats::Statistic chosen, stats::statistic_named(statistic));
  stats::MeanTest test;
  LR_TRY(test.estimate, chosen.of(values));
  const double n_replicates = std::clamp(400'000 / static_cast<double>(values.size()), 200.0, 2'000.0);
  LR_TRY(const stats::Interval interval,
         stats::bootstrap_percentile_interval(values, chosen, conf_level, std::floor(n_replicates), 1));
  test.ci_low = interval.low;
  test.ci_high = interval.high;
  return test;
}

base::Result<stats::MeanTest> bootstrapped(const std::vector<double>& values, double, double conf_level) {
  return resampled(values, "mean", conf_level);
}
base::Result<stats::MeanTest> middle(const std::vector<double>& values, double, double conf_level) {
  return resampled(values, "median", conf_level);
}

struct Named {
  const char* name;
  const char* what;
  Estimator estimate;
};
constexpr Named kEstimators[] = {{"Mean", "the mean; Student's t", raw_mean},
                                 {"Mean, bootstrap", "the mean; 95 % of resampled means", bootstrapped},
                                 {"Trimmed", "the middle's mean, ends left out", trimmed},
                                 {"Winsorised", "the mean with the ends pulled in", winsorised},
                                 {"Geometric", "the mean of logarithms, turned back", geometric},
                                 {"Median", "the middle; 95 % of resampled medians", middle}};

Computed compute(std::vector<double> values, double huge, double trim) {
  Computed computed;
  std::vector<double> more = values;
  if (huge > 0) more.push_back(huge);
  for (const Named& one : kEstimators) {
    Line line{one.name, one.what, {}, {}, {}};
    auto without = one.estimate(values, trim, 0.95), with = one.estimate(more, trim, 0.95);
    if (!without.ok()) line.problem = without.error().text;
    else if (!with.ok()) line.problem = with.error().text;
    else {
      line.without = without.value();
      line.with = with.value();
    }
    computed.lines.push_back(std::move(line));
  }
  return computed;
}

void show(LabLook& look, const Computed& computed) {
  kit::IntervalView view{.name = "Estimates with 95 % intervals, the huge order included", .row_height = 32};
  Figures numbers{"Estimates", {"estimate", "with", "low", "high", "without", "moved by"}, {}};
  for (const Line& line : computed.lines) {
    if (!line.problem.empty()) {
      numbers.rows.push_back({line.name, "\u2014", "\u2014", "\u2014", "\u2014", line.problem});
      continue;
    }
    const double moved = line.without.estimate == 0 ? NAN : line.with.estimate / line.without.estimate - 1;
    view.intervals.push_back({.name = line.name,
                              .low = line.with.ci_low,
                              .estimate = line.with.estimate,
                              .high = line.with.ci_high,
                              .tone = std::fabs(moved) > 0.1 ? kit::Tone::careful : kit::Tone::accent,
                              .words = moved == 0 ? "as before" : (moved > 0 ? "+" : "") + in_words(moved, Unit::share, 2)});
    numbers.rows.push_back({line.name, in_words(line.with.estimate, Unit::plain, 4), in_words(line.with.ci_low, Unit::plain, 4),
                            in_words(line.with.ci_high, Unit::plain, 4), in_words(line.without.estimate, Unit::plain, 4),
                            in_words(moved, Unit::share, 2)});
  }
  kit::interval_chart(view);
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

}  // namespace

void draw_lab_heavy_tails(const app::App& app, LabLook& look, app::Commands& commands) {
  double huge = 0, trim = 0.1;
  OwnNumbers own;
  bool usable = true;
  const Computed* computed = nullptr;
  bench(
      [&] {
        huge = knob(look, {.name = "One more order of", .start = 2'000, .from = 0, .to = 20'000, .step = 100, .unit = Unit::usd});
        trim = knob(
            look,
            {.name = "Cut at each end", .start = 0.1, .from = 0.01, .to = 0.4, .step = 0.01, .unit = Unit::share});
        own =
            own_numbers(app, "heavy-tails", 1, kOrders,
                        "One order value a line. Until you paste your own, these are forty orders of an invented shop.", commands);
      },
      [&] {
        std::vector<double> values = own.columns[0];
        usable = values.size() >= 5;
        if (!usable) return refusal({base::ErrorKind::bad_input, "", "At least five values are needed to compare estimates."});
        if (values.size() > kMostUsed) {
          values.resize(kMostUsed);
          kit::text("The first 2,000 values are used here, so that the picture follows your hand.", kit::Tone::quiet);
        }
        computed = &kept(look, "lines", inputs_of({own.version, huge, trim}), [&] { return compute(values, huge, trim); });
        for (const Line& line : computed->lines)
          if (!line.problem.empty()) kit::text(std::string(line.name) + ": " + line.problem, kit::Tone::careful);
        show(look, *computed);
      });
  if (!usable || computed == nullptr) return;
  formula_card("\\bar{x}_t = \\frac{1}{n - 2g} (x_{g+1} + ... + x_{n-g}) \\text{, where } g = floor(t \\times n)",
               {"t = " + in_words(trim, Unit::share), "n = " + std::to_string(own.columns[0].size()) + (huge > 0 ? " + 1" : "")},
               "Winsorising sets the g lowest and highest to their neighbours instead of leaving them out. Neither estimates the "
               "mean: revenue is the mean times the number of orders, and the huge order is part of it.");
  const Line& mean = computed->lines[0];
  const Line& cut = computed->lines[2];
  if (!mean.problem.empty() || !cut.problem.empty()) return;
  std::string text =
      "One order of " + in_words(huge, Unit::usd) + " moves the mean from " + in_words(mean.without.estimate, Unit::plain, 4) +
      " to " + in_words(mean.with.estimate, Unit::plain, 4) + " and widens its interval " +
      in_words((mean.with.ci_high - mean.with.ci_low) / (mean.without.ci_high - mean.without.ci_low), Unit::plain, 2) +
      "-fold; the trimmed mean goes from " + in_words(cut.without.estimate, Unit::plain, 4) + " to " +
      in_words(cut.with.estimate, Unit::plain, 4) +
      ". Decide before the experiment whether we ask about a typical order (cap or trim) or about revenue (keep it, and expect "
      "wide intervals).";
  if (huge <= 0) text = "Add one huge order and see which summary believes it. The mean always will; the median hardly notices.";
  plain_sentence(text);
}

}  // namespace loopready::screens
