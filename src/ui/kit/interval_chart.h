// Intervals below each other on one axis: an estimate with its lower and upper end, beside a name.
// Here: interval_chart.  Not here: the table of the same numbers, which the caller shows beside it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/kit/chart.h"
#include "ui/kit/theme.h"

namespace loopready::kit {

struct Interval {
  std::string name = {};
  double low = 0, estimate = 0, high = 0;  // an end may be infinite
  Tone tone = Tone::accent;                // never alone: `words` says the same
  std::string words = {};                       // at the right: "misses the truth"
};

struct IntervalView {
  std::string name = {};  // said in place of the picture
  std::vector<Interval> intervals = {};
  std::vector<ChartMark> marks = {};  // upright lines, such as no effect
  double least = kAuto, most = kAuto;
  float row_height = 28;         // CSS pixels; below 12 names are left out
  std::function<std::string(double)> words = {};  // of the axis; absent: axis_words
};

void interval_chart(const IntervalView& view);

}  // namespace loopready::kit
