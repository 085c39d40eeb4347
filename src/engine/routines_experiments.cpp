// Estimates of A/B tests by name.
#include "engine/routine.h"
#include "stats/experiment.h"

namespace loopready::engine {
namespace {

using base::Result;

// A test's four lists, kept alive while the spans look at them.
struct Arms {
  explicit Arms(Inputs& in)
      : treatment_y(in.numbers("treatment_y")),
        treatment_x(in.numbers("treatment_x")),
        control_y(in.numbers("control_y")),
        control_x(in.numbers("control_x")) {}
  stats::TwoArms view() const { return {treatment_y, treatment_x, control_y, control_x}; }
  Numbers treatment_y, treatment_x, control_y, control_x;
};

Result<Values> srm_test(Inputs& in) {
  const Numbers observed = in.numbers("observed"), shares = in.numbers("planned_shares");
  LR_READ(in);
  LR_TRY(const auto test, stats::sample_ratio_mismatch(observed, shares));
  return Values{{"chi2", test.chi2}, {"df", test.df}, {"p_value", test.p_value}};
}

Result<Values> ratio_metric_delta(Inputs& in) {
  const Numbers denominator = in.numbers("denominator"), numerator = in.numbers("numerator");
  const double conf_level = in.conf_level();
  LR_READ(in);
  LR_TRY(const auto metric, stats::ratio_metric(denominator, numerator, conf_level));
  return Values{{"ratio", metric.ratio}, {"variance", metric.variance}, {"std_error", metric.std_error},
                {"ci_low", metric.ci_low}, {"ci_high", metric.ci_high}};
}

Result<Values> ratio_metric_ab(Inputs& in) {
  const Numbers treatment_x = in.numbers("treatment_denominator"), treatment_y = in.numbers("treatment_numerator");
  const Numbers control_x = in.numbers("control_denominator"), control_y = in.numbers("control_numerator");
  LR_READ(in);
  LR_TRY(const auto test, stats::ratio_metric_difference(treatment_x, treatment_y, control_x, control_y));
  return Values{{"difference", test.difference}, {"std_error", test.std_error}, {"z", test.z}, {"p_value", test.p_value},
                {"relative_lift", test.relative_lift}};
}

Result<Values> ratio_fieller(Inputs& in) {
  const Numbers y = in.numbers("y"), x = in.numbers("x");
  const double conf_level = in.conf_level();
  LR_READ(in);
  LR_TRY(const auto interval, stats::fieller_ratio(y, x, conf_level));
  return Values{{"ratio", interval.estimate}, {"ci_low", interval.ci_low}, {"ci_high", interval.ci_high}};
}

Result<Values> relative_lift_means_delta(Inputs& in) {
  const Numbers treatment = in.numbers("treatment"), control = in.numbers("control");
  const double conf_level = in.conf_level();
  LR_READ(in);
  LR_TRY(const auto interval, stats::relative_lift_of_means(treatment, control, conf_level));
  return Values{{"lift", interval.estimate}, {"std_error", interval.std_error}, {"ci_low", interval.ci_low}, {"ci_high", interval.ci_high}};
}

Result<Values> cuped(Inputs& in) {
  const Arms arms(in);
  LR_READ(in);
  LR_TRY(const auto result, stats::cuped(arms.view()));
  return Values{{"theta", result.theta}, {"difference", result.difference}, {"std_error", result.std_error},
                {"variance_reduction", result.variance_reduction}, {"unadjusted_difference", result.unadjusted_difference},
                {"unadjusted_std_error", result.unadjusted_std_error}};
}

Result<Values> cuped_within_arm_theta(Inputs& in) {
  const Arms arms(in);
  LR_READ(in);
  LR_TRY(const auto result, stats::cuped_within_arm_theta(arms.view()));
  return Values{{"theta", result.theta}, {"difference", result.difference}, {"std_error", result.std_error}};
}

Result<Values> ancova_ate(Inputs& in) {
  const Arms arms(in);
  LR_READ(in);
  LR_TRY(const auto result, stats::ancova(arms.view()));
  return Values{{"estimate", result.estimate}, {"std_error", result.std_error}, {"t", result.t}, {"p_value", result.p_value}};
}

Result<Values> lin_ate(Inputs& in) {
  const Arms arms(in);
  LR_READ(in);
  LR_TRY(const auto result, stats::lin(arms.view()));
  return Values{{"estimate", result.estimate}, {"std_error", result.std_error}};
}

Result<Values> post_stratified_difference(Inputs& in) {
  const Matrix treatment = in.rows("treatment"), control = in.rows("control");
  const Numbers weights = in.numbers("weights");
  LR_READ(in);
  LR_TRY(const auto result, stats::post_stratified(treatment, control, weights));
  return Values{{"estimate", result.estimate}, {"std_error", result.std_error}};
}

constexpr const char* kArms = "treatment_y: numbers; treatment_x: numbers; control_y: numbers; control_x: numbers";

}  // namespace

const std::vector<Routine>& experiment_routines() {
  static const std::vector<Routine> kAll = {
      {"srm_test", "observed: counts; planned_shares: shares that add up to 1", "chi2; df; p_value",
       "Sample ratio mismatch: chi-square goodness of fit against the planned shares. Flag below 0.001, not 0.05.",
       "Pearson 1900; Fabijan et al. 2019", srm_test},
      {"ratio_metric_delta", "denominator: numbers, one a unit; numerator: numbers, one a unit; conf_level: share",
       "ratio; variance; std_error; ci_low; ci_high",
       "Mean numerator over mean denominator; variance of that ratio by the delta method with sample covariances (n - 1); normal interval.",
       "Deng, Knoblich and Lu 2018", ratio_metric_delta},
      {"ratio_metric_ab",
       "treatment_denominator: numbers; treatment_numerator: numbers; control_denominator: numbers; control_numerator: numbers",
       "difference; std_error; z; p_value; relative_lift",
       "Difference of two ratio metrics, treatment - control, delta-method variances added; two-sided normal p; lift over control.",
       "Deng, Knoblich and Lu 2018", ratio_metric_ab},
      {"ratio_fieller", "y: numbers; x: numbers, paired with y; conf_level: share", "ratio; ci_low; ci_high",
       "mean(y) / mean(x) over pairs with Fieller's limits, t with n - 1 degrees of freedom; refused where the set is unbounded.",
       "Fieller 1954", ratio_fieller},
      {"relative_lift_means_delta", "treatment: numbers; control: numbers; conf_level: share", "lift; std_error; ci_low; ci_high",
       "(mean treatment - mean control) / mean control; delta-method standard error for independent samples; normal interval.",
       "delta method, Oehlert 1992", relative_lift_means_delta},
      {"cuped", kArms, "theta; difference; std_error; variance_reduction; unadjusted_difference; unadjusted_std_error",
       "theta = cov(y, x) / var(x) over all units as one sample, y centred at the overall mean of x; unpooled standard errors; "
       "variance_reduction = 1 - adjusted over unadjusted variance of the difference.",
       "Deng, Xu, Kohavi and Walker 2013", cuped},
      {"cuped_within_arm_theta", kArms, "theta; difference; std_error",
       "As cuped, with theta from deviations within each arm, both arms pooled.", "Deng, Xu, Kohavi and Walker 2013",
       cuped_within_arm_theta},
      {"ancova_ate", kArms, "estimate; std_error; t; p_value",
       "Least squares of y on arm and x with one slope; classical standard error, n - 3 degrees of freedom.", "Fisher 1932", ancova_ate},
      {"lin_ate", kArms, "estimate; std_error",
       "Least squares of y on arm, centred x and their product; HC2 standard error.", "Lin 2013; MacKinnon and White 1985", lin_ate},
      {"post_stratified_difference", "treatment: list of numbers a stratum; control: list of numbers a stratum; weights: one a stratum",
       "estimate; std_error",
       "Sum over strata of weight times difference of means; weights divided by their sum and taken as fixed; unpooled variances.",
       "Miratrix, Sekhon and Yu 2013", post_stratified_difference},
  };
  return kAll;
}

}  // namespace loopready::engine
