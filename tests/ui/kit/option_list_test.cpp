#include "ui/kit/option_list.h"

#include <doctest/doctest.h>

#include "ui/checks.h"
#include "ui/kit/layout.h"
#include "ui/stage.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

namespace {

const std::vector<std::string> kTexts = {"A **long** option that does not fit into one line of a narrow window, with $\\frac{a}{b}$ in it",
                                         "Short", "3. `count(*)` of rows"};

struct Options {
  std::vector<bool> on = std::vector<bool>(3, false);
  bool several = false;
  int n_changes = 0;
  void draw() {
    const Area area("Page", {0, 0, view_width(), view_height()});
    n_changes += option_list("Answers", kTexts, several, on) ? 1 : 0;
  }
};

}  // namespace

TEST_CASE("option list: one of them, by mouse and by keys") {
  Options options;
  Stage stage([&] { options.draw(); }, {.width = 320, .height = 640});
  stage.frame();
  CHECK(ui_test::fault_text(stage) == "");
  const std::vector<SemanticNode> radios = stage.all(Role::radio);
  REQUIRE(radios.size() == 3);
  CHECK(radios[0].name.find("A long option that does not fit") == 0);
  CHECK(radios[2].name == "3. count(*) of rows");
  CHECK(radios[0].rect.h > 2 * 24);
  CHECK(radios[1].n_set == 3);
  stage.click(Role::radio, "Short");
  CHECK(options.on == std::vector<bool>{false, true, false});
  CHECK(options.n_changes == 1);
  stage.click(Role::radio, "Short");
  CHECK(options.on == std::vector<bool>{false, true, false});
  stage.focus(stage.the(Role::radio, "Short").id);
  stage.press("ArrowDown");
  CHECK(options.on == std::vector<bool>{false, false, true});
  CHECK(stage.focused()->name == "3. count(*) of rows");
  stage.press("ArrowDown");
  CHECK(options.on == std::vector<bool>{true, false, false});
  stage.press("End");
  CHECK(options.on == std::vector<bool>{false, false, true});
  stage.press("Home");
  CHECK(options.on == std::vector<bool>{true, false, false});
  CHECK(stage.tab_order().size() == 1);
}

TEST_CASE("option list: several, each a stop for Tab") {
  Options options;
  options.several = true;
  Stage stage([&] { options.draw(); }, {.width = 412, .height = 640, .coarse_pointer = true});
  stage.frame();
  CHECK(ui_test::fault_text(stage) == "");
  CHECK(stage.all(Role::check_box).size() == 3);
  CHECK(stage.tab_order().size() == 3);
  stage.tab_to(Role::check_box, "Short");
  stage.press(" ");
  stage.click(Role::check_box, "3. count(*) of rows");
  CHECK(options.on == std::vector<bool>{false, true, true});
  CHECK((stage.the(Role::check_box, "Short").flags & kChecked) != 0);
  stage.click(Role::check_box, "Short");
  CHECK(options.on == std::vector<bool>{false, false, true});
}
