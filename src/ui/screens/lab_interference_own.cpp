#include "ui/screens/lab_interference_own.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "stats/continuous.h"
#include "stats/describe.h"
#include "stats/experiment.h"
#include "stats/mean_test.h"
#include "stats/proportion_contrast.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

namespace loopready::screens {
namespace {

using base::Result;

constexpr std::size_t kMostClusters = 20'000;
constexpr std::string_view kSample =
    "cluster,arm,units,sum\nNorth,0,420,38\nSouth,1,380,52\nEast,0,510,61\nWest,1,455,58\nHarbour,0,290,22\nHills,1,330,47\nLakes,0,610,67\nCoast,1,575,60\nValley,0,350,24\nPlains,1,405,55\n"
    "Delta,0,480,58\nIsland,1,260,21";

base::Error refuse(const std::string& where, const std::string& text) { return {base::ErrorKind::bad_input, where, text}; }

struct Arm {
  std::vector<double> units = {}, sums = {}, means = {};
};

Result<std::vector<Arm>> parted(const OwnNumbers& numbers) {
  std::vector<Arm> arms(2);
  std::set<std::string> seen;
  const std::size_t n = numbers.columns[0].size();
  if (n > kMostClusters) return refuse("", "At most 20,000 clusters are read here.");
  for (std::size_t i = 0; i < n; ++i) {
    const double arm = numbers.columns[0][i], units = numbers.columns[1][i], sum = numbers.columns[2][i];
    const std::string& name = numbers.labels[i];
    if (!std::isfinite(units) || !std::isfinite(sum)) return refuse(name, "Every number must be finite.");
    if (arm != 0 && arm != 1) return refuse(name, "The arm must be 1 (treatment) or 0 (control).");
    if (units < 1 || units != std::floor(units)) return refuse(name, "The number of units is a whole number from 1.");
    if (!seen.insert(name).second) return refuse(name, "It stands here twice. One line a cluster; name the slots of a switchback by their time.");
    Arm& own = arms[arm == 1 ? 1 : 0];
    own.units.push_back(units);
    own.sums.push_back(sum);
    own.means.push_back(sum / units);
  }
  const auto alike = [](const Arm& arm) {
    return std::all_of(arm.means.begin(), arm.means.end(), [&](double mean) { return mean == arm.means[0]; });
  };
  if (arms[0].units.size() < 2 || arms[1].units.size() < 2) return refuse("", "Each arm needs at least two clusters, or nobody can tell how much clusters differ.");
  if (alike(arms[0]) && alike(arms[1])) return refuse("", "All clusters of an arm have the same mean: without spread there is no error to tell.");
  return arms;
}

bool counts_units(const Arm& arm) {
  for (std::size_t i = 0; i < arm.sums.size(); ++i)
    if (arm.sums[i] < 0 || arm.sums[i] > arm.units[i] || arm.sums[i] != std::floor(arm.sums[i])) return false;
  return true;
}

void show(LabLook& look, const OwnClusters& own) {
  kit::IntervalView view{.name = "Difference of the arms with 95 % intervals, by what is taken as independent", .marks = {{0, "no effect"}}, .row_height = 34};
  Figures numbers{"Difference by method", {"method", "difference", "standard error", "low", "high", "what it takes as independent"}, {}};
  for (const ClusterLine* line : {&own.naive, &own.delta, &own.means}) {
    if (std::isfinite(line->std_error))
      view.intervals.push_back({.name = line->name, .low = line->low, .estimate = line->estimate, .high = line->high, .tone = kit::Tone::accent,
                                .words = line->low > 0 || line->high < 0 ? "an effect" : "not clear"});
    numbers.rows.push_back({line->name, in_words(line->estimate, Unit::plain), in_words(line->std_error, Unit::plain), in_words(line->low, Unit::plain), in_words(line->high, Unit::plain),
                            line->about});
  }
  kit::interval_chart(view);
  if (!std::isfinite(own.naive.std_error))
    kit::text("Your sums don't count units, so the naive error can't be told from totals; the clusters' can.", kit::Tone::quiet);
  look.open.try_emplace(numbers.name, true);
  figures(look, numbers);
}

std::string told(const OwnClusters& own) {
  const std::string range = in_words(own.delta.low, Unit::plain) + " to " + in_words(own.delta.high, Unit::plain);
  const bool clear = own.delta.low > 0 || own.delta.high < 0;
  std::string text = "Whole clusters were switched, so we have " + in_words(own.n_clusters[1] + own.n_clusters[0], Unit::whole) + " of them to judge by, not " +
                     in_words(own.n_units[0] + own.n_units[1], Unit::whole) + " units. The difference is " + in_words(own.delta.estimate, Unit::plain) + " a unit, plausibly " + range +
                     (clear ? ": an effect. " : ": it may be nothing. ");
  if (!std::isfinite(own.naive.std_error)) return text + "More clusters would narrow that; more units in the same clusters hardly would.";
  const bool naive_clear = own.naive.low > 0 || own.naive.high < 0;
  if (naive_clear && !clear) return text + "Counted unit by unit it would look certain; that error bar leaves out that units of one cluster are alike.";
  return text + "The variance is " + in_words(own.inflation, Unit::plain, 2) + " times what counting unit by unit would claim.";
}

}  // namespace

Result<OwnClusters> own_clusters(const OwnNumbers& numbers) {
  LR_TRY(const std::vector<Arm> arms, parted(numbers));
  OwnClusters own;
  LR_TRY(const stats::RatioMetric control, stats::ratio_metric(arms[0].units, arms[0].sums, 0.95));
  LR_TRY(const stats::RatioMetric treatment, stats::ratio_metric(arms[1].units, arms[1].sums, 0.95));
  for (std::size_t i = 0; i < 2; ++i) {
    own.n_clusters[i] = static_cast<double>(arms[i].units.size());
    own.n_units[i] = stats::compensated_sum(arms[i].units);
    own.ratio[i] = (i == 1 ? treatment : control).ratio;
  }
  const double df = own.n_clusters[0] + own.n_clusters[1] - 2;
  LR_TRY(const double reach, stats::student_t_quantile_upper(0.025, df));
  const double difference = treatment.ratio - control.ratio, std_error = std::hypot(treatment.std_error, control.std_error);
  own.delta = {"Clusters, delta method", "each cluster, weighted by its units", difference, std_error, difference - reach * std_error, difference + reach * std_error};
  LR_TRY(const double tail, stats::student_t_sf(std::fabs(difference) / std_error, df));
  own.p_value = std::min(1.0, 2 * tail);
  LR_TRY(const stats::MeanTest welch, stats::welch_t(arms[1].means, arms[0].means, stats::Alternative::two_sided, 0.95));
  own.means = {"Cluster means, Welch's t", "each cluster, all with the same weight", welch.estimate, welch.std_error, welch.ci_low, welch.ci_high};
  own.naive = {"Unit by unit (naive)", "each unit", difference, NAN, NAN, NAN};
  own.inflation = NAN;
  if (!counts_units(arms[0]) || !counts_units(arms[1])) return own;
  LR_TRY(const stats::Contrast naive, stats::diff_proportions_wald(stats::compensated_sum(arms[1].sums), own.n_units[1], stats::compensated_sum(arms[0].sums), own.n_units[0], 0.95));
  own.naive.std_error = naive.std_error;
  own.naive.low = naive.interval.low;
  own.naive.high = naive.interval.high;
  own.inflation = std_error * std_error / (naive.std_error * naive.std_error);
  return own;
}

void draw_own_clusters(const app::App& app, LabLook& look, app::Commands& commands) {
  const Result<OwnClusters>* own = nullptr;
  bench(
      [&] {
        const OwnNumbers numbers = own_numbers(app,
                                               {.name = "interference",
                                                .n_columns = 3,
                                                .sample = kSample,
                                                .about = "One cluster or switchback slot a line: its name, arm (1 treatment, 0 control), number of units, their sum. Until you paste your own, "
                                                         "these are orders in twelve invented regions.",
                                                .labelled = true},
                                               commands);
        if (numbers.problem.empty()) own = &kept(look, "own clusters", inputs_of({numbers.version}), [&] { return own_clusters(numbers); });
      },
      [&] {
        if (own == nullptr) return;
        if (!own->ok()) return refusal(own->error());
        const OwnClusters& found = own->value();
        if (std::isfinite(found.inflation))
          kit::strong("The variance is " + in_words(found.inflation, Unit::plain, 2) + " times the naive one", kit::Tone::normal, kit::kTitle);
        show(look, found);
      });
  if (own == nullptr || !own->ok()) return;
  const OwnClusters& found = own->value();
  formula_card("var(R) = \\frac{var(y) - 2 R cov(x, y) + R^2 var(x)}{n \\bar{x}^2} \\text{, where } R = \\bar{y} / \\bar{x}",
               {"R = " + in_words(found.ratio[1], Unit::plain) + " treated and " + in_words(found.ratio[0], Unit::plain) + " not",
                "clusters = " + in_words(found.n_clusters[1], Unit::whole) + " and " + in_words(found.n_clusters[0], Unit::whole),
                "units = " + in_words(found.n_units[1], Unit::whole) + " and " + in_words(found.n_units[0], Unit::whole), "delta method: " + p_words(found.p_value)},
               "x is a cluster's number of units and y their sum; n counts clusters, and limits are Student's t with clusters less two degrees of freedom. With fewer than "
               "about ten clusters an arm trust no interval far. None of them sees what crosses the borders of clusters or slots.");
  plain_sentence(told(found));
}

}  // namespace loopready::screens
