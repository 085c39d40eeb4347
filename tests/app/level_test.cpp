#include "app/level.h"

#include <doctest/doctest.h>

#include "app/catalogue.h"
#include "app/sitting.h"

using namespace loopready;
using namespace loopready::app;

namespace {

Go to_practice() {
  Go go;
  go.route.place = Place::practice;
  return go;
}

// The exercises have come and a target is picked.
void aim(Sitting& sitting, const char* level, const std::string& hash = "") {
  sitting.start(hash);
  sitting(Restored{});
  sitting(IndexArrived{samples::kIndex});
  sitting(PutNote{"note/level", level});
}

std::string address(const Sitting& sitting) { return format_route(sitting.app.route); }

}  // namespace

TEST_CASE("level: a target is one of five, anything else is none") {
  Sitting sitting;
  sitting.start();
  CHECK(target_level(sitting.app) == "");
  for (const char* level : kLevels) {
    sitting(PutNote{"note/level", level});
    CHECK(target_level(sitting.app) == level);
  }
  for (const char* other : {"L3", "L9", "l5", "5", "L5 "}) {
    sitting(PutNote{"note/level", other});
    CHECK(target_level(sitting.app) == "");
  }
}

TEST_CASE("level: answers are kept by question, damage left out") {
  Sitting sitting;
  sitting.start();
  sitting(answer_level(sitting.app, "scope", 2));
  sitting(answer_level(sitting.app, "years", 0));
  sitting(answer_level(sitting.app, "scope", 1));
  CHECK(level_answers(sitting.app) == learner::LevelAnswers{{"scope", 1}, {"years", 0}});
  sitting(PutNote{"note/level/answers", R"({"a":1,"b":-1,"c":"x","d":1.5})"});
  CHECK(level_answers(sitting.app) == learner::LevelAnswers{{"a", 1}});
  sitting(PutNote{"note/level/answers", "[1]"});
  CHECK(level_answers(sitting.app).empty());
}

TEST_CASE("level: practice opens at the target, unless its address has a filter") {
  Sitting sitting;
  aim(sitting, "L5");
  sitting(to_practice());
  CHECK(address(sitting) == "#/practice?level=L5");
  sitting(to_practice());
  CHECK(sitting.effects.empty());
  sitting(AddressChanged{"#/practice?category=sql"});
  CHECK(address(sitting) == "#/practice?category=sql");
  sitting(AddressChanged{"#/practice?level=L4"});
  CHECK(address(sitting) == "#/practice?level=L4");
  sitting(AddressChanged{"#/practice"});
  CHECK(address(sitting) == "#/practice?level=L5");
  REQUIRE(sitting.the<ShowRoute>() != nullptr);
  CHECK(sitting.the<ShowRoute>()->hash == "#/practice?level=L5");
  CHECK_FALSE(sitting.the<ShowRoute>()->push);
}

TEST_CASE("level: no exercise at the target, no filter") {
  Sitting sitting;
  aim(sitting, "L8");
  CHECK(practice_level(sitting.app) == "");
  sitting(to_practice());
  CHECK(address(sitting) == "#/practice");
}

TEST_CASE("level: widening is spelt out, and stays for the sitting") {
  Sitting sitting;
  aim(sitting, "L5", "#/practice");
  sitting(AddressChanged{"#/practice"});
  sitting(ChangeFilter{});
  CHECK(address(sitting) == "#/practice?level=all");
  CHECK(filtered(sitting.app, sitting.app.route.filter).size() == 3);
  sitting(Go{});
  sitting(to_practice());
  CHECK(address(sitting) == "#/practice?level=all");
  // Choosing the level again narrows it again, and so does another target.
  Filter level;
  level.level = "L5";
  sitting(ChangeFilter{level});
  sitting(Go{});
  sitting(to_practice());
  CHECK(address(sitting) == "#/practice?level=L5");
  sitting(ChangeFilter{});
  sitting(PutNote{"note/level", "L4"});
  sitting(Go{});
  sitting(to_practice());
  CHECK(address(sitting) == "#/practice?level=L4");
  // Clearing the search alone does not bring the filter back behind the learner's back.
  sitting(ChangeFilter{});
  sitting(EditText{"search/practice", "orders"});
  sitting(EditText{"search/practice", ""});
  CHECK(address(sitting) == "#/practice?level=all");
}

TEST_CASE("level: the target and the exercises come in any order") {
  for (const bool index_first : {false, true}) {
    Sitting sitting;
    sitting.start("#/practice");
    Restored restored;
    restored.kept = {{"note/level", kNow - 1, "L6"}};
    if (index_first) sitting(IndexArrived{samples::kIndex});
    sitting(restored);
    if (!index_first) sitting(IndexArrived{samples::kIndex});
    CHECK(address(sitting) == "#/practice?level=L6");
    REQUIRE(sitting.the<ShowRoute>() != nullptr);
    CHECK_FALSE(sitting.the<ShowRoute>()->push);
  }
}

TEST_CASE("level: without a target nothing changes") {
  Sitting sitting;
  aim(sitting, "");
  sitting(to_practice());
  CHECK(address(sitting) == "#/practice");
  Filter sql;
  sql.category = "sql";
  sitting(ChangeFilter{sql});
  sitting(ChangeFilter{});
  CHECK(address(sitting) == "#/practice");
}
