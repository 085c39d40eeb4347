#include "stats/power_terms.h"

#include <boost/math/tools/toms748_solve.hpp>
#include <cstdint>

#include "stats/boost_policy.h"
#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/tail.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

constexpr double kLargestSize = 1e12;

}  // namespace

Status need_alpha(double alpha, double sides) {
  LR_TRY([[maybe_unused]] auto alpha_fine, need_inside_unit(alpha, "alpha"));
  return need_sides(sides);
}

Status need_plan(const Plan& plan) {
  LR_TRY([[maybe_unused]] auto alpha_fine, need_alpha(plan.alpha, plan.sides));
  LR_TRY([[maybe_unused]] auto power_fine, need_inside_unit(plan.power, "power"));
  if (plan.power <= plan.alpha / plan.sides) return refuse("power", "A power above alpha over sides is needed; any sample has that much.");
  return base::Done{};
}

double z_alpha(double alpha, double sides) { return standard_normal_quantile_upper(alpha / sides); }
double z_power(double power) { return standard_normal_quantile(power); }
double z_sum(const Plan& plan) { return z_alpha(plan.alpha, plan.sides) + z_power(plan.power); }

double root_between(const std::function<double(double)>& growing, double low, double high) {
  const double at_low = growing(low), at_high = growing(high);
  if (at_low >= 0) return low;
  if (at_high <= 0) return high;
  std::uintmax_t tries = 200;
  const auto bracket = boost::math::tools::toms748_solve(growing, low, high, at_low, at_high,
                                                         boost::math::tools::eps_tolerance<double>(52), tries, Policy());
  return (bracket.first + bracket.second) / 2;
}

Result<double> size_above(const std::function<double(double)>& growing, double low) {
  double from = low, to = 2 * low;
  if (growing(low) >= 0) return low;
  while (growing(to) < 0) {
    from = to;
    to *= 4;
    if (to > kLargestSize)
      return base::Error{base::ErrorKind::too_large, "power", "No sample of up to 1,000,000,000,000 is enough for so small an effect."};
  }
  return root_between(growing, from, to);
}

}  // namespace loopready::stats
