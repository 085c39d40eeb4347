#include "stats/table_network.h"

#include <algorithm>
#include <array>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <cstdint>
#include <map>

#include "stats/boost_policy.h"

namespace loopready::stats {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::int64_t kMostSteps = 2'000'000;  // ways of laying a column, and pasts carried on
constexpr double kLargestTotal = 5000;
constexpr double kSlack = 1e-7;
constexpr double kKeysPerUnit = 1e9;  // pasts nearer than this are one

constexpr std::size_t kMostRows = 8, kMostColumns = 30;

using Node = std::array<std::uint16_t, kMostRows>;  // ascending; unused places are 0 and come first

struct Range {
  double longest = 0, shortest = 0;  // logarithms
};

struct Child {
  Node node{};
  std::int64_t key = 0;  // of the term
  double term = 0;
  double n_ways = 0;

  bool operator<(const Child& other) const { return node != other.node ? node < other.node : key < other.key; }
};

struct Past {
  double log_likelihood = 0;
  double n_ways = 0;
};

class Network {
 public:
  Network(std::vector<int> columns, int total) : columns_(std::move(columns)), log_factorials_(static_cast<std::size_t>(total) + 1) {
    for (std::size_t i = 0; i < log_factorials_.size(); ++i)
      log_factorials_[i] = boost::math::lgamma(static_cast<double>(i) + 1, Policy());
    ranges_.resize(columns_.size() + 1);
  }

  double log_factorial(int n) const { return log_factorials_[static_cast<std::size_t>(n)]; }
  bool gave_up() const { return n_steps_ > kMostSteps; }
  void count_step() { ++n_steps_; }

  // Every way of laying column `stage`, alike ways together.
  std::vector<Child> children(const Node& node, std::size_t stage) {
    std::vector<Child> found;
    int after = 0;
    std::array<int, kMostRows + 1> room{};  // what the rows from i on can take
    for (std::size_t i = node.size(); i-- > 0;) room[i] = after += node[i];
    Node left = node;
    lay(node, room, 0, columns_[stage], 0, left, found);
    std::vector<Child> all;
    if (gave_up()) return all;
    std::sort(found.begin(), found.end());
    for (const Child& child : found) {
      if (!all.empty() && all.back().node == child.node && all.back().key == child.key) all.back().n_ways += 1;
      else all.push_back(child);
    }
    return all;
  }

  // The most and the least likely way on from `node` with columns `stage` and later still to lay.
  Range range(const Node& node, std::size_t stage) {
    if (stage == columns_.size()) return {};
    if (const auto known = ranges_[stage].find(node); known != ranges_[stage].end()) return known->second;
    Range best;
    bool first = true;
    for (const Child& child : children(node, stage)) {
      if (gave_up()) break;
      const Range further = range(child.node, stage + 1);
      const double longest = child.term + further.longest, shortest = child.term + further.shortest;
      best = first ? Range{longest, shortest} : Range{std::max(best.longest, longest), std::min(best.shortest, shortest)};
      first = false;
    }
    ranges_[stage].emplace(node, best);
    return best;
  }

  // log of the sum over all ways on of their likelihood.
  double log_total(const Node& node, std::size_t stage) const {
    int left = 0;
    double sum = 0;
    for (const std::uint16_t row : node) left += row, sum -= log_factorial(row);
    for (std::size_t k = stage; k < columns_.size(); ++k) sum -= log_factorial(columns_[k]);
    return sum + log_factorial(left);
  }

 private:
  void lay(const Node& node, const std::array<int, kMostRows + 1>& room, std::size_t row, int to_lay, double term, Node& left,
           std::vector<Child>& found) {
    if (gave_up()) return;
    if (row == node.size()) {
      ++n_steps_;
      found.push_back({left, std::llround(term * kKeysPerUnit), term, 1});
      std::sort(found.back().node.begin(), found.back().node.end());
      return;
    }
    const int most = std::min<int>(node[row], to_lay);
    for (int laid = std::max(0, to_lay - room[row + 1]); laid <= most; ++laid) {
      left[row] = static_cast<std::uint16_t>(node[row] - laid);
      lay(node, room, row + 1, to_lay - laid, term - log_factorial(laid), left, found);
    }
    left[row] = node[row];
  }

  std::vector<int> columns_;
  std::vector<double> log_factorials_;
  std::vector<std::map<Node, Range>> ranges_;
  std::int64_t n_steps_ = 0;
};

Error too_large() {
  return {ErrorKind::too_large, "table", "This table has too many others with its margins for an exact test; use chi_square_independence."};
}

}  // namespace

Result<double> exact_table_p_value(const Table& table) {
  std::vector<int> rows, columns;
  double total = 0;
  for (const auto& row : table)
    for (const double count : row) total += count;
  if (total > kLargestTotal) return too_large();
  for (const auto& row : table) {
    double sum = 0;
    for (const double count : row) sum += count;
    if (sum > 0) rows.push_back(static_cast<int>(sum));
  }
  for (std::size_t j = 0; j < table[0].size(); ++j) {
    double sum = 0;
    for (const auto& row : table) sum += row[j];
    if (sum > 0) columns.push_back(static_cast<int>(sum));
  }
  if (rows.size() > columns.size()) std::swap(rows, columns);
  if (rows.size() > kMostRows || columns.size() > kMostColumns) return too_large();
  std::sort(rows.begin(), rows.end());
  Node whole{};
  for (std::size_t i = 0; i < rows.size(); ++i) whole[kMostRows - rows.size() + i] = static_cast<std::uint16_t>(rows[i]);
  std::sort(columns.rbegin(), columns.rend());
  Network network(columns, static_cast<int>(total));
  double margins = -network.log_factorial(static_cast<int>(total)), limit = kSlack;
  for (const int sum : rows) margins += network.log_factorial(sum);
  for (const int sum : columns) margins += network.log_factorial(sum);
  for (const auto& row : table)
    for (const double count : row) limit -= network.log_factorial(static_cast<int>(count));
  std::map<Node, std::map<std::int64_t, Past>> now;
  now[whole][0] = {0, 1};
  double p_value = 0;
  for (std::size_t stage = 0; stage < columns.size(); ++stage) {
    std::map<Node, std::map<std::int64_t, Past>> next;
    for (const auto& [node, pasts] : now)
      for (const Child& child : network.children(node, stage)) {
        const Range range = network.range(child.node, stage + 1);
        if (network.gave_up()) return too_large();
        const double all = network.log_total(child.node, stage + 1) + margins;
        for (const auto& [key, past] : pasts) {
          network.count_step();
          const double so_far = past.log_likelihood + child.term, n_ways = past.n_ways * child.n_ways;
          if (so_far + range.longest <= limit) {
            p_value += n_ways * std::exp(so_far + all);
          } else if (so_far + range.shortest <= limit) {
            Past& into = next[child.node][std::llround(so_far * kKeysPerUnit)];
            into.log_likelihood = so_far;
            into.n_ways += n_ways;
          }
        }
      }
    if (network.gave_up()) return too_large();
    now = std::move(next);
  }
  return std::min(1.0, p_value);
}

}  // namespace loopready::stats
