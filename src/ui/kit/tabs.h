// A row of tabs, and the panel below that belongs to the chosen one.
// Here: tabs, TabPanel.  Not here: navigation between screens (navigation.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loopready::kit {

struct TabLabel {
  std::string name;
  const char* icon = nullptr;
  std::string note;  // "2": drawn small behind the name and said with it
};

// Arrow keys go to the neighbour and open it. True when `chosen` changed.
bool tabs(std::string_view name, const std::vector<TabLabel>& labels, int& chosen);

}  // namespace loopready::kit
