#include "ui/kit/slider.h"

#include <doctest/doctest.h>

#include "ui/checks.h"
#include "ui/kit/layout.h"
#include "ui/stage.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

namespace {

struct One {
  double value;
  SliderOptions options;
  int n_changes = 0;
  Stage stage{[this] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    const std::string shown = std::to_string(value);
    options.shown = shown;
    n_changes += slider("Power", value, options) ? 1 : 0;
  }};
};

}  // namespace

TEST_CASE("slider: keys move it by a step, ten steps, and to the ends") {
  One one{0.8, {.from = 0.5, .to = 0.99, .step = 0.01}};
  one.stage.frame();
  CHECK(ui_test::fault_text(one.stage) == "");
  one.stage.tab_to(Role::slider, "Power");
  one.stage.press("ArrowRight");
  CHECK(one.value == doctest::Approx(0.81).epsilon(1e-12));
  one.stage.press("ArrowDown");
  CHECK(one.value == doctest::Approx(0.80).epsilon(1e-12));
  one.stage.press("PageDown");
  CHECK(one.value == doctest::Approx(0.70).epsilon(1e-12));
  one.stage.press("Home");
  CHECK(one.value == 0.5);
  one.stage.press("ArrowLeft");
  CHECK(one.value == 0.5);
  one.stage.press("End");
  CHECK(one.value == doctest::Approx(0.99));
  CHECK(one.n_changes == 5);
}

TEST_CASE("slider: a logarithmic one keeps two digits and moves by one of the second") {
  One one{1000, {.from = 100, .to = 1'000'000, .step = 0}};
  one.stage.frame();
  one.stage.tab_to(Role::slider, "Power");
  one.stage.press("ArrowRight");
  CHECK(one.value == doctest::Approx(1100));
  one.stage.press("ArrowLeft");
  one.stage.press("ArrowLeft");
  CHECK(one.value == doctest::Approx(990));
}

TEST_CASE("slider: a press on its line puts it there") {
  One one{0, {.from = 0, .to = 100, .step = 1, .width = 400}};
  one.stage.frame();
  const ui_test::SemanticNode node = one.stage.the(Role::slider, "Power");
  one.stage.click_at(node.rect.x + node.rect.w / 2, node.rect.y + node.rect.h / 2);
  CHECK(one.value == doctest::Approx(50));
}
