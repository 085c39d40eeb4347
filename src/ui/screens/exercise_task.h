// The left side of an exercise: prompt, tables, hints, worked answer.
#pragma once

#include "app/app.h"
#include "ui/screens/exercise.h"

namespace loopready::screens {

enum class TaskPart { prompt, tables, hints, answer };

void draw_task(const app::App& app, const model::PackedItem& packed, TaskPart part, ExerciseLook& look,
               app::Commands& commands);

}  // namespace loopready::screens
