#include "stats/group_tests.h"

#include <algorithm>
#include <cmath>

#include "stats/double_double.h"
#include "stats/midranks.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

struct Summary {
  double n = 0;
  DoubleDouble mean;
  DoubleDouble squares;  // about the mean
};

std::vector<Summary> summaries_of(const Groups& groups) {
  std::vector<Summary> summaries;
  for (const auto& group : groups) {
    const DoubleDouble mean = wide_mean(group);
    summaries.push_back({static_cast<double>(group.size()), mean, wide_squares_about(group, mean)});
  }
  return summaries;
}

Result<AnovaOneWay> anova_of(const Groups& groups, const char* constant) {
  const std::vector<Summary> summaries = summaries_of(groups);
  double n = 0;
  DoubleDouble total, within, between;
  for (const Summary& one : summaries) {
    n += one.n;
    total += one.mean * one.n;
    within += one.squares;
  }
  for (const Summary& one : summaries) {
    const DoubleDouble off = one.mean - total / n;
    between += off * off * one.n;
  }
  const double df1 = static_cast<double>(groups.size()) - 1, df2 = n - df1 - 1;
  if (df2 < 1) return refuse("groups", "At least one group needs two values.");
  if (within.rounded() <= 0) return refuse("groups", constant);
  AnovaOneWay result;
  const double f = ((between / df1) / (within / df2)).rounded();
  result.test = {f, df1, df2, f_upper(f, df1, df2)};
  result.ss_between = between.rounded();
  result.ss_within = within.rounded();
  result.eta_squared = (between / (between + within)).rounded();
  result.residual_sd = std::sqrt((within / df2).rounded());
  return result;
}

double median_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : values[half - 1] + (values[half] - values[half - 1]) / 2;
}

template <class Center>
Result<FTest> spread_test(const Groups& groups, Center center) {
  LR_TRY([[maybe_unused]] auto fine, need_groups(groups, 2));
  Groups distances;
  for (const auto& group : groups) {
    const DoubleDouble middle = center(group);
    distances.emplace_back();
    for (const double value : group) distances.back().push_back(std::fabs((DoubleDouble(value) - middle).rounded()));
  }
  LR_TRY(const AnovaOneWay anova, anova_of(distances, "Within each group all values lie equally far from the centre, so spreads can't be compared."));
  return anova.test;
}

}  // namespace

Status need_groups(const Groups& groups, std::size_t n_min) {
  if (groups.size() < 2) return refuse("groups", "At least two groups are needed.");
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string what = "groups/" + std::to_string(i);
    LR_TRY([[maybe_unused]] auto fine, need_values(groups[i], what, n_min));
    LR_TRY([[maybe_unused]] auto moderate, need_moderate(groups[i], what));
  }
  return base::Done{};
}

Result<AnovaOneWay> anova_one_way(const Groups& groups) {
  LR_TRY([[maybe_unused]] auto fine, need_groups(groups, 1));
  return anova_of(groups, "Nothing varies within the groups, so F has no finite value.");
}

Result<FTest> welch_anova(const Groups& groups) {
  LR_TRY([[maybe_unused]] auto fine, need_groups(groups, 2));
  const std::vector<Summary> summaries = summaries_of(groups);
  const double k = static_cast<double>(groups.size());
  std::vector<double> weights;
  double all = 0;
  DoubleDouble weighted;
  for (const Summary& one : summaries) {
    if (one.squares.rounded() <= 0) return refuse("groups", "Each group needs at least two different values.");
    weights.push_back(one.n / (one.squares.rounded() / (one.n - 1)));
    all += weights.back();
    weighted += one.mean * weights.back();
  }
  const DoubleDouble center = weighted / all;
  double between = 0, lost = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double off = (summaries[i].mean - center).rounded(), share = 1 - weights[i] / all;
    between += weights[i] * off * off;
    lost += share * share / (summaries[i].n - 1);
  }
  const double part = lost / (k * k - 1);
  const double f = between / ((k - 1) * (1 + 2 * (k - 2) * part)), df2 = 1 / (3 * part);
  return FTest{f, k - 1, df2, f_upper(f, k - 1, df2)};
}

