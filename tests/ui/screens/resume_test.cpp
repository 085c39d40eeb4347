#include "ui/screens/resume.h"

#include <doctest/doctest.h>

#include <optional>

#include "app/note.h"
#include "guide_files.h"
#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

constexpr const char* kKey = "note/resume";

void give_guide(Driver& driver) { driver.apply(app::PackArrived{"guide", base::to_text(samples::guide_json())}); }

}  // namespace

TEST_CASE("resume bench: bullets are checked as they are typed, and kept") {
  std::optional<Driver> sitting;
  Driver& driver = sitting.emplace(Window{.height = 1600}, "#/resume");
  CHECK(driver.says("Loading the guide"));
  give_guide(driver);
  CHECK(driver.says("Nothing you paste leaves this page"));
  driver.type_into(kKey, "- Helped with various reports\nAcme");
  CHECK(driver.says("1 bullet, 2 weak places. 1 line is no bullet and was left out."));
  CHECK(driver.says("Missing: action, method, result, number, tools, principle"));
  CHECK(driver.says("\u201CHelped\u201D: Hides your part. Name the part that was yours."));
  CHECK(driver.says("Answer next: Which part was yours, and what did you do first?"));
  driver.type_into(kKey, "- Cut churn from 5 % to 4 % with an uplift model in SQL");
  CHECK(driver.says("Answer next: Over what period did that hold?"));
  CHECK(driver.says("Good: action \u201CCut\u201D"));
  driver.click(Role::button, "Copy the bullets with their questions");
  REQUIRE(driver.latest<app::CopyText>() != nullptr);
  CHECK(driver.latest<app::CopyText>()->text.find("-> Over what period") != std::string::npos);
  app::Restored restored;
  for (const auto& [key, kept] : driver.app.kept) restored.kept.push_back(kept);
  sitting.reset();
  Driver later({}, "#/resume");
  later.apply(restored);
  give_guide(later);
  CHECK(later.says("Over what period did that hold?"));
}

TEST_CASE("resume bench: too much, nothing readable, and many bullets") {
  Driver driver({}, "#/resume");
  give_guide(driver);
  driver.type_into(kKey, std::string(1'048'576, 'a'));
  CHECK(driver.says("at most 100 kB are read"));
  driver.type_into(kKey, "one\ntwo words");
  CHECK(driver.says("No bullets are in this yet"));
  std::string many;
  for (int i = 0; i < 45; ++i) many += "- Built a model\n";
  driver.type_into(kKey, many);
  CHECK(driver.find(Role::heading, "Bullet 20"));
  CHECK_FALSE(driver.find(Role::heading, "Bullet 21"));
  driver.tab_to(Role::button, "Show 20 more bullets");
  driver.press("Enter");
  CHECK(driver.find(Role::heading, "Bullet 40"));
  driver.click(Role::button, "Show 5 more bullets");
  CHECK(driver.find(Role::heading, "Bullet 45"));
  CHECK(fault_text(driver) == "");
}

TEST_CASE("resume bench: fits every window") {
  for (const Window& window : {Window{}, Window{.width = 320, .height = 640}, Window{.width = 412, .height = 800, .coarse_pointer = true}, Window{.width = 1280, .height = 720, .text_scale = 2}}) {
    Driver driver(window, "#/resume");
    give_guide(driver);
    const float shown_width = window.width;
    CAPTURE(shown_width);
    CHECK(fault_text(driver) == "");
    driver.click(Role::button, "Try it with invented bullets");
    CHECK(driver.says("4 bullets"));
    CHECK(fault_text(driver) == "");
  }
}
