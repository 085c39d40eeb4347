#include "base/date.h"

#include <doctest/doctest.h>

using namespace loopready::base;

// Expected values: GNU date.
TEST_CASE("day numbers count from 1970-01-01") {
  CHECK(day_number({1970, 1, 1}) == 0);
  CHECK(day_number({2024, 2, 29}) == 19'782);
  CHECK(day_number({1969, 12, 31}) == -1);
  CHECK(day_number({1, 1, 1}) == -719'162);
  for (std::int64_t day = -719'162; day < 2'932'896; day += 997) CHECK(day_number(civil_date(day)) == day);
}

TEST_CASE("weekdays start on Monday") {
  CHECK(iso_weekday(0) == 4);
  CHECK(iso_weekday(day_number({2024, 3, 1})) == 5);
  CHECK(iso_weekday(day_number({1969, 3, 1})) == 6);
  CHECK(iso_weekday(day_number({2024, 3, 3})) == 7);
  CHECK(iso_weekday(day_number({2024, 3, 4})) == 1);
}

TEST_CASE("dates are read exactly or not at all") {
  CHECK(format_date(*parse_date("2024-02-29")) == "2024-02-29");
  for (const char* bad : {"", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "24-01-01", "2024-01-01 ", "2024/01/01",
                          "0000-01-01", "2024-01-32", "x024-01-01"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_date(bad).has_value());
  }
}

TEST_CASE("instants keep fractions and refuse nonsense") {
  for (const char* good : {"2024-01-31 00:00:00", "1969-12-31 23:59:59.5", "9999-12-31 23:59:59.999999"})
    CHECK(format_instant_us(*parse_instant_us(good)) == good);
  CHECK(*parse_instant_us("2024-01-31") == *parse_instant_us("2024-01-31T00:00"));
  for (const char* bad : {"2024-01-31 24:00:00", "2024-01-31 10", "2024-01-31 10:60", "2024-01-31 10:00:61",
                          "2024-01-31 10:00:00.", "2024-01-31 10:00:00.x", "2024-01-31x10:00"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_instant_us(bad).has_value());
  }
}
