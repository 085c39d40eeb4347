// An invented offer with round figures, for tests.
#pragma once

#include "pay/offer.h"

namespace loopready::pay {

inline Cents dollars(std::int64_t n) { return n * 100; }

// 150,000 a year, 60,000 and 40,000 to sign, 1,000 shares at 100, 5/15/40/40, no bonus.
inline Offer plain_offer() {
  Offer offer;
  offer.name = "Amber Lane";
  offer.level = "L5";
  offer.base_a_year = dollars(150'000);
  offer.sign_on = {dollars(60'000), dollars(40'000)};
  offer.bonus_a_year = 0;
  offer.n_shares = 1'000;
  offer.share_price = dollars(100);
  return offer;
}

// 180,000 a year, nothing to sign, 1,000 shares at 100 in four even parts, no bonus.
inline Offer even_offer() {
  Offer offer = plain_offer();
  offer.name = "Copper Field";
  offer.level = "L6";
  offer.base_a_year = dollars(180'000);
  offer.sign_on = {0, 0};
  offer.schedule = Schedule{{2500, 2500, 2500, 2500}, 1};
  return offer;
}

}  // namespace loopready::pay
