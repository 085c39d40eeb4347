// One's own experiment as it looked at each look: p-values, when peeking would have stopped it, what limits that pay for peeking say.
// Here: own_peeking, its picture.  Not here: simulated experiments (lab_peeking.cpp), always-valid p-values (lab_sequential.cpp).
// Terms: the information of a look is 1 / (1 / n control + 1 / n treatment), its fraction that over the planned end's; z is the pooled
// two-proportion z, treatment less control; looks count from 1, and look 0 stands for never.
// Errors: bad_input, a sentence that names the look.
#pragma once

#include <vector>

#include "base/result.h"
#include "ui/screens/lab_daily.h"

namespace loopready::screens {

struct PeekingPlan {
  bool cumulative = false;  // rows are totals so far; else what came since the look before
  bool pocock = false;      // else O'Brien and Fleming's spending
  double alpha = 0.05;
  double reached = 1;  // share of the planned sample at the last look
};

struct OwnLook {
  ArmCounts total;
  double difference = 0, z = 0, p_value = 1, fraction = 0;
  double limit = 0;         // for |z|, by spending
  double false_alarms = 0;  // chance of a p below alpha by this look though nothing differs
};

struct OwnPeeking {
  std::vector<OwnLook> looks = {};
  std::size_t naive_stop = 0, ruled_stop = 0;
};

base::Result<OwnPeeking> own_peeking(const std::vector<ArmCounts>& rows, const PeekingPlan& plan);

void draw_own_peeking(const app::App& app, LabLook& look, app::Commands& commands);

}  // namespace loopready::screens
