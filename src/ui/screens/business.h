// The business desk: segments of the company, a metric of one's own for each, and the facts as flash cards.
// Here: the screen.  Not here: checking a metric (app/metric_check.h), when a card comes (learner/card_spacing.h).
#pragma once

#include <map>
#include <string>

#include "app/app.h"

namespace loopready::screens {

struct BusinessLook {
  int tab = 0;
  std::map<std::string, bool> checked;   // by segment: the findings are shown
  std::map<std::string, bool> examples;  // by segment: the guide's metrics are shown
  std::string card;                      // the open flash card
  bool revealed = false;
};

void draw_business(const app::App& app, BusinessLook& look, app::Commands& commands);

}  // namespace loopready::screens
