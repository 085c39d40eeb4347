#include "ui/kit/layout.h"

#include <doctest/doctest.h>

#include <string>

#include "ui/checks.h"
#include "ui/stage.h"
#include "ui/kit/button.h"
#include "ui/kit/list.h"
#include "ui/kit/navigation.h"
#include "ui/kit/text.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

namespace {

std::function<void()> many_buttons(int n, AreaOptions options) {
  return [n, options] {
    const Area area("Page", {0, 0, view_width(), view_height()}, options);
    for (int i = 0; i < n; ++i) button("Button " + std::to_string(i));
  };
}

}  // namespace

TEST_CASE("layout: a column stacks, a flow goes across and wraps") {
  Stage stage([] {
    const Area area("Page", {0, 0, 300, 400}, {.padding = 10, .gap = 12});
    button("a");
    button("b");
    const Flow flow(8);
    for (const char* name : {"c", "d", "e", "f", "g", "h", "i"}) button(name);
  });
  stage.frame();
  const auto rect = [&](const char* name) { return stage.the(Role::button, name).rect; };
  CHECK(rect("a").x == 10);
  CHECK(rect("a").y == 10);
  CHECK(rect("b").y == rect("a").y + rect("a").h + 12);
  CHECK(rect("c").y == rect("b").y + rect("b").h + 12);
  CHECK(rect("d").y == rect("c").y);
  CHECK(rect("d").x == rect("c").x + rect("c").w + 8);
  CHECK(rect("i").x == 10);
  CHECK(rect("i").y == rect("c").y + rect("c").h + 8);
  CHECK(ui_test::fault_text(stage) == "");
}

TEST_CASE("layout: columns, cards and groups nested in each other keep apart") {
  Stage stage([] {
    const Area area("Page", {0, 0, 320, 600});
    for (int i = 0; i < 3; ++i) {
      const Card card(Tone::careful);
      text("Words in a card");
      const Flow flow(6);
      button("One");
      const Column column(4, 100);
      button("Two");
      text("Three");
    }
    const Group group(Role::list, "List");
    const Column column(4);
    button("End");
  });
  stage.frame();
  CHECK(ui_test::fault_text(stage) == "");
  const SemanticNode group = stage.the(Role::list, "List");
  const SemanticNode inside = stage.the(Role::button, "End");
  CHECK(inside.parent == group.id);
  CHECK(group.rect.y <= inside.rect.y);
  CHECK(group.rect.y + group.rect.h >= inside.rect.y + inside.rect.h);
}

TEST_CASE("layout: an area with a widest content stands in the middle") {
  Stage stage([] {
    const Area area("Page", {0, 0, 1000, 400}, {.padding = 0, .max_width = 600});
    CHECK(content_width() == 600);
    rule();
    button("a");
  });
  stage.frame();
  CHECK(stage.the(Role::button, "a").rect.x == 200);
}

TEST_CASE("layout: what does not fit scrolls by keys, by wheel and by Tab") {
  Stage stage(many_buttons(40, {.role = Role::main, .tab_stop = true}));
  stage.frame();
  const auto y = [&] { return stage.the(Role::button, "Button 0").rect.y; };
  CHECK(y() == 16);
  CHECK((stage.the(Role::button, "Button 39").flags & kOffScreen) != 0);
  stage.tab();
  REQUIRE(stage.focused());
  CHECK(stage.focused()->role == Role::main);
  CHECK(stage.press("ArrowDown"));
  CHECK(y() == 16 - 48);
  CHECK(stage.press("PageDown"));
  CHECK(y() == doctest::Approx(16 - 48 - 720 * 0.9).epsilon(0.01));
  CHECK(stage.press("Home"));
  CHECK(y() == 16);
  CHECK(stage.press("End"));
  CHECK((stage.the(Role::button, "Button 39").flags & kOffScreen) == 0);
  CHECK((stage.the(Role::button, "Button 0").flags & kOffScreen) != 0);
  stage.press("Home");
  pointer_move(400, 400, PointerSource::mouse);
  wheel(0, 100);
  stage.frame();
  CHECK(y() == doctest::Approx(16 - 100).epsilon(0.02));
  stage.tab_to(Role::button, "Button 39");
  CHECK((stage.focused()->flags & kOffScreen) == 0);
  const SemanticNode last = *stage.focused();
  CHECK(last.rect.y + last.rect.h <= 720);
}

TEST_CASE("layout: an area that fits is no stop") {
  Stage stage(many_buttons(3, {.tab_stop = true}));
  stage.frame();
  CHECK((stage.the(Role::region, "Page").flags & (kInTabOrder | kFocusable)) == 0);
}

TEST_CASE("layout: a click on something out of sight comes after scrolling to it") {
  int pressed = -1;
  Stage stage([&] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    for (int i = 0; i < 40; ++i)
      if (button("Button " + std::to_string(i))) pressed = i;
  });
  stage.frame();
  stage.click(Role::button, "Button 30");
  CHECK(pressed == 30);
}

