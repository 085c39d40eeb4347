#include "ui/kit/frame.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "ui/checks.h"
#include "ui/stage.h"
#include "ui/kit/button.h"
#include "ui/kit/layout.h"
#include "ui/kit/tabs.h"
#include "ui/kit/text.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

TEST_CASE("frame: ids stay the same when the window changes and other things come and go") {
  bool more = false;
  int tab = 0;
  Stage stage([&] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    if (more) text("Something new above.");
    tabs("Tabs", {{"One", nullptr, ""}, {"Two", nullptr, more ? "9" : ""}}, tab);
    const Card card;
    button("Run");
    text("Words");
    kit::link("Link", "#/");
  });
  stage.frame();
  std::map<std::string, std::uint32_t> before;
  for (const Role role : {Role::button, Role::link})
    for (const SemanticNode& node : stage.all(role)) before[node.name] = node.id;
  before["One"] = stage.the(Role::tab, "One").id;
  before["Two"] = stage.the(Role::tab, "Two").id;
  more = true;
  stage.window = {.width = 500, .height = 900, .dpr = 2, .dark = true};
  stage.frame();
  CHECK(stage.the(Role::button, "Run").id == before["Run"]);
  CHECK(stage.the(Role::link, "Link").id == before["Link"]);
  CHECK(stage.the(Role::tab, "One").id == before["One"]);
  CHECK(stage.the(Role::tab, "Two (9)").id == before["Two"]);
}

TEST_CASE("frame: a screen at rest wants no more frames") {
  Stage stage([] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    button("Run");
    text("Words");
  });
  stage.frame();
  CHECK_FALSE(unsettled());
  CHECK(wake_ms() == -1);
  const int before = stage.n_drawn();
  stage.frame();
  CHECK(stage.n_drawn() - before == 2);
}

TEST_CASE("frame: the earliest wish to wake counts, and lasts one frame") {
  bool wish = true;
  Stage stage([&] {
    if (!wish) return;
    wake_after(500);
    wake_after(20);
    wake_after(1'000);
  });
  stage.frame();
  CHECK(wake_ms() == 20);
  wish = false;
  stage.frame();
  CHECK(wake_ms() == -1);
}

TEST_CASE("frame: keys nobody asked for are left to the browser") {
  Stage stage([] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    button("Run", {.shortcut = "Control+Enter"});
  });
  stage.frame();
  const struct {
    const char* key;
    int mods;
  } cases[] = {{"l", kControl}, {"F5", 0}, {"Tab", 0}, {"ArrowLeft", kAlt}, {"f", kControl}, {"PageDown", 0}, {"Escape", 0}, {"x", 0}};
  stage.tab();
  for (const auto& one : cases) {
    CAPTURE(one.key);
    CHECK_FALSE(stage.press(one.key, one.mods));
  }
}

TEST_CASE("frame: activating or focusing what is not there does nothing") {
  int n = 0;
  Stage stage([&] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    n += button("Run") ? 1 : 0;
  });
  stage.frame();
  activate(12345);
  scroll_to(12345);
  set_value(12345, 3);
  focus(12345, true);
  CHECK_FALSE(key_down("ArrowDown", 0, 12345, false));
  stage.frame();
  CHECK(n == 0);
}

TEST_CASE("frame: pressing with the mouse gives the focus without a ring, keys with one") {
  Stage stage([] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    button("One");
    button("Two");
  });
  stage.frame();
  stage.click(Role::button, "Two");
  REQUIRE(stage.focused());
  CHECK(stage.focused()->name == "Two");
  CHECK(focused_id() == stage.focused()->id);
  stage.shift_tab();
  REQUIRE(stage.focused());
  CHECK(stage.focused()->name == "One");
  stage.shift_tab();
  CHECK_FALSE(stage.focused());  // out of the page: no trap
}

TEST_CASE("frame: when the focused thing goes, the focus finds a place") {
  bool there = true;
  Stage stage([&] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    heading(1, "Title");
    if (there) button("Run");
  });
  stage.frame();
  stage.tab_to(Role::button, "Run");
  there = false;
  stage.frame();
  REQUIRE(stage.focused());
  CHECK(stage.focused()->name == "Title");
}

TEST_CASE("frame: any text can be a name, nothing and what Dear ImGui has a meaning for included") {
  Stage stage([] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    for (const char* name : {"", "###x", "a###x", "b##x", "%s%n", "\xFF"}) {
      button(name);
      text(name);
      heading(2, name);
    }
    button(std::string_view());
  });
  stage.frame();
  std::set<std::uint32_t> ids;
  for (const SemanticNode& node : stage.nodes()) CHECK(ids.insert(node.id).second);
  CHECK(stage.find(Role::button, "a###x"));
}

TEST_CASE("frame: any window can be drawn, the smallest and the largest") {
  for (const float width : {1.0f, 50.0f, 320.0f, 4000.0f})
    for (const float dpr : {0.5f, 1.0f, 3.0f})
      for (const float text_scale : {0.8f, 2.0f}) {
        int tab = 0;
        Stage stage([&] {
          const Area area("Page", {0, 0, view_width(), view_height()});
          heading(1, "Title");
          tabs("Tabs", {{"One", nullptr, ""}, {"Two", nullptr, ""}}, tab);
          const Flow flow(8);
          button("Run");
          text("Some words that wrap somewhere, or nowhere.");
        }, {.width = width, .height = width, .dpr = dpr, .text_scale = text_scale});
        stage.frame();
        CHECK(stage.find(Role::button, "Run"));
      }
}
