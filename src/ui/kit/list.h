// Rows to choose from: a title, a line below it, words at the right.
// Here: list_row.  Not here: tables of figures (table.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/theme.h"

namespace loopready::kit {

struct RowTag {
  std::string words = {};
  Tone tone = Tone::quiet;
};

struct ListRow {
  std::string title = {};
  std::string below = {};       // quiet, one line, cut with an ellipsis
  std::string address = {};     // where the row leads: "#/item/x"
  const char* icon = nullptr;
  Tone icon_tone = Tone::quiet;
  std::string icon_meaning = {};  // said with the title: "solved"
  std::vector<RowTag> tags = {};
};

// Stands in a Group of role list. True when pressed.
bool list_row(const ListRow& row, int position, int n_set);

}  // namespace loopready::kit
