// A table of values: sticky header, sorting, its own scrolling, marked rows and cells.
// Here: Table view and its widget.  Not here: what the values mean.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/theme.h"

namespace loopready::kit {

struct TableColumn {
  std::string name = {};
  std::string note = {};      // the type, drawn quiet below the name; may be empty
  bool numeric = false;  // set to the right
};

struct TableCell {
  std::string text = {};
  Tone tone = Tone::normal;  // careful and bad also paint the cell's ground
  bool marked = false;
  std::string mark = {};     // why, said with the cell
  double number = 0;         // numeric columns sort by it
  bool null = false;         // drawn quiet, sorted last
};

struct TableView {
  std::string name = {};
  std::vector<TableColumn> columns = {};
  int n_rows = 0;
  std::function<TableCell(int row, int column)> cell = {};
  float max_height = 320;  // CSS pixels; a longer table scrolls
  bool sortable = true;
};

// What the learner did to it: kept by the screen.
struct TableLook {
  int sorted_by = -1;  // column, -1: as given
  bool down = false;
};

void table(const TableView& view, TableLook& look);

}  // namespace loopready::kit
