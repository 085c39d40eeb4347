// What a run returned: its rows, its error, how it ran.
// Here: draw_run, draw_sql_error.  Not here: verdicts (exercise_result.h).
#pragma once

#include <string>

#include "app/app.h"
#include "ui/kit/table.h"

namespace loopready::screens {

struct RunLook {
  bool shows_plan = false;
  kit::TableLook table;
};

void draw_sql_error(const model::SqlError& error);
// `name` is the result table's.
void draw_run(const model::RunResult& run, const std::string& name, RunLook& look, app::Commands& commands);

}  // namespace loopready::screens
