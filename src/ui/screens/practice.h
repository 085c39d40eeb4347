// The catalogue: choose an exercise by category, level, difficulty, status or words.
#pragma once

#include "app/app.h"

namespace loopready::screens {

inline constexpr int kRowsAtOnce = 60;  // a long list is drawn bit by bit: each row costs something in every frame

struct PracticeLook {
  bool filters_open = false;  // in a narrow window they stay folded until asked for
  bool topics_open = false;
  app::Filter filter = {};    // that of the rows shown
  int n_rows = kRowsAtOnce;   // at most
};

void draw_practice(const app::App& app, PracticeLook& look, app::Commands& commands);

}  // namespace loopready::screens
