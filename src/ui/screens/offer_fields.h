// What an offer is typed into: fields, choices and what can't be read of them.
// Here: draw_offer_fields.  Not here: what comes out (offer_views.h).
#pragma once

#include "app/offer.h"

namespace loopready::screens {

void draw_offer_fields(const app::App& app, const app::TypedOffer& typed, app::Commands& commands);

}  // namespace loopready::screens
