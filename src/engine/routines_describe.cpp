// Numbers that describe a list, by name.
#include "engine/one_value.h"
#include "engine/routine.h"
#include "stats/describe.h"
#include "stats/order.h"

namespace loopready::engine {
namespace {

using base::Result;

Result<Values> clipped(Inputs& in) {
  const Numbers x = in.numbers("x");
  const double lower = in.number("lower"), upper = in.number("upper");
  LR_READ(in);
  LR_TRY(const stats::Clipped found, stats::winsorize_at_quantiles(x, lower, upper));
  return Values{{"mean", found.mean}, {"sd", found.sd}};
}

Result<Values> fences(Inputs& in) {
  const Numbers x = in.numbers("x");
  const double k = in.number_or("k", 1.5);
  LR_READ(in);
  LR_TRY(const stats::Fences found, stats::tukey_fences(x, k));
  return Values{{"lower", found.lower}, {"upper", found.upper}, {"n_outliers", found.n_outliers}};
}

constexpr const char* kTwoPass = "two-pass compensated sums, Chan, Golub and LeVeque 1983";
constexpr const char* kShape = "Joanes and Gill 1998";
constexpr const char* kQuantile = "Hyndman and Fan 1996";
constexpr const char* kTukey = "Tukey 1977";
constexpr const char* kWinsor = "Dixon and Tukey 1968";
constexpr const char* kLehmann = "Hodges and Lehmann 1963";
constexpr const char* kDefinition = "definition";

}  // namespace

const std::vector<Routine>& describe_routines() {
  static const std::vector<Routine> kAll = {
      {"mean", "x: numbers", "value", "Arithmetic mean.", kTwoPass,
       [](Inputs& in) { return value_of_list(in, stats::mean); }},
      {"std_dev_sample", "x: numbers", "value", "Root of the sum of squares over n - 1.", kTwoPass,
       [](Inputs& in) { return value_of_list(in, stats::std_dev_sample); }},
      {"std_dev_population", "x: numbers", "value", "Root of the sum of squares over n.", kTwoPass,
       [](Inputs& in) { return value_of_list(in, stats::std_dev_population); }},
      {"variance_sample", "x: numbers", "value", "Sum of squares over n - 1.", kTwoPass,
       [](Inputs& in) { return value_of_list(in, stats::variance_sample); }},
      {"variance_population", "x: numbers", "value", "Sum of squares over n.", kTwoPass,
       [](Inputs& in) { return value_of_list(in, stats::variance_population); }},
      {"std_error_mean", "x: numbers", "value", "Sample sd over the root of n.", kTwoPass,
       [](Inputs& in) { return value_of_list(in, stats::std_error_mean); }},
      {"autocorrelation_lag1", "x: numbers", "value", "Products of neighbours over the sum of squares, both centred at the overall mean.", kDefinition,
       [](Inputs& in) { return value_of_list(in, stats::autocorrelation_lag1); }},
      {"skewness_population", "x: numbers", "value", "g1: third central moment over the 1.5th power of the second, both over n.", kShape,
       [](Inputs& in) { return value_of_list(in, stats::skewness_population); }},
      {"skewness_adjusted", "x: numbers", "value", "G1: g1 with the correction for small samples that spreadsheets use.", kShape,
       [](Inputs& in) { return value_of_list(in, stats::skewness_adjusted); }},
      {"excess_kurtosis_population", "x: numbers", "value", "g2: fourth central moment over the square of the second, less 3; a normal has 0.", kShape,
       [](Inputs& in) { return value_of_list(in, stats::excess_kurtosis_population); }},
      {"excess_kurtosis_adjusted", "x: numbers", "value", "G2: g2 with the correction for small samples that spreadsheets use.", kShape,
       [](Inputs& in) { return value_of_list(in, stats::excess_kurtosis_adjusted); }},
      {"coefficient_of_variation", "x: numbers", "value", "Sample sd over the mean.", kDefinition,
       [](Inputs& in) { return value_of_list(in, stats::coefficient_of_variation); }},
      {"geometric_mean", "x: numbers", "value", "Exponential of the mean logarithm.", kDefinition,
       [](Inputs& in) { return value_of_list(in, stats::geometric_mean); }},
      {"harmonic_mean", "x: numbers", "value", "n over the sum of inverses.", kDefinition,
       [](Inputs& in) { return value_of_list(in, stats::harmonic_mean); }},
      {"gini_coefficient", "x: numbers", "value", "Population form: mean absolute difference over twice the mean; 0 for equal shares.", kDefinition,
       [](Inputs& in) { return value_of_list(in, stats::gini_coefficient); }},
      {"median", "x: numbers", "value", "The middle value, or the mean of the middle two.", kDefinition,
       [](Inputs& in) { return value_of_list(in, stats::median); }},
      {"quantile_type7", "x: numbers; p: share", "value", "Interpolated at place (n - 1) p + 1, as R, NumPy and spreadsheets do.", kQuantile,
       [](Inputs& in) { return value_of_list(in, stats::quantile_type7, "p"); }},
      {"quantile_type6", "x: numbers; p: share", "value", "Interpolated at place (n + 1) p, kept inside the list.", kQuantile,
       [](Inputs& in) { return value_of_list(in, stats::quantile_type6, "p"); }},
      {"iqr_type7", "x: numbers", "value", "Type-7 quantile at 0.75 less that at 0.25.", kQuantile,
       [](Inputs& in) { return value_of_list(in, stats::iqr_type7); }},
      {"mad_raw", "x: numbers", "value", "Median distance from the median.", kTukey,
       [](Inputs& in) { return value_of_list(in, stats::mad_raw); }},
      {"mad_normal_scaled", "x: numbers", "value", "Median distance from the median over the 0.75 quantile of the normal.", kTukey,
       [](Inputs& in) { return value_of_list(in, stats::mad_normal_scaled); }},
      {"trimmed_mean", "x: numbers; trim: share", "value", "Mean without floor(trim n) values at each end.", kTukey,
       [](Inputs& in) { return value_of_list(in, stats::trimmed_mean, "trim"); }},
      {"winsorized_mean", "x: numbers; trim: share", "value", "Mean after floor(trim n) values at each end are set to the nearest kept one.", kWinsor,
       [](Inputs& in) { return value_of_list(in, stats::winsorized_mean, "trim"); }},
      {"winsorized_variance", "x: numbers; trim: share", "value", "Variance (n - 1) after floor(trim n) values at each end are set to the nearest kept one.", kWinsor,
       [](Inputs& in) { return value_of_list(in, stats::winsorized_variance, "trim"); }},
      {"hodges_lehmann_one_sample", "x: numbers", "value", "Median of the means of all pairs, each value paired with itself too.", kLehmann,
       [](Inputs& in) { return value_of_list(in, stats::hodges_lehmann_one_sample); }},
      {"hodges_lehmann_shift", "x: numbers; y: numbers", "value", "Median of all differences x - y.", kLehmann,
       [](Inputs& in) { return value_of_lists(in, stats::hodges_lehmann_shift, "x", "y"); }},
      {"weighted_mean", "x: numbers; w: numbers", "value", "Sum of w x over the sum of w.", kDefinition,
       [](Inputs& in) { return value_of_lists(in, stats::weighted_mean, "x", "w"); }},
      {"weighted_variance_frequency", "x: numbers; w: numbers", "value", "Weighted squares over sum of w - 1: weights count repeats.", kDefinition,
       [](Inputs& in) { return value_of_lists(in, stats::weighted_variance_frequency, "x", "w"); }},
      {"covariance_sample", "x: numbers; y: numbers", "value", "Sum of products of deviations over n - 1.", kTwoPass,
       [](Inputs& in) { return value_of_lists(in, stats::covariance_sample, "x", "y"); }},
      {"winsorize_at_quantiles", "x: numbers; lower: share; upper: share", "mean; sd",
       "Values beyond the two type-7 quantiles are set to them; sd divides by n - 1.", kWinsor, clipped},
      {"tukey_fences", "x: numbers; k (1.5)", "lower; upper; n_outliers",
       "Type-7 quartiles less and plus k times their distance; outliers lie strictly outside.", kTukey, fences},
  };
  return kAll;
}

}  // namespace loopready::engine
