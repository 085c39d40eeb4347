// What needs the values in order: quantiles, deviations from the median, trimmed and winsorised means, fences, pairwise medians.
// Here: functions of one list, and the median of all differences of two.  Not here: tests on ranks (rank_test.h).
// Terms: trim is the share dropped (or replaced) at EACH end: floor(trim n + 1e-9) values. Type 7 places a quantile at
//   (n - 1) p + 1 (R, NumPy, Excel INC), type 6 at (n + 1) p. mad_normal_scaled divides by the normal's 0.75 quantile.
// Errors: bad_input naming the argument.
// Sources: Hyndman and Fan 1996; Tukey 1977; Dixon and Tukey 1968 (winsorising); Hodges and Lehmann 1963.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/result.h"
#include "stats/describe.h"

namespace loopready::stats {

std::vector<double> sorted_copy(Span x);
double sorted_median(Span sorted);
double sorted_quantile_type7(Span sorted, double p);

// How many values a trim takes from each end; and the list with that many replaced by their inner neighbours, in order.
base::Result<std::size_t> trim_count(std::size_t n, double trim);
double sorted_trimmed_mean(Span sorted, std::size_t n_trimmed);
std::vector<double> sorted_winsorised(Span sorted, std::size_t n_replaced);

struct Clipped {
  double mean = 0, sd = 0;  // sd divides by n - 1
};
struct Fences {
  double lower = 0, upper = 0, n_outliers = 0;  // outliers lie strictly outside
};

base::Result<double> median(Span x);
base::Result<double> quantile_type7(Span x, double p);
base::Result<double> quantile_type6(Span x, double p);
base::Result<double> iqr_type7(Span x);
base::Result<double> mad_raw(Span x);
base::Result<double> mad_normal_scaled(Span x);
base::Result<double> trimmed_mean(Span x, double trim);
base::Result<double> winsorized_mean(Span x, double trim);
base::Result<double> winsorized_variance(Span x, double trim);
base::Result<Clipped> winsorize_at_quantiles(Span x, double lower, double upper);
base::Result<Fences> tukey_fences(Span x, double k);
base::Result<double> hodges_lehmann_one_sample(Span x);  // median of (x_i + x_j) / 2 over i <= j
base::Result<double> hodges_lehmann_shift(Span x, Span y);  // median of all x_i - y_j

}  // namespace loopready::stats
