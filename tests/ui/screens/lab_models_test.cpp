// The tools of the Lab about models: scores and thresholds, forecasts.
#include <doctest/doctest.h>

#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

constexpr std::tuple<float, float, bool> kWindows[] = {{1280.0f, 720.0f, false}, {412.0f, 800.0f, true}, {320.0f, 640.0f, true}};

}  // namespace

// Expected: by hand. Positives 0.9 and 0.6, negatives 0.7 and 0.2: three of four pairs in order, AUC 0.75; average precision
// (1 + 2/3) / 2 = 0.833. At 0.5 three are acted on, two rightly, both positives found.
TEST_CASE("lab classification: order, calibration and cost from one's own scores") {
  for (const auto& [width, height, coarse] : kWindows) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/classification");
    CHECK(driver.says("t* = 0.0909"));
    CHECK(driver.says("the cheapest threshold"));
    CHECK(fault_text(driver) == "");
    driver.click(Role::radio, "My numbers");
    driver.type_into("note/lab/classification", "score,label\n0.9,1\n0.7,0\n0.6,1\n0.2,0");
    CHECK(driver.says("AUC 0.75, average precision 0.833"));
    CHECK(driver.says("we act on 3 of 4 cases, 67 % of them rightly, and find 100 % of the positives"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/classification", "12,1\n7,0\n6,1\n2,0");
    CHECK(driver.says("Calibration needs scores that are probabilities."));
    CHECK(driver.find(Role::slider, "Threshold (score)").has_value());
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/classification", "0.9,1\n0.8,1");
    CHECK(driver.says("There are no negatives."));
    driver.type_into("note/lab/classification", "0.9,yes\n0.8,no");
    CHECK(driver.says("does not hold 2 numbers"));
  }
}

TEST_CASE("lab classification: a dearer miss lowers the threshold that pays") {
  Driver driver({}, "#/lab/classification");
  driver.tab_to(Role::slider, "Cost of a miss");
  driver.press("Home");
  CHECK(driver.says("t* = 0.5"));
  driver.tab_to(Role::slider, "Threshold");
  driver.press("Home");
  CHECK(driver.says("we act on 2,000 of 2,000 cases"));
}

// Expected: by hand. Errors 10, -10 and 20 of 100, 50 and 50: WAPE 40 / 200 = 20 %, MAPE (10 + 20 + 40) / 3 = 23.3 %, bias 20 / 3 a row,
// that is 10 % of the mean.
TEST_CASE("lab forecast: methods side by side, and one's own forecasts") {
  for (const auto& [width, height, coarse] : kWindows) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/forecast");
    CHECK(driver.says("so it earns its keep."));
    CHECK(fault_text(driver) == "");
    driver.click(Role::radio, "Simple");
    CHECK(driver.says("Repeating the last season missed by less"));
    driver.click(Role::radio, "My demand");
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/forecast", "1\n2\n3");
    CHECK(driver.says("Two seasons are needed before the steps kept for the test"));
    driver.click(Role::radio, "My forecasts");
    driver.type_into("note/lab/forecast-pairs", "actual,forecast\n100,110\n50,40\n50,70");
    CHECK(driver.says("the forecast misses by 20 % of the volume (WAPE), and it runs 10 % too high."));
    CHECK(driver.says("23.3 %"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/forecast-pairs", "0,110\n50,40");
    CHECK(driver.says("MAPE has no answer here"));
    driver.type_into("note/lab/forecast-pairs", "0,110");
    CHECK(driver.says("Between 2 and 50,000 pairs"));
    driver.type_into("note/lab/forecast-pairs", "abc");
    CHECK(driver.says("does not hold 2 numbers"));
  }
}
