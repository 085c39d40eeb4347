// Expected values: counted by hand.
#include "pay/vesting.h"

#include <doctest/doctest.h>

#include "base/random.h"

using namespace loopready;
using namespace loopready::pay;

TEST_CASE("vesting: schedules are read, and refused unless they sum to 100") {
  CHECK(read_schedule("5/15/40/40").value() == std::vector<std::int64_t>{500, 1500, 4000, 4000});
  CHECK(read_schedule(" 25 25, 25; 25 % ").value() == std::vector<std::int64_t>(4, 2500));
  CHECK(read_schedule("33.33/33.33/33.34").value() == std::vector<std::int64_t>{3333, 3333, 3334});
  CHECK(schedule_words({3333, 3333, 3334}) == "33.33/33.33/33.34");
  CHECK(read_schedule("5/15/40").error().text == "The years sum to 60 %, and must sum to 100 %.");
  CHECK(read_schedule("50/60/-10").error().text == "A year can't vest less than nothing: \"-10\".");
  CHECK_FALSE(read_schedule("").ok());
  CHECK_FALSE(read_schedule("five").ok());
  CHECK_FALSE(read_schedule("10/10/10/10/10/10/40").ok());
}

TEST_CASE("vesting: 1,000 shares at 5/15/40/40") {
  // 50, 50 + 150, 200 + 400, 600 + 400.
  const Schedule yearly;
  for (const auto& [month, units] : {std::pair{0, 0}, {1, 0}, {11, 0}, {12, 50}, {23, 50}, {24, 200}, {36, 600}, {47, 600}, {48, 1000}, {60, 1000}}) {
    const auto shown_month = month; CAPTURE(shown_month);
    CHECK(vested_units(1000, yearly, month) == units);
  }
  // Twice a year: 25 after six months, then 50, 125, 200, 400 ...
  const Schedule twice{{500, 1500, 4000, 4000}, 2};
  for (const auto& [month, units] : {std::pair{5, 0}, {6, 25}, {12, 50}, {18, 125}, {24, 200}, {30, 400}, {48, 1000}}) CHECK(vested_units(1000, twice, month) == units);
}

TEST_CASE("vesting: shares never split and always sum to the grant") {
  // Seven shares at 25 a year: 1.75, 3.5, 5.25, 7 rounded down.
  const Schedule even{{2500, 2500, 2500, 2500}, 1};
  CHECK(vested_units(7, even, 12) == 1);
  CHECK(vested_units(7, even, 24) == 3);
  CHECK(vested_units(7, even, 36) == 5);
  CHECK(vested_units(7, even, 48) == 7);
  base::Random random(20'261'128);
  for (int n = 0; n < 2'000; ++n) {
    Schedule schedule{{}, std::vector<int>{1, 2, 4, 12}[static_cast<std::size_t>(random.below(4))]};
    std::int64_t left = 10'000;
    const std::uint64_t n_years = 1 + random.below(6);
    for (std::uint64_t year = 1; year < n_years; ++year) {
      const auto share = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(left) + 1));
      schedule.by_year.push_back(share);
      left -= share;
    }
    schedule.by_year.push_back(left);
    const auto units = static_cast<std::int64_t>(random.below(10'000'000'001));
    std::int64_t sum = 0;
    for (int month = 1; month <= 72; ++month) {
      const std::int64_t now = vested_units(units, schedule, month) - vested_units(units, schedule, month - 1);
      CHECK(now >= 0);
      sum += now;
    }
    CHECK(sum == units);
  }
}
