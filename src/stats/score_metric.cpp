#include "stats/score_metric.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/sums.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

Status check(const Scored& scored) {
  LR_NEED(need_values(scored.y_true, "y_true", 2));
  LR_NEED(need_values(scored.score, "score", 2));
  LR_NEED(need_same_length(scored.y_true.size(), scored.score.size(), "y_true", "score"));
  for (double label : scored.y_true)
    if (label != 0 && label != 1) return refuse("y_true", "Every label must be 0 or 1.");
  const double n_positive = exact_sum(scored.y_true);
  if (n_positive == 0) return refuse("y_true", "There are no positives.");
  if (n_positive == static_cast<double>(scored.y_true.size())) return refuse("y_true", "There are no negatives.");
  return Done{};
}

// Ranks from 1 upwards; equal values share the mean of theirs.
std::vector<double> shared_ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    for (std::size_t k = i; k < end; ++k) ranks[order[k]] = static_cast<double>(i + end + 1) / 2;
    i = end;
  }
  return ranks;
}

std::vector<ScoreCut> thresholds(const Scored& scored) {
  std::vector<std::size_t> order(scored.score.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scored.score[a] > scored.score[b]; });
  std::vector<ScoreCut> all;
  ScoreCut now{0, 0, 0};
  for (std::size_t i = 0; i < order.size(); ++i) {
    ++(scored.y_true[order[i]] == 1 ? now.true_positives : now.false_positives);
    now.score = scored.score[order[i]];
    if (i + 1 == order.size() || scored.score[order[i + 1]] != now.score) all.push_back(now);
  }
  return all;
}

struct Components {
  std::vector<double> positives, negatives;  // each row's chance of being on the right side of the other class
};
Components components(const Scored& scored) {
  std::vector<double> positives, negatives, all(scored.score.begin(), scored.score.end());
  for (std::size_t i = 0; i < all.size(); ++i) (scored.y_true[i] == 1 ? positives : negatives).push_back(all[i]);
  const std::vector<double> ranks = shared_ranks(all);
  const std::vector<double> own_positive = shared_ranks(positives), own_negative = shared_ranks(negatives);
  const double n_positive = static_cast<double>(positives.size()), n_negative = static_cast<double>(negatives.size());
  Components result;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (scored.y_true[i] == 1) result.positives.push_back((ranks[i] - own_positive[result.positives.size()]) / n_negative);
    else result.negatives.push_back(1 - (ranks[i] - own_negative[result.negatives.size()]) / n_positive);
  }
  return result;
}

}  // namespace

Result<std::vector<ScoreCut>> score_cuts(const Scored& scored) {
  LR_NEED(check(scored));
  return thresholds(scored);
}

Result<double> roc_auc(const Scored& scored) {
  LR_NEED(check(scored));
  return average(components(scored).positives);
}

Result<AucInterval> auc_delong(const Scored& scored, double conf_level) {
  LR_NEED(check(scored));
  LR_NEED(need_inside_unit(conf_level, "conf_level"));
  const Components parts = components(scored);
  if (parts.positives.size() < 2) return refuse("y_true", "At least two positives are needed for a standard error.");
  if (parts.negatives.size() < 2) return refuse("y_true", "At least two negatives are needed for a standard error.");
  LR_TRY(const SampleSummary positives, summarise(parts.positives, "score"));
  LR_TRY(const SampleSummary negatives, summarise(parts.negatives, "score"));
  const double auc = positives.mean, std_error = std::sqrt(positives.variance / positives.n + negatives.variance / negatives.n);
  const double half = standard_normal_quantile_upper((1 - conf_level) / 2) * std_error;
  return AucInterval{auc, std_error, auc - half, auc + half};
}

Result<double> average_precision(const Scored& scored) {
  LR_NEED(check(scored));
  const double n_positive = exact_sum(scored.y_true);
  double total = 0, before = 0;
  for (const ScoreCut& at : thresholds(scored)) {
    total += (at.true_positives - before) / n_positive * (at.true_positives / (at.true_positives + at.false_positives));
    before = at.true_positives;
  }
  return total;
}

Result<double> pr_auc_trapezoid(const Scored& scored) {
  LR_NEED(check(scored));
  const double n_positive = exact_sum(scored.y_true);
  double total = 0, recall_before = 0, precision_before = 1;
  for (const ScoreCut& at : thresholds(scored)) {
    const double recall = at.true_positives / n_positive, precision = at.true_positives / (at.true_positives + at.false_positives);
    total += (recall - recall_before) * (precision + precision_before) / 2;
    recall_before = recall;
    precision_before = precision;
  }
  return total;
}

Result<double> ks_statistic(const Scored& scored) {
  LR_NEED(check(scored));
  const double n_positive = exact_sum(scored.y_true), n_negative = static_cast<double>(scored.y_true.size()) - n_positive;
  double largest = 0;
  for (const ScoreCut& at : thresholds(scored))
    largest = std::max(largest, std::fabs(at.true_positives / n_positive - at.false_positives / n_negative));
  return largest;
}

Result<double> lift_at_fraction(const Scored& scored, double fraction) {
  LR_NEED(check(scored));
  if (!(fraction > 0 && fraction <= 1)) return refuse("fraction", "A number above 0 and at most 1 is needed.");
  const double n = static_cast<double>(scored.score.size());
  // A product such as 0.29 * 100 lands a hair below its whole number.
  const auto n_top = static_cast<std::size_t>(std::floor(fraction * n + 1e-9));
  if (n_top == 0) return refuse("fraction", "This fraction holds not even one row.");
  std::vector<std::size_t> order(scored.score.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scored.score[a] > scored.score[b]; });
  double found = 0;
  for (std::size_t i = 0; i < n_top; ++i) found += scored.y_true[order[i]];
  return (found / static_cast<double>(n_top)) / (exact_sum(scored.y_true) / n);
}

}  // namespace loopready::stats