Result<ChiSquaredTest> kruskal_wallis(const Groups& groups) {
  LR_TRY([[maybe_unused]] auto fine, need_groups(groups, 1));
  std::vector<double> pooled;
  for (const auto& group : groups) pooled.insert(pooled.end(), group.begin(), group.end());
  const Midranks ranked = midranks(pooled);
  const double n = static_cast<double>(pooled.size()), df = static_cast<double>(groups.size()) - 1;
  const double ties = 1 - ranked.tie_sum / (n * n * n - n);
  if (n < 3 || ties <= 0) return refuse("groups", "All values are equal or too few, so ranks say nothing.");
  double h = 0;
  std::size_t at = 0;
  for (const auto& group : groups) {
    double off = 0;  // sum of ranks less what is expected
    for (std::size_t i = 0; i < group.size(); ++i) off += ranked.ranks[at++] - (n + 1) / 2;
    h += off * off / static_cast<double>(group.size());
  }
  h *= 12 / (n * (n + 1)) / ties;
  return ChiSquaredTest{h, df, chi_squared_upper(h, df)};
}

Result<FTest> levene_mean(const Groups& groups) {
  return spread_test(groups, [](const std::vector<double>& group) { return wide_mean(group); });
}

Result<FTest> brown_forsythe(const Groups& groups) {
  return spread_test(groups, [](const std::vector<double>& group) { return DoubleDouble(median_of(group)); });
}

Result<ChiSquaredTest> bartlett(const Groups& groups) {
  LR_TRY([[maybe_unused]] auto fine, need_groups(groups, 2));
  const double k = static_cast<double>(groups.size());
  double df_all = 0, squares = 0, inverse = 0;
  const std::vector<Summary> summaries = summaries_of(groups);
  for (const Summary& one : summaries) {
    if (one.squares.rounded() <= 0) return refuse("groups", "Each group needs at least two different values.");
    df_all += one.n - 1;
    squares += one.squares.rounded();
    inverse += 1 / (one.n - 1);
  }
  double statistic = 0;
  for (const Summary& one : summaries)
    statistic -= (one.n - 1) * std::log(one.squares.rounded() / (one.n - 1) / (squares / df_all));
  statistic = std::max(0.0, statistic) / (1 + (inverse - 1 / df_all) / (3 * (k - 1)));
  return ChiSquaredTest{statistic, k - 1, chi_squared_upper(statistic, k - 1)};
}

Result<ChiSquaredTest> friedman(const Groups& blocks) {
  if (blocks.size() < 2) return refuse("matrix", "At least two rows (blocks) are needed.");
  const std::size_t n_treatments = blocks[0].size();
  if (n_treatments < 2) return refuse("matrix", "At least two columns (treatments) are needed.");
  const double n = static_cast<double>(blocks.size()), k = static_cast<double>(n_treatments);
  std::vector<double> off(n_treatments);
  double ties = 0;
  for (const auto& block : blocks) {
    if (block.size() != n_treatments) return refuse("matrix", "All rows must be equally long.");
    LR_TRY([[maybe_unused]] auto fine, need_values(block, "matrix", 2));
    const Midranks ranked = midranks(block);
    ties += ranked.tie_sum;
    for (std::size_t j = 0; j < n_treatments; ++j) off[j] += ranked.ranks[j] - (k + 1) / 2;
  }
  const double scale = n * k * (k + 1) - ties / (k - 1);
  if (scale <= 0) return refuse("matrix", "All values within each row are equal, so ranks say nothing.");
  double squares = 0;
  for (const double one : off) squares += one * one;
  const double chi2 = 12 * squares / scale;
  return ChiSquaredTest{chi2, k - 1, chi_squared_upper(chi2, k - 1)};
}

}  // namespace loopready::stats
