// Proportions and event rates by name.
#include "engine/routine.h"
#include "stats/exact_count.h"
#include "stats/poisson_rate.h"
#include "stats/proportion_contrast.h"
#include "stats/proportion_interval.h"
#include "stats/proportion_test.h"

namespace loopready::engine {
namespace {

using base::Result;
using stats::Contrast;
using stats::Interval;

stats::Side side_of(const std::string& alternative) {
  return alternative == "less" ? stats::Side::less : alternative == "greater" ? stats::Side::greater : stats::Side::two_sided;
}

template <Result<Interval> (*function)(double, double, double)>
Result<Values> interval_of(Inputs& inputs) {
  const double x = inputs.number("x"), n = inputs.number("n"), conf_level = inputs.conf_level();
  LR_READ(inputs);
  LR_TRY(const Interval limits, function(x, n, conf_level));
  return Values{{"ci_low", limits.low}, {"ci_high", limits.high}};
}

struct TwoProportions {
  double x1, n1, x2, n2;
};

TwoProportions two_proportions(Inputs& inputs) {
  return {inputs.number("x1"), inputs.number("n1"), inputs.number("x2"), inputs.number("n2")};
}

// `estimate` is the output's name, or null where only limits are given.
template <Result<Contrast> (*function)(double, double, double, double, double)>
Result<Values> contrast_of(Inputs& inputs, const char* estimate, bool with_std_error) {
  const TwoProportions given = two_proportions(inputs);
  const double conf_level = inputs.conf_level();
  LR_READ(inputs);
  LR_TRY(const Contrast found, function(given.x1, given.n1, given.x2, given.n2, conf_level));
  Values values;
  if (estimate != nullptr) values.emplace_back(estimate, found.estimate);
  if (with_std_error) values.emplace_back("std_error", found.std_error);
  values.emplace_back("ci_low", found.interval.low);
  values.emplace_back("ci_high", found.interval.high);
  return values;
}

template <bool corrected>
Result<Contrast> newcombe(double x1, double n1, double x2, double n2, double conf_level) {
  return stats::newcombe_difference(x1, n1, x2, n2, conf_level, corrected);
}

Result<Values> one_proportion_z(Inputs& inputs) {
  const double x = inputs.number("x"), n = inputs.number("n"), p0 = inputs.number("p0");
  const stats::Side side = side_of(inputs.alternative());
  const bool corrected = inputs.boolean_or("continuity_correction", false);
  LR_READ(inputs);
  LR_TRY(const stats::ZTest test, stats::one_proportion_z(x, n, p0, side, corrected));
  return Values{{"z", test.z}, {"p_value", test.p_value}};
}

Result<Values> two_proportion_z(Inputs& inputs) {
  const TwoProportions given = two_proportions(inputs);
  LR_READ(inputs);
  LR_TRY(const stats::ZTest test, stats::two_proportion_z(given.x1, given.n1, given.x2, given.n2));
  return Values{{"difference", test.difference}, {"z", test.z}, {"p_value", test.p_value}};
}

Result<Values> two_proportion_z_unpooled(Inputs& inputs) {
  const TwoProportions given = two_proportions(inputs);
  LR_READ(inputs);
  LR_TRY(const stats::ZTest test, stats::two_proportion_z_unpooled(given.x1, given.n1, given.x2, given.n2));
  return Values{{"z", test.z}, {"p_value", test.p_value}};
}

Result<Values> two_proportion_chi2_yates(Inputs& inputs) {
  const TwoProportions given = two_proportions(inputs);
  LR_READ(inputs);
  LR_TRY(const stats::ChiSquaredTest test, stats::two_proportion_chi2_yates(given.x1, given.n1, given.x2, given.n2));
  return Values{{"chi2", test.chi2}, {"p_value", test.p_value}};
}

Result<Values> odds_ratio_woolf(Inputs& inputs) {
  const Matrix table = inputs.rows("table");
  const double conf_level = inputs.conf_level();
  LR_READ(inputs);
  LR_TRY(const Contrast found, stats::odds_ratio_woolf(table, conf_level));
  return Values{{"ratio", found.estimate}, {"ci_low", found.interval.low}, {"ci_high", found.interval.high}};
}

Result<Values> binomial_test(Inputs& inputs) {
  const double x = inputs.number("x"), n = inputs.number("n"), p0 = inputs.number("p0");
  const stats::Side side = side_of(inputs.alternative());
  LR_READ(inputs);
  LR_TRY(const double p_value, stats::binomial_test(x, n, p0, side));
  return Values{{"p_value", p_value}};
}

Result<Values> poisson_rate_exact(Inputs& inputs) {
  const double events = inputs.number("events"), exposure = inputs.number("exposure"), rate0 = inputs.number("rate0");
  const double conf_level = inputs.conf_level();
  LR_READ(inputs);
  LR_TRY(const stats::RateTest test, stats::poisson_rate_exact(events, exposure, rate0, conf_level));
  return Values{{"rate", test.estimate}, {"ci_low", test.interval.low}, {"ci_high", test.interval.high}, {"p_value", test.p_value}};
}

Result<Values> poisson_rate_ratio_exact(Inputs& inputs) {
  const double events1 = inputs.number("events1"), exposure1 = inputs.number("exposure1");
  const double events2 = inputs.number("events2"), exposure2 = inputs.number("exposure2"), conf_level = inputs.conf_level();
  LR_READ(inputs);
  LR_TRY(const stats::RateTest test, stats::poisson_rate_ratio_exact(events1, exposure1, events2, exposure2, conf_level));
  return Values{{"ratio", test.estimate}, {"ci_low", test.interval.low}, {"ci_high", test.interval.high}, {"p_value", test.p_value}};
}

constexpr const char* kOne = "x: successes; n: trials; conf_level: share, 0.95";
constexpr const char* kTwo = "x1: successes; n1: trials; x2: successes; n2: trials";
constexpr const char* kTwoWithLevel = "x1: successes; n1: trials; x2: successes; n2: trials; conf_level: share, 0.95";

}  // namespace

const std::vector<Routine>& proportion_routines() {
  static const std::vector<Routine> kAll = {
      {"one_proportion_z", "x: successes; n: trials; p0: share; alternative: word; continuity_correction: false", "z; p_value",
       "z test of one proportion with the variance under the null; the correction takes 0.5 off |x - n p0|, never past 0.",
       "score test, Wilson 1927", one_proportion_z},
      {"two_proportion_z", kTwo, "difference; z; p_value", "Two-sided z test of p1 - p2 with the pooled variance.",
       "score test of two proportions", two_proportion_z},
      {"two_proportion_z_unpooled", kTwo, "z; p_value", "Two-sided z test of p1 - p2 with each group's own variance.",
       "Wald test of two proportions", two_proportion_z_unpooled},
      {"diff_proportions_wald_ci", kTwoWithLevel, "difference; std_error; ci_low; ci_high",
       "p1 - p2 with each group's own variance; not clipped to -1 and 1.", "Wald interval",
       [](Inputs& in) { return contrast_of<stats::diff_proportions_wald>(in, "difference", true); }},
      {"two_proportion_chi2_yates", kTwo, "chi2; p_value", "Chi-squared of two proportions with Yates' shift of min(0.5, |O - E|), df 1.",
       "Yates 1934", two_proportion_chi2_yates},
      {"wilson_interval", kOne, "ci_low; ci_high", "Score interval without continuity correction.", "Wilson 1927",
       interval_of<stats::wilson_interval>},
      {"wilson_cc_interval", kOne, "ci_low; ci_high", "Score interval with continuity correction, inside 0 to 1.",
       "Newcombe 1998a, method 4", interval_of<stats::wilson_cc_interval>},
      {"agresti_coull_interval", kOne, "ci_low; ci_high", "Adds z^2 / 2 successes and failures, then Wald; not clipped.",
       "Agresti & Coull 1998", interval_of<stats::agresti_coull_interval>},
      {"clopper_pearson_interval", kOne, "ci_low; ci_high", "Exact: each tail at most (1 - conf_level) / 2.", "Clopper & Pearson 1934",
       interval_of<stats::clopper_pearson_interval>},
      {"jeffreys_interval", kOne, "ci_low; ci_high", "Equal tails of the beta with 0.5 added to each; the end is 0 at x = 0 and 1 at x = n.",
       "Brown, Cai & DasGupta 2001", interval_of<stats::jeffreys_interval>},
      {"wald_interval", kOne, "ci_low; ci_high", "p with its own variance; not clipped, of no width at x = 0 and x = n.", "Wald interval",
       interval_of<stats::wald_interval>},
      {"newcombe_diff_interval", kTwoWithLevel, "difference; ci_low; ci_high", "p1 - p2 from the two Wilson intervals.",
       "Newcombe 1998b, method 10", [](Inputs& in) { return contrast_of<newcombe<false>>(in, "difference", false); }},
      {"newcombe_cc_diff_interval", kTwoWithLevel, "difference; ci_low; ci_high",
       "p1 - p2 from the two Wilson intervals with continuity correction.", "Newcombe 1998b, method 11",
       [](Inputs& in) { return contrast_of<newcombe<true>>(in, "difference", false); }},
      {"agresti_caffo_interval", kTwoWithLevel, "ci_low; ci_high", "Adds one success and one failure to each group, then Wald; not clipped.",
       "Agresti & Caffo 2000", [](Inputs& in) { return contrast_of<stats::agresti_caffo>(in, nullptr, false); }},
      {"risk_ratio_katz", kTwoWithLevel, "ratio; ci_low; ci_high", "p1 / p2 with a normal interval of its logarithm.", "Katz et al. 1978",
       [](Inputs& in) { return contrast_of<stats::risk_ratio_katz>(in, "ratio", false); }},
      {"odds_ratio_woolf", "table: [[a, b], [c, d]]; conf_level: share, 0.95", "ratio; ci_low; ci_high",
       "ad / bc with a normal interval of its logarithm; no zero counts.", "Woolf 1955", odds_ratio_woolf},
      {"relative_lift_delta", kTwoWithLevel, "lift; std_error; ci_low; ci_high",
       "(p1 - p2) / p2, the first group being the treatment, with a normal interval by the delta method.", "delta method",
       [](Inputs& in) { return contrast_of<stats::relative_lift_delta>(in, "lift", true); }},
      {"binomial_test", "x: successes; n: trials; p0: share; alternative: word", "p_value",
       "Exact; two-sided adds every outcome at most as likely as x (slack 1e-7).", "minimum likelihood", binomial_test},
      {"poisson_rate_exact", "events: count; exposure: number; rate0: rate under the null; conf_level: share, 0.95",
       "rate; ci_low; ci_high; p_value", "Exact limits of a rate; two-sided p-value by minimum likelihood.", "Garwood 1936", poisson_rate_exact},
      {"poisson_rate_ratio_exact", "events1: count; exposure1: number; events2: count; exposure2: number; conf_level: share, 0.95",
       "ratio; ci_low; ci_high; p_value",
       "First rate over second, exact by the binomial of the first count given the sum; p-value by minimum likelihood.",
       "Przyborowski & Wilenski 1940", poisson_rate_ratio_exact},
  };
  return kAll;
}

}  // namespace loopready::engine
