#include "stats/noncentral.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "stats/boost_policy.h"
#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/saddle_point.h"
#include "stats/sd_estimate.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

constexpr double kLargestShift = 1e4;

Status check(double x, double ncp, double lowest) {
  if (std::isnan(x)) return refuse("x", "A number is needed.");
  if (ncp >= lowest && ncp <= kLargestShift) return base::Done{};
  return refuse("ncp", lowest < 0 ? "A number from -10000 to 10000 is needed." : "A number from 0 to 10000 is needed.");
}

double log_normal_tail(double z, bool upper) {
  const double lower_end = upper ? -z : z;
  return normal_log_cdf(lower_end, 0, 1).value();
}

// P(Z + ncp <= x S), or its opposite, with S the root of a chi-squared over its df: one hump in u = log(S), summed by the
// trapezoidal rule, whose error falls exponentially with the step (Trefethen and Weideman 2014).
double t_tail(double x, double df, double ncp, bool upper) {
  if (df > 1e12) return upper ? standard_normal_sf(x - ncp) : standard_normal_cdf(x - ncp);
  const SdEstimate estimate(df);
  const auto log_term = [=](double u) {
    return estimate.log_density(u) + log_normal_tail(x * std::exp(u) - ncp, upper);
  };
  double low = -800, high = 20;
  for (int i = 0; i < 120; ++i) {
    const double left = low + (high - low) / 3, right = high - (high - low) / 3;
    (log_term(left) < log_term(right) ? low : high) = log_term(left) < log_term(right) ? left : right;
  }
  const double peak = low + (high - low) / 2, highest = std::exp(log_term(peak));
  if (highest == 0) return 0;
  // The density in u is 1 / sqrt(2 df) wide, and the normal's tail turns over within 1 / ncp.
  const double step = std::min({0.125, 0.35 / std::sqrt(df), 0.35 / std::max(1.0, std::fabs(ncp))});
  double sum = highest;
  for (int side = -1; side <= 1; side += 2)
    for (int i = 1; i < 100000000; ++i) {
      const double value = std::exp(log_term(peak + side * i * step));
      sum += value;
      if (value <= 1e-18 * highest) break;
    }
  return std::min(1.0, sum * step);
}

// Below this the sd's law has so long a tail that the integral takes seconds; no test has such degrees of freedom.
Status need_t_degrees(double df) {
  if (std::isfinite(df) && df >= 0.5) return base::Done{};
  return refuse("df", "Degrees of freedom of at least 0.5 are needed.");
}

// The sum over j of Poisson(j; ncp / 2) * tail(j), from the largest weights outwards until nothing changes.
template <class Tail>
double mixture(double ncp, Tail tail) {
  const double lambda = ncp / 2;
  if (lambda == 0) return tail(0.0);
  // The largest product lies where the tail's growth and the weight's fall meet: climb to it.
  double peak = std::floor(lambda), highest = poisson_mass(peak, lambda) * tail(peak);
  for (int side = -1; side <= 1; side += 2) {
    double stride = std::max(1.0, std::floor(std::sqrt(lambda) / 4));
    for (double j = peak + side * stride; j >= 0; j += side * stride) {
      const double value = poisson_mass(j, lambda) * tail(j);
      if (!(value > highest)) break;
      highest = value;
      peak = j;
    }
  }
  double sum = highest;
  for (int side = -1; side <= 1; side += 2)
    for (double j = peak + side; j >= 0; j += side) {
      const double value = poisson_mass(j, lambda) * tail(j);
      sum += value;
      if (value <= 1e-17 * sum) break;
    }
  return std::min(1.0, sum);
}

}  // namespace

Result<double> noncentral_t_cdf(double x, double df, double ncp) {
  LR_TRY([[maybe_unused]] auto fine, check(x, ncp, -kLargestShift));
  LR_TRY([[maybe_unused]] auto degrees, need_t_degrees(df));
  if (std::isinf(x)) return x > 0 ? 1.0 : 0.0;
  return t_tail(x, df, ncp, false);
}

Result<double> noncentral_t_sf(double x, double df, double ncp) {
  LR_TRY([[maybe_unused]] auto fine, check(x, ncp, -kLargestShift));
  LR_TRY([[maybe_unused]] auto degrees, need_t_degrees(df));
  if (std::isinf(x)) return x > 0 ? 0.0 : 1.0;
  return t_tail(x, df, ncp, true);
}

Result<double> noncentral_chi_squared_cdf(double x, double df, double ncp) {
  LR_TRY([[maybe_unused]] auto fine, check(x, ncp, 0));
  LR_TRY([[maybe_unused]] auto degrees, need_positive(df, "df"));
  if (x <= 0 || std::isinf(x)) return x <= 0 ? 0.0 : 1.0;
  return mixture(ncp, [=](double j) { return boost::math::gamma_p(df / 2 + j, x / 2, Policy()); });
}

Result<double> noncentral_chi_squared_sf(double x, double df, double ncp) {
  LR_TRY([[maybe_unused]] auto fine, check(x, ncp, 0));
  LR_TRY([[maybe_unused]] auto degrees, need_positive(df, "df"));
  if (x <= 0 || std::isinf(x)) return x <= 0 ? 1.0 : 0.0;
  return mixture(ncp, [=](double j) { return boost::math::gamma_q(df / 2 + j, x / 2, Policy()); });
}

Result<double> noncentral_f_cdf(double x, double df1, double df2, double ncp) {
  LR_TRY([[maybe_unused]] auto fine, check(x, ncp, 0));
  LR_TRY([[maybe_unused]] auto first, need_positive(df1, "df1"));
  LR_TRY([[maybe_unused]] auto second, need_positive(df2, "df2"));
  if (x <= 0 || std::isinf(x)) return x <= 0 ? 0.0 : 1.0;
  const double rest = 1 / (1 + x * (df1 / df2));  // the beta variable's distance from 1
  return mixture(ncp, [=](double j) { return boost::math::ibetac(df2 / 2, df1 / 2 + j, rest, Policy()); });
}

Result<double> noncentral_f_sf(double x, double df1, double df2, double ncp) {
  LR_TRY([[maybe_unused]] auto fine, check(x, ncp, 0));
  LR_TRY([[maybe_unused]] auto first, need_positive(df1, "df1"));
  LR_TRY([[maybe_unused]] auto second, need_positive(df2, "df2"));
  if (x <= 0 || std::isinf(x)) return x <= 0 ? 1.0 : 0.0;
  const double rest = 1 / (1 + x * (df1 / df2));
  return mixture(ncp, [=](double j) { return boost::math::ibeta(df2 / 2, df1 / 2 + j, rest, Policy()); });
}

}  // namespace loopready::stats
