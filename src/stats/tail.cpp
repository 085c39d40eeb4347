#include "stats/tail.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

#include "stats/boost_policy.h"
#include "stats/normal.h"
#include "stats/refusal.h"

namespace loopready::stats {

namespace {

using ChiSquared = boost::math::chi_squared_distribution<double, Policy>;
using FisherF = boost::math::fisher_f_distribution<double, Policy>;
using StudentsT = boost::math::students_t_distribution<double, Policy>;

}  // namespace

double chi_squared_upper(double x, double df) {
  if (std::isinf(x)) return 0;
  return x <= 0 ? 1 : cdf(complement(ChiSquared(df), x));
}

double chi_squared_upper_quantile(double p, double df) { return quantile(complement(ChiSquared(df), p)); }
double chi_squared_lower_quantile(double p, double df) { return quantile(ChiSquared(df), p); }

double f_upper(double f, double df1, double df2) {
  if (std::isinf(f)) return 0;
  return f <= 0 ? 1 : cdf(complement(FisherF(df1, df2), f));
}

// As Boost has it, but with a start for y, without which GCC 12 warns once it inlines.
double f_upper_quantile(double p, double df1, double df2) {
  double y = 0;
  const double x = boost::math::ibetac_inv(df1 / 2, df2 / 2, p, &y, Policy());
  return df2 * x / (df1 * y);
}

double t_upper(double t, double df) {
  if (std::isinf(t)) return t > 0 ? 0 : 1;
  return cdf(complement(StudentsT(df), t));
}

double t_two_sided(double t, double df) { return 2 * t_upper(std::fabs(t), df); }
double t_upper_quantile(double p, double df) { return quantile(complement(StudentsT(df), p)); }
double t_critical(double conf_level, double df) { return t_upper_quantile((1 - conf_level) / 2, df); }

double normal_p_value(double z, Side side) {
  if (side == Side::less) return standard_normal_cdf(z);
  if (side == Side::greater) return standard_normal_sf(z);
  return 2 * standard_normal_sf(std::fabs(z));
}

double normal_critical(double conf_level) { return standard_normal_quantile_upper((1 - conf_level) / 2); }

base::Status need_sides(double sides) {
  if (sides == 1 || sides == 2) return base::Done{};
  return refuse("sides", "1 or 2 is needed.");
}

}  // namespace loopready::stats
