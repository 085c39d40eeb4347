#include "stats/experiment.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "stats/boost_policy.h"
#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/sums.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

using ChiSquaredLaw = boost::math::chi_squared_distribution<double, Policy>;
using StudentT = boost::math::students_t_distribution<double, Policy>;

double two_sided(double z) { return 2 * standard_normal_sf(std::fabs(z)); }
double normal_factor(double conf_level) { return standard_normal_quantile_upper((1 - conf_level) / 2); }
double two_sided_t(double t, double df) { return std::isfinite(t) ? 2 * cdf(complement(StudentT(df), std::fabs(t))) : 0; }

Status need_spread(double variance, const std::string& what) {
  if (!std::isfinite(variance)) return refuse(what, "These values are too large to compute with.");
  if (variance > 0) return Done{};
  return refuse(what, "All values are the same; without spread there is no answer.");
}

Status check_arms(const TwoArms& arms, std::size_t n_min) {
  LR_NEED(need_values(arms.treatment_y, "treatment_y", n_min));
  LR_NEED(need_values(arms.treatment_x, "treatment_x", n_min));
  LR_NEED(need_values(arms.control_y, "control_y", n_min));
  LR_NEED(need_values(arms.control_x, "control_x", n_min));
  LR_NEED(need_same_length(arms.treatment_y.size(), arms.treatment_x.size(), "treatment_y", "treatment_x"));
  return need_same_length(arms.control_y.size(), arms.control_x.size(), "control_y", "control_x");
}

std::vector<double> joined(Values1 first, Values1 second) {
  std::vector<double> all(first.begin(), first.end());
  all.insert(all.end(), second.begin(), second.end());
  return all;
}

std::vector<double> adjusted(Values1 y, Values1 x, double theta, double centre) {
  std::vector<double> result(y.size());
  for (std::size_t i = 0; i < y.size(); ++i) result[i] = y[i] - theta * (x[i] - centre);
  return result;
}

Result<Cuped> adjusted_by(const TwoArms& arms, double theta) {
  const double centre = average(joined(arms.treatment_x, arms.control_x));
  LR_TRY(const SampleSummary treatment, summarise(arms.treatment_y, "treatment_y"));
  LR_TRY(const SampleSummary control, summarise(arms.control_y, "control_y"));
  const double before = treatment.variance / treatment.n + control.variance / control.n;
  LR_NEED(need_spread(before, "treatment_y"));
  LR_TRY(const SampleSummary new_treatment, summarise(adjusted(arms.treatment_y, arms.treatment_x, theta, centre), "treatment_y"));
  LR_TRY(const SampleSummary new_control, summarise(adjusted(arms.control_y, arms.control_x, theta, centre), "control_y"));
  const double after = new_treatment.variance / treatment.n + new_control.variance / control.n;
  return Cuped{theta, new_treatment.mean - new_control.mean, std::sqrt(after), 1 - after / before, treatment.mean - control.mean,
               std::sqrt(before)};
}

// One arm's line y = a + slope x, and what its residuals say.
struct Line {
  double mean_x, mean_y, s_xx, slope;
  double at(double x) const { return mean_y + slope * (x - mean_x); }
};

Line fit(Values1 y, Values1 x) {
  const double s_xx = square_deviations(x);
  return {average(x), average(y), s_xx, cross_deviations(x, y) / s_xx};
}

// HC2 variance of the line's height at `centre`.
Result<double> hc2_at(const Line& line, Values1 y, Values1 x, double centre, const std::string& what) {
  const double n = static_cast<double>(x.size());
  double total = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double off = x[i] - line.mean_x;
    const double leverage = 1 / n + off * off / line.s_xx;
    if (leverage > 1 - 1e-12) return refuse(what, "One unit alone sets the slope of its arm; HC2 needs more units with other values.");
    const double weight = 1 / n + (centre - line.mean_x) * off / line.s_xx;
    const double residual = y[i] - line.at(x[i]);
    total += weight * weight * residual * residual / (1 - leverage);
  }
  return total;
}

}  // namespace

