// The offer desk: what an offer pays by year and month, what leaving costs, offers side by side, levers, notes for the call.
// Here: the screen.  Not here: its fields (offer_fields.h), its pictures (offer_views.h), the arithmetic (pay).
#pragma once

#include "app/app.h"
#include "ui/screens/lab_parts.h"

namespace loopready::screens {

struct OfferLook {
  std::string chosen;      // id of the offer whose fields are open
  int tab = 0;
  int left_after = 18;     // months, for what leaving costs
  std::string removing;    // asked whether to remove this one
  LabLook parts;           // tables, choices, what is shown
};

void draw_offer(const app::App& app, OfferLook& look, app::Commands& commands);

}  // namespace loopready::screens
