// One question: the task at the left, the answer and its verdict at the right; all below each other when the window is narrow.
// Here: the frame of the screen, prompt, hints, giving up.  Not here: its parts (question_parts.h), verdicts (question_verdict.h).
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "app/app.h"
#include "ui/kit/semantic.h"

namespace loopready::screens {

struct QuestionLook {
  double split_share = 0;  // while dragging; 0: as kept
  bool drawn = false;
  std::int64_t seen_request = 0;  // whose verdict was brought into view
  bool asks_give_up = false;
  std::map<std::string, bool> open;  // by what can be shown or hidden
};

void draw_question(const app::App& app, QuestionLook& look, kit::Rect content, app::Commands& commands);

}  // namespace loopready::screens