Result<ChiSquared> sample_ratio_mismatch(Values1 observed, Values1 planned_shares) {
  LR_NEED(need_values(observed, "observed", 2));
  LR_NEED(need_values(planned_shares, "planned_shares", 2));
  LR_NEED(need_same_length(observed.size(), planned_shares.size(), "observed", "planned_shares"));
  for (double count : observed) LR_NEED(need_count(count, "observed"));
  for (double share : planned_shares)
    if (!(share > 0 && share < 1)) return refuse("planned_shares", "Every share must be above 0 and below 1.");
  if (std::fabs(exact_sum(planned_shares) - 1) > 1e-6) return refuse("planned_shares", "The shares must add up to 1.");
  const double n = exact_sum(observed);
  if (n == 0) return refuse("observed", "Nobody was counted.");
  double chi2 = 0;
  for (std::size_t i = 0; i < observed.size(); ++i) {
    const double expected = n * planned_shares[i];
    chi2 += (observed[i] - expected) * (observed[i] - expected) / expected;
  }
  const double df = static_cast<double>(observed.size() - 1);
  return ChiSquared{chi2, df, cdf(complement(ChiSquaredLaw(df), chi2))};
}

Result<RatioMetric> ratio_metric(Values1 denominator, Values1 numerator, double conf_level) {
  LR_NEED(need_same_length(denominator.size(), numerator.size(), "denominator", "numerator"));
  LR_TRY(const SampleSummary x, summarise(denominator, "denominator"));
  LR_TRY(const SampleSummary y, summarise(numerator, "numerator"));
  LR_NEED(need_inside_unit(conf_level, "conf_level"));
  if (x.mean == 0) return refuse("denominator", "The denominator's mean is 0.");
  const double ratio = y.mean / x.mean;
  // The variance of y - R x is var y - 2 R cov + R^2 var x, without its cancellation.
  std::vector<double> rest(numerator.size());
  for (std::size_t i = 0; i < rest.size(); ++i) rest[i] = (numerator[i] - y.mean) - ratio * (denominator[i] - x.mean);
  const double variance = square_deviations(rest) / (x.n - 1) / x.n / (x.mean * x.mean);
  const double std_error = std::sqrt(variance);
  const double half = normal_factor(conf_level) * std_error;
  return RatioMetric{ratio, variance, std_error, ratio - half, ratio + half};
}

Result<RatioDifference> ratio_metric_difference(Values1 treatment_denominator, Values1 treatment_numerator,
                                                Values1 control_denominator, Values1 control_numerator) {
  LR_NEED(need_values(treatment_denominator, "treatment_denominator", 2));
  LR_NEED(need_values(treatment_numerator, "treatment_numerator", 2));
  LR_NEED(need_same_length(treatment_denominator.size(), treatment_numerator.size(), "treatment_denominator", "treatment_numerator"));
  LR_NEED(need_values(control_denominator, "control_denominator", 2));
  LR_NEED(need_values(control_numerator, "control_numerator", 2));
  LR_NEED(need_same_length(control_denominator.size(), control_numerator.size(), "control_denominator", "control_numerator"));
  LR_TRY(const RatioMetric treatment, ratio_metric(treatment_denominator, treatment_numerator, 0.95));
  LR_TRY(const RatioMetric control, ratio_metric(control_denominator, control_numerator, 0.95));
  if (control.ratio == 0) return refuse("control_numerator", "The control's ratio is 0, so there is no relative lift.");
  const double difference = treatment.ratio - control.ratio;
  const double std_error = std::sqrt(treatment.variance + control.variance);
  LR_NEED(need_spread(std_error, "treatment_numerator"));
  return RatioDifference{difference, std_error, difference / std_error, two_sided(difference / std_error), difference / control.ratio};
}

Result<EstimateInterval> fieller_ratio(Values1 y, Values1 x, double conf_level) {
  LR_NEED(need_same_length(y.size(), x.size(), "y", "x"));
  LR_TRY(const SampleSummary above, summarise(y, "y"));
  LR_TRY(const SampleSummary below, summarise(x, "x"));
  LR_NEED(need_inside_unit(conf_level, "conf_level"));
  const double n = above.n;
  const double t = quantile(complement(StudentT(n - 1), (1 - conf_level) / 2));
  const double scale = t * t / (n * (n - 1));
  const double a = below.mean * below.mean - scale * square_deviations(x);
  const double b = below.mean * above.mean - scale * cross_deviations(x, y);
  const double c = above.mean * above.mean - scale * square_deviations(y);
  if (!(a > 0)) return refuse("x", "The denominator's mean is too near 0 for its spread: the interval would be unbounded.");
  const double root = std::sqrt(std::fmax(b * b - a * c, 0));
  return EstimateInterval{above.mean / below.mean, 0, (b - root) / a, (b + root) / a};
}

