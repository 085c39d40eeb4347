// The learner's settings: checked, clamped, kept.
// Here: changing one, taking one from the store, the theme that follows.  Not here: drawing them (ui).
// Terms: kept under "setting/<name>"; names are theme, text_size_pct, split_share, backup_at_ms (set by exports alone).
#pragma once

#include <string>

#include "app/app.h"

namespace loopready::app {

// A name or value that makes no sense changes nothing.
void set_setting(App& app, const std::string& name, const std::string& value);
// The same from what was stored, under its key; asks nobody to keep it again.
void take_setting(App& app, const std::string& key, const std::string& value);

void show_theme(App& app);
void change_environment(App& app, const EnvironmentChanged& environment);

const char* theme_name(Theme theme);  // "system", "light", "dark"

}  // namespace loopready::app
