#include <doctest/doctest.h>

#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/lab_parts.h"

using namespace loopready;
using namespace loopready::ui_test;

// Expected: by hand. 500,000 users off by 0.26 points: chi2 = 0.0026^2 * 500,000 / 0.25 = 13.52.
// 1000 and 1100 at even shares: chi2 = 100^2 / 2100 = 4.762, p = 0.029 (chi-squared table, 1 df).
TEST_CASE("lab srm: a split that looks even is not, and segments say where") {
  for (const auto& [width, height, coarse] :
       {std::tuple{1280.0f, 720.0f, false}, std::tuple{412.0f, 800.0f, true}, std::tuple{320.0f, 640.0f, true}}) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/srm");
    CHECK(driver.says("Mismatch: p = 0.00024"));
    CHECK(driver.says("\u03C7\u00B2 = 13.52"));
    CHECK(driver.says("Look at: iPhone app."));
    CHECK(fault_text(driver) == "");
    driver.tab_to(Role::slider, "Users in all");
    driver.press("Home");
    CHECK(driver.says("No alarm:"));
    CHECK(driver.says("nothing here speaks against reading the results"));
    driver.click(Role::radio, "My numbers");
    driver.type_into("note/lab/srm", "arm,users,plan\ncontrol,1000,50\ntreatment,1100,50");
    CHECK(driver.says("No alarm: p = 0.029"));
    CHECK(driver.says("\u03C7\u00B2 = 4.762"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/srm-segments", "north,500,500\nsouth,500,600");
    CHECK(driver.says("No segment stands out"));
    driver.type_into("note/lab/srm-segments", "north,500");
    CHECK(driver.says("Line 1 does not hold a name and 2 numbers: \"north, 500\"."));
    CHECK(fault_text(driver) == "");
  }
}

TEST_CASE("lab srm: what can't be tested is said") {
  Driver driver({}, "#/lab/srm");
  driver.click(Role::radio, "My numbers");
  driver.type_into("note/lab/srm", "control,1000,100%");
  CHECK(driver.says("Two arms at least are needed"));
  driver.type_into("note/lab/srm", "a,1000,0\nb,1000,0");
  CHECK(driver.says("The planned shares must be above 0."));
  driver.type_into("note/lab/srm", "a,-5,1\nb,1000,1");
  CHECK(driver.says("observed:"));
  driver.type_into("note/lab/srm", "a,1000,1\nb,1000,1\nc,1000000000000,1");
  CHECK(driver.says("Mismatch: p < 0.000001"));
}

TEST_CASE("lab: rows with names") {
  const auto rows = screens::read_numbers("segment,a,b\n\"north, far\",1,2\nsouth,3,4", 2, true);
  CHECK(rows.labels == std::vector<std::string>{"north, far", "south"});
  CHECK(rows.columns[1] == std::vector<double>{2, 4});
  CHECK(screens::read_numbers("north,1", 2, true).problem == "Line 1 does not hold a name and 2 numbers: \"north, 1\".");
  CHECK(screens::p_words(1e-9) == "p < 0.000001");
  CHECK(screens::points_words(-0.012) == "-1.20 points");
}
