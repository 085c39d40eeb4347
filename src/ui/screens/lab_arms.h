// Users of two arms, two values each: what CUPED and ratio metrics work on.
// Here: UserRows, pasted rows parted by arm.  Not here: what is computed from them (lab_cuped.cpp, lab_ratio.cpp).
// Terms: a row is one user; the arm is 1 for the treatment and 0 for the control; x and y are as the tool names them.
// Errors: a sentence in `problem`.
#pragma once

#include <string>
#include <vector>

#include "ui/screens/lab_parts.h"

namespace loopready::screens {

inline constexpr std::size_t kMostUsers = 50'000;

struct UserRows {
  std::vector<double> treatment_x = {}, treatment_y = {}, control_x = {}, control_y = {};
  std::string problem = {};
};

// From three columns: arm, x, y.
UserRows parted_by_arm(const OwnNumbers& own);

}  // namespace loopready::screens
