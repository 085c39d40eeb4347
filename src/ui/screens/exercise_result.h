// The lower right of an exercise: what a run returned, or what the grader said.
#pragma once

#include "app/app.h"
#include "ui/screens/exercise.h"

namespace loopready::screens {

// True once for each job that ended; then its result is the one to show.
bool take_new_result(const app::App& app, const std::string& slug, ExerciseLook& look);

void draw_results(const app::App& app, const model::PackedItem& packed, ExerciseLook& look, app::Commands& commands);

}  // namespace loopready::screens
