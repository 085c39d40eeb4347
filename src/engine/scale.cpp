#include "engine/scale.h"

#include <algorithm>
#include <cmath>

#include "engine/constraints.h"
#include "engine/generate.h"
#include "engine/run_sql.h"
#include "engine/value_pool.h"
#include "sql/query.h"

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::Json;
using base::Result;
using model::ScalePoint;
using model::Stopped;

namespace {

constexpr std::int64_t kMostRows = 1'000'000;
constexpr double kQueryMs = 8'000;

sql::Limits limits_for(std::int64_t steps) {
  sql::Limits limits;
  limits.steps = steps;
  limits.time_ms = kQueryMs;
  limits.heap_bytes = std::int64_t{512} << 20;
  limits.max_rows = 0;
  limits.max_counted_rows = std::int64_t{50'000'000};
  return limits;
}

}  // namespace

Result<std::vector<ScalePoint>> measure_scale(const model::GradeRequest& request, const std::vector<std::int64_t>& sizes,
                                              const ScaleProgress& progress) {
  const Constraints constraints = constraints_of(request.world, request.item);
  const ValuePools pools = pools_for(constraints, {request.item.answer}, request.item.today);
  constexpr std::int64_t kSteps = 2'000'000'000;
  std::vector<ScalePoint> points;
  for (const std::int64_t rows : sizes) {
    auto tables = empty_tables(constraints);
    {
      DatabaseRows made = Generator(constraints, pools, 7).large(static_cast<std::size_t>(rows));
      for (std::size_t t = 0; t < tables.size(); ++t) tables[t].second.rows = std::move(made[t]);
    }
    LR_TRY(auto database, filled_database(tables, request.item.today, limits_for(kSteps), model::Dialect::redshift));
    tables.clear();
    ScalePoint point;
    point.rows = rows;
    database->renew(limits_for(kSteps));
    const model::RunResult answer = sql::run_query(*database, request.item.answer, model::Dialect::redshift, false);
    point.answer_steps = answer.cost.steps;
    point.answer_ms = answer.cost.ms;
    // Nobody waits for a query that takes a thousand times what the answer takes.
    const std::int64_t most = std::min(kSteps, std::max<std::int64_t>(point.answer_steps * 1'000, 20'000'000));
    database->renew(limits_for(most));
    const model::RunResult own = sql::run_query(*database, request.sql, model::Dialect::redshift, false);
    if (own.sql_error) return Error{ErrorKind::bad_input, "body/answer/sql", own.sql_error->text};
    point.steps = own.cost.steps;
    point.ms = own.cost.ms;
    point.stopped = own.stopped;
    points.push_back(point);
    progress(point);
    if (own.stopped != Stopped::no || point.answer_ms > kQueryMs / 2) break;
  }
  return points;
}

std::string growth_of(const std::vector<std::int64_t>& rows, const std::vector<std::int64_t>& steps) {
  if (rows.size() < 2) return "unknown";
  const std::size_t last = rows.size() - 1;
  const double n = std::log(static_cast<double>(rows[last]) / static_cast<double>(rows[last - 1]));
  const double s = std::log(static_cast<double>(std::max<std::int64_t>(steps[last], 1)) /
                            static_cast<double>(std::max<std::int64_t>(steps[last - 1], 1)));
  const double exponent = s / n;
  if (exponent < 0.3) return "constant";
  if (exponent < 1.06) return "linear";
  if (exponent < 1.4) return "n log n";
  if (exponent < 2.3) return "quadratic";
  return "worse than quadratic";
}

Result<Json> answer_scale(const Json& body, const std::function<void(const Json&)>& progress) {
  base::FieldReader fields(body, "body");
  model::GradeRequest request;
  LR_TRY(request.item, model::item_from_json(fields.object("item"), fields.path("item")));
  LR_TRY(request.world, model::world_from_json(fields.object("world"), fields.path("world")));
  base::FieldReader answer(fields.object("answer"), fields.path("answer"));
  request.sql = answer.text("sql");
  LR_TRY([[maybe_unused]] auto answer_done, answer.finish());
  std::vector<std::int64_t> sizes;
  const Json& given = fields.array("sizes");
  for (const Json& size : given) {
    if (!size.is_number_integer() || size.get<std::int64_t>() < 1 || size.get<std::int64_t>() > kMostRows)
      return Error{ErrorKind::bad_input, fields.path("sizes"), "Sizes are whole numbers from 1 to 1,000,000."};
    sizes.push_back(size.get<std::int64_t>());
  }
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  LR_TRY(auto points, measure_scale(request, sizes, [&](const ScalePoint& point) { progress(model::to_json(point)); }));
  model::ScaleResult result;
  std::vector<std::int64_t> rows, steps, answer_steps;
  for (const ScalePoint& point : points) {
    if (point.stopped != Stopped::no) continue;
    rows.push_back(point.rows);
    steps.push_back(point.steps);
    answer_steps.push_back(point.answer_steps);
  }
  result.points = std::move(points);
  result.growth = growth_of(rows, steps);
  result.answer_growth = growth_of(rows, answer_steps);
  return model::to_json(result);
}

}  // namespace loopready::engine
