#include "ui/kit/feedback.h"

#include <doctest/doctest.h>

#include "ui/checks.h"
#include "ui/stage.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

namespace {

struct Asking {
  bool open = false;
  int n_behind = 0, n_yes = 0, n_dismissed = 0, n_run = 0;
  std::vector<std::string> toasts;
  std::vector<std::size_t> dismissed;

  void draw() {
    {
      const Area area("Page", {0, 0, view_width(), view_height()});
      sql_field("SQL", {"draft/x", "select 1", 0}, {});
      n_behind += button("Behind") ? 1 : 0;
      n_run += button("Run", {.shortcut = "Control+Enter"}) ? 1 : 0;
    }
    for (std::size_t i = 0; i < toasts.size(); ++i)
      if (toast(toasts[i], i % 2 ? Tone::bad : Tone::normal, static_cast<int>(i))) dismissed.push_back(i);
    if (!open) return;
    Dialog dialog("Give up?");
    text("It stays noted.");
    n_yes += button("Yes") ? 1 : 0;
    if (dialog.dismissed()) {
      ++n_dismissed;
      open = false;
    }
  }
};

}  // namespace

TEST_CASE("dialog: takes the focus, keeps Tab inside and goes with Escape") {
  Asking asking;
  Stage stage([&] { asking.draw(); });
  stage.frame();
  stage.tab_to(Role::button, "Behind");
  asking.open = true;
  stage.frame();
  const SemanticNode dialog = stage.the(Role::dialog, "Give up?");
  CHECK((dialog.flags & kModal) != 0);
  REQUIRE(stage.focused());
  CHECK(stage.focused()->id == dialog.id);
  CHECK(stage.tab_order() == std::vector<std::string>{"Yes"});
  CHECK(stage.the(Role::heading, "Give up?").parent == dialog.id);
  CHECK(dialog.rect.x + dialog.rect.w / 2 == doctest::Approx(640).epsilon(0.01));
  CHECK(dialog.rect.y + dialog.rect.h / 2 == doctest::Approx(360).epsilon(0.02));
  CHECK(stage.press("Escape"));
  CHECK(asking.n_dismissed == 1);
  stage.frame();
  CHECK_FALSE(stage.find(Role::dialog, "Give up?"));
}

TEST_CASE("dialog: what is behind it can't be pressed, nor reached by a shortcut") {
  Asking asking;
  asking.open = true;
  Stage stage([&] { asking.draw(); });
  stage.frame();
  stage.click(Role::button, "Yes");
  CHECK(asking.n_yes == 1);
  CHECK_FALSE(stage.press("Enter", kControl));
  CHECK(asking.n_run == 0);
  stage.click(Role::button, "Behind");
  CHECK(asking.n_behind == 0);
  CHECK(asking.n_dismissed == 1);  // it was a press outside
  stage.click(Role::button, "Behind");
  CHECK(asking.n_behind == 1);
}

TEST_CASE("dialog: text fields below it are covered") {
  Asking asking;
  Stage stage([&] { asking.draw(); });
  stage.frame();
  REQUIRE(text_hosts().size() == 1);
  CHECK(text_hosts()[0].covers.empty());
  asking.open = true;
  stage.frame();
  REQUIRE(text_hosts().size() == 1);
  REQUIRE(text_hosts()[0].covers.size() == 1);
  CHECK(text_hosts()[0].covers[0] == Rect{0, 0, 1280, 720});
}

TEST_CASE("toast: stands above the screen and is dismissed one by one") {
  Asking asking;
  asking.toasts = {"Saved.", "Storing failed: the browser has no room left for your record.", "Copied."};
  Stage stage([&] { asking.draw(); });
  stage.frame();
  for (const std::string& words : asking.toasts) CHECK(stage.says(words));
  const auto buttons = stage.all(Role::button);
  std::vector<SemanticNode> dismiss;
  for (const SemanticNode& one : buttons)
    if (one.name == "Dismiss") dismiss.push_back(one);
  REQUIRE(dismiss.size() == 3);
  for (std::size_t i = 0; i + 1 < dismiss.size(); ++i) CHECK(dismiss[i + 1].rect.y + dismiss[i + 1].rect.h < dismiss[i].rect.y);
  stage.click_at(dismiss[1].rect.x + 10, dismiss[1].rect.y + 10);
  CHECK(asking.dismissed == std::vector<std::size_t>{1});
  activate(dismiss[2].id);
  stage.frame();
  CHECK(asking.dismissed == std::vector<std::size_t>{1, 2});
}

TEST_CASE("toast: covers the field below it, and its box is that of its node") {
  Asking asking;
  asking.toasts = {"Saved."};
  Stage stage([&] { asking.draw(); }, {.width = 400, .height = 300});
  stage.frame();
  REQUIRE(text_hosts().size() == 1);
  REQUIRE(text_hosts()[0].covers.size() == 1);
  const Rect box = text_hosts()[0].covers[0];
  CHECK(box.x >= 0);
  CHECK(box.x + box.w <= 400);
  const SemanticNode node = stage.the(Role::group, "Message");
  CHECK(node.rect == box);
}

TEST_CASE("progress: says its share in words") {
  Stage stage([] {
    const Area area("Page", {0, 0, 300, 300});
    progress("Solved", 0.25, "3 of 12 solved");
    progress("Loading", 0.333, "");
    progress("Over", 7, "");
    progress("Under", -1, "");
  });
  stage.frame();
  CHECK(stage.the(Role::progress_bar, "Solved").value == "3 of 12 solved");
  CHECK(stage.the(Role::progress_bar, "Loading").value == "33 %");
  CHECK(stage.the(Role::progress_bar, "Over").value == "100 %");
  CHECK(stage.the(Role::progress_bar, "Under").value == "0 %");
  CHECK(ui_test::fault_text(stage) == "");
}
