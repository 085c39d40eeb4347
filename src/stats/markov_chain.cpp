#include "stats/markov_chain.h"

#include <cmath>

#include "stats/refusal.h"
#include "stats/sums.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;
using Rows = std::vector<std::vector<double>>;

namespace {

Status check(const Rows& matrix) {
  const std::size_t n = matrix.size();
  if (n == 0) return refuse("matrix", "At least one state is needed.");
  if (n > 300) return refuse("matrix", "At most 300 states can be worked out.");
  for (const auto& row : matrix) {
    if (row.size() != n) return refuse("matrix", "There must be as many columns as rows.");
    for (double chance : row) LR_NEED(need_probability(chance, "matrix"));
    if (std::fabs(exact_sum(row) - 1) > 1e-6) return refuse("matrix", "Every row must add up to 1.");
  }
  return Done{};
}

std::vector<bool> reachable_from(std::size_t start, const Rows& matrix) {
  std::vector<bool> seen(matrix.size(), false);
  std::vector<std::size_t> open{start};
  seen[start] = true;
  while (!open.empty()) {
    const std::size_t from = open.back();
    open.pop_back();
    for (std::size_t to = 0; to < matrix.size(); ++to)
      if (matrix[from][to] > 0 && !seen[to]) {
        seen[to] = true;
        open.push_back(to);
      }
  }
  return seen;
}

// The stationary distribution of a chain in which every state reaches every other.
std::vector<double> settle(Rows p) {
  const std::size_t n = p.size();
  for (std::size_t last = n - 1; last > 0; --last) {
    double leaving = 0;
    for (std::size_t j = 0; j < last; ++j) leaving += p[last][j];
    for (std::size_t i = 0; i < last; ++i) p[i][last] /= leaving;
    for (std::size_t i = 0; i < last; ++i)
      for (std::size_t j = 0; j < last; ++j) p[i][j] += p[i][last] * p[last][j];
  }
  std::vector<double> shares{1};
  for (std::size_t k = 1; k < n; ++k) {
    double into = 0;
    for (std::size_t i = 0; i < k; ++i) into += shares[i] * p[i][k];
    shares.push_back(into);
  }
  const double total = exact_sum(shares);
  for (double& share : shares) share /= total;
  return shares;
}

}  // namespace

Result<std::vector<double>> markov_stationary(const Rows& matrix) {
  LR_NEED(check(matrix));
  const std::size_t n = matrix.size();
  // A closed class is what can be reached from a state whose every reachable state leads back to it.
  std::vector<std::vector<bool>> reach;
  for (std::size_t i = 0; i < n; ++i) reach.push_back(reachable_from(i, matrix));
  std::vector<std::size_t> closed;
  for (std::size_t i = 0; i < n; ++i) {
    bool recurrent = true;
    for (std::size_t j = 0; j < n; ++j) recurrent = recurrent && (!reach[i][j] || reach[j][i]);
    if (!recurrent) continue;
    if (!closed.empty() && !reach[closed.front()][i])
      return refuse("matrix", "The chain has several closed classes, so where it settles depends on where it starts.");
    closed.push_back(i);
  }
  Rows inner;
  for (std::size_t i : closed) {
    inner.emplace_back();
    for (std::size_t j : closed) inner.back().push_back(matrix[i][j]);
  }
  const std::vector<double> shares = settle(inner);
  std::vector<double> distribution(n, 0);
  for (std::size_t k = 0; k < closed.size(); ++k) distribution[closed[k]] = shares[k];
  return distribution;
}

}  // namespace loopready::stats
