#include "ui/screens/readiness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "app/readiness.h"
#include "guide_files.h"
#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

const model::ReadinessStatement& named(const std::string& slug) {
  const auto& all = samples::guide().preparation.statements;
  return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.slug == slug; });
}

void start(Driver& driver) {
  driver.apply(app::Restored{});
  driver.apply(app::PackArrived{"guide", base::to_text(samples::guide_json())});
}

void rate(Driver& driver, const std::string& slug, const std::string& words) {
  for (const SemanticNode& radio : driver.below(driver.the(Role::radio_group, named(slug).statement).id))
    if (radio.name == words) {
      driver.focus(radio.id);
      driver.press(" ");
      return;
    }
  FAIL_CHECK("no such rating " << words);
}

std::vector<std::string> drawn(const Driver& driver) { return app::readiness_round(driver.app).statements; }

void rate_all(Driver& driver, const std::string& words) {
  for (const std::string& slug : drawn(driver)) rate(driver, slug, words);
}

std::string link_value(const Driver& driver, const std::string& below) {
  for (const SemanticNode& link : driver.all(Role::link))
    if (link.description.find(below) != std::string::npos) return link.value;
  return "";
}

}  // namespace

TEST_CASE("readiness: rated by keyboard, tried, and over-confidence named") {
  std::optional<Driver> sitting;
  Driver& driver = sitting.emplace(Window{}, "#/ready");
  CHECK(driver.says("Loading the guide"));
  start(driver);
  driver.tab_to(Role::button, "Draw ten statements");
  driver.press("Enter");
  REQUIRE(drawn(driver).size() == 10);
  CHECK(driver.the(Role::progress_bar, "Rated").value == "0 of 10 rated");
  CHECK((driver.the(Role::button, "Go on to the exercises").flags & kit::kDisabled) != 0);
  rate_all(driver, "Alone");
  CHECK(driver.the(Role::progress_bar, "Rated").value == "10 of 10 rated");
  driver.click(Role::button, "Go on to the exercises");
  const auto sample = learner::proof_sample(samples::guide().preparation.statements, drawn(driver), app::readiness_ratings(driver.app), app::readiness_round(driver.app).seed);
  REQUIRE(!sample.empty());
  const model::ReadinessStatement& first = named(sample[0]);
  CHECK(link_value(driver, first.statement) == "#/item/" + first.item);
  CHECK(driver.the(Role::list, "Exercises to try").name == "Exercises to try");
  driver.wait(1'000);
  app::Restored later;
  later.records = {attempt("u1", first.item, false, 0, driver.now_ms)};
  driver.apply(later);
  driver.click(Role::tab, "Result");
  CHECK(driver.says("You said more than the exercise shows"));
  CHECK(driver.says(first.statement + " You said alone; the exercise was not right."));
  CHECK(driver.says("Your next half hour"));
  CHECK(driver.find(Role::image, "Readiness by area: estimate and 95 % band"));
  driver.click(Role::button, "Numbers: readiness by area");
  CHECK(driver.find(Role::table, "readiness by area"));
  // What was said before the exercise can't be unsaid.
  driver.click(Role::tab, "Rate (10/10)");
  CHECK(driver.says("You said: alone. The exercise since: not right."));
  CHECK_FALSE(driver.find(Role::radio_group, first.statement));
  app::Restored restored;
  for (const auto& [key, kept] : driver.app.kept) restored.kept.push_back(kept);
  sitting.reset();  // the kit is there once
  Driver again({}, "#/ready");
  again.apply(restored);
  again.apply(app::PackArrived{"guide", base::to_text(samples::guide_json())});
  CHECK(again.the(Role::progress_bar, "Rated").value == "10 of 10 rated");
}

TEST_CASE("readiness: what comes first is said, and ten others can be drawn") {
  Driver driver({}, "#/ready");
  start(driver);
  driver.click(Role::button, "Draw ten statements");
  driver.click(Role::tab, "Try");
  CHECK(driver.says("Rate all ten statements first"));
  driver.click(Role::tab, "Result");
  CHECK(driver.says("Rate a statement first."));
  driver.click(Role::tab, "Rate (0/10)");
  const auto before = drawn(driver);
  rate(driver, before[0], "Can't yet");
  driver.wait(1'000);
  driver.click(Role::button, "Draw ten others");
  const auto after = drawn(driver);
  CHECK(std::find(after.begin(), after.end(), before[0]) == after.end());
  CHECK(driver.the(Role::progress_bar, "Rated").value == "0 of 10 rated");
  driver.click(Role::tab, "Result");
  CHECK(driver.says(named(before[0]).statement));
}

TEST_CASE("readiness: fits every window, each step") {
  for (const Window& window : {Window{}, Window{.width = 320, .height = 640}, Window{.width = 412, .height = 800, .coarse_pointer = true},
                               Window{.width = 1280, .height = 720, .text_scale = 2}}) {
    Driver driver(window, "#/ready");
    CAPTURE(window.width);
    CHECK(fault_text(driver) == "");
    start(driver);
    driver.click(Role::button, "Draw ten statements");
    CHECK(fault_text(driver) == "");
    rate_all(driver, "With help");
    driver.activate(Role::button, "Go on to the exercises");
    CHECK(fault_text(driver) == "");
    CHECK(driver.the(Role::tab, "Try").rect.y >= 0);  // seen from its tabs on
    driver.activate(Role::tab, "Result");
    driver.activate(Role::button, "Numbers: readiness by area");
    CHECK(fault_text(driver) == "");
  }
}
