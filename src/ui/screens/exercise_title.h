// The head of an exercise of any kind: the way back, its title, level, difficulty, time and state; how the first try went.
#pragma once

#include <string>

#include "app/app.h"

namespace loopready::screens {

void draw_title(const app::App& app, const model::IndexEntry& entry, bool narrow, app::Commands& commands);
std::string first_try_words(const learner::ItemStatus& status);  // "First try: right, 4 min."

}  // namespace loopready::screens
