#include "stats/classification.h"

#include <cmath>
#include <map>

#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;

Result<Confusion> confusion_metrics(double tp, double fp, double fn, double tn) {
  LR_NEED(need_count(tp, "tp"));
  LR_NEED(need_count(fp, "fp"));
  LR_NEED(need_count(fn, "fn"));
  LR_NEED(need_count(tn, "tn"));
  const double positives = tp + fn, negatives = fp + tn, called = tp + fp, passed = fn + tn, n = positives + negatives;
  if (positives == 0) return refuse("fn", "There are no positives (tp + fn is 0), so recall is undefined.");
  if (negatives == 0) return refuse("tn", "There are no negatives (fp + tn is 0), so specificity is undefined.");
  if (called == 0) return refuse("fp", "Nothing was called positive (tp + fp is 0), so precision is undefined.");
  if (passed == 0) return refuse("fn", "Nothing was called negative (fn + tn is 0), so the negative predictive value is undefined.");
  const double recall = tp / positives, specificity = tn / negatives, accuracy = (tp + tn) / n;
  // Shares, not counts: the product of four counts leaves the whole numbers soon.
  const double mcc = std::sqrt(recall * specificity * (tp / called) * (tn / passed)) -
                     std::sqrt((fn / positives) * (fp / negatives) * (fp / called) * (fn / passed));
  const double by_chance = (called / n) * (positives / n) + (passed / n) * (negatives / n);
  return Confusion{accuracy,
                   tp / called,
                   recall,
                   specificity,
                   2 * tp / (2 * tp + fp + fn),
                   5 * tp / (5 * tp + 4 * fn + fp),
                   (recall + specificity) / 2,
                   mcc,
                   fp / negatives,
                   tn / passed,
                   recall - fp / negatives,
                   (accuracy - by_chance) / (1 - by_chance)};
}

Result<MulticlassF1> multiclass_f1(std::span<const std::string> y_true, std::span<const std::string> y_pred) {
  if (y_true.empty()) return refuse("y_true", "At least one value is needed.");
  LR_NEED(need_same_length(y_true.size(), y_pred.size(), "y_true", "y_pred"));
  struct Counts {
    double right = 0, in_truth = 0, predicted = 0;
  };
  std::map<std::string, Counts> classes;
  double n_right = 0;
  for (std::size_t i = 0; i < y_true.size(); ++i) {
    ++classes[y_true[i]].in_truth;
    ++classes[y_pred[i]].predicted;
    if (y_true[i] == y_pred[i]) {
      ++classes[y_true[i]].right;
      ++n_right;
    }
  }
  const double n = static_cast<double>(y_true.size());
  double macro = 0, weighted = 0;
  for (const auto& [name, counts] : classes) {
    const double f1 = 2 * counts.right / (counts.in_truth + counts.predicted);
    macro += f1;
    weighted += f1 * counts.in_truth;
  }
  return MulticlassF1{macro / static_cast<double>(classes.size()), n_right / n, weighted / n, n_right / n};
}

}  // namespace loopready::stats
