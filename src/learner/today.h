// What to do next: a short list for the Today screen, pure.
// Here: Suggestion, suggest.  Not here: spaced repetition and dates (a later floor of this room).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "learner/attempt_log.h"
#include "model/pack.h"

namespace loopready::learner {

enum class Why { resume, retry, next, refresh };

struct Suggestion {
  std::string item;
  Why why = Why::next;
  std::string sentence;  // "You opened this yesterday and have not submitted yet."
};

// First what was begun (tried, not solved; latest first; at most half of the list while there is something new), then items not
// met yet in the index's order, taking the categories in turn, then, when all are solved, the one solved longest ago. At most n_most.
// With a target level, new items at that level come before those one level off, those before others, and each says its level.
std::vector<Suggestion> suggest(const model::Index& index, const AttemptLog& log, std::int64_t now_ms, int n_most, const std::string& level = {});

// Whether so much was done since the latest backup (0: never) that losing it would hurt: 20 attempts, or any that are older
// than seven days. Returns how many attempts are in no backup, else 0.
int backup_due(const AttemptLog& log, std::int64_t backup_at_ms, std::int64_t now_ms);

}  // namespace loopready::learner
