// Offers as they are typed: each field is a note, "note/offer/<id>/<field>", and blank means not known.
// Here: which offers there are, their fields read as pay::Offer, adding and removing.  Not here: what they pay (pay).
// Terms: an id is a letter, "a" to "f"; the list of ids is a note too.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/app.h"
#include "pay/offer.h"

namespace loopready::app {

inline constexpr std::size_t kMostOffers = 6;

struct TypedOffer {
  std::string id;
  pay::Offer offer;
  std::vector<std::pair<std::string, std::string>> problems;  // field and sentence: what is typed and can't be read
};

// "base", "sign-on-1", "sign-on-2", "sign-on-paid" (start), "bonus", "grant" (dollars), "shares", "price", "value", "schedule", "vestings",
// "path" (up, down, own), "rate", "prices", "refreshers" (yes), "refresher", "refresher-years", "clawback-months", "clawback-pct",
// "name", "level".
std::string offer_key(const std::string& id, std::string_view field);

std::vector<std::string> offer_ids(const App& app);
TypedOffer read_offer(const App& app, const std::string& id);
std::string problem_of(const TypedOffer& typed, std::string_view field);  // empty when there is none

// What to leave as commands. `made` becomes the new offer's id; nothing happens when there are kMostOffers already.
Commands add_offer(const App& app, std::string& made);  // blank but for its name and Amazon's schedule
Commands copy_offer(const App& app, const std::string& id, std::string& made);
Commands remove_offer(const App& app, const std::string& id);
Commands add_invented_offers(const App& app, std::string& made);  // two, to look at the desk with

}  // namespace loopready::app
