#include "learner/readiness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "guide_files.h"

using namespace loopready;
using namespace loopready::learner;

namespace {

constexpr std::int64_t kDay = 86'400'000;
constexpr std::int64_t kNow = 1'700'000'000'000;

const Statements& real() { return samples::guide().preparation.statements; }

const model::ReadinessStatement& named(const std::string& slug) {
  return *std::find_if(real().begin(), real().end(), [&](const auto& one) { return one.slug == slug; });
}

Statements few() {
  return {{"a1", "sql", "L5", "A1", "item-a", "next a1"}, {"a2", "sql", "L4", "A2", "item-b", "next a2"}, {"b1", "ml", "L5", "B1", "", "next b1"}, {"b2", "ml", "L6", "B2", "", "next b2"}};
}

void note(AttemptLog& log, const char* item, std::int64_t at_ms, const char* kind, bool right = false) {
  log.add({"u" + std::to_string(log.records().size()), at_ms, kind, item, 1, {{"right", right}}});
}

}  // namespace

TEST_CASE("readiness: ten statements over all areas, the same for the same seed") {
  const auto drawn = draw_statements(real(), "L5", {}, kNow, 7);
  REQUIRE(drawn.size() == kDrawn);
  CHECK(drawn == draw_statements(real(), "L5", {}, kNow, 7));
  CHECK(drawn != draw_statements(real(), "L5", {}, kNow, 8));
  std::set<std::string> areas, slugs;
  for (const std::string& slug : drawn) {
    areas.insert(named(slug).area);
    slugs.insert(slug);
  }
  CHECK(areas.size() == 8);
  CHECK(slugs.size() == kDrawn);
}

TEST_CASE("readiness: drawn near the target level") {
  int n = 0, near = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed)
    for (const std::string& slug : draw_statements(real(), "L4", {}, kNow, seed)) {
      ++n;
      near += named(slug).level <= "L5" ? 1 : 0;
    }
  CHECK(n == 400);
  CHECK(near >= 390);  // three of each area are at L4 alone
  std::set<std::string> levels;
  for (std::uint64_t seed = 1; seed <= 10; ++seed)
    for (const std::string& slug : draw_statements(real(), "", {}, kNow, seed)) levels.insert(named(slug).level);
  CHECK(levels.size() == 5);
}

TEST_CASE("readiness: what was rated lately comes only when nothing else is left") {
  Ratings ratings;
  for (const char* slug : {"a1", "a2"}) ratings[slug] = {Rating::alone, kNow - 3 * kDay};
  ratings["b1"] = {Rating::alone, kNow - 13 * kDay};
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto drawn = draw_statements(few(), "L5", ratings, kNow, seed, 2);
    CHECK(std::find(drawn.begin(), drawn.end(), "b2") != drawn.end());
    CHECK(draw_statements(few(), "L5", ratings, kNow, seed).size() == 4);
  }
  CHECK(draw_statements({}, "L5", {}, kNow, 1).empty());
  // Over 120 statements no one comes again within two weeks of daily checks, until the area is used up.
  Ratings over;
  std::set<std::string> seen;
  for (int day = 0; day < 7; ++day)
    for (const std::string& slug : draw_statements(real(), "L5", over, kNow + day * kDay, static_cast<std::uint64_t>(day))) {
      CHECK(seen.insert(slug).second);
      over[slug] = {Rating::alone, kNow + day * kDay};
    }
}

