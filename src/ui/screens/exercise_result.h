// The lower right of an exercise: what a run returned, or what the grader said.
#pragma once

#include "app/app.h"
#include "ui/screens/exercise.h"

namespace loopready::screens {

void draw_results(const app::App& app, const model::PackedItem& packed, ExerciseLook& look, app::Commands& commands);

}  // namespace loopready::screens
