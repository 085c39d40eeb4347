// The two tools of the Lab that ask the engine for simulations.
#include <doctest/doctest.h>

#include "engine/engine.h"
#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;
using base::Json;

namespace {

// Lets the engine answer the latest request.
void run_engine(Driver& driver) {
  const auto* sent = driver.latest<app::SendRequest>();
  REQUIRE(sent != nullptr);
  std::vector<std::string> responses;
  engine::answer(base::to_text(model::to_json(sent->request)), [&](const std::string& response) { responses.push_back(response); });
  for (const std::string& response : responses) {
    auto json = base::parse_json(response, "response");
    REQUIRE(json.ok());
    auto read = model::response_from_json(json.value(), "response");
    REQUIRE(read.ok());
    driver.apply(app::EngineAnswered{std::move(read).value()});
  }
}

}  // namespace

TEST_CASE("lab peeking: simulated false alarms come beside the exact ones, within half a point") {
  Driver driver({}, "#/lab/peeking");
  CHECK(driver.says("in 19.3 % of experiments"));
  driver.click(Role::button, "Simulate 10,000 experiments");
  CHECK(driver.find(Role::progress_bar, "Simulating").has_value());
  CHECK(driver.find(Role::button, "Cancel").has_value());
  run_engine(driver);
  CHECK(driver.says("exactly, it is 19.3 %."));
  const auto counts = driver.app.simulation.answer["n_passed_by"];
  CHECK(counts[9].get<double>() / 100 == doctest::Approx(19.3).epsilon(0.5 / 19.3));
  CHECK(fault_text(driver) == "");
  driver.click(Role::radio, "Pocock");
  CHECK(driver.says("that stays at 5 %"));
}

TEST_CASE("lab peeking: cancelled, and moved by keys") {
  Driver driver({}, "#/lab/peeking");
  driver.click(Role::button, "Simulate 10,000 experiments");
  driver.click(Role::button, "Cancel");
  CHECK(driver.latest<app::CancelRequest>() != nullptr);
  CHECK_FALSE(driver.find(Role::progress_bar, "Simulating").has_value());
  driver.tab_to(Role::slider, "Looks");
  driver.press("Home");
  CHECK(driver.says("in 5 % of experiments"));
}

TEST_CASE("lab intervals: drawn at once, counted by the engine, told by every method") {
  Driver driver({}, "#/lab/intervals");
  CHECK(driver.says("of 100 intervals hold the truth"));
  driver.click(Role::button, "Simulate 10,000 samples");
  run_engine(driver);
  CHECK(driver.says("of 10,000"));
  driver.click(Role::radio, "A proportion");
  CHECK(driver.says("of 100 intervals hold the truth"));
  driver.click(Role::radio, "Wilson");
  CHECK(driver.says("A good default."));
  CHECK(fault_text(driver) == "");
}

TEST_CASE("lab intervals: the bootstrap is drawn by the engine") {
  Driver driver({.width = 412, .height = 800, .coarse_pointer = true}, "#/lab/intervals");
  driver.click(Role::radio, "Bootstrap");
  CHECK(driver.says("press the button to see its intervals"));
  driver.click(Role::button, "Simulate 2,000 samples");
  run_engine(driver);
  CHECK(driver.says("of 100 intervals hold the truth"));
  CHECK(fault_text(driver) == "");
}
