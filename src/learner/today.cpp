#include "learner/today.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "base/text.h"

namespace loopready::learner {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr std::int64_t kDayMs = 24 * kHourMs;

// "just now", "20 minutes ago", "5 hours ago", "yesterday", "3 days ago"; a time to come is "just now".
std::string ago(std::int64_t at_ms, std::int64_t now_ms) {
  const std::int64_t passed_ms = now_ms > at_ms ? now_ms - at_ms : 0;
  if (passed_ms < kMinuteMs) return "just now";
  if (passed_ms < kHourMs) return base::count_of(passed_ms / kMinuteMs, "minute") + " ago";
  if (passed_ms < kDayMs) return base::count_of(passed_ms / kHourMs, "hour") + " ago";
  if (passed_ms < 2 * kDayMs) return "yesterday";
  return base::count_of(passed_ms / kDayMs, "day") + " ago";
}

Suggestion begun(const model::IndexEntry& entry, const ItemStatus& status, std::int64_t now_ms) {
  const std::string when = ago(status.last_at_ms, now_ms);
  if (status.gave_up)
    return {entry.slug, Why::retry, "You read the worked answer and left this " + when + ". Write it now from memory."};
  if (status.n_attempts == 0) return {entry.slug, Why::resume, "You opened this " + when + " and have not submitted yet."};
  if (status.best_share <= 0) return {entry.slug, Why::retry, "You tried this " + when + " and have not solved it yet."};
  const bool sql = entry.kind == "sql";
  const long share_pct = std::lround(std::floor(status.best_share * 100));
  return {entry.slug, Why::retry,
          "You tried this " + when + ". Your best answer was " + (sql ? "right on " : "") + std::to_string(share_pct) +
              (sql ? " % of the datasets." : " % right.")};
}

std::string next_sentence(const model::IndexEntry& entry, bool first_ever, const std::string& level) {
  const std::string what = base::slug_words(entry.topic) + ", " + entry.difficulty + ", about " + base::count_of(entry.minutes, "minute") + ".";
  if (!level.empty()) return (entry.level == level ? "At your level: " : "At " + entry.level + ": ") + what;
  return (first_ever ? "A good place to start: " : "Next in order: ") + what;
}

// How far a level is from the target: L4 to L8 name themselves.
int distance(const std::string& level, const std::string& target) {
  if (level.size() != 2 || target.size() != 2) return 0;
  return std::abs(level[1] - target[1]);
}

// The same entries, one of each category after another, each category in its order.
std::vector<const model::IndexEntry*> in_turn(const std::vector<const model::IndexEntry*>& entries) {
  std::vector<std::pair<std::string, std::vector<const model::IndexEntry*>>> by_category;
  for (const model::IndexEntry* entry : entries) {
    auto found = std::find_if(by_category.begin(), by_category.end(), [&](const auto& one) { return one.first == entry->category; });
    if (found == by_category.end()) found = by_category.insert(found, {entry->category, {}});
    found->second.push_back(entry);
  }
  std::vector<const model::IndexEntry*> mixed;
  for (std::size_t round = 0; mixed.size() < entries.size(); ++round)
    for (const auto& one : by_category)
      if (round < one.second.size()) mixed.push_back(one.second[round]);
  return mixed;
}

// Nearest to the target level first; in turn among those equally near.
std::vector<const model::IndexEntry*> nearest_first(const std::vector<const model::IndexEntry*>& entries, const std::string& level) {
  std::map<int, std::vector<const model::IndexEntry*>> by_distance;
  for (const model::IndexEntry* entry : entries) by_distance[distance(entry->level, level)].push_back(entry);
  std::vector<const model::IndexEntry*> ordered;
  for (const auto& one : by_distance) {
    const auto mixed = in_turn(one.second);
    ordered.insert(ordered.end(), mixed.begin(), mixed.end());
  }
  return ordered;
}

}  // namespace

std::vector<Suggestion> suggest(const model::Index& index, const AttemptLog& log, std::int64_t now_ms, int n_most, const std::string& level) {
  std::vector<const model::IndexEntry*> tried, fresh;
  const model::IndexEntry* oldest = nullptr;
  for (const model::IndexEntry& entry : index.items) {
    const Stage stage = log.stage(entry.slug);
    if (stage == Stage::tried) tried.push_back(&entry);
    if (stage == Stage::fresh) fresh.push_back(&entry);
    if (stage == Stage::solved &&
        (oldest == nullptr || log.status(entry.slug).solved_at_ms < log.status(oldest->slug).solved_at_ms))
      oldest = &entry;
  }
  std::stable_sort(tried.begin(), tried.end(), [&](const auto* a, const auto* b) {
    return log.status(a->slug).last_at_ms > log.status(b->slug).last_at_ms;
  });

  fresh = nearest_first(fresh, level);
  const auto most = static_cast<std::size_t>(std::max(n_most, 0));
  tried.resize(std::min(tried.size(), most - std::min(fresh.size(), most / 2)));
  std::vector<Suggestion> suggestions;
  for (const auto* entry : tried) suggestions.push_back(begun(*entry, log.status(entry->slug), now_ms));
  const bool first_ever = tried.empty() && oldest == nullptr;
  for (const auto* entry : fresh)
    suggestions.push_back({entry->slug, Why::next, next_sentence(*entry, first_ever && entry == fresh.front(), level)});
  if (suggestions.empty() && oldest != nullptr)
    suggestions.push_back({oldest->slug, Why::refresh,
                           "You have solved everything. This one is longest ago (" +
                               ago(log.status(oldest->slug).solved_at_ms, now_ms) + "): can you still write it from memory?"});
  if (suggestions.size() > most) suggestions.resize(most);
  return suggestions;
}

int backup_due(const AttemptLog& log, std::int64_t backup_at_ms, std::int64_t now_ms) {
  constexpr int kMany = 20;
  constexpr std::int64_t kLong_ms = std::int64_t{7} * 86'400'000;
  int n = 0;
  bool old = false;
  for (const model::Record& record : log.records()) {
    if (record.kind != "attempt" || record.at_ms <= backup_at_ms) continue;
    ++n;
    old = old || now_ms - record.at_ms > kLong_ms;
  }
  return n >= kMany || old ? n : 0;
}

}  // namespace loopready::learner
