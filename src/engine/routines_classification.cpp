// Measures of classifiers, scores and rankings by name.
#include "engine/routine.h"
#include "stats/classification.h"
#include "stats/probability_metric.h"
#include "stats/ranked_list.h"
#include "stats/score_metric.h"

namespace loopready::engine {
namespace {

using base::Result;

Result<Values> one(const char* name, const Result<double>& value) {
  if (!value) return value.error();
  return Values{{name, value.value()}};
}

template <Result<double> (*measure)(const stats::Scored&)>
Result<Values> of_scores(Inputs& in) {
  const Numbers y_true = in.numbers("y_true"), score = in.numbers("score");
  LR_READ(in);
  return one("value", measure({y_true, score}));
}

Result<Values> confusion_metrics(Inputs& in) {
  const double tp = in.number("tp"), fp = in.number("fp"), fn = in.number("fn"), tn = in.number("tn");
  LR_READ(in);
  LR_TRY(const auto measures, stats::confusion_metrics(tp, fp, fn, tn));
  return Values{{"accuracy", measures.accuracy},
                {"precision", measures.precision},
                {"recall", measures.recall},
                {"specificity", measures.specificity},
                {"f1", measures.f1},
                {"f_beta_2", measures.f_beta_2},
                {"balanced_accuracy", measures.balanced_accuracy},
                {"mcc", measures.mcc},
                {"false_positive_rate", measures.false_positive_rate},
                {"negative_predictive_value", measures.negative_predictive_value},
                {"youden_j", measures.youden_j},
                {"kappa", measures.kappa}};
}

Result<Values> multiclass_f1(Inputs& in) {
  const std::vector<std::string> y_true = in.class_names("y_true"), y_pred = in.class_names("y_pred");
  LR_READ(in);
  LR_TRY(const auto result, stats::multiclass_f1(y_true, y_pred));
  return Values{{"macro_f1", result.macro_f1}, {"micro_f1", result.micro_f1}, {"weighted_f1", result.weighted_f1},
                {"accuracy", result.accuracy}};
}

Result<Values> gini_from_auc(Inputs& in) {
  const Numbers y_true = in.numbers("y_true"), score = in.numbers("score");
  LR_READ(in);
  LR_TRY(const double auc, stats::roc_auc({y_true, score}));
  return Values{{"value", 2 * auc - 1}};
}

Result<Values> roc_auc_delong(Inputs& in) {
  const Numbers y_true = in.numbers("y_true"), score = in.numbers("score");
  const double conf_level = in.conf_level();
  LR_READ(in);
  LR_TRY(const auto result, stats::auc_delong({y_true, score}, conf_level));
  return Values{{"auc", result.auc}, {"std_error", result.std_error}, {"ci_low", result.ci_low}, {"ci_high", result.ci_high}};
}

Result<Values> log_loss(Inputs& in) {
  const Numbers y_true = in.numbers("y_true"), p = in.numbers("p");
  const double eps = in.number_or("eps", 1e-15);
  LR_READ(in);
  return one("value", stats::log_loss(y_true, p, eps));
}

Result<Values> log_loss_multiclass(Inputs& in) {
  const Matrix p = in.matrix("p");
  const Numbers y_true = in.numbers("y_true");
  LR_READ(in);
  return one("value", stats::log_loss_multiclass(p, y_true));
}

Result<Values> brier_score(Inputs& in) {
  const Numbers y_true = in.numbers("y_true"), p = in.numbers("p");
  LR_READ(in);
  return one("value", stats::brier_score(y_true, p));
}

Result<Values> lift_at_fraction(Inputs& in) {
  const Numbers y_true = in.numbers("y_true"), score = in.numbers("score");
  const double fraction = in.number("fraction");
  LR_READ(in);
  return one("value", stats::lift_at_fraction({y_true, score}, fraction));
}

Result<Values> precision_recall_at_k(Inputs& in) {
  const Numbers relevance = in.numbers("relevance");
  const double k = in.number("k"), total_relevant = in.number("total_relevant");
  LR_READ(in);
  LR_TRY(const auto result, stats::precision_recall_at_k(relevance, k, total_relevant));
  return Values{{"precision_at_k", result.precision}, {"recall_at_k", result.recall}};
}

Result<Values> ndcg_at_k(Inputs& in) {
  const Numbers relevance = in.numbers("relevance");
  const double k = in.number("k");
  LR_READ(in);
  LR_TRY(const auto result, stats::ndcg_at_k(relevance, k));
  return Values{{"ndcg", result.exponential}, {"ndcg_linear", result.linear}};
}

template <Result<double> (*measure)(const Matrix&)>
Result<Values> of_ranked_lists(Inputs& in) {
  const Matrix ranked = in.rows("ranked_relevance");
  LR_READ(in);
  return one("value", measure(ranked));
}

Result<Values> expected_calibration_error(Inputs& in) {
  const Numbers y_true = in.numbers("y_true"), p = in.numbers("p");
  const double bins = in.number_or("bins", 10);
  LR_READ(in);
  return one("value", stats::expected_calibration_error(y_true, p, bins));
}

Result<Values> hosmer_lemeshow(Inputs& in) {
  const Numbers observed = in.numbers("observed"), expected = in.numbers("expected"), n = in.numbers("n");
  LR_READ(in);
  LR_TRY(const auto test, stats::hosmer_lemeshow(observed, expected, n));
  return Values{{"statistic", test.statistic}, {"df", test.df}, {"p_value", test.p_value}};
}

constexpr const char* kScores = "y_true: 0 or 1; score: numbers, higher for 1";
constexpr const char* kShares = "y_true: 0 or 1; p: shares";

}  // namespace

const std::vector<Routine>& classification_routines() {
  static const std::vector<Routine> kAll = {
      {"confusion_metrics", "tp: count; fp: count; fn: count; tn: count",
       "accuracy; precision; recall; specificity; f1; f_beta_2; balanced_accuracy; mcc; false_positive_rate; negative_predictive_value; "
       "youden_j; kappa",
       "Read off the four counts; refused where any of them would divide by 0.", "Matthews 1975; Youden 1950; Cohen 1960",
       confusion_metrics},
      {"multiclass_f1", "y_true: labels; y_pred: labels", "macro_f1; micro_f1; weighted_f1; accuracy",
       "F1 of each class against the rest, averaged plainly, over all decisions (= accuracy), and by how often the class is true; a class "
       "never right counts 0.", "van Rijsbergen 1979", multiclass_f1},
      {"roc_auc", kScores, "value", "Chance that a positive scores above a negative, ties one half (midranks).", "Hanley and McNeil 1982",
       of_scores<stats::roc_auc>},
      {"gini_from_auc", kScores, "value", "2 * AUC - 1.", "Hanley and McNeil 1982", gini_from_auc},
      {"average_precision", kScores, "value", "Sum over thresholds of precision times the rise in recall; no interpolation.",
       "Salton and McGill 1983", of_scores<stats::average_precision>},
      {"pr_auc_trapezoid", kScores, "value", "Trapezoids under precision against recall, from recall 0 with precision 1.",
       "Davis and Goadrich 2006", of_scores<stats::pr_auc_trapezoid>},
      {"ks_statistic_scores", kScores, "value", "Largest gap between true and false positive rate over all thresholds.",
       "Kolmogorov 1933; Smirnov 1939", of_scores<stats::ks_statistic>},
      {"roc_auc_delong", "y_true: 0 or 1; score: numbers; conf_level: share", "auc; std_error; ci_low; ci_high",
       "AUC with the standard error of structural components (n - 1); normal interval, not cut at 0 and 1.",
       "DeLong, DeLong and Clarke-Pearson 1988", roc_auc_delong},
      {"log_loss", "y_true: 0 or 1; p: shares; eps: share, 1e-15 when absent", "value",
       "Mean of -ln of the probability given to what came, p kept inside eps to 1 - eps.", "Good 1952", log_loss},
      {"brier_score", kShares, "value", "Mean squared gap between p and 0 or 1.", "Brier 1950", brier_score},
      {"log_loss_multiclass", "p: matrix, a row an observation; y_true: class numbers from 0", "value",
       "Mean of -ln of the probability given to the true class, without clipping.", "Good 1952", log_loss_multiclass},
      {"lift_at_fraction", "y_true: 0 or 1; score: numbers; fraction: share", "value",
       "Share of positives in the top floor(fraction * n) scores over the share in all; equal scores keep their order.", "Siddiqi 2006",
       lift_at_fraction},
      {"precision_recall_at_k", "relevance: numbers in ranked order; k: count; total_relevant: count", "precision_at_k; recall_at_k",
       "Relevant among the first k, over k and over all relevant.", "Manning, Raghavan and Schuetze 2008", precision_recall_at_k},
      {"ndcg_at_k", "relevance: numbers in ranked order; k: count", "ndcg; ndcg_linear",
       "Discount log2(rank + 1); gains 2^relevance - 1 and, for ndcg_linear, the relevance; the ideal order is that of the whole list.",
       "Jarvelin and Kekalainen 2002; Burges et al. 2005", ndcg_at_k},
      {"mean_reciprocal_rank", "ranked_relevance: a list a query", "value",
       "Mean over queries of 1 / rank of the first relevant result, 0 where none is.", "Voorhees 1999",
       of_ranked_lists<stats::mean_reciprocal_rank>},
      {"mean_average_precision", "ranked_relevance: a list a query", "value",
       "Mean over queries of precision at each relevant result, divided by the relevant results listed; 0 where none is.",
       "Manning, Raghavan and Schuetze 2008", of_ranked_lists<stats::mean_average_precision>},
      {"expected_calibration_error", "y_true: 0 or 1; p: shares; bins: count, 10 when absent", "value",
       "Bins of equal width, min(floor(p * bins), bins - 1); gaps between mean p and share of 1, weighted by rows.",
       "Naeini, Cooper and Hauskrecht 2015", expected_calibration_error},
      {"hosmer_lemeshow", "observed: counts a group; expected: sums of p a group; n: rows a group", "statistic; df; p_value",
       "Sum of (observed - expected)^2 / (expected (1 - expected / n)); groups - 2 degrees of freedom.", "Hosmer and Lemeshow 1980",
       hosmer_lemeshow},
  };
  return kAll;
}

}  // namespace loopready::engine
