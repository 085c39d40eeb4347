#include "ui/screens/lab_intervals_own.h"

#include <algorithm>
#include <cmath>

#include "stats/mean_test.h"
#include "stats/proportion_interval.h"
#include "stats/resample.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

namespace loopready::screens {
namespace {

constexpr std::size_t kMostResampled = 2'000;
constexpr std::string_view kSample =
    "31\n24\n45\n28\n52\n19\n37\n41\n26\n33\n68\n22\n29\n35\n47\n30\n25\n39\n58\n27\n34\n21\n43\n36";

base::Result<OwnIntervals> of_share(OwnIntervals own, double n_ones, double conf_level) {
  own.is_share = true;
  own.estimate = n_ones / own.n;
  own.sd = std::sqrt(own.estimate * (1 - own.estimate));
  LR_TRY(const stats::Interval wilson, stats::wilson_interval(n_ones, own.n, conf_level));
  LR_TRY(const stats::Interval wald, stats::wald_interval(n_ones, own.n, conf_level));
  LR_TRY(const stats::Interval exact, stats::clopper_pearson_interval(n_ones, own.n, conf_level));
  own.methods = {{"Wilson", wilson.low, wilson.high}, {"Wald", wald.low, wald.high}, {"Clopper-Pearson", exact.low, exact.high}};
  return own;
}

base::Result<OwnIntervals> of_mean(OwnIntervals own, const std::vector<double>& values, double conf_level) {
  LR_TRY(const stats::MeanTest t, stats::one_sample_t(values, 0, stats::Alternative::two_sided, conf_level));
  own.estimate = t.estimate;
  own.sd = t.std_error * std::sqrt(own.n);
  own.methods = {{"Student's t", t.ci_low, t.ci_high}};
  if (values.size() > kMostResampled) return own;
  LR_TRY(const stats::Statistic mean, stats::statistic_named("mean"));
  const double n_replicates = std::floor(std::clamp(400'000 / own.n, 200.0, 2'000.0));
  LR_TRY(const stats::Interval resampled, stats::bootstrap_percentile_interval(values, mean, conf_level, n_replicates, 1));
  own.methods.push_back({"Bootstrap", resampled.low, resampled.high});
  return own;
}

std::string words_of(const OwnIntervals& own, double value) { return in_words(value, own.is_share ? Unit::share : Unit::plain, own.is_share ? 3 : 4); }

void show(LabLook& look, const OwnIntervals& own, double conf_level) {
  kit::IntervalView view{.name = in_words(conf_level, Unit::share) + " intervals of your numbers, by method", .row_height = 34};
  if (own.is_share) view.words = [](double value) { return kit::share_words(value); };
  Figures numbers{"Intervals of your numbers", {"method", "low", "estimate", "high", "width"}, {}};
  for (const MethodInterval& one : own.methods) {
    view.intervals.push_back({.name = one.name, .low = one.low, .estimate = own.estimate, .high = one.high, .tone = kit::Tone::accent});
    numbers.rows.push_back({one.name, words_of(own, one.low), words_of(own, own.estimate), words_of(own, one.high), words_of(own, one.high - one.low)});
  }
  kit::interval_chart(view);
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

void explain(const OwnIntervals& own, double conf_level) {
  std::vector<std::string> inputs = {"n = " + in_words(own.n, Unit::whole), "confidence = " + in_words(conf_level, Unit::share)};
  if (own.is_share) {
    inputs.push_back("share of ones = " + words_of(own, own.estimate));
    return formula_card("|\\hat{p} - p| \\le z \\sqrt{p(1-p)/n}", inputs, "All numbers are 0 or 1, so this is a share: Wilson's interval holds all p that a z-test would not reject.");
  }
  inputs.push_back("mean = " + words_of(own, own.estimate));
  inputs.push_back("s = " + words_of(own, own.sd));
  formula_card("\\bar{x} \\pm t_{n-1} s / \\sqrt{n}", inputs,
               "Student's t. Each value must come from another user or day, or the interval is too short; with a long tail and few values it is too short as well.");
}

std::string told(const OwnIntervals& own, double conf_level) {
  const MethodInterval& first = own.methods[0];
  const std::string range = words_of(own, first.low) + " and " + words_of(own, first.high);
  std::string text = own.is_share ? words_of(own, own.estimate) + " of our " + in_words(own.n, Unit::whole) + " said yes; the true share plausibly lies between " + range
                                  : "Our " + in_words(own.n, Unit::whole) + " values average " + words_of(own, own.estimate) + "; the true average plausibly lies between " + range;
  return text + ". The recipe behind that range catches the truth in " + in_words(conf_level, Unit::share) + " of such samples. To halve the range, collect four times as much: " +
         in_words(4 * own.n, Unit::whole) + ".";
}

}  // namespace

base::Result<OwnIntervals> own_intervals(const std::vector<double>& values, double conf_level) {
  const auto refuse = [](const char* text) { return base::Error{base::ErrorKind::bad_input, "", text}; };
  if (values.size() < 2) return refuse("At least two numbers are needed: one alone says nothing of its spread.");
  OwnIntervals own;
  own.n = static_cast<double>(values.size());
  double n_ones = 0;
  bool binary = true, alike = true;
  for (const double value : values) {
    if (!std::isfinite(value)) return refuse("Every number must be finite.");
    binary = binary && (value == 0 || value == 1);
    alike = alike && value == values[0];
    n_ones += value == 1 ? 1 : 0;
  }
  if (binary) return of_share(own, n_ones, conf_level);
  if (alike) return refuse("All numbers are the same: without spread there is no interval.");
  return of_mean(own, values, conf_level);
}

void draw_own_intervals(const app::App& app, LabLook& look, app::Commands& commands) {
  double conf_level = 0.95;
  const base::Result<OwnIntervals>* own = nullptr;
  bench(
      [&] {
        conf_level = knob(look, {.name = "Confidence", .start = 0.95, .from = 0.5, .to = 0.99, .step = 0.01, .unit = Unit::share});
        const OwnNumbers numbers = own_numbers(app, "intervals", 1, kSample,
                                               "One number a line; zeros and ones are read as no and yes. Until you paste your own, these are 24 invented delivery "
                                               "times in minutes.",
                                               commands);
        if (numbers.problem.empty())
          own = &kept(look, "own intervals", inputs_of({numbers.version, conf_level}), [&] { return own_intervals(numbers.columns[0], conf_level); });
      },
      [&] {
        if (own == nullptr) return;
        if (!own->ok()) return refusal(own->error());
        const OwnIntervals& found = own->value();
        kit::strong(words_of(found, found.estimate) + ", between " + words_of(found, found.methods[0].low) + " and " + words_of(found, found.methods[0].high),
                    kit::Tone::normal, kit::kTitle);
        show(look, found, conf_level);
      });
  if (own == nullptr || !own->ok()) return;
  explain(own->value(), conf_level);
  plain_sentence(told(own->value(), conf_level));
}

}  // namespace loopready::screens
