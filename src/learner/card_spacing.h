// When a flash card comes again: known cards at ever longer distances, the others soon. Pure.
// Here: CardMemory, grade_card, cards_due.  Not here: where memories are kept (app/business.h), the cards (model/preparation.h).
// Terms: a card's box counts how often it was known in a row, 0 to 6; it is known once it has left box 0; times are milliseconds.
// Source: S. Leitner's boxes, So lernt man lernen, 1972; the distances (1, 3, 7, 16, 35, 70 days) are our choice.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace loopready::learner {

struct CardMemory {
  int box = 0;
  std::int64_t due_ms = 0;
  std::int64_t n_seen = 0;
};

inline constexpr int kMostBox = 6;

CardMemory grade_card(CardMemory memory, bool knew, std::int64_t now_ms);

struct CardsDue {
  std::vector<std::string> now;   // those that are due, the longest due first, then those never seen in the given order
  std::int64_t next_due_ms = 0;   // when the next one comes if none is due now; 0: there are no cards
  int n_known = 0;
};
CardsDue cards_due(const std::vector<std::string>& slugs, const std::map<std::string, CardMemory>& memories, std::int64_t now_ms);

}  // namespace loopready::learner
