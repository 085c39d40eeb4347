#include "model/scale.h"

namespace loopready::model {

using base::FieldReader;
using base::Json;
using base::Result;

Json to_json(const ScalePoint& point) {
  return {{"rows", point.rows},
          {"steps", point.steps},
          {"ms", point.ms},
          {"answer_steps", point.answer_steps},
          {"answer_ms", point.answer_ms},
          {"stopped", stopped_name(point.stopped)}};
}

Result<ScalePoint> scale_point_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  ScalePoint point;
  point.rows = fields.integer("rows");
  point.steps = fields.integer("steps");
  point.ms = fields.number("ms");
  point.answer_steps = fields.integer("answer_steps");
  point.answer_ms = fields.number("answer_ms");
  const std::string stopped = fields.one_of("stopped", {"no", "steps", "time", "memory", "rows"});
  for (const Stopped one : {Stopped::steps, Stopped::time, Stopped::memory, Stopped::rows})
    if (stopped == stopped_name(one)) point.stopped = one;
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return point;
}

Json to_json(const ScaleResult& result) {
  Json points = Json::array();
  for (const ScalePoint& point : result.points) points.push_back(to_json(point));
  return {{"points", std::move(points)}, {"growth", result.growth}, {"answer_growth", result.answer_growth}};
}

Result<ScaleResult> scale_result_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  ScaleResult result;
  LR_TRY(result.points, base::read_all<ScalePoint>(fields.array("points"), fields.path("points"), scale_point_from_json));
  result.growth = fields.text("growth");
  result.answer_growth = fields.text("answer_growth");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return result;
}

}  // namespace loopready::model
