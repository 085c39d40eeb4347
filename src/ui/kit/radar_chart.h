// A radar: one value on each of several axes around a centre, one or two outlines over each other.
// Here: radar_chart.  Not here: the table of the same values, which the caller shows beside it.
// Terms: values are shares from 0 (centre) to 1 (rim).
#pragma once

#include <string>
#include <vector>

namespace loopready::kit {

struct RadarSeries {
  std::string name = {};
  std::vector<double> values = {};  // by axis
  bool dashed = false;
};

struct RadarView {
  std::string name = {};  // said in place of the picture
  std::vector<std::string> axes = {};
  std::vector<RadarSeries> series = {};
  std::vector<std::string> rings = {};  // names of the rings from inside out: "low", "medium", "high"
  float height = 340;              // CSS pixels
};

void radar_chart(const RadarView& view);

}  // namespace loopready::kit