TEST_CASE("layout: the divider moves by arrows, by drag and by assistive technology, within its limits") {
  double share = 0.4;
  int n_done = 0;
  Rect left, right;
  Stage stage([&] {
    const Area area("Page", {0, 0, view_width(), view_height()}, {.padding = 0});
    n_done += split("Divider", {0, 0, 1008, 500}, share, left, right) ? 1 : 0;
  });
  stage.frame();
  const SemanticNode node = stage.the(Role::separator, "Divider");
  CHECK((node.flags & (kInTabOrder | kArrowsAcross)) == (kInTabOrder | kArrowsAcross));
  CHECK(node.value == "40 %");
  CHECK(left.w == 400);
  CHECK(right.x == 408);
  CHECK(right.w == 600);
  stage.tab();
  CHECK(stage.press("ArrowRight"));
  CHECK(share == doctest::Approx(0.42));
  CHECK(n_done == 1);
  CHECK(stage.press("ArrowLeft"));
  CHECK(stage.press("ArrowLeft"));
  CHECK(share == doctest::Approx(0.38));
  CHECK_FALSE(stage.press("ArrowUp"));
  set_value(node.id, 60);
  stage.frame();
  CHECK(share == doctest::Approx(0.6));
  CHECK(stage.the(Role::separator, "Divider").value == "60 %");
  set_value(node.id, 99);
  stage.frame();
  CHECK(share == doctest::Approx(0.75));
  for (int i = 0; i < 40; ++i) stage.press("ArrowLeft");
  CHECK(share == doctest::Approx(0.25));

  n_done = 0;
  const SemanticNode at = stage.the(Role::separator, "Divider");
  pointer_move(at.rect.x + 4, 250, PointerSource::mouse);
  stage.frame();
  pointer_button(true, 0, PointerSource::mouse);
  stage.frame();
  pointer_move(504, 250, PointerSource::mouse);
  stage.frame();
  CHECK(share == doctest::Approx(0.5));
  CHECK(n_done == 0);
  pointer_button(false, 0, PointerSource::mouse);
  stage.frame();
  CHECK(n_done == 1);
}

TEST_CASE("layout: a drag of the divider that ends elsewhere is let go of as well") {
  double share = 0.4;
  int n_done = 0;
  Rect left, right;
  Stage stage([&] {
    const Area area("Page", {0, 0, view_width(), view_height()}, {.padding = 0});
    n_done += split("Divider", {0, 0, 1008, 500}, share, left, right) ? 1 : 0;
  });
  stage.frame();
  const SemanticNode at = stage.the(Role::separator, "Divider");
  pointer_move(at.rect.x + 4, 250, PointerSource::mouse);
  stage.frame();
  pointer_button(true, 0, PointerSource::mouse);
  stage.frame();
  pointer_move(1200, 700, PointerSource::mouse);  // past the limit: the divider is not below the pointer
  stage.frame();
  CHECK(share == doctest::Approx(0.75));
  pointer_button(false, 0, PointerSource::mouse);
  stage.frame();
  CHECK(n_done == 1);
}

TEST_CASE("list: a row is a link with all its words") {
  int n = 0;
  ListRow row{"Title", "SQL, 20 min", "#/item/x", "\xEE\x88\xA6", Tone::good, "solved", {{"L5", Tone::accent}, {"hard", Tone::bad}}};
  Stage stage([&] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    const Group list(Role::list, "Rows");
    n += list_row(row, 2, 7) ? 1 : 0;
  });
  stage.frame();
  const SemanticNode link = stage.the(Role::link, "Title");
  CHECK(link.value == "#/item/x");
  CHECK(link.description == "solved, L5, hard. SQL, 20 min");
  const SemanticNode item = stage.all(Role::list_item)[0];
  CHECK(link.parent == item.id);
  CHECK(item.position == 2);
  CHECK(item.n_set == 7);
  stage.click(Role::link, "Title");
  stage.activate(Role::link, "Title");
  stage.tab_to(Role::link, "Title");
  stage.press("Enter");
  CHECK(n == 3);
  for (const float width : {300.0f, 320.0f, 500.0f, 600.0f, 900.0f}) {
    CAPTURE(width);
    stage.window.width = width;
    row.title = "A title that is rather too long for a window as narrow as that of a phone, or so it seems";
    stage.frame();
    CHECK(ui_test::fault_text(stage) == "");
  }
}

TEST_CASE("navigation: a rail, icons or a bar, with the same three links") {
  const struct {
    float width, content_x, content_w;
  } cases[] = {{1280, 184, 1096}, {1100, 184, 916}, {1099, 72, 1027}, {700, 72, 628}, {699, 0, 699}, {320, 0, 320}};
  for (const auto& one : cases) {
    CAPTURE(one.width);
    Rect content;
    int pressed = -1;
    Stage stage([&] {
      const int now = navigation({{"Today", "#/", "\xEE\x83\xB5"}, {"Practice", "#/practice", "\xEE\x83\xB5"}}, 1, content);
      if (now >= 0) pressed = now;
    }, {.width = one.width});
    stage.frame();
    CHECK(content.x == one.content_x);
    CHECK(content.w == one.content_w);
    CHECK(stage.names(Role::link) == std::vector<std::string>{"Today", "Practice"});
    CHECK((stage.the(Role::link, "Practice").flags & kCurrent) != 0);
    CHECK((stage.the(Role::link, "Today").flags & kCurrent) == 0);
    CHECK(stage.tab_order() == std::vector<std::string>{"Today", "Practice"});
    stage.click(Role::link, "Today");
    CHECK(pressed == 0);
    stage.activate(Role::link, "Practice");
    CHECK(pressed == 1);
    CHECK(ui_test::fault_text(stage) == "");
  }
}
