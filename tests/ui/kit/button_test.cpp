#include "ui/kit/button.h"

#include <doctest/doctest.h>

#include "ui/checks.h"
#include "ui/stage.h"
#include "ui/kit/layout.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

namespace {

std::function<void()> on_page(std::function<void()> draw) {
  return [draw] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    draw();
  };
}

bool has(const SemanticNode& node, std::uint32_t flags) { return (node.flags & flags) == flags; }

}  // namespace

TEST_CASE("button: the mouse, Enter, Space and assistive technology press it once each") {
  int n = 0;
  Stage stage(on_page([&] { n += button("Run", {.description = "Runs it"}) ? 1 : 0; }));
  stage.frame();
  const SemanticNode node = stage.the(Role::button, "Run");
  CHECK(has(node, kFocusable | kInTabOrder));
  CHECK(node.description == "Runs it");
  stage.click(Role::button, "Run");
  CHECK(n == 1);
  stage.activate(Role::button, "Run");
  CHECK(n == 2);
  stage.tab_to(Role::button, "Run");
  stage.press("Enter");
  CHECK(n == 3);
  stage.press(" ");
  CHECK(n == 4);
  stage.frame();
  CHECK(n == 4);
}

TEST_CASE("button: a press that leaves before the lift is none") {
  int n = 0;
  Stage stage(on_page([&] { n += button("Run") ? 1 : 0; }));
  stage.frame();
  const SemanticNode node = stage.the(Role::button, "Run");
  pointer_move(node.rect.x + 5, node.rect.y + 5, PointerSource::mouse);
  pointer_button(true, 0, PointerSource::mouse);
  stage.frame();
  pointer_move(900, 600, PointerSource::mouse);
  pointer_button(false, 0, PointerSource::mouse);
  stage.frame();
  CHECK(n == 0);
}

TEST_CASE("button: disabled, it says so and does nothing") {
  int n = 0;
  Stage stage(on_page([&] { n += button("Run", {.shortcut = "Control+Enter", .disabled = true}) ? 1 : 0; }));
  stage.frame();
  CHECK(has(stage.the(Role::button, "Run"), kDisabled));
  CHECK_FALSE(has(stage.the(Role::button, "Run"), kInTabOrder));
  CHECK_FALSE(has(stage.the(Role::button, "Run"), kFocusable));
  stage.click(Role::button, "Run");
  stage.activate(Role::button, "Run");
  CHECK_FALSE(stage.press("Enter", kControl));
  stage.tab();
  CHECK_FALSE(stage.focused());
  CHECK(n == 0);
}

TEST_CASE("button: its shortcut works wherever the focus is, and only with its keys") {
  int n = 0;
  Stage stage(on_page([&] {
    n += button("Run", {.shortcut = "Control+Enter", .shortcut_shown = "Ctrl Enter"}) ? 1 : 0;
    button("Other");
  }));
  stage.frame();
  CHECK(stage.the(Role::button, "Run").shortcut == "Control+Enter");
  CHECK(stage.press("Enter", kControl));
  CHECK(n == 1);
  stage.tab_to(Role::button, "Other");
  CHECK(stage.press("Enter", kControl));
  CHECK(n == 2);
  CHECK_FALSE(stage.press("Enter", kControl | kShift));
  CHECK_FALSE(stage.press("r", kControl));
  CHECK(n == 2);
}

TEST_CASE("button: one that stays down says so; an icon alone keeps its name") {
  Stage stage(on_page([] {
    button("Bold", {.pressed = true});
    button("Close", {.icon = "\xEE\x86\xB2", .icon_only = true});
  }));
  stage.frame();
  CHECK(has(stage.the(Role::button, "Bold"), kPressable | kPressed));
  CHECK(stage.the(Role::button, "Close").rect.w < stage.the(Role::button, "Bold").rect.w);
}

TEST_CASE("button: two of a name are two nodes, in every frame the same") {
  int pressed = 0;
  Stage stage(on_page([&] {
    if (button("Copy")) pressed = 1;
    if (button("Copy")) pressed = 2;
  }));
  stage.frame();
  const auto first = stage.all(Role::button);
  REQUIRE(first.size() == 2);
  CHECK(first[0].id != first[1].id);
  stage.frame();
  CHECK(stage.all(Role::button)[0].id == first[0].id);
  CHECK(stage.all(Role::button)[1].id == first[1].id);
  activate(first[1].id);
  stage.frame();
  CHECK(pressed == 2);
}

TEST_CASE("link: says where it leads and is followed") {
  int n = 0;
  Stage stage(on_page([&] { n += kit::link("Practice", "#/practice") ? 1 : 0; }));
  stage.frame();
  CHECK(stage.the(Role::link, "Practice").value == "#/practice");
  stage.click(Role::link, "Practice");
  stage.activate(Role::link, "Practice");
  stage.tab_to(Role::link, "Practice");
  stage.press("Enter");
  CHECK(n == 3);
}

