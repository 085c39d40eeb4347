// Looking at tests before their end, by name.
#include "engine/routine.h"
#include "stats/sequential.h"

namespace loopready::engine {
namespace {

using base::Result;

Result<Values> pocock_boundary(Inputs& in) {
  const double looks = in.number("looks"), alpha = in.alpha();
  LR_READ(in);
  LR_TRY(const auto boundary, stats::pocock_boundary(looks, alpha));
  return Values{{"critical_value", boundary.constant}, {"nominal_p", boundary.nominal_p}};
}

Result<Values> obrien_fleming_boundary(Inputs& in) {
  const double looks = in.number("looks"), alpha = in.alpha();
  LR_READ(in);
  LR_TRY(const auto boundary, stats::obrien_fleming_boundary(looks, alpha));
  return Values{{"constant", boundary.constant}, {"limits", boundary.limits}};
}

Result<Values> peeking_false_positive_rate(Inputs& in) {
  const double looks = in.number("looks"), alpha = in.alpha();
  LR_READ(in);
  LR_TRY(const double probability, stats::peeking_false_positive_rate(looks, alpha));
  return Values{{"probability", probability}};
}

Result<Values> alpha_spending_boundary(Inputs& in) {
  const Numbers fractions = in.numbers("information_fractions");
  const std::string spending = in.text_or("spending", "obrien_fleming");
  const double alpha = in.alpha();
  LR_READ(in);
  LR_TRY(const auto boundary, stats::alpha_spending_boundary(fractions, spending, alpha));
  return Values{{"limits", boundary.limits}, {"cumulative_alpha", boundary.cumulative_alpha}};
}

Result<Values> group_sequential_power(Inputs& in) {
  const Numbers limits = in.numbers("limits"), fractions = in.numbers("information_fractions");
  const double drift = in.number("drift");
  LR_READ(in);
  LR_TRY(const Numbers power, stats::group_sequential_power(limits, fractions, drift));
  return Values{{"cumulative_power", power}};
}

Result<Values> msprt_normal(Inputs& in) {
  const double delta = in.number("delta"), variance = in.number("variance"), tau2 = in.number("tau2"), alpha = in.alpha();
  LR_READ(in);
  LR_TRY(const auto test, stats::msprt_normal(delta, variance, tau2, alpha));
  return Values{{"lambda", test.lambda}, {"p_value", test.p_value}, {"ci_low", test.ci_low}, {"ci_high", test.ci_high}};
}

Result<Values> sprt_bernoulli(Inputs& in) {
  const double successes = in.number("successes"), n = in.number("n"), p0 = in.number("p0"), p1 = in.number("p1");
  const double alpha = in.alpha(), beta = in.number_or("beta", 0.2);
  LR_READ(in);
  LR_TRY(const auto test, stats::sprt_bernoulli(successes, n, p0, p1, alpha, beta));
  return Values{{"log_likelihood_ratio", test.log_likelihood_ratio}, {"upper", test.upper}, {"lower", test.lower},
                {"decision", test.decision}};
}

}  // namespace

const std::vector<Routine>& sequential_routines() {
  static const std::vector<Routine> kAll = {
      {"pocock_boundary", "looks: count, 1 to 100; alpha: share, two-sided", "critical_value; nominal_p",
       "The one limit for |z| at equally spaced looks that keeps the two-sided alpha; nominal_p is its two-sided p.", "Pocock 1977",
       pocock_boundary},
      {"obrien_fleming_boundary", "looks: count, 1 to 100; alpha: share, two-sided", "constant; limits",
       "Limits for |z| of constant * sqrt(looks / look) at equally spaced looks that keep the two-sided alpha.",
       "O'Brien and Fleming 1979", obrien_fleming_boundary},
      {"peeking_false_positive_rate", "looks: count, 1 to 1000; alpha: share, two-sided", "probability",
       "Chance that |z| passes the fixed-sample limit at any of the equally spaced looks when nothing differs.",
       "Armitage, McPherson and Rowe 1969", peeking_false_positive_rate},
      {"alpha_spending_boundary", "information_fractions: rising shares up to 1; spending: obrien_fleming or pocock; alpha: share, two-sided",
       "limits; cumulative_alpha",
       "Each side spends alpha / 2 by Lan and DeMets' function; limits are for |z|; cumulative_alpha counts both sides.",
       "Lan and DeMets 1983", alpha_spending_boundary},
      {"group_sequential_power", "limits: numbers for |z|; information_fractions: rising shares; drift: mean of z at full information",
       "cumulative_power", "Chance of having passed either limit by each look.", "Armitage, McPherson and Rowe 1969",
       group_sequential_power},
      {"msprt_normal", "delta: number; variance: of delta, above 0; tau2: above 0; alpha: share", "lambda; p_value; ci_low; ci_high",
       "Mixture likelihood ratio with differences mixed as N(0, tau2); the always valid p is min(1, 1 / lambda), the interval holds "
       "differences whose lambda is below 1 / alpha.", "Robbins 1970; Johari, Pekelis and Walsh 2015", msprt_normal},
      {"sprt_bernoulli", "successes: count; n: count; p0: share; p1: share; alpha: share; beta: share, 0.2 when absent",
       "log_likelihood_ratio; upper; lower; decision",
       "Natural log likelihood ratio of p1 to p0 against ln((1 - beta) / alpha) and ln(beta / (1 - alpha)); decision is accept_h1, "
       "accept_h0 or continue.", "Wald 1945", sprt_bernoulli},
  };
  return kAll;
}

}  // namespace loopready::engine
