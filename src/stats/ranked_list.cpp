#include "stats/ranked_list.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "stats/refusal.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

Status check(std::span<const double> relevance, const std::string& what) {
  LR_NEED(need_values(relevance, what, 1));
  for (double one : relevance) LR_NEED(need_not_negative(one, what));
  return Done{};
}

Status check_k(double k) {
  LR_NEED(need_count(k, "k"));
  return k >= 1 ? Status(Done{}) : Status(refuse("k", "k must be at least 1."));
}

Status check_all(const std::vector<std::vector<double>>& ranked_relevance) {
  if (ranked_relevance.empty()) return refuse("ranked_relevance", "At least one ranked list is needed.");
  for (const auto& list : ranked_relevance) LR_NEED(check(list, "ranked_relevance"));
  return Done{};
}

std::size_t first_k(std::span<const double> relevance, double k) {
  return static_cast<std::size_t>(std::min(k, static_cast<double>(relevance.size())));
}

double discounted_gain(std::span<const double> relevance, std::size_t n, bool exponential) {
  double total = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double gain = exponential ? std::exp2(relevance[i]) - 1 : relevance[i];
    total += gain / std::log2(static_cast<double>(i + 2));
  }
  return total;
}

}  // namespace

Result<PrecisionRecall> precision_recall_at_k(std::span<const double> relevance, double k, double total_relevant) {
  LR_NEED(check(relevance, "relevance"));
  LR_NEED(check_k(k));
  LR_NEED(need_count(total_relevant, "total_relevant"));
  double found = 0;
  for (std::size_t i = 0; i < first_k(relevance, k); ++i) found += relevance[i] > 0 ? 1 : 0;
  if (total_relevant == 0) return refuse("total_relevant", "Nothing is relevant, so recall is undefined.");
  if (found > total_relevant) return refuse("total_relevant", "More relevant results are listed than there are in all.");
  return PrecisionRecall{found / k, found / total_relevant};
}

Result<Ndcg> ndcg_at_k(std::span<const double> relevance, double k) {
  LR_NEED(check(relevance, "relevance"));
  LR_NEED(check_k(k));
  std::vector<double> ideal(relevance.begin(), relevance.end());
  std::sort(ideal.begin(), ideal.end(), std::greater<double>());
  if (ideal.front() == 0) return refuse("relevance", "Nothing is relevant, so there is no ideal order to compare with.");
  if (ideal.front() > 1000) return refuse("relevance", "A relevance of at most 1000 is needed.");
  const std::size_t n = first_k(relevance, k);
  return Ndcg{discounted_gain(relevance, n, true) / discounted_gain(ideal, n, true),
              discounted_gain(relevance, n, false) / discounted_gain(ideal, n, false)};
}

Result<double> mean_reciprocal_rank(const std::vector<std::vector<double>>& ranked_relevance) {
  LR_NEED(check_all(ranked_relevance));
  double total = 0;
  for (const auto& list : ranked_relevance)
    for (std::size_t i = 0; i < list.size(); ++i)
      if (list[i] > 0) {
        total += 1 / static_cast<double>(i + 1);
        break;
      }
  return total / static_cast<double>(ranked_relevance.size());
}

Result<double> mean_average_precision(const std::vector<std::vector<double>>& ranked_relevance) {
  LR_NEED(check_all(ranked_relevance));
  double total = 0;
  for (const auto& list : ranked_relevance) {
    double found = 0, precisions = 0;
    for (std::size_t i = 0; i < list.size(); ++i)
      if (list[i] > 0) precisions += ++found / static_cast<double>(i + 1);
    if (found > 0) total += precisions / found;
  }
  return total / static_cast<double>(ranked_relevance.size());
}

}  // namespace loopready::stats
