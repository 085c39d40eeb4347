#include "ui/kit/tabs.h"

#include <doctest/doctest.h>

#include "ui/checks.h"
#include "ui/stage.h"
#include "ui/kit/layout.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

namespace {

const std::vector<TabLabel> kLabels = {{"Prompt", nullptr, ""}, {"Tables", nullptr, ""}, {"Hints", nullptr, "1/3"}};

std::function<void()> tabs_on_page(int& chosen, int& n_changes, float width = 600) {
  return [&chosen, &n_changes, width] {
    const Area area("Page", {0, 0, width, view_height()}, {.padding = 0});
    n_changes += tabs("Task", kLabels, chosen) ? 1 : 0;
  };
}

}  // namespace

TEST_CASE("tabs: names, places and the chosen one") {
  int chosen = 0, n = 0;
  Stage stage(tabs_on_page(chosen, n));
  stage.frame();
  CHECK(stage.below(stage.the(Role::tab_list, "Task").id).size() == 3);
  CHECK(stage.names(Role::tab) == std::vector<std::string>{"Prompt", "Tables", "Hints (1/3)"});
  CHECK((stage.the(Role::tab, "Prompt").flags & kSelected) != 0);
  CHECK((stage.the(Role::tab, "Tables").flags & kSelected) == 0);
  CHECK(stage.the(Role::tab, "Hints (1/3)").position == 3);
  CHECK(stage.the(Role::tab, "Hints (1/3)").n_set == 3);
  CHECK(n == 0);
}

TEST_CASE("tabs: click and activation open one") {
  int chosen = 0, n = 0;
  Stage stage(tabs_on_page(chosen, n));
  stage.frame();
  stage.click(Role::tab, "Tables");
  CHECK(chosen == 1);
  stage.activate(Role::tab, "Hints (1/3)");
  CHECK(chosen == 2);
  CHECK(n == 2);
  stage.click(Role::tab, "Hints (1/3)");
  CHECK(n == 2);
}

TEST_CASE("tabs: one Tab stop, arrows open the neighbour and go round") {
  int chosen = 0, n = 0;
  Stage stage(tabs_on_page(chosen, n));
  stage.frame();
  CHECK(stage.tab_order() == std::vector<std::string>{"Prompt"});
  stage.focus(0);
  stage.tab();
  const struct {
    const char* key;
    int chosen;
  } steps[] = {{"ArrowRight", 1}, {"ArrowRight", 2}, {"ArrowRight", 0}, {"ArrowLeft", 2}, {"Home", 0}, {"End", 2}};
  for (const auto& step : steps) {
    CHECK(stage.press(step.key));
    CHECK(chosen == step.chosen);
    REQUIRE(stage.focused());
    CHECK(stage.focused()->position == step.chosen + 1);
    CHECK(focused_id() == stage.focused()->id);
  }
  CHECK_FALSE(stage.press("ArrowDown"));
}

TEST_CASE("tabs: a choice out of range is brought back") {
  int chosen = 9, n = 0;
  Stage stage(tabs_on_page(chosen, n));
  stage.frame();
  CHECK(chosen == 2);
}

TEST_CASE("tabs: narrow rows wrap rather than leave their place") {
  for (const float width : {140.0f, 200.0f, 260.0f, 320.0f, 600.0f}) {
    CAPTURE(width);
    int chosen = 0, n = 0;
    Stage stage(tabs_on_page(chosen, n, width), {.width = width});
    stage.frame();
    CHECK(ui_test::fault_text(stage) == "");
  }
}
