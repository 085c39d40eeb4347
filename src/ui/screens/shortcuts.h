// The keys of the program: what they do everywhere, and the list of all of them.
// Here: shortcuts that no button carries, the dialog behind "?".  Not here: a button's own shortcut (its screen).
#pragma once

#include <vector>

#include "app/app.h"
#include "ui/kit/navigation.h"

namespace loopready::screens {

struct ShortcutsLook {
  bool open = false;
};

// Acts on the keys; `entries` are the screens in the order of their numbers.
void take_shortcuts(const app::App& app, const std::vector<kit::NavigationEntry>& entries, ShortcutsLook& look,
                    app::Commands& commands);
void draw_shortcuts(const app::App& app, ShortcutsLook& look);

}  // namespace loopready::screens
