#include "learner/readiness.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/check.h"
#include "base/random.h"
#include "stats/proportion_interval.h"

namespace loopready::learner {
namespace {

constexpr std::int64_t kLately_ms = std::int64_t{14} * 86'400'000;

struct Weighed {
  const model::ReadinessStatement* statement;
  double weight;  // the least is drawn first
};

double weight_of(const model::ReadinessStatement& statement, const std::string& level, const Ratings& ratings, std::int64_t now_ms, double chance) {
  double weight = 1.5 * chance;
  if (level.size() == 2 && statement.level.size() == 2) weight += std::abs(statement.level[1] - level[1]);
  const auto rated = ratings.find(statement.slug);
  if (rated != ratings.end()) weight += now_ms - rated->second.at_ms < kLately_ms ? 1'000 : 3;
  return weight;
}

const model::ReadinessStatement* find(const Statements& statements, const std::string& slug) {
  const auto found = std::find_if(statements.begin(), statements.end(), [&](const auto& one) { return one.slug == slug; });
  return found == statements.end() ? nullptr : &*found;
}

void weigh_evidence(AreaResult& area) {
  const double own = static_cast<double>(area.n_claimed) / area.n_rated;
  area.estimate = (area.n_right + kOwnRatingWeight * own) / (area.n_tried + kOwnRatingWeight);
  if (area.n_tried == 0) return;
  const auto band = stats::wilson_interval(area.n_right, area.n_tried, 0.95);
  LR_CHECK(band.ok(), "counts make a proportion");
  area.low = band.value().low;
  area.high = band.value().high;
}

}  // namespace

std::vector<std::string> draw_statements(const Statements& statements, const std::string& level, const Ratings& ratings, std::int64_t now_ms, std::uint64_t seed,
                                         std::size_t n_most) {
  base::Random random(seed);
  std::vector<std::pair<std::string, std::vector<Weighed>>> areas;
  for (const model::ReadinessStatement& statement : statements) {
    auto area = std::find_if(areas.begin(), areas.end(), [&](const auto& one) { return one.first == statement.area; });
    if (area == areas.end()) area = areas.insert(areas.end(), {statement.area, {}});
    area->second.push_back({&statement, weight_of(statement, level, ratings, now_ms, random.unit())});
  }
  for (auto& area : areas) std::stable_sort(area.second.begin(), area.second.end(), [](const Weighed& a, const Weighed& b) { return a.weight < b.weight; });
  for (std::size_t i = areas.size(); i > 1; --i) std::swap(areas[i - 1], areas[static_cast<std::size_t>(random.below(i))]);
  std::vector<std::string> drawn;
  for (std::size_t round = 0; drawn.size() < std::min(n_most, statements.size()); ++round)
    for (const auto& area : areas)
      if (round < area.second.size() && drawn.size() < n_most) drawn.push_back(area.second[round].statement->slug);
  return drawn;
}

Outcome outcome_since(const AttemptLog& log, const std::string& item, std::int64_t at_ms) {
  std::vector<const model::Record*> later;
  for (const model::Record& record : log.records())
    if (record.item == item && record.at_ms > at_ms) later.push_back(&record);
  std::stable_sort(later.begin(), later.end(), [](const auto* a, const auto* b) { return std::pair(a->at_ms, a->uuid) < std::pair(b->at_ms, b->uuid); });
  const auto right = [](const model::Record& record) {
    const auto found = record.body.is_object() ? record.body.find("right") : record.body.end();
    return found != record.body.end() && found->is_boolean() && found->template get<bool>();
  };
  bool helped = false, answered = false;
  for (const model::Record* record : later) {
    if (record->kind == "gave_up" && !answered) return Outcome::wrong;
    if (record->kind == "hint" && !answered) helped = true;
    if (record->kind == "attempt" && answered) break;
    if (record->kind != "attempt" && record->kind != "revised") continue;
    answered = true;
    if (right(*record)) return helped ? Outcome::with_help : Outcome::right;
  }
  return answered ? Outcome::wrong : Outcome::untried;
}

std::vector<std::string> proof_sample(const Statements& statements, const std::vector<std::string>& drawn, const Ratings& ratings, std::uint64_t seed,
                                      std::size_t n_most) {
  base::Random random(seed + 1);
  std::vector<std::pair<double, std::string>> weighed;
  for (const std::string& slug : drawn) {
    const double chance = random.unit();
    const model::ReadinessStatement* statement = find(statements, slug);
    const auto rated = ratings.find(slug);
    if (statement == nullptr || statement->item.empty() || rated == ratings.end()) continue;
    weighed.emplace_back(chance + (is_claim(rated->second.rating) ? 0 : 1), slug);
  }
  std::stable_sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> sample;
  for (const auto& one : weighed)
    if (sample.size() < n_most) sample.push_back(one.second);
  return sample;
}

ReadinessResult readiness_of(const Statements& statements, const Ratings& ratings, const AttemptLog& log) {
  ReadinessResult result;
  std::vector<const model::ReadinessStatement*> open;
  for (const model::ReadinessStatement& statement : statements) {
    const auto rated = ratings.find(statement.slug);
    if (rated == ratings.end()) continue;
    auto area = std::find_if(result.areas.begin(), result.areas.end(), [&](const AreaResult& one) { return one.area == statement.area; });
    if (area == result.areas.end()) area = result.areas.insert(result.areas.end(), AreaResult{.area = statement.area});
    const bool claimed = is_claim(rated->second.rating);
    const Outcome outcome = statement.item.empty() ? Outcome::untried : outcome_since(log, statement.item, rated->second.at_ms);
    ++area->n_rated;
    area->n_claimed += claimed ? 1 : 0;
    area->n_tried += outcome != Outcome::untried ? 1 : 0;
    area->n_right += outcome == Outcome::right ? 1 : 0;
    if (claimed && (outcome == Outcome::wrong || outcome == Outcome::with_help)) result.overclaimed.push_back(statement.slug);
    if (!claimed && outcome == Outcome::right) result.underclaimed.push_back(statement.slug);
    if (!claimed && outcome != Outcome::right) open.push_back(&statement);
  }
  for (AreaResult& area : result.areas) weigh_evidence(area);
  const auto estimate = [&](const std::string& name) {
    return std::find_if(result.areas.begin(), result.areas.end(), [&](const AreaResult& one) { return one.area == name; })->estimate;
  };
  std::stable_sort(open.begin(), open.end(), [&](const auto* a, const auto* b) { return std::pair(estimate(a->area), a->level) < std::pair(estimate(b->area), b->level); });
  result.next = result.overclaimed;
  for (const auto* statement : open) result.next.push_back(statement->slug);
  return result;
}

}  // namespace loopready::learner
