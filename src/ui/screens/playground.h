// Free SQL on any world's data, on files of one's own and on one's own record.
#pragma once

#include <map>
#include <string>

#include "app/app.h"
#include "ui/kit/table.h"
#include "ui/screens/run_view.h"

namespace loopready::screens {

struct PlaygroundLook {
  std::string open_table;     // whose rows and columns are shown
  bool shows_history = false;
  std::map<std::string, kit::TableLook> tables;
  RunLook run;
};

void draw_playground(const app::App& app, PlaygroundLook& look, app::Commands& commands);

}  // namespace loopready::screens
