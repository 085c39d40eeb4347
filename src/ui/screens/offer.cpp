#include "ui/screens/offer.h"

#include <algorithm>

#include "app/offer.h"
#include "pay/offer_compare.h"
#include "ui/kit/button.h"
#include "ui/kit/feedback.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/tabs.h"
#include "ui/kit/text.h"
#include "ui/screens/offer_fields.h"
#include "ui/screens/offer_views.h"

namespace loopready::screens {
namespace {

void leave(app::Commands made, app::Commands& commands) {
  for (app::Command& one : made) commands.push_back(std::move(one));
}

void draw_start(const app::App& app, OfferLook& look, app::Commands& commands) {
  const kit::Card card;
  kit::text("Type in an offer, or part of one: you see what those figures pay, and which are missing.");
  const kit::Flow flow(8, kit::control_height());
  if (kit::button("Add an offer", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kBriefcase})) leave(app::add_offer(app, look.chosen), commands);
  if (kit::button("Look at invented offers", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kEye})) leave(app::add_invented_offers(app, look.chosen), commands);
}

void draw_choosing(const app::App& app, const std::vector<app::TypedOffer>& typed, OfferLook& look, app::Commands& commands) {
  std::vector<std::string> names;
  int chosen = 0;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    names.push_back(typed[i].offer.name);
    if (typed[i].id == look.chosen) chosen = static_cast<int>(i);
  }
  if (kit::choice("Offer", names, chosen)) look.chosen = typed[static_cast<std::size_t>(chosen)].id;
  const bool full = typed.size() >= app::kMostOffers;
  const kit::Flow flow(8, kit::control_height());
  if (kit::button("Add an offer", {.icon = kit::icon::kBriefcase, .disabled = full})) leave(app::add_offer(app, look.chosen), commands);
  if (kit::button("Copy this offer", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kCopy, .disabled = full})) leave(app::copy_offer(app, std::string(look.chosen), look.chosen), commands);
  if (kit::button("Remove this offer", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kX})) look.removing = look.chosen;
}

void draw_removing(const app::App& app, const std::vector<app::TypedOffer>& typed, OfferLook& look, app::Commands& commands) {
  for (const app::TypedOffer& one : typed) {
    if (one.id != look.removing) continue;
    kit::Dialog dialog("Remove " + one.offer.name + "?");
    kit::text("Its figures are gone then.");
    const kit::Flow flow(8, kit::control_height());
    const bool kept = kit::button("Keep it") || dialog.dismissed();
    const bool gone = kit::button("Remove", {.kind = kit::ButtonKind::primary});
    if (gone) leave(app::remove_offer(app, one.id), commands);
    if (kept || gone) look.removing.clear();
    return;
  }
}

void draw_results(const app::App& app, const std::vector<app::TypedOffer>& typed, OfferLook& look, app::Commands& commands) {
  std::vector<pay::Offer> offers;
  for (const app::TypedOffer& one : typed)
    if (one.id == look.chosen) offers.insert(offers.begin(), one.offer);
    else offers.push_back(one.offer);
  std::vector<kit::TabLabel> labels;
  for (const char* name : {"Pay", "Leaving", "Compare", "Levers", "The call"}) labels.push_back({.name = name, .note = ""});
  kit::tabs("Results", labels, look.tab);
  const kit::Group panel(kit::Role::tab_panel, "Results");
  const kit::Column column(12);
  switch (look.tab) {
    case 0: draw_offer_pay(app, offers[0], look); break;
    case 1: draw_offer_leaving(offers[0], look); break;
    case 2: draw_offers_together(offers, look, commands); break;
    case 3: draw_offer_levers(offers, look); break;
    default: draw_offer_call(offers, commands); break;
  }
}

}  // namespace

void draw_offer(const app::App& app, OfferLook& look, app::Commands& commands) {
  kit::heading(1, "Offer desk");
  kit::text("What an offer pays, what it costs to leave, and what to ask for. A blank field is never guessed. Nothing leaves this page.", kit::Tone::quiet);
  const std::vector<std::string> ids = app::offer_ids(app);
  if (ids.empty()) {
    draw_start(app, look, commands);
    return;
  }
  std::vector<app::TypedOffer> typed;
  for (const std::string& id : ids) typed.push_back(app::read_offer(app, id));
  if (std::find(ids.begin(), ids.end(), look.chosen) == ids.end()) look.chosen = ids[0];
  draw_choosing(app, typed, look, commands);
  const auto chosen = std::find_if(typed.begin(), typed.end(), [&](const app::TypedOffer& one) { return one.id == look.chosen; });
  // In a narrow window the fields stand before all that they give.
  if (chosen != typed.end() && kit::content_width() < 700)
    if (const pay::Pay pay = pay::pay_of(chosen->offer); pay.complete()) kit::strong(pay::usd_rounded(pay.total()) + " over four years; the parts stand below the fields.");
  bench([&] { if (chosen != typed.end()) draw_offer_fields(app, *chosen, commands); },
        [&] { if (chosen != typed.end()) draw_results(app, typed, look, commands); });
  draw_removing(app, typed, look, commands);
}

}  // namespace loopready::screens
