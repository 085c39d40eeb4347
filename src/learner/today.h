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

// First what was begun (tried, not solved; latest first), then items not met yet in the index's order, then, when all are
// solved, the one solved longest ago. At most n_most.
std::vector<Suggestion> suggest(const model::Index& index, const AttemptLog& log, std::int64_t now_ms, int n_most);

}  // namespace loopready::learner
