// The readiness check: ten statements rated, some tried on exercises, the result by area, and the next half hour.
// Here: the screen.  Not here: drawing and judging (learner/readiness.h), its notes (app/readiness.h).
#pragma once

#include "app/app.h"
#include "ui/screens/lab_parts.h"

namespace loopready::screens {

struct ReadinessLook {
  int tab = 0;
  bool from_tabs = false;  // another tab was opened from below: it is seen from the tabs on
  LabLook parts;
};

void draw_readiness(const app::App& app, ReadinessLook& look, app::Commands& commands);

}  // namespace loopready::screens
