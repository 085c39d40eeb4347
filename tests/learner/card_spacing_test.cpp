// Expected times: counted by hand.
#include "learner/card_spacing.h"

#include <doctest/doctest.h>

using namespace loopready::learner;

namespace {
constexpr std::int64_t kNow = 1'709'251'200'000, kDay = 86'400'000;
}

TEST_CASE("cards: known ones come at longer distances, forgotten ones soon") {
  CardMemory memory;
  std::int64_t now = kNow;
  for (const int days : {1, 3, 7, 16, 35, 70, 70}) {
    memory = grade_card(memory, true, now);
    CHECK(memory.due_ms == now + days * kDay);
    now = memory.due_ms;
  }
  CHECK(memory.n_seen == 7);
  memory = grade_card(memory, false, now);
  CHECK(memory.box == 0);
  CHECK(memory.due_ms == now + 120'000);
  CHECK(grade_card({-5, 0, 0}, true, now).box == 1);
}

TEST_CASE("cards: due ones first, then new ones") {
  const std::vector<std::string> slugs = {"a", "b", "c", "d"};
  CHECK(cards_due(slugs, {}, kNow).now == slugs);
  CHECK(cards_due({}, {}, kNow).next_due_ms == 0);
  const std::map<std::string, CardMemory> memories = {{"a", {1, kNow + kDay, 1}}, {"b", {0, kNow - 5, 2}}, {"c", {2, kNow - 9, 3}}, {"gone", {1, 0, 1}}};
  const CardsDue due = cards_due(slugs, memories, kNow);
  CHECK(due.now == std::vector<std::string>{"c", "b", "d"});
  CHECK(due.n_known == 2);
  CHECK(due.next_due_ms == kNow);
  const CardsDue none = cards_due({"a"}, memories, kNow);
  CHECK(none.now.empty());
  CHECK(none.next_due_ms == kNow + kDay);
}
