#include "learner/today.h"

#include <doctest/doctest.h>

using namespace loopready;
using learner::suggest;
using learner::Why;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kNow = 1'700'000'000'000;

model::Index index_of(std::initializer_list<const char*> slugs) {
  model::Index index;
  for (const char* slug : slugs) index.items.push_back({slug, 1, "sql", slug, "L5", "medium", "joins", 15});
  return index;
}

void note(learner::AttemptLog& log, const char* item, std::int64_t at_ms, const char* kind, bool right = false, double share = 0) {
  const std::string uuid = "u" + std::to_string(log.records().size());
  log.add({uuid, at_ms, kind, item, 1, {{"right", right}, {"score_share", share}}});
}

std::string names(const std::vector<learner::Suggestion>& all) {
  std::string text;
  for (const auto& one : all) text += (text.empty() ? "" : " ") + one.item;
  return text;
}

}  // namespace

TEST_CASE("a newcomer gets the first exercises in order") {
  const auto list = suggest(index_of({"a", "b", "c", "d"}), {}, kNow, 3);
  CHECK(names(list) == "a b c");
  CHECK(list[0].why == Why::next);
  CHECK(list[0].sentence == "A good place to start: joins, medium, about 15 minutes.");
  CHECK(list[1].sentence == "Next in order: joins, medium, about 15 minutes.");
}

TEST_CASE("what was begun comes first, the latest before the earlier") {
  learner::AttemptLog log;
  note(log, "a", kNow - 50 * kHour, "attempt", true, 1);
  note(log, "b", kNow - 49 * kHour, "opened");
  note(log, "d", kNow - 3 * kHour, "attempt", false, 0.667);
  const auto list = suggest(index_of({"a", "b", "c", "d", "e"}), log, kNow, 10);
  CHECK(names(list) == "d b c e");
  CHECK(list[0].why == Why::retry);
  CHECK(list[0].sentence == "You tried this 3 hours ago. Your best answer was right on 66 % of the datasets.");
  CHECK(list[1].why == Why::resume);
  CHECK(list[1].sentence == "You opened this 2 days ago and have not submitted yet.");
  CHECK(list[2].sentence == "Next in order: joins, medium, about 15 minutes.");
}

TEST_CASE("new ones take the categories in turn, and what was begun leaves them half of the list") {
  model::Index index = index_of({"a", "b", "c"});
  for (const char* slug : {"s1", "s2"}) index.items.push_back({slug, 1, "statistics", slug, "L5", "easy", "bayes", 6, "statistics", "number"});
  index.items.push_back({"e1", 1, "experiments", "e1", "L5", "easy", "srm", 6, "experiments", "choice"});
  CHECK(names(suggest(index, {}, kNow, 10)) == "a s1 e1 b s2 c");
  learner::AttemptLog log;
  for (const char* slug : {"a", "b", "s1"}) note(log, slug, kNow - kHour, "attempt", false, 0.5);
  CHECK(names(suggest(index, log, kNow, 4)) == "a b c s2");
  CHECK(names(suggest(index, log, kNow, 1)) == "a");
  CHECK(names(suggest(index, log, kNow, 10)) == "a b s1 c s2 e1");
  CHECK(suggest(index, log, kNow, 10)[2].sentence == "You tried this 1 hour ago. Your best answer was 50 % right.");
}

TEST_CASE("with a target level, new ones at it come first, then those a level off, then the others") {
  model::Index index = index_of({"a", "b", "c", "d"});
  index.items[0].level = "L8";
  index.items[1].level = "L6";
  index.items[2].level = "L7";
  index.items.push_back({"s1", 1, "statistics", "s1", "L7", "easy", "bayes", 6, "statistics", "number"});
  const auto list = suggest(index, {}, kNow, 10, "L7");
  CHECK(names(list) == "c s1 a b d");
  CHECK(list[0].sentence == "At your level: joins, medium, about 15 minutes.");
  CHECK(list[2].sentence == "At L8: joins, medium, about 15 minutes.");
  learner::AttemptLog log;
  note(log, "d", kNow - kHour, "attempt");
  CHECK(names(suggest(index, log, kNow, 3, "L7")) == "d c s1");
}

TEST_CASE("sentences say when, also at the edges") {
  struct Case {
    std::int64_t passed_ms;
    const char* when;
  };
  const Case cases[] = {{-5 * kHour, "just now"},        {59'999, "just now"},          {60'000, "1 minute ago"},
                        {kHour - 1, "59 minutes ago"},   {kHour, "1 hour ago"},         {24 * kHour - 1, "23 hours ago"},
                        {24 * kHour, "yesterday"},       {48 * kHour - 1, "yesterday"}, {48 * kHour, "2 days ago"},
                        {24 * 400 * kHour, "400 days ago"}};
  for (const Case& one : cases) {
    CAPTURE(one.when);
    learner::AttemptLog log;
    note(log, "a", kNow - one.passed_ms, "attempt");
    CHECK(suggest(index_of({"a"}), log, kNow, 1)[0].sentence == "You tried this " + std::string(one.when) + " and have not solved it yet.");
  }
}

TEST_CASE("after giving up the exercise comes back from memory") {
  learner::AttemptLog log;
  note(log, "a", kNow - kHour, "attempt", false, 0.5);
  note(log, "a", kNow - kHour, "gave_up");
  const auto list = suggest(index_of({"a"}), log, kNow, 1);
  CHECK(list[0].why == Why::retry);
  CHECK(list[0].sentence.find("from memory") != std::string::npos);
}

TEST_CASE("when all are solved, the one solved longest ago comes back, alone") {
  learner::AttemptLog log;
  note(log, "a", kNow - 90 * kHour, "attempt", true, 1);
  note(log, "b", kNow - 80 * kHour, "attempt", true, 1);
  note(log, "a", kNow - 70 * kHour, "attempt", true, 1);
  const auto list = suggest(index_of({"a", "b"}), log, kNow, 5);
  CHECK(names(list) == "b");
  CHECK(list[0].why == Why::refresh);
  CHECK(list[0].sentence.find("3 days ago") != std::string::npos);
}

TEST_CASE("nothing to suggest is an empty list") {
  learner::AttemptLog log;
  note(log, "gone", kNow, "opened");
  CHECK(suggest({}, log, kNow, 5).empty());
  CHECK(suggest(index_of({"a"}), log, kNow, 0).empty());
  CHECK(suggest(index_of({"a"}), log, kNow, -1).empty());
}

TEST_CASE("a backup is due after twenty attempts, or when one is older than a week") {
  learner::AttemptLog log;
  CHECK(learner::backup_due(log, 0, kNow) == 0);
  for (int i = 0; i < 19; ++i) note(log, "a", kNow - i * kHour, "attempt");
  note(log, "a", kNow - 400 * kHour, "hint");
  CHECK(learner::backup_due(log, 0, kNow) == 0);
  note(log, "a", kNow, "attempt");
  CHECK(learner::backup_due(log, 0, kNow) == 20);
  CHECK(learner::backup_due(log, kNow - 10 * kHour, kNow) == 0);
  CHECK(learner::backup_due(log, kNow - 10 * kHour, kNow + 7 * 24 * kHour) == 11);
  CHECK(learner::backup_due(log, kNow, kNow + 8 * 24 * kHour) == 0);
}
