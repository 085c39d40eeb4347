// The frame around the screens: navigation, titles, messages, updates.
#include "ui/screens/screens.h"

#include <doctest/doctest.h>

#include "samples.h"
#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

TEST_CASE("screens: the navigation opens each, marks it, and takes the focus to its title") {
  for (const bool by_key : {false, true}) {
    Driver driver;
    load_samples(driver);
    const struct {
      const char* name;
      const char* hash;
    } steps[] = {{"Practice", "#/practice"}, {"Settings", "#/settings"}, {"Today", "#/"}};
    for (const auto& step : steps) {
      CAPTURE(step.name);
      if (by_key) {
        driver.tab_to(Role::link, step.name);
        driver.press("Enter");
      } else {
        driver.click(Role::link, step.name);
      }
      REQUIRE(driver.latest<app::ShowRoute>() != nullptr);
      CHECK(driver.latest<app::ShowRoute>()->hash == step.hash);
      CHECK(driver.latest<app::ShowRoute>()->push);
      CHECK((driver.the(Role::link, step.name).flags & kit::kCurrent) != 0);
      CHECK(driver.the(Role::heading, step.name).level == 1);
      REQUIRE(driver.focused());
      CHECK(driver.focused()->name == step.name);
      CHECK(driver.focused()->role == Role::heading);
      CHECK(kit::focused_id() == driver.focused()->id);
    }
  }
}

TEST_CASE("screens: every screen has one title") {
  for (const char* hash : {"#/", "#/practice", "#/settings", "#/item/top-n", "#/item/nowhere", "#/nowhere"}) {
    CAPTURE(hash);
    Driver driver({}, hash);
    for (int step = 0; step < 2; ++step) {
      int n = 0;
      for (const SemanticNode& node : driver.all(Role::heading)) n += node.level == 1 ? 1 : 0;
      CHECK(n == 1);
      CHECK(driver.all(Role::main).size() == 1);
      CHECK(driver.all(Role::navigation).size() == 1);
      load_samples(driver);
    }
  }
}

TEST_CASE("screens: at the start the focus is where the browser put it") {
  Driver driver;
  load_samples(driver);
  CHECK_FALSE(driver.focused());
}

TEST_CASE("screens: an unknown address says so and leads home") {
  Driver driver({}, "#/no/such/page");
  CHECK(driver.find(Role::heading, "This page does not exist"));
  CHECK(driver.says("\"#/no/such/page\""));
  CHECK(fault_text(driver) == "");
  driver.click(Role::button, "Go to Today");
  CHECK(driver.app.route.place == app::Place::today);
}

TEST_CASE("screens: a very long address stays in the window") {
  Driver driver({.width = 412, .height = 800}, "#/" + std::string(500, 'x'));
  CHECK(fault_text(driver) == "");
}

TEST_CASE("screens: a new version brings a bar, everywhere") {
  for (const char* hash : {"#/", "#/practice", "#/settings", "#/item/top-n", "#/nowhere"})
    for (const float width : {320.0f, 412.0f, 1280.0f}) {
      CAPTURE(hash);
      CAPTURE(width);
      Driver driver({.width = width}, hash);
      load_samples(driver);
      CHECK_FALSE(driver.find(Role::button, "Reload"));
      driver.apply(app::UpdateReady{});
      CHECK(driver.says("A new version is ready."));
      CHECK(fault_text(driver) == "");
      driver.click(Role::button, "Reload");
      CHECK(driver.count<app::ReloadPage>() == 1);
    }
}

TEST_CASE("screens: messages come, wait and go") {
  Driver driver;
  driver.apply(app::CopyTable{"a"});
  CHECK_FALSE(driver.says("Copied."));  // not before the browser says so
  driver.apply(app::Copied{true});
  CHECK(driver.says("Copied."));
  CHECK(kit::wake_ms() == doctest::Approx(6'000));
  driver.wait(5'000);
  CHECK(driver.says("Copied."));
  CHECK(kit::wake_ms() == doctest::Approx(1'000));
  driver.wait(1'000);
  CHECK_FALSE(driver.says("Copied."));
  CHECK(kit::wake_ms() == -1);
  driver.apply(app::CopyTable{"a"});
  CHECK_FALSE(driver.says("Copied."));  // not before the browser says so
  driver.apply(app::Copied{true});
  driver.click(Role::button, "Dismiss");
  CHECK_FALSE(driver.says("Copied."));
}

TEST_CASE("screens: Back comes to the screen before, with its title focused") {
  Driver driver;
  load_samples(driver);
  driver.click(Role::link, "Practice");
  driver.open("#/");
  REQUIRE(driver.focused());
  CHECK(driver.focused()->name == "Today");
  CHECK_FALSE(driver.latest<app::ShowRoute>()->push);
}

TEST_CASE("screens: another exercise begins with its prompt") {
  Driver driver({}, "#/item/top-n");
  load_samples(driver);
  driver.click(Role::tab, "Hints");
  driver.open("#/item/anti-join");
  CHECK((driver.the(Role::tab, "Prompt").flags & kit::kSelected) != 0);
}
