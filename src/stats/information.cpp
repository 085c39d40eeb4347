#include "stats/information.h"

#include <cmath>
#include <limits>

#include "stats/refusal.h"
#include "stats/sums.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;
using Span = std::span<const double>;

namespace {

constexpr double kLogOfTwo = 0.69314718055994530942;

Status check_amounts(Span amounts, const std::string& what, std::size_t n_min) {
  LR_NEED(need_values(amounts, what, n_min));
  for (double amount : amounts)
    if (amount < 0) return refuse(what, "Every entry must be at least 0.");
  if (!(exact_sum(amounts) > 0)) return refuse(what, "All entries are 0.");
  return Done{};
}

Status check_distribution(Span p, const std::string& what) {
  LR_NEED(check_amounts(p, what, 1));
  if (std::fabs(exact_sum(p) - 1) > 1e-6) return refuse(what, "The probabilities must add up to 1.");
  return Done{};
}

double entropy_of_amounts(Span amounts) {
  const double total = exact_sum(amounts);
  std::vector<double> terms;
  for (double amount : amounts)
    if (amount > 0) terms.push_back(-(amount / total) * std::log(amount / total));
  return exact_sum(terms);
}

double divergence(Span p, Span q) {
  std::vector<double> terms;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] == 0) continue;
    if (q[i] == 0) return std::numeric_limits<double>::infinity();
    terms.push_back(p[i] * std::log(p[i] / q[i]));
  }
  return exact_sum(terms);
}

// Both lists as shares of their sums; each bin filled on both sides.
struct Shares {
  std::vector<double> first, second;
};
Result<Shares> filled_shares(Span first, Span second, const std::string& what_first, const std::string& what_second) {
  LR_NEED(check_amounts(first, what_first, 2));
  LR_NEED(check_amounts(second, what_second, 2));
  LR_NEED(need_same_length(first.size(), second.size(), what_first, what_second));
  Shares shares;
  for (std::size_t i = 0; i < first.size(); ++i) {
    for (const auto& [amount, what] : {std::pair(first[i], &what_first), std::pair(second[i], &what_second)})
      if (amount == 0) return refuse(*what, "Bin " + std::to_string(i + 1) + " is empty, so its logarithm is undefined; merge it with a neighbour.");
    shares.first.push_back(first[i] / exact_sum(first));
    shares.second.push_back(second[i] / exact_sum(second));
  }
  return shares;
}

double gini(Span counts) {
  const double total = exact_sum(counts);
  double squares = 0;
  for (double count : counts) squares += (count / total) * (count / total);
  return 1 - squares;
}

}  // namespace

Result<double> population_stability_index(Span expected, Span actual) {
  LR_TRY(const Shares shares, filled_shares(expected, actual, "expected", "actual"));
  std::vector<double> terms;
  for (std::size_t i = 0; i < shares.first.size(); ++i)
    terms.push_back((shares.second[i] - shares.first[i]) * std::log(shares.second[i] / shares.first[i]));
  return exact_sum(terms);
}

Result<double> kl_divergence(Span p, Span q) {
  LR_NEED(check_distribution(p, "p"));
  LR_NEED(check_distribution(q, "q"));
  LR_NEED(need_same_length(p.size(), q.size(), "p", "q"));
  return divergence(p, q);
}

Result<double> js_divergence(Span p, Span q) {
  LR_NEED(check_distribution(p, "p"));
  LR_NEED(check_distribution(q, "q"));
  LR_NEED(need_same_length(p.size(), q.size(), "p", "q"));
  std::vector<double> middle(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) middle[i] = (p[i] + q[i]) / 2;
  return (divergence(p, middle) + divergence(q, middle)) / 2;
}

Result<double> entropy_nats(Span p) {
  LR_NEED(check_distribution(p, "p"));
  return entropy_of_amounts(p);
}

Result<double> mutual_information(const std::vector<std::vector<double>>& table) {
  if (table.empty() || table.front().empty()) return refuse("table", "A table with rows and columns is needed.");
  std::vector<double> rows, columns(table.front().size(), 0), all;
  for (const auto& row : table) {
    if (row.size() != columns.size()) return refuse("table", "All rows must be equally long.");
    rows.push_back(exact_sum(row));
    for (std::size_t j = 0; j < row.size(); ++j) columns[j] += row[j];
    all.insert(all.end(), row.begin(), row.end());
  }
  LR_NEED(check_amounts(all, "table", 1));
  const double total = exact_sum(all);
  std::vector<double> terms;
  for (std::size_t i = 0; i < table.size(); ++i)
    for (std::size_t j = 0; j < columns.size(); ++j)
      if (table[i][j] > 0) terms.push_back(table[i][j] / total * std::log((table[i][j] / rows[i]) / (columns[j] / total)));
  return std::fmax(exact_sum(terms), 0);
}

Result<InformationValue> information_value(Span good, Span bad) {
  LR_TRY(const Shares shares, filled_shares(good, bad, "good", "bad"));
  InformationValue result{0, {}};
  for (std::size_t i = 0; i < shares.first.size(); ++i) {
    result.woe.push_back(std::log(shares.first[i] / shares.second[i]));
    result.iv += (shares.first[i] - shares.second[i]) * result.woe.back();
  }
  return result;
}

Result<Split> split_of_node(Span left, Span right) {
  LR_NEED(check_amounts(left, "left", 1));
  LR_NEED(check_amounts(right, "right", 1));
  LR_NEED(need_same_length(left.size(), right.size(), "left", "right"));
  std::vector<double> parent(left.size());
  for (std::size_t i = 0; i < left.size(); ++i) parent[i] = left[i] + right[i];
  const double share_left = exact_sum(left) / exact_sum(parent), share_right = exact_sum(right) / exact_sum(parent);
  const double gain = entropy_of_amounts(parent) - share_left * entropy_of_amounts(left) - share_right * entropy_of_amounts(right);
  return Split{gini(parent), share_left * gini(left) + share_right * gini(right), gain / kLogOfTwo};
}

}  // namespace loopready::stats
