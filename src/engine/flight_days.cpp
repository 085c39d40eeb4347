#include "engine/flight_days.h"

#include <algorithm>
#include <cmath>

#include "stats/draws.h"

namespace loopready::engine {
namespace {

constexpr double kBaseLost = 0.012, kBaseGhost = 0.008;
constexpr double kReturning = 0.55, kReturningRatio = 1.3;
constexpr double kCountryShare[kCountries] = {0.5, 0.3, 0.2}, kCountryRate[kCountries] = {1.0, 1.06, 0.91};
constexpr double kHoldoutRatio = 1.5;

std::int64_t customers_on(const FlightTruth& truth, std::int64_t day, base::Random& random) {
  const double expected = truth.traffic[static_cast<std::size_t>(day - 1)];
  return static_cast<std::int64_t>(std::floor(expected * (1 + 0.02 * stats::draw_normal(random))));
}

double cell_share(const FlightTruth& truth, std::size_t cell) {
  return (device_of(cell) == 0 ? truth.device_share : 1 - truth.device_share) * (customer_of(cell) == 1 ? kReturning : 1 - kReturning) *
         kCountryShare[country_of(cell)];
}

// Relative to all: shares times these sum to 1.
double device_rate(const FlightTruth& truth, std::size_t device) {
  return (device == 0 ? 1 : truth.device_ratio) / (truth.device_share + (1 - truth.device_share) * truth.device_ratio);
}

double cell_rate(const FlightTruth& truth, std::size_t cell) {
  double rate = device_rate(truth, device_of(cell));
  rate *= (customer_of(cell) == 1 ? kReturningRatio : 1) / (1 - kReturning + kReturning * kReturningRatio);
  double whole = 0;
  for (std::size_t c = 0; c < kCountries; ++c) whole += kCountryShare[c] * kCountryRate[c];
  return rate * kCountryRate[country_of(cell)] / whole;
}

// Of a device's customers, the share that goes to treatment.
double treated_share(const FlightTruth& truth, std::size_t device) {
  const double q = device == 0 ? truth.device_share : 1 - truth.device_share;
  return truth.plan.treatment_share * (1 + (device == 0 ? -truth.mix_shift : truth.mix_shift) / q);
}

}  // namespace

std::size_t device_of(std::size_t cell) { return cell / (kCustomers * kCountries); }
std::size_t customer_of(std::size_t cell) { return cell / kCountries % kCustomers; }
std::size_t country_of(std::size_t cell) { return cell % kCountries; }

FlightDays::FlightDays(const model::FlightBrief& brief, const FlightTruth& truth) : brief_(brief), truth_(truth) {
  sums_.guardrails.resize(brief.guardrails.size());
}

void FlightDays::add_cells(std::int64_t total, double day_rate, base::Random& random) {
  const std::int64_t day = sums_.day;
  const bool on = day >= truth_.onset;
  const double rates[2] = {1 - truth_.spill, (1 + truth_.lift_on(day) + truth_.spill) / (on ? 1 - truth_.lost_customers : 1)};
  const double lost[2] = {kBaseLost, kBaseLost + (on ? truth_.lost_events : 0)}, ghost[2] = {kBaseGhost, kBaseGhost + (on ? truth_.ghost_events : 0)};
  model::FlightCounts& alone = sums_.by_day.emplace_back();
  double share_left = 1;
  for (std::size_t cell = 0; cell < kCells; ++cell) {
    const double share = cell_share(truth_, cell);
    const std::int64_t here = cell + 1 == kCells ? total : stats::draw_count(random, total, std::min(1.0, share / share_left));
    total -= here;
    share_left -= share;
    const std::int64_t sent = stats::draw_count(random, here, treated_share(truth_, device_of(cell)));
    const ByArm n = {here - sent, sent - (on ? stats::draw_count(random, sent, truth_.lost_customers) : 0)};
    FlightCell& sums = sums_.cells[cell];
    for (std::size_t arm = 0; arm < 2; ++arm) {
      const double p = std::min(0.95, truth_.plan.base_share * cell_rate(truth_, cell) * day_rate * rates[arm]);
      const std::int64_t records = stats::draw_count(random, n[arm], p);
      const std::int64_t n_lost = stats::draw_count(random, records, lost[arm]), n_ghost = stats::draw_count(random, records, ghost[arm]);
      const std::int64_t events = std::min(n[arm], records - n_lost + n_ghost);
      sums.n[arm] += n[arm];
      sums.records[arm] += records;
      sums.events[arm] += events;
      sums_.n[arm] += n[arm];
      sums_.records[arm] += records;
      sums_.events[arm] += events;
      sums_.lost[arm] += n_lost;
      sums_.ghost[arm] += n_ghost;
      (arm == 0 ? alone.n_control : alone.n_treatment) += n[arm];
      (arm == 0 ? alone.events_control : alone.events_treatment) += events;
    }
  }
}

void FlightDays::add_guardrails(const ByArm& n, base::Random& random) {
  for (std::size_t g = 0; g < brief_.guardrails.size(); ++g) {
    const model::FlightGuardrail& one = brief_.guardrails[g];
    const bool broken = truth_.kind == FlightKind::guardrail && truth_.broken == g;
    FlightGuardrailSums& sums = sums_.guardrails[g];
    for (std::size_t arm = 0; arm < 2; ++arm) {
      const auto units = static_cast<double>(n[arm]);
      const double level = one.base * (arm == 1 && broken ? 1 + truth_.broken_change : 1);
      sums.n[arm] += units;
      if (one.share) sums.sum[arm] += static_cast<double>(stats::draw_count(random, n[arm], std::min(0.95, level)));
      else sums.sum[arm] += level * (units + one.spread * std::sqrt(units) * stats::draw_normal(random));
    }
  }
}

void FlightDays::next() {
  LR_CHECK(sums_.day < truth_.plan.n_days, "a flight has no day after its last");
  const std::int64_t day = ++sums_.day;
  base::Random random(stream_seed(truth_.seed, static_cast<std::uint64_t>(day)));
  const std::int64_t total = customers_on(truth_, day, random);
  const double day_rate = 1 + 0.02 * stats::draw_normal(random);
  const ByArm before = sums_.n;
  add_cells(total, day_rate, random);
  const ByArm today = {sums_.n[0] - before[0], sums_.n[1] - before[1]};
  // Thinning what was split by chance leaves it split by the same chance.
  for (std::size_t arm = 0; arm < 2; ++arm) sums_.assigned[arm] += stats::draw_count(random, today[arm], truth_.fresh_share(day));
  add_guardrails(today, random);
  for (std::size_t device = 0; device < kDevices; ++device) {
    const double share = device == 0 ? truth_.device_share : 1 - truth_.device_share;
    const auto apart = static_cast<std::int64_t>(static_cast<double>(total) * share * kHoldoutRatio);
    sums_.holdout_n[device] += apart;
    sums_.holdout_records[device] += stats::draw_count(random, apart, truth_.plan.base_share * device_rate(truth_, device) * day_rate);
  }
}

}  // namespace loopready::engine
