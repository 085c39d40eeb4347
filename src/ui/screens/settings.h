// Looks, the learner's data, and what this program is.
#pragma once

#include "app/app.h"

namespace loopready::screens {

void draw_settings(const app::App& app, app::Commands& commands);

}  // namespace loopready::screens
