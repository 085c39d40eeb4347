// The catalogue: choose an exercise by category, level, difficulty, status or words.
#pragma once

#include "app/app.h"

namespace loopready::screens {

void draw_practice(const app::App& app, app::Commands& commands);

}  // namespace loopready::screens
