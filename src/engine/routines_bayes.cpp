// Beliefs after data by name.
#include <cmath>

#include "engine/routine.h"
#include "stats/conjugate.h"
#include "stats/posterior_race.h"

namespace loopready::engine {
namespace {

using base::Result;

Result<Values> one(const char* name, const Result<double>& value) {
  if (!value) return value.error();
  return Values{{name, value.value()}};
}

Result<Values> beta_binomial_posterior(Inputs& in) {
  const double prior_a = in.number("prior_a"), prior_b = in.number("prior_b"), x = in.number("x"), n = in.number("n");
  const double conf_level = in.conf_level();
  LR_READ(in);
  LR_TRY(const auto posterior, stats::beta_binomial_posterior(prior_a, prior_b, x, n, conf_level));
  Values values{{"post_a", posterior.a}, {"post_b", posterior.b}, {"mean", posterior.mean}, {"sd", posterior.sd},
                {"ci_low", posterior.ci_low}, {"ci_high", posterior.ci_high}};
  if (posterior.has_mode) values.emplace_back("mode", posterior.mode);
  return values;
}

struct BetaPair {
  stats::BetaShape first, second;
};
BetaPair beta_pair(Inputs& in) {
  const double a_first = in.number("a_A"), b_first = in.number("b_A"), a_second = in.number("a_B"), b_second = in.number("b_B");
  return {{a_first, b_first}, {a_second, b_second}};
}

Result<Values> prob_b_beats_a_beta(Inputs& in) {
  const BetaPair pair = beta_pair(in);
  LR_READ(in);
  return one("value", stats::chance_b_beats_a(pair.first, pair.second));
}

Result<Values> expected_loss_beta(Inputs& in) {
  const BetaPair pair = beta_pair(in);
  LR_READ(in);
  return one("value", stats::expected_loss_of_b(pair.first, pair.second));
}

Result<Values> prob_b_beats_a_gamma(Inputs& in) {
  const double shape_first = in.number("shape_A"), rate_first = in.number("rate_A");
  const double shape_second = in.number("shape_B"), rate_second = in.number("rate_B");
  LR_READ(in);
  return one("value", stats::chance_b_beats_a(stats::GammaShape{shape_first, rate_first}, stats::GammaShape{shape_second, rate_second}));
}

Result<Values> beta_hdi(Inputs& in) {
  const double a = in.number("a"), b = in.number("b"), mass = in.number_or("mass", 0.95);
  LR_READ(in);
  LR_TRY(const auto interval, stats::beta_hdi(a, b, mass));
  return Values{{"low", interval.low}, {"high", interval.high}};
}

Result<Values> beta_binomial_pmf(Inputs& in) {
  const double k = in.number("k"), n = in.number("n"), a = in.number("a"), b = in.number("b");
  LR_READ(in);
  return one("value", stats::beta_binomial_pmf(k, n, a, b));
}

Result<Values> gamma_poisson_posterior(Inputs& in) {
  const double shape = in.number("prior_shape"), rate = in.number("prior_rate"), events = in.number("events");
  const double exposure = in.number("exposure"), conf_level = in.conf_level();
  LR_READ(in);
  LR_TRY(const auto posterior, stats::gamma_poisson_posterior(shape, rate, events, exposure, conf_level));
  return Values{{"post_shape", posterior.shape}, {"post_rate", posterior.rate}, {"mean", posterior.mean},
                {"ci_low", posterior.ci_low}, {"ci_high", posterior.ci_high}};
}

Result<Values> normal_normal_posterior(Inputs& in) {
  const double prior_mean = in.number("prior_mean"), prior_sd = in.number("prior_sd"), sigma = in.number("sigma");
  const double n = in.number("n"), sample_mean = in.number("sample_mean"), conf_level = in.conf_level();
  LR_READ(in);
  LR_TRY(const auto posterior, stats::normal_normal_posterior(prior_mean, prior_sd, {sigma, n, sample_mean}, conf_level));
  return Values{{"post_mean", posterior.mean}, {"post_sd", posterior.sd}, {"ci_low", posterior.ci_low}, {"ci_high", posterior.ci_high},
                {"prob_positive", posterior.prob_positive}};
}

Result<Values> bayes_factor_binomial_half(Inputs& in) {
  const double x = in.number("x"), n = in.number("n");
  LR_READ(in);
  return one("bf10", stats::bayes_factor_half(x, n));
}

Result<Values> thompson_probability_best(Inputs& in) {
  const Numbers a = in.numbers("a"), b = in.numbers("b");
  LR_READ(in);
  LR_TRY(const Numbers chances, stats::chance_of_being_best(a, b));
  return Values{{"probabilities", chances}};
}

Result<Values> bayes_ppv(Inputs& in) {
  const double prevalence = in.number("prevalence"), sensitivity = in.number("sensitivity"), specificity = in.number("specificity");
  LR_READ(in);
  LR_TRY(const auto result, stats::predictive_values(prevalence, sensitivity, specificity));
  return Values{{"ppv", result.ppv}, {"npv", result.npv}};
}

Result<Values> bayes_posterior_discrete(Inputs& in) {
  const Numbers prior = in.numbers("prior");
  const bool as_logs = in.has("log_likelihood");
  Numbers log_likelihood = as_logs ? in.numbers("log_likelihood") : in.numbers("likelihood");
  if (as_logs && in.has("likelihood")) in.numbers("likelihood");
  LR_READ(in);
  if (!as_logs) {
    for (double& likelihood : log_likelihood) {
      if (!(likelihood >= 0) || std::isinf(likelihood))
        return base::Error{base::ErrorKind::bad_input, "likelihood", "Every likelihood must be a number of at least 0."};
      likelihood = std::log(likelihood);
    }
  }
  LR_TRY(const Numbers posterior, stats::discrete_posterior(prior, log_likelihood));
  return Values{{"posterior", posterior}};
}

constexpr const char* kPair = "a_A: above 0; b_A: above 0; a_B: above 0; b_B: above 0";

}  // namespace

const std::vector<Routine>& bayes_routines() {
  static const std::vector<Routine> kAll = {
      {"beta_binomial_posterior", "prior_a: above 0; prior_b: above 0; x: count; n: count; conf_level: share",
       "post_a; post_b; mean; sd; ci_low; ci_high; mode",
       "Beta(prior_a + x, prior_b + n - x) with its equal-tailed interval; mode is left out where there is none or more than one.",
       "Gelman et al. 2013, chapter 2", beta_binomial_posterior},
      {"prob_b_beats_a_beta", kPair, "value", "P(B > A) for independent Beta posteriors, by integration to full precision.",
       "definition; integral by Gauss-Legendre panels", prob_b_beats_a_beta},
      {"prob_b_beats_a_gamma", "shape_A: above 0; rate_A: above 0; shape_B: above 0; rate_B: above 0", "value",
       "P(B > A) for independent Gamma posteriors: an incomplete beta function.", "definition; ratio of Gamma variables is Beta",
       prob_b_beats_a_gamma},
      {"expected_loss_beta", kPair, "value", "E[max(A - B, 0)]: what choosing B loses on average if A is better.", "Stucchio 2015",
       expected_loss_beta},
      {"beta_hdi", "a: above 0; b: above 0; mass: share, 0.95 when absent", "low; high",
       "Shortest interval holding the mass; from 0 or to 1 where the density falls or rises throughout.", "Box and Tiao 1973", beta_hdi},
      {"beta_binomial_pmf", "k: count; n: count; a: above 0; b: above 0", "value", "Chance of k successes in n when the share is Beta(a, b).",
       "Skellam 1948", beta_binomial_pmf},
      {"gamma_poisson_posterior", "prior_shape: above 0; prior_rate: above 0; events: count; exposure: number; conf_level: share",
       "post_shape; post_rate; mean; ci_low; ci_high", "Gamma(prior_shape + events, rate prior_rate + exposure), equal-tailed interval.",
       "Gelman et al. 2013, chapter 2", gamma_poisson_posterior},
      {"normal_normal_posterior", "prior_mean: number; prior_sd: above 0; sigma: above 0; n: count; sample_mean: number; conf_level: share",
       "post_mean; post_sd; ci_low; ci_high; prob_positive", "Precisions add up; sigma is the known sd of one value; equal-tailed interval.",
       "Gelman et al. 2013, chapter 2", normal_normal_posterior},
      {"bayes_factor_binomial_half", "x: count; n: count", "bf10",
       "Evidence for a share uniform on 0 to 1 against exactly one half: 2^n / ((n + 1) C(n, x)).", "Jeffreys 1961",
       bayes_factor_binomial_half},
      {"thompson_probability_best", "a: one a variant; b: one a variant", "probabilities",
       "Chance that each Beta posterior is the largest, by integration.", "Thompson 1933", thompson_probability_best},
      {"bayes_ppv", "prevalence: share; sensitivity: share; specificity: share", "ppv; npv", "Bayes' rule for a test's two answers.",
       "Bayes 1763", bayes_ppv},
      {"bayes_posterior_discrete", "prior: weights; likelihood: numbers; log_likelihood: numbers, instead of likelihood", "posterior",
       "Prior times likelihood over their sum, by logarithms when log_likelihood is given.", "Bayes 1763", bayes_posterior_discrete},
  };
  return kAll;
}

}  // namespace loopready::engine
