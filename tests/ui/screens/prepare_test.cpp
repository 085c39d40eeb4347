#include "ui/screens/prepare.h"

#include <doctest/doctest.h>

#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

bool tagged(const Driver& driver, const std::string& tool, const std::string& words) {
  return driver.the(Role::link, tool).description.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("prepare: every tool by its address, with what was done so far") {
  Driver driver;
  driver.apply(app::Restored{});
  driver.open("#/prepare");
  const char* const wanted[] = {"#/level", "#/plan", "#/ready", "#/resume", "#/business", "#/questions", "#/offer"};
  std::size_t n = 0;
  for (const SemanticNode& item : driver.below(driver.the(Role::list, "Tools").id))
    for (const SemanticNode& node : driver.below(item.id))
      if (node.role == Role::link && n < std::size(wanted)) CHECK(node.value == wanted[n++]);
  CHECK(n == std::size(wanted));
  CHECK(tagged(driver, "Plan", "new"));
  CHECK(tagged(driver, "Find your level", "not picked"));
  driver.apply(app::PutNote{"note/level", "L6"});
  driver.apply(app::PutNote{"note/interview-date", "2024-03-22"});  // the stage's clock stands at 2024-03-01
  driver.apply(app::PutNote{"note/offer/a", "{\"base\":1}"});
  CHECK(tagged(driver, "Find your level", "L6"));
  CHECK(tagged(driver, "Plan", "interview in 21 days"));
  CHECK(tagged(driver, "Offer desk", "begun"));
  CHECK(tagged(driver, "Readiness check", "new"));
  driver.apply(app::PutNote{"note/interview-date", "2024-03-02"});
  CHECK(tagged(driver, "Plan", "interview tomorrow"));
  driver.apply(app::PutNote{"note/interview-date", "soon"});
  CHECK(tagged(driver, "Plan", "new"));
}

TEST_CASE("prepare: unofficial, and where the facts come from") {
  Driver driver;
  driver.open("#/prepare");
  CHECK(driver.says("Loopready is unofficial"));
  driver.tab_to(Role::link, "Where the facts come from");
  driver.press("Enter");
  CHECK(driver.app.route.page == "about");
}

TEST_CASE("prepare: no fault in any window") {
  for (const Window& window : {Window{}, Window{.width = 320, .height = 640}, Window{.width = 412, .height = 800},
                               Window{.width = 412, .height = 800, .coarse_pointer = true}, Window{.width = 1280, .height = 720, .text_scale = 2}}) {
    Driver driver(window);
    driver.open("#/prepare");
    CAPTURE(window.width);
    CHECK(fault_text(driver) == "");
  }
}
