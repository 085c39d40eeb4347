#include "engine/simulate.h"
#include "stats/simulate.h"

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::Json;
using base::Result;

Result<Json> simulate_peeking(base::FieldReader& fields, const Runs& runs) {
  std::vector<double> limits;
  for (const Json& limit : fields.array("limits")) {
    if (!limit.is_number()) return Error{ErrorKind::bad_input, fields.path("limits"), "Limits are numbers above 0, one a look."};
    limits.push_back(limit.get<double>());
  }
  const double drift = fields.number_or("drift", 0);
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  auto made = stats::PeekingRuns::make(limits, drift, runs.seed);
  if (!made.ok()) return Error{made.error().kind, fields.path(made.error().where.c_str()), made.error().text};
  stats::PeekingRuns& peeking = made.value();
  const auto so_far = [&] { return Json{{"n_passed_by", peeking.n_passed_by()}}; };
  in_pieces(
      runs, [&](std::int64_t n) { peeking.advance(n); }, so_far);
  return so_far();
}

}  // namespace loopready::engine
