// How a learner decided over many flights: false alarms, misses and money, with intervals.
// Here: flight_tally, from the records of kind "flight".  Not here: one flight (flight.h).
// Terms: a false win shipped what doesn't pay; a missed win let go of what should have been shipped; a false suspicion named a defect in a
//   sound test; a missed defect didn't name the one that was there. Intervals are 95 %: Wilson's for shares, Student's t for money.
// Errors: none; a record without the fields of its kind is left out, and of one flight only the first decision counts.
#pragma once

#include <cstdint>
#include <vector>

#include "learner/attempt_log.h"
#include "stats/interval.h"

namespace loopready::app {

struct FlightShare {
  std::int64_t n = 0, n_of = 0;
  double share = 0;
  stats::Interval interval{0, 1};
};

struct FlightMean {  // a flight, US dollars
  double mean = 0;
  bool known = false;  // the interval: two flights or more that differ
  stats::Interval interval;
};

struct FlightTally {
  std::int64_t n_flights = 0;
  FlightShare right_calls, right_reasons, false_wins, missed_wins, false_suspicions, missed_defects;
  double earned_usd = 0, rule_usd = 0;
  FlightMean earned, behind;  // behind: yours less the rule's
  std::vector<double> earned_by_flight, rule_by_flight;  // in the order in which they were decided
};

FlightTally flight_tally(const learner::AttemptLog& log);

}  // namespace loopready::app
