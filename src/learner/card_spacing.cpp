#include "learner/card_spacing.h"

#include <algorithm>

namespace loopready::learner {
namespace {

constexpr std::int64_t kMinute = 60'000, kDay = 24 * 60 * kMinute;
constexpr std::int64_t kDistances[kMostBox + 1] = {2 * kMinute, kDay, 3 * kDay, 7 * kDay, 16 * kDay, 35 * kDay, 70 * kDay};

}  // namespace

CardMemory grade_card(CardMemory memory, bool knew, std::int64_t now_ms) {
  memory.box = knew ? std::min(std::max(memory.box, 0) + 1, kMostBox) : 0;
  memory.due_ms = now_ms + kDistances[memory.box];
  ++memory.n_seen;
  return memory;
}

CardsDue cards_due(const std::vector<std::string>& slugs, const std::map<std::string, CardMemory>& memories, std::int64_t now_ms) {
  CardsDue due;
  std::vector<std::pair<std::int64_t, std::string>> seen;
  std::vector<std::string> fresh;
  for (const std::string& slug : slugs) {
    const auto found = memories.find(slug);
    if (found == memories.end()) {
      fresh.push_back(slug);
      continue;
    }
    const CardMemory& memory = found->second;
    if (memory.box > 0) ++due.n_known;
    if (memory.due_ms <= now_ms) seen.emplace_back(memory.due_ms, slug);
    else if (due.next_due_ms == 0 || memory.due_ms < due.next_due_ms) due.next_due_ms = memory.due_ms;
  }
  std::stable_sort(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [at, slug] : seen) due.now.push_back(slug);
  due.now.insert(due.now.end(), fresh.begin(), fresh.end());
  if (!due.now.empty()) due.next_due_ms = now_ms;
  return due;
}

}  // namespace loopready::learner
