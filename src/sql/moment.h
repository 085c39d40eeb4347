// Arithmetic on dates, timestamps and intervals as Redshift does it.
// Here: Moment, Interval, DatePart and what is computed with them.  Not here: SQLite values (functions_date.cpp).
// Terms: us are microseconds since 1970-01-01 00:00, without time zones; weeks start on Monday; an interval keeps
// months, days and microseconds apart, since a month has no fixed length. Errors: nothing (nullopt) for text that is no
// date, and for results outside the years 1 to 9999. Source: Amazon Redshift Database Developer Guide, "Date and time
// functions"; PostgreSQL documentation 9.9.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loopready::sql {

struct Moment {
  std::int64_t us = 0;
  bool has_time = false;         // a timestamp, not a date
  std::int64_t ahead_of_utc_us = 0;  // of a zone behind the time, such as +05:30; us counts as if it were not there
};

// ISO text, and the spellings 2024/1/31, 20240131, 1/31/2024 and "Jan 31, 2024", each perhaps with a time behind it.
std::optional<Moment> read_moment(std::string_view text);
std::string moment_text(const Moment& moment);  // "2024-01-31" or "2024-01-31 00:00:00"

enum class DatePart {
  microsecond, millisecond, second, minute, hour, day, week, month, quarter, year, decade, century, millennium,
  weekday, iso_weekday, day_of_year, iso_year, epoch
};

std::optional<DatePart> date_part_named(std::string_view name);  // "mon", "months", "dow" ...; any letter case
bool in_years(std::int64_t us);                                  // 1 to 9999

std::int64_t truncated(std::int64_t us, DatePart part);
std::optional<std::int64_t> moved(std::int64_t us, DatePart part, std::int64_t n);
std::int64_t boundaries_crossed(std::int64_t from_us, std::int64_t to_us, DatePart part);
double part_of(std::int64_t us, DatePart part);
std::int64_t last_day_of_month(std::int64_t us);

struct Interval {
  std::int64_t months = 0;
  std::int64_t days = 0;
  std::int64_t us = 0;
};

// "30 days", "1 year 2 mons", "-1 day", "1.5 hours", "01:30:00", "2 days ago"; a bare number counts seconds.
std::optional<Interval> read_interval(std::string_view text);
std::string interval_text(const Interval& interval);  // as PostgreSQL prints it: "1 mon 3 days 02:00:00"
std::optional<std::int64_t> moved(std::int64_t us, const Interval& interval, int sign);
Interval interval_between(std::int64_t from_us, std::int64_t to_us);
Interval scaled(const Interval& interval, double factor);
Interval operator+(const Interval& a, const Interval& b);
Interval truncated(const Interval& interval, DatePart part);
Interval with_days_from_hours(Interval interval);   // 24 hours become a day
Interval with_months_from_days(Interval interval);  // 30 days become a month
// AGE: years, months and days by the calendar from b to a.
Interval age_between(std::int64_t a_us, std::int64_t b_us);
double interval_seconds(const Interval& interval);  // a month counts 30 days, as in PostgreSQL's comparisons
double part_of(const Interval& interval, DatePart part);

}  // namespace loopready::sql
