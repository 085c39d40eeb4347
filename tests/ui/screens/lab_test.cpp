#include "ui/screens/lab.h"

#include <doctest/doctest.h>

#include <cmath>

#include "ui/checks.h"
#include "ui/driver.h"

using namespace loopready;
using namespace loopready::ui_test;
using screens::in_words;
using screens::read_numbers;
using screens::Unit;

TEST_CASE("lab: every tool opens from the list, at every size, and says its numbers, its formula and a sentence") {
  for (const auto& [width, height, coarse] : {std::tuple{1280.0f, 720.0f, false}, std::tuple{412.0f, 800.0f, true}, std::tuple{320.0f, 640.0f, true}}) {
    Driver driver({.width = width, .height = height, .coarse_pointer = coarse}, "#/lab");
    CHECK(fault_text(driver) == "");
    for (const screens::LabTool& tool : screens::lab_tools()) {
      const auto shown_width = width; CAPTURE(shown_width);
      CAPTURE(std::string(tool.slug));
      driver.open("#/lab");
      driver.activate(Role::link, tool.title);
      CHECK(app::format_route(driver.app.route) == std::string("#/lab/") + tool.slug);
      CHECK(driver.find(Role::heading, tool.title).has_value());
      CHECK(fault_text(driver) == "");
    }
  }
}

TEST_CASE("lab: an unknown tool leads to the list") {
  Driver driver({}, "#/lab/nothing");
  CHECK(driver.says("There is no tool called \"nothing\" here."));
  CHECK(driver.find(Role::list, "Tools").has_value());
}

TEST_CASE("lab: numbers of one's own") {
  CHECK(read_numbers("1\n2\n3", 1).columns[0] == std::vector<double>{1, 2, 3});
  CHECK(read_numbers("p-value\n5%\n$1200\n-3e-2", 1).columns[0] == std::vector<double>{0.05, 1200, -0.03});
  CHECK(read_numbers("1 2 3", 1).columns[0] == std::vector<double>{1, 2, 3});
  const auto two = read_numbers("x;y\n1;2\n\n3;4", 2);
  CHECK(two.names == std::vector<std::string>{"x", "y"});
  CHECK(two.columns[1] == std::vector<double>{2, 4});
  CHECK(read_numbers("1,2\n3", 2).problem == "Line 2 does not hold 2 numbers: \"3\".");
  CHECK(read_numbers("1\nnan", 1).problem.find("Line 2") == 0);
  for (const char* first : {"nan\n1", "-inf\n1", "1e999\n1"}) CHECK(read_numbers(first, 1).problem.find("Line 1") == 0);
  CHECK(read_numbers("", 1).columns[0].empty());
  CHECK(read_numbers(std::string(6'000'000, '1'), 1).problem.find("at most 400 kB") != std::string::npos);
}

TEST_CASE("lab: values in words") {
  CHECK(in_words(31234, Unit::whole) == "31,234");
  CHECK(in_words(0.05, Unit::share) == "5 %");
  CHECK(in_words(1.69, Unit::share, 2) == "169 %");
  CHECK(in_words(123.4, Unit::share) == "12,340 %");
  CHECK(in_words(1, Unit::days) == "1 day");
  CHECK(in_words(12.5, Unit::usd) == "$12.50");
  CHECK(in_words(-1234567, Unit::usd) == "-$1,234,567");
  CHECK(in_words(0.000123456, Unit::plain) == "0.000123");
  CHECK(in_words(NAN, Unit::plain) == "\u2014");
}

TEST_CASE("lab: multiple comparisons follow the level and one's own numbers") {
  Driver driver({}, "#/lab/multiple");
  CHECK(driver.says("We looked at 10 metrics."));
  driver.tab_to(Role::slider, "Level (alpha)");
  driver.press("Home");
  CHECK(driver.says("\u03B1 = 1 %"));
  driver.type_into("note/lab/multiple", "0.001\n0.5");
  CHECK(driver.says("We looked at 2 metrics."));
  driver.type_into("note/lab/multiple", "1.5");
  CHECK(driver.says("p_values"));
  driver.type_into("note/lab/multiple", "one");
  CHECK(driver.says("Line 1 does not hold 1 number: \"one\"."));
}
