#include "engine/flight_truth.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "stats/draws.h"
#include "stats/power_proportions.h"

namespace loopready::engine {
namespace {

constexpr double kBaseLost = 0.012, kSurplus = 1.03;
constexpr double kExpectedAlarm = 4.6;  // 3.29 of p = 0.001 and 1.28 for nine in ten
constexpr double kExpectedFade = 3.25;  // 1.96 and 1.28
constexpr double kWeek[7] = {1.06, 1.03, 1.01, 1.0, 0.97, 0.93, 1.0};

double between(base::Random& random, double low, double high) { return low + (high - low) * random.unit(); }
double between(base::Random& random, const model::FlightRange& range) { return between(random, range.low, range.high); }

// To two significant digits, as people plan.
double round_money(double usd) {
  double step = 10;
  while (usd >= step * 100) step *= 10;
  return std::floor(usd / step + 0.5) * step;
}

FlightKind draw_kind(base::Random& random) {
  const double u = random.unit();
  if (u < 0.12) return FlightKind::none;
  if (u < 0.26) return FlightKind::gain;
  if (u < 0.30) return FlightKind::harm;
  constexpr FlightKind kDefects[] = {FlightKind::srm, FlightKind::novelty, FlightKind::interference, FlightKind::guardrail, FlightKind::mix, FlightKind::logging};
  return kDefects[random.below(6)];
}

void draw_plan(FlightTruth& truth, const model::FlightBrief& brief, base::Random& random) {
  constexpr std::int64_t kDays[] = {14, 14, 21, 28};
  model::FlightPlan& plan = truth.plan;
  plan.n_days = kDays[random.below(4)];
  plan.power = random.chance(0.5) ? 0.8 : 0.9;
  plan.treatment_share = random.chance(0.3) && truth.kind != FlightKind::interference ? 0.2 : 0.5;
  plan.base_share = std::floor(between(random, brief.base_share) * 1000 + 0.5) / 1000;
  plan.mde_share = std::floor(between(random, brief.mde_share) * 200 + 0.5) / 200;
  const double ratio = plan.treatment_share / (1 - plan.treatment_share);
  const auto sizes = stats::sample_size_two_proportions_pooled_ratio(plan.base_share, plan.base_share * (1 + plan.mde_share),
                                                                     {plan.alpha, plan.power, 2}, ratio);
  LR_CHECK(sizes.ok(), "a plan of a flight can't be sized");
  plan.n_control = static_cast<std::int64_t>(std::ceil(sizes.value().n1));
  plan.n_treatment = static_cast<std::int64_t>(std::ceil(sizes.value().n2));
  truth.scale_usd = round_money(between(random, brief.weekly_value_usd));
  plan.value_usd = round_money(truth.scale_usd / (plan.mde_share * 100));
  truth.scale_usd = plan.value_usd * plan.mde_share * 100;
  plan.upkeep_usd = round_money(truth.scale_usd * between(random, 0.3, 0.4));
  plan.guardrail_usd = round_money(truth.scale_usd * between(random, 1.6, 2.2));
  plan.day_usd = round_money(truth.scale_usd * 0.02);
  plan.iterate_usd = round_money(truth.scale_usd * between(random, 2.7, 3.3));
  plan.fix_days = 7;
  plan.horizon_weeks = 26;
  double whole = 0;
  for (std::int64_t day = 0; day < plan.n_days; ++day) whole += kWeek[day % 7];
  const double all = static_cast<double>(plan.n_control + plan.n_treatment) * kSurplus;
  for (std::int64_t day = 0; day < plan.n_days; ++day) truth.traffic.push_back(all * kWeek[day % 7] / whole);
}

void draw_effect(FlightTruth& truth, const model::FlightBrief& brief, base::Random& random) {
  const double mde = truth.plan.mde_share, gain = mde * between(random, 1.0, 1.5), harm = -mde * between(random, 0.8, 1.3);
  const double u = random.unit(), strength = random.unit();
  truth.onset = 1 + static_cast<std::int64_t>(random.below(3));
  truth.broken = static_cast<std::size_t>(random.below(brief.guardrails.size()));
  const auto scaled = [&](double low, double high) { return low + (high - low) * strength; };
  switch (truth.kind) {
    case FlightKind::none: break;
    case FlightKind::gain: truth.lasting_lift = gain; break;
    case FlightKind::harm: truth.lasting_lift = harm; break;
    case FlightKind::srm:
    case FlightKind::interference:
      truth.lasting_lift = u < 0.3 ? gain : u < 0.8 ? 0 : harm;
      if (truth.kind == FlightKind::srm) truth.lost_customers = scaled(0.012, 0.03);
      else truth.spill = mde * scaled(1.0, 1.4);
      break;
    case FlightKind::novelty:
      truth.novelty_lift = mde * scaled(4.5, 5.5);
      truth.novelty_days = static_cast<double>(truth.plan.n_days) / 6;
      break;
    case FlightKind::guardrail: {
      const model::FlightGuardrail& one = brief.guardrails[truth.broken];
      truth.lasting_lift = gain;
      truth.broken_change = (one.worse_up ? 1 : -1) * (one.share ? scaled(0.2, 0.4) : scaled(0.03, 0.06));
      break;
    }
    case FlightKind::mix: {
      truth.lasting_lift = u < 0.5 ? gain : 0;
      const double apart = (truth.device_ratio - 1) / (truth.device_share + (1 - truth.device_share) * truth.device_ratio);
      const double shift = std::min(0.2, mde * scaled(1.2, 1.8) * (1 - truth.plan.treatment_share) / apart);
      truth.mix_shift = u < 0.5 ? -shift : shift;  // it hides a gain, or shows one that isn't there
      break;
    }
    case FlightKind::logging:
      truth.lasting_lift = u < 0.5 ? gain : 0;
      (u < 0.5 ? truth.lost_events : truth.ghost_events) = mde * scaled(1.2, 1.8);
      break;
  }
}

// The planted sign's expected z when `day` is over.
double expected_z(const FlightTruth& truth, const model::FlightBrief& brief, std::int64_t day) {
  const model::FlightPlan& plan = truth.plan;
  const double share = plan.treatment_share, p = plan.base_share;
  double n = 0, after = 0, fresh = 0, fresh_after = 0;
  for (std::int64_t d = 1; d <= day; ++d) {
    const double here = truth.traffic[static_cast<std::size_t>(d - 1)];
    n += here;
    fresh += here * truth.fresh_share(d);
    if (d < truth.onset) continue;
    after += here;
    fresh_after += here * truth.fresh_share(d);
  }
  const double per_arm = 1 / (n * share) + 1 / (n * (1 - share));
  switch (truth.kind) {
    case FlightKind::srm: {
      const double lost = truth.lost_customers * share * fresh_after;
      return lost * (1 - share) / std::sqrt((fresh - lost) * share * (1 - share));
    }
    case FlightKind::logging: {
      const double planted = truth.lost_events + truth.ghost_events, treatment = n * share * p, control = n * (1 - share) * p;
      const double apart = planted * after / n, pooled = kBaseLost + apart * share;
      return apart / std::sqrt(pooled * (1 - pooled) * (1 / treatment + 1 / control));
    }
    case FlightKind::guardrail: {
      const model::FlightGuardrail& one = brief.guardrails[truth.broken];
      const double change = std::fabs(truth.broken_change);
      const double spread = one.share ? std::sqrt((1 - one.base) * (1 + change * share) / one.base) : one.spread;
      return change / (spread * std::sqrt(per_arm));
    }
    case FlightKind::interference:
      return truth.spill / std::sqrt((1 - p) / p * (1 / (n * (1 - share)) + 1 / (n * 1.5)));
    case FlightKind::mix: {
      const double q = truth.device_share;
      return std::fabs(truth.mix_shift) / (1 - share) / std::sqrt(q * (1 - q) * per_arm);
    }
    case FlightKind::novelty: {
      const std::int64_t early = (day + 2) / 3;
      if (day < 6) return 0;
      double first = 0, later = 0;
      for (std::int64_t d = 1; d <= day; ++d) (d <= early ? first : later) += truth.lift_on(d);
      const double part = static_cast<double>(early) / static_cast<double>(day);
      const double apart = first / static_cast<double>(early) - later / static_cast<double>(day - early);
      return apart / std::sqrt((1 - p) / p * per_arm * (1 / part + 1 / (1 - part)));
    }
    default: return 0;
  }
}

std::int64_t first_day_expected(const FlightTruth& truth, const model::FlightBrief& brief) {
  const double enough = truth.kind == FlightKind::novelty ? kExpectedFade : kExpectedAlarm;
  for (std::int64_t day = truth.kind == FlightKind::novelty ? 6 : 1; day <= truth.plan.n_days; ++day)
    if (expected_z(truth, brief, day) >= enough) return day;
  return truth.plan.n_days + 1;
}

// A sign too faint to be seen in good time is made stronger.
void make_visible(FlightTruth& truth, const model::FlightBrief& brief) {
  const std::int64_t latest = truth.kind == FlightKind::novelty ? truth.plan.n_days : truth.plan.n_days * 6 / 10;
  for (int i = 0; i < 60; ++i) {
    truth.designed_day = first_day_expected(truth, brief);
    if (truth.designed_day <= latest) return;
    for (double* strength : {&truth.lost_customers, &truth.novelty_lift, &truth.spill, &truth.broken_change, &truth.mix_shift, &truth.lost_events, &truth.ghost_events})
      *strength *= 1.05;
  }
}

}  // namespace

const char* flight_kind_name(FlightKind kind) {
  switch (kind) {
    case FlightKind::srm: return "srm";
    case FlightKind::novelty: return "novelty";
    case FlightKind::interference: return "interference";
    case FlightKind::guardrail: return "guardrail";
    case FlightKind::mix: return "mix";
    case FlightKind::logging: return "logging";
    default: return "clean";
  }
}

bool is_clean(FlightKind kind) { return kind == FlightKind::none || kind == FlightKind::gain || kind == FlightKind::harm; }

double FlightTruth::lift_on(std::int64_t day) const {
  return lasting_lift + (novelty_lift > 0 ? novelty_lift * stats::portable_exp(-static_cast<double>(day - 1) / novelty_days) : 0);
}

double FlightTruth::fresh_share(std::int64_t day) const { return 0.3 + 0.7 * stats::portable_exp(-static_cast<double>(day - 1) / 5); }

std::uint64_t stream_seed(std::uint64_t seed, std::uint64_t stream) { return seed * 0x9E3779B97F4A7C15ULL + (stream + 1) * 0xD1B54A32D192ED03ULL; }

FlightTruth draw_truth(const model::FlightBrief& brief, std::uint64_t seed) {
  base::Random random(stream_seed(seed, 0));
  FlightTruth truth;
  truth.seed = seed;
  truth.kind = draw_kind(random);
  truth.device_share = between(random, 0.5, 0.65);
  truth.device_ratio = between(random, 1.6, 2.0);
  draw_plan(truth, brief, random);
  draw_effect(truth, brief, random);
  if (!is_clean(truth.kind)) make_visible(truth, brief);
  return truth;
}

}  // namespace loopready::engine
