// Expected numbers: R 4, t.test(x), prop.test(k, n, correct = FALSE) for Wilson and binom.test(k, n) for Clopper-Pearson.
#include "ui/screens/lab_intervals_own.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;
using screens::own_intervals;

TEST_CASE("lab intervals: of the learner's numbers, as R has them") {
  struct Case {
    std::vector<double> values;
    double conf_level;
    bool is_share;
    double estimate, low, high;
  };
  const Case cases[] = {
      {{31, 24, 45, 28, 52, 19, 37, 41, 26, 33, 68, 22, 29, 35, 47, 30, 25, 39, 58, 27, 34, 21, 43, 36}, 0.95, false, 35.4166666667, 30.2933421603, 40.5399911730},
      {{1.5, -2, 3.25, 10, 4}, 0.9, false, 3.35, -0.82482882435, 7.52482882435},
      {{1, 1, 1, 0, 0, 0, 0, 0, 0, 0}, 0.95, true, 0.3, 0.1077912674063, 0.6032218525389},
      {{0, 0, 0, 0, 0, 0, 0, 0}, 0.95, true, 0, 0, 0.324407564884},
      {{1, 1, 1, 1, 1}, 0.8, true, 1, 0.752742872879, 1}};
  for (const Case& one : cases) {
    CAPTURE(one.estimate);
    const auto own = own_intervals(one.values, one.conf_level);
    REQUIRE(own.ok());
    CHECK(own.value().is_share == one.is_share);
    CHECK(own.value().estimate == doctest::Approx(one.estimate).epsilon(1e-10));
    CHECK(own.value().methods[0].low == doctest::Approx(one.low).epsilon(1e-10));
    CHECK(own.value().methods[0].high == doctest::Approx(one.high).epsilon(1e-10));
  }
  const auto share = own_intervals({1, 1, 1, 0, 0, 0, 0, 0, 0, 0}, 0.95);
  REQUIRE(share.ok());
  CHECK(share.value().methods[2].low == doctest::Approx(0.0667395111777).epsilon(1e-9));
  CHECK(share.value().methods[2].high == doctest::Approx(0.6524528500600).epsilon(1e-9));
}

TEST_CASE("lab intervals: numbers without an interval are refused") {
  const struct {
    std::vector<double> values;
    const char* said;
  } cases[] = {{{}, "At least two numbers"}, {{7}, "At least two numbers"}, {{5, 5, 5}, "All numbers are the same"}, {{1, NAN, 3}, "must be finite"}, {{1, INFINITY}, "must be finite"}};
  for (const auto& one : cases) {
    const auto own = own_intervals(one.values, 0.95);
    REQUIRE_FALSE(own.ok());
    CHECK(own.error().text.find(one.said) != std::string::npos);
  }
}

TEST_CASE("lab intervals: pasted numbers are drawn, told and refused on the screen") {
  for (const auto& [width, height, coarse] : {std::tuple{1280.0f, 720.0f, false}, std::tuple{320.0f, 640.0f, true}}) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/intervals");
    driver.click(Role::radio, "My numbers");
    CHECK(driver.says("35.42, between 30.29 and 40.54"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/intervals", "1,0,0,0,0,1,0,0,0,1");
    CHECK(driver.says("30 % of our 10 said yes"));
    CHECK(driver.says("Wilson's interval"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/intervals", "4");
    CHECK(driver.says("At least two numbers"));
    driver.type_into("note/lab/intervals", "inf\n4\n5");
    CHECK(driver.says("Line 1 does not hold 1 number: \"inf\"."));
    CHECK_FALSE(driver.says("For your product manager"));
    driver.type_into("note/lab/intervals", " ");
    CHECK_FALSE(driver.says("For your product manager"));
    CHECK(fault_text(driver) == "");
  }
}
