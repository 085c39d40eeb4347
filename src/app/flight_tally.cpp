#include "app/flight_tally.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "model/flight.h"
#include "stats/mean_test.h"
#include "stats/proportion_interval.h"

namespace loopready::app {
namespace {

struct Decided {
  std::int64_t at_ms = 0;
  std::string uuid, brief, call, reason, kind, right_call, right_reason;
  std::int64_t seed = 0;
  double weekly_usd = 0, earned_usd = 0, rule_usd = 0;
};

std::vector<Decided> decided_flights(const learner::AttemptLog& log) {
  std::vector<Decided> all;
  for (const model::Record& record : log.records()) {
    if (record.kind != "flight") continue;
    base::FieldReader fields(record.body, "flight");
    Decided one;
    one.at_ms = record.at_ms;
    one.uuid = record.uuid;
    one.brief = fields.text("brief");
    one.seed = fields.integer("seed");
    one.call = fields.text("call");
    one.reason = fields.text("reason");
    one.kind = fields.text("kind");
    one.right_call = fields.text("right_call");
    one.right_reason = fields.text("right_reason");
    one.weekly_usd = fields.number("weekly_usd");
    one.earned_usd = fields.number("earned_usd");
    one.rule_usd = fields.number("rule_usd");
    if (fields.ok()) all.push_back(std::move(one));
  }
  std::sort(all.begin(), all.end(), [](const Decided& a, const Decided& b) { return std::pair(a.at_ms, a.uuid) < std::pair(b.at_ms, b.uuid); });
  std::set<std::pair<std::string, std::int64_t>> seen;
  all.erase(std::remove_if(all.begin(), all.end(), [&](const Decided& one) { return !seen.insert({one.brief, one.seed}).second; }), all.end());
  return all;
}

void count(FlightShare& share, bool of, bool in) {
  if (!of) return;
  ++share.n_of;
  share.n += in ? 1 : 0;
}

void finish(FlightShare& share) {
  if (share.n_of == 0) return;
  share.share = static_cast<double>(share.n) / static_cast<double>(share.n_of);
  if (const auto interval = stats::wilson_interval(static_cast<double>(share.n), static_cast<double>(share.n_of), 0.95); interval.ok()) share.interval = interval.value();
}

FlightMean mean_of(const std::vector<double>& values) {
  FlightMean mean;
  for (const double value : values) mean.mean += value / static_cast<double>(values.size());
  const auto test = stats::one_sample_t(values, 0, stats::Alternative::two_sided, 0.95);
  if (!test.ok()) return mean;
  mean.known = true;
  mean.interval = {test.value().ci_low, test.value().ci_high};
  return mean;
}

}  // namespace

FlightTally flight_tally(const learner::AttemptLog& log) {
  FlightTally tally;
  std::vector<double> behind;
  for (const Decided& one : decided_flights(log)) {
    const bool clean = one.kind == "clean";
    ++tally.n_flights;
    count(tally.right_calls, true, one.call == one.right_call);
    count(tally.right_reasons, true, one.reason == one.right_reason);
    count(tally.false_wins, one.weekly_usd <= 0, one.call == "ship");
    count(tally.missed_wins, one.right_call == "ship", one.call != "ship");
    count(tally.false_suspicions, clean, model::is_suspicion(one.reason));
    count(tally.missed_defects, !clean, one.reason != one.right_reason);
    tally.earned_usd += one.earned_usd;
    tally.rule_usd += one.rule_usd;
    tally.earned_by_flight.push_back(one.earned_usd);
    tally.rule_by_flight.push_back(one.rule_usd);
    behind.push_back(one.earned_usd - one.rule_usd);
  }
  for (FlightShare* share : {&tally.right_calls, &tally.right_reasons, &tally.false_wins, &tally.missed_wins, &tally.false_suspicions, &tally.missed_defects}) finish(*share);
  tally.earned = mean_of(tally.earned_by_flight);
  tally.behind = mean_of(behind);
  return tally;
}

}  // namespace loopready::app
