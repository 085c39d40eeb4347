// Users and orders of two arms, day by day: what novelty and sequential tests work on.
// Here: ArmCounts, pasted days, a day's draw.  Not here: what is computed from them (lab_novelty.cpp, lab_sequential.cpp).
// Terms: orders are users who ordered, so never more than users; days are in order.
// Errors: a sentence in `problem`.
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "ui/screens/lab_parts.h"

namespace loopready::screens {

struct ArmCounts {
  double control_users = 0, control_orders = 0, treatment_users = 0, treatment_orders = 0;
  void add(const ArmCounts& other);
};

struct Days {
  std::vector<ArmCounts> days = {};
  std::string problem = {};
};

// From four columns: control users, control orders, treatment users, treatment orders.
Days pasted_days(const OwnNumbers& own);

// The normal law serves for a thousand users and more, and a day costs one draw.
double drawn_orders(base::Random& random, double users, double rate);

}  // namespace loopready::screens
