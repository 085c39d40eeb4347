#include "ui/kit/sort_list.h"

#include <doctest/doctest.h>

#include "ui/checks.h"
#include "ui/kit/layout.h"
#include "ui/stage.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

namespace {

struct Steps {
  std::vector<std::string> texts = {"a", "b with *words* that take more than a line in a narrow window, as they may", "c", "d"};
  void draw() {
    const Area area("Page", {0, 0, view_width(), view_height()});
    const SortMove move = sort_list("Steps", texts);
    if (move.to < 0) return;
    const std::string text = texts[static_cast<std::size_t>(move.from)];
    texts.erase(texts.begin() + move.from);
    texts.insert(texts.begin() + move.to, text);
  }
  std::string heads() const {
    std::string all;
    for (const std::string& text : texts) all += text[0];
    return all;
  }
};

}  // namespace

TEST_CASE("sort list: buttons move a row, and say where it stands") {
  Steps steps;
  Stage stage([&] { steps.draw(); }, {.width = 320, .height = 640});
  stage.frame();
  CHECK(ui_test::fault_text(stage) == "");
  CHECK(stage.the(Role::button, "Move down: c").description == "3 of 4");
  stage.click(Role::button, "Move down: a");
  stage.frame();
  CHECK(steps.heads() == "bacd");
  stage.click(Role::button, "Move up: d");
  stage.frame();
  CHECK(steps.heads() == "badc");
  CHECK((stage.the(Role::button, "Move up: b with words that take more than a line in a narrow window, as they may").flags & kDisabled) != 0);
  CHECK((stage.the(Role::button, "Move down: c").flags & kDisabled) != 0);
  CHECK(ui_test::fault_text(stage) == "");
}

TEST_CASE("sort list: arrow keys move the row, and the focus goes with it") {
  Steps steps;
  Stage stage([&] { steps.draw(); }, {.width = 412, .height = 640, .coarse_pointer = true});
  stage.frame();
  CHECK(ui_test::fault_text(stage) == "");
  stage.tab_to(Role::button, "Move up: c");
  stage.press("ArrowUp");
  stage.frame();
  CHECK(steps.texts[1] == "c");
  CHECK(stage.focused()->name == "Move up: c");
  stage.press("ArrowUp");
  stage.frame();
  CHECK(steps.texts[0] == "c");
  CHECK(stage.focused()->name == "Move down: c");  // the other one is disabled here
  stage.press("End");
  stage.frame();
  CHECK(steps.texts[3] == "c");
  CHECK(stage.focused()->name == "Move up: c");
  stage.press("Home");
  stage.frame();
  CHECK(steps.texts[0] == "c");
  stage.press("Enter");
  stage.frame();
  CHECK(steps.texts[1] == "c");
}
