// Charts are pictures: what tests see is their name, their place, and that no data makes them fail.
#include <doctest/doctest.h>

#include <cmath>

#include "ui/checks.h"
#include "ui/kit/bar_chart.h"
#include "ui/kit/chart.h"
#include "ui/kit/interval_chart.h"
#include "ui/kit/layout.h"
#include "ui/kit/radar_chart.h"
#include "ui/kit/text.h"
#include "ui/stage.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

TEST_CASE("charts: each is one named picture, at any size and with any numbers") {
  const std::vector<std::vector<std::pair<double, double>>> data = {
      {}, {{0, 0}}, {{1, 5}, {2, 5}}, {{1, NAN}, {2, 3}}, {{1, 1e300}, {2, -1e300}}, {{0, 0.1}, {1, 0.2}, {2, INFINITY}}};
  for (const float width : {320.0f, 1280.0f})
    for (const auto& points : data) {
      Stage stage(
          [&] {
            const Area area("Page", {0, 0, view_width(), view_height()});
            line_chart({.name = "Lines", .x_label = "looks", .y_label = "share", .series = {{.name = "a", .points = points}, {.name = "b", .points = points, .kind = SeriesKind::band, .low = {0}}}, .marks = {{5, "five"}, {1, "one", true}}});
            std::vector<double> values;
            for (const auto& point : points) values.push_back(std::isfinite(point.second) ? std::fabs(point.second) : 0);
            bar_chart({.name = "Standing", .categories = {"x", "y"}, .series = {{"a", values}, {"b", values}}});
            bar_chart({.name = "Lying", .categories = {"x", "y"}, .series = {{"a", values}}, .lying = true});
            radar_chart({.name = "Radar", .axes = {"one", "two", "three"}, .series = {{"a", {0.5, 1, 2}}, {"b", values}}, .rings = {"low", "high"}});
            IntervalView intervals{.name = "Intervals", .marks = {{0, "none"}}};
            for (const auto& [x, y] : points) intervals.intervals.push_back({"row", y - x, y, y + x, Tone::accent, "words"});
            interval_chart(intervals);
          },
          {.width = width});
      stage.frame();
      CHECK(ui_test::fault_text(stage) == "");
      CHECK(stage.names(Role::image) == std::vector<std::string>{"Lines", "Standing", "Lying", "Radar", "Intervals"});
    }
}

TEST_CASE("charts: axes say round numbers") {
  CHECK(axis_words(31234) == "31.23k");
  CHECK(axis_words(2'500'000) == "2.5M");
  CHECK(share_words(0.05) == "5 %");
  CHECK(axis_marks(0, 1, false, 4) == std::vector<double>{0, 0.5, 1});
  CHECK(axis_marks(1, 1000, true, 5) == std::vector<double>{1, 10, 100, 1000});
}

TEST_CASE("text: links inside are followed by mouse, keys and assistive technology; formulas say their words") {
  std::string followed;
  Stage stage([&] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    markdown("Read on [levels](#/guide/levels) with $\\frac{a}{b}$ here.\n\n| head | other |\n| --- | ---: |\n| cell | 12 |");
    if (const std::string address = take_followed_link(); !address.empty()) followed = address;
  });
  stage.frame();
  CHECK(ui_test::fault_text(stage) == "");
  CHECK(stage.names(Role::image) == std::vector<std::string>{"a / b"});
  stage.click(Role::link, "levels");
  CHECK(followed == "#/guide/levels");
  followed.clear();
  stage.tab_to(Role::link, "levels");
  stage.press("Enter");
  CHECK(followed == "#/guide/levels");
  CHECK(stage.all(Role::cell).size() == 2);
  CHECK(stage.all(Role::column_header).size() == 2);
}
