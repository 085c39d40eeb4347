// What the app says by itself: progress, toasts, dialogs.
// Here: progress, busy, toast, Dialog.  Not here: verdicts (they are screens' content).
#pragma once

#include <string_view>

#include "ui/kit/theme.h"

namespace loopready::kit {

// share 0 to 1, with the words beside it.
void progress(std::string_view name, double share, std::string_view words);

// One message in the lower corner; true when dismissed. The n-th of those shown at once, from 0.
bool toast(std::string_view text, Tone tone, int n);

// Dims the rest and takes all input until closed. Use: { Dialog dialog("Give up?"); if (button("Cancel")) ...; }
// dismissed() is true after Escape or a press outside.
class Dialog {
 public:
  explicit Dialog(std::string_view title, float width = 420);
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;
  bool dismissed() const { return dismissed_; }

 private:
  bool dismissed_ = false;
};

}  // namespace loopready::kit
