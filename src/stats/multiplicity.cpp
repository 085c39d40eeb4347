#include "stats/multiplicity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/tail.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

constexpr std::size_t kMostHommel = 5000;

Status check(std::span<const double> p_values) {
  LR_TRY([[maybe_unused]] auto fine, need_values(p_values, "p_values", 1));
  for (const double p : p_values) {
    LR_TRY([[maybe_unused]] auto inside, need_probability(p, "p_values"));
  }
  return base::Done{};
}

// Places from the smallest p-value to the largest; equal ones keep their order.
std::vector<std::size_t> ascending(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  return order;
}

// From the largest p-value down: each is multiplied by factor(rank from 1), and none exceeds the one above it.
template <class Factor>
std::vector<double> step_up(std::span<const double> p_values, Factor factor) {
  const std::vector<std::size_t> order = ascending(p_values);
  std::vector<double> adjusted(p_values.size());
  double smallest = 1;
  for (std::size_t i = order.size(); i-- > 0;) {
    smallest = std::min(smallest, factor(static_cast<double>(i + 1)) * p_values[order[i]]);
    adjusted[order[i]] = smallest;
  }
  return adjusted;
}

}  // namespace

Adjusted adjust_p_bonferroni(std::span<const double> p_values) {
  LR_TRY([[maybe_unused]] auto fine, check(p_values));
  std::vector<double> adjusted;
  for (const double p : p_values) adjusted.push_back(std::min(1.0, p * static_cast<double>(p_values.size())));
  return adjusted;
}

Adjusted adjust_p_sidak(std::span<const double> p_values) {
  LR_TRY([[maybe_unused]] auto fine, check(p_values));
  std::vector<double> adjusted;
  for (const double p : p_values)
    adjusted.push_back(p == 1 ? 1 : -std::expm1(static_cast<double>(p_values.size()) * std::log1p(-p)));
  return adjusted;
}

Adjusted adjust_p_holm(std::span<const double> p_values) {
  LR_TRY([[maybe_unused]] auto fine, check(p_values));
  const std::vector<std::size_t> order = ascending(p_values);
  std::vector<double> adjusted(p_values.size());
  double largest = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    largest = std::max(largest, static_cast<double>(order.size() - i) * p_values[order[i]]);
    adjusted[order[i]] = std::min(1.0, largest);
  }
  return adjusted;
}

Adjusted adjust_p_hochberg(std::span<const double> p_values) {
  LR_TRY([[maybe_unused]] auto fine, check(p_values));
  const double m = static_cast<double>(p_values.size());
  return step_up(p_values, [m](double rank) { return m - rank + 1; });
}

Adjusted adjust_p_bh(std::span<const double> p_values) {
  LR_TRY([[maybe_unused]] auto fine, check(p_values));
  const double m = static_cast<double>(p_values.size());
  return step_up(p_values, [m](double rank) { return m / rank; });
}

Adjusted adjust_p_by(std::span<const double> p_values) {
  LR_TRY([[maybe_unused]] auto fine, check(p_values));
  const double m = static_cast<double>(p_values.size());
  double harmonic = 0;
  for (double k = m; k >= 1; --k) harmonic += 1 / k;
  return step_up(p_values, [m, harmonic](double rank) { return harmonic * m / rank; });
}

Adjusted adjust_p_hommel(std::span<const double> p_values) {
  LR_TRY([[maybe_unused]] auto fine, check(p_values));
  const std::size_t n = p_values.size();
  if (n > kMostHommel) return refuse("p_values", "At most 5,000 p-values are taken here; use adjust_p_hochberg.");
  const std::vector<std::size_t> order = ascending(p_values);
  std::vector<double> sorted;
  for (const std::size_t place : order) sorted.push_back(p_values[place]);
  double start = 1;
  for (std::size_t i = 0; i < n; ++i) start = std::min(start, static_cast<double>(n) * sorted[i] / static_cast<double>(i + 1));
  // q holds, for sets of m hypotheses, the smallest level at which Simes rejects; the largest over m is the answer.
  std::vector<double> q(n, start), largest(n, start);
  for (std::size_t m = n - 1; m >= 2 && n >= 2; --m) {
    const std::size_t n_small = n - m + 1;
    double among_large = 1;
    for (std::size_t j = 2; j <= m; ++j)
      among_large = std::min(among_large, static_cast<double>(m) * sorted[n_small + j - 2] / static_cast<double>(j));
    for (std::size_t i = 0; i < n_small; ++i) q[i] = std::min(static_cast<double>(m) * sorted[i], among_large);
    for (std::size_t i = n_small; i < n; ++i) q[i] = q[n_small - 1];
    for (std::size_t i = 0; i < n; ++i) largest[i] = std::max(largest[i], q[i]);
  }
  std::vector<double> adjusted(n);
  for (std::size_t i = 0; i < n; ++i) adjusted[order[i]] = std::max(largest[i], sorted[i]);
  return adjusted;
}

Result<FamilyWiseError> family_wise_error(double alpha, double m) {
  LR_TRY([[maybe_unused]] auto alpha_fine, need_probability(alpha, "alpha"));
  LR_TRY([[maybe_unused]] auto m_fine, need_count(m, "m"));
  if (m < 1) return refuse("m", "At least one test is needed.");
  return FamilyWiseError{alpha == 1 ? 1 : -std::expm1(m * std::log1p(-alpha)), m * alpha};
}

Result<Combination> combine_p_fisher(std::span<const double> p_values) {
  LR_TRY([[maybe_unused]] auto fine, check(p_values));
  double statistic = 0;
  for (const double p : p_values) {
    if (p == 0) return refuse("p_values", "Each p-value must be above 0: the logarithm of 0 is infinite.");
    statistic -= 2 * std::log(p);
  }
  return Combination{statistic, chi_squared_upper(statistic, 2 * static_cast<double>(p_values.size()))};
}

Result<Combination> combine_p_stouffer(std::span<const double> p_values, std::span<const double> weights) {
  LR_TRY([[maybe_unused]] auto fine, check(p_values));
  if (!weights.empty()) {
    LR_TRY([[maybe_unused]] auto same, need_same_length(p_values.size(), weights.size(), "p_values", "weights"));
  }
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < p_values.size(); ++i) {
    if (p_values[i] == 0 || p_values[i] == 1) return refuse("p_values", "Each p-value must be above 0 and below 1.");
    const double weight = weights.empty() ? 1 : weights[i];
    LR_TRY([[maybe_unused]] auto positive, need_positive(weight, "weights"));
    sum += weight * standard_normal_quantile_upper(p_values[i]);
    squares += weight * weight;
  }
  const double z = sum / std::sqrt(squares);
  return Combination{z, standard_normal_sf(z)};
}

}  // namespace loopready::stats
