// Offers beside each other, what moves one most, and words for the call with the recruiter.
// Here: levers, first_ahead, call_notes, offers_csv.  Not here: what one offer pays (offer.h).
// Terms: a lever's change is of the four-year total, cents; levers are ordered by how far they move, the most flexible first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pay/offer.h"

namespace loopready::pay {

enum class Step { tenth, ten_thousand };  // +10 % of each figure, or +$10,000 on each

struct Lever {
  std::string name;              // "sign-on"
  std::string how_far;           // "the most flexible"
  std::string step;              // "from $40,000 + $30,000 to $44,000 + $33,000"
  std::optional<Cents> change;   // absent: a figure is missing
  std::string missing = {};      // which
};

std::vector<Lever> levers(const Offer& offer, Step step);
// The lever with the largest change, null when none is known.
const Lever* strongest(const std::vector<Lever>& levers);

// The first month at whose end `one` has paid more in sum than `other`, and does so at the end of month 48 too; 0: never.
int first_ahead(const Pay& one, const Pay& other);

// Plain text: what is offered, levers with what each is worth, other offers, what to ask.
std::string call_notes(const Offer& offer, const std::vector<Offer>& others);

// One row an offer and year, and one for the four years: offer, level, year, each part, total.
std::string offers_csv(const std::vector<Offer>& offers);

}  // namespace loopready::pay
