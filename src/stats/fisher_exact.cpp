#include "stats/fisher_exact.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/refusal.h"
#include "stats/table_network.h"

namespace loopready::stats {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr double kLargestSupport = 1e6;
constexpr double kSlack = 1 + 1e-7;

// The first count given the margins: from low to high, with weights relative to the most likely one.
struct Support {
  double first_row = 0, second_row = 0, first_column = 0;
  double low = 0, high = 0;

  // weight(k + 1) / weight(k) at an odds ratio of 1
  double step(double k) const {
    return (first_row - k) / (k + 1) * ((first_column - k) / (second_row - first_column + k + 1));
  }
};

Result<Support> support_of(const Table& table) {
  LR_TRY([[maybe_unused]] auto fine, need_table(table, "table", 2, 2));
  Support support{table[0][0] + table[0][1], table[1][0] + table[1][1], table[0][0] + table[1][0], 0, 0};
  support.low = std::max(0.0, support.first_column - support.second_row);
  support.high = std::min(support.first_row, support.first_column);
  if (support.high - support.low > kLargestSupport)
    return Error{ErrorKind::too_large, "table",
                 "The counts are too large for an exact test (a margin above a million); use chi_square_independence."};
  return support;
}

// The most likely count at an odds ratio: the largest k with weight(k) >= weight(k - 1).
double mode_of(const Support& support, double odds_ratio) {
  double low = support.low, high = support.high;
  while (low < high) {
    const double middle = std::floor((low + high) / 2);
    if (odds_ratio * support.step(middle) >= 1) low = middle + 1;
    else high = middle;
  }
  return low;
}

std::vector<double> weights_of(const Support& support, double odds_ratio) {
  std::vector<double> weights(static_cast<std::size_t>(support.high - support.low) + 1);
  const double mode = mode_of(support, odds_ratio);
  const std::size_t at = static_cast<std::size_t>(mode - support.low);
  weights[at] = 1;
  for (std::size_t i = at; i + 1 < weights.size(); ++i)
    weights[i + 1] = weights[i] * (odds_ratio * support.step(support.low + static_cast<double>(i)));
  for (std::size_t i = at; i > 0; --i)
    weights[i - 1] = weights[i] / (odds_ratio * support.step(support.low + static_cast<double>(i - 1)));
  return weights;
}

struct Moments {
  double mean = 0, variance = 0;
};

Moments moments_at(const Support& support, double odds_ratio) {
  const std::vector<double> weights = weights_of(support, odds_ratio);
  const double mode = mode_of(support, odds_ratio);
  double total = 0, first = 0, second = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double off = support.low + static_cast<double>(i) - mode;
    total += weights[i];
    first += weights[i] * off;
    second += weights[i] * off * off;
  }
  const double mean_off = first / total;
  return {mode + mean_off, second / total - mean_off * mean_off};
}

}  // namespace

Result<FisherTest> fisher_exact_2x2(const Table& table) {
  LR_TRY(const Support support, support_of(table));
  const std::vector<double> weights = weights_of(support, 1);
  const std::size_t at = static_cast<std::size_t>(table[0][0] - support.low);
  double total = 0, less = 0, greater = 0, extreme = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    total += weights[i];
    if (i <= at) less += weights[i];
  }
  for (std::size_t i = weights.size(); i-- > at;) greater += weights[i];
  // From both ends inwards, so that small weights are added first.
  std::size_t from = 0, to = weights.size();
  while (from < to && weights[from] <= weights[at] * kSlack) extreme += weights[from++];
  while (to > from && weights[to - 1] <= weights[at] * kSlack) extreme += weights[--to];
  return FisherTest{std::min(1.0, extreme / total), std::min(1.0, less / total), std::min(1.0, greater / total)};
}

Result<double> fisher_odds_ratio_cmle(const Table& table) {
  LR_TRY(const Support support, support_of(table));
  const double seen = table[0][0];
  if (support.low == support.high)
    return refuse("table", "The margins allow this one table only, so they say nothing of the odds ratio.");
  if (seen == support.low) return 0.0;
  if (seen == support.high) return std::numeric_limits<double>::infinity();
  // Newton on the logarithm, kept inside a bracket that shrinks; the mean grows with the odds ratio.
  double log_ratio = std::log((table[0][0] + 0.5) * (table[1][1] + 0.5) / ((table[0][1] + 0.5) * (table[1][0] + 0.5)));
  double low = -80, high = 80;
  for (int tries = 0; tries < 200; ++tries) {
    const Moments at = moments_at(support, std::exp(log_ratio));
    (at.mean < seen ? low : high) = log_ratio;
    double next = log_ratio + (seen - at.mean) / at.variance;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (std::fabs(next - log_ratio) < 1e-15 * std::max(1.0, std::fabs(next))) return std::exp(next);
    log_ratio = next;
  }
  return std::exp(log_ratio);
}

Result<double> fisher_exact_rxc(const Table& table) {
  LR_TRY([[maybe_unused]] auto fine, need_table(table, "table", 0, 0));
  if (table.size() == 2 && table[0].size() == 2) {
    LR_TRY(const FisherTest test, fisher_exact_2x2(table));
    return test.p_value;
  }
  return exact_table_p_value(table);
}

}  // namespace loopready::stats
