#include "engine/simulate.h"

#include <algorithm>

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::FieldReader;
using base::Json;
using base::Result;

namespace {

constexpr std::int64_t kMostRuns = 1'000'000;
constexpr std::int64_t kPieces = 20;

constexpr Scenario kScenarios[] = {
    {"peeking",
     "limits: list of limits for |z|, one a look; drift: mean of z at the last look. Gives n_passed_by: runs outside by each look",
     simulate_peeking},
    {"coverage",
     "method: wald, wilson, clopper_pearson, t or bootstrap; n; conf_level; p or population: normal, exponential or lognormal. "
     "Gives "
     "n_held, n_below, n_above, mean_width, truth, and the running coverage",
     simulate_coverage},
};

}  // namespace

void in_pieces(const Runs& runs, const std::function<void(std::int64_t n)>& advance, const std::function<Json()>& so_far) {
  const std::int64_t piece = std::max<std::int64_t>(1, (runs.n_runs + kPieces - 1) / kPieces);
  for (std::int64_t n_done = 0; n_done < runs.n_runs;) {
    const std::int64_t n = std::min(piece, runs.n_runs - n_done);
    advance(n);
    n_done += n;
    if (n_done == runs.n_runs) break;
    Json body = so_far();
    body["n_done"] = n_done;
    body["n_runs"] = runs.n_runs;
    runs.progress(body);
  }
}

Result<Json> answer_simulate(const Json& body, const SimulateProgress& progress) {
  FieldReader fields(body, "body");
  const std::string name = fields.text("scenario");
  const std::int64_t seed = fields.integer("seed"), n_runs = fields.integer("n_runs");
  LR_TRY([[maybe_unused]] auto fine, fields.so_far());
  if (seed < 0) return Error{ErrorKind::bad_input, fields.path("seed"), "A seed is a whole number, 0 or more."};
  if (n_runs < 1 || n_runs > kMostRuns)
    return Error{ErrorKind::bad_input, fields.path("n_runs"), "1 to 1,000,000 experiments are simulated at once."};
  for (const Scenario& scenario : kScenarios) {
    if (name != scenario.name) continue;
    LR_TRY(auto result, scenario.run(fields, Runs{static_cast<std::uint64_t>(seed), n_runs, progress}));
    result["n_done"] = n_runs;
    result["n_runs"] = n_runs;
    return result;
  }
  return Error{ErrorKind::not_found, fields.path("scenario"), "There is no scenario called \"" + name + "\"."};
}

}  // namespace loopready::engine
