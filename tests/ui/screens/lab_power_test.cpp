#include <doctest/doctest.h>

#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;

// Expected: 31,234 and 31,231 users, as in tests/stats/ab_plan_test.cpp.
TEST_CASE("lab power: the size, by either variance, then each of the others") {
  Driver driver({}, "#/lab/power");
  CHECK(driver.says("31,234 users in the control"));
  CHECK(driver.says("62,468 in all: 7 days at 10,000 new users a day."));
  driver.click(Role::radio, "Separate");
  CHECK(driver.says("31,231 users in the control"));
  driver.click(Role::radio, "Pooled");
  driver.click(Role::radio, "Power");
  CHECK(driver.says("power"));
  CHECK_FALSE(driver.find(Role::slider, "Power").has_value());
  CHECK(driver.find(Role::slider, "Users in the control").has_value());
  driver.click(Role::radio, "Effect");
  CHECK(driver.says("relative"));
  driver.click(Role::radio, "Level");
  CHECK(driver.says("level"));
  CHECK(fault_text(driver) == "");
}

TEST_CASE("lab power: by keys alone, and what can't be planned is said") {
  Driver driver({}, "#/lab/power");
  driver.tab_to(Role::slider, "Relative lift to detect");
  driver.press("End");
  driver.tab_to(Role::slider, "Share in the control");
  driver.press("End");
  CHECK(driver.says("lift: With this lift the treatment's share would pass 100 %."));
}

TEST_CASE("lab power: one's own numbers give mean and spread, and bad ones a sentence") {
  for (const auto& [width, height, coarse] :
       {std::tuple{1280.0f, 720.0f, false}, std::tuple{412.0f, 800.0f, true}, std::tuple{320.0f, 640.0f, true}}) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/power");
    driver.click(Role::radio, "Mean");
    driver.click(Role::check_box, "From my own numbers");
    driver.type_into("note/lab/power-mean", "1\n2\n3\n4\n5");
    CHECK(driver.says("\u03C3 = 1.581"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/power-mean", "3\n3\n3");
    CHECK(driver.says("sd:"));
    driver.type_into("note/lab/power-mean", "3");
    CHECK(driver.says("At least two users are needed"));
    driver.click(Role::radio, "Ratio");
    CHECK(driver.says("delta method"));
    CHECK(fault_text(driver) == "");
  }
}

TEST_CASE("lab mde: weeks help by their root") {
  Driver driver({}, "#/lab/mde");
  CHECK(driver.says("relative lift"));
  const std::string before = driver.all_text();
  driver.tab_to(Role::slider, "Weeks");
  driver.press("End");
  CHECK(driver.all_text() != before);
  driver.click(Role::radio, "Mean");
  CHECK(fault_text(driver) == "");
  driver.click(Role::check_box, "From my own numbers");
  driver.type_into("note/lab/mde", "7");
  CHECK(driver.says("At least two users are needed"));
}
