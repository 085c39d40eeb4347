// Every screen in every window: nothing leaves it, nothing overlaps, everything can be hit.
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "samples.h"
#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

struct Scene {
  const char* name;
  const char* hash;
  std::function<void(Driver&)> play;
};

void grade(Driver& driver, const std::string& verdict) {
  driver.apply(app::EditText{"draft/top-n", "select 1"});
  driver.apply(app::SubmitAnswer{"top-n"});
  driver.answer(samples::json_of(verdict));
}

// In a narrow window the results stand in a tab of their own.
void to_query(Driver& driver) {
  if (driver.find(Role::tab, "Query")) driver.activate(Role::tab, "Query");
}

const std::vector<Scene>& scenes() {
  static const std::vector<Scene> all = {
      {"today", "#/", [](Driver&) {}},
      {"practice", "#/practice", [](Driver&) {}},
      {"practice, nothing found", "#/practice?search=zebra", [](Driver&) {}},
      {"settings", "#/settings", [](Driver& d) { d.apply(app::StoreFailed{"There is no room left in this browser."}); }},
      {"prompt", "#/item/top-n", [](Driver&) {}},
      {"tables", "#/item/top-n", [](Driver& d) { d.activate(Role::tab, "Tables"); }},
      {"hints", "#/item/top-n", [](Driver& d) {
         d.activate(Role::tab, "Hints");
         d.activate(Role::button, "Show the first hint");
       }},
      {"give up", "#/item/top-n", [](Driver& d) {
         d.activate(Role::tab, "Answer");
         d.activate(Role::button, "Give up and show the answer");
       }},
      {"worked answer", "#/item/top-n", [](Driver& d) {
         d.apply(app::GiveUp{"top-n"});
         d.activate(Role::tab, "Answer");
       }},
      {"running", "#/item/top-n", [](Driver& d) {
         to_query(d);
         d.apply(app::RunQuery{"top-n"});
         d.wait(3'000);
       }},
      {"result", "#/item/top-n", [](Driver& d) {
         to_query(d);
         d.apply(app::RunQuery{"top-n"});
         d.answer(samples::json_of(samples::kRunResult));
       }},
      {"wrong", "#/item/top-n", [](Driver& d) {
         to_query(d);
         grade(d, samples::kWrong);
       }},
      {"right", "#/item/top-n", [](Driver& d) {
         to_query(d);
         grade(d, samples::kRight);
       }},
      {"messages", "#/", [](Driver& d) {
         d.apply(app::CopyTable{"a"});
         d.apply(app::StoreFailed{"There is no room left in this browser, so that nothing more can be kept here."});
       }},
      {"unknown", "#/nowhere", [](Driver&) {}},
      {"no such exercise", "#/item/nowhere", [](Driver&) {}},
  };
  return all;
}

void check_scene(const Scene& scene, Window window, int text_size_pct) {
  const std::string name = scene.name;
  CAPTURE(name);
  CAPTURE(window.width);
  CAPTURE(window.dpr);
  CAPTURE(text_size_pct);
  Driver driver(window, scene.hash);
  load_samples(driver);
  driver.apply(app::SetSetting{"text_size_pct", std::to_string(text_size_pct)});
  scene.play(driver);
  CHECK(fault_text(driver) == "");
}

}  // namespace

TEST_CASE("fit: every screen in every width") {
  for (const Scene& scene : scenes())
    for (const float width : {320.0f, 412.0f, 700.0f, 900.0f, 1280.0f, 1920.0f}) check_scene(scene, {.width = width, .height = 800}, 100);
}

TEST_CASE("fit: every screen under fingers") {
  for (const Scene& scene : scenes())
    for (const float width : {320.0f, 412.0f, 900.0f}) check_scene(scene, {.width = width, .height = 800, .dpr = 2, .coarse_pointer = true}, 100);
}

TEST_CASE("fit: every screen in every text size") {
  for (const Scene& scene : scenes())
    for (const int text_size_pct : {80, 125, 150, 200})
      for (const float width : {412.0f, 1280.0f}) check_scene(scene, {.width = width, .height = 720, .dpr = 1.25f}, text_size_pct);
}
