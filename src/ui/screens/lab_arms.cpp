#include "ui/screens/lab_arms.h"

namespace loopready::screens {

UserRows parted_by_arm(const OwnNumbers& own) {
  UserRows rows;
  const std::vector<double>& arm = own.columns[0];
  if (arm.size() > kMostUsers) {
    rows.problem = "At most 50,000 users are compared here. Keep a random sample of them.";
    return rows;
  }
  for (std::size_t i = 0; i < arm.size(); ++i) {
    if (arm[i] != 0 && arm[i] != 1) {
      rows.problem = "The first column must be 1 (treatment) or 0 (control); row " + std::to_string(i + 1) + " has " + in_words(arm[i], Unit::plain) + ".";
      return rows;
    }
    (arm[i] == 1 ? rows.treatment_x : rows.control_x).push_back(own.columns[1][i]);
    (arm[i] == 1 ? rows.treatment_y : rows.control_y).push_back(own.columns[2][i]);
  }
  if (rows.treatment_x.size() < 3 || rows.control_x.size() < 3) rows.problem = "Each arm needs at least three users.";
  return rows;
}

}  // namespace loopready::screens
