// How well a yes-or-no or several-class prediction does, from counts and from labels.
// Here: everything read off a confusion matrix; F1 over several classes.
// Not here: scores and rankings (score_metric.h, ranked_list.h), predicted probabilities (probability_metric.h).
// Terms: tp, fp, fn, tn are counts; every measure is a share but mcc, youden_j and kappa (-1 to 1).
// Errors: bad_input where a measure would divide by 0.
// Source: definitions; Matthews 1975; Youden 1950; Cohen 1960.
#pragma once

#include <span>
#include <string>

#include "base/result.h"

namespace loopready::stats {

struct Confusion {
  double accuracy, precision, recall, specificity, f1, f_beta_2, balanced_accuracy, mcc, false_positive_rate, negative_predictive_value,
      youden_j, kappa;
};
base::Result<Confusion> confusion_metrics(double tp, double fp, double fn, double tn);

struct MulticlassF1 {
  double macro_f1, micro_f1, weighted_f1, accuracy;
};
// Classes are those that occur in either list; a class never predicted has F1 0.
base::Result<MulticlassF1> multiclass_f1(std::span<const std::string> y_true, std::span<const std::string> y_pred);

}  // namespace loopready::stats
