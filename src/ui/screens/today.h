// The first screen: what to do next, how far one is.
#pragma once

#include "app/app.h"

namespace loopready::screens {

void draw_today(const app::App& app, app::Commands& commands);

}  // namespace loopready::screens
