// Sample size, power and smallest detectable effects, by name.
#include <cmath>
#include <limits>

#include "engine/routine.h"
#include "stats/power_means.h"
#include "stats/power_other.h"
#include "stats/power_proportions.h"

namespace loopready::engine {
namespace {

using base::Result;
using stats::Plan;

Plan plan_of(Inputs& inputs) { return {inputs.alpha(), inputs.power(), inputs.sides()}; }

Result<Values> value_or_error(const char* name, const Result<double>& found) {
  if (!found) return found.error();
  return Values{{name, found.value()}};
}

// A real sample size and the next whole number.
Result<Values> with_ceiling(const char* name, const Result<double>& found) {
  if (!found) return found.error();
  return Values{{name, found.value()}, {"n_ceiling", std::ceil(found.value())}};
}

Result<Values> both_sizes(const Result<stats::TwoSizes>& found) {
  if (!found) return found.error();
  return Values{{"n1", found.value().n1},
                {"n2", found.value().n2},
                {"n1_ceiling", std::ceil(found.value().n1)},
                {"n2_ceiling", std::ceil(found.value().n2)}};
}

Result<Values> sample_size_two_proportions(Inputs& inputs) {
  const double p1 = inputs.number("p1"), p2 = inputs.number("p2");
  const Plan plan = plan_of(inputs);
  LR_READ(inputs);
  return with_ceiling("n_per_group", stats::sample_size_two_proportions(p1, p2, plan));
}

Result<Values> sample_size_two_proportions_cohen_h(Inputs& inputs) {
  const double p1 = inputs.number("p1"), p2 = inputs.number("p2");
  const Plan plan = plan_of(inputs);
  LR_READ(inputs);
  LR_TRY(const stats::CohenSize found, stats::sample_size_two_proportions_cohen_h(p1, p2, plan));
  return Values{{"h", found.h}, {"n_per_group", found.n_per_group}};
}

template <Result<stats::TwoSizes> (*function)(double, double, const Plan&, double)>
Result<Values> sizes_by_ratio(Inputs& inputs) {
  const double p1 = inputs.number("p1"), p2 = inputs.number("p2"), ratio = inputs.ratio();
  const Plan plan = plan_of(inputs);
  LR_READ(inputs);
  return both_sizes(function(p1, p2, plan, ratio));
}

Result<Values> power_two_proportions(Inputs& inputs) {
  const double n = inputs.number("n_per_group"), p1 = inputs.number("p1"), p2 = inputs.number("p2");
  const double alpha = inputs.alpha(), sides = inputs.sides();
  LR_READ(inputs);
  return value_or_error("power", stats::power_two_proportions(n, p1, p2, alpha, sides));
}

Result<Values> mde_two_proportions(Inputs& inputs) {
  const double n = inputs.number("n_per_group"), p1 = inputs.number("p1");
  const Plan plan = plan_of(inputs);
  LR_READ(inputs);
  LR_TRY(const stats::DetectableProportion found, stats::mde_two_proportions(n, p1, plan));
  return Values{{"p2", found.p2}, {"absolute_lift", found.absolute_lift}, {"relative_lift", found.relative_lift}};
}

Result<Values> power_two_proportions_cohen_h_unequal(Inputs& inputs) {
  const double p1 = inputs.number("p1"), p2 = inputs.number("p2"), n1 = inputs.number("n1"), n2 = inputs.number("n2");
  const double alpha = inputs.alpha();
  LR_READ(inputs);
  return value_or_error("power", stats::power_two_proportions_cohen_h_unequal(p1, p2, n1, n2, alpha));
}

Result<Values> sample_size_one_proportion(Inputs& inputs) {
  const double p0 = inputs.number("p0"), p1 = inputs.number("p1");
  const Plan plan = plan_of(inputs);
  LR_READ(inputs);
  return with_ceiling("n", stats::sample_size_one_proportion(p0, p1, plan));
}

Result<Values> sample_size_proportion_margin(Inputs& inputs) {
  const double p = inputs.number("p"), margin = inputs.number("margin"), conf_level = inputs.conf_level();
  const double population = inputs.number_or("population", std::numeric_limits<double>::infinity());
  LR_READ(inputs);
  LR_TRY(const stats::MarginSize found, stats::sample_size_proportion_margin(p, margin, conf_level, population));
  return Values{{"n_infinite", found.n_infinite}, {"n_finite", found.n_finite}};
}

Result<Values> sample_size_mean_margin(Inputs& inputs) {
  const double sigma = inputs.number("sigma"), margin = inputs.number("margin"), conf_level = inputs.conf_level();
  LR_READ(inputs);
  return value_or_error("n", stats::sample_size_mean_margin(sigma, margin, conf_level));
}

Result<Values> sample_size_two_means_t(Inputs& inputs) {
  const double delta = inputs.number("delta"), sd = inputs.number("sd");
  const Plan plan = plan_of(inputs);
  LR_READ(inputs);
  return with_ceiling("n_per_group", stats::sample_size_two_means_t(delta, sd, plan));
}

template <bool strict>
Result<Values> power_two_means_t(Inputs& inputs) {
  const double n = inputs.number("n_per_group"), delta = inputs.number("delta"), sd = inputs.number("sd");
  const double alpha = inputs.alpha(), sides = inputs.sides();
  LR_READ(inputs);
  return value_or_error("power", stats::power_two_means_t(n, delta, sd, alpha, sides, strict));
}

Result<Values> mde_two_means_t(Inputs& inputs) {
  const double n = inputs.number("n_per_group"), sd = inputs.number("sd");
  const Plan plan = plan_of(inputs);
  LR_READ(inputs);
  return value_or_error("delta", stats::mde_two_means_t(n, sd, plan));
}

Result<Values> power_two_means_t_unequal(Inputs& inputs) {
  const double n1 = inputs.number("n1"), n2 = inputs.number("n2"), d = inputs.number("d"), alpha = inputs.alpha();
  LR_READ(inputs);
  return value_or_error("power", stats::power_two_means_t_unequal(n1, n2, d, alpha));
}

Result<Values> sample_size_one_sample_t(Inputs& inputs) {
  const double delta = inputs.number("delta"), sd = inputs.number("sd");
  const Plan plan = plan_of(inputs);
  LR_READ(inputs);
  return with_ceiling("n", stats::sample_size_one_sample_t(delta, sd, plan));
}

Result<Values> sample_size_two_means_z(Inputs& inputs) {
  const double delta = inputs.number("delta"), sd1 = inputs.number("sd1"), sd2 = inputs.number("sd2"), ratio = inputs.ratio();
  const Plan plan = plan_of(inputs);
  LR_READ(inputs);
  return both_sizes(stats::sample_size_two_means_z(delta, sd1, sd2, ratio, plan));
}

Result<Values> power_two_means_z(Inputs& inputs) {
  const double delta = inputs.number("delta"), sd1 = inputs.number("sd1"), sd2 = inputs.number("sd2");
  const double n1 = inputs.number("n1"), n2 = inputs.number("n2"), alpha = inputs.alpha(), sides = inputs.sides();
  LR_READ(inputs);
  return value_or_error("power", stats::power_two_means_z(delta, sd1, sd2, n1, n2, alpha, sides));
}

Result<Values> sample_size_rule_of_16(Inputs& inputs) {
  const double sd = inputs.number("sd"), delta = inputs.number("delta");
  LR_READ(inputs);
  return value_or_error("n_per_group", stats::sample_size_rule_of_16(sd, delta));
}

Result<Values> power_anova(Inputs& inputs) {
  const double groups = inputs.number("groups"), n = inputs.number("n_per_group"), f = inputs.number("f"), alpha = inputs.alpha();
  LR_READ(inputs);
  return value_or_error("power", stats::power_anova(groups, n, f, alpha));
}

template <Result<double> (*function)(double, double, double)>
Result<Values> size_for_correlation(Inputs& inputs) {
  const double r = inputs.number("r"), alpha = inputs.alpha(), power = inputs.power();
  LR_READ(inputs);
  return value_or_error("n", function(r, alpha, power));
}

Result<Values> power_chi_square(Inputs& inputs) {
  const double w = inputs.number("w"), n = inputs.number("n"), df = inputs.number("df"), alpha = inputs.alpha();
  LR_READ(inputs);
  return value_or_error("power", stats::power_chi_square(w, n, df, alpha));
}

Result<Values> design_effect(Inputs& inputs) {
  const double icc = inputs.number("icc"), cluster_size = inputs.number("cluster_size"), n = inputs.number("n");
  LR_READ(inputs);
  LR_TRY(const stats::DesignEffect found, stats::design_effect(icc, cluster_size, n));
  return Values{{"design_effect", found.design_effect}, {"effective_n", found.effective_n}};
}

Result<Values> experiment_duration_days(Inputs& inputs) {
  const double n = inputs.number("n_per_group"), groups = inputs.number("groups");
  const double traffic = inputs.number("daily_traffic"), share = inputs.number("enrolled_share");
  LR_READ(inputs);
  return value_or_error("days", stats::experiment_duration_days(n, groups, traffic, share));
}

constexpr const char* kTwoProportions = "p1: share; p2: share; alpha: share, 0.05; power: share, 0.8; sides: 1 or 2";
constexpr const char* kByRatio = "p1: share; p2: share; alpha: share, 0.05; power: share, 0.8; sides: 1 or 2; ratio: n2 / n1, 1";
constexpr const char* kMean = "delta: number; sd: number; alpha: share, 0.05; power: share, 0.8; sides: 1 or 2";
constexpr const char* kTwoMeans = "n_per_group: number; delta: number; sd: number; alpha: share, 0.05; sides: 1 or 2";
constexpr const char* kBothSizes = "n1; n2; n1_ceiling; n2_ceiling";

}  // namespace

const std::vector<Routine>& sample_size_routines() {
  static const std::vector<Routine> kAll = {
      {"sample_size_two_proportions", kTwoProportions, "n_per_group; n_ceiling",
       "Per group; variance pooled under the null and separate under the alternative, opposite tail left out.", "Fleiss, Tytun & Ury 1980",
       sample_size_two_proportions},
      {"sample_size_two_proportions_cohen_h", kTwoProportions, "h; n_per_group",
       "Per group; h = 2 asin(sqrt p1) - 2 asin(sqrt p2), n = 2 ((z of alpha + z of power) / h)^2.", "Cohen 1988",
       sample_size_two_proportions_cohen_h},
      {"sample_size_two_proportions_unpooled", kByRatio, kBothSizes, "Separate variances under the null too; n2 = ratio n1.", "Wald test of two proportions",
       sizes_by_ratio<stats::sample_size_two_proportions_unpooled>},
      {"sample_size_two_proportions_pooled_ratio", kByRatio, kBothSizes,
       "Variance pooled by group sizes under the null, no continuity correction; n2 = ratio n1.", "Fleiss, Tytun & Ury 1980",
       sizes_by_ratio<stats::sample_size_two_proportions_pooled_ratio>},
      {"power_two_proportions", "n_per_group: number; p1: share; p2: share; alpha: share, 0.05; sides: 1 or 2", "power",
       "Variance pooled under the null and separate under the alternative, opposite tail left out.", "Fleiss, Tytun & Ury 1980",
       power_two_proportions},
      {"mde_two_proportions", "n_per_group: number; p1: share; alpha: share, 0.05; power: share, 0.8; sides: 1 or 2",
       "p2; absolute_lift; relative_lift", "The p2 above p1 at which the sample size of sample_size_two_proportions is n_per_group.",
       "Fleiss, Tytun & Ury 1980, solved for p2", mde_two_proportions},
      {"power_two_proportions_cohen_h_unequal", "p1: share; p2: share; n1: number; n2: number; alpha: share, 0.05", "power",
       "Two-sided by the arcsine transformation, both tails counted.", "Cohen 1988", power_two_proportions_cohen_h_unequal},
      {"sample_size_one_proportion", "p0: share; p1: share; alpha: share, 0.05; power: share, 0.8; sides: 1 or 2", "n; n_ceiling",
       "z test with the variance of p0 under the null and of p1 under the alternative.", "normal approximation", sample_size_one_proportion},
      {"sample_size_proportion_margin", "p: share; margin: half width; conf_level: share, 0.95; population: number, unbounded when absent",
       "n_infinite; n_finite", "z^2 p (1 - p) / margin^2, and with the finite population correction n / (1 + (n - 1) / N).", "Cochran 1977",
       sample_size_proportion_margin},
      {"sample_size_mean_margin", "sigma: number; margin: half width; conf_level: share, 0.95", "n", "(z sigma / margin)^2.", "Cochran 1977",
       sample_size_mean_margin},
      {"sample_size_two_means_t", kMean, "n_per_group; n_ceiling", "Per group, by noncentral t with 2 (n - 1) df, opposite tail left out.",
       "noncentral t", sample_size_two_means_t},
      {"power_two_means_t", kTwoMeans, "power", "Noncentral t with 2 (n - 1) df, opposite tail left out.", "noncentral t", power_two_means_t<false>},
      {"power_two_means_t_strict", kTwoMeans, "power", "Noncentral t with 2 (n - 1) df, both tails counted when sides is 2.", "noncentral t",
       power_two_means_t<true>},
      {"mde_two_means_t", "n_per_group: number; sd: number; alpha: share, 0.05; power: share, 0.8; sides: 1 or 2", "delta",
       "The difference that sample_size_two_means_t answers with n_per_group.", "noncentral t, solved for delta", mde_two_means_t},
      {"power_two_means_t_unequal", "n1: number; n2: number; d: delta / sd; alpha: share, 0.05", "power",
       "Two-sided by noncentral t with n1 + n2 - 2 df, both tails counted.", "Cohen 1988", power_two_means_t_unequal},
      {"sample_size_one_sample_t", kMean, "n; n_ceiling", "Noncentral t with n - 1 df, opposite tail left out.", "noncentral t",
       sample_size_one_sample_t},
      {"sample_size_paired_t", kMean, "n; n_ceiling", "Pairs, sd being that of the differences; noncentral t with n - 1 df, opposite tail left out.",
       "noncentral t", sample_size_one_sample_t},
      {"sample_size_two_means_z",
       "delta: number; sd1: number; sd2: number; ratio: n2 / n1, 1; alpha: share, 0.05; power: share, 0.8; sides: 1 or 2", kBothSizes,
       "Known standard deviations; n1 = z^2 (sd1^2 + sd2^2 / ratio) / delta^2, n2 = ratio n1.", "normal approximation", sample_size_two_means_z},
      {"power_two_means_z", "delta: number; sd1: number; sd2: number; n1: number; n2: number; alpha: share, 0.05; sides: 1 or 2", "power",
       "Known standard deviations, opposite tail left out.", "normal approximation", power_two_means_z},
      {"sample_size_rule_of_16", "sd: number; delta: number", "n_per_group", "16 sd^2 / delta^2, for a power of 0.8 at alpha 0.05.", "Lehr 1992",
       sample_size_rule_of_16},
      {"power_anova", "groups: count; n_per_group: number; f: Cohen's f; alpha: share, 0.05", "power",
       "Noncentral F with ncp = groups n f^2.", "Cohen 1988", power_anova},
      {"sample_size_correlation", "r: number; alpha: share, 0.05; power: share, 0.8", "n",
       "Two-sided: critical r from t, power by Fisher's z with its bias r / (2 (n - 1)), both tails counted.", "Cohen 1988",
       size_for_correlation<stats::sample_size_correlation>},
      {"sample_size_correlation_fisher", "r: number; alpha: share, 0.05; power: share, 0.8", "n",
       "Two-sided: ((z of alpha + z of power) / atanh r)^2 + 3.", "Fisher 1921", size_for_correlation<stats::sample_size_correlation_fisher>},
      {"power_chi_square", "w: Cohen's w; n: number; df: number; alpha: share, 0.05", "power", "Noncentral chi-squared with ncp = n w^2.",
       "Cohen 1988", power_chi_square},
      {"design_effect", "icc: share; cluster_size: number; n: number", "design_effect; effective_n",
       "1 + (cluster size - 1) icc, and n divided by it.", "Kish 1965", design_effect},
      {"experiment_duration_days", "n_per_group: number; groups: number; daily_traffic: number; enrolled_share: share", "days",
       "All groups' sample over the traffic enrolled a day; real, so round it up to whole weeks yourself.", "arithmetic", experiment_duration_days},
  };
  return kAll;
}

}  // namespace loopready::engine
