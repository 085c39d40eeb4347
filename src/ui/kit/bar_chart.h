// Bars by category, stacked or side by side, lying or standing, each with its number written on or beside it.
// Here: bar_chart.  Not here: lines (chart.h), the table of the same numbers, which the caller shows beside it.
// Terms: a value is at least 0; `words` writes it with its unit.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace loopready::kit {

struct BarSeries {
  std::string name = {};
  std::vector<double> values = {};  // by category
};

struct BarChartView {
  std::string name = {};  // said in place of the picture
  std::vector<std::string> categories = {};
  std::vector<BarSeries> series = {};
  bool stacked = true;
  bool lying = false;        // categories below each other, bars to the right
  float height = 240;        // CSS pixels, standing bars only
  std::function<std::string(double)> words = {};  // absent: axis_words
};

void bar_chart(const BarChartView& view);

}  // namespace loopready::kit
