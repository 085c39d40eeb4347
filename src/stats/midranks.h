// Ranks with ties shared.
// Here: midranks, the sum over ties that rank tests correct by.  Not here: the tests.
// Terms: ranks start at 1; tied values get the mean of the ranks they cover; tie_sum is the sum of t^3 - t over runs of t equal values.
// Errors: none.
#pragma once

#include <span>
#include <vector>

namespace loopready::stats {

struct Midranks {
  std::vector<double> ranks;  // in the order of the values
  double tie_sum = 0;
};

Midranks midranks(std::span<const double> values);

}  // namespace loopready::stats
