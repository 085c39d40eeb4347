// The tails and critical values that tests share.
// Here: two-sided and one-sided p-values of t, F, chi-squared and normal statistics; critical values for intervals.
// Not here: distributions by name, with refusals (normal.h and its like).
// Terms: every p-value is an upper tail computed as such; conf_level is 0 to 1; df is above 0 and may be fractional.
// Errors: none; callers have checked their arguments. An infinite statistic has the p-value 0.
// Source: incomplete beta and gamma functions as Boost.Math computes them.
#pragma once

#include "base/result.h"

namespace loopready::stats {

enum class Side { two_sided, less, greater };

double chi_squared_upper(double x, double df);
double chi_squared_upper_quantile(double p, double df);
double chi_squared_lower_quantile(double p, double df);
double f_upper(double f, double df1, double df2);
double f_upper_quantile(double p, double df1, double df2);
double t_upper(double t, double df);
double t_two_sided(double t, double df);
double t_upper_quantile(double p, double df);
double t_critical(double conf_level, double df);  // of a two-sided interval

double normal_p_value(double z, Side side);
double normal_critical(double conf_level);

// A number of two sides, 1 or 2, as power routines take it.
base::Status need_sides(double sides);

}  // namespace loopready::stats
