// What a decision earns, and the rule that does best over many flights without knowing the truth.
// Here: money, the days as a decider sees them, the rule.  Not here: what is said about it (flight_debrief.cpp).
// Terms: money is in US dollars from the first day to the horizon; what a repair and second test bring is their mean over its luck.
// Errors: none.
// The rule: every day the alarms at strict levels and nothing else; customers by arm, a guardrail or interference end the test at once
//   for a repair; a mixed-up arm is read within devices and broken logging from the records; the lift is read once, at the planned end,
//   and without the first third of the days when it faded.
#pragma once

#include <string>
#include <vector>

#include "engine/flight_read.h"
#include "engine/flight_truth.h"

namespace loopready::engine {

struct FlightMoney {
  double test_usd = 0, after_usd = 0;
  double earned_usd() const { return test_usd + after_usd; }
};
// After `day` days of test; day 0 decides before the first.
FlightMoney money_of(const FlightTruth& truth, model::FlightCall call, std::int64_t day);
double lasting_weekly_usd(const FlightTruth& truth);  // of shipping as it is

// All that is compared on one day.
struct FlightGlance {
  std::vector<model::FlightCheck> checks;
  std::vector<model::FlightGuardrailRead> guardrails;
  std::vector<model::FlightAlternative> alternatives;
};
using FlightScan = std::vector<FlightGlance>;  // by day, from the first to the planned end
FlightScan scan_of(const model::FlightBrief& brief, const FlightTruth& truth);

struct FlightDecision {
  model::FlightCall call = model::FlightCall::roll_back;
  std::string reason;
  std::int64_t day = 0;
};
FlightDecision rule_decision(const FlightTruth& truth, const FlightScan& scan);

// What is right when the truth is known.
model::FlightCall right_call(const FlightTruth& truth);
std::string right_reason(const FlightTruth& truth);

}  // namespace loopready::engine
