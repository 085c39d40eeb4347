#include <algorithm>
#include <cmath>

#include "stats/normal.h"
#include "stats/power_other.h"
#include "stats/proportion_contrast.h"
#include "ui/kit/chart.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"
#include "ui/screens/lab_interference_own.h"

namespace loopready::screens {
namespace {

constexpr double kBase = 0.1;  // buyers who order, untouched

struct Setting {
  double users = 200'000, direct = 0.1, spill = 0.5;
  double clusters = 100, inside = 0.8, cluster_icc = 0.002;
  double slots = 168, carry_over = 0.1, slot_icc = 0.002;
};

struct Design {
  const char* name;
  const char* spoken;
  double expected = 0, std_error = 0, inflation = 1;  // expected: difference of shares; inflation: of the variance
  double error(double truth) const { return std::hypot(expected - truth, std_error); }  // root mean square
};

// Every treated buyer orders `direct` more, of which a share `spill` is taken from the buyers of the same market, in proportion to how
// many of them are treated.
double truth_of(const Setting& setting) { return kBase * setting.direct * (1 - setting.spill); }

base::Result<Design> design(const char* name, const char* spoken, const Setting& setting, double expected, double n_groups, double icc) {
  Design one{name, spoken, expected};
  const double arm = std::round(setting.users / 2);
  LR_TRY(const stats::Contrast contrast, stats::diff_proportions_wald(std::round(arm * (kBase + std::max(0.0, expected))), arm, std::round(arm * kBase), arm, 0.95));
  if (n_groups > 0) {
    LR_TRY(const stats::DesignEffect effect, stats::design_effect(icc, std::max(1.0, std::round(setting.users / n_groups)), setting.users));
    one.inflation = effect.design_effect;
  }
  one.std_error = contrast.std_error * std::sqrt(one.inflation);
  return one;
}

struct Computed {
  std::vector<Design> designs;
  std::string problem;
};

Computed compute(const Setting& setting) {
  Computed computed;
  const double full = kBase * setting.direct;
  const base::Result<Design> all[] = {
      design("Buyers", "buyer by buyer", setting, full, 0, 0),
      design("Clusters", "region by region", setting, full * (1 - setting.spill * setting.inside), setting.clusters, setting.cluster_icc),
      design("Switchback", "hour by hour, all buyers at once", setting, full * (1 - setting.spill) * (1 - setting.carry_over), setting.slots, setting.slot_icc)};
  for (const auto& one : all) {
    if (!one) {
      computed.problem = one.error().text;
      return computed;
    }
    computed.designs.push_back(one.value());
  }
  return computed;
}

Setting ask(LabLook& look) {
  Setting setting;
  setting.direct = knob(look, {.name = "Lift of a treated buyer alone", .start = 0.1, .from = 0.01, .to = 0.3, .step = 0.01, .unit = Unit::share});
  setting.spill = knob(look, {.name = "Of that, taken from other buyers", .start = 0.5, .from = 0, .to = 1.2, .step = 0.05, .unit = Unit::share});
  setting.users = knob(look, {.name = "Buyers in all", .start = 200'000, .from = 5'000, .to = 5'000'000, .step = 0, .unit = Unit::whole});
  setting.clusters = knob(look, {.name = "Clusters", .start = 100, .from = 4, .to = 1'000, .step = 0, .unit = Unit::whole});
  setting.inside = knob(look, {.name = "Rivals inside the own cluster", .start = 0.8, .from = 0, .to = 1, .step = 0.05, .unit = Unit::share});
  setting.cluster_icc = knob(look, {.name = "Likeness within a cluster (ICC)", .start = 0.002, .from = 0.0001, .to = 0.1, .step = 0});
  setting.slots = knob(look, {.name = "Switchback slots", .start = 168, .from = 14, .to = 2'000, .step = 0, .unit = Unit::whole});
  setting.carry_over = knob(look, {.name = "Carried over from the slot before", .start = 0.1, .from = 0, .to = 0.9, .step = 0.05, .unit = Unit::share});
  setting.slot_icc = knob(look, {.name = "Likeness within a slot (ICC)", .start = 0.002, .from = 0.0001, .to = 0.1, .step = 0});
  return setting;
}

void draw_designs(LabLook& look, const Setting& setting, const Computed& computed) {
  const double truth = truth_of(setting), z = stats::standard_normal_quantile_upper(0.025);
  kit::IntervalView view{.name = "What each design would estimate, with 95 % intervals, beside the truth of a launch to everybody", .marks = {{0, "no effect"}}, .row_height = 34};
  view.words = [](double value) { return in_words(value / kBase, Unit::share, 2); };
  if (truth != 0) view.marks.push_back({truth, "launch"});
  Figures numbers{"Designs", {"randomised by", "estimate", "bias", "standard error", "variance grows", "typical error", "95 % interval"}, {}};
  for (const Design& one : computed.designs) {
    const double low = one.expected - z * one.std_error, high = one.expected + z * one.std_error;
    const bool misses = truth < low || truth > high;
    view.intervals.push_back({.name = one.name, .low = low, .estimate = one.expected, .high = high, .tone = misses ? kit::Tone::careful : kit::Tone::accent,
                              .words = misses ? "misses the launch" : "holds it"});
    numbers.rows.push_back({one.name, in_words(one.expected / kBase, Unit::share), in_words((one.expected - truth) / kBase, Unit::share), in_words(one.std_error / kBase, Unit::share),
                            in_words(one.inflation, Unit::plain) + "-fold", in_words(one.error(truth) / kBase, Unit::share), misses ? "misses the launch" : "holds it"});
  }
  kit::interval_chart(view);
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

void draw_spill(LabLook& look, const Setting& setting) {
  kit::ChartView chart{.name = "Estimated lift of each design by the share taken from other buyers, beside the launch", .x_label = "taken from other buyers", .y_label = "lift",
                       .shares = true};
  chart.series = {{.name = "launch", .points = {}, .dashed = true}, {.name = "buyers", .points = {}}, {.name = "clusters", .points = {}}, {.name = "switchback", .points = {}}};
  Figures numbers{"Lift by spill-over", {"taken from others", "launch", "buyers", "clusters", "switchback"}, {}};
  for (int i = 0; i <= 12; ++i) {
    Setting at = setting;
    at.spill = i / 10.0;
    const Computed computed = compute(at);
    if (!computed.problem.empty()) continue;
    std::vector<std::string> row = {in_words(at.spill, Unit::share), in_words(truth_of(at) / kBase, Unit::share)};
    chart.series[0].points.emplace_back(at.spill, truth_of(at) / kBase);
    for (std::size_t d = 0; d < computed.designs.size(); ++d) {
      chart.series[d + 1].points.emplace_back(at.spill, computed.designs[d].expected / kBase);
      row.push_back(in_words(computed.designs[d].expected / kBase, Unit::share));
    }
    numbers.rows.push_back(std::move(row));
  }
  chart.marks = {{0, ""}, {setting.spill, "here", true}};
  kit::line_chart(chart);
  figures(look, numbers);
}

}  // namespace

void draw_lab_interference(const app::App& app, LabLook& look, app::Commands& commands) {
  if (pick(look, "Groups from", {"A model", "My numbers"}) == 1) return draw_own_clusters(app, look, commands);
  Setting setting;
  const Computed* computed = nullptr;
  bench([&] { setting = ask(look); },
        [&] {
          computed = &kept(look, "designs",
                           inputs_of({setting.users, setting.direct, setting.spill, setting.clusters, setting.inside, setting.cluster_icc, setting.slots, setting.carry_over,
                                      setting.slot_icc}),
                           [&] { return compute(setting); });
          if (!computed->problem.empty()) return refusal({base::ErrorKind::bad_input, "", computed->problem});
          draw_designs(look, setting, *computed);
          draw_spill(look, setting);
        });
  if (computed == nullptr || !computed->problem.empty()) return;
  const double truth = truth_of(setting);
  const Design& naive = computed->designs[0];
  const Design* best = &computed->designs[0];
  for (const Design& one : computed->designs)
    if (one.error(truth) < best->error(truth)) best = &one;
  formula_card("\\text{order}_i = p + \\delta z_i - s \\delta \\bar{z}_{market(i)} \\text{, launch} = \\delta (1 - s)",
               {"p = " + in_words(kBase, Unit::share), "\u03B4 = " + points_words(kBase * setting.direct), "s = " + in_words(setting.spill, Unit::share),
                "best here: randomise " + std::string(best->spoken)},
               "z is 1 for a treated buyer and z with a bar the treated share of the market: half of it when buyers are split one by one, so both arms lose alike and the difference "
               "shows \u03B4. Clusters and slots are each alike inside, which inflates the variance by 1 + (m \u2212 1) ICC.");
  std::string text = "Split buyer by buyer, we would report a lift of " + in_words(naive.expected / kBase, Unit::share, 2) + "; launched to everybody it would be " +
                     in_words(truth / kBase, Unit::share, 2) + ". ";
  if (setting.spill == 0) text += "Nobody takes anything from anybody here, so the plain experiment is right and the sharpest.";
  else
    text += "The rest is not new demand: treated buyers got there first, and the control went without. Randomising " + std::string(best->spoken) +
            " has the smallest typical error here (" + in_words(best->error(truth) / kBase, Unit::share, 2) + ")" +
            (best == &naive ? ", since the other designs are too noisy with so few groups: get more of them before trusting either." : ".");
  plain_sentence(text);
}

}  // namespace loopready::screens
