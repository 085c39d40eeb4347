// Errors of predictions, information and drift by name.
#include "engine/routine.h"
#include "stats/forecast_error.h"
#include "stats/information.h"

namespace loopready::engine {
namespace {

using base::Result;
using Span = std::span<const double>;

Result<Values> one(const char* name, const Result<double>& value) {
  if (!value) return value.error();
  return Values{{name, value.value()}};
}

template <Result<double> (*measure)(Span, Span)>
Result<Values> of_two(Inputs& in, const char* first, const char* second) {
  const Numbers a = in.numbers(first), b = in.numbers(second);
  LR_READ(in);
  return one("value", measure(a, b));
}

template <Result<double> (*measure)(Span, Span, double)>
Result<Values> of_predictions(Inputs& in, const char* parameter) {
  const Numbers y_true = in.numbers("y_true"), y_pred = in.numbers("y_pred");
  const double value = in.number(parameter);
  LR_READ(in);
  return one("value", measure(y_true, y_pred, value));
}

Result<Values> regression_metrics(Inputs& in) {
  const Numbers y_true = in.numbers("y_true"), y_pred = in.numbers("y_pred");
  LR_READ(in);
  LR_TRY(const auto errors, stats::prediction_errors(y_true, y_pred));
  return Values{{"mae", errors.mae},     {"rmse", errors.rmse},   {"mse", errors.mse},
                {"r2", errors.r2},       {"mape", errors.mape},   {"smape", errors.smape},
                {"wape", errors.wape},   {"bias", errors.bias},   {"median_abs_error", errors.median_abs_error},
                {"max_error", errors.max_error}};
}

Result<Values> mase(Inputs& in) {
  const Numbers train = in.numbers("train"), actual = in.numbers("actual"), forecast = in.numbers("forecast");
  const double period = in.number_or("period", 1);
  LR_READ(in);
  return one("value", stats::mase(train, actual, forecast, period));
}

Result<Values> entropy(Inputs& in) {
  const Numbers p = in.numbers("p");
  LR_READ(in);
  LR_TRY(const double nats, stats::entropy_nats(p));
  return Values{{"nats", nats}, {"bits", nats / 0.69314718055994530942}};
}

Result<Values> mutual_information(Inputs& in) {
  const Matrix table = in.matrix("table");
  LR_READ(in);
  return one("nats", stats::mutual_information(table));
}

Result<Values> information_value(Inputs& in) {
  const Numbers good = in.numbers("good"), bad = in.numbers("bad");
  LR_READ(in);
  LR_TRY(const auto result, stats::information_value(good, bad));
  return Values{{"iv", result.iv}, {"woe", result.woe}};
}

Result<Values> gini_impurity(Inputs& in) {
  const Numbers left = in.numbers("left"), right = in.numbers("right");
  LR_READ(in);
  LR_TRY(const auto split, stats::split_of_node(left, right));
  return Values{{"parent_gini", split.parent_gini}, {"weighted_child_gini", split.weighted_child_gini},
                {"information_gain", split.information_gain_bits}};
}

}  // namespace

const std::vector<Routine>& error_measure_routines() {
  static const std::vector<Routine> kAll = {
      {"regression_metrics", "y_true: numbers, none 0; y_pred: numbers",
       "mae; rmse; mse; r2; mape; smape; wape; bias; median_abs_error; max_error",
       "Errors are predicted - true; mape, smape (2|e| / (|y| + |f|)) and wape (sum |e| / sum |y|) are shares; r2 against the mean.",
       "Hyndman and Koehler 2006", regression_metrics},
      {"rmsle", "y_true: numbers above -1; y_pred: numbers above -1", "value", "Root of the mean squared difference of ln(1 + value).",
       "definition", [](Inputs& in) { return of_two<stats::rmsle>(in, "y_true", "y_pred"); }},
      {"pinball_loss", "y_true: numbers; y_pred: numbers; quantile: share", "value",
       "Mean of quantile * (y - f) where y is above f, (1 - quantile) * (f - y) below.", "Koenker and Bassett 1978",
       [](Inputs& in) { return of_predictions<stats::pinball_loss>(in, "quantile"); }},
      {"huber_loss", "y_true: numbers; y_pred: numbers; delta: number above 0", "value",
       "Mean of e^2 / 2 up to delta, delta (|e| - delta / 2) beyond.", "Huber 1964",
       [](Inputs& in) { return of_predictions<stats::huber_loss>(in, "delta"); }},
      {"mase", "train: numbers; actual: numbers; forecast: numbers; period: count, 1 when absent", "value",
       "Mean absolute error over the mean absolute change across one period inside the training part.", "Hyndman and Koehler 2006", mase},
      {"population_stability_index", "expected: counts or shares; actual: counts or shares", "value",
       "Sum of (actual - expected) ln(actual / expected) over shares; an empty bin is refused.", "Siddiqi 2006",
       [](Inputs& in) { return of_two<stats::population_stability_index>(in, "expected", "actual"); }},
      {"kl_divergence", "p: probabilities; q: probabilities", "value", "Sum of p ln(p / q) in nats; Infinity where q is 0 and p is not.",
       "Kullback and Leibler 1951", [](Inputs& in) { return of_two<stats::kl_divergence>(in, "p", "q"); }},
      {"js_divergence", "p: probabilities; q: probabilities", "value",
       "Mean of the two divergences to the average distribution, in nats; not its square root.", "Lin 1991",
       [](Inputs& in) { return of_two<stats::js_divergence>(in, "p", "q"); }},
      {"entropy", "p: probabilities", "nats; bits", "-sum p ln p, with 0 ln 0 = 0; bits divide by ln 2.", "Shannon 1948", entropy},
      {"mutual_information", "table: matrix of counts or shares", "nats", "Sum of p ln(p / (row share * column share)).", "Shannon 1948",
       mutual_information},
      {"information_value", "good: counts a bin; bad: counts a bin", "iv; woe",
       "woe = ln(share of good / share of bad); iv = sum of (share of good - share of bad) woe; an empty bin is refused.", "Siddiqi 2006",
       information_value},
      {"gini_impurity", "left: counts a class; right: counts a class", "parent_gini; weighted_child_gini; information_gain",
       "Impurity 1 - sum of squared shares of the node before and after the split; information_gain is the fall in entropy, in bits.",
       "Breiman et al. 1984; Quinlan 1986", gini_impurity},
  };
  return kAll;
}

}  // namespace loopready::engine
