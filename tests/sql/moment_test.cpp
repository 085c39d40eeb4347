// Expected values: PostgreSQL 15, and the Redshift guide for boundaries crossed.
#include "sql/moment.h"

#include <doctest/doctest.h>

#include "sql/decimal.h"
#include "sql/match.h"
#include "sql/names.h"

using namespace loopready::sql;

namespace {

std::int64_t us(const char* text) {
  const auto moment = read_moment(text);
  REQUIRE(moment.has_value());
  return moment->us;
}

std::string shown(std::optional<std::int64_t> us) { return us ? moment_text({*us, true}) : "none"; }

}  // namespace

TEST_CASE("dates are read in several spellings and written in one") {
  for (const char* spelling :
       {"2024-01-31", "2024/1/31", "20240131", "1/31/2024", "Jan 31, 2024", "January 31 2024", " 2024-1-31 "}) {
    CAPTURE(spelling);
    CHECK(moment_text(*read_moment(spelling)) == "2024-01-31");
  }
  CHECK(moment_text(*read_moment("2024-01-31T10:05")) == "2024-01-31 10:05:00");
  CHECK(moment_text(*read_moment("2024-01-31 10:05:06.25+00")) == "2024-01-31 10:05:06.25");
  for (const char* bad : {"", "soon", "2024-02-30", "2024-13-01", "2024", "2024-01-31 25:00", "31-01-2024",
                          "0000-01-01", "12", "2024-01-31x"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_moment(bad).has_value());
  }
}

TEST_CASE("moving stays inside the calendar") {
  CHECK(shown(moved(us("2024-01-31"), DatePart::month, 1)) == "2024-02-29 00:00:00");
  CHECK(shown(moved(us("2024-03-31"), DatePart::quarter, -1)) == "2023-12-31 00:00:00");
  CHECK(shown(moved(us("2024-02-29"), DatePart::year, -1)) == "2023-02-28 00:00:00");
  CHECK(shown(moved(us("2024-01-01"), DatePart::second, -1)) == "2023-12-31 23:59:59");
  for (const std::int64_t n : {INT64_MAX, INT64_MIN, std::int64_t{100'000'000}})
    for (const DatePart part :
         {DatePart::microsecond, DatePart::day, DatePart::month, DatePart::year, DatePart::millennium})
      if (part != DatePart::microsecond || n != 100'000'000) CHECK(shown(moved(us("2024-01-01"), part, n)) == "none");
}

TEST_CASE("intervals are read, written and added") {
  struct {
    const char* text;
    const char* written;
  } const cases[] = {{"30 days", "30 days"},         {"1 month", "1 mon"},
                     {"14 months", "1 year 2 mons"}, {"-1 day", "-1 days"},
                     {"90 minutes", "01:30:00"},     {"1.5 hours", "01:30:00"},
                     {"2 weeks", "14 days"},         {"1 day 02:30:00", "1 day 02:30:00"},
                     {"1.5 days", "1 day 12:00:00"}, {"2 days ago", "-2 days"},
                     {"0 days", "00:00:00"},         {"1 quarter", "3 mons"},
                     {"30days", "30 days"},          {"0.5 seconds", "00:00:00.5"},
                     {"-01:30", "-01:30:00"}};
  for (const auto& one : cases) {
    CAPTURE(one.text);
    REQUIRE(read_interval(one.text).has_value());
    CHECK(interval_text(*read_interval(one.text)) == one.written);
    CHECK(interval_text(*read_interval(one.written)) == one.written);
  }
  for (const char* bad : {"", "days", "soon", "1 blink", "1e400 days", "ago", "1:2:3:4"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_interval(bad).has_value());
  }
  CHECK(interval_seconds(*read_interval("1 mon 1 day 1 hour")) == 31 * 86'400 + 3'600);
}

TEST_CASE("decimals round half away from zero as they print") {
  CHECK(rounded_to(2.675, 2) == 2.68);
  CHECK(rounded_to(-2.5, 0) == -3);
  CHECK(rounded_to(1.005, 2) == 1.01);
  CHECK(rounded_to(0.04, 1) == 0);
  CHECK(rounded_to(99.95, 1) == 100);
  CHECK(rounded_to(1250, -2) == 1300);
  CHECK(rounded_to(49, -2) == 0);
  CHECK(rounded_to(50, -2) == 100);
  CHECK(cut_to(2.79, 1) == 2.7);
  CHECK(cut_to(-2.79, 0) == -2);
}

TEST_CASE("LIKE matches characters, not bytes") {
  const auto like = [](const char* text, const char* pattern, bool ignore_case = false) {
    std::int64_t steps = 0;
    return like_match(text, pattern, "\\", ignore_case, steps);
  };
  CHECK(*like("", ""));
  CHECK(*like("", "%"));
  CHECK_FALSE(*like("", "_"));
  CHECK(*like("caf\xC3\xA9", "caf_"));
  CHECK_FALSE(*like("abc", "ab"));
  CHECK(*like("abcabc", "%abc"));
  CHECK(*like("aXbXc", "a%b%c"));
  CHECK_FALSE(*like("ABC", "abc"));
  CHECK(*like("ABC", "aB_", true));
  CHECK(*like("50%", "50\\%"));
  CHECK_FALSE(*like("500", "50\\%"));
  CHECK_FALSE(like("a", "a\\").has_value());
}

TEST_CASE("the nearest name is near enough to be meant") {
  const std::vector<std::string> known = {"user_id", "amount", "order_date"};
  CHECK(nearest("usr_id", known) == "user_id");
  CHECK(nearest("userid", known) == "user_id");
  CHECK(nearest("AMUONT", known) == "amount");
  CHECK(nearest("date", known) == "order_date");
  CHECK(nearest("xyz", known).empty());
  CHECK(nearest("amount", known).empty());
  CHECK(edit_distance("ab", "ba") == 1);
  CHECK(edit_distance("", "abc") == 3);
}
