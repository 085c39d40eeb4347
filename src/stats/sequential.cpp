#include "stats/sequential.h"

#include <algorithm>
#include <cmath>

#include "stats/bracketed_root.h"
#include "stats/normal.h"
#include "stats/refusal.h"
#include "stats/stopping_walk.h"

namespace loopready::stats {

using base::Done;
using base::Result;
using base::Status;

namespace {

constexpr double kMostLooks = 1000, kMostSolvedLooks = 100;
constexpr double kLargestLimit = 38;  // the normal's tail ends there
constexpr const char* kTooClose = "These looks are too close together or too far apart to integrate.";

Status check_looks(double looks, double most) {
  LR_NEED(need_count(looks, "looks"));
  if (looks < 1) return refuse("looks", "At least one look is needed.");
  if (looks > most) return refuse("looks", "At most " + std::to_string(static_cast<int>(most)) + " looks can be worked out.");
  return Done{};
}

Status check_fractions(std::span<const double> fractions) {
  LR_NEED(need_values(fractions, "information_fractions", 1));
  if (static_cast<double>(fractions.size()) > kMostLooks) return refuse("information_fractions", "At most 1000 looks can be worked out.");
  double last = 0;
  for (double fraction : fractions) {
    if (!(fraction > last && fraction <= 1))
      return refuse("information_fractions", "The fractions must rise, be above 0 and at most 1.");
    last = fraction;
  }
  return Done{};
}

// Chance of passing one of the limits at equally spaced looks without drift.
double chance_of_passing(const std::vector<double>& limits) {
  StoppingWalk walk(0);
  double total = 0;
  const double n = static_cast<double>(limits.size());
  for (std::size_t k = 0; k < limits.size(); ++k) {
    const double time = static_cast<double>(k + 1);
    total += walk.exit_chance(time, limits[k]);
    if (k + 1 < limits.size() && !walk.advance(time, limits[k], std::min(time + 1, n))) break;
  }
  return total;
}

std::vector<double> limits_of(double constant, std::size_t looks, bool falling) {
  std::vector<double> limits(looks, constant);
  if (falling)
    for (std::size_t k = 0; k < looks; ++k) limits[k] = constant * std::sqrt(static_cast<double>(looks) / static_cast<double>(k + 1));
  return limits;
}

Result<Boundary> solve(double looks, double alpha, bool falling) {
  LR_NEED(check_looks(looks, kMostSolvedLooks));
  LR_NEED(need_inside_unit(alpha, "alpha"));
  if (alpha < 1e-12) return refuse("alpha", "An alpha of at least 1e-12 is needed.");
  const auto n = static_cast<std::size_t>(looks);
  // Between the limit without peeking and Bonferroni's.
  const double low = standard_normal_quantile_upper(alpha / 2), high = standard_normal_quantile_upper(alpha / 2 / looks) + 1e-9;
  const double constant =
      n == 1 ? low : bracketed_root([&](double c) { return std::log(chance_of_passing(limits_of(c, n, falling)) / alpha); }, low, high);
  return Boundary{constant, 2 * standard_normal_sf(constant), limits_of(constant, n, falling)};
}

// What one side has spent by the fraction t, of `side` in all.
double spent(bool pocock, double t, double side) {
  if (pocock) return side * std::log1p((std::exp(1.0) - 1) * t);
  return 2 * standard_normal_sf(standard_normal_quantile_upper(side / 2) / std::sqrt(t));
}

Result<bool> is_pocock(const std::string& spending) {
  std::string letters;
  for (char c : spending) {
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
    if (c >= 'a' && c <= 'z') letters += c;
  }
  if (letters.find("pocock") != std::string::npos) return true;
  if (letters.find("obrien") != std::string::npos || letters.find("obf") != std::string::npos || letters == "of") return false;
  return refuse("spending", "\"obrien_fleming\" or \"pocock\" is needed.");
}

}  // namespace

Result<Boundary> pocock_boundary(double looks, double alpha) { return solve(looks, alpha, false); }
Result<Boundary> obrien_fleming_boundary(double looks, double alpha) { return solve(looks, alpha, true); }

Result<double> peeking_false_positive_rate(double looks, double alpha) {
  LR_NEED(check_looks(looks, kMostLooks));
  LR_NEED(need_inside_unit(alpha, "alpha"));
  return chance_of_passing(limits_of(standard_normal_quantile_upper(alpha / 2), static_cast<std::size_t>(looks), false));
}

Result<Spending> alpha_spending_boundary(std::span<const double> information_fractions, const std::string& spending, double alpha) {
  LR_NEED(check_fractions(information_fractions));
  LR_NEED(need_inside_unit(alpha, "alpha"));
  LR_TRY(const bool pocock, is_pocock(spending));
  StoppingWalk walk(0);
  Spending result;
  double spent_before = 0;
  for (std::size_t k = 0; k < information_fractions.size(); ++k) {
    const double time = information_fractions[k];
    const double spent_now = 2 * spent(pocock, time, alpha / 2);
    const double share = spent_now - spent_before;
    double limit = kLargestLimit;
    if (share > 0)
      limit = bracketed_root([&](double c) { return std::log(walk.exit_chance(time, c) / share); }, 0, kLargestLimit);
    result.limits.push_back(limit);
    result.cumulative_alpha.push_back(spent_now);
    spent_before = spent_now;
    if (k + 1 < information_fractions.size() && !walk.advance(time, limit, information_fractions[k + 1]))
      return refuse("information_fractions", kTooClose);
  }
  return result;
}

Result<std::vector<double>> group_sequential_power(std::span<const double> limits, std::span<const double> information_fractions,
                                                   double drift) {
  LR_NEED(check_fractions(information_fractions));
  LR_NEED(need_same_length(limits.size(), information_fractions.size(), "limits", "information_fractions"));
  for (double limit : limits)
    if (!(limit >= 0)) return refuse("limits", "Every limit must be at least 0.");
  LR_NEED(need_finite(drift, "drift"));
  if (std::fabs(drift) > 1000) return refuse("drift", "A drift from -1000 to 1000 is needed.");
  StoppingWalk walk(drift);
  std::vector<double> passed;
  double total = 0;
  for (std::size_t k = 0; k < limits.size(); ++k) {
    const double time = information_fractions[k];
    total += walk.exit_chance(time, limits[k]);
    passed.push_back(std::min(total, 1.0));
    if (k + 1 < limits.size() && !walk.advance(time, limits[k], information_fractions[k + 1]))
      return refuse("information_fractions", kTooClose);
  }
  return passed;
}

Result<MixtureTest> msprt_normal(double delta, double variance, double tau2, double alpha) {
  LR_NEED(need_finite(delta, "delta"));
  LR_NEED(need_positive(variance, "variance"));
  LR_NEED(need_positive(tau2, "tau2"));
  LR_NEED(need_inside_unit(alpha, "alpha"));
  const double both = variance + tau2;
  const double log_shrink = std::log1p(tau2 / variance) / 2;
  const double log_lambda = tau2 / both * delta * delta / (2 * variance) - log_shrink;
  const double half = std::sqrt(2 * variance * both / tau2 * (log_shrink - std::log(alpha)));
  return MixtureTest{std::exp(log_lambda), std::exp(-std::max(log_lambda, 0.0)), delta - half, delta + half};
}

Result<WaldTest> sprt_bernoulli(double successes, double n, double p0, double p1, double alpha, double beta) {
  LR_NEED(need_count(successes, "successes"));
  LR_NEED(need_count(n, "n"));
  if (successes > n) return refuse("successes", "There can't be more successes than trials.");
  LR_NEED(need_inside_unit(p0, "p0"));
  LR_NEED(need_inside_unit(p1, "p1"));
  if (p0 == p1) return refuse("p1", "The two shares must differ.");
  LR_NEED(need_inside_unit(alpha, "alpha"));
  LR_NEED(need_inside_unit(beta, "beta"));
  if (alpha + beta >= 1) return refuse("beta", "alpha and beta must add up to less than 1.");
  const double ratio = successes * std::log(p1 / p0) + (n - successes) * (std::log1p(-p1) - std::log1p(-p0));
  const double upper = std::log((1 - beta) / alpha), lower = std::log(beta / (1 - alpha));
  return WaldTest{ratio, upper, lower, ratio >= upper ? "accept_h1" : ratio <= lower ? "accept_h0" : "continue"};
}

}  // namespace loopready::stats
