#include "ui/screens/flight.h"

#include <doctest/doctest.h>

#include <optional>

#include "engine/flight.h"
#include "flight_files.h"
#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

void give_flights(Driver& driver) { driver.apply(app::PackArrived{"flights", samples::flights_text()}); }

// Answers the latest request as the engine does.
void serve(Driver& driver) {
  const auto* sent = driver.latest<app::SendRequest>();
  REQUIRE(sent != nullptr);
  CHECK(sent->request.kind == "flight");
  auto body = engine::answer_flight(sent->request.body);
  REQUIRE(body.ok());
  driver.answer(std::move(body).value());
}

void begin(Driver& driver) {
  give_flights(driver);
  driver.click(Role::button, "Begin a flight");
  serve(driver);
}

std::string ship() { return "Ship: everybody gets it from tomorrow"; }
std::string gain() { return model::find_flight_reason("gain")->text; }

}  // namespace

TEST_CASE("flight desk: from the Lab to a debrief, at every size") {
  for (const auto& [width, height, coarse] : {std::tuple{1280.0f, 720.0f, false}, std::tuple{412.0f, 800.0f, true}, std::tuple{320.0f, 640.0f, true}}) {
    const float shown_width = width;
    CAPTURE(shown_width);
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab");
    driver.activate(Role::link, "Flight desk");
    CHECK(driver.find(Role::heading, "Flight desk").has_value());
    CHECK(fault_text(driver) == "");
    begin(driver);
    CHECK(driver.says("Hypothesis"));
    CHECK(driver.says("Planned size"));
    CHECK(fault_text(driver) == "");
    driver.activate(Role::button, "Run the first day");
    serve(driver);
    CHECK(driver.the(Role::progress_bar, "Days of the test").value.find("Day 1 of") != std::string::npos);
    for (const char* tab : {"Lift", "Guardrails", "Segments", "Checks"}) {
      driver.activate(Role::tab, tab);
      CAPTURE(std::string(tab));
      CHECK(fault_text(driver) == "");
    }
    CHECK(driver.find(Role::table, "Checks so far").has_value());
    driver.tab_to(Role::slider, "Run to");
    driver.press("End");
    const std::string end = std::to_string(driver.app.flight.readout->plan.n_days);
    driver.activate(Role::button, "Run to day " + end);
    serve(driver);
    CHECK(driver.says("The planned size is reached"));
    CHECK_FALSE(driver.find(Role::button, "Next day").has_value());
    CHECK((driver.the(Role::button, "Decide").flags & kit::kDisabled) != 0);
    driver.activate(Role::radio, ship());
    driver.activate(Role::radio, gain());
    CHECK(fault_text(driver) == "");
    driver.activate(Role::button, "Decide");
    serve(driver);
    CHECK(driver.find(Role::heading, "Debrief").has_value());
    CHECK(driver.find(Role::table, "Signs").has_value());
    CHECK(driver.says("You earned"));
    CHECK(driver.find(Role::heading, "Your record").has_value());
    CHECK(fault_text(driver) == "");
    driver.activate(Role::button, "Next flight");
    serve(driver);
    CHECK(driver.find(Role::button, "Run the first day").has_value());
  }
}

TEST_CASE("flight desk: by keyboard alone") {
  Driver driver({.height = 2400}, "#/flight");
  give_flights(driver);
  driver.tab_to(Role::button, "Begin a flight");
  driver.press("Enter");
  serve(driver);
  for (int day = 0; day < 3; ++day) {
    driver.tab_to(Role::button, day == 0 ? "Run the first day" : "Next day");
    driver.press("Enter");
    serve(driver);
  }
  driver.tab_to(Role::radio, ship());
  driver.press(" ");
  CHECK(app::flight_under_way(driver.app).call == "ship");
  driver.press("ArrowDown");
  CHECK(app::flight_under_way(driver.app).call == "iterate");
  driver.tab_to(Role::radio, gain());
  driver.press(" ");
  CHECK(app::flight_under_way(driver.app).reason == "gain");
  driver.tab_to(Role::button, "Decide");
  driver.press("Enter");
  serve(driver);
  REQUIRE(driver.focused().has_value());
  CHECK(driver.focused()->name == "Debrief");
  CHECK(driver.says("You judged the lift on day 3"));
}

TEST_CASE("flight desk: what was under way comes back, and the record grows") {
  std::optional<Driver> sitting;
  Driver& driver = sitting.emplace(Window{}, "#/flight");
  begin(driver);
  driver.activate(Role::button, "Run the first day");
  serve(driver);
  driver.type_into(app::kFlightWhy, "Too early to say.");
  driver.activate(Role::radio, ship());
  app::Restored restored;
  for (const auto& one : driver.app.kept) restored.kept.push_back(one.second);
  sitting.reset();  // the kit is there once
  Driver& later = sitting.emplace(Window{}, "#/flight");
  later.apply(restored);
  give_flights(later);
  serve(later);
  CHECK(later.the(Role::progress_bar, "Days of the test").value.find("Day 1 of") != std::string::npos);
  CHECK(later.app.texts.at(app::kFlightWhy).text == "Too early to say.");
  CHECK((later.the(Role::radio, ship()).flags & kit::kChecked) != 0);
  for (int flight = 0; flight < 3; ++flight) {
    if (flight > 0) {
      later.activate(Role::button, "Next flight");
      serve(later);
      later.activate(Role::button, "Run the first day");
      serve(later);
      later.activate(Role::radio, ship());
    }
    later.activate(Role::radio, gain());
    later.activate(Role::button, "Decide");
    serve(later);
  }
  CHECK(later.says("3 flights so far."));
  CHECK(later.find(Role::table, "Rates").has_value());
  CHECK(later.find(Role::image, "Money earned over all flights, yours beside the rule's").has_value());
  CHECK(fault_text(later) == "");
}

TEST_CASE("flight desk: what fails is said") {
  Driver driver({}, "#/flight");
  CHECK(driver.says("Loading the flights"));
  driver.apply(app::PackFailed{"flights", "The server did not answer."});
  CHECK(driver.says("The server did not answer."));
  driver.click(Role::button, "Try again");
  give_flights(driver);
  driver.click(Role::button, "Begin a flight");
  driver.apply(app::EngineLost{driver.app.n_requests, "died"});
  CHECK(driver.says("has been started again"));
  driver.click(Role::button, "Try again");
  serve(driver);
  CHECK(driver.find(Role::button, "Run the first day").has_value());
}
