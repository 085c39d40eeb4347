// Expected values: worked by hand, the arithmetic beside each.
#include "pay/offer.h"

#include <doctest/doctest.h>

#include "pay/sample_offer.h"

using namespace loopready::pay;

TEST_CASE("offer: flat price") {
  // 150,000 + 60,000 + 50 * 100; 150,000 + 40,000 + 150 * 100; 150,000 + 400 * 100 twice.
  const Pay pay = pay_of(plain_offer());
  CHECK(pay.complete());
  CHECK(pay.year_total(0) == dollars(215'000));
  CHECK(pay.year_total(1) == dollars(205'000));
  CHECK(pay.year_total(2) == dollars(190'000));
  CHECK(pay.year_total(3) == dollars(190'000));
  CHECK(pay.total() == dollars(800'000));
  CHECK(pay.paid_until(1) == dollars(17'500));  // 12,500 + 5,000
  CHECK(pay.paid_until(12) == dollars(215'000));
  CHECK(pay.paid_until(100) == dollars(800'000));
}

TEST_CASE("offer: a price that rises 10 % a year, falls, or is one's own") {
  Offer offer = plain_offer();
  offer.path = {PathKind::rate, 1000, {}};
  const Pay up = pay_of(offer);
  // 50 * 110, 150 * 121, 400 * 133.10, 400 * 146.41
  CHECK(up.by_year[0][2] == dollars(5'500));
  CHECK(up.by_year[1][2] == dollars(18'150));
  CHECK(up.by_year[2][2] == dollars(53'240));
  CHECK(up.by_year[3][2] == dollars(58'564));
  offer.path.rate = -5000;
  CHECK(pay_of(offer).by_year[2][2] == dollars(5'000));  // 400 * 12.50
  offer.path.rate = -10'000;
  CHECK(pay_of(offer).by_year[3][2] == 0);
  offer.path = {PathKind::own, {}, {dollars(90), dollars(120), dollars(80), dollars(100)}};
  const Pay own = pay_of(offer);
  // 50 * 90, 150 * 120, 400 * 80, 400 * 100
  CHECK(own.by_year[0][2] == dollars(4'500));
  CHECK(own.by_year[1][2] == dollars(18'000));
  CHECK(own.by_year[2][2] == dollars(32'000));
  CHECK(own.by_year[3][2] == dollars(40'000));
}

TEST_CASE("offer: a grant in dollars sums to the cent") {
  Offer offer = plain_offer();
  offer.in_shares = false;
  offer.n_shares.reset();
  offer.share_price.reset();
  offer.grant_value = 10'000'001;
  const Pay flat = pay_of(offer);
  CHECK(flat.complete());
  CHECK(flat.by_year[0][2] == 500'000);  // 5 % of 10,000,001 is 500,000.05
  CHECK(flat.by_year[0][2] + flat.by_year[1][2] + flat.by_year[2][2] + flat.by_year[3][2] == 10'000'001);
  offer.grant_value = dollars(100'000);
  offer.path = {PathKind::rate, 1000, {}};
  CHECK(pay_of(offer).by_year[2][2] == dollars(53'240));  // 40,000 * 1.331
}

TEST_CASE("offer: refreshers come from year 2 on") {
  Offer offer = plain_offer();
  offer.counts_refreshers = true;
  offer.refresher = dollars(40'000);
  offer.refresher_years = 4;
  const Pay flat = pay_of(offer);
  // 10,000 of the first; of two; of three.
  CHECK(flat.by_year[0][3] == 0);
  CHECK(flat.by_year[1][3] == dollars(10'000));
  CHECK(flat.by_year[2][3] == dollars(20'000));
  CHECK(flat.by_year[3][3] == dollars(30'000));
  offer.path = {PathKind::rate, 1000, {}};
  const Pay up = pay_of(offer);
  // 10,000 * 1.1; + 10,000 * 1.21; + 10,000 * 1.331
  CHECK(up.by_year[1][3] == dollars(11'000));
  CHECK(up.by_year[2][3] == dollars(23'100));
  CHECK(up.by_year[3][3] == dollars(36'410));
}

TEST_CASE("offer: what leaving costs") {
  Offer offer = plain_offer();
  CHECK_FALSE(pay_of(offer).knows_clawback);
  offer.clawback_months = 12;
  offer.clawback_pct = 5000;
  const Pay pay = pay_of(offer);
  CHECK(pay.knows_unvested);
  CHECK(pay.knows_clawback);
  CHECK(pay.months[10].unvested == dollars(100'000));
  CHECK(pay.months[11].unvested == dollars(95'000));   // 950 * 100
  CHECK(pay.months[23].unvested == dollars(80'000));
  CHECK(pay.months[47].unvested == 0);
  CHECK(pay.months[11].clawback == dollars(30'000));   // half of 60,000
  CHECK(pay.months[17].clawback == dollars(25'000));   // half of 6 * 5,000 + 20,000
  CHECK(pay.months[47].clawback == 0);
  offer.counts_refreshers = true;
  offer.refresher = dollars(40'000);
  offer.refresher_years = 4;
  CHECK(pay_of(offer).months[11].unvested == dollars(135'000));  // 95,000 + 40,000
  CHECK(pay_of(offer).months[23].unvested == dollars(150'000));  // 80,000 + 30,000 + 40,000
}

TEST_CASE("offer: sign-on at once, bonus at the end of the year") {
  Offer offer = plain_offer();
  offer.sign_on_monthly = false;
  offer.bonus_a_year = dollars(12'000);
  const Pay pay = pay_of(offer);
  CHECK(pay.months[0].paid[1] == dollars(60'000));
  CHECK(pay.months[1].paid[1] == 0);
  CHECK(pay.months[12].paid[1] == dollars(40'000));
  CHECK(pay.months[10].paid[4] == 0);
  CHECK(pay.months[11].paid[4] == dollars(12'000));
  CHECK(pay.total() == dollars(848'000));
}

TEST_CASE("offer: nothing is put in for what is missing") {
  const Pay nothing = pay_of({});
  CHECK(nothing.missing == std::vector<std::string>{"the base salary", "the sign-on of year 1 (0 if there is none)", "the sign-on of year 2 (0 if there is none)",
                                                    "the number of shares", "the share price today", "the bonus (0 if there is none)"});
  CHECK(nothing.total() == 0);
  CHECK_FALSE(nothing.knows_unvested);
  Offer offer = plain_offer();
  offer.share_price.reset();
  const Pay part = pay_of(offer);
  CHECK_FALSE(part.complete());
  CHECK(part.known[0]);
  CHECK_FALSE(part.known[2]);
  CHECK(part.by_year[0][0] == dollars(150'000));
  offer = plain_offer();
  offer.path.kind = PathKind::rate;
  CHECK(pay_of(offer).missing == std::vector<std::string>{"how much the price changes a year"});
  offer.path.kind = PathKind::own;
  CHECK(pay_of(offer).missing == std::vector<std::string>{"four share prices, one a year"});
  offer = plain_offer();
  offer.schedule.reset();
  CHECK(pay_of(offer).missing == std::vector<std::string>{"a schedule that sums to 100 %"});
  offer = plain_offer();
  offer.counts_refreshers = true;
  CHECK(pay_of(offer).missing == std::vector<std::string>{"what a refresher is worth", "over how many years a refresher vests"});
}
