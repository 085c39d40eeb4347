#include "ui/screens/plan.h"

#include <doctest/doctest.h>

#include <optional>

#include "app/note.h"
#include "app/plan.h"
#include "guide_files.h"
#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

void give_guide(Driver& driver) { driver.apply(app::PackArrived{"guide", base::to_text(samples::guide_json())}); }

// The stage's clock stands at Friday 2024-03-01.
void make_plan(Driver& driver, const std::string& date) {
  driver.apply(app::PutNote{app::kInterviewDate, date});
  driver.click(Role::button, "Make the plan");
}

}  // namespace

TEST_CASE("plan: made from a typed date, ticked off by keys, kept") {
  std::optional<Driver> sitting;
  Driver& driver = sitting.emplace(Window{}, "#/plan");
  CHECK(driver.says("Loading the guide"));
  give_guide(driver);
  CHECK((driver.the(Role::button, "Make the plan").flags & kit::kDisabled) != 0);
  driver.type_into(app::kInterviewDate, "22 March");
  CHECK(driver.says("Write it as year-month-day, for instance 2024-03-22."));
  driver.type_into(app::kInterviewDate, "2024-02-20");
  CHECK(driver.says("That day is past."));
  CHECK((driver.the(Role::button, "Make the plan").flags & kit::kDisabled) != 0);
  driver.type_into(app::kInterviewDate, "2024-03-22");
  driver.tab_to(Role::button, "Make the plan");
  driver.press("Enter");
  CHECK(driver.says("The interview is in 21 days, on Fri 22 Mar 2024."));
  CHECK(driver.find(Role::heading, "Today, Fri 1 Mar"));
  CHECK(driver.find(Role::heading, "The weeks before"));
  CHECK(driver.find(Role::heading, "The week before"));
  CHECK(driver.find(Role::heading, "On the day, Fri 22 Mar"));
  CHECK(driver.find(Role::heading, "What does not fit"));
  const std::vector<std::string> boxes = driver.names(Role::check_box);
  REQUIRE(boxes.size() > 20);
  driver.tab_to(Role::check_box, boxes[0]);
  driver.press(" ");
  CHECK((driver.the(Role::check_box, boxes[0]).flags & kit::kChecked) != 0);
  CHECK(driver.the(Role::progress_bar, "Done").value.find("1 of ") == 0);
  app::Restored restored;
  for (const auto& [key, kept] : driver.app.kept) restored.kept.push_back(kept);
  sitting.reset();
  Driver later({}, "#/plan");
  later.apply(restored);
  give_guide(later);
  CHECK((later.the(Role::check_box, boxes[0]).flags & kit::kChecked) != 0);
}

TEST_CASE("plan: a sitting is moved, and what is past and undone is carried over in words") {
  Driver driver({}, "#/plan");
  give_guide(driver);
  driver.tab_to(Role::slider, "Minutes a day");
  driver.press("End");  // room for what is carried over
  make_plan(driver, "2024-03-22");
  std::string move;
  for (const std::string& name : driver.names(Role::button))
    if (move.empty() && name.rfind("Move: ", 0) == 0) move = name;
  REQUIRE_FALSE(move.empty());
  driver.click(Role::button, move);
  driver.tab_to(Role::slider, "Day");
  driver.press("ArrowRight");
  driver.press("ArrowRight");
  CHECK(driver.says("To another day: Sun 3 Mar"));
  driver.click(Role::button, "Move it there");
  CHECK(driver.says("Moved here by you."));
  driver.click(Role::button, move);
  driver.click(Role::button, "Back to its own day");
  CHECK_FALSE(driver.says("Moved here by you."));
  driver.wait(3 * 86'400'000LL);
  CHECK(driver.says("moved on to the next day with room"));
  CHECK(driver.says("Carried over from Fri 1 Mar."));
  driver.wait(30 * 86'400'000LL);
  CHECK(driver.says("The interview was on Fri 22 Mar 2024."));
  driver.click(Role::button, "Show the days that are past");
  CHECK(driver.find(Role::heading, "Fri 1 Mar"));
  CHECK(fault_text(driver) == "");
}

TEST_CASE("plan: changed inputs are said, and the plan is made again when asked") {
  Driver driver({}, "#/plan");
  give_guide(driver);
  make_plan(driver, "2024-03-22");
  driver.apply(app::PutNote{app::kPlanMinutes, "120"});
  driver.apply(app::PutNote{app::kTargetLevel, "L5"});
  CHECK(driver.says("You changed the minutes, the level."));
  CHECK(driver.says("Level L5: where time is short, SQL, experiments and drills of cases and metrics come first."));
  driver.click(Role::button, "Plan again from today");
  CHECK_FALSE(driver.says("You changed"));
  const auto state = app::plan_state(driver.app);
  REQUIRE(state.has_value());
  CHECK(state->minutes_a_day == 120);
  for (const auto& [date, words] : {std::pair{"2024-03-02", "The interview is tomorrow."}, {"2024-03-01", "The interview is today."}}) {
    driver.apply(app::PutNote{app::kInterviewDate, date});
    driver.click(Role::button, "Plan again from today");
    CHECK(driver.says(words));
    CHECK(driver.says("Even 4 h a day would not fit all of it"));
    CHECK(driver.says("was over when the plan was made"));
  }
}

TEST_CASE("plan: saved for the calendar, and printed") {
  Driver driver({}, "#/plan");
  give_guide(driver);
  make_plan(driver, "2024-03-22");
  driver.click(Role::radio, "At a time");
  driver.click(Role::button, "Save for the calendar (.ics)");
  const auto* saved = driver.latest<app::Download>();
  REQUIRE(saved != nullptr);
  CHECK(saved->file_name == "interview-plan.ics");
  CHECK(saved->text.find("DTSTART:20240301T190000\r\n") != std::string::npos);
  CHECK(saved->text.find("UID:plan-interview@loopready\r\n") != std::string::npos);
  driver.click(Role::button, "Print");
  CHECK(driver.count<app::PrintPage>() == 1);
}

TEST_CASE("plan: Today shows what is planned for today, and leads there") {
  Driver driver({}, "#/plan");
  load_samples(driver);
  give_guide(driver);
  driver.open("#/");
  CHECK_FALSE(driver.find(Role::heading, "Your plan for today"));
  driver.open("#/plan");
  make_plan(driver, "2024-03-22");
  driver.open("#/");
  CHECK(driver.find(Role::heading, "Your plan for today"));
  CHECK(driver.says("21 days until the interview."));
  CHECK(fault_text(driver) == "");
  driver.click(Role::link, "Tick off and see the whole plan");
  CHECK(driver.app.route.place == app::Place::plan);
}

TEST_CASE("plan: fits every window") {
  for (const Window& window : {Window{}, Window{.width = 320, .height = 640}, Window{.width = 412, .height = 800, .coarse_pointer = true}, Window{.width = 1280, .height = 720, .text_scale = 2}}) {
    Driver driver(window, "#/plan");
    give_guide(driver);
    const float shown_width = window.width;
    CAPTURE(shown_width);
    CHECK(fault_text(driver) == "");
    make_plan(driver, "2024-03-22");
    CHECK(fault_text(driver) == "");
    std::string move;
    for (const std::string& name : driver.names(Role::button))
      if (move.empty() && name.rfind("Move: ", 0) == 0) move = name;
    driver.click(Role::button, move);
    CHECK(fault_text(driver) == "");
  }
}
