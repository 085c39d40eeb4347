#include "ui/screens/offer.h"

#include <doctest/doctest.h>

#include <optional>

#include "guide_files.h"
#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

void type_plain_offer(Driver& driver) {
  driver.click(Role::button, "Add an offer");
  for (const auto& [field, text] : {std::pair{"base", "150,000"}, {"sign-on-1", "60k"}, {"sign-on-2", "40k"}, {"bonus", "0"}, {"shares", "1,000"}, {"price", "$100"}})
    driver.type_into(std::string("note/offer/a/") + field, text);
}

}  // namespace

TEST_CASE("offer desk: figures typed give pay by year, and say what is missing") {
  Driver driver({}, "#/offer");
  driver.click(Role::button, "Add an offer");
  CHECK(driver.says("The total needs the base salary,"));
  driver.type_into("note/offer/a/base", "150,000");
  CHECK(driver.says("The total needs the sign-on of year 1 (0 if there is none)"));
  CHECK(driver.says("total of what is known"));
  for (const auto& [field, text] : {std::pair{"sign-on-1", "60k"}, {"sign-on-2", "40k"}, {"bonus", "0"}, {"shares", "1,000"}, {"price", "$100"}})
    driver.type_into(std::string("note/offer/a/") + field, text);
  // 150,000 + 60,000 + 5,000 in year 1; 800,000 in sum.
  CHECK(driver.says("$800,000 over four years"));
  CHECK(driver.says("$215,000"));
  driver.type_into("note/offer/a/schedule", "50/60");
  CHECK(driver.says("The years sum to 110 %, and must sum to 100 %."));
  driver.type_into("note/offer/a/schedule", "25/25/25/25");
  CHECK(driver.says("$235,000"));
  driver.click(Role::radio, "Rises");
  CHECK(driver.says("The total needs how much the price changes a year."));
  driver.type_into("note/offer/a/rate", "10");
  // 250 * (110 + 121 + 133.10 + 146.41) = 127,627.50 in place of 100,000
  CHECK(driver.says("$827,628 over four years"));
  driver.click(Role::button, "Numbers: Pay by month");
  CHECK(driver.find(Role::table, "Pay by month").has_value());
}

TEST_CASE("offer desk: leaving, comparing, levers and the call") {
  Driver driver({}, "#/offer");
  type_plain_offer(driver);
  driver.click(Role::tab, "Leaving");
  CHECK(driver.says("What you would pay back needs how many months of sign-on are paid back"));
  CHECK(driver.says("Shares not yet yours, at the price then: $95,000."));
  driver.type_into("note/offer/a/clawback-months", "12");
  driver.type_into("note/offer/a/clawback-pct", "50");
  CHECK(driver.says("Sign-on to pay back, as you assume: $25,000."));  // after month 18: half of 30,000 + 20,000
  driver.click(Role::tab, "Compare");
  CHECK(driver.says("Add a second offer"));
  driver.click(Role::button, "Copy this offer");
  driver.click(Role::radio, "L6");
  driver.type_into("note/offer/b/base", "180,000");
  CHECK(driver.says("Offer A, changed pays $120,000 more than Offer A over four years, and is ahead for good from month 1."));
  driver.click(Role::button, "Save as CSV");
  REQUIRE(driver.latest<app::Download>() != nullptr);
  CHECK(driver.latest<app::Download>()->text.find("Offer A,,1-4,600000,100000,100000,0,0,800000") != std::string::npos);
  driver.click(Role::tab, "Levers");
  CHECK(driver.says("Of 10 % on each, base moves the four-year total most: by $72,000."));
  CHECK(driver.says("give the copy the other level"));
  driver.click(Role::radio, "$10,000");
  CHECK(driver.says("Of $10,000 on each, bonus moves the four-year total most: by $40,000."));
  driver.click(Role::tab, "The call");
  CHECK(driver.says("Notes for the call with the recruiter"));
  driver.click(Role::button, "Copy");
  REQUIRE(driver.latest<app::CopyText>() != nullptr);
  CHECK(driver.latest<app::CopyText>()->text.find("adds $72,000 over four years") != std::string::npos);
}

TEST_CASE("offer desk: beside the guide's average of the level") {
  Driver driver({}, "#/offer");
  driver.click(Role::button, "Look at invented offers");
  driver.apply(app::PackArrived{"guide", base::to_text(samples::guide_json())});
  // 905,000 / 4 = 226,250; the guide's L5 averages 256,000, up to 310,000.
  CHECK(driver.says("L5 at Amazon averages $256,000 a year, up to $310,000 (February 2026). This offer's average is $29,750 below that."));
  // The top of L6 is known only nearly.
  driver.click(Role::radio, "L6");
  CHECK(driver.says("L6 at Amazon averages $373,000 a year, up to near $460,000 (February 2026)."));
}

TEST_CASE("offer desk: an offer goes only when asked twice, and state is kept") {
  std::optional<Driver> sitting;
  Driver& driver = sitting.emplace(Window{}, "#/offer");
  driver.click(Role::button, "Look at invented offers");
  CHECK(driver.says("$905,000 over four years"));
  driver.click(Role::button, "Remove this offer");
  driver.click(Role::button, "Keep it");
  CHECK(driver.find(Role::radio, "Invented, even").has_value());
  driver.click(Role::radio, "Invented, even");
  driver.click(Role::button, "Remove this offer");
  driver.click(Role::button, "Remove");
  CHECK_FALSE(driver.find(Role::radio, "Invented, even").has_value());
  app::Restored restored;
  for (const app::Effect& effect : driver.effects)
    if (const auto* keep = std::get_if<app::KeepValue>(&effect)) restored.kept.push_back(keep->kept);
  for (std::size_t i = 0; i < restored.kept.size(); ++i) restored.kept[i].at_ms += static_cast<std::int64_t>(i);
  sitting.reset();  // the kit is there once
  Driver later({}, "#/offer");
  later.apply(restored);
  CHECK(later.says("$905,000 over four years"));
}

TEST_CASE("offer desk: fits every window, with every tab, by keyboard too") {
  for (const auto& [width, height, coarse] : {std::tuple{1280.0f, 720.0f, false}, std::tuple{412.0f, 800.0f, true}, std::tuple{320.0f, 640.0f, true}}) {
    const auto shown_width = width; CAPTURE(shown_width);
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/offer");
    CHECK(fault_text(driver) == "");
    driver.tab_to(Role::button, "Look at invented offers");
    driver.press("Enter");
    for (const char* tab : {"Pay", "Leaving", "Compare", "Levers", "The call"}) {
      CAPTURE(tab);
      driver.click(Role::tab, tab);
      CHECK(fault_text(driver) == "");
    }
    driver.click(Role::tab, "Pay");
    driver.click(Role::radio, "Month");
    CHECK(driver.find(Role::image, "Pay by month of Invented, back-loaded, by part").has_value());
    CHECK(fault_text(driver) == "");
    for (const char* path : {"Rises", "Own"}) {
      driver.click(Role::radio, path);
      CHECK(fault_text(driver) == "");
    }
    driver.click(Role::check_box, "Count refreshers");
    CHECK(fault_text(driver) == "");
  }
}
