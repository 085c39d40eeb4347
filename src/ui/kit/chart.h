// Charts over two axes: lines, points, bands and marks, named at their ends, with the numbers for those who can't see them.
// Here: line_chart, the helpers of axes.  Not here: bars (bar_chart.h), radar (radar_chart.h), intervals (interval_chart.h),
// tables of the same numbers (table.h), which the caller shows beside it.
// Colours are Okabe and Ito's, which colour-blind readers tell apart; each series has its own mark too.
#pragma once

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace loopready::kit {

enum class SeriesKind { line, points, band, area };  // band: between two heights; area: down to zero

struct ChartSeries {
  std::string name = {};                                // empty: not named
  std::vector<std::pair<double, double>> points = {};  // x ascending for lines
  SeriesKind kind = SeriesKind::line;
  std::vector<double> low = {};  // band: the lower height at each point
  int colour = -1;               // -1: by position
  bool dashed = false;
};

struct ChartMark {  // a line across the whole chart
  double at = 0;
  std::string name = {};
  bool upright = false;  // at an x; else at a y
};

inline constexpr double kAuto = std::numeric_limits<double>::infinity();

struct ChartView {
  std::string name = {};     // said in place of the picture: "Steps by rows, yours beside the worked answer's"
  std::string x_label = {};  // with its unit
  std::string y_label = {};
  std::vector<ChartSeries> series = {};
  bool log_x = false;  // values must be above 0
  bool log_y = false;
  float height = 240;  // CSS pixels
  std::vector<ChartMark> marks = {};
  double x_least = kAuto, x_most = kAuto, y_least = kAuto, y_most = kAuto;
  bool shares = false;  // heights are shares, written as percentages
};

void line_chart(const ChartView& view);

// Round places for marks along an axis: at most `n_most`, or powers of ten.
std::vector<double> axis_marks(double least, double most, bool logarithmic, int n_most);
std::string axis_words(double value);   // "10k", "2.5M", "0.05"
std::string share_words(double share);  // "5 %", "0.3 %"

}  // namespace loopready::kit
