// Expected values: worked by hand, the arithmetic beside each.
#include "pay/offer_compare.h"

#include <doctest/doctest.h>

#include "pay/sample_offer.h"

using namespace loopready::pay;

TEST_CASE("compare: when one offer has paid more") {
  // 215, 420, 610, 800 thousand against 205, 410, 615, 820; between months 24 and 36: 420 + 12.5 k against 410 + 15 k, so k = 5.
  const Pay plain = pay_of(plain_offer()), even = pay_of(even_offer());
  CHECK(even.total() == dollars(820'000));
  CHECK(first_ahead(even, plain) == 29);
  CHECK(first_ahead(plain, even) == 0);
  CHECK(first_ahead(plain, plain) == 0);
}

TEST_CASE("compare: what each lever moves") {
  const auto tenth = levers(plain_offer(), Step::tenth);
  REQUIRE(tenth.size() == 4);
  CHECK(tenth[0].change == dollars(10'000));  // 6,000 + 4,000
  CHECK(tenth[0].step == "years 1 and 2: from $60,000 and $40,000 to $66,000 and $44,000");
  CHECK(tenth[1].change == dollars(10'000));  // 100 shares at 100
  CHECK(tenth[1].step == "from 1000 to 1100 shares");
  CHECK(tenth[2].change == 0);
  CHECK(tenth[3].change == dollars(60'000));  // 15,000 * 4
  CHECK(strongest(tenth)->name == "base");
  Offer bonus = plain_offer();
  bonus.path = {PathKind::rate, 1000, {}};
  const auto flat = levers(bonus, Step::ten_thousand);
  CHECK(flat[0].change == dollars(10'000));
  // 100 more shares: 5 * 110 + 15 * 121 + 40 * 133.10 + 40 * 146.41 = 550 + 1,815 + 5,324 + 5,856.40
  CHECK(flat[1].change == 1'354'540);
  CHECK(flat[2].change == dollars(40'000));
  CHECK(flat[3].change == dollars(40'000));
}

TEST_CASE("compare: a lever without its figures says what is missing") {
  Offer offer = plain_offer();
  offer.sign_on[1].reset();
  offer.n_shares.reset();
  const auto all = levers(offer, Step::tenth);
  CHECK_FALSE(all[0].change.has_value());
  CHECK(all[0].missing == "the sign-on of year 2 (0 if there is none)");
  CHECK(all[1].missing == "the number of shares");
  CHECK(all[3].change == dollars(60'000));
  CHECK(strongest(levers({}, Step::tenth)) == nullptr);
}

TEST_CASE("compare: notes for the call") {
  const std::string notes = call_notes(plain_offer(), {even_offer()});
  for (const char* words : {"Amber Lane (L5): $800,000 over four years, $200,000 a year on average ($215,000, $205,000, $190,000, $190,000).",
                            "Copper Field (L6): $820,000 over four years", "1. Level.", "2. sign-on (the most flexible). 10 % more",
                            "3. first grant (RSUs)", "5. base (rigid; some room). 10 % more, from $150,000 to $165,000 a year, adds $60,000 over four years."}) {
    CAPTURE(words);
    CHECK(notes.find(words) != std::string::npos);
  }
  Offer bare;
  bare.name = "New";
  CHECK(call_notes(bare, {}).find("New: not complete yet; missing: the base salary,") != std::string::npos);
  CHECK(call_notes(bare, {}).find("Other offers") == std::string::npos);
}

TEST_CASE("compare: as CSV, blank where a figure is missing") {
  Offer bare = plain_offer();
  bare.name = "Other, Inc";
  bare.bonus_a_year.reset();
  std::string csv;
  for (const char c : offers_csv({plain_offer(), bare}))
    if (c != '\r') csv += c;
  CHECK(csv ==
        "offer,level,year,base_usd,sign_on_usd,first_grant_usd,refreshers_usd,bonus_usd,total_usd\n"
        "Amber Lane,L5,1,150000,60000,5000,0,0,215000\nAmber Lane,L5,2,150000,40000,15000,0,0,205000\n"
        "Amber Lane,L5,3,150000,0,40000,0,0,190000\nAmber Lane,L5,4,150000,0,40000,0,0,190000\n"
        "Amber Lane,L5,1-4,600000,100000,100000,0,0,800000\n"
        "\"Other, Inc\",L5,1,150000,60000,5000,0,,\n\"Other, Inc\",L5,2,150000,40000,15000,0,,\n"
        "\"Other, Inc\",L5,3,150000,0,40000,0,,\n\"Other, Inc\",L5,4,150000,0,40000,0,,\n\"Other, Inc\",L5,1-4,600000,100000,100000,0,,\n");
}
