// What a reader computes from the counts of a flight: lift, guardrails, segments, checks.
// Here: the routines applied to sums.  Not here: the counts (flight_days.h), what follows from them (flight_rule.h).
// Terms: p-values are two-sided; where counts are too few for a test, its p-value is 1.
// Errors: none.
#pragma once

#include <vector>

#include "engine/flight_days.h"
#include "engine/flight_truth.h"
#include "model/flight.h"

namespace loopready::engine {

model::FlightEstimate lift_of(const model::FlightCounts& counts, double alpha);
double srm_p_value(const FlightSums& sums, double treatment_share);

// Always the same checks in the same order: srm, mix/device, mix/customer, mix/country, lost, ghost, interference, novelty.
std::vector<model::FlightCheck> checks_of(const model::FlightBrief& brief, const FlightTruth& truth, const FlightSums& sums);
double check_level(const std::string& slug);         // its limit for p
std::string check_reason(const std::string& slug);   // the reason it speaks for

std::vector<model::FlightGuardrailRead> guardrails_of(const model::FlightBrief& brief, const FlightSums& sums, double alpha);
bool passes_limit(const model::FlightGuardrailRead& one);  // worse, beyond chance

std::vector<model::FlightSegment> segments_of(const model::FlightBrief& brief, const FlightSums& sums, double alpha);
std::vector<model::FlightAlternative> alternatives_of(const model::FlightBrief& brief, const FlightSums& sums, double alpha);
const model::FlightEstimate& alternative(const std::vector<model::FlightAlternative>& all, const std::string& slug);

model::FlightDay day_of(const FlightTruth& truth, const FlightSums& sums);

}  // namespace loopready::engine
