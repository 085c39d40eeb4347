// The target level in one line, wherever it changes what is shown.
// Here: draw_level_line.  Not here: picking it (level.h), what follows from it (app/level.h).
#pragma once

#include "app/app.h"

namespace loopready::screens {

void draw_level_line(const app::App& app, app::Commands& commands);  // "Level L5 \u00B7 change", leads to the level finder

}  // namespace loopready::screens
