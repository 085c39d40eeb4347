// An experiment to decide on, day by day, and what it was once decided: the message kind "flight".
// Here: answer_flight.  Not here: what is planted (flight_truth.h), the counts (flight_days.h), tests of them (flight_read.h), the
//   rule and the money (flight_rule.h).
// Terms: the readout is a function of the brief, the seed and the day; the same natively and as wasm, to six digits.
// Errors: bad_input with a path such as "body/day".
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "engine/flight_rule.h"

namespace loopready::engine {

model::FlightReadout readout_of(const model::FlightBrief& brief, const FlightTruth& truth, std::int64_t day);
model::FlightDebrief debrief_of(const model::FlightBrief& brief, const FlightTruth& truth, const FlightDecision& decision);  // flight_debrief.cpp

// The body of a "flight" request: {"brief", "seed", "day"}, and {"call", "reason"} once decided.
base::Result<base::Json> answer_flight(const base::Json& body);

}  // namespace loopready::engine
