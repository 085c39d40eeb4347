// Short messages: seen as toasts, heard by screen readers.
// Here: show_toast, announce, expiry.  Not here: drawing them (ui).
// Terms: a toast lives 6 s, a bad one 12 s; the same text again prolongs it; at most 4 stand at a time.
#pragma once

#include <string>

#include "app/app.h"

namespace loopready::app {

enum class Tone { good, bad };

void show_toast(App& app, std::string text, Tone tone = Tone::good);  // announced as well
void announce(App& app, std::string text, bool assertive = false);
void dismiss_toast(App& app, std::int64_t id);
// The clock moves on; whatever has been shown long enough goes.
void tick(App& app, std::int64_t now_ms);

}  // namespace loopready::app
