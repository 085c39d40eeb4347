// The first screen: what to do next, how far one is.
#pragma once

#include "app/app.h"
#include "ui/screens/plan.h"

namespace loopready::screens {

void draw_today(const app::App& app, PlanLook& plan, app::Commands& commands);

}  // namespace loopready::screens
