// Expected values: counted by hand.
#include "pay/money.h"

#include <doctest/doctest.h>

using namespace loopready::pay;

TEST_CASE("money: amounts as people write them") {
  struct Case { const char* text; Cents cents; };
  for (const auto& [text, cents] : {Case{"150000", 15'000'000}, Case{"$150,000", 15'000'000}, Case{"150k", 15'000'000}, Case{" 1.5M ", 150'000'000},
                                    Case{"12.5", 1'250}, Case{"12.05", 1'205}, Case{"0", 0}, Case{"1.2500", 125}, Case{"100000000", 10'000'000'000}}) {
    const auto shown_text = text; CAPTURE(shown_text);
    CHECK(read_usd(text).value() == cents);
  }
  for (const char* text : {"", "-5", "1.234", "twelve", "$", "k", "1.5.2", "100000001", "101m", "99999999999999999999", "5e3"}) {
    CAPTURE(text);
    CHECK_FALSE(read_usd(text).ok());
  }
  CHECK(read_usd("a lot").error().text == "\"a lot\" is no amount of dollars. Write it as 150000, $150,000 or 150k.");
}

TEST_CASE("money: counts and percentages") {
  CHECK(read_whole("1,200").value() == 1200);
  CHECK_FALSE(read_whole("12.5").ok());
  CHECK_FALSE(read_whole("").ok());
  CHECK(read_pct_hundredths("7.5 %").value() == 750);
  CHECK(read_pct_hundredths("-10").value() == -1000);
  CHECK(read_pct_hundredths("+3").value() == 300);
  CHECK_FALSE(read_pct_hundredths("1001").ok());
  CHECK_FALSE(read_pct_hundredths("-").ok());
}

TEST_CASE("money: amounts in words") {
  CHECK(usd_words(15'000'000) == "$150,000");
  CHECK(usd_words(1'205) == "$12.05");
  CHECK(usd_words(-300) == "-$3");
  CHECK(usd_words(123'456'789) == "$1,234,567.89");
  CHECK(usd_rounded(1'250) == "$13");
  CHECK(usd_rounded(-1'250) == "-$13");
  CHECK(pct_words(750) == "7.5 %");
  CHECK(pct_words(3333) == "33.33 %");
  CHECK(pct_words(-1000) == "-10 %");
  CHECK(scaled(10, 1, 4) == 3);
  CHECK(scaled(-10, 1, 4) == -3);
}
