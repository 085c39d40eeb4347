#include "ui/screens/interviewers.h"

#include <doctest/doctest.h>

#include <optional>

#include "app/interviewer.h"
#include "guide_files.h"
#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

const std::vector<model::InterviewerRole>& roles() { return samples::guide().preparation.roles; }

void start(Driver& driver) {
  driver.apply(app::Restored{});
  driver.apply(app::PackArrived{"guide", base::to_text(samples::guide_json())});
}

std::string box(std::size_t role, std::size_t question) { return roles()[role].questions[question].text + "\n" + roles()[role].questions[question].why; }

}  // namespace

TEST_CASE("questions for interviewers: picked by click and key, own ones added, copied and saved") {
  std::optional<Driver> sitting;
  Driver& driver = sitting.emplace(Window{.height = 1'600}, "#/questions");
  CHECK(driver.says("Loading the guide"));
  start(driver);
  driver.click(Role::check_box, box(0, 1));
  driver.click(Role::radio, roles()[2].name);
  CHECK(driver.says(roles()[2].about));
  driver.tab_to(Role::check_box, box(2, 0));
  driver.press(" ");
  driver.type_into(app::own_questions_key(roles()[2].slug), "What surprised you here?");
  driver.click(Role::tab, "Your list (3)");
  CHECK(driver.find(Role::heading, roles()[0].name));
  CHECK(driver.says("1. " + roles()[0].questions[1].text));
  CHECK(driver.says("2. What surprised you here?"));
  const std::string text = app::question_list_text(app::question_list(driver.app));
  driver.click(Role::button, "Copy");
  REQUIRE(driver.latest<app::CopyText>() != nullptr);
  CHECK(driver.latest<app::CopyText>()->text == text);
  driver.click(Role::button, "Save as text");
  REQUIRE(driver.latest<app::Download>() != nullptr);
  CHECK(driver.latest<app::Download>()->text == text);
  driver.click(Role::button, "Print");
  CHECK(driver.count<app::PrintPage>() == 1);
  app::Restored restored;
  for (const auto& [key, kept] : driver.app.kept) restored.kept.push_back(kept);
  sitting.reset();  // the kit is there once
  Driver later({}, "#/questions");
  later.apply(restored);
  later.apply(app::PackArrived{"guide", base::to_text(samples::guide_json())});
  CHECK(later.find(Role::tab, "Your list (3)"));
  CHECK((later.the(Role::check_box, box(0, 1)).flags & kit::kChecked) != 0);
}

TEST_CASE("questions for interviewers: an empty list leads back to the bank") {
  Driver driver({}, "#/questions");
  start(driver);
  driver.click(Role::tab, "Your list (0)");
  driver.click(Role::button, "Go to the bank");
  CHECK(driver.find(Role::check_box, box(0, 0)));
}

TEST_CASE("questions for interviewers: fits every window, every role") {
  for (const Window& window : {Window{}, Window{.width = 320, .height = 640}, Window{.width = 412, .height = 800, .coarse_pointer = true},
                               Window{.width = 1280, .height = 720, .text_scale = 2}}) {
    Driver driver(window, "#/questions");
    CAPTURE(window.width);
    CHECK(fault_text(driver) == "");
    start(driver);
    for (std::size_t i = 0; i < roles().size(); ++i) {
      driver.activate(Role::radio, roles()[i].name);
      driver.activate(Role::check_box, box(i, 0));
      CHECK(fault_text(driver) == "");
    }
    driver.activate(Role::tab, "Your list (" + std::to_string(roles().size()) + ")");
    CHECK(fault_text(driver) == "");
  }
}
