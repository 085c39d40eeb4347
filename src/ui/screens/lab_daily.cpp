#include "ui/screens/lab_daily.h"

#include <algorithm>
#include <cmath>

#include "stats/draws.h"

namespace loopready::screens {
namespace {

constexpr std::size_t kMostDays = 400;

}  // namespace

void ArmCounts::add(const ArmCounts& other) {
  control_users += other.control_users;
  control_orders += other.control_orders;
  treatment_users += other.treatment_users;
  treatment_orders += other.treatment_orders;
}

Days pasted_days(const OwnNumbers& own) {
  Days result;
  const std::size_t n_days = own.columns[0].size();
  if (n_days < 3 || n_days > kMostDays) result.problem = "Between 3 and 400 days are read here, one a line.";
  for (std::size_t day = 0; day < n_days && result.problem.empty(); ++day)
    result.days.push_back({own.columns[0][day], own.columns[1][day], own.columns[2][day], own.columns[3][day]});
  return result;
}

double drawn_orders(base::Random& random, double users, double rate) {
  const double drawn = std::round(users * rate + std::sqrt(users * rate * (1 - rate)) * stats::draw_normal(random));
  return std::clamp(drawn, 0.0, users);
}

}  // namespace loopready::screens
