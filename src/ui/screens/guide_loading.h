// What a screen that needs the guide shows until it is there.
// Here: guide_ready.  Not here: asking for it (app/guide.h).
#pragma once

#include "app/app.h"

namespace loopready::screens {

// True when the guide has come; else draws that it loads, or why it did not, with a way to try again.
bool guide_ready(const app::App& app, app::Commands& commands);

}  // namespace loopready::screens
