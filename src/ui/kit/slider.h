// A number to be dragged along a line, or moved by keys: arrows a step, Page keys ten, Home and End to the ends.
// Here: slider.  Not here: numbers to be typed (field.h).
#pragma once

#include <string>
#include <string_view>

namespace loopready::kit {

struct SliderOptions {
  double from = 0, to = 1;
  double step = 0.01;        // 0: a logarithmic line from `from` (above 0) to `to`, rounded to two significant digits
  std::string_view shown = {};// the value in words, with its unit: "5 %"
  float width = 0;           // CSS pixels, 0: all there is, at most 420
};

// True when the value changed.
bool slider(std::string_view name, double& value, const SliderOptions& options);

}  // namespace loopready::kit
