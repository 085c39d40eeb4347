// SQLite's query plan as short sentences.
// Here: plan_lines.  Not here: asking for the plan (database.h).
// Terms: "scan" reads every row; "look up" finds rows by an index, often one made for this query.
#pragma once

#include <string>
#include <vector>

#include "sql/database.h"

namespace loopready::sql {

// One line a step, indented by two spaces under the step it serves.
std::vector<std::string> plan_lines(const std::vector<PlanStep>& steps);

}  // namespace loopready::sql
