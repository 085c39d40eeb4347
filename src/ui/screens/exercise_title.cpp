#include "ui/screens/exercise_title.h"

#include <algorithm>

#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/words.h"

namespace loopready::screens {

void draw_title(const app::App& app, const model::IndexEntry& entry, bool narrow, app::Commands& commands) {
  const StageLook stage = stage_look(app, entry.slug);
  const kit::Flow flow(8, kit::control_height());
  if (kit::button("Back to Practice", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kArrowLeft, .icon_only = true}))
    commands.push_back(go_to(app::Place::practice));
  if (narrow) {
    const kit::Column column(0, kit::content_width() - kit::control_height() - 16);
    kit::heading(1, entry.title);
    return;
  }
  kit::heading(1, entry.title);
  kit::badge(entry.level, kit::Tone::accent);
  kit::badge(entry.difficulty, difficulty_tone(entry.difficulty));
  kit::badge(minutes_text(entry.minutes), kit::Tone::quiet, kit::icon::kClock);
  kit::badge(stage.words, stage.tone, stage.icon);
}

std::string first_try_words(const learner::ItemStatus& status) {
  const std::int64_t minutes = (status.first_ms + 59'999) / 60'000;
  return std::string("First try") + (status.first_on_whiteboard ? " on the whiteboard: " : ": ") +
         (status.first_right ? "right" : "not right") + ", " + minutes_text(std::max<std::int64_t>(minutes, 1)) + ".";
}

}  // namespace loopready::screens
