// Looks, the learner's data, and what this program is.
#pragma once

#include "app/app.h"
#include "ui/screens/shortcuts.h"

namespace loopready::screens {

void draw_settings(const app::App& app, ShortcutsLook& shortcuts, app::Commands& commands);

}  // namespace loopready::screens
