// The tools of the Lab that work on data: which test, heavy tails, distributions.
#include <doctest/doctest.h>

#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/lab_choose_tests.h"

using namespace loopready;
using namespace loopready::ui_test;
using screens::chosen_test;
using screens::TestKind;

TEST_CASE("lab choose: every test works on its own sample, and refuses what does not fit") {
  for (int k = 0; k <= static_cast<int>(TestKind::planned_shares); ++k) {
    const screens::ChosenTest& test = chosen_test(static_cast<TestKind>(k));
    CAPTURE(test.slug);
    CHECK(static_cast<int>(test.kind) == k);
    const auto numbers = screens::read_numbers(test.sample, test.n_columns);
    REQUIRE(numbers.problem.empty());
    const double fixed = test.fixed_value ? screens::read_numbers(test.fixed_sample, 1).columns[0][0] : 0;
    const auto worked = test.compute(numbers.columns, fixed);
    REQUIRE(worked.ok());
    CHECK(worked.value().sentence.size() > 20);
    CHECK(test.assumptions.size() >= 2);
    const screens::NumberColumns nothing(test.n_columns);
    const auto refused = test.compute(nothing, 2);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text.size() > 10);
  }
}

// Expected: by hand. x = 1..5 against 2: mean 3, t = 1 / (1.5811 / sqrt 5) = 1.414, 4 degrees of freedom, p = 0.2302 (t table).
TEST_CASE("lab choose: questions lead to a test, which runs on one's own numbers") {
  for (const auto& [width, height, coarse] :
       {std::tuple{1280.0f, 720.0f, false}, std::tuple{412.0f, 800.0f, true}, std::tuple{320.0f, 640.0f, true}}) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/choose");
    CHECK(driver.find(Role::heading, "Welch's t-test").has_value());
    driver.click(Role::radio, "One group, a fixed value");
    CHECK(driver.find(Role::heading, "One-sample t-test").has_value());
    driver.type_into("note/lab/choose-one-mean", "1\n2\n3\n4\n5");
    driver.type_into("note/lab/choose-one-mean-fixed", "2");
    CHECK(driver.says("1.414"));
    CHECK(driver.says("0.2302"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/choose-one-mean-fixed", "two");
    CHECK(driver.says("The fixed value must be one number."));
    driver.type_into("note/lab/choose-one-mean-fixed", "");
    driver.type_into("note/lab/choose-one-mean", "5\n5\n5");
    CHECK_FALSE(driver.says("For your product manager"));  // no spread: a refusal
    driver.click(Role::radio, "Two separate groups");
    driver.click(Role::radio, "Yes or no");
    CHECK(driver.find(Role::heading, "Two-proportion z-test").has_value());
    driver.click(Role::radio, "No, fewer");
    CHECK(driver.find(Role::heading, "Fisher's exact test").has_value());
    CHECK(fault_text(driver) == "");
  }
}

TEST_CASE("lab heavy tails: a huge order moves the mean, not the median") {
  Driver driver({}, "#/lab/heavy-tails");
  CHECK(driver.says("moves the mean from"));
  driver.tab_to(Role::slider, "One more order of");
  driver.press("Home");
  CHECK(driver.says("Add one huge order"));
  driver.type_into("note/lab/heavy-tails", "1\n2\n3\n4\n5\n0");
  CHECK(driver.says("A logarithm needs values above 0."));
  CHECK(fault_text(driver) == "");
  driver.type_into("note/lab/heavy-tails", "1\n2");
  CHECK(driver.says("At least five values"));
}

TEST_CASE("lab distributions: every family draws, at every size") {
  for (const float width : {1280.0f, 320.0f}) {
    Driver driver({.width = width, .height = 800, .coarse_pointer = width < 400}, "#/lab/distributions");
    for (const char* name : {"Student t", "Lognormal", "Exponential", "Gamma", "Beta", "Binomial", "Poisson", "Geometric"}) {
      CAPTURE(name);
      driver.looks.lab["distributions"].choices["Distribution 1"] += 1;
      driver.frame();
      CHECK(driver.says(std::string("1: ") + name + ". Good for"));
      CHECK(fault_text(driver) == "");
    }
  }
}
