#include "app/readiness.h"

#include <doctest/doctest.h>

#include "app/sitting.h"
#include "guide_files.h"

using namespace loopready;
using namespace loopready::app;

TEST_CASE("readiness notes: a round is drawn from seed and clock, and read back") {
  Sitting sitting;
  sitting.start("#/ready");
  CHECK(readiness_round(sitting.app).statements.empty());
  sitting(PackArrived{"guide", base::to_text(samples::guide_json())});
  sitting(draw_round(sitting.app));
  const ReadinessRound round = readiness_round(sitting.app);
  CHECK(round.statements.size() == learner::kDrawn);
  CHECK(round.at_ms == kNow);
  sitting(draw_round(sitting.app));
  CHECK(readiness_round(sitting.app).statements == round.statements);  // the same clock
  sitting(Tick{kNow + 1});
  sitting(draw_round(sitting.app));
  CHECK(readiness_round(sitting.app).statements != round.statements);
  for (const char* damaged : {"[]", "{}", "x", R"({"seed":-1,"at_ms":1,"statements":["a"]})", R"({"seed":1,"at_ms":1,"statements":"a"})", R"({"seed":1,"statements":[]})"}) {
    sitting(PutNote{"note/ready/round", damaged});
    CHECK(readiness_round(sitting.app).statements.empty());
  }
  sitting(PutNote{"note/ready/round", R"({"seed":1,"at_ms":2,"statements":["a",3,"b"]})"});
  CHECK(readiness_round(sitting.app).statements == std::vector<std::string>{"a", "b"});
}

TEST_CASE("readiness notes: the latest rating of each statement, damage left out") {
  Sitting sitting;
  sitting.start("#/ready");
  sitting(rate_statement(sitting.app, "a", learner::Rating::alone));
  sitting(rate_statement(sitting.app, "b", learner::Rating::cannot));
  sitting(Tick{kNow + 5});
  sitting(rate_statement(sitting.app, "a", learner::Rating::with_help));
  const auto ratings = readiness_ratings(sitting.app);
  REQUIRE(ratings.size() == 2);
  CHECK(ratings.at("a").rating == learner::Rating::with_help);
  CHECK(ratings.at("a").at_ms == kNow + 5);
  CHECK(ratings.at("b").at_ms == kNow);
  sitting(PutNote{"note/ready/ratings", R"({"a":[1,2],"b":[4,2],"c":[-1,2],"d":[1],"e":7,"f":[1.5,2]})"});
  CHECK(readiness_ratings(sitting.app).size() == 1);
}
