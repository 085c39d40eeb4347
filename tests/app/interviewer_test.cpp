#include "app/interviewer.h"

#include <doctest/doctest.h>

#include "app/sitting.h"
#include "guide_files.h"

using namespace loopready;
using namespace loopready::app;

TEST_CASE("questions for interviewers: picked and own ones make a list by role, in the bank's order") {
  Sitting sitting;
  sitting.start("#/questions");
  sitting(PackArrived{"guide", base::to_text(samples::guide_json())});
  const auto& roles = samples::guide().preparation.roles;
  CHECK(question_list(sitting.app).empty());
  const auto pick = [&](std::size_t role, std::initializer_list<std::size_t> places) {
    std::vector<bool> on(roles[role].questions.size(), false);
    for (const std::size_t at : places) on[at] = true;
    sitting(pick_questions(sitting.app, roles[role], on));
  };
  pick(2, {1});
  pick(0, {3, 0});
  sitting(EditText{own_questions_key(roles[1].slug), "  Who was hired last?  \n\n  \nWhy is this open?"});
  const auto list = question_list(sitting.app);
  REQUIRE(list.size() == 3);
  CHECK(list[0].role == roles[0].name);
  CHECK(list[0].questions == std::vector<std::string>{roles[0].questions[0].text, roles[0].questions[3].text});
  CHECK(list[1].questions == std::vector<std::string>{"Who was hired last?", "Why is this open?"});
  CHECK(count_questions(list) == 5);
  CHECK(is_picked(sitting.app, roles[2].slug, roles[2].questions[1].slug));
  CHECK(question_list_text({list[1], list[2]}) ==
        roles[1].name + "\n1. Who was hired last?\n2. Why is this open?\n\n" + roles[2].name + "\n1. " + roles[2].questions[1].text + "\n");
  pick(0, {});
  CHECK(question_list(sitting.app).size() == 2);
  CHECK(is_picked(sitting.app, roles[2].slug, roles[2].questions[1].slug));
}

TEST_CASE("questions for interviewers: damage and questions that are gone are left out") {
  Sitting sitting;
  sitting.start("#/questions");
  sitting(PackArrived{"guide", base::to_text(samples::guide_json())});
  for (const char* damaged : {"x", "{}", "[1,null]", R"(["recruiter/no-such-question","nobody/which-level"])"}) {
    sitting(PutNote{"note/questions", damaged});
    CHECK(question_list(sitting.app).empty());
  }
  CHECK(question_list_text({}) == "");
}
