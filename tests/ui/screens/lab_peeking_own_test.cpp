// Expected numbers: R 4, prop.test(correct = FALSE) for p; false alarms and limits by the recursion of Armitage, McPherson and Rowe on a Simpson
// grid of 1,601 points and uniroot, of the spending functions 2 - 2 pnorm(qnorm(1 - a / 2) / sqrt(t)) and a log(1 + (e - 1) t) on each side.
#include "ui/screens/lab_peeking_own.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;
using screens::ArmCounts;
using screens::own_peeking;
using screens::PeekingPlan;

namespace {

const std::vector<ArmCounts> kTotals = {{1000, 100, 1000, 130}, {2000, 200, 2000, 240}, {4000, 400, 4000, 452}};
const std::vector<ArmCounts> kNew = {{1000, 100, 1000, 130}, {1000, 100, 1000, 110}, {2000, 200, 2000, 212}};

}  // namespace

TEST_CASE("lab peeking: one's own looks, as R has them") {
  const double p_values[] = {0.0354884504665, 0.0432449280430, 0.0594738479847}, alarms[] = {0.05, 0.0831178033545, 0.1134588919138};
  const struct {
    bool pocock;
    double reached;
    double limits[3];
  } cases[] = {{false, 1, {4.33263364605, 2.96313159768, 1.96860431787}},
               {true, 1, {2.36832770352, 2.36752429466, 2.22608078721}},
               {false, 0.5, {6.23197450390, 4.33263639616, 2.96313160116}},
               {true, 0.5, {2.58533775170, 2.55841386947, 2.38727382972}}};
  for (const auto& one : cases) {
    for (const bool cumulative : {true, false}) {
      const auto own = own_peeking(cumulative ? kTotals : kNew, {.cumulative = cumulative, .pocock = one.pocock, .alpha = 0.05, .reached = one.reached});
      REQUIRE(own.ok());
      for (std::size_t k = 0; k < 3; ++k) {
        CHECK(own.value().looks[k].p_value == doctest::Approx(p_values[k]).epsilon(1e-10));
        CHECK(own.value().looks[k].false_alarms == doctest::Approx(alarms[k]).epsilon(1e-8));
        CHECK(own.value().looks[k].limit == doctest::Approx(one.limits[k]).epsilon(1e-5));
      }
      CHECK(own.value().naive_stop == 1);
      CHECK(own.value().ruled_stop == 0);
    }
  }
  const auto large = own_peeking({{1000, 100, 1000, 130}, {1000, 100, 1000, 160}}, {.pocock = true});
  REQUIRE(large.ok());
  CHECK(large.value().ruled_stop == 2);
}

TEST_CASE("lab peeking: looks that say nothing are refused by their number") {
  const struct {
    std::vector<ArmCounts> rows;
    bool cumulative;
    const char* where;
    const char* said;
  } cases[] = {{{}, false, "", "Between 2 and 60"},
               {{{100, 10, 100, 12}}, false, "", "Between 2 and 60"},
               {{{100, 10, 100, 12}, {100, -1, 100, 3}}, false, "Look 2", "whole numbers from 0"},
               {{{100, 10.5, 100, 12}, {100, 1, 100, 3}}, false, "Look 1", "whole numbers from 0"},
               {{{NAN, 10, 100, 12}, {100, 1, 100, 3}}, false, "Look 1", "whole numbers from 0"},
               {{{100, 10, 100, INFINITY}, {100, 1, 100, 3}}, false, "Look 1", "whole numbers from 0"},
               {{{100, 10, 100, 12}, {100, 10, 100, 101}}, false, "Look 2", "more conversions than visitors"},
               {{{100, 10, 100, 12}, {90, 10, 200, 14}}, true, "Look 2", "Totals so far never fall"},
               {{{100, 10, 100, 12}, {100, 10, 100, 12}}, true, "Look 2", "No visitors came"},
               {{{100, 10, 0, 0}, {100, 10, 100, 12}}, false, "Look 1", "Each arm needs visitors"},
               {{{100, 0, 100, 0}, {100, 10, 100, 12}}, false, "Look 1", "Nobody has converted"}};
  for (const auto& one : cases) {
    const std::string said = one.said;
    CAPTURE(said);
    const auto own = own_peeking(one.rows, {.cumulative = one.cumulative});
    REQUIRE_FALSE(own.ok());
    CHECK(own.error().where == one.where);
    CHECK(own.error().text.find(said) != std::string::npos);
  }
}

TEST_CASE("lab peeking: pasted looks on the screen") {
  for (const auto& [width, height, coarse] : {std::tuple{1280.0f, 720.0f, false}, std::tuple{320.0f, 640.0f, true}}) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/peeking");
    driver.click(Role::radio, "My numbers");
    CHECK(driver.says("Peeking would have stopped at look 1"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/peeking", "1000,100,1000,130\n2000,200,2000,240\n4000,400,4000,452");
    driver.click(Role::radio, "Totals so far");
    CHECK(driver.says("cries wolf in 11.3 % of experiments"));
    CHECK(driver.says("were never passed"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/peeking", "1000,100,1000,130\n900,200,2000,240");
    CHECK(driver.says("Look 2: Totals so far never fall"));
    CHECK_FALSE(driver.says("For your product manager"));
    driver.type_into("note/lab/peeking", "1000,100,1000,130\n900,200");
    CHECK(driver.says("Line 2 does not hold 4 numbers"));
    CHECK_FALSE(driver.says("For your product manager"));
  }
}
