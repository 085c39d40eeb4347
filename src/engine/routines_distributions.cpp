// Distributions by name.
#include "engine/routine.h"
#include "stats/normal.h"

namespace loopready::engine {
namespace {

using base::Result;

// A function of one point and the normal's two parameters.
template <Result<double> (*function)(double, double, double)>
Result<Values> at_normal(Inputs& inputs, const char* point) {
  const double x = inputs.number(point), mean = inputs.number("mean"), sd = inputs.number("sd");
  LR_READ(inputs);
  LR_TRY(const double value, function(x, mean, sd));
  return Values{{"value", value}};
}

constexpr const char* kNormalSource = "complementary error function, Boost.Math";

}  // namespace

const std::vector<Routine>& distribution_routines() {
  static const std::vector<Routine> kAll = {
      {"normal_cdf", "x; mean; sd", "value", "Lower tail, P(X <= x).", kNormalSource,
       [](Inputs& in) { return at_normal<stats::normal_cdf>(in, "x"); }},
      {"normal_sf", "x; mean; sd", "value", "Upper tail, P(X > x), computed as such and not as 1 minus the lower tail.", kNormalSource,
       [](Inputs& in) { return at_normal<stats::normal_sf>(in, "x"); }},
      {"normal_log_cdf", "x; mean; sd", "value", "Natural logarithm of the lower tail, by series where the tail underflows.", kNormalSource,
       [](Inputs& in) { return at_normal<stats::normal_log_cdf>(in, "x"); }},
      {"normal_pdf", "x; mean; sd", "value", "Density at x.", "definition",
       [](Inputs& in) { return at_normal<stats::normal_pdf>(in, "x"); }},
      {"normal_quantile", "p; mean; sd", "value", "The x whose lower tail is p.", kNormalSource,
       [](Inputs& in) { return at_normal<stats::normal_quantile>(in, "p"); }},
      {"normal_quantile_upper", "p; mean; sd", "value", "The x whose upper tail is p.", kNormalSource,
       [](Inputs& in) { return at_normal<stats::normal_quantile_upper>(in, "p"); }},
  };
  return kAll;
}

}  // namespace loopready::engine
