#include "pay/offer_compare.h"

#include "base/csv.h"
#include "base/text.h"

namespace loopready::pay {
namespace {

constexpr Cents kTenThousand = 1'000'000;

Cents raised(Cents from, Step step) { return step == Step::tenth ? from + scaled(from, 1, 10) : from + kTenThousand; }

// Fills in the change: the total with the changed offer less the total without. Parts that other levers lack do not matter.
void measure(const Offer& offer, const Offer& changed, Part part, Lever& lever) {
  const std::vector<std::string> missing = lacks(offer, part);
  if (!missing.empty()) lever.missing = base::join(missing, ", ");
  else lever.change = pay_of(changed).total() - pay_of(offer).total();
}

Lever sign_on_lever(const Offer& offer, Step step) {
  Lever lever{"sign-on", "the most flexible", "", {}};
  Offer changed = offer;
  if (offer.sign_on[0] && offer.sign_on[1]) {
    const bool split = step == Step::tenth;
    changed.sign_on = {raised(*offer.sign_on[0], step), split ? raised(*offer.sign_on[1], step) : *offer.sign_on[1]};
    lever.step = "years 1 and 2: from " + usd_words(*offer.sign_on[0]) + " and " + usd_words(*offer.sign_on[1]) + " to " +
                 usd_words(*changed.sign_on[0]) + " and " + usd_words(*changed.sign_on[1]);
  }
  measure(offer, changed, Part::sign_on, lever);
  return lever;
}

Lever grant_lever(const Offer& offer, Step step) {
  Lever lever{"first grant (RSUs)", "negotiable, above all with another offer in hand", "", {}};
  Offer changed = offer;
  if (offer.in_shares && offer.n_shares && offer.share_price && *offer.share_price > 0) {
    const std::int64_t more = step == Step::tenth ? scaled(*offer.n_shares, 1, 10) : scaled(kTenThousand, 1, *offer.share_price);
    changed.n_shares = *offer.n_shares + more;
    lever.step = "from " + std::to_string(*offer.n_shares) + " to " + base::count_of(*changed.n_shares, "share");
  } else if (!offer.in_shares && offer.grant_value) {
    changed.grant_value = raised(*offer.grant_value, step);
    lever.step = "from " + usd_words(*offer.grant_value) + " to " + usd_words(*changed.grant_value);
  }
  measure(offer, changed, Part::stock, lever);
  return lever;
}

Lever yearly_lever(const Offer& offer, Step step, Part part, std::optional<Cents> Offer::*field, const char* how_far) {
  Lever lever{part_name(part), how_far, "", {}};
  Offer changed = offer;
  if (offer.*field) {
    changed.*field = raised(*(offer.*field), step);
    lever.step = "from " + usd_words(*(offer.*field)) + " to " + usd_words(*(changed.*field)) + " a year";
  }
  measure(offer, changed, part, lever);
  return lever;
}

std::string in_call(const Offer& offer) {
  const Pay pay = pay_of(offer);
  std::string words = offer.name + (offer.level.empty() ? "" : " (" + offer.level + ")") + ": ";
  if (!pay.complete()) return words + "not complete yet; missing: " + base::join(pay.missing, ", ") + ".";
  words += usd_rounded(pay.total()) + " over four years, " + usd_rounded(scaled(pay.total(), 1, kYears)) + " a year on average (";
  for (std::size_t year = 0; year < kYears; ++year) words += (year == 0 ? "" : ", ") + usd_rounded(pay.year_total(year));
  return words + ").";
}

}  // namespace

std::vector<Lever> levers(const Offer& offer, Step step) {
  return {sign_on_lever(offer, step), grant_lever(offer, step),
          yearly_lever(offer, step, Part::bonus, &Offer::bonus_a_year, "ask whether it is negotiable at all"),
          yearly_lever(offer, step, Part::base, &Offer::base_a_year, "rigid; some room")};
}

const Lever* strongest(const std::vector<Lever>& levers) {
  const Lever* best = nullptr;
  for (const Lever& lever : levers)
    if (lever.change && *lever.change > 0 && (best == nullptr || *lever.change > *best->change)) best = &lever;
  return best;
}

int first_ahead(const Pay& one, const Pay& other) {
  int since = 0;
  for (int month = 1; month <= kMonths; ++month) {
    const bool ahead = one.paid_until(month) > other.paid_until(month);
    if (!ahead) since = 0;
    else if (since == 0) since = month;
  }
  return since;
}

std::string call_notes(const Offer& offer, const std::vector<Offer>& others) {
  std::string text = "Notes for the call with the recruiter\n\nThe offer\n" + in_call(offer) + "\n";
  if (!others.empty()) text += "\nOther offers\n";
  for (const Offer& other : others) text += in_call(other) + "\n";
  text += "\nWhat to ask for, from what moves most to what moves least\n";
  text += "1. Level. Worth more over time than any raise of the base, so settle it first: ask what the interviews showed and what the next level would need.\n";
  int n = 1;
  for (const Lever& lever : levers(offer, Step::tenth)) {
    text += std::to_string(++n) + ". " + lever.name + " (" + lever.how_far + "). ";
    if (lever.change) text += "10 % more, " + lever.step + ", adds " + usd_rounded(*lever.change) + " over four years.\n";
    else text += "Ask first: " + lever.missing + ".\n";
  }
  text +=
      "\nSay\n"
      "- I'd like to compare totals over the first four years, not base salaries.\n"
      "- Years 1 and 2 rest on the sign-on: what can be done there?\n"
      "- What happens to the sign-on if I leave early, and on which dates do shares vest?\n"
      "- Refreshers: how are they decided, and what was usual at this level last year? (They are not guaranteed.)\n"
      "- Could you send me the new figures in writing before I answer?\n";
  return text;
}

std::string offers_csv(const std::vector<Offer>& offers) {
  std::string csv = base::csv_row({"offer", "level", "year", "base_usd", "sign_on_usd", "first_grant_usd", "refreshers_usd", "bonus_usd", "total_usd"});
  const auto plain = [](Cents cents) {
    std::string words;
    for (const char c : usd_words(cents))
      if (c != '$' && c != ',') words += c;
    return words;
  };
  for (const Offer& offer : offers) {
    const Pay pay = pay_of(offer);
    for (std::size_t year = 0; year <= kYears; ++year) {
      std::vector<std::string> row = {offer.name, offer.level, year == kYears ? "1-4" : std::to_string(year + 1)};
      for (std::size_t p = 0; p < kParts; ++p) {
        Cents sum = 0;
        for (std::size_t y = 0; y < kYears; ++y)
          if (year == kYears || y == year) sum += pay.by_year[y][p];
        row.push_back(pay.known[p] ? plain(sum) : "");
      }
      row.push_back(!pay.complete() ? "" : plain(year == kYears ? pay.total() : pay.year_total(year)));
      csv += base::csv_row(row);
    }
  }
  return csv;
}

}  // namespace loopready::pay
