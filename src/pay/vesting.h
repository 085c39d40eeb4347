// When the parts of a grant become yours.
// Here: Schedule, vested_units.  Not here: what they are worth then (offer.h).
// Terms: a unit is a share, or a cent of a grant given in dollars; shares of a schedule are hundredths of a per cent and sum to 10,000;
// months count from the start, from 1. Units never split: what is vested is rounded down, and the last vesting brings the rest,
// so that all vestings sum to the grant.
// Errors: bad_input when a text is no schedule or does not sum to 100.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace loopready::pay {

struct Schedule {
  std::vector<std::int64_t> by_year = {500, 1500, 4000, 4000};  // hundredths of a per cent
  int n_a_year = 1;  // vestings within a year, evenly: 1, 2, 4 or 12
};

// "5/15/40/40", "25 25 25 25", "33.33, 33.33, 33.34": one to six years.
base::Result<std::vector<std::int64_t>> read_schedule(std::string_view text);
std::string schedule_words(const std::vector<std::int64_t>& by_year);  // "5/15/40/40"

// Units vested by the end of a month; 0 before the first vesting, all after the last.
std::int64_t vested_units(std::int64_t n_units, const Schedule& schedule, int month);

}  // namespace loopready::pay
