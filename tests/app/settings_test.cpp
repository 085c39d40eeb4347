#include "app/settings.h"

#include <doctest/doctest.h>

#include "sitting.h"

using namespace loopready;
using namespace loopready::app;

TEST_CASE("settings are checked, clamped and kept") {
  struct Case {
    std::string name, value, kept;  // kept: "" when nothing may change
  };
  const Case cases[] = {
      {"theme", "dark", "dark"},          {"theme", "purple", ""},        {"theme", "", ""},
      {"text_size_pct", "150", "150"},    {"text_size_pct", "20", "80"},  {"text_size_pct", "1e9", "200"},
      {"text_size_pct", "150 px", ""},    {"text_size_pct", "nan", ""},   {"text_size_pct", "inf", ""},
      {"text_size_pct", "", ""},          {"split_share", "0.5", "0.5"},  {"split_share", "-3", "0.25"},
      {"split_share", "2", "0.75"},       {"split_share", "half", ""},    {"colour", "red", ""},
      {"backup_at_ms", "5", ""},          {"", "", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CAPTURE(one.value);
    Sitting sitting;
    sitting.start();
    const base::Json before = state_of(sitting.app);
    sitting(SetSetting{one.name, one.value});
    const KeepValue* keep = sitting.the<KeepValue>();
    if (one.kept.empty()) {
      CHECK(keep == nullptr);
      CHECK(state_of(sitting.app) == before);
      continue;
    }
    REQUIRE(keep != nullptr);
    CHECK(keep->kept.key == "setting/" + one.name);
    CHECK(keep->kept.value == one.kept);
    CHECK(keep->kept.at_ms == kNow);
    CHECK(state_of(sitting.app) != before);
    sitting(SetSetting{one.name, one.value});
    CHECK(sitting.effects.empty());
  }
}

TEST_CASE("the page follows the theme, and hears of it once per change") {
  Sitting sitting;
  sitting.start();
  REQUIRE(sitting.the<ShowTheme>() != nullptr);
  CHECK_FALSE(sitting.the<ShowTheme>()->dark);
  sitting(EnvironmentChanged{true, true, true, false, {}});
  REQUIRE(sitting.the<ShowTheme>() != nullptr);
  CHECK(sitting.the<ShowTheme>()->dark);
  CHECK(sitting.app.environment.reduced_motion);
  CHECK(sitting.app.environment.coarse_pointer);
  sitting(SetSetting{"theme", "dark"});
  CHECK(sitting.the<ShowTheme>() == nullptr);
  sitting(SetSetting{"theme", "light"});
  REQUIRE(sitting.the<ShowTheme>() != nullptr);
  CHECK_FALSE(sitting.the<ShowTheme>()->dark);
  sitting(EnvironmentChanged{false, false, false, false, {}});
  CHECK(sitting.the<ShowTheme>() == nullptr);
  sitting(Restored{{}, {{"setting/theme", kNow + 1, "dark"}}, 0});
  CHECK(sitting.the<ShowTheme>() != nullptr);
  CHECK(is_dark(sitting.app));
}

TEST_CASE("stored settings count unless changed later, and nonsense is passed over") {
  Sitting sitting;
  sitting.start();
  sitting(SetSetting{"text_size_pct", "120"});
  sitting(Restored{{},
                   {{"setting/text_size_pct", kNow - 1, "90"},
                    {"setting/theme", kNow - 1, "light"},
                    {"setting/split_share", 1, "wide"},
                    {"setting/backup_at_ms", 1, "77"},
                    {"setting/of-tomorrow", 1, "x"}},
                   0});
  CHECK(sitting.app.settings.text_size_pct == 120);
  CHECK(sitting.app.settings.theme == Theme::light);
  CHECK(sitting.app.settings.split_share == 0.44);
  CHECK(sitting.app.backup_at_ms == 77);
  CHECK(sitting.app.kept.count("setting/of-tomorrow") == 1);
  sitting(Restored{{}, {{"setting/text_size_pct", kNow + 1, "90"}, {"setting/backup_at_ms", 2, "-1e99"}}, 0});
  CHECK(sitting.app.settings.text_size_pct == 90);
  CHECK(sitting.app.backup_at_ms == 77);
}
