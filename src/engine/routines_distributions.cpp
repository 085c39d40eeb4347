// Continuous distributions by name.
#include "engine/one_value.h"
#include "engine/routine.h"
#include "stats/continuous.h"
#include "stats/normal.h"

namespace loopready::engine {
namespace {

constexpr const char* kNormalSource = "complementary error function, Boost.Math";
constexpr const char* kBetaSource = "incomplete beta function, Boost.Math";
constexpr const char* kGammaSource = "incomplete gamma function, Boost.Math";
constexpr const char* kDefinition = "definition";

}  // namespace

const std::vector<Routine>& distribution_routines() {
  static const std::vector<Routine> kAll = {
      {"normal_cdf", "x; mean; sd", "value", "Lower tail, P(X <= x).", kNormalSource,
       [](Inputs& in) { return value_at(in, stats::normal_cdf, "x", "mean", "sd"); }},
      {"normal_sf", "x; mean; sd", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail.", kNormalSource,
       [](Inputs& in) { return value_at(in, stats::normal_sf, "x", "mean", "sd"); }},
      {"normal_log_cdf", "x; mean; sd", "value", "Natural logarithm of the lower tail, by series where the tail underflows.", kNormalSource,
       [](Inputs& in) { return value_at(in, stats::normal_log_cdf, "x", "mean", "sd"); }},
      {"normal_pdf", "x; mean; sd", "value", "Density at x.", kNormalSource,
       [](Inputs& in) { return value_at(in, stats::normal_pdf, "x", "mean", "sd"); }},
      {"normal_quantile", "p; mean; sd", "value", "The x whose lower tail is p.", kNormalSource,
       [](Inputs& in) { return value_at(in, stats::normal_quantile, "p", "mean", "sd"); }},
      {"normal_quantile_upper", "p; mean; sd", "value", "The x whose upper tail is p.", kNormalSource,
       [](Inputs& in) { return value_at(in, stats::normal_quantile_upper, "p", "mean", "sd"); }},
      {"student_t_cdf", "x; df", "value", "Lower tail, P(X <= x). df may be any number above 0.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::student_t_cdf, "x", "df"); }},
      {"student_t_sf", "x; df", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail. df may be any number above 0.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::student_t_sf, "x", "df"); }},
      {"student_t_pdf", "x; df", "value", "Density at x. df may be any number above 0.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::student_t_pdf, "x", "df"); }},
      {"student_t_quantile", "p; df", "value", "The x whose lower tail is p. df may be any number above 0.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::student_t_quantile, "p", "df"); }},
      {"student_t_quantile_upper", "p; df", "value", "The x whose upper tail is p. df may be any number above 0.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::student_t_quantile_upper, "p", "df"); }},
      {"chi_squared_cdf", "x; df", "value", "Lower tail, P(X <= x).", kGammaSource,
       [](Inputs& in) { return value_at(in, stats::chi_squared_cdf, "x", "df"); }},
      {"chi_squared_sf", "x; df", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail.", kGammaSource,
       [](Inputs& in) { return value_at(in, stats::chi_squared_sf, "x", "df"); }},
      {"chi_squared_pdf", "x; df", "value", "Density at x.", kGammaSource,
       [](Inputs& in) { return value_at(in, stats::chi_squared_pdf, "x", "df"); }},
      {"chi_squared_quantile", "p; df", "value", "The x whose lower tail is p.", kGammaSource,
       [](Inputs& in) { return value_at(in, stats::chi_squared_quantile, "p", "df"); }},
      {"chi_squared_quantile_upper", "p; df", "value", "The x whose upper tail is p.", kGammaSource,
       [](Inputs& in) { return value_at(in, stats::chi_squared_quantile_upper, "p", "df"); }},
      {"f_cdf", "x; df1; df2", "value", "Lower tail, P(X <= x).", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::f_cdf, "x", "df1", "df2"); }},
      {"f_sf", "x; df1; df2", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::f_sf, "x", "df1", "df2"); }},
      {"f_pdf", "x; df1; df2", "value", "Density at x.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::f_pdf, "x", "df1", "df2"); }},
      {"f_quantile", "p; df1; df2", "value", "The x whose lower tail is p.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::f_quantile, "p", "df1", "df2"); }},
      {"beta_cdf", "x; a; b", "value", "Lower tail, P(X <= x).", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::beta_cdf, "x", "a", "b"); }},
      {"beta_sf", "x; a; b", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::beta_sf, "x", "a", "b"); }},
      {"beta_pdf", "x; a; b", "value", "Density at x.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::beta_pdf, "x", "a", "b"); }},
      {"beta_quantile", "p; a; b", "value", "The x whose lower tail is p.", kBetaSource,
       [](Inputs& in) { return value_at(in, stats::beta_quantile, "p", "a", "b"); }},
      {"gamma_cdf", "x; shape; scale", "value", "Lower tail, P(X <= x). The mean is shape times scale.", kGammaSource,
       [](Inputs& in) { return value_at(in, stats::gamma_cdf, "x", "shape", "scale"); }},
      {"gamma_sf", "x; shape; scale", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail. The mean is shape times scale.", kGammaSource,
       [](Inputs& in) { return value_at(in, stats::gamma_sf, "x", "shape", "scale"); }},
      {"gamma_pdf", "x; shape; scale", "value", "Density at x. The mean is shape times scale.", kGammaSource,
       [](Inputs& in) { return value_at(in, stats::gamma_pdf, "x", "shape", "scale"); }},
      {"gamma_quantile", "p; shape; scale", "value", "The x whose lower tail is p. The mean is shape times scale.", kGammaSource,
       [](Inputs& in) { return value_at(in, stats::gamma_quantile, "p", "shape", "scale"); }},
      {"exponential_cdf", "x; rate", "value", "Lower tail, P(X <= x). The mean is 1 / rate.", kDefinition,
       [](Inputs& in) { return value_at(in, stats::exponential_cdf, "x", "rate"); }},
      {"exponential_sf", "x; rate", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail. The mean is 1 / rate.", kDefinition,
       [](Inputs& in) { return value_at(in, stats::exponential_sf, "x", "rate"); }},
      {"exponential_pdf", "x; rate", "value", "Density at x. The mean is 1 / rate.", kDefinition,
       [](Inputs& in) { return value_at(in, stats::exponential_pdf, "x", "rate"); }},
      {"exponential_quantile", "p; rate", "value", "The x whose lower tail is p. The mean is 1 / rate.", kDefinition,
       [](Inputs& in) { return value_at(in, stats::exponential_quantile, "p", "rate"); }},
      {"lognormal_cdf", "x; meanlog; sdlog", "value", "Lower tail, P(X <= x). meanlog and sdlog belong to log(x).", kNormalSource,
       [](Inputs& in) { return value_at(in, stats::lognormal_cdf, "x", "meanlog", "sdlog"); }},
      {"lognormal_sf", "x; meanlog; sdlog", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail. meanlog and sdlog belong to log(x).", kNormalSource,
       [](Inputs& in) { return value_at(in, stats::lognormal_sf, "x", "meanlog", "sdlog"); }},
      {"lognormal_pdf", "x; meanlog; sdlog", "value", "Density at x. meanlog and sdlog belong to log(x).", kNormalSource,
       [](Inputs& in) { return value_at(in, stats::lognormal_pdf, "x", "meanlog", "sdlog"); }},
      {"lognormal_quantile", "p; meanlog; sdlog", "value", "The x whose lower tail is p. meanlog and sdlog belong to log(x).", kNormalSource,
       [](Inputs& in) { return value_at(in, stats::lognormal_quantile, "p", "meanlog", "sdlog"); }},
      {"weibull_cdf", "x; shape; scale", "value", "Lower tail, P(X <= x). The upper tail is exp(-(x / scale)^shape).", kDefinition,
       [](Inputs& in) { return value_at(in, stats::weibull_cdf, "x", "shape", "scale"); }},
      {"weibull_sf", "x; shape; scale", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail. The upper tail is exp(-(x / scale)^shape).", kDefinition,
       [](Inputs& in) { return value_at(in, stats::weibull_sf, "x", "shape", "scale"); }},
      {"weibull_pdf", "x; shape; scale", "value", "Density at x. The upper tail is exp(-(x / scale)^shape).", kDefinition,
       [](Inputs& in) { return value_at(in, stats::weibull_pdf, "x", "shape", "scale"); }},
      {"weibull_quantile", "p; shape; scale", "value", "The x whose lower tail is p. The upper tail is exp(-(x / scale)^shape).", kDefinition,
       [](Inputs& in) { return value_at(in, stats::weibull_quantile, "p", "shape", "scale"); }},
  };
  return kAll;
}

}  // namespace loopready::engine
