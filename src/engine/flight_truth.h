// What lies under a flight: its plan and what was planted in it, drawn from the seed.
// Here: FlightTruth, draw_truth.  Not here: the days' counts (flight_days.h), what a reader computes from them (flight_read.h).
// Terms: lasting lift is what shipping to all changes in the long run, relative; the designed day is the first on which the planted
//   sign, as it is expected, passes its limit in nine of ten flights of this strength.
// Errors: none; the brief has been read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/flight.h"

namespace loopready::engine {

enum class FlightKind { none, gain, harm, srm, novelty, interference, guardrail, mix, logging };
const char* flight_kind_name(FlightKind kind);  // as FlightDebrief::kind
bool is_clean(FlightKind kind);

// Limits of the alarms, two-sided.
inline constexpr double kAlarmLevel = 0.001;
inline constexpr double kGuardrailLevel = 0.002;  // one side of it counts
inline constexpr double kFadeLevel = 0.05;

struct FlightTruth {
  std::uint64_t seed = 0;
  FlightKind kind = FlightKind::none;
  model::FlightPlan plan;
  double lasting_lift = 0;
  std::int64_t onset = 1;         // the first day of srm and logging
  double lost_customers = 0;      // srm: share of treatment's customers that never arrive
  double novelty_lift = 0, novelty_days = 1;  // on top on the first day, and its time constant
  double spill = 0;               // interference: what treatment gains from control, relative
  std::size_t broken = 0;         // guardrail: which one
  double broken_change = 0;       // relative
  double mix_shift = 0;           // the first device's share in treatment is lower by this
  double lost_events = 0, ghost_events = 0;  // shares of treatment's records
  std::int64_t designed_day = 0;
  double device_share = 0.6;      // of the first device
  double device_ratio = 1.8;      // the second device's rate over the first's
  std::vector<double> traffic;    // expected customers by day, both arms
  double scale_usd = 0;           // a week of the smallest lift planned for

  double lift_on(std::int64_t day) const;
  double fresh_share(std::int64_t day) const;  // of a day's customers who are seen for the first time
};

FlightTruth draw_truth(const model::FlightBrief& brief, std::uint64_t seed);

// For each day or other use of its own, so that none depends on how many draws another took.
std::uint64_t stream_seed(std::uint64_t seed, std::uint64_t stream);

}  // namespace loopready::engine
