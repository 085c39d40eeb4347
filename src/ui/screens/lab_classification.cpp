#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "stats/classification.h"
#include "stats/draws.h"
#include "stats/probability_metric.h"
#include "stats/score_metric.h"
#include "ui/kit/chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/lab.h"

namespace loopready::screens {
namespace {

constexpr std::size_t kRows = 2'000, kMostRows = 50'000, kMostDrawn = 250;
constexpr double kBins = 10;
constexpr std::string_view kSample =
    "score,label\n0.97,1\n0.94,1\n0.91,0\n0.88,1\n0.83,1\n0.79,1\n0.74,0\n0.7,1\n0.64,0\n0.6,1\n0.55,0\n0.51,1\n0.47,0\n0.43,0\n0.38,1\n0.33,0\n"
    "0.3,0\n0.26,0\n0.22,1\n0.18,0\n0.15,0\n0.12,0\n0.09,0\n0.07,0\n0.05,0\n0.04,0\n0.03,0\n0.02,0";

struct Rows {
  std::vector<double> labels = {}, scores = {};
  std::string problem = {};
};

struct Setting {
  Rows rows;
  std::string inputs;
  double false_alarm_cost = 1, miss_cost = 10;
};

Rows drawn(double separation, double prevalence, double boldness, double seed) {
  base::Random random(static_cast<std::uint64_t>(seed));
  Rows rows;
  const double base_logit = std::log(prevalence / (1 - prevalence));
  for (std::size_t i = 0; i < kRows; ++i) {
    const double label = random.chance(prevalence) ? 1 : 0;
    const double x = separation * label + stats::draw_normal(random);
    // The logit that would be right, then told too boldly or too timidly.
    const double logit = boldness * (separation * x - separation * separation / 2 + base_logit);
    rows.labels.push_back(label);
    rows.scores.push_back(1 / (1 + std::exp(-logit)));
  }
  return rows;
}

Rows pasted(const OwnNumbers& own) {
  Rows rows{own.columns[1], own.columns[0], ""};
  if (rows.labels.size() > kMostRows) rows.problem = "At most 50,000 rows are judged here. Keep a random sample of them.";
  return rows;
}

Setting ask(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  if (pick(look, "Scores from", {"A simulation", "My numbers"}) == 1) {
    const OwnNumbers own = own_numbers(app, "classification", 2, kSample,
                                       "One row a line: score, label (1 or 0). Until you paste your own, these are 28 invented customers and whether they left.", commands);
    setting.inputs = "own" + inputs_of({own.version});
    setting.rows = kept(look, "own rows", setting.inputs, [&] { return pasted(own); });
  } else {
    const double separation = knob(look, {.name = "Separation of the classes, in sd", .start = 1.6, .from = 0, .to = 4, .step = 0.1});
    const double prevalence = knob(look, {.name = "Share of positives", .start = 0.05, .from = 0.01, .to = 0.6, .step = 0.01, .unit = Unit::share});
    const double boldness = knob(look, {.name = "Boldness of the scores (1 is right)", .start = 1, .from = 0.3, .to = 3, .step = 0.1});
    const double seed = knob(look, {.name = "Luck of the draw", .start = 1, .from = 1, .to = 200, .step = 1, .unit = Unit::whole});
    setting.inputs = inputs_of({separation, prevalence, boldness, seed});
    setting.rows = kept(look, "drawn rows", setting.inputs, [&] { return drawn(separation, prevalence, boldness, seed); });
  }
  setting.false_alarm_cost = knob(look, {.name = "Cost of a false alarm", .start = 1, .from = 1, .to = 100, .step = 1, .unit = Unit::usd});
  setting.miss_cost = knob(look, {.name = "Cost of a miss", .start = 10, .from = 1, .to = 200, .step = 1, .unit = Unit::usd});
  return setting;
}

struct Judged {
  std::vector<stats::ScoreCut> cuts;
  double n = 0, n_positive = 0;
  stats::AucInterval auc = {};
  double average_precision = NAN, ks = NAN;
  double brier = NAN, log_loss = NAN, calibration_error = NAN;  // of scores that are probabilities
  std::vector<stats::CalibrationBin> bins;
  std::string problem, no_probability;
};

Judged judge(const Rows& rows) {
  Judged judged;
  const stats::Scored scored{rows.labels, rows.scores};
  const auto cuts = stats::score_cuts(scored);
  const auto auc = stats::auc_delong(scored, 0.95);
  if (!cuts || !auc) {
    judged.problem = !cuts ? cuts.error().text : auc.error().text;
    return judged;
  }
  judged.cuts = cuts.value();
  judged.auc = auc.value();
  judged.n = static_cast<double>(rows.labels.size());
  judged.n_positive = judged.cuts.back().true_positives;
  judged.average_precision = stats::average_precision(scored).value();
  judged.ks = stats::ks_statistic(scored).value();
  const auto bins = stats::calibration_bins(rows.labels, rows.scores, kBins);
  if (!bins) {
    judged.no_probability = bins.error().text;
    return judged;
  }
  judged.bins = bins.value();
  judged.brier = stats::brier_score(rows.labels, rows.scores).value();
  judged.log_loss = stats::log_loss(rows.labels, rows.scores, 1e-15).value();
  judged.calibration_error = stats::expected_calibration_error(rows.labels, rows.scores, kBins).value();
  return judged;
}

// What lies on each side of a threshold; nobody above it when no score reaches it.
struct Sides {
  double tp = 0, fp = 0, fn = 0, tn = 0;
};
Sides sides_at(const Judged& judged, double threshold) {
  stats::ScoreCut cut{0, 0, 0};
  const auto below = std::partition_point(judged.cuts.begin(), judged.cuts.end(), [&](const stats::ScoreCut& at) { return at.score >= threshold; });
  if (below != judged.cuts.begin()) cut = *(below - 1);
  return {cut.true_positives, cut.false_positives, judged.n_positive - cut.true_positives, judged.n - judged.n_positive - cut.false_positives};
}

double cost_of(const Sides& sides, const Setting& setting) { return sides.fp * setting.false_alarm_cost + sides.fn * setting.miss_cost; }

struct Best {
  double threshold = 0, cost = 0;
};
Best cheapest(const Judged& judged, const Setting& setting) {
  Best best{INFINITY, judged.n_positive * setting.miss_cost};  // to act on nobody
  for (const stats::ScoreCut& cut : judged.cuts) {
    const double cost = cut.false_positives * setting.false_alarm_cost + (judged.n_positive - cut.true_positives) * setting.miss_cost;
    if (cost < best.cost) best = {cut.score, cost};
  }
  return best;
}

void draw_order(LabLook& look, const Judged& judged, const Sides& sides) {
  kit::ChartView roc{.name = "ROC curve: true positives found by false alarms raised", .x_label = "false positive rate", .y_label = "recall", .shares = true};
  kit::ChartView pr{.name = "Precision by recall", .x_label = "recall", .y_label = "precision", .shares = true};
  roc.series = {{.name = "ROC", .points = {{0, 0}}}, {.name = "chance", .points = {{0, 0}, {1, 1}}, .dashed = true}};
  pr.series = {{.name = "PR", .points = {}}};
  Figures numbers{"Curves", {"score", "recall", "false positive rate", "precision"}, {}};
  const double n_negative = judged.n - judged.n_positive;
  const std::size_t step = judged.cuts.size() / kMostDrawn + 1, row_step = judged.cuts.size() / 25 + 1;
  for (std::size_t i = 0; i < judged.cuts.size(); ++i) {
    const stats::ScoreCut& cut = judged.cuts[i];
    const double recall = cut.true_positives / judged.n_positive, alarms = cut.false_positives / n_negative;
    const double precision = cut.true_positives / (cut.true_positives + cut.false_positives);
    if (i % step == 0 || i + 1 == judged.cuts.size()) {
      roc.series[0].points.emplace_back(alarms, recall);
      pr.series[0].points.emplace_back(recall, precision);
    }
    if (i % row_step == 0)
      numbers.rows.push_back({in_words(cut.score, Unit::plain), in_words(recall, Unit::share), in_words(alarms, Unit::share), in_words(precision, Unit::share)});
  }
  const double recall = sides.tp / judged.n_positive;
  roc.series.push_back({.name = "threshold", .points = {{sides.fp / n_negative, recall}}, .kind = kit::SeriesKind::points});
  if (sides.tp + sides.fp > 0)
    pr.series.push_back({.name = "threshold", .points = {{recall, sides.tp / (sides.tp + sides.fp)}}, .kind = kit::SeriesKind::points});
  pr.marks = {{judged.n_positive / judged.n, "share of positives"}};
  for (kit::ChartView* chart : {&roc, &pr}) {
    chart->x_least = chart->y_least = 0;
    chart->x_most = chart->y_most = 1;
    kit::line_chart(*chart);
  }
  figures(look, numbers);
}

void draw_calibration(LabLook& look, const Judged& judged) {
  if (!judged.no_probability.empty()) {
    kit::text("Calibration needs scores that are probabilities. " + judged.no_probability, kit::Tone::quiet);
    return;
  }
  kit::ChartView chart{.name = "Calibration: how often it happened by what was predicted, in tenths", .x_label = "mean predicted chance", .y_label = "share that happened",
                       .shares = true};
  chart.series = {{.name = "happened", .points = {}, .kind = kit::SeriesKind::points}, {.name = "as told", .points = {{0, 0}, {1, 1}}, .dashed = true}};
  Figures numbers{"Calibration", {"predicted", "happened", "rows"}, {}};
  for (const stats::CalibrationBin& bin : judged.bins) {
    chart.series[0].points.emplace_back(bin.expected / bin.n, bin.observed / bin.n);
    numbers.rows.push_back({in_words(bin.expected / bin.n, Unit::share), in_words(bin.observed / bin.n, Unit::share), in_words(bin.n, Unit::whole)});
  }
  chart.x_least = chart.y_least = 0;
  chart.x_most = chart.y_most = 1;
  kit::line_chart(chart);
  figures(look, numbers);
}

void draw_cost(LabLook& look, const Setting& setting, const Judged& judged, double threshold, double from, double to) {
  kit::ChartView chart{.name = "Cost of a thousand cases by threshold", .x_label = "threshold", .y_label = "$ per 1,000 cases"};
  chart.series = {{.name = "cost", .points = {}}};
  Figures numbers{"Cost by threshold", {"threshold", "acted on", "misses", "cost of 1,000"}, {}};
  constexpr int kSteps = 100;
  for (int i = 0; i <= kSteps; ++i) {
    const double at = from + (to - from) * i / kSteps;
    const Sides sides = sides_at(judged, at);
    const double cost = cost_of(sides, setting) / judged.n * 1000;
    chart.series[0].points.emplace_back(at, cost);
    if (i % 5 == 0)
      numbers.rows.push_back({in_words(at, Unit::plain), in_words(sides.tp + sides.fp, Unit::whole), in_words(sides.fn, Unit::whole), in_words(cost, Unit::usd)});
  }
  chart.marks = {{threshold, "threshold", true}};
  chart.y_least = 0;
  kit::line_chart(chart);
  figures(look, numbers);
}

void draw_measures(LabLook& look, const Judged& judged, const Sides& sides) {
  Figures counts{"Confusion matrix", {"what it was", "acted on", "left alone"}, {}};
  counts.rows = {{"positive", in_words(sides.tp, Unit::whole), in_words(sides.fn, Unit::whole)}, {"negative", in_words(sides.fp, Unit::whole), in_words(sides.tn, Unit::whole)}};
  Figures measures{"Measures", {"measure", "value", "what it asks"}, {}};
  const auto add = [&](const char* name, double value, const char* about) { measures.rows.push_back({name, in_words(value, Unit::plain), about}); };
  add("AUC", judged.auc.auc, "does a positive outrank a negative?");
  measures.rows.push_back({"AUC, 95 %", in_words(judged.auc.ci_low, Unit::plain) + " to " + in_words(judged.auc.ci_high, Unit::plain), "DeLong"});
  add("average precision", judged.average_precision, "are the first ones right?");
  add("KS", judged.ks, "widest gap of recall and false alarms");
  add("log loss", judged.log_loss, "are the chances right, boldness punished?");
  add("Brier", judged.brier, "are the chances right?");
  add("calibration error", judged.calibration_error, "do they happen as often as told?");
  const auto confusion = stats::confusion_metrics(sides.tp, sides.fp, sides.fn, sides.tn);
  if (confusion) {
    add("precision", confusion.value().precision, "of those acted on, how many are right?");
    add("recall", confusion.value().recall, "of the positives, how many are found?");
    add("F1", confusion.value().f1, "both at once, costs ignored");
    add("accuracy", confusion.value().accuracy, "all right answers; misleads when positives are rare");
  }
  look.open.try_emplace(counts.name, true);
  figures(look, counts);
  look.open.try_emplace(measures.name, true);
  figures(look, measures);
}

}  // namespace

void draw_lab_classification(const app::App& app, LabLook& look, app::Commands& commands) {
  Setting setting;
  const Judged* judged = nullptr;
  double threshold = 0.5, from = 0, to = 1;
  bench(
      [&] {
        setting = ask(app, look, commands);
        if (!setting.rows.problem.empty()) return;
        judged = &kept(look, "judged", setting.inputs, [&] { return judge(setting.rows); });
        if (!judged->problem.empty()) return;
        const bool probabilities = judged->no_probability.empty();
        if (!probabilities) {
          from = judged->cuts.back().score;
          to = std::max(judged->cuts.front().score, from + 1e-9);
        }
        threshold = std::clamp(knob(look, {.name = probabilities ? "Threshold" : "Threshold (score)", .start = probabilities ? 0.5 : (from + to) / 2, .from = from, .to = to,
                                           .step = probabilities ? 0.01 : (to - from) / 100}),
                               from, to);
      },
      [&] {
        if (!setting.rows.problem.empty()) return refusal({base::ErrorKind::bad_input, "", setting.rows.problem});
        if (!judged->problem.empty()) return refusal({base::ErrorKind::bad_input, "", judged->problem});
        kit::strong("AUC " + in_words(judged->auc.auc, Unit::plain) + ", average precision " + in_words(judged->average_precision, Unit::plain), kit::Tone::normal,
                    kit::kLarge);
        const Sides sides = sides_at(*judged, threshold);
        draw_cost(look, setting, *judged, threshold, from, to);
        draw_order(look, *judged, sides);
        draw_calibration(look, *judged);
        draw_measures(look, *judged, sides);
      });
  if (judged == nullptr || !judged->problem.empty()) return;
  const Sides sides = sides_at(*judged, threshold);
  const Best best = cheapest(*judged, setting);
  const double here = cost_of(sides, setting) / judged->n * 1000, least = best.cost / judged->n * 1000;
  formula_card("t^* = \\frac{c_{false alarm}}{c_{false alarm} + c_{miss}}",
               {"false alarm " + in_words(setting.false_alarm_cost, Unit::usd), "miss " + in_words(setting.miss_cost, Unit::usd),
                "t* = " + in_words(setting.false_alarm_cost / (setting.false_alarm_cost + setting.miss_cost), Unit::plain),
                "cheapest in these rows: " + (std::isfinite(best.threshold) ? in_words(best.threshold, Unit::plain) : "to act on nobody")},
               "t* holds for calibrated chances: act when the expected cost of leaving alone is the larger one. Order alone (AUC) can't give it; a bold or timid "
               "score keeps its AUC and loses its threshold.");
  const double acted = sides.tp + sides.fp;
  plain_sentence("At a threshold of " + in_words(threshold, Unit::plain) + " we act on " + in_words(acted, Unit::whole) + " of " + in_words(judged->n, Unit::whole) + " cases" +
                 (acted > 0 ? ", " + in_words(sides.tp / acted, Unit::share, 2) + " of them rightly," : "") + " and find " +
                 in_words(sides.tp / judged->n_positive, Unit::share, 2) + " of the positives. That costs " + in_words(here, Unit::usd) + " per 1,000 cases" +
                 (here > least * 1.02 ? "; the cheapest threshold, " + (std::isfinite(best.threshold) ? in_words(best.threshold, Unit::plain) : "to act on nobody") + ", costs " +
                                            in_words(least, Unit::usd) + "."
                                      : ", and no other threshold is much cheaper."));
}

}  // namespace loopready::screens
