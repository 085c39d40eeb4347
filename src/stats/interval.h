// Two limits.
// Here: Interval.  Not here: how it is computed.
// Terms: low is at most high; either may be infinite.
// Errors: none.
#pragma once

namespace loopready::stats {

struct Interval {
  double low = 0;
  double high = 0;
};

}  // namespace loopready::stats
