// Values worth trying in each column: what the queries compare with, its neighbours, and a few plain ones.
// Here: ValuePools, pools_for.  Not here: putting them into rows (generate.h).
// Columns that the queries equate, that refer to each other or share a name share a pool, so that joins meet.
// A pool's values are ordered from plain to special: the search simplifies towards the front.
#pragma once

#include <string>
#include <vector>

#include "engine/constraints.h"

namespace loopready::engine {

struct ValuePools {
  std::vector<std::vector<std::size_t>> pool_of;  // by table and column
  std::vector<std::vector<model::Cell>> values;   // by pool
};

ValuePools pools_for(const Constraints& constraints, const std::vector<std::string>& queries, const std::string& today);

}  // namespace loopready::engine
