#include "stats/conjugate.h"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <cmath>
#include <limits>

#include "stats/boost_policy.h"
#include "stats/bracketed_root.h"
#include "stats/gamma_rise.h"
#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/sums.h"

namespace loopready::stats {

using base::Result;
using base::Status;

namespace {

using Beta = boost::math::beta_distribution<double, Policy>;
using Gamma = boost::math::gamma_distribution<double, Policy>;
using Binomial = boost::math::binomial_distribution<double, Policy>;

constexpr double kLogOfTwo = 0.69314718055994530942;

Status need_finite_result(double value, const std::string& what) {
  if (std::isfinite(value)) return base::Done{};
  return refuse(what, "These values are too extreme to compute with.");
}

}  // namespace

Result<BetaPosterior> beta_binomial_posterior(double prior_a, double prior_b, double x, double n, double conf_level) {
  LR_NEED(need_positive(prior_a, "prior_a"));
  LR_NEED(need_positive(prior_b, "prior_b"));
  LR_NEED(need_count(x, "x"));
  LR_NEED(need_count(n, "n"));
  if (x > n) return refuse("x", "There can't be more successes than trials.");
  LR_NEED(need_inside_unit(conf_level, "conf_level"));
  const double a = prior_a + x, b = prior_b + (n - x), total = a + b;
  const double tail = (1 - conf_level) / 2;
  const Beta law(a, b);
  BetaPosterior posterior{a, b, a / total, std::sqrt((a / total) * (b / total) / (total + 1)), quantile(law, tail),
                          quantile(complement(law, tail)), true, 0};
  LR_NEED(need_finite_result(posterior.ci_low + posterior.ci_high, "prior_a"));
  if (a > 1 && b > 1) posterior.mode = (a - 1) / (total - 2);
  else if (a > b) posterior.mode = 1;
  posterior.has_mode = (a > 1 || b > 1) || (a == 1) != (b == 1);
  return posterior;
}

Result<GammaPosterior> gamma_poisson_posterior(double prior_shape, double prior_rate, double events, double exposure, double conf_level) {
  LR_NEED(need_positive(prior_shape, "prior_shape"));
  LR_NEED(need_positive(prior_rate, "prior_rate"));
  LR_NEED(need_count(events, "events"));
  LR_NEED(need_not_negative(exposure, "exposure"));
  LR_NEED(need_inside_unit(conf_level, "conf_level"));
  const double shape = prior_shape + events, rate = prior_rate + exposure, tail = (1 - conf_level) / 2;
  const Gamma law(shape, 1);
  const double low = quantile(law, tail) / rate, high = quantile(complement(law, tail)) / rate;
  LR_NEED(need_finite_result(low + high, "prior_shape"));
  return GammaPosterior{shape, rate, shape / rate, low, high};
}

Result<NormalPosterior> normal_normal_posterior(double prior_mean, double prior_sd, const NormalData& data, double conf_level) {
  LR_NEED(need_finite(prior_mean, "prior_mean"));
  LR_NEED(need_positive(prior_sd, "prior_sd"));
  LR_NEED(need_positive(data.sigma, "sigma"));
  LR_NEED(need_count(data.n, "n"));
  LR_NEED(need_finite(data.sample_mean, "sample_mean"));
  LR_NEED(need_inside_unit(conf_level, "conf_level"));
  // The share of the data in the mean: n tau^2 / (n tau^2 + sigma^2).
  const double ratio = data.n * (prior_sd / data.sigma) * (prior_sd / data.sigma);
  const double mean = prior_mean / (1 + ratio) + data.sample_mean * (ratio / (1 + ratio)), sd = prior_sd / std::sqrt(1 + ratio);
  LR_NEED(need_finite_result(mean, "sigma"));
  LR_NEED(need_positive(sd, "sigma"));
  const double half = standard_normal_quantile_upper((1 - conf_level) / 2) * sd;
  return NormalPosterior{mean, sd, mean - half, mean + half, standard_normal_cdf(mean / sd)};
}

Result<DensityInterval> beta_hdi(double a, double b, double mass) {
  LR_NEED(need_positive(a, "a"));
  LR_NEED(need_positive(b, "b"));
  LR_NEED(need_inside_unit(mass, "mass"));
  if (a <= 1 && b <= 1 && !(a == 1 && b < 1) && !(b == 1 && a < 1))
    return refuse("a", "This distribution is flat or has two humps, so it has no one interval of highest density.");
  if (std::max(a, b) > 1e10) return refuse("a", "Parameters of at most 1e10 can be worked out.");
  const Beta law(a, b);
  if (a <= 1) return DensityInterval{0, quantile(law, mass)};
  if (b <= 1) return DensityInterval{quantile(complement(law, mass)), 1};
  const auto log_density = [&](double x) {
    if (x <= 0 || x >= 1) return -std::numeric_limits<double>::infinity();
    return (a - 1) * std::log(x) + (b - 1) * std::log1p(-x);
  };
  const double below = bracketed_root(
      [&](double p) { return log_density(quantile(law, p)) - log_density(quantile(complement(law, 1 - mass - p))); }, 0, 1 - mass);
  const DensityInterval interval{quantile(law, below), quantile(complement(law, 1 - mass - below))};
  LR_NEED(need_finite_result(interval.low + interval.high, "a"));
  return interval;
}

Result<double> beta_binomial_pmf(double k, double n, double a, double b) {
  LR_NEED(need_count(n, "n"));
  LR_NEED(need_count(k, "k"));
  LR_NEED(need_positive(a, "a"));
  LR_NEED(need_positive(b, "b"));
  if (k > n) return refuse("k", "There can't be more successes than trials.");
  // Rises in gamma by the smaller of the two kinds of numbers keep the logarithms small.
  if (a + b <= n) {
    const double data = log_gamma_rise(k + 1, a) - std::log(k + a) + log_gamma_rise(n - k + 1, b) - std::log(n - k + b) -
                        (log_gamma_rise(n + 1, a + b) - std::log(n + a + b));
    const double small = std::min(a, b), large = std::max(a, b);
    const double prior = log_gamma_rise(large, small) - log_gamma_rise(1, small) + std::log(small);
    return std::exp(data + prior);
  }
  const double small = std::min(k, n - k), large = n - small;
  const double ways = log_gamma_rise(large + 1, small) - log_gamma_rise(1, small);
  return std::exp(ways + log_gamma_rise(a, k) + log_gamma_rise(b, n - k) - log_gamma_rise(a + b, n));
}

Result<double> bayes_factor_half(double x, double n) {
  LR_NEED(need_count(x, "x"));
  LR_NEED(need_count(n, "n"));
  if (x > n) return refuse("x", "There can't be more successes than trials.");
  if (n <= 1000) return 1 / ((n + 1) * pdf(Binomial(n, 0.5), x));
  const double small = std::min(x, n - x), log_ways = log_gamma_rise(n - small + 1, small) - log_gamma_rise(1, small);
  const double direct = pdf(Binomial(n, 0.5), x);
  if (std::isfinite(direct) && direct > 1e-290) return 1 / ((n + 1) * direct);
  return std::exp(n * kLogOfTwo - log_ways - std::log(n + 1));
}

Result<PredictiveValues> predictive_values(double prevalence, double sensitivity, double specificity) {
  LR_NEED(need_probability(prevalence, "prevalence"));
  LR_NEED(need_probability(sensitivity, "sensitivity"));
  LR_NEED(need_probability(specificity, "specificity"));
  const double true_positive = prevalence * sensitivity, false_positive = (1 - prevalence) * (1 - specificity);
  const double true_negative = (1 - prevalence) * specificity, false_negative = prevalence * (1 - sensitivity);
  if (true_positive + false_positive == 0) return refuse("sensitivity", "With these shares no test is ever positive.");
  if (true_negative + false_negative == 0) return refuse("specificity", "With these shares no test is ever negative.");
  return PredictiveValues{true_positive / (true_positive + false_positive), true_negative / (true_negative + false_negative)};
}

Result<std::vector<double>> discrete_posterior(std::span<const double> prior, std::span<const double> log_likelihood) {
  LR_NEED(need_values(prior, "prior", 1));
  LR_NEED(need_same_length(prior.size(), log_likelihood.size(), "prior", "likelihood"));
  double highest = -std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < prior.size(); ++i) {
    LR_NEED(need_not_negative(prior[i], "prior"));
    if (std::isnan(log_likelihood[i]) || log_likelihood[i] == std::numeric_limits<double>::infinity())
      return refuse("log_likelihood", "Every log likelihood must be a number, or -Infinity.");
    if (prior[i] > 0) highest = std::max(highest, log_likelihood[i]);
  }
  if (!(exact_sum(prior) > 0)) return refuse("prior", "All prior weights are 0.");
  if (!std::isfinite(highest)) return refuse("likelihood", "Nothing with a prior above 0 can have given these data.");
  std::vector<double> posterior(prior.size());
  for (std::size_t i = 0; i < prior.size(); ++i) posterior[i] = prior[i] == 0 ? 0 : prior[i] * std::exp(log_likelihood[i] - highest);
  const double total = exact_sum(posterior);
  for (double& value : posterior) value /= total;
  return posterior;
}

}  // namespace loopready::stats
