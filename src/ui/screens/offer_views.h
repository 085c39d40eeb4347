// What comes out of an offer: pay by year and month, leaving, offers side by side, levers, notes for the call.
// Here: one function a tab.  Not here: the fields (offer_fields.h), the arithmetic (pay).
#pragma once

#include <vector>

#include "app/offer.h"
#include "ui/screens/offer.h"

namespace loopready::screens {

void draw_offer_pay(const app::App& app, const pay::Offer& offer, OfferLook& look);
void draw_offer_leaving(const pay::Offer& offer, OfferLook& look);
// The chosen one first.
void draw_offers_together(const std::vector<pay::Offer>& offers, OfferLook& look, app::Commands& commands);
void draw_offer_levers(const std::vector<pay::Offer>& offers, OfferLook& look);
void draw_offer_call(const std::vector<pay::Offer>& offers, app::Commands& commands);

}  // namespace loopready::screens
