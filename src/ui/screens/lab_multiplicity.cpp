#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/multiplicity.h"
#include "ui/kit/chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"

namespace loopready::screens {
namespace {

constexpr std::string_view kSample = "0.003\n0.011\n0.019\n0.024\n0.041\n0.062\n0.18\n0.34\n0.52\n0.79";
constexpr std::size_t kMostTests = 500;  // Hommel's method needs the square of it

struct Method {
  const char* name;
  stats::Adjusted (*adjust)(std::span<const double>);
  const char* controls;
};
constexpr Method kMethods[] = {{"Bonferroni", stats::adjust_p_bonferroni, "any false alarm"}, {"Holm", stats::adjust_p_holm, "any false alarm"},
                               {"Hommel", stats::adjust_p_hommel, "any false alarm"}, {"Benjamini-Hochberg", stats::adjust_p_bh, "the share of false alarms"}};

int below(const std::vector<double>& values, double alpha) {
  return static_cast<int>(std::count_if(values.begin(), values.end(), [&](double p) { return p <= alpha; }));
}

// p-values by rank, with the line each rule draws through them.
void draw_ranks(std::vector<double> sorted, double alpha) {
  std::sort(sorted.begin(), sorted.end());
  const auto n = static_cast<double>(sorted.size());
  kit::ChartView chart{.name = "p-values in ascending order with the limits of Bonferroni, Holm and Benjamini-Hochberg", .x_label = "rank", .y_label = "p-value"};
  chart.series = {{.name = "p", .points = {}, .kind = kit::SeriesKind::points}, {.name = "BH", .points = {}}, {.name = "Holm", .points = {}, .dashed = true}};
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto rank = static_cast<double>(i + 1);
    chart.series[0].points.emplace_back(rank, sorted[i]);
    chart.series[1].points.emplace_back(rank, alpha * rank / n);
    chart.series[2].points.emplace_back(rank, alpha / (n - rank + 1));
  }
  chart.marks = {{alpha, "alpha"}};
  chart.y_least = 0;
  chart.y_most = std::max(alpha * 1.6, std::min(1.0, sorted[sorted.size() / 2] * 1.1));
  kit::line_chart(chart);
}

}  // namespace

void draw_lab_multiplicity(const app::App& app, LabLook& look, app::Commands& commands) {
  const double alpha = knob(look, {.name = "Level (alpha)", .start = 0.05, .from = 0.01, .to = 0.2, .step = 0.01, .unit = Unit::share});
  const OwnNumbers own = own_numbers(app, "multiple", 1, kSample, "One p-value a line. Until you paste your own, these are ten metrics of an invented experiment.", commands);
  const std::vector<double>& p_values = own.columns[0];
  if (p_values.empty()) return;
  if (p_values.size() > kMostTests) {
    kit::text("At most 500 p-values are compared here.", kit::Tone::careful);
    return;
  }
  Figures numbers{"Adjusted p-values", {"p-value"}, {}};
  for (double p : p_values) numbers.rows.push_back({in_words(p, Unit::plain)});
  Figures counts{"Found by each method", {"method", "controls", "found"}, {}};
  counts.rows.push_back({"none", "each test alone", std::to_string(below(p_values, alpha))});
  int n_holm = 0, n_bh = 0;
  for (const Method& method : kMethods) {
    const auto adjusted = method.adjust(p_values);
    if (!adjusted) {
      refusal(adjusted.error());
      return;
    }
    const int found = below(adjusted.value(), alpha);
    if (method.adjust == stats::adjust_p_holm) n_holm = found;
    if (method.adjust == stats::adjust_p_bh) n_bh = found;
    counts.rows.push_back({method.name, method.controls, std::to_string(found)});
    numbers.columns.push_back(method.name);
    for (std::size_t i = 0; i < p_values.size(); ++i) numbers.rows[i].push_back(in_words(adjusted.value()[i], Unit::plain));
  }
  draw_ranks(p_values, alpha);
  look.open.try_emplace(counts.name, true);
  figures(look, counts);
  figures(look, numbers);
  const auto chance = stats::family_wise_error(alpha, static_cast<double>(p_values.size()));
  formula_card("P(\\text{any false alarm}) = 1 - (1 - \\alpha)^m",
               {"\u03B1 = " + in_words(alpha, Unit::share), "m = " + std::to_string(p_values.size()) + " independent tests"},
               chance ? "That is " + in_words(chance.value().probability, Unit::share) + " if nothing works at all." : "");
  plain_sentence("We looked at " + std::to_string(p_values.size()) + " metrics. If none had moved, one of them would still look like a win " +
                 (chance ? in_words(chance.value().probability, Unit::share, 2) : "often") + " of the time. Guarding against any false alarm " +
                 std::to_string(n_holm) + " hold" + (n_holm == 1 ? "s" : "") + "; accepting that " + in_words(alpha, Unit::share) +
                 " of our wins may be false, " + std::to_string(n_bh) + " do" + (n_bh == 1 ? "es" : "") + ".");
}

}  // namespace loopready::screens
