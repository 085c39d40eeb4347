#include "stats/waiting.h"

#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <cmath>
#include <vector>

#include "stats/boost_policy.h"
#include "stats/gamma_rise.h"
#include "stats/refusal.h"

namespace loopready::stats {

using base::Result;

namespace {

constexpr double kEulerGamma = 0.57721566490153286061;
constexpr double kMostAdded = 100000;

// ln of the chance that n people all have different birthdays, n at most days.
double log_all_differ(double n, double days) {
  if (n <= kMostAdded) {
    double total = 0;
    for (double i = 1; i < n && total > -800; ++i) total += std::log1p(-i / days);
    return total;
  }
  // Stirling's formula for days! / (days - n)! / days^n, arranged so that nothing large cancels.
  const double x = n / days, rest = days - n;
  if (rest < 10) return -800;
  double body = 0;
  if (x < 0.1) {
    double power = x * x;
    for (int j = 2; j < 30; ++j, power *= x) body += power / (j * (j - 1));
  } else {
    body = (1 - x) * std::log1p(-x) + x;
  }
  return -days * body - std::log1p(-x) / 2 + stirling_rest(days) - stirling_rest(rest);
}

// (e^x - 1) / x - 1, for small x.
double exponential_excess(double x) {
  double term = x / 2, total = 0;
  for (int k = 3; k < 30; ++k) {
    total += term;
    term *= x / k;
  }
  return total;
}

}  // namespace

Result<Birthday> birthday_collision(double n, double days) {
  LR_NEED(need_count(n, "n"));
  LR_NEED(need_count(days, "days"));
  if (days < 1) return refuse("days", "At least one day is needed.");
  const auto chance = [&](double people) { return people > days ? 1 : -std::expm1(log_all_differ(people, days)); };
  double low = 1, high = days + 1;  // chance(1) = 0, chance(days + 1) = 1
  while (high - low > 1) {
    const double middle = std::floor(low + (high - low) / 2);
    (chance(middle) >= 0.5 ? high : low) = middle;
  }
  return Birthday{n <= 1 ? 0 : chance(n), high};
}

Result<MeanVariance> coupon_collector(double d) {
  LR_NEED(need_count(d, "d"));
  if (d < 1) return refuse("d", "At least one kind is needed.");
  if (d <= kMostAdded) {
    double harmonic = 0, variance = 0;
    for (double i = d; i >= 1; --i) {
      harmonic += 1 / i;
      variance += d * (d - i) / (i * i);
    }
    return MeanVariance{d * harmonic, variance};
  }
  const double harmonic = boost::math::digamma(d + 1, Policy()) + kEulerGamma;
  const double squares = 1.6449340668482264365 - boost::math::trigamma(d + 1, Policy());
  return MeanVariance{d * harmonic, d * (d * squares - harmonic)};
}

Result<double> coupon_collector_cdf(double d, double n) {
  LR_NEED(need_count(d, "d"));
  LR_NEED(need_count(n, "n"));
  if (d < 1) return refuse("d", "At least one kind is needed.");
  if (n < d) return 0.0;
  if (d * std::exp(-n / d) < 0.5) {  // inclusion and exclusion: the terms fall from the start
    double total = 0, log_ways = 0;
    for (double j = 1; j <= d; ++j) {
      log_ways += std::log((d - j + 1) / j);
      const double term = j == d ? 0 : std::exp(log_ways + n * std::log1p(-j / d));
      total += std::fmod(j, 2) == 1 ? term : -term;
      if (term < 1e-18) break;
    }
    return 1 - total;
  }
  if (d * n > 1e8) return refuse("n", "So many kinds and draws are too much to work through; d * n of at most 1e8 is possible.");
  const auto kinds = static_cast<std::size_t>(d);
  std::vector<double> chance(kinds + 1, 0);
  chance[0] = 1;
  for (double draw = 0; draw < n; ++draw)
    for (std::size_t seen = kinds; seen + 1 > 0; --seen) {
      chance[seen] *= static_cast<double>(seen) / d;
      if (seen == 0) break;
      chance[seen] += chance[seen - 1] * ((d - static_cast<double>(seen) + 1) / d);
    }
  return std::min(chance[kinds], 1.0);
}

Result<Ruin> gamblers_ruin(double start, double target, double p) {
  LR_NEED(need_count(start, "start"));
  LR_NEED(need_count(target, "target"));
  LR_NEED(need_probability(p, "p"));
  if (target < 1) return refuse("target", "A target of at least 1 is needed.");
  if (start > target) return refuse("start", "The start must not lie above the target.");
  if (start == 0 || start == target) return Ruin{start == 0 ? 0.0 : 1.0, 0};
  if (p == 0) return Ruin{0, start};
  if (p == 1) return Ruin{1, target - start};
  if (p == 0.5) return Ruin{start / target, start * (target - start)};
  const double drift = 2 * p - 1;
  const double log_odds = std::log1p(-2 * drift / (1 + drift));  // of losing one round to winning it
  const double to_start = start * log_odds, to_target = target * log_odds;
  const double reach = log_odds > 0 ? std::exp(to_start - to_target) * std::expm1(-to_start) / std::expm1(-to_target)
                                    : std::expm1(to_start) / std::expm1(to_target);
  if (std::fabs(to_target) < 0.5) {  // start - target * reach would cancel
    const double above = exponential_excess(to_target), below = exponential_excess(to_start);
    return Ruin{reach, start * (above - below) / (1 + above) / -drift};
  }
  return Ruin{reach, (start - target * reach) / -drift};
}

Result<double> expected_run_of_heads(double k, double p) {
  LR_NEED(need_count(k, "k"));
  if (!(p > 0 && p <= 1)) return refuse("p", "A number above 0 and at most 1 is needed.");
  if (p == 1) return k;
  return std::expm1(-k * std::log(p)) / (1 - p);
}

Result<double> expected_flips_pattern(const std::string& pattern) {
  if (pattern.empty()) return refuse("pattern", "A pattern such as HTH is needed.");
  if (pattern.size() > 1000) return refuse("pattern", "A pattern of at most 1000 tosses can be worked out.");
  for (char c : pattern)
    if (c != 'H' && c != 'T') return refuse("pattern", "Only the letters H and T are tosses.");
  double total = 0;
  for (std::size_t length = 1; length <= pattern.size(); ++length)
    if (pattern.compare(0, length, pattern, pattern.size() - length, length) == 0) total += std::exp2(static_cast<double>(length));
  return total;
}

Result<TwoWaits> poisson_process_wait(double rate1, double rate2) {
  LR_NEED(need_positive(rate1, "rate1"));
  LR_NEED(need_positive(rate2, "rate2"));
  return TwoWaits{rate1 / (rate1 + rate2), 1 / (rate1 + rate2), 1 / rate1 + 1 / rate2 - 1 / (rate1 + rate2)};
}

Result<MeanVariance> trials_until_successes(double r, double p) {
  LR_NEED(need_positive(r, "r"));
  if (!(p > 0 && p <= 1)) return refuse("p", "A number above 0 and at most 1 is needed.");
  return MeanVariance{r / p, r * (1 - p) / (p * p)};
}

}  // namespace loopready::stats
