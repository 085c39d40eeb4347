// How a query's cost grows with the data: the same query on ever larger generated tables, beside the item's own answer.
// Here: measure_scale, naming the growth.  Not here: the data (generate.h).
// Terms: steps are SQLite's instructions, milliseconds the wall clock's; rows are those of each table.
// Errors: bad_input when a query can't run at all.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "model/scale.h"
#include "model/verdict.h"

namespace loopready::engine {

using ScaleProgress = std::function<void(const model::ScalePoint& point)>;

base::Result<std::vector<model::ScalePoint>> measure_scale(const model::GradeRequest& request, const std::vector<std::int64_t>& sizes,
                                                    const ScaleProgress& progress);

// "constant", "linear", "n log n", "quadratic", "worse than quadratic"; from the steps of the two largest sizes.
std::string growth_of(const std::vector<std::int64_t>& rows, const std::vector<std::int64_t>& steps);

// The message kind "scale": {"item","world","answer","sizes"} gives a point each with last false, then all with the growth.
base::Result<base::Json> answer_scale(const base::Json& body, const std::function<void(const base::Json&)>& progress);

}  // namespace loopready::engine
