#include "ui/kit/touch.h"

#include <doctest/doctest.h>

#include <string>

#include "ui/kit/button.h"
#include "ui/kit/layout.h"
#include "ui/stage.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

namespace {

struct Fingers {
  int pressed = -1;
  Stage stage{[this] {
                const Area area("Page", {0, 0, view_width(), view_height()});
                for (int i = 0; i < 60; ++i)
                  if (button("Button " + std::to_string(i))) pressed = i;
              },
              {.width = 400, .height = 700, .coarse_pointer = true}};
  Fingers() { stage.frame(); }
  float y() const { return stage.the(Role::button, "Button 0").rect.y; }
};

}  // namespace

TEST_CASE("touch: a tap presses once, even when the finger trembles") {
  Fingers fingers;
  const SemanticNode node = fingers.stage.the(Role::button, "Button 3");
  touch_down(node.rect.x + 20, node.rect.y + 10, 1'000);
  touch_move(node.rect.x + 24, node.rect.y + 13, 1'040);
  fingers.stage.frame();
  CHECK(fingers.pressed == -1);
  touch_up(node.rect.x + 24, node.rect.y + 13, 1'080);
  fingers.stage.frame();
  CHECK(fingers.pressed == 3);
  fingers.pressed = -1;
  fingers.stage.frame();
  CHECK(fingers.pressed == -1);
}

TEST_CASE("touch: a moving finger takes the content along and presses nothing") {
  Fingers fingers;
  const float before = fingers.y();
  touch_down(100, 500, 1'000);
  fingers.stage.frame();
  for (int i = 1; i <= 20; ++i) {
    touch_move(100, 500 - 10.0f * static_cast<float>(i), 1'000 + 20.0 * i);
    fingers.stage.frame();
  }
  CHECK(fingers.y() == doctest::Approx(before - 200).epsilon(0.1));
  touch_up(100, 300, 2'000);  // the finger rested before it left: no fling
  fingers.stage.frame();
  CHECK_FALSE(touch_step(2'016));
  CHECK(fingers.pressed == -1);
}

TEST_CASE("touch: a quick finger flings, which ends by itself or at the next touch") {
  for (const bool stopped : {false, true}) {
    Fingers fingers;
    touch_down(100, 600, 0);
    for (int i = 1; i <= 10; ++i) {
      touch_move(100, 600 - 20.0f * static_cast<float>(i), 16.0 * i);
      fingers.stage.frame();
    }
    touch_up(100, 400, 170);
    fingers.stage.frame();
    const float left_at = fingers.y();
    CHECK(touch_step(186));
    fingers.stage.frame();
    CHECK(fingers.y() < left_at);
    if (stopped) {
      touch_down(100, 400, 200);
      CHECK_FALSE(touch_step(216));
      touch_cancel();
      continue;
    }
    int n = 0;
    for (double now_ms = 202; touch_step(now_ms) && n < 1'000; now_ms += 16) ++n;
    CHECK(n > 5);
    CHECK(n < 300);
    CHECK(fingers.pressed == -1);
  }
}

TEST_CASE("touch: content stops at its edges, and a cancelled touch is forgotten") {
  Fingers fingers;
  const float before = fingers.y();
  touch_down(100, 100, 0);
  touch_move(100, 600, 100);
  fingers.stage.frame();
  CHECK(fingers.y() == before);
  touch_cancel();
  touch_up(100, 600, 120);
  touch_move(100, 100, 140);
  fingers.stage.frame();
  CHECK(fingers.y() == before);
  CHECK(fingers.pressed == -1);
}

TEST_CASE("touch: a long press is the page's, so lifting the finger presses nothing") {
  Fingers fingers;
  const SemanticNode node = fingers.stage.the(Role::button, "Button 3");
  touch_down(node.rect.x + 20, node.rect.y + 10, 1'000);
  fingers.stage.frame();
  touch_up(node.rect.x + 20, node.rect.y + 10, 1'600);
  fingers.stage.frame();
  CHECK(fingers.pressed == -1);
}
