#include "learner/level_finder.h"

#include <doctest/doctest.h>

#include "guide_files.h"

using namespace loopready;
using learner::advise_level;

namespace {

model::LevelFinder small_finder() {
  model::LevelFinder finder;
  finder.questions = {{"scope", "Scope?", {{"a task", {{"L4", 3}}}, {"a question", {{"L5", 3}}}, {"a problem", {{"L6", 3}}}}},
                      {"years", "Years?", {{"few", {{"L4", 2}, {"L5", 1}}}, {"some", {{"L5", 2}, {"L6", 1}}}}},
                      {"depth", "Depth?", {{"no", {{"L4", 1}}}, {"yes", {{"L5", 1}, {"L6", 2}}}}}};
  finder.why = {{"L4", "w4"}, {"L5", "w5"}, {"L6", "w6"}};
  return finder;
}

std::string points_of(const learner::LevelAdvice& advice) {
  std::string text;
  for (const auto& one : advice.points) text += one.level + "=" + std::to_string(one.points) + " ";
  return text;
}

}  // namespace

TEST_CASE("level finder: nothing is suggested before every question is answered") {
  const auto advice = advise_level(small_finder(), {{"scope", 1}, {"years", 1}, {"gone", 0}});
  CHECK(advice.n_answered == 2);
  CHECK(advice.level.empty());
  CHECK(points_of(advice) == "L4=0 L5=5 L6=1 ");
  CHECK(advise_level(small_finder(), {{"scope", 7}}).n_answered == 0);
  CHECK(advise_level({}, {}).level.empty());
}

TEST_CASE("level finder: the most points win, with the runner-up and what would tip it") {
  const auto advice = advise_level(small_finder(), {{"scope", 1}, {"years", 1}, {"depth", 1}});
  CHECK(points_of(advice) == "L4=0 L5=6 L6=3 ");
  CHECK(advice.level == "L5");
  CHECK(advice.runner_up == "L6");
  CHECK(advice.ahead == 3);
  // A problem in place of a question: L5 3, L6 6.
  REQUIRE(advice.tipped_by.size() == 1);
  CHECK(advice.tipped_by[0].question == "scope");
  CHECK(advice.tipped_by[0].answer == 2);
}

TEST_CASE("level finder: between equals the lower level is suggested, and one point more tips it") {
  // L4 1, L5 2, L6 1 + 3: then scope moved to L5: L5 5. Here L5 3 and L6 3 from scope and depth alone.
  model::LevelFinder finder = small_finder();
  finder.questions[1].answers = {{"few", {{"L5", 2}}}, {"many", {{"L6", 1}}}};
  const auto advice = advise_level(finder, {{"scope", 0}, {"years", 0}, {"depth", 1}});
  CHECK(points_of(advice) == "L4=3 L5=3 L6=2 ");
  CHECK(advice.level == "L4");
  CHECK(advice.runner_up == "L5");
  CHECK(advice.ahead == 0);
  REQUIRE(advice.tipped_by.size() == 1);
  CHECK(advice.tipped_by[0].question == "scope");
}

TEST_CASE("level finder: several changes where one is not enough, none where no answer leads there") {
  const auto advice = advise_level(small_finder(), {{"scope", 0}, {"years", 0}, {"depth", 0}});
  CHECK(points_of(advice) == "L4=6 L5=1 L6=0 ");
  REQUIRE(advice.tipped_by.size() == 1);  // scope alone: L4 3, L5 4
  model::LevelFinder finder = small_finder();
  finder.questions[0].answers = {{"a task", {{"L4", 9}}}};
  const auto far = advise_level(finder, {{"scope", 0}, {"years", 0}, {"depth", 0}});
  CHECK(far.level == "L4");
  CHECK(far.tipped_by.empty());
}

TEST_CASE("level finder: the guide's own questions, each level's own answers lead to it") {
  const model::LevelFinder& finder = samples::guide().preparation.level_finder;
  for (const auto& why : finder.why) {
    const std::string level = why.first;
    learner::LevelAnswers answers;
    for (const model::LevelQuestion& question : finder.questions) {
      std::int64_t most = -1;
      for (std::size_t i = 0; i < question.answers.size(); ++i)
        for (const auto& [name, points] : question.answers[i].points)
          if (name == level && points > most) {
            most = points;
            answers[question.slug] = i;
          }
      answers.try_emplace(question.slug, question.answers.size() - 1);
    }
    CAPTURE(level);
    const auto advice = advise_level(finder, answers);
    CHECK(advice.level == level);
    // What tips it really does.
    for (const learner::LevelChange& change : advice.tipped_by) answers[change.question] = change.answer;
    if (!advice.tipped_by.empty()) CHECK(advise_level(finder, answers).level == advice.runner_up);
  }
}
