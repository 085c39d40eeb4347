// Rows of the plan: one sitting with its tick, its link and the way to another day.
// Here: draw_sitting, planned.  Not here: the screen around them (plan.h).
#pragma once

#include "ui/screens/plan.h"

namespace loopready::screens {

// The plan as of today, made anew only when something changed; the plan's state must be there.
const learner::Plan& planned(const app::App& app, const learner::PlanState& state, PlanLook& look);

void draw_sitting(const app::App& app, const learner::PlanState& state, const learner::PlanEntry& entry, PlanLook& look, app::Commands& commands);

}  // namespace loopready::screens
