// Effects without a randomised experiment, by name.
#include "engine/routine.h"
#include "stats/causal.h"

namespace loopready::engine {
namespace {

using base::Result;

struct Cells {
  explicit Cells(Inputs& in)
      : treated_pre(in.numbers("treated_pre")),
        treated_post(in.numbers("treated_post")),
        control_pre(in.numbers("control_pre")),
        control_post(in.numbers("control_post")) {}
  stats::FourCells view() const { return {treated_pre, treated_post, control_pre, control_post}; }
  Numbers treated_pre, treated_post, control_pre, control_post;
};

Result<Values> difference_in_differences(Inputs& in) {
  const Cells cells(in);
  LR_READ(in);
  LR_TRY(const auto test, stats::difference_in_differences(cells.view()));
  return Values{{"estimate", test.estimate}, {"std_error", test.std_error}, {"z", test.statistic}, {"p_value", test.p_value}};
}

Result<Values> did_regression(Inputs& in) {
  const Cells cells(in);
  LR_READ(in);
  LR_TRY(const auto test, stats::did_regression(cells.view()));
  return Values{{"estimate", test.estimate}, {"std_error", test.std_error}, {"t", test.statistic}, {"p_value", test.p_value}};
}

Result<Values> ipw_ate(Inputs& in) {
  const Numbers y = in.numbers("y"), treatment = in.numbers("treatment"), propensity = in.numbers("propensity");
  LR_READ(in);
  LR_TRY(const auto effects, stats::ipw(y, treatment, propensity));
  return Values{{"horvitz_thompson", effects.horvitz_thompson}, {"hajek", effects.hajek}, {"att_hajek", effects.att_hajek}};
}

Result<Values> aipw_ate(Inputs& in) {
  const Numbers y = in.numbers("y"), treatment = in.numbers("treatment"), propensity = in.numbers("propensity");
  const Numbers m1 = in.numbers("m1"), m0 = in.numbers("m0");
  LR_READ(in);
  LR_TRY(const auto effect, stats::aipw(y, treatment, propensity, m1, m0));
  return Values{{"estimate", effect.estimate}, {"std_error", effect.std_error}};
}

Result<Values> standardised_difference_strata(Inputs& in) {
  const Numbers successes_treated = in.numbers("successes_treated"), n_treated = in.numbers("n_treated");
  const Numbers successes_control = in.numbers("successes_control"), n_control = in.numbers("n_control");
  LR_READ(in);
  LR_TRY(const auto result, stats::standardised_difference({successes_treated, n_treated, successes_control, n_control}));
  return Values{{"naive", result.naive}, {"standardised", result.standardised}};
}

Result<Values> wald_iv_estimate(Inputs& in) {
  const Numbers y = in.numbers("y"), d = in.numbers("d"), z = in.numbers("z");
  LR_READ(in);
  LR_TRY(const auto effect, stats::wald_instrument(y, d, z));
  return Values{{"estimate", effect.estimate}, {"first_stage", effect.first_stage}, {"std_error", effect.std_error}};
}

Result<Values> meta_fixed_effect(Inputs& in) {
  const Numbers estimates = in.numbers("estimates"), variances = in.numbers("variances");
  LR_READ(in);
  LR_TRY(const auto result, stats::meta_fixed_effect(estimates, variances));
  return Values{{"pooled", result.pooled}, {"std_error", result.std_error}, {"q", result.q}, {"df", result.df},
                {"p_value", result.p_value}, {"i2", result.i2}};
}

constexpr const char* kCells = "treated_pre: numbers; treated_post: numbers; control_pre: numbers; control_post: numbers";

}  // namespace

const std::vector<Routine>& causal_routines() {
  static const std::vector<Routine> kAll = {
      {"difference_in_differences", kCells, "estimate; std_error; z; p_value",
       "(treated post - pre) - (control post - pre) from four independent cells; sample variances added; two-sided normal p.",
       "Card and Krueger 1994", difference_in_differences},
      {"did_regression", kCells, "estimate; std_error; t; p_value",
       "The interaction in least squares of y on group, period and their product; one residual variance, n - 4 degrees of freedom.",
       "Card and Krueger 1994", did_regression},
      {"ipw_ate", "y: numbers; treatment: 0 or 1; propensity: shares inside 0 to 1", "horvitz_thompson; hajek; att_hajek",
       "Means weighted by inverse propensity: divided by n, divided by the sum of weights, and on the treated with odds as weights.",
       "Horvitz and Thompson 1952; Hajek 1971", ipw_ate},
      {"aipw_ate", "y: numbers; treatment: 0 or 1; propensity: shares inside 0 to 1; m1: predictions treated; m0: predictions untreated",
       "estimate; std_error", "Mean of the doubly robust scores; standard error is their sample deviation (n - 1) over sqrt n.",
       "Robins, Rotnitzky and Zhao 1994", aipw_ate},
      {"standardised_difference_strata",
       "successes_treated: counts; n_treated: counts; successes_control: counts; n_control: counts, one a stratum",
       "naive; standardised", "Difference of shares overall, and as the mean of stratum differences weighted by stratum size (both arms).",
       "direct standardisation; Simpson 1951", standardised_difference_strata},
      {"wald_iv_estimate", "y: numbers; d: treatment taken; z: instrument, 0 or 1", "estimate; first_stage; std_error",
       "Difference of y by z over difference of d by z, which is two-stage least squares; classical standard error with n - 2.",
       "Wald 1940", wald_iv_estimate},
      {"meta_fixed_effect", "estimates: numbers; variances: numbers above 0", "pooled; std_error; q; df; p_value; i2",
       "Inverse-variance mean; Cochran's Q with its chi-square p; i2 = max(0, (Q - df) / Q) as a share.",
       "Cochran 1954; Higgins and Thompson 2002", meta_fixed_effect},
  };
  return kAll;
}

}  // namespace loopready::engine
