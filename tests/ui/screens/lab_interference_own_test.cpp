// Expected numbers: R 4; the delta method from var(y - R x) / (n mean(x)^2) with qt and pt, t.test for Welch, qnorm for the naive interval.
#include "ui/screens/lab_interference_own.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;
using screens::own_clusters;

namespace {

screens::OwnNumbers clusters(const char* text) {
  auto numbers = screens::read_numbers(text, 3, true);
  CHECK(numbers.problem == "");
  return numbers;
}

constexpr const char* kRegions =
    "a,0,420,38\nb,0,510,61\nc,0,290,22\nd,0,610,67\ne,0,350,24\nf,0,480,58\ng,1,380,52\nh,1,455,58\ni,1,330,47\nj,1,575,60\nk,1,405,55\nl,1,260,21";
constexpr const char* kRevenue = "a,0,10,105.5\nb,0,20,-12\nc,0,30,340\nd,1,15,200\ne,1,25,410.25";

}  // namespace

TEST_CASE("lab interference: one's own clusters, as R has them") {
  const auto regions = own_clusters(clusters(kRegions)), revenue = own_clusters(clusters(kRevenue));
  REQUIRE(regions.ok());
  REQUIRE(revenue.ok());
  const screens::OwnClusters &one = regions.value(), &two = revenue.value();
  const struct {
    double found, expected;
  } cases[] = {{one.delta.estimate, 0.020325762431026}, {one.delta.std_error, 0.011744867113746}, {one.delta.low, -0.005843432296529},
               {one.delta.high, 0.046494957158580},     {one.p_value, 0.114202898787826},         {one.means.estimate, 0.023745245182404},
               {one.means.std_error, 0.013423981700412}, {one.means.low, -0.006180050134416},     {one.means.high, 0.053670540499223},
               {one.naive.std_error, 0.008875318084246}, {one.naive.low, 0.002930458634567},      {one.naive.high, 0.037721066227484},
               {one.inflation, 1.751170212176807},       {two.delta.estimate, 8.03125},           {two.delta.std_error, 4.367500547814},
               {two.delta.low, -5.868085981715},         {two.p_value, 0.163221923960},           {two.means.estimate, 7.777222222222},
               {two.means.std_error, 4.149544858278},    {two.means.high, 22.371665633133}};
  for (const auto& each : cases) CHECK(each.found == doctest::Approx(each.expected).epsilon(1e-9));
  CHECK(one.naive.estimate == one.delta.estimate);
  CHECK(std::isnan(two.naive.std_error));
  CHECK(std::isnan(two.inflation));
}

TEST_CASE("lab interference: clusters that say nothing are refused by their name") {
  const struct {
    const char* text;
    const char* where;
    const char* said;
  } cases[] = {{"", "", "at least two clusters"},
               {"a,0,10,1", "", "at least two clusters"},
               {"a,0,10,1\nb,0,10,2\nc,1,10,3", "", "at least two clusters"},
               {"a,0,10,1\nb,2,10,2", "b", "1 (treatment) or 0 (control)"},
               {"a,0,10,1\nb,1,0,0", "b", "whole number from 1"},
               {"a,0,-10,1", "a", "whole number from 1"},
               {"a,0,10,1\na,1,10,2", "a", "stands here twice"},
               {"a,0,10,1\nb,0,20,2\nc,1,10,3\nd,1,20,6", "", "the same mean"}};
  for (const auto& one : cases) {
    const std::string said = one.said;
    CAPTURE(said);
    const auto own = own_clusters(clusters(one.text));
    REQUIRE_FALSE(own.ok());
    CHECK(own.error().where == one.where);
    CHECK(own.error().text.find(said) != std::string::npos);
  }
  auto endless = clusters("a,0,10,1");
  endless.columns[2][0] = INFINITY;
  CHECK(own_clusters(endless).error().text == "Every number must be finite.");
}

TEST_CASE("lab interference: pasted clusters on the screen") {
  for (const auto& [width, height, coarse] : {std::tuple{1280.0f, 720.0f, false}, std::tuple{320.0f, 640.0f, true}}) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab/interference");
    driver.click(Role::radio, "My numbers");
    CHECK(driver.says("The variance is 1.8 times the naive one"));
    CHECK(driver.says("Counted unit by unit it would look certain"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/interference", kRevenue);
    CHECK(driver.says("Your sums don't count units"));
    CHECK(driver.says("The difference is 8.03 a unit"));
    CHECK(fault_text(driver) == "");
    driver.type_into("note/lab/interference", "a,0,10,1\nb,0,10,nan");
    CHECK(driver.says("Line 2 does not hold a name and 3 numbers"));
    CHECK_FALSE(driver.says("For your product manager"));
    driver.type_into("note/lab/interference", "a,0,10,1\nb,0,10,2");
    CHECK(driver.says("at least two clusters"));
    CHECK(fault_text(driver) == "");
  }
}
