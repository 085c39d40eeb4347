// The interval of one's own numbers: of their mean, or of their share where all are 0 or 1.
// Here: own_intervals, its picture.  Not here: how often such intervals hold the truth (lab_intervals.cpp).
// Terms: the first method is the one that is told; the others stand beside it. sd divides by n - 1.
// Errors: bad_input, a sentence about the numbers.
#pragma once

#include <vector>

#include "base/result.h"
#include "ui/screens/lab_parts.h"

namespace loopready::screens {

struct MethodInterval {
  const char* name = "";
  double low = 0, high = 0;
};

struct OwnIntervals {
  bool is_share = false;
  double n = 0, estimate = 0;
  double sd = 0;  // of values; for shares sqrt(p (1 - p))
  std::vector<MethodInterval> methods = {};
};

// Student's t, and the bootstrap for at most 2,000 values; of zeros and ones Wilson, Wald and Clopper-Pearson.
base::Result<OwnIntervals> own_intervals(const std::vector<double>& values, double conf_level);

void draw_own_intervals(const app::App& app, LabLook& look, app::Commands& commands);

}  // namespace loopready::screens
