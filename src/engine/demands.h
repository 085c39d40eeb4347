// What an item demands beside the right rows: questions asked first, constructs used or left out, a bound on cost.
// Here: demands unmet, as reasons.  Not here: comparing rows (compare.h).
// Terms: a construct is a word of constructs_in; cost is counted in SQLite's steps, the same on every machine.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/verdict.h"

namespace loopready::engine {

// "window", "cte", "join", "self-join", "subquery", "group-by", "limit", "distinct", "union", "recursive", "case".
std::set<std::string> constructs_in(const std::string& sql);

// Every demand that is not met, each with what to do; empty when all are.
std::vector<model::Reason> unmet_demands(const model::GradeRequest& request);

}  // namespace loopready::engine
