// A list to be put in order: each row with its place and two buttons that move it.
// Here: sort_list.  Not here: dragging (there is none: the buttons and arrow keys do the same everywhere).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loopready::kit {

struct SortMove {
  int from = -1;  // place from 0; -1: nothing moved
  int to = -1;
};

// Texts are inline Markdown. Up and Down arrow, Home and End move the row whose button has the focus; the focus goes with it.
SortMove sort_list(std::string_view name, const std::vector<std::string>& texts);

}  // namespace loopready::kit