Result<EstimateInterval> relative_lift_of_means(Values1 treatment, Values1 control, double conf_level) {
  LR_TRY(const SampleSummary first, summarise(treatment, "treatment"));
  LR_TRY(const SampleSummary second, summarise(control, "control"));
  LR_NEED(need_inside_unit(conf_level, "conf_level"));
  if (second.mean == 0) return refuse("control", "The control's mean is 0, so there is no relative lift.");
  const double ratio = first.mean / second.mean;
  const double lift = (first.mean - second.mean) / second.mean;
  const double variance = (first.variance / first.n + ratio * ratio * second.variance / second.n) / (second.mean * second.mean);
  const double half = normal_factor(conf_level) * std::sqrt(variance);
  return EstimateInterval{lift, std::sqrt(variance), lift - half, lift + half};
}

Result<Cuped> cuped(const TwoArms& arms) {
  LR_NEED(check_arms(arms, 2));
  const std::vector<double> x = joined(arms.treatment_x, arms.control_x), y = joined(arms.treatment_y, arms.control_y);
  const double s_xx = square_deviations(x);
  LR_NEED(need_spread(s_xx, "treatment_x"));
  return adjusted_by(arms, cross_deviations(x, y) / s_xx);
}

Result<Cuped> cuped_within_arm_theta(const TwoArms& arms) {
  LR_NEED(check_arms(arms, 2));
  const double s_xx = square_deviations(arms.treatment_x) + square_deviations(arms.control_x);
  LR_NEED(need_spread(s_xx, "treatment_x"));
  const double s_xy = cross_deviations(arms.treatment_x, arms.treatment_y) + cross_deviations(arms.control_x, arms.control_y);
  return adjusted_by(arms, s_xy / s_xx);
}

Result<Estimate> ancova(const TwoArms& arms) {
  LR_NEED(check_arms(arms, 2));
  const double n1 = static_cast<double>(arms.treatment_y.size()), n0 = static_cast<double>(arms.control_y.size());
  const double s_xx = square_deviations(arms.treatment_x) + square_deviations(arms.control_x);
  LR_NEED(need_spread(s_xx, "treatment_x"));
  const double slope = (cross_deviations(arms.treatment_x, arms.treatment_y) + cross_deviations(arms.control_x, arms.control_y)) / s_xx;
  const double gap_x = average(arms.treatment_x) - average(arms.control_x);
  const double estimate = average(arms.treatment_y) - average(arms.control_y) - slope * gap_x;
  const double df = n1 + n0 - 3;
  double squares = 0;
  for (const auto& [y, x] : {std::pair(arms.treatment_y, arms.treatment_x), std::pair(arms.control_y, arms.control_x)})
    squares += square_deviations(adjusted(y, x, slope, average(x)));
  LR_NEED(need_spread(squares, "treatment_y"));
  const double std_error = std::sqrt(squares / df * (1 / n1 + 1 / n0 + gap_x * gap_x / s_xx));
  return Estimate{estimate, std_error, estimate / std_error, df, two_sided_t(estimate / std_error, df)};
}

Result<Estimate> lin(const TwoArms& arms) {
  LR_NEED(check_arms(arms, 3));
  LR_NEED(need_spread(square_deviations(arms.treatment_x), "treatment_x"));
  LR_NEED(need_spread(square_deviations(arms.control_x), "control_x"));
  const double centre = average(joined(arms.treatment_x, arms.control_x));
  const Line treatment = fit(arms.treatment_y, arms.treatment_x), control = fit(arms.control_y, arms.control_x);
  LR_TRY(const double first, hc2_at(treatment, arms.treatment_y, arms.treatment_x, centre, "treatment_x"));
  LR_TRY(const double second, hc2_at(control, arms.control_y, arms.control_x, centre, "control_x"));
  return Estimate{treatment.at(centre) - control.at(centre), std::sqrt(first + second), 0, 0, 0};
}

Result<Estimate> post_stratified(const std::vector<std::vector<double>>& treatment, const std::vector<std::vector<double>>& control,
                                 Values1 weights) {
  LR_NEED(need_same_length(treatment.size(), control.size(), "treatment", "control"));
  LR_NEED(need_same_length(treatment.size(), weights.size(), "treatment", "weights"));
  LR_NEED(need_values(weights, "weights", 1));
  for (double weight : weights) LR_NEED(need_not_negative(weight, "weights"));
  const double total = exact_sum(weights);
  LR_NEED(need_positive(total, "weights"));
  double estimate = 0, variance = 0;
  for (std::size_t s = 0; s < weights.size(); ++s) {
    LR_TRY(const SampleSummary first, summarise(treatment[s], "treatment"));
    LR_TRY(const SampleSummary second, summarise(control[s], "control"));
    const double share = weights[s] / total;
    estimate += share * (first.mean - second.mean);
    variance += share * share * (first.variance / first.n + second.variance / second.n);
  }
  return Estimate{estimate, std::sqrt(variance), 0, 0, 0};
}

}  // namespace loopready::stats