TEST_CASE("check box: turns over by click, Space and assistive technology") {
  bool on = false;
  Stage stage(on_page([&] { check_box("Wrap lines", on); }));
  stage.frame();
  CHECK_FALSE(has(stage.the(Role::check_box, "Wrap lines"), kChecked));
  stage.click(Role::check_box, "Wrap lines");
  CHECK(on);
  stage.frame();
  CHECK(has(stage.the(Role::check_box, "Wrap lines"), kChecked));
  stage.tab_to(Role::check_box, "Wrap lines");
  stage.press(" ");
  CHECK_FALSE(on);
  stage.activate(Role::check_box, "Wrap lines");
  CHECK(on);
}

TEST_CASE("check box: a name too long for the window takes several lines") {
  bool on = false;
  const std::string name = "One final mock: a full simulation, both kinds mixed, 5 rounds; write down only the three things to change";
  Stage stage(on_page([&] { check_box(name, on); }), {.width = 320, .height = 640});
  stage.frame();
  const SemanticNode box = stage.the(Role::check_box, name);
  CHECK(box.rect.x + box.rect.w <= 320);
  CHECK(box.rect.h > 50);
  CHECK(ui_test::fault_text(stage) == "");
}

TEST_CASE("choice: one Tab stop, arrows choose and take the focus along") {
  int chosen = 1, n_changes = 0;
  Stage stage(on_page([&] { n_changes += choice("Level", {"All", "L4", "L5", "L6"}, chosen) ? 1 : 0; }));
  stage.frame();
  const SemanticNode group = stage.the(Role::radio_group, "Level");
  CHECK(stage.below(group.id).size() == 4);
  CHECK(stage.tab_order() == std::vector<std::string>{"L4"});
  stage.focus(0);
  stage.tab();
  const struct {
    const char* key;
    int chosen;
  } steps[] = {{"ArrowRight", 2}, {"ArrowDown", 3}, {"ArrowRight", 0}, {"ArrowLeft", 3}, {"ArrowUp", 2}, {"Home", 0}, {"End", 3}};
  int n = 0;
  for (const auto& step : steps) {
    CAPTURE(n);
    CHECK(stage.press(step.key));
    CHECK(chosen == step.chosen);
    CHECK(n_changes == ++n);
    const auto radios = stage.all(Role::radio);
    for (int i = 0; i < 4; ++i) {
      const SemanticNode& radio = radios[static_cast<std::size_t>(i)];
      CHECK(has(radio, kChecked) == (i == step.chosen));
      CHECK(has(radio, kInTabOrder) == (i == step.chosen));
      CHECK(radio.position == i + 1);
      CHECK(radio.n_set == 4);
    }
    REQUIRE(stage.focused());
    CHECK(stage.focused()->id == radios[static_cast<std::size_t>(step.chosen)].id);
    CHECK(focused_id() == stage.focused()->id);  // so that the ring is drawn there
  }
  CHECK_FALSE(stage.press("PageDown"));
}

TEST_CASE("choice: click and activation choose; nothing chosen leaves the first as the stop") {
  int chosen = -1;
  Stage stage(on_page([&] { choice("Level", {"All", "L4", "L5"}, chosen); }));
  stage.frame();
  CHECK(stage.tab_order() == std::vector<std::string>{"All"});
  stage.click(Role::radio, "L5");
  CHECK(chosen == 2);
  stage.activate(Role::radio, "L4");
  CHECK(chosen == 1);
  stage.frame();
  CHECK(stage.tab_order() == std::vector<std::string>{"L4"});
}

TEST_CASE("buttons of all kinds are high enough, also for fingers and with other text sizes") {
  for (const bool coarse : {false, true})
    for (const float dpr : {1.0f, 1.25f, 2.0f}) {
      bool on = true;
      int chosen = 0;
      Stage stage(on_page([&] {
                    for (const ButtonKind kind : {ButtonKind::primary, ButtonKind::secondary, ButtonKind::quiet}) {
                      button("Words", {.kind = kind, .icon = "\xEE\x86\xB2", .shortcut_shown = "Ctrl Enter"});
                      button("Icon", {.kind = kind, .icon = "\xEE\x86\xB2", .icon_only = true});
                    }
                    kit::link("Link", "#/x");
                    check_box("Box", on);
                    choice("Choice", {"a", "b"}, chosen);
                  }),
                  {.dpr = dpr, .dark = coarse, .coarse_pointer = coarse});
      stage.frame();
      CHECK(ui_test::fault_text(stage) == "");
    }
}

TEST_CASE("button: a key of its own keeps the focus when the name changes") {
  int n = 0;
  Stage stage(on_page([&] { n += button("Pressed " + std::to_string(n), {.key = "count"}) ? 1 : 0; }));
  stage.frame();
  const std::uint32_t id = stage.all(Role::button)[0].id;
  stage.tab();
  for (int i = 0; i < 3; ++i) stage.press("Enter");
  CHECK(n == 3);
  CHECK(stage.the(Role::button, "Pressed 3").id == id);
  CHECK(stage.focused()->id == id);
}
