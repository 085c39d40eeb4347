// Dates, intervals, time zones and patterns.
// Expected values: computed with PostgreSQL 15; NEXT_DAY, MONTHS_BETWEEN and CONVERT_TIMEZONE, which it does not know,
// are worked by hand from the Amazon Redshift Database Developer Guide.
#include <doctest/doctest.h>

#include "shop.h"
#include "sql/from_text.h"
#include "sql/moment.h"
#include "sql/to_char.h"
#include "sql/zone.h"

using namespace loopready;
using shop::check_all;

namespace {

std::int64_t us(const char* text) { return sql::read_moment(text)->us; }
std::string shown(std::optional<std::int64_t> us) { return us ? sql::moment_text({*us, true}) : "none"; }

}  // namespace

TEST_CASE("zones keep their rules of summer time") {
  const sql::Zone* york = sql::find_zone("america/new_york");
  const sql::Zone* berlin = sql::find_zone("Europe/Berlin");
  REQUIRE(york != nullptr);
  REQUIRE(berlin != nullptr);
  CHECK(shown(sql::local_from_utc(us("2024-03-10 06:59"), *york)) == "2024-03-10 01:59:00");
  CHECK(shown(sql::local_from_utc(us("2024-03-10 07:00"), *york)) == "2024-03-10 03:00:00");
  CHECK(shown(sql::local_from_utc(us("2024-11-03 05:59"), *york)) == "2024-11-03 01:59:00");
  CHECK(shown(sql::local_from_utc(us("2024-11-03 06:00"), *york)) == "2024-11-03 01:00:00");
  CHECK(shown(sql::utc_from_local(us("2024-03-10 02:30"), *york)) == "2024-03-10 07:30:00");
  CHECK(shown(sql::utc_from_local(us("2024-11-03 01:30"), *york)) == "2024-11-03 06:30:00");
  CHECK(shown(sql::local_from_utc(us("2024-03-31 01:00"), *berlin)) == "2024-03-31 03:00:00");
  CHECK(shown(sql::local_from_utc(us("2024-07-01 12:00"), *sql::find_zone("Asia/Kolkata"))) == "2024-07-01 17:30:00");
  CHECK(shown(sql::local_from_utc(us("2024-01-01 12:00"), *sql::find_zone("Australia/Sydney"))) == "2024-01-01 23:00:00");
  CHECK(shown(sql::local_from_utc(us("2006-07-01 12:00"), *york)) == "none");
  CHECK(sql::find_zone("Nowhere/Land") == nullptr);
}

TEST_CASE("ages count by the calendar") {
  const auto age = [](const char* a, const char* b) { return sql::interval_text(sql::age_between(us(a), us(b))); };
  CHECK(age("2024-03-31", "2023-01-15 10:00") == "1 year 2 mons 15 days 14:00:00");
  CHECK(age("2024-03-01", "2024-01-31") == "1 mon 1 day");
  CHECK(age("2024-01-31", "2024-03-01") == "-1 mons -1 days");
  CHECK(age("2024-03-31", "2024-02-29") == "1 mon 2 days");
}

TEST_CASE("numbers are shown by patterns") {
  struct {
    const char* format;
    double value;
    const char* text;
  } const cases[] = {{"999", -12.345, " -12"},        {"FM999", 0.5, "1"},          {"999.99", 0, "    .00"},
                     {"FM999.99", 0, "0."},           {"FM999.00", 0.5, ".50"},     {"000", 12.345, " 012"},
                     {"999,999.99", 1234.5, "   1,234.50"}, {"FM$999,999.00", 1234.5, "$1,234.50"},
                     {"S999", 12, " +12"},            {"999S", -12, " 12-"},        {"MI999", -12, "- 12"},
                     {"999PR", -12, " <12>"},         {"FM990.00", 0.004, "0.00"},  {"999", 1234.5, " ###"},
                     {"FM99.9%", 12.345, "12.3%"},    {"FM999th", 123, "123rd"},    {"99 kg", 5, "  5 k,"},
                     {"9G999D99", 1234.567, " 1,234.57"}};
  for (const auto& one : cases) CHECK_MESSAGE(sql::number_to_char(one.value, one.format) == std::string(one.text), one.format);
}

