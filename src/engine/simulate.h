// Many experiments made by chance, in pieces, with progress: the message kind "simulate".
// Here: the scenarios by name, the pieces.  Not here: what an experiment is (stats/simulate.h and others).
// Terms: the same seed gives the same answer, natively and as wasm; a run is one simulated experiment.
// Errors: bad_input with a path such as "body/looks"; not_found for a scenario there is none of.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/json.h"
#include "base/result.h"

namespace loopready::engine {

using SimulateProgress = std::function<void(const base::Json& so_far)>;

struct Runs {
  std::uint64_t seed = 0;
  std::int64_t n_runs = 0;
  const SimulateProgress& progress;
};

// Calls `advance` with the size of each piece until all runs are made, and reports `so_far` with "n_done" and "n_runs" after each but
// the last.
void in_pieces(const Runs& runs, const std::function<void(std::int64_t n)>& advance, const std::function<base::Json()>& so_far);

struct Scenario {
  const char* name;
  const char* about;  // its fields and what comes back
  // Reads its fields and finishes the reader before it computes.
  base::Result<base::Json> (*run)(base::FieldReader& fields, const Runs& runs);
};

// One a file simulate_<name>.cpp.
base::Result<base::Json> simulate_peeking(base::FieldReader& fields, const Runs& runs);
base::Result<base::Json> simulate_coverage(base::FieldReader& fields, const Runs& runs);

// The body of a "simulate" request: {"scenario", "seed", "n_runs", and the scenario's own fields}.
base::Result<base::Json> answer_simulate(const base::Json& body, const SimulateProgress& progress);

}  // namespace loopready::engine
