// Find your level: pick a target level, or answer a few questions and be told which one they point to and why.
// Here: the screen.  Not here: what the answers point to (learner/level_finder.h), what follows a target (app/level.h).
#pragma once

#include "app/app.h"
#include "ui/screens/lab_parts.h"

namespace loopready::screens {

struct LevelLook {
  int at = -1;  // the open question; behind the last one stands the suggestion. -1: where the answers end
  bool from_heading = false;  // the suggestion has just come: it is seen from its heading on
  LabLook parts;
};

void draw_level(const app::App& app, LevelLook& look, app::Commands& commands);

}  // namespace loopready::screens
