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

// Expected: by hand. 100 and 50 of 1000 in both days: lifts of 100 % and 0 %.
TEST_CASE("lab novelty: the first week says more than the last, and new users tell") {
  for (const auto& [width, height, coarse] : kWindows) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/novelty");
    CHECK(driver.says("The lift falls from day to day"));
    CHECK(driver.says("New users, all weeks"));
    CHECK(fault_text(driver) == "");
    driver.click(Role::radio, "Primacy");
    CHECK(driver.says("The lift rises from day to day"));
    driver.click(Role::radio, "Neither");
    CHECK_FALSE(driver.find(Role::slider, "Halves in").has_value());
    driver.click(Role::radio, "My numbers");
    CHECK(driver.says("The lift falls from day to day"));
    driver.type_into("note/lab/novelty", "1000,50,1000,100\n1000,50,1000,50\n1000,50,1000,50");
    CHECK(driver.says("Two weeks at least are needed"));
    CHECK(driver.says("100 %"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/novelty", "1000,50,1000,100");
    CHECK(driver.says("Between 3 and 400 days are read here"));
    driver.type_into("note/lab/novelty", "1000,0,1000,100\n1000,50,1000,50\n1000,50,1000,50");
    CHECK(driver.says("Day 1:"));
  }
}

// Expected: by hand. Ratios 4/10 and 2/10: a difference of 0.2.
TEST_CASE("lab ratio: sessions are not independent, users are") {
  for (const auto& [width, height, coarse] : kWindows) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/ratio");
    CHECK(driver.says("Counting every visit as news"));
    CHECK(driver.says("of the true one"));
    CHECK(fault_text(driver) == "");
    driver.tab_to(Role::slider, "How much users differ (sd of log rate)");
    driver.press("Home");
    CHECK(driver.says("Here that hardly matters"));
    driver.click(Role::radio, "My numbers");
    driver.type_into("note/lab/ratio", "1,2,1\n1,3,2\n1,5,1\n0,3,1\n0,3,0\n0,4,1");
    CHECK(driver.says("The estimate, 0.2, is right") != driver.says("Here that hardly matters"));
    CHECK(driver.says("R in the control = 0.2"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/ratio", "1,2,19.5\n1,3,22\n1,5,11\n0,3,18\n0,3,10\n0,4,41");
    CHECK(driver.says("The naive test needs numerators that count successes"));
    driver.type_into("note/lab/ratio", "1,2,1\n1,4,2\n1,6,3\n0,2,1\n0,4,2\n0,6,3");
    CHECK(driver.says("All values are the same; without spread there is no answer."));
    driver.type_into("note/lab/ratio", "1,2,1\n3,4,2");
    CHECK(driver.says("row 2 has 3."));
  }
}

// Expected: by hand. Returning users 200 of 1000 and 44 of 200, new ones 10 of 200 and 60 of 1000: both segments rise (20 to 22 %, 5 to
// 6 %), the whole falls from 210 to 104 of 1200, that is by 8.83 points.
TEST_CASE("lab simpson: segments and whole disagree") {
  for (const auto& [width, height, coarse] : kWindows) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/simpson");
    CHECK(driver.says("Reversed: the whole says the opposite of every segment"));
    CHECK(fault_text(driver) == "");
    driver.click(Role::radio, "My numbers");
    driver.type_into("note/lab/simpson", "segment,a,b,c,d\nreturning,1000,200,200,44\nnew,200,10,1000,60");
    CHECK(driver.says("Reversed: the whole says the opposite of every segment"));
    CHECK(driver.says("raw difference = -8.83 points"));
    CHECK(driver.says("standardised = +1.50 points"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/simpson", "one,1000,200,200,44");
    CHECK(driver.says("Between 2 and 20 segments"));
    driver.type_into("note/lab/simpson", "one,1000,200,0,0\ntwo,10,2,10,2");
    CHECK(driver.says("one: each arm needs users in every segment."));
    driver.type_into("note/lab/simpson", "one,100,200,20,4\ntwo,10,2,10,2");
    CHECK_FALSE(driver.says("For your product manager"));
  }
}

// Expected: by hand. A direct lift of 10 % of which half is taken from others: 10 % reported, 5 % at launch.
TEST_CASE("lab interference: the plain split reports what no launch brings") {
  for (const auto& [width, height, coarse] : kWindows) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/interference");
    CHECK(driver.says("we would report a lift of 10 %; launched to everybody it would be 5 %."));
    CHECK(driver.says("misses the launch"));
    CHECK(fault_text(driver) == "");
    driver.tab_to(Role::slider, "Of that, taken from other buyers");
    driver.press("Home");
    CHECK(driver.says("Nobody takes anything from anybody here"));
    driver.tab_to(Role::slider, "Clusters");
    driver.press("Home");
    CHECK(driver.says("For your product manager"));
  }
}

// Expected: 28 daily looks without an effect at 5 %: about 28 % by simulation of the walk; the always-valid test stays below 5 %.
TEST_CASE("lab sequential: an always-valid p-value may be looked at every day") {
  for (const auto& [width, height, coarse] : kWindows) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/sequential");
    CHECK(driver.says("would cry wolf in 2"));
    CHECK(driver.says("If the control's share were known"));
    CHECK(fault_text(driver) == "");
    driver.click(Role::radio, "My numbers");
    CHECK(driver.says("days = 10"));
    driver.type_into("note/lab/sequential", "1000,50,1000,150\n1000,50,1000,150\n1000,50,1000,150");
    CHECK(driver.says("We may stop on day 2"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/sequential", "1000,0,1000,10\n1000,0,1000,10\n1000,0,1000,10");
    CHECK(driver.says("The control needs users and orders"));
    driver.type_into("note/lab/sequential", "1000,50,1000,-3\n1000,0,1000,10\n1000,0,1000,10");
    CHECK_FALSE(driver.says("For your product manager"));
  }
}