TEST_CASE("dates are shown and read by patterns") {
  const sql::Moment moment = *sql::read_moment("2024-02-29 13:05:09.123456");
  struct {
    const char* format;
    const char* text;
  } const cases[] = {{"Mon DD, YYYY", "Feb 29, 2024"}, {"FMMonth FMDD", "February 29"},   {"Day", "Thursday "},
                     {"HH12:MI AM", "01:05 PM"},       {"YYYY\"-Q\"Q", "2024-Q1"},       {"IYYY-IW", "2024-09"},
                     {"DDD WW W D ID", "060 09 5 5 4"}, {"MS US SSSS", "123 123456 47109"}, {"FMDDth", "29th"},
                     {"dy MON RM", "thu FEB II  "},    {"YY Y,YYY CC J", "24 2,024 21 2460370"}};
  for (const auto& one : cases) CHECK_MESSAGE(sql::moment_to_char(moment, one.format) == std::string(one.text), one.format);
  const auto read = [](const char* text, const char* format) {
    const auto found = sql::moment_from_text(text, format);
    return found ? sql::moment_text(*found) : "none";
  };
  CHECK(read("31/01/2024", "DD/MM/YYYY") == "2024-01-31 00:00:00");
  CHECK(read("Jan 31, 2024", "Mon DD, YYYY") == "2024-01-31 00:00:00");
  CHECK(read("01/31/24 02:05:09 PM", "MM/DD/YY HH12:MI:SS PM") == "2024-01-31 14:05:09");
  CHECK(read("2024 060", "YYYY DDD") == "2024-02-29 00:00:00");
  CHECK(read("2024-02-30", "YYYY-MM-DD") == "none");
  CHECK(read("soon", "YYYY-MM-DD") == "none");
  CHECK(*sql::number_from_text("$1,234.50") == 1234.5);
  CHECK_FALSE(sql::number_from_text("many"));
}

TEST_CASE("intervals in every order") {
  check_all({
      {"select 3 * interval '1 day', interval '10 days' / 4, 1.5 * interval '1 hour', -interval '1 day 2 hours', interval "
       "'-1 day 2 hours'",
       "3 days,2 days 12:00:00,01:30:00,-1 days -02:00:00,-1 days +02:00:00"},
      {"select order_date + order_id * interval '1 day' from orders where order_id = 2", "2024-02-17 00:00:00"},
      {"select date_trunc('hour', interval '2 days 10:35:12'), extract(epoch from interval '1 day 02:00:00'), extract(day "
       "from interval '40 hours')",
       "2 days 10:00:00,93600,0"},
      {"select sum(order_ts - order_date::timestamp), avg(order_ts - order_date::timestamp), max(order_ts - "
       "order_date::timestamp) from orders",
       "18:30:00,06:10:00,10:00:00"},
      {"select greatest(interval '1 day', interval '25 hours'), interval '1 day' < interval '25 hours'", "25:00:00,true"},
      {"select make_interval(days => 10), make_interval(1, 2, 3, 4, 5, 6, 7.5), make_interval(hours => 5, mins => 30)",
       "10 days,1 year 2 mons 25 days 05:06:07.5,05:30:00"},
      {"select justify_hours(interval '27 hours'), justify_interval(interval '1 mon -1 hour'), interval '1-2' year to "
       "month, interval '1 month - 1 day'",
       "1 day 03:00:00,29 days 23:00:00,1 year 2 mons,1 mon -1 days"},
      {"select age(date '2024-03-01', date '1990-06-15'), age('2023-12-25') from orders where order_id = 1",
       "33 years 8 mons 16 days,2 mons 7 days"},
      {"select to_char(interval '26 hours 5 minutes', 'HH24:MI'), order_ts::time, order_ts::time > '09:00' from orders "
       "order by order_id",
       "26:05,10:00:00,true|26:05,08:30:00,false|26:05,00:00:00,false"},
      {"select (date '2024-01-01', date '2024-02-01') overlaps (date '2024-02-01', date '2024-03-01'), date_bin('15 "
       "minutes', order_ts, '2024-01-01') from orders where order_id = 2",
       "false,2024-02-15 08:30:00"},
      {"select extract(year from order_date) / 10, date_part('day', order_date) / 2 from orders where order_id = 2",
       "202.4,7.5"},
  });
}

TEST_CASE("time zones in SQL, and Redshift's own date functions") {
  check_all({
      {"select timestamp '2024-07-01 12:00' at time zone 'UTC' at time zone 'America/New_York', timestamp '2024-01-01 "
       "12:00' at time zone 'America/Los_Angeles', timestamptz '2024-07-01 12:00:00+02' at time zone 'Europe/Berlin'",
       "2024-07-01 08:00:00,2024-01-01 20:00:00,2024-07-01 12:00:00"},
      {"select convert_timezone('America/New_York', '2024-07-01 12:00'), convert_timezone('PST', 'UTC', timestamp "
       "'2024-01-01 10:00')",
       "2024-07-01 08:00:00,2024-01-01 18:00:00"},
      {"select order_ts at time zone 'Amrica/New_York' from orders",
       "error: The time zone 'Amrica/New_York' is not known here."},
      {"select next_day('2024-03-01', 'Tuesday'), next_day(date '2024-03-01', 'fri'), months_between('2024-03-31', "
       "'2024-02-29'), months_between('1969-01-18', '1969-03-18')",
       "2024-03-05,2024-03-08,1.0,-2.0"},
      {"select to_date('20240131', 'YYYYMMDD'), to_timestamp(1706709600), to_number('$1,234.50', 'L9,999.99')",
       "2024-01-31,2024-01-31 14:00:00,1234.5"},
      {"select next_day('2024-03-01', 'someday')", "error: 'someday' is no day of the week."},
  });
}
