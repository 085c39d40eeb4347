#include "ui/screens/level.h"

#include <doctest/doctest.h>

#include <optional>

#include "guide_files.h"
#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

void give_guide(Driver& driver) { driver.apply(app::PackArrived{"guide", base::to_text(samples::guide_json())}); }

const model::LevelFinder& finder() { return samples::guide().preparation.level_finder; }

std::string question(const Driver& driver) { return driver.the(Role::progress_bar, "Questions").value; }

// Answers every question with its `nth` answer, by click.
void answer_all(Driver& driver, std::size_t nth) {
  for (std::size_t i = 0; i < finder().questions.size(); ++i) {
    const model::LevelQuestion& question = finder().questions[i];
    driver.click(Role::radio, question.answers[std::min(nth, question.answers.size() - 1)].text);
    driver.click(Role::button, i + 1 == finder().questions.size() ? "See the suggestion" : "Next question");
  }
}

}  // namespace

TEST_CASE("level: picked directly, kept, and told on Today, Practice and Prepare") {
  std::optional<Driver> sitting;
  Driver& driver = sitting.emplace(Window{}, "#/level");
  load_samples(driver);
  CHECK(driver.says("Loading the guide"));
  CHECK(driver.says("None picked yet"));
  driver.click(Role::radio, "L6");
  give_guide(driver);
  CHECK(driver.says("Senior Data Scientist, 5-12 years of experience"));
  CHECK(driver.find(Role::link, "What L6 asks"));
  driver.click(Role::button, "Practise at L6");
  CHECK(app::format_route(driver.app.route) == "#/practice?level=L6");
  CHECK(driver.the(Role::link, "Level L6 \u00B7 change").value == "#/level");
  driver.click(Role::button, "Show all levels");
  CHECK(app::format_route(driver.app.route) == "#/practice?level=all");
  CHECK(driver.says("3 exercises"));
  CHECK_FALSE(driver.find(Role::button, "Show all levels"));
  driver.open("#/");
  CHECK(driver.find(Role::heading, "Sample size"));  // the one exercise at L6
  CHECK(driver.says("At your level: power, hard, about 15 minutes."));
  driver.click(Role::link, "Level L6 \u00B7 change");
  CHECK(driver.app.route.place == app::Place::level);
  driver.open("#/prepare");
  CHECK(driver.find(Role::link, "Level L6 \u00B7 change"));
  driver.open("#/guide");
  CHECK(driver.find(Role::link, "Your target level: what L6 asks"));
  driver.open("#/guide/levels");
  CHECK(fault_text(driver) == "");
  app::Restored restored;
  for (const auto& [key, kept] : driver.app.kept) restored.kept.push_back(kept);
  sitting.reset();  // the kit is there once
  Driver later({}, "#/level");
  later.apply(restored);
  give_guide(later);
  CHECK(later.says("Senior Data Scientist"));
  later.click(Role::button, "No target level");
  CHECK(later.says("None picked yet"));
}

TEST_CASE("level: the questions suggest one, with points, the runner-up and what would tip it") {
  Driver driver({}, "#/level");
  driver.apply(app::Restored{});
  give_guide(driver);
  CHECK(question(driver) == "Question 1 of " + std::to_string(finder().questions.size()));
  CHECK((driver.the(Role::button, "Next question").flags & kit::kDisabled) != 0);
  answer_all(driver, 1);
  CHECK(driver.find(Role::heading, "Your answers point to L5"));
  CHECK(driver.says("Next is L4,"));
  CHECK(driver.says("It would be L4 with"));
  CHECK(driver.find(Role::image, "Points by level"));
  driver.click(Role::button, "Numbers: points by level");
  CHECK(driver.find(Role::table, "points by level"));
  driver.click(Role::button, "Take L5 as target");
  CHECK(driver.says("It is your target level."));
  CHECK(driver.says("From L5 to L6: a change of kind"));
  driver.click(Role::button, "Go through the answers again");
  answer_all(driver, 2);
  CHECK(driver.find(Role::heading, "Your answers point to L6"));
  CHECK(driver.find(Role::button, "Take L6 as target"));
  driver.click(Role::button, "Clear the answers");
  CHECK(question(driver).find("Question 1 of") == 0);
}

TEST_CASE("level: answers are taken up where they ended, by keyboard alone") {
  Driver driver({}, "#/level");
  driver.apply(app::Restored{});
  driver.apply(app::PutNote{"note/level/answers", R"({"years":2,"scope":1})"});
  give_guide(driver);
  CHECK(question(driver).find("Question 3 of") == 0);
  const auto n = finder().questions.size();
  for (std::size_t i = 2; i < n; ++i) {
    driver.tab_to(Role::radio, finder().questions[i].answers[0].text);
    driver.press(" ");
    driver.press("ArrowDown");
    driver.tab_to(Role::button, i + 1 == n ? "See the suggestion" : "Next question");
    driver.press("Enter");
  }
  CHECK(driver.find(Role::heading, "Your answers point to L5"));
}

TEST_CASE("level: fits every window") {
  for (const Window& window : {Window{}, Window{.width = 320, .height = 640}, Window{.width = 412, .height = 800, .coarse_pointer = true},
                               Window{.width = 1280, .height = 720, .text_scale = 2}}) {
    Driver driver(window, "#/level");
    driver.apply(app::Restored{});
    give_guide(driver);
    CAPTURE(window.width);
    CHECK(fault_text(driver) == "");
    driver.click(Role::radio, "L7");
    answer_all(driver, 3);
    CHECK(fault_text(driver) == "");
    driver.click(Role::button, "Numbers: points by level");
    CHECK(fault_text(driver) == "");
  }
}