TEST_CASE("readiness: the first answer after the rating counts, a hint is help") {
  struct Case {
    const char* about;
    std::vector<std::pair<const char*, bool>> records;  // kind, right; one a minute after the rating
    Outcome outcome;
  };
  const Case cases[] = {{"nothing", {}, Outcome::untried},
                        {"only opened", {{"opened", false}}, Outcome::untried},
                        {"only a hint", {{"hint", false}}, Outcome::untried},
                        {"right", {{"attempt", true}}, Outcome::right},
                        {"right after a hint", {{"hint", false}, {"attempt", true}}, Outcome::with_help},
                        {"a hint afterwards", {{"attempt", true}, {"hint", false}}, Outcome::right},
                        {"wrong, then right", {{"attempt", false}, {"attempt", true}}, Outcome::wrong},
                        {"gave up first", {{"gave_up", false}, {"attempt", true}}, Outcome::wrong},
                        {"own points added", {{"attempt", false}, {"revised", true}}, Outcome::right},
                        {"own points of a later answer", {{"attempt", false}, {"attempt", false}, {"revised", true}}, Outcome::wrong}};
  for (const Case& one : cases) {
    CAPTURE(one.about);
    AttemptLog log;
    note(log, "item-a", kNow - 60'000, "attempt", true);  // before the rating
    note(log, "item-b", kNow + 1, "attempt", true);       // of another exercise
    std::int64_t at_ms = kNow;
    for (const auto& [kind, right] : one.records) note(log, "item-a", at_ms += 60'000, kind, right);
    CHECK(outcome_since(log, "item-a", kNow) == one.outcome);
  }
}

TEST_CASE("readiness: exercises are tried on what was claimed first") {
  const Ratings ratings = {{"a1", {Rating::with_help, kNow}}, {"a2", {Rating::could_teach, kNow}}, {"b1", {Rating::alone, kNow}}};
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    CHECK(proof_sample(few(), {"a1", "a2", "b1", "b2", "gone"}, ratings, seed) == std::vector<std::string>{"a2", "a1"});
    CHECK(proof_sample(few(), {"a1", "a2"}, ratings, seed, 1) == std::vector<std::string>{"a2"});
  }
  CHECK(proof_sample(few(), {"b1", "b2"}, ratings, 1).empty());
}

TEST_CASE("readiness: bands, estimates, contradictions and what comes next") {
  const Ratings ratings = {{"a1", {Rating::alone, kNow}}, {"a2", {Rating::with_help, kNow}}, {"b1", {Rating::cannot, kNow}}, {"b2", {Rating::alone, kNow}}, {"gone", {Rating::alone, kNow}}};
  AttemptLog log;
  const auto before = readiness_of(few(), ratings, log);
  REQUIRE(before.areas.size() == 2);
  CHECK(before.areas[0].low == 0);
  CHECK(before.areas[0].high == 1);
  CHECK(before.areas[0].estimate == doctest::Approx(0.5));  // one of two claimed
  CHECK(before.next == std::vector<std::string>{"a2", "b1"});
  note(log, "item-a", kNow + 1, "attempt", false);
  note(log, "item-b", kNow + 1, "attempt", true);
  const auto after = readiness_of(few(), ratings, log);
  const AreaResult& sql = after.areas[0];
  CHECK(sql.n_tried == 2);
  CHECK(sql.n_right == 1);
  // Wilson's 95 % interval of 1 of 2 by R 4.2: prop.test(1, 2, correct = FALSE): 0.09453121 to 0.90546879.
  CHECK(sql.low == doctest::Approx(0.09453121).epsilon(1e-7));
  CHECK(sql.high == doctest::Approx(0.90546879).epsilon(1e-7));
  CHECK(sql.estimate == doctest::Approx(0.5));  // (1 + 2 * 1/2) / (2 + 2)
  CHECK(after.overclaimed == std::vector<std::string>{"a1"});
  CHECK(after.underclaimed == std::vector<std::string>{"a2"});
  CHECK(after.next == std::vector<std::string>{"a1", "b1"});
  CHECK(readiness_of(few(), {}, log).areas.empty());
}

TEST_CASE("readiness: the estimate stays inside its band") {
  for (int tried = 1; tried <= 15; ++tried)
    for (int right = 0; right <= tried; ++right)
      for (const bool claims : {false, true}) {
        Statements statements;
        Ratings ratings;
        AttemptLog log;
        for (int i = 0; i < tried; ++i) {
          const std::string slug = "s" + std::to_string(i);
          statements.push_back({slug, "sql", "L5", "S", "i" + std::to_string(i), "n"});
          ratings[slug] = {claims ? Rating::alone : Rating::cannot, kNow};
          note(log, statements.back().item.c_str(), kNow + 1, "attempt", i < right);
        }
        const AreaResult area = readiness_of(statements, ratings, log).areas.at(0);
        CAPTURE(tried);
        CAPTURE(right);
        CHECK(area.low <= area.estimate);
        CHECK(area.estimate <= area.high);
      }
}
