// How well a score puts positives before negatives.
// Here: AUC with DeLong's error, average precision, area under precision and recall, KS, lift, and the cuts all curves are drawn from.
// Not here: ranked lists a query (ranked_list.h), whether probabilities hold (probability_metric.h).
// Terms: y_true is 0 or 1; a higher score means more likely 1; equal scores count half in AUC and are one threshold elsewhere.
// Errors: bad_input without both classes, for unlike lengths, for labels other than 0 and 1.
// Source: Hanley and McNeil 1982; DeLong, DeLong and Clarke-Pearson 1988.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

struct Scored {
  std::span<const double> y_true, score;
};
// What a threshold at each different score lets through, from the highest down: a row counts as positive from that score on.
struct ScoreCut {
  double score, true_positives, false_positives;
};
base::Result<std::vector<ScoreCut>> score_cuts(const Scored& scored);
base::Result<double> roc_auc(const Scored& scored);
base::Result<double> average_precision(const Scored& scored);   // step-wise: sum of precision times rise in recall
base::Result<double> pr_auc_trapezoid(const Scored& scored);    // starts at recall 0 with precision 1
base::Result<double> ks_statistic(const Scored& scored);
base::Result<double> lift_at_fraction(const Scored& scored, double fraction);

struct AucInterval {
  double auc, std_error, ci_low, ci_high;
};
base::Result<AucInterval> auc_delong(const Scored& scored, double conf_level);  // limits not cut at 0 and 1

}  // namespace loopready::stats
