// One exercise: the task at the left, the editor above its results at the right; tabs when the window is narrow.
// Here: the frame of the screen.  Not here: its parts (exercise_task.h, exercise_result.h).
#pragma once

#include <map>
#include <string>

#include "app/app.h"
#include "ui/kit/semantic.h"
#include "ui/kit/table.h"
#include "ui/screens/run_view.h"

namespace loopready::screens {

struct ExerciseLook {
  int task_tab = 0;     // wide: prompt, tables, hints, answer
  int narrow_tab = 0;   // narrow: those, and the query before them
  int result_tab = 0;   // result, verdict, scale
  RunLook run;
  double split_share = 0;  // while dragging; 0: as kept
  std::int64_t seen_request = 0;  // to show a new result at once
  bool asks_give_up = false;
  std::map<std::string, kit::TableLook> tables;  // by the table's name on the screen
};

void draw_exercise(const app::App& app, ExerciseLook& look, kit::Rect content, app::Commands& commands);

}  // namespace loopready::screens
