#include "engine/flight_read.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "stats/contingency.h"
#include "stats/experiment.h"
#include "stats/mean_test.h"
#include "stats/normal.h"
#include "stats/proportion_contrast.h"
#include "stats/proportion_test.h"
#include "stats/strata.h"
#include "stats/tail.h"

namespace loopready::engine {

using model::FlightCounts;
using model::FlightEstimate;

namespace {

double real(std::int64_t n) { return static_cast<double>(n); }

FlightCounts counts_of(const ByArm& n, const ByArm& events) { return {n[0], n[1], events[0], events[1]}; }

double p_of(const base::Result<stats::ZTest>& test) { return test.ok() ? test.value().p_value : 1; }

std::string percent(double part, double whole, int digits) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f %%", digits, whole > 0 ? part / whole * 100 : 0.0);
  return text;
}

std::string count_words(std::int64_t n) {
  std::string text = std::to_string(n);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

// Do the arms hold the same mix along one dimension?
template <class Of>
model::FlightCheck mix_check(const FlightSums& sums, const std::string& slug, const std::string& name, const std::string& first, std::size_t n_groups, Of of) {
  stats::Table table(n_groups, std::vector<double>(2, 0));
  for (std::size_t cell = 0; cell < kCells; ++cell)
    for (std::size_t arm = 0; arm < 2; ++arm) table[of(cell)][arm] += real(sums.cells[cell].n[arm]);
  const auto test = stats::chi_square_independence(table, false);
  return {slug, name, "chi_square_independence", percent(table[0][0], real(sums.n[0]), 1) + " " + first, percent(table[0][1], real(sums.n[1]), 1) + " " + first,
          test.ok() ? test.value().p_value : 1};
}

model::FlightCheck share_check(const std::string& slug, const std::string& name, const ByArm& x, const ByArm& n) {
  return {slug, name, "two_proportion_z", percent(real(x[0]), real(n[0]), 2), percent(real(x[1]), real(n[1]), 2),
          p_of(stats::two_proportion_z(real(x[1]), real(n[1]), real(x[0]), real(n[0])))};
}

// Does control do as those do who see nothing of the test? Within devices, so that a mixed-up arm doesn't speak here.
model::FlightCheck apart_check(const FlightSums& sums) {
  std::vector<stats::Table> tables;
  std::int64_t records = 0, n = 0;
  for (std::size_t device = 0; device < kDevices; ++device) {
    std::int64_t here_n = 0, here_records = 0;
    for (std::size_t cell = 0; cell < kCells; ++cell) {
      if (device_of(cell) != device) continue;
      here_n += sums.cells[cell].n[0];
      here_records += sums.cells[cell].records[0];
    }
    tables.push_back({{real(here_records), real(here_n - here_records)}, {real(sums.holdout_records[device]), real(sums.holdout_n[device] - sums.holdout_records[device])}});
    records += sums.holdout_records[device];
    n += sums.holdout_n[device];
  }
  const auto test = stats::cochran_mantel_haenszel(tables, false, 0.95);
  return {"interference", "Control against customers outside the test, by device", "cochran_mantel_haenszel", percent(real(sums.records[0]), real(sums.n[0]), 2),
          percent(real(records), real(n), 2) + " outside", test.ok() ? test.value().test.p_value : 1};
}

struct EarlyLate {
  FlightCounts early, late;
  std::size_t n_early = 0;
};

EarlyLate early_late(const FlightSums& sums) {
  EarlyLate parts;
  parts.n_early = (sums.by_day.size() + 2) / 3;
  for (std::size_t d = 0; d < sums.by_day.size(); ++d) {
    FlightCounts& into = d < parts.n_early ? parts.early : parts.late;
    const FlightCounts& from = sums.by_day[d];
    into = {into.n_control + from.n_control, into.n_treatment + from.n_treatment, into.events_control + from.events_control, into.events_treatment + from.events_treatment};
  }
  return parts;
}

std::string lift_words(double lift) {
  char text[32];
  std::snprintf(text, sizeof text, "%+.1f %%", lift * 100);
  return text;
}

model::FlightCheck fade_check(const FlightSums& sums) {
  model::FlightCheck check{"novelty", "Early lift against later lift", "relative_lift_delta", "too few days", "too few days", 1};
  if (sums.by_day.size() < 6) return check;
  const EarlyLate parts = early_late(sums);
  const auto contrast = [](const FlightCounts& c) { return stats::relative_lift_delta(real(c.events_treatment), real(c.n_treatment), real(c.events_control), real(c.n_control), 0.95); };
  const auto early = contrast(parts.early), late = contrast(parts.late);
  if (!early.ok() || !late.ok()) return check;
  const double a = early.value().std_error, b = late.value().std_error, whole = std::sqrt(a * a + b * b);
  if (whole > 0) check.p_value = stats::normal_p_value((early.value().estimate - late.value().estimate) / whole, stats::Side::two_sided);
  check.control = lift_words(early.value().estimate) + " on days 1 to " + std::to_string(parts.n_early);
  check.treatment = lift_words(late.value().estimate) + " since";
  if (early.value().estimate < late.value().estimate) check.p_value = 1;  // rising is no fading
  return check;
}

}  // namespace

FlightEstimate lift_of(const FlightCounts& c, double alpha) {
  FlightEstimate lift;
  const auto contrast = stats::relative_lift_delta(real(c.events_treatment), real(c.n_treatment), real(c.events_control), real(c.n_control), 1 - alpha);
  if (!contrast.ok()) return lift;
  lift = {contrast.value().estimate, contrast.value().interval.low, contrast.value().interval.high, 1};
  lift.p_value = p_of(stats::two_proportion_z(real(c.events_treatment), real(c.n_treatment), real(c.events_control), real(c.n_control)));
  return lift;
}

double srm_p_value(const FlightSums& sums, double treatment_share) {
  const std::array<double, 2> seen = {real(sums.assigned[0]), real(sums.assigned[1])}, planned = {1 - treatment_share, treatment_share};
  const auto test = stats::sample_ratio_mismatch(seen, planned);
  return test.ok() ? test.value().p_value : 1;
}

std::vector<model::FlightCheck> checks_of(const model::FlightBrief& brief, const FlightTruth& truth, const FlightSums& sums) {
  std::vector<model::FlightCheck> checks;
  checks.push_back({"srm", "Customers assigned, against the plan", "srm_test", count_words(sums.assigned[0]), count_words(sums.assigned[1]),
                    srm_p_value(sums, truth.plan.treatment_share)});
  checks.push_back(mix_check(sums, "mix/device", "Devices in each arm", brief.devices[0], kDevices, device_of));
  checks.push_back(mix_check(sums, "mix/customer", "New and returning in each arm", "new", kCustomers, customer_of));
  checks.push_back(mix_check(sums, "mix/country", "Countries in each arm", brief.countries[0], kCountries, country_of));
  checks.push_back(share_check("lost", "Records without an event", sums.lost, sums.records));
  checks.push_back(share_check("ghost", "Events without a record", sums.ghost, sums.events));
  checks.push_back(apart_check(sums));
  checks.push_back(fade_check(sums));
  return checks;
}

double check_level(const std::string& slug) { return slug == "novelty" ? kFadeLevel : kAlarmLevel; }

std::string check_reason(const std::string& slug) {
  if (slug == "lost" || slug == "ghost") return "logging";
  return slug.substr(0, slug.find('/'));
}

std::vector<model::FlightGuardrailRead> guardrails_of(const model::FlightBrief& brief, const FlightSums& sums, double alpha) {
  std::vector<model::FlightGuardrailRead> all;
  for (std::size_t g = 0; g < brief.guardrails.size() && g < sums.guardrails.size(); ++g) {
    const model::FlightGuardrail& one = brief.guardrails[g];
    const FlightGuardrailSums& at = sums.guardrails[g];
    model::FlightGuardrailRead read{one.slug, one.name, one.unit, one.share, one.worse_up, 0, 0, {}};
    if (at.n[0] > 0 && at.n[1] > 0) {
      read.control = at.sum[0] / at.n[0];
      read.treatment = at.sum[1] / at.n[1];
    }
    if (one.share) {
      read.change = lift_of({static_cast<std::int64_t>(at.n[0]), static_cast<std::int64_t>(at.n[1]), static_cast<std::int64_t>(at.sum[0]), static_cast<std::int64_t>(at.sum[1])}, alpha);
    } else if (at.n[0] > 1 && at.n[1] > 1 && read.control > 0) {
      const auto test = stats::welch_t_summary({read.treatment, one.spread * read.treatment, at.n[1]}, {read.control, one.spread * read.control, at.n[0]},
                                               stats::Alternative::two_sided, 1 - alpha);
      if (test.ok()) read.change = {test.value().estimate / read.control, test.value().ci_low / read.control, test.value().ci_high / read.control, test.value().p_value};
    }
    all.push_back(std::move(read));
  }
  return all;
}

bool passes_limit(const model::FlightGuardrailRead& one) { return one.change.p_value < kGuardrailLevel && (one.change.lift > 0) == one.worse_up && one.change.lift != 0; }

std::vector<model::FlightSegment> segments_of(const model::FlightBrief& brief, const FlightSums& sums, double alpha) {
  std::vector<model::FlightSegment> all;
  const auto add = [&](const char* dimension, const std::string& name, std::size_t (*of)(std::size_t), std::size_t value) {
    ByArm n{}, events{};
    for (std::size_t cell = 0; cell < kCells; ++cell)
      for (std::size_t arm = 0; of(cell) == value && arm < 2; ++arm) {
        n[arm] += sums.cells[cell].n[arm];
        events[arm] += sums.cells[cell].events[arm];
      }
    all.push_back({dimension, name, counts_of(n, events), lift_of(counts_of(n, events), alpha)});
  };
  for (std::size_t i = 0; i < kDevices; ++i) add("Device", brief.devices[i], device_of, i);
  for (std::size_t i = 0; i < kCustomers; ++i) add("Customer", i == 0 ? "New" : "Returning", customer_of, i);
  for (std::size_t i = 0; i < kCountries; ++i) add("Country", brief.countries[i], country_of, i);
  return all;
}

namespace {

// The lift within devices, weighted by Mantel and Haenszel.
FlightEstimate by_device(const FlightSums& sums, double alpha) {
  std::vector<stats::Table> tables(kDevices, stats::Table(2, std::vector<double>(2, 0)));
  for (std::size_t cell = 0; cell < kCells; ++cell)
    for (std::size_t arm = 0; arm < 2; ++arm) {
      std::vector<double>& row = tables[device_of(cell)][1 - arm];  // treatment first
      row[0] += real(sums.cells[cell].events[arm]);
      row[1] += real(sums.cells[cell].n[arm] - sums.cells[cell].events[arm]);
    }
  const auto pooled = stats::mantel_haenszel_risk_difference(tables);
  double weights = 0, control = 0;
  for (const stats::Table& t : tables) {
    const double n1 = t[0][0] + t[0][1], n0 = t[1][0] + t[1][1];
    if (!(n0 > 0 && n1 > 0)) continue;
    weights += n1 * n0 / (n1 + n0);
    control += n1 / (n1 + n0) * t[1][0];
  }
  FlightEstimate lift;
  if (!pooled.ok() || !(control > 0) || !(pooled.value().std_error > 0)) return lift;
  const double base = control / weights, half = stats::normal_critical(1 - alpha) * pooled.value().std_error;
  lift = {pooled.value().estimate / base, (pooled.value().estimate - half) / base, (pooled.value().estimate + half) / base, 1};
  lift.p_value = stats::normal_p_value(pooled.value().estimate / pooled.value().std_error, stats::Side::two_sided);
  return lift;
}

}  // namespace

std::vector<model::FlightAlternative> alternatives_of(const model::FlightBrief& brief, const FlightSums& sums, double alpha) {
  std::vector<model::FlightAlternative> all;
  all.push_back({"events", "All days, as logged", lift_of(counts_of(sums.n, sums.events), alpha)});
  all.push_back({"records", "Counted from the " + brief.records, lift_of(counts_of(sums.n, sums.records), alpha)});
  all.push_back({"by_device", "Within each device, then averaged", by_device(sums, alpha)});
  const EarlyLate parts = early_late(sums);
  if (sums.by_day.size() >= 6) all.push_back({"later", "Without days 1 to " + std::to_string(parts.n_early), lift_of(parts.late, alpha)});
  return all;
}

const FlightEstimate& alternative(const std::vector<model::FlightAlternative>& all, const std::string& slug) {
  for (const model::FlightAlternative& one : all)
    if (one.slug == slug) return one.estimate;
  return all[0].estimate;
}

model::FlightDay day_of(const FlightTruth& truth, const FlightSums& sums) {
  model::FlightDay day;
  day.day = sums.day;
  day.assigned_control = sums.assigned[0];
  day.assigned_treatment = sums.assigned[1];
  day.so_far = counts_of(sums.n, sums.events);
  day.lift = lift_of(day.so_far, truth.plan.alpha);
  day.alone = lift_of(sums.by_day.back(), truth.plan.alpha);
  day.srm_p_value = srm_p_value(sums, truth.plan.treatment_share);
  return day;
}

}  // namespace loopready::engine
