// Content on its way in: the index and the packs.
// Here: asking for them, reading them, saying what went wrong.  Not here: fetching (web), choosing from them (catalogue.h).
// Errors: content that is damaged or does not come leaves everything else as it was, with a sentence in Catalogue.
#pragma once

#include <string>

#include "app/app.h"

namespace loopready::app {

void load_pack(App& app, const std::string& category);  // once; again after a failure
void retry_loading(App& app);

void take_index(App& app, const std::string& text);
void miss_index(App& app, const std::string& why);
void take_pack(App& app, const PackArrived& arrived);
void miss_pack(App& app, const std::string& category, const std::string& why);

}  // namespace loopready::app
