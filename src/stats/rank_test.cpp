#include "stats/rank_test.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/discrete.h"
#include "stats/midranks.h"
#include "stats/normal.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::size_t kMostPairs = 20000;           // n1 n2 of the exact test without ties
constexpr double kMostTiedSteps = 2e8;              // of the exact test with ties
constexpr std::size_t kMostExactDifferences = 500;  // of the exact signed-rank test

// Shares of the values 0, 1, ... of a statistic.
using Shares = std::vector<double>;

double sum_between(const Shares& shares, std::size_t from, std::size_t to) {  // [from, to)
  double sum = 0;
  for (std::size_t i = from; i < to; ++i) sum += shares[i];
  return sum;
}

double exact_p(const Shares& shares, std::size_t observed, Alternative alternative) {
  const double lower = sum_between(shares, 0, observed + 1), upper = sum_between(shares, observed, shares.size());
  if (alternative == Alternative::less) return std::min(1.0, lower);
  if (alternative == Alternative::greater) return std::min(1.0, upper);
  return std::min(1.0, 2 * std::min(lower, upper));
}

// The law of U without ties: the largest of m + n values is one of the m with probability m / (m + n), and then adds n.
Shares mann_whitney_shares(std::size_t m, std::size_t n) {
  if (n > m) std::swap(m, n);
  std::vector<Shares> row(n + 1, Shares{1.0});  // for m = 0
  for (std::size_t i = 1; i <= m; ++i)
    for (std::size_t j = 1; j <= n; ++j) {
      Shares next(i * j + 1, 0);
      const double of_m = static_cast<double>(i) / static_cast<double>(i + j), of_n = 1 - of_m;
      for (std::size_t u = 0; u < row[j].size(); ++u) next[u + j] += of_m * row[j][u];          // (i - 1, j)
      for (std::size_t u = 0; u < row[j - 1].size(); ++u) next[u] += of_n * row[j - 1][u];  // (i, j - 1)
      row[j] = std::move(next);
    }
  return row[n];
}

struct TwoSamples {
  double u = 0, m = 0, n = 0;
  Midranks pooled;
};

Result<TwoSamples> two_samples(Span x, Span y) {
  LR_TRY([[maybe_unused]] auto first, need_values(x, "x", 1));
  LR_TRY([[maybe_unused]] auto second, need_values(y, "y", 1));
  std::vector<double> all(x.begin(), x.end());
  all.insert(all.end(), y.begin(), y.end());
  TwoSamples two;
  two.m = static_cast<double>(x.size());
  two.n = static_cast<double>(y.size());
  two.pooled = midranks(all);
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += two.pooled.ranks[i];
  two.u = sum - two.m * (two.m + 1) / 2;
  return two;
}

double normal_p(double z, Alternative alternative) {
  if (alternative == Alternative::less) return standard_normal_cdf(z);
  if (alternative == Alternative::greater) return standard_normal_sf(z);
  return std::min(1.0, 2 * standard_normal_sf(std::fabs(z)));
}

double corrected(double distance, Alternative alternative, bool continuity_correction) {
  if (!continuity_correction) return distance;
  if (alternative == Alternative::less) return distance + 0.5;
  if (alternative == Alternative::greater) return distance - 0.5;
  return distance == 0 ? 0 : distance - std::copysign(0.5, distance);
}

struct Signed {
  double v = 0, n = 0;
  Midranks sizes;
};

Result<Signed> signed_ranks(Span differences) {
  LR_TRY([[maybe_unused]] auto values, need_values(differences, "differences", 1));
  std::vector<double> sizes;
  std::vector<bool> positive;
  for (double d : differences)
    if (d != 0) {
      sizes.push_back(std::fabs(d));
      positive.push_back(d > 0);
    }
  if (sizes.empty()) return refuse("differences", "All differences are 0, and zeros are dropped: nothing is left.");
  Signed found;
  found.n = static_cast<double>(sizes.size());
  found.sizes = midranks(sizes);
  for (std::size_t i = 0; i < sizes.size(); ++i)
    if (positive[i]) found.v += found.sizes.ranks[i];
  return found;
}

}  // namespace

Result<RankTest> mann_whitney_exact(Span x, Span y, Alternative alternative) {
  LR_TRY(const TwoSamples two, two_samples(x, y));
  if (two.pooled.tie_sum > 0)
    return refuse("x", "There are ties, for which this exact table is wrong; use mann_whitney_exact_ties or mann_whitney_normal.");
  if (x.size() > kMostPairs / y.size())
    return Error{ErrorKind::too_large, "x",
                 "The exact test takes sizes whose product is at most 20000; use mann_whitney_normal for larger ones."};
  const Shares shares = mann_whitney_shares(x.size(), y.size());
  return RankTest{two.u, 0, exact_p(shares, static_cast<std::size_t>(two.u), alternative)};
}

