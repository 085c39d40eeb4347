#include <doctest/doctest.h>

#include "samples.h"
#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

TEST_CASE("settings: the theme, by click and by key") {
  Driver driver({}, "#/settings");
  driver.click(Role::radio, "Dark");
  CHECK(driver.app.settings.theme == app::Theme::dark);
  REQUIRE(driver.latest<app::ShowTheme>() != nullptr);
  CHECK(driver.latest<app::ShowTheme>()->dark);
  REQUIRE(driver.latest<app::KeepValue>() != nullptr);
  CHECK(driver.latest<app::KeepValue>()->kept.value == "dark");
  driver.tab_to(Role::radio, "Dark");
  driver.press("ArrowLeft");
  CHECK(driver.app.settings.theme == app::Theme::light);
  driver.press("Home");
  CHECK(driver.app.settings.theme == app::Theme::system);
  CHECK(driver.focused()->name == "As the system");
}

TEST_CASE("settings: the text grows at once, and the focus stays") {
  Driver driver({}, "#/settings");
  const float before = driver.the(Role::heading, "Settings").rect.h;
  driver.tab_to(Role::radio, "100 %");
  for (const int size : {110, 125, 150, 175, 200}) {
    driver.press("ArrowRight");
    CHECK(driver.app.settings.text_size_pct == size);
    CHECK(driver.focused()->name == std::to_string(size) + " %");
    CHECK(fault_text(driver) == "");
  }
  CHECK(driver.the(Role::heading, "Settings").rect.h == doctest::Approx(2 * before).epsilon(0.05));
  driver.press("ArrowRight");
  CHECK(driver.app.settings.text_size_pct == 80);
}

TEST_CASE("settings: a size between two steps shows the lower one") {
  Driver driver({}, "#/settings");
  driver.apply(app::SetSetting{"text_size_pct", "120"});
  CHECK((driver.the(Role::radio, "110 %").flags & kit::kChecked) != 0);
}

TEST_CASE("settings: backups out and in") {
  Driver driver({}, "#/settings");
  load_samples(driver);
  CHECK(driver.says("0 records kept here. No backup yet."));
  driver.click(Role::button, "Export backup");
  REQUIRE(driver.latest<app::Download>() != nullptr);
  const std::string text = driver.latest<app::Download>()->text;
  CHECK(driver.says("Latest backup: 2024-03-01."));
  driver.tab_to(Role::button, "Import backup");
  driver.press("Enter");
  REQUIRE(driver.latest<app::PickFile>() != nullptr);
  driver.apply(app::FilePicked{"backup.json", text});
  CHECK(driver.says("Nothing new: all of this backup was here already."));
  driver.apply(app::FilePicked{"cat.jpg", "\xFF\xD8"});
  CHECK(driver.app.toasts.back().bad);
  CHECK(fault_text(driver) == "");
}

TEST_CASE("settings: what the store says") {
  Driver driver({}, "#/settings");
  app::Restored restored;
  restored.records = {attempt("u1", "anti-join", false, 0.5, kNow - 1'000)};
  driver.apply(restored);
  CHECK(driver.says("1 record kept here."));
  driver.apply(app::StoreFailed{"There is no room left."});
  CHECK(driver.says("There is no room left."));
  CHECK(driver.says("Export a backup now"));
  CHECK(driver.says("Not yet ready for offline use."));
  driver.apply(app::OfflineReady{});
  CHECK(driver.says("Ready for offline use."));
  CHECK(fault_text(driver) == "");
}
