// The counts of a flight, day after day.
// Here: FlightSums, FlightDays.  Not here: what was planted (flight_truth.h), tests of the counts (flight_read.h).
// Terms: index 0 is control, 1 treatment; a cell is a device, new or returning, and a country; records are what the books hold, events
//   what was logged; the holdout sees nothing of the test and stands in no arm.
// Errors: none.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/random.h"
#include "engine/flight_truth.h"
#include "model/flight.h"

namespace loopready::engine {

inline constexpr std::size_t kDevices = 2, kCustomers = 2, kCountries = 3, kCells = kDevices * kCustomers * kCountries;

using ByArm = std::array<std::int64_t, 2>;

struct FlightCell {
  ByArm n{}, events{}, records{};
};

struct FlightGuardrailSums {
  std::array<double, 2> n{}, sum{};  // of a share: customers with it
};

struct FlightSums {
  std::int64_t day = 0;
  ByArm assigned{};  // customers seen for the first time
  ByArm n{}, events{}, records{}, lost{}, ghost{};
  std::array<FlightCell, kCells> cells{};
  std::array<std::int64_t, kDevices> holdout_n{}, holdout_records{};
  std::vector<FlightGuardrailSums> guardrails;
  std::vector<model::FlightCounts> by_day;  // each day alone
};

std::size_t device_of(std::size_t cell);
std::size_t customer_of(std::size_t cell);  // 0 new, 1 returning
std::size_t country_of(std::size_t cell);

class FlightDays {
 public:
  FlightDays(const model::FlightBrief& brief, const FlightTruth& truth);
  const FlightSums& sums() const { return sums_; }
  void next();

 private:
  void add_cells(std::int64_t total, double day_rate, base::Random& random);
  void add_guardrails(const ByArm& n, base::Random& random);

  const model::FlightBrief& brief_;
  const FlightTruth& truth_;
  FlightSums sums_;
};

}  // namespace loopready::engine
