#include "ui/screens/business.h"

#include <doctest/doctest.h>

#include <optional>

#include "app/business.h"
#include "guide_files.h"
#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

void give_guide(Driver& driver) { driver.apply(app::PackArrived{"guide", base::to_text(samples::guide_json())}); }

}  // namespace

TEST_CASE("business desk: a metric is typed and checked part by part") {
  Driver driver({.height = 1600}, "#/business");  // all of it in view
  CHECK(driver.says("Loading the guide"));
  give_guide(driver);
  const std::string stores = samples::guide().facts.segments[1].name;
  driver.click(Role::check_box, stores);
  REQUIRE(app::picked_segments(driver.app).size() == 1);
  const std::string slug = samples::guide().facts.segments[1].slug;
  CHECK_FALSE(driver.says("Missing: "));
  driver.click(Role::button, "Check the " + stores + " metric");
  CHECK(driver.says("6 parts missing or unclear, 0 to look at again."));
  for (const auto& [part, text] : {std::pair{app::MetricPart::name, "Search-to-purchase conversion"}, {app::MetricPart::numerator, "search sessions with a purchase"},
                                   {app::MetricPart::denominator, "customers"}, {app::MetricPart::window, "24 hours after the search"},
                                   {app::MetricPart::guardrail, "return rate within 30 days"}, {app::MetricPart::why, "It is nearest to what the customer came for."}})
    driver.type_into(app::metric_key(slug, part), text);
  CHECK(driver.says("Missing: Which customers?"));
  driver.type_into(app::metric_key(slug, app::MetricPart::denominator), "search sessions with at least one result shown");
  CHECK(driver.says("Nothing is missing."));
  driver.click(Role::button, "Copy the " + stores + " metric");
  REQUIRE(driver.latest<app::CopyText>() != nullptr);
  CHECK(driver.latest<app::CopyText>()->text.find("Guardrail: return rate within 30 days") != std::string::npos);
  driver.click(Role::button, "Examples for " + stores);
  CHECK(driver.says(samples::guide().facts.segments[1].metrics[0].name));
}

TEST_CASE("business desk: cards are turned, answered and kept for later") {
  std::optional<Driver> sitting;
  Driver& driver = sitting.emplace(Window{}, "#/business");
  give_guide(driver);
  driver.click(Role::tab, "Fact cards");
  const auto n = samples::guide().preparation.cards.size();
  const auto progress = [](const Driver& of) { return of.the(Role::progress_bar, "Cards known").value; };
  CHECK(progress(driver).find("0 of " + std::to_string(n) + " known, " + std::to_string(n) + " to do now") != std::string::npos);
  CHECK_FALSE(driver.find(Role::button, "Knew it").has_value());
  driver.click(Role::button, "Show the answer");
  driver.click(Role::button, "Not yet");
  for (std::size_t i = 1; i < n; ++i) {
    driver.tab_to(Role::button, "Show the answer");
    driver.press("Enter");
    driver.press("Enter");
  }
  CHECK(progress(driver).find(std::to_string(n - 1) + " of " + std::to_string(n) + " known, 0 to do now") != std::string::npos);
  CHECK(driver.says("The next card comes in 2 minutes."));
  driver.wait(120'000);
  CHECK(progress(driver).find("1 to do now") != std::string::npos);
  app::Restored restored;
  for (const auto& [key, kept] : driver.app.kept) restored.kept.push_back(kept);
  sitting.reset();  // the kit is there once
  Driver later({}, "#/business");
  later.apply(restored);
  give_guide(later);
  later.click(Role::tab, "Fact cards");
  CHECK(progress(later).find(std::to_string(n - 1) + " of " + std::to_string(n) + " known") != std::string::npos);
}

TEST_CASE("business desk: a guide that can't be loaded is said, and asked for again") {
  Driver driver({}, "#/business");
  driver.apply(app::PackFailed{"guide", "no network"});
  CHECK(driver.says("no network"));
  const int n_before = driver.count<app::LoadPack>();
  driver.click(Role::button, "Try again");
  CHECK(driver.count<app::LoadPack>() == n_before + 1);
}

TEST_CASE("business desk: fits every window") {
  for (const auto& [width, height, coarse] : {std::tuple{1280.0f, 720.0f, false}, std::tuple{412.0f, 800.0f, true}, std::tuple{320.0f, 640.0f, true}}) {
    const auto shown_width = width; CAPTURE(shown_width);
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/business");
    give_guide(driver);
    CHECK(fault_text(driver) == "");
    for (const model::Segment& segment : samples::guide().facts.segments) {
      driver.click(Role::check_box, segment.name);
      driver.click(Role::button, "Check the " + segment.name + " metric");
      driver.click(Role::button, "Examples for " + segment.name);
      CHECK(fault_text(driver) == "");
    }
    driver.click(Role::tab, "Fact cards");
    CHECK(fault_text(driver) == "");
    driver.click(Role::button, "Show the answer");
    CHECK(fault_text(driver) == "");
  }
}
