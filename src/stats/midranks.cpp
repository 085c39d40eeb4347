#include "stats/midranks.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace loopready::stats {

Midranks midranks(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  Midranks result{std::vector<double>(values.size()), 0};
  for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
    while (to < order.size() && values[order[to]] == values[order[from]]) ++to;
    const double n_tied = static_cast<double>(to - from);
    for (std::size_t i = from; i < to; ++i) result.ranks[order[i]] = (static_cast<double>(from + to) + 1) / 2;
    result.tie_sum += n_tied * n_tied * n_tied - n_tied;
  }
  return result;
}

}  // namespace loopready::stats
