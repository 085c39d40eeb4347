#include <algorithm>
#include <cmath>

#include "ui/kit/chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"
#include "ui/screens/lab_distributions_own.h"
#include "ui/screens/lab_families.h"

namespace loopready::screens {
namespace {

using base::Result;

constexpr double kLeastTail = 1e-4;

struct Chosen {
  const Family* family = nullptr;
  double a = 0, b = 0;
  std::string name;  // "1: Normal"
};

double value_or_nan(const Result<double>& result) { return result.ok() ? result.value() : NAN; }

Chosen choose(LabLook& look, const char* which, int start) {
  std::vector<std::string> names;
  for (const Family& family : families()) names.push_back(family.name);
  Chosen chosen;
  chosen.family = &families()[static_cast<std::size_t>(pick(look, which, names, start))];
  const Family& family = *chosen.family;
  const std::string prefix = std::string(1, which[std::string_view(which).size() - 1]) + ": ";
  const auto step_of = [&](double from, double to) {
    return family.discrete && to > 10 && from >= 1 ? 1.0 : to - from > 20 ? 0.5 : 0.05;
  };
  chosen.a = knob(look, {.name = prefix + family.first,
                         .start = family.first_start,
                         .from = family.first_from,
                         .to = family.first_to,
                         .step = step_of(family.first_from, family.first_to)});
  if (family.second != nullptr)
    chosen.b = knob(look, {.name = prefix + family.second,
                           .start = family.second_start,
                           .from = family.second_from,
                           .to = family.second_to,
                           .step = family.second_to < 1 ? 0.01 : step_of(family.second_from, family.second_to)});
  chosen.name = family.name;
  return chosen;
}

double quantile(const Chosen& one, double p) { return value_or_nan(one.family->quantile(p, one.a, one.b)); }

// What both charts are drawn over.
struct Range {
  double least = 0, most = 1;
};

Range range_of(const Chosen (&both)[2]) {
  Range range{INFINITY, -INFINITY};
  for (const Chosen& one : both)
    for (const double p : {0.001, 0.995}) {
      const double x = quantile(one, p);
      if (!std::isfinite(x)) continue;
      range.least = std::min(range.least, x);
      range.most = std::max(range.most, x);
    }
  if (!(range.least < range.most)) range.most = range.least + 1;
  return range;
}

std::vector<std::pair<double, double>> curve(const Chosen& one, const Range& range, bool tail) {
  std::vector<std::pair<double, double>> points;
  const auto of = tail ? one.family->upper : one.family->density;
  const auto add = [&](double x) {
    const double y = value_or_nan(of(x, one.a, one.b));
    if (std::isfinite(y) && (!tail || y >= kLeastTail)) points.emplace_back(x, y);
  };
  if (one.family->discrete) {
    for (double k = std::max(0.0, std::ceil(range.least)); k <= range.most && points.size() < 400; ++k) add(k);
    return points;
  }
  constexpr int kSteps = 160;
  for (int i = 0; i <= kSteps; ++i) add(range.least + (range.most - range.least) * i / kSteps);
  return points;
}

void show(LabLook& look, const Chosen (&both)[2], bool tail) {
  const Range range = range_of(both);
  kit::ChartView chart{.name = tail ? "Chance of more than x, on a logarithmic axis, for both distributions"
                                    : "Densities (or probabilities) of both distributions",
                       .x_label = "x",
                       .y_label = tail ? "P(X > x)" : "density or probability",
                       .log_y = tail};
  Figures numbers{tail ? "Tails" : "Densities", {"distribution", "x", tail ? "P(X > x)" : "density"}, {}};
  for (int i = 0; i < 2; ++i) {
    kit::ChartSeries series{.name = std::to_string(i + 1), .points = curve(both[i], range, tail), .dashed = i == 1};
    if (both[i].family->discrete && !tail) series.kind = kit::SeriesKind::points;
    const std::size_t every = std::max<std::size_t>(1, series.points.size() / 16);
    for (std::size_t k = 0; k < series.points.size(); k += every)
      numbers.rows.push_back({std::to_string(i + 1) + ": " + both[i].name, in_words(series.points[k].first, Unit::plain, 4),
                              in_words(series.points[k].second, Unit::plain)});
    chart.series.push_back(std::move(series));
  }
  if (tail) {
    chart.y_least = kLeastTail;
    chart.y_most = 1;
  }
  kit::line_chart(chart);
  figures(look, numbers);
}

void show_quantiles(LabLook& look, const Chosen (&both)[2]) {
  Figures numbers{"Quantiles", {"measure", "1: " + both[0].name, "2: " + both[1].name}, {}};
  const auto row = [&](const std::string& name, auto of) {
    numbers.rows.push_back({name, in_words(of(both[0]), Unit::plain, 4), in_words(of(both[1]), Unit::plain, 4)});
  };
  row("mean", [](const Chosen& one) { return one.family->mean(one.a, one.b); });
  row("standard deviation", [](const Chosen& one) { return one.family->sd(one.a, one.b); });
  for (const double p : {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999})
    row(in_words(p, Unit::share) + " quantile", [p](const Chosen& one) { return quantile(one, p); });
  row("P(X > mean + 3 sd)", [](const Chosen& one) {
    return value_or_nan(one.family->upper(one.family->mean(one.a, one.b) + 3 * one.family->sd(one.a, one.b), one.a, one.b));
  });
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

}  // namespace

void draw_lab_distributions(const app::App& app, LabLook& look, app::Commands& commands) {
  if (pick(look, "Compare", {"Two distributions", "My numbers with one"}) == 1) return draw_own_distribution(app, look, commands);
  Chosen both[2];
  bench(
      [&] {
        both[0] = choose(look, "Distribution 1", 0);
        both[1] = choose(look, "Distribution 2", 2);
      },
      [&] {
        show(look, both, false);
        show(look, both, true);
        show_quantiles(look, both);
      });
  for (int i = 0; i < 2; ++i) {
    const Chosen& one = both[i];
    std::vector<std::string> inputs = {std::string(one.family->first) + " = " + in_words(one.a, Unit::plain)};
    if (one.family->second != nullptr) inputs.push_back(std::string(one.family->second) + " = " + in_words(one.b, Unit::plain));
    formula_card(one.family->formula, inputs, std::to_string(i + 1) + ": " + one.name + ". Good for " + one.family->used_for + ".");
  }
  const Chosen& second = both[1];
  const double mean = second.family->mean(second.a, second.b), half = quantile(second, 0.5), far = quantile(second, 0.99);
  std::string text = "In the second distribution half of the values lie below " + in_words(half, Unit::plain) +
                     " and one in a hundred above " + in_words(far, Unit::plain) + ". ";
  if (!std::isfinite(mean)) text += "It has no mean at all: an average of such values never settles.";
  else if (mean > half * 1.1 && half > 0)
    text += "Its mean, " + in_words(mean, Unit::plain) +
            ", is above the middle: a few large values carry it, so say the median when you speak of a typical one.";
  else text += "Its mean, " + in_words(mean, Unit::plain) + ", says about what the middle says.";
  plain_sentence(text);
}

}  // namespace loopready::screens
