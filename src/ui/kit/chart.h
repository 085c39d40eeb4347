// Line charts: a few series over a common axis, named at their ends, with the numbers for those who can't see them.
// Here: line_chart.  Not here: tables of the same numbers (table.h), which the caller shows beside it.
// Colours are Okabe and Ito's, which colour-blind readers tell apart; each series has its own mark too.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace loopready::kit {

struct ChartSeries {
  std::string name;
  std::vector<std::pair<double, double>> points;  // x ascending
};

struct ChartView {
  std::string name;     // said in place of the picture: "Steps by rows, yours beside the worked answer's"
  std::string x_label;  // with its unit
  std::string y_label;
  std::vector<ChartSeries> series;
  bool log_x = false;  // values must be above 0
  bool log_y = false;
  float height = 240;  // CSS pixels
};

void line_chart(const ChartView& view);

// Round places for marks along an axis: at most `n_most`, or powers of ten.
std::vector<double> axis_marks(double least, double most, bool logarithmic, int n_most);
std::string axis_words(double value);  // "10k", "2.5M", "0.05"

}  // namespace loopready::kit
