// Correlation by name.
#include "engine/routine.h"
#include "stats/correlation.h"

namespace loopready::engine {
namespace {

using base::Result;
using stats::Correlation;

template <Result<Correlation> (*function)(std::span<const double>, std::span<const double>)>
Result<Values> of_pairs(Inputs& inputs, const char* estimate, const char* statistic) {
  const Numbers x = inputs.numbers("x"), y = inputs.numbers("y");
  LR_READ(inputs);
  LR_TRY(const Correlation found, function(x, y));
  Values values{{estimate, found.r}};
  if (statistic != nullptr) values.emplace_back(statistic, found.statistic);
  values.emplace_back("p_value", found.p_value);
  return values;
}

Result<Values> pearson(Inputs& inputs) {
  const Numbers x = inputs.numbers("x"), y = inputs.numbers("y");
  const double conf_level = inputs.conf_level();
  LR_READ(inputs);
  LR_TRY(const Correlation found, stats::pearson(x, y, conf_level));
  return Values{{"r", found.r},
                {"t", found.statistic},
                {"df", found.df},
                {"p_value", found.p_value},
                {"ci_low", found.interval.low},
                {"ci_high", found.interval.high}};
}

Result<Values> partial_correlation(Inputs& inputs) {
  const Numbers x = inputs.numbers("x"), y = inputs.numbers("y");
  const Matrix z = inputs.observations("z");
  LR_READ(inputs);
  LR_TRY(const Correlation found, stats::partial_correlation(x, y, z));
  return Values{{"r", found.r}, {"t", found.statistic}, {"df", found.df}, {"p_value", found.p_value}};
}

constexpr const char* kPairs = "x: numbers; y: numbers";

}  // namespace

const std::vector<Routine>& correlation_routines() {
  static const std::vector<Routine> kAll = {
      {"pearson", "x: numbers; y: numbers; conf_level: share, 0.95", "r; t; df; p_value; ci_low; ci_high",
       "Two-sided t test with n - 2 df, t from the residuals; limits by Fisher's z.", "Pearson 1896; Fisher 1921", pearson},
      {"spearman_exact_p", kPairs, "rho; p_value", "Exact without ties, twice the smaller tail; up to 12 pairs.", "Spearman 1904",
       [](Inputs& in) { return of_pairs<stats::spearman_exact>(in, "rho", nullptr); }},
      {"kendall_exact_p", kPairs, "tau; p_value", "Exact without ties, twice the smaller tail; up to 150 pairs.", "Kendall 1938",
       [](Inputs& in) { return of_pairs<stats::kendall_exact>(in, "tau", nullptr); }},
      {"spearman", kPairs, "rho; t; p_value", "Pearson's r of midranks; t approximation with n - 2 df.", "Spearman 1904",
       [](Inputs& in) { return of_pairs<stats::spearman>(in, "rho", "t"); }},
      {"kendall_tau_b", kPairs, "tau; z; p_value", "tau-b; normal approximation corrected for ties, no continuity correction.", "Kendall 1945",
       [](Inputs& in) { return of_pairs<stats::kendall_tau_b>(in, "tau", "z"); }},
      {"partial_correlation", "x: numbers; y: numbers; z: numbers, or rows of several controls", "r; t; df; p_value",
       "Correlation of what the controls leave of x and y; df = n - 2 - number of controls.", "Yule 1907", partial_correlation},
  };
  return kAll;
}

}  // namespace loopready::engine
