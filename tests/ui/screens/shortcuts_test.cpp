#include "ui/screens/shortcuts.h"

#include <doctest/doctest.h>

#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

TEST_CASE("shortcuts: a question mark lists them, Escape closes, and the focus goes back") {
  Driver driver({}, "#/");
  load_samples(driver);
  driver.tab_to(Role::link, "Practice");
  CHECK(driver.press("?", kit::kShift));
  CHECK(driver.find(Role::dialog, "Keyboard shortcuts"));
  CHECK(driver.says("Submit the answer"));
  CHECK_FALSE(driver.press("/"));  // nothing behind the dialog
  CHECK(driver.press("Escape"));
  CHECK_FALSE(driver.find(Role::dialog, "Keyboard shortcuts"));
  REQUIRE(driver.focused());
  CHECK(driver.focused()->name == "Practice");
}

TEST_CASE("shortcuts: a number opens a screen, a slash the search") {
  Driver driver({}, "#/");
  load_samples(driver);
  CHECK(driver.press("3"));
  CHECK(driver.app.route.place == app::Place::playground);
  driver.focus(0);
  CHECK(driver.press("7"));
  CHECK(driver.app.route.place == app::Place::settings);
  CHECK(driver.press("/"));
  CHECK(driver.app.route.place == app::Place::practice);
  REQUIRE(driver.focused());
  CHECK(driver.focused()->name == "Search exercises");
}

TEST_CASE("shortcuts: keys without a modifier can be turned off, and the list is still there") {
  Driver driver({}, "#/settings");
  driver.click(Role::check_box, "One-key shortcuts");
  CHECK_FALSE(driver.app.settings.single_keys);
  CHECK_FALSE(driver.press("?", kit::kShift));
  CHECK_FALSE(driver.press("1"));
  driver.click(Role::button, "Show keyboard shortcuts");
  CHECK(driver.find(Role::dialog, "Keyboard shortcuts"));
  CHECK_FALSE(driver.says("Search the exercises"));
  driver.click(Role::button, "Close");
  CHECK_FALSE(driver.find(Role::dialog, "Keyboard shortcuts"));
}

TEST_CASE("settings: what the browser says of the room it gives") {
  Driver driver({}, "#/settings");
  CHECK_FALSE(driver.says("promised"));
  driver.apply(app::StorageChanged{false, 1'234'567});
  CHECK(driver.says("may clear it"));
  CHECK(driver.says("1.2 MB"));
  driver.apply(app::StorageChanged{true, 4'100});
  CHECK(driver.says("promised to keep it"));
  CHECK(driver.says("5 kB"));
}

TEST_CASE("today: reminds of a backup when much would be lost") {
  Driver driver({}, "#/");
  load_samples(driver);
  CHECK_FALSE(driver.find(Role::button, "Export backup"));
  app::Restored restored;
  for (int i = 0; i < 20; ++i) restored.records.push_back(attempt("b" + std::to_string(i), "top-n", false, 0, kNow - 1000));
  driver.apply(restored);
  driver.click(Role::button, "Export backup");
  CHECK(driver.latest<app::Download>() != nullptr);
  CHECK_FALSE(driver.find(Role::button, "Export backup"));
}