Result<RankTest> mann_whitney_exact_ties(Span x, Span y) {
  LR_TRY(const TwoSamples two, two_samples(x, y));
  const double total = two.m + two.n;
  const std::size_t m = std::min(x.size(), y.size());
  // Doubled midranks are whole; their sum over a split grows to at most this.
  const double span = total * (total + 1);
  if (total * static_cast<double>(m) * span > kMostTiedSteps)
    return Error{ErrorKind::too_large, "x", "The exact test with ties takes about 70 values a group at most; use mann_whitney_normal."};
  // Of the smaller group: chosen[j] holds the law of its doubled rank sum, given that j of m places are filled.
  std::vector<Shares> chosen(m + 1, Shares(static_cast<std::size_t>(span) + 1, 0));
  chosen[0][0] = 1;
  std::size_t reached = 0, i = 0;
  for (double rank : two.pooled.ranks) {
    const auto doubled = static_cast<std::size_t>(2 * rank);
    const double left = total - static_cast<double>(i++);
    for (std::size_t j = std::min(m, i); j-- > 0;) {
      const double take = static_cast<double>(m - j) / left;
      for (std::size_t s = 0; s <= reached; ++s) chosen[j + 1][s + doubled] += take * chosen[j][s];
      for (std::size_t s = 0; s <= reached; ++s) chosen[j][s] *= 1 - take;
    }
    reached += doubled;
  }
  const double middle = static_cast<double>(m) * (total + 1);
  const double observed = std::fabs(2 * (two.u - two.m * two.n / 2));
  double p = 0;
  for (std::size_t s = 0; s < chosen[m].size(); ++s)
    if (std::fabs(static_cast<double>(s) - middle) >= observed - 0.25) p += chosen[m][s];
  return RankTest{two.u, 0, std::min(1.0, p)};
}

Result<RankTest> mann_whitney_normal(Span x, Span y, Alternative alternative, bool continuity_correction) {
  LR_TRY(const TwoSamples two, two_samples(x, y));
  const double total = two.m + two.n;
  const double variance = two.m * two.n / 12 * (total + 1 - two.pooled.tie_sum / (total * (total - 1)));
  if (!(variance > 1e-9)) return refuse("x", "All values are the same, so their ranks say nothing.");
  const double z = corrected(two.u - two.m * two.n / 2, alternative, continuity_correction) / std::sqrt(variance);
  return RankTest{two.u, z, normal_p(z, alternative)};
}

Result<Effect> common_language_effect(Span x, Span y) {
  LR_TRY(const TwoSamples two, two_samples(x, y));
  const double pairs = two.m * two.n;
  return Effect{two.u / pairs, (2 * two.u - pairs) / pairs};
}

Result<RankTest> wilcoxon_signed_rank_exact(Span differences, Alternative alternative) {
  LR_TRY(const Signed found, signed_ranks(differences));
  if (found.sizes.tie_sum > 0)
    return refuse("differences", "Some differences have the same size, for which this exact table is wrong; use wilcoxon_signed_rank_normal.");
  const std::size_t n = found.sizes.ranks.size();
  if (n > kMostExactDifferences)
    return Error{ErrorKind::too_large, "differences", "The exact test takes at most 500 differences; use wilcoxon_signed_rank_normal."};
  Shares shares(n * (n + 1) / 2 + 1, 0);
  shares[0] = 1;
  std::size_t reached = 0;
  for (std::size_t rank = 1; rank <= n; ++rank) {
    reached += rank;
    for (std::size_t s = reached + 1; s-- > 0;) shares[s] = 0.5 * (shares[s] + (s >= rank ? shares[s - rank] : 0));
  }
  return RankTest{found.v, 0, exact_p(shares, static_cast<std::size_t>(found.v), alternative)};
}

Result<RankTest> wilcoxon_signed_rank_normal(Span differences, Alternative alternative, bool continuity_correction) {
  LR_TRY(const Signed found, signed_ranks(differences));
  const double n = found.n;
  const double variance = n * (n + 1) * (2 * n + 1) / 24 - found.sizes.tie_sum / 48;
  const double z = corrected(found.v - n * (n + 1) / 4, alternative, continuity_correction) / std::sqrt(variance);
  return RankTest{found.v, z, normal_p(z, alternative)};
}

Result<SignTest> sign_test(Span differences) {
  LR_TRY([[maybe_unused]] auto values, need_values(differences, "differences", 1));
  SignTest test;
  for (double d : differences) {
    if (d > 0) test.n_positive += 1;
    if (d != 0) test.n_used += 1;
  }
  if (test.n_used == 0) return refuse("differences", "All differences are 0, and zeros are dropped: nothing is left.");
  LR_TRY(const double lower, binomial_cdf(std::min(test.n_positive, test.n_used - test.n_positive), test.n_used, 0.5));
  test.p_value = std::min(1.0, 2 * lower);
  return test;
}

}  // namespace loopready::stats
