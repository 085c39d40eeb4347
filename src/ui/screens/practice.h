// The catalogue: choose an exercise by category, level, difficulty, status or words.
#pragma once

#include "app/app.h"

namespace loopready::screens {

struct PracticeLook {
  bool filters_open = false;  // in a narrow window they stay folded until asked for
};

void draw_practice(const app::App& app, PracticeLook& look, app::Commands& commands);

}  // namespace loopready::screens
