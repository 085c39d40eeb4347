// The tools of the Lab about reading an experiment.
#include <doctest/doctest.h>

#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

constexpr std::tuple<float, float, bool> kWindows[] = {{1280.0f, 720.0f, false}, {412.0f, 800.0f, true}, {320.0f, 640.0f, true}};

}  // namespace

// Expected: by hand. Before is 1, 2, 3 twice, so its squared deviations sum to 4; with during 1, 2, 4, 3, 4, 6 the products sum to 6:
// theta = 6 / 4.
TEST_CASE("lab cuped: noise goes, the effect stays, and a late covariate deceives") {
  for (const auto& [width, height, coarse] : kWindows) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/cuped");
    CHECK(driver.says("of the variance removed"));
    CHECK(driver.says("The effect we estimate stays the same one."));
    CHECK(fault_text(driver) == "");
    driver.click(Role::check_box, "The treatment moves \"before\"");
    CHECK(driver.says("Don't adjust by a number the treatment has already moved"));
    driver.click(Role::radio, "My numbers");
    driver.type_into("note/lab/cuped", "arm,before,during\n0,1,1\n0,2,2\n0,3,4\n1,1,3\n1,2,4\n1,3,6");
    CHECK(driver.says("\u03B8 = 1.5"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/cuped", "2,1,1");
    CHECK(driver.says("The first column must be 1 (treatment) or 0 (control); row 1 has 2."));
    driver.type_into("note/lab/cuped", "0,1,1\n1,2,2");
    CHECK(driver.says("Each arm needs at least three users."));
    driver.type_into("note/lab/cuped", "0,5,1\n0,5,2\n0,5,3\n1,5,2\n1,5,3\n1,5,5");
    CHECK_FALSE(driver.says("For your product manager"));  // no spread in "before": a refusal
    CHECK(fault_text(driver) == "");
  }
}

TEST_CASE("lab cuped: a useless covariate changes nothing, by keys alone") {
  Driver driver({}, "#/lab/cuped");
  driver.tab_to(Role::slider, "Correlation of before and during");
  driver.press("Home");
  CHECK(driver.says("so adjusting by it changes nothing"));
}

// Expected: equal posteriors beat each other half of the time, by symmetry; with 10 % working ideas, 80 % power and 2.5 % false wins,
// 80 of 102.5 wins in a thousand are real: 78.0 %.
TEST_CASE("lab bayes: a race of two arms, and how real a win is") {
  for (const auto& [width, height, coarse] : kWindows) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/bayes");
    CHECK(driver.says("B is better with a chance of 9"));
    CHECK(fault_text(driver) == "");
    driver.click(Role::check_box, "From my own counts");
    driver.type_into("note/lab/bayes", "old,30,600\nnew,30,600");
    CHECK(driver.says("new is better with a chance of 50 %"));
    CHECK(driver.says("let it run on."));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/bayes", "old,700,600\nnew,30,600");
    CHECK_FALSE(driver.says("For your product manager"));
    driver.type_into("note/lab/bayes", "old,30,600");
    CHECK(driver.says("Two lines are needed, one for each arm."));
    driver.type_into("note/lab/bayes", "old,30,1e12\nnew,30,600");
    CHECK(driver.says("At most 5 million users"));
    driver.click(Role::radio, "Is this win real?");
    CHECK(driver.says("78 % of the wins are real"));
    CHECK(fault_text(driver) == "");
  }
}
