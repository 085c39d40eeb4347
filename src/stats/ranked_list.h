// How good the order of search results or recommendations is.
// Here: precision and recall at k, NDCG, mean reciprocal rank, mean average precision.
// Not here: scores over the whole sample (score_metric.h).
// Terms: relevance is listed from the first result down, 0 = not relevant; k counts results from the top, and results that are
// missing from a shorter list count as not relevant.
// Errors: bad_input for k below 1, negative relevance, nothing relevant where a measure needs some.
// Source: Jarvelin and Kekalainen 2002 and Burges et al. 2005 (NDCG); Voorhees 1999 (MRR); definitions.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace loopready::stats {

struct PrecisionRecall {
  double precision, recall;
};
base::Result<PrecisionRecall> precision_recall_at_k(std::span<const double> relevance, double k, double total_relevant);

struct Ndcg {
  double exponential, linear;  // gains 2^relevance - 1, or the relevance itself; discount log2(rank + 1)
};
base::Result<Ndcg> ndcg_at_k(std::span<const double> relevance, double k);

base::Result<double> mean_reciprocal_rank(const std::vector<std::vector<double>>& ranked_relevance);
// A query's average precision is divided by the relevant results in its list; without any it is 0.
base::Result<double> mean_average_precision(const std::vector<std::vector<double>>& ranked_relevance);

}  // namespace loopready::stats
