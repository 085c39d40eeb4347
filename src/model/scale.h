// What measuring a query on ever larger data gives (message kind "scale").
// Here: ScalePoint, ScaleResult and their JSON.  Not here: measuring (engine/scale.h).
// Terms: rows are those of each table; steps are SQLite's instructions, milliseconds the wall clock's.
// Errors: bad_input with a path.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"
#include "model/run.h"

namespace loopready::model {

struct ScalePoint {
  std::int64_t rows = 0;
  std::int64_t steps = 0, answer_steps = 0;
  double ms = 0, answer_ms = 0;
  Stopped stopped = Stopped::no;  // of the learner's query; then larger data are not tried
};

struct ScaleResult {
  std::vector<ScalePoint> points;
  std::string growth, answer_growth;  // "constant", "linear", "n log n", "quadratic", "worse than quadratic", "unknown"
};

base::Json to_json(const ScalePoint& point);
base::Result<ScalePoint> scale_point_from_json(const base::Json& json, const std::string& where);
base::Json to_json(const ScaleResult& result);
base::Result<ScaleResult> scale_result_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
