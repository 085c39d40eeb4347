// Expected values: typed by hand.
#include "app/offer.h"

#include <doctest/doctest.h>

#include "app/note.h"
#include "app/sitting.h"

using namespace loopready;
using namespace loopready::app;

namespace {

void type(Sitting& sitting, const std::string& id, const char* field, const char* text) { sitting(EditText{offer_key(id, field), text}); }

void leave(Sitting& sitting, const Commands& commands) {
  for (const Command& command : commands) sitting(command);
}

}  // namespace

TEST_CASE("offer: added, copied, removed, and kept") {
  Sitting sitting;
  sitting.start("#/offer");
  CHECK(offer_ids(sitting.app).empty());
  std::string made;
  leave(sitting, add_offer(sitting.app, made));
  CHECK(made == "a");
  type(sitting, "a", "base", "$150,000");
  type(sitting, "a", "path", "up");
  type(sitting, "a", "rate", "10");
  leave(sitting, copy_offer(sitting.app, "a", made));
  CHECK(offer_ids(sitting.app) == std::vector<std::string>{"a", "b"});
  const TypedOffer copy = read_offer(sitting.app, "b");
  CHECK(copy.offer.name == "Offer A, changed");
  CHECK(copy.offer.base_a_year == 15'000'000);
  CHECK(copy.offer.path.rate == 1000);
  CHECK(copy.offer.schedule->by_year == std::vector<std::int64_t>{500, 1500, 4000, 4000});
  leave(sitting, remove_offer(sitting.app, "a"));
  CHECK(offer_ids(sitting.app) == std::vector<std::string>{"b"});
  CHECK(note(sitting.app, offer_key("a", "base")).empty());
  for (int n = 0; n < 7; ++n) leave(sitting, add_offer(sitting.app, made));
  CHECK(offer_ids(sitting.app).size() == kMostOffers);
  CHECK(add_offer(sitting.app, made).empty());
  CHECK(copy_offer(sitting.app, "b", made).empty());
  CHECK(add_invented_offers(sitting.app, made).empty());

  Sitting later;
  later.start("#/offer");
  Restored restored;
  for (const auto& [key, kept] : sitting.app.kept) restored.kept.push_back(kept);
  later(restored);
  CHECK(offer_ids(later.app) == offer_ids(sitting.app));
  CHECK(read_offer(later.app, "b").offer.base_a_year == 15'000'000);
}

TEST_CASE("offer: blank is not known, and what can't be read is said") {
  Sitting sitting;
  sitting.start("#/offer");
  const TypedOffer blank = read_offer(sitting.app, "a");
  CHECK(blank.problems.empty());
  CHECK_FALSE(blank.offer.base_a_year.has_value());
  CHECK_FALSE(blank.offer.schedule.has_value());
  struct Case { const char* field; const char* text; const char* problem; };
  for (const auto& [field, text, problem] : {
           Case{"base", "lots", "\"lots\" is no amount of dollars. Write it as 150000, $150,000 or 150k."},
           {"schedule", "5/15/40", "The years sum to 60 %, and must sum to 100 %."},
           {"shares", "12.5", "\"12.5\" is no whole number. Write it as 1200 or 1,200."},
           {"price", "0", "A share price stands between $0.01 and $100,000 here."},
           {"refresher-years", "9", "Write a whole number from 1 to 6."},
           {"clawback-pct", "150", "Write a percentage from 0 to 100."}}) {
    const auto shown_field = field; CAPTURE(shown_field);
    type(sitting, "a", field, text);
    CHECK(problem_of(read_offer(sitting.app, "a"), field) == problem);
    type(sitting, "a", field, "");
    CHECK(read_offer(sitting.app, "a").problems.empty());
  }
  type(sitting, "a", "path", "down");
  type(sitting, "a", "rate", "20");
  CHECK(read_offer(sitting.app, "a").offer.path.rate == -2000);
  type(sitting, "a", "rate", "120");
  CHECK(problem_of(read_offer(sitting.app, "a"), "rate") == "Write a percentage from 0 to 100.");
  type(sitting, "a", "path", "own");
  type(sitting, "a", "prices", "$1,000, 110 / 90 120");
  CHECK(read_offer(sitting.app, "a").offer.path.own == std::vector<pay::Cents>{100'000, 11'000, 9'000, 12'000});
  type(sitting, "a", "prices", "100 110");
  CHECK(problem_of(read_offer(sitting.app, "a"), "prices") == "Write four prices, one a year, with spaces between: 100 110 90 120.");
  type(sitting, "a", "prices", "100 x 90 120");
  CHECK(read_offer(sitting.app, "a").offer.path.own.empty());
}

TEST_CASE("offer: a damaged list is no list") {
  Sitting sitting;
  sitting.start("#/offer");
  sitting(PutNote{"note/offer/list", R"(["a","a","z","ab",3,"b"])"});
  CHECK(offer_ids(sitting.app) == std::vector<std::string>{"a", "b"});
  sitting(PutNote{"note/offer/list", "no list"});
  CHECK(offer_ids(sitting.app).empty());
}

TEST_CASE("offer: the invented offers are complete") {
  Sitting sitting;
  sitting.start("#/offer");
  std::string made;
  leave(sitting, add_invented_offers(sitting.app, made));
  for (const std::string& id : offer_ids(sitting.app)) {
    const TypedOffer typed = read_offer(sitting.app, id);
    CHECK(typed.problems.empty());
    CHECK(pay::pay_of(typed.offer).complete());
  }
  // 4 * 160,000 + 60,000 + 45,000 + 800 * 200
  CHECK(pay::pay_of(read_offer(sitting.app, made).offer).total() == 90'500'000);
}
