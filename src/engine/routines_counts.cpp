// Distributions of counts, shifted distributions and the two ranges, by name.
#include "engine/one_value.h"
#include "engine/routine.h"
#include "stats/discrete.h"
#include "stats/kolmogorov.h"
#include "stats/noncentral.h"
#include "stats/studentized_range.h"

namespace loopready::engine {
namespace {

constexpr const char* kMassSource = "Loader 2000, saddle-point form";
constexpr const char* kBetaSource = "incomplete beta function, Boost.Math";
constexpr const char* kGammaSource = "incomplete gamma function, Boost.Math";
constexpr const char* kDefinition = "definition";
constexpr const char* kRootSource = "integral over the sd's distribution, trapezoidal rule";
constexpr const char* kMixtureSource = "Poisson mixture, Johnson, Kotz and Balakrishnan 1995";
constexpr const char* kRangeSource = "double integral of the definition, trapezoidal rule";
constexpr const char* kKolmogorovSource = "Kolmogorov 1933; Jacobi's theta identity for small t";

}  // namespace

const std::vector<Routine>& count_routines() {
  static const std::vector<Routine> kAll = {
      {"binomial_pmf", "k; n; p", "value", "Mass, P(X = k).", kMassSource,
       [](Inputs& in) { return value_at(in, stats::binomial_pmf, "k", "n", "p"); }},
      {"binomial_cdf", "k; n; p", "value", "Lower tail, P(X <= k).", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::binomial_cdf, "k", "n", "p"); }},
      {"binomial_sf", "k; n; p", "value", "Upper tail, P(X > k), strictly above k.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::binomial_sf, "k", "n", "p"); }},
      {"binomial_quantile", "prob; n; p", "value", "The smallest k whose lower tail is at least prob.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::binomial_quantile, "prob", "n", "p"); }},
      {"poisson_pmf", "k; lambda", "value", "Mass, P(X = k).", kMassSource,
       [](Inputs& in) { return value_at(in, stats::poisson_pmf, "k", "lambda"); }},
      {"poisson_cdf", "k; lambda", "value", "Lower tail, P(X <= k).", kGammaSource,
       [](Inputs& in) { return value_at(in, stats::poisson_cdf, "k", "lambda"); }},
      {"poisson_sf", "k; lambda", "value", "Upper tail, P(X > k), strictly above k.", kGammaSource,
       [](Inputs& in) { return value_at(in, stats::poisson_sf, "k", "lambda"); }},
      {"poisson_quantile", "prob; lambda", "value", "The smallest k whose lower tail is at least prob.", kGammaSource,
       [](Inputs& in) { return value_at(in, stats::poisson_quantile, "prob", "lambda"); }},
      {"geometric_pmf", "k; p", "value", "Mass, P(X = k). X is the number of the trial with the first success: 1, 2, ...", kDefinition,
       [](Inputs& in) { return value_at(in, stats::geometric_pmf, "k", "p"); }},
      {"geometric_cdf", "k; p", "value", "Lower tail, P(X <= k). X is the number of the trial with the first success: 1, 2, ...", kDefinition,
       [](Inputs& in) { return value_at(in, stats::geometric_cdf, "k", "p"); }},
      {"negative_binomial_pmf", "k; r; p", "value", "Mass, P(X = k). X counts the failures before the r-th success; r may be any number above 0.", kMassSource,
       [](Inputs& in) { return value_at(in, stats::negative_binomial_pmf, "k", "r", "p"); }},
      {"negative_binomial_cdf", "k; r; p", "value", "Lower tail, P(X <= k). X counts the failures before the r-th success; r may be any number above 0.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::negative_binomial_cdf, "k", "r", "p"); }},
      {"hypergeometric_pmf", "k; N; K; n", "value", "Mass, P(X = k). n are drawn from N of which K are marked; X of the drawn are marked.", kMassSource,
       [](Inputs& in) { return value_at(in, stats::hypergeometric_pmf, "k", "N", "K", "n"); }},
      {"hypergeometric_cdf", "k; N; K; n", "value", "Lower tail, P(X <= k). n are drawn from N of which K are marked; X of the drawn are marked.", kMassSource,
       [](Inputs& in) { return value_at(in, stats::hypergeometric_cdf, "k", "N", "K", "n"); }},
      {"hypergeometric_sf", "k; N; K; n", "value", "Upper tail, P(X > k), strictly above k. n are drawn from N of which K are marked; X of the drawn are marked.", kMassSource,
       [](Inputs& in) { return value_at(in, stats::hypergeometric_sf, "k", "N", "K", "n"); }},
      {"noncentral_t_cdf", "x; df; ncp", "value", "Lower tail, P(X <= x). ncp is the shift of the normal above the root.", kRootSource,
       [](Inputs& in) { return value_at(in, stats::noncentral_t_cdf, "x", "df", "ncp"); }},
      {"noncentral_t_sf", "x; df; ncp", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail. ncp is the shift of the normal above the root.", kRootSource,
       [](Inputs& in) { return value_at(in, stats::noncentral_t_sf, "x", "df", "ncp"); }},
      {"noncentral_chi_squared_cdf", "x; df; ncp", "value", "Lower tail, P(X <= x). ncp is the sum of the squared means.", kMixtureSource,
       [](Inputs& in) { return value_at(in, stats::noncentral_chi_squared_cdf, "x", "df", "ncp"); }},
      {"noncentral_chi_squared_sf", "x; df; ncp", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail. ncp is the sum of the squared means.", kMixtureSource,
       [](Inputs& in) { return value_at(in, stats::noncentral_chi_squared_sf, "x", "df", "ncp"); }},
      {"noncentral_f_cdf", "x; df1; df2; ncp", "value", "Lower tail, P(X <= x). ncp is the sum of the squared means.", kMixtureSource,
       [](Inputs& in) { return value_at(in, stats::noncentral_f_cdf, "x", "df1", "df2", "ncp"); }},
      {"noncentral_f_sf", "x; df1; df2; ncp", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail. ncp is the sum of the squared means.", kMixtureSource,
       [](Inputs& in) { return value_at(in, stats::noncentral_f_sf, "x", "df1", "df2", "ncp"); }},
      {"studentized_range_cdf", "q; k; df", "value", "Lower tail of the range of k means over their sd. k means, df for the estimate of their sd (Infinity: known).", kRangeSource,
       [](Inputs& in) { return value_at(in, stats::studentized_range_cdf, "q", "k", "df"); }},
      {"studentized_range_sf", "q; k; df", "value", "Upper tail of the range of k means over their sd. k means, df for the estimate of their sd (Infinity: known).", kRangeSource,
       [](Inputs& in) { return value_at(in, stats::studentized_range_sf, "q", "k", "df"); }},
      {"studentized_range_quantile", "p; k; df", "value", "The range whose lower tail is p. k means, df for the estimate of their sd (Infinity: known).", kRangeSource,
       [](Inputs& in) { return value_at(in, stats::studentized_range_quantile, "p", "k", "df"); }},
      {"studentized_range_quantile_upper", "p; k; df", "value", "The range whose upper tail is p. k means, df for the estimate of their sd (Infinity: known).", kRangeSource,
       [](Inputs& in) { return value_at(in, stats::studentized_range_quantile_upper, "p", "k", "df"); }},
      {"kolmogorov_limit_sf", "t", "value", "Upper tail of the limit law of sqrt(n) times the Kolmogorov-Smirnov distance.", kKolmogorovSource,
       [](Inputs& in) { return value_at(in, stats::kolmogorov_limit_sf, "t"); }},
  };
  return kAll;
}

}  // namespace loopready::engine
