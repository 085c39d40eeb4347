// Prepare: the tools around the interview, with what has been done so far.
// Here: their list, and what this app is and is not.  Not here: the tools (one file each).
#pragma once

#include "app/app.h"

namespace loopready::screens {

void draw_prepare(const app::App& app, app::Commands& commands);

}  // namespace loopready::screens
