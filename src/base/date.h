// Civil days and instants without time zones (everything is UTC), proleptic Gregorian calendar.
// Here: parse, format and count days.  Not here: Redshift's date functions (sql/functions).
// Terms: a day number counts from 1970-01-01 = 0; seconds likewise; years 1 to 9999.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loopready::base {

struct CivilDate {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
};

std::int64_t day_number(CivilDate date);
CivilDate civil_date(std::int64_t day_number);
int days_in_month(int year, int month);
int iso_weekday(std::int64_t day_number);  // Monday 1 to Sunday 7

// "YYYY-MM-DD" exactly; nothing for any other text or a day that does not exist.
std::optional<CivilDate> parse_date(std::string_view text);
std::string format_date(CivilDate date);

// "YYYY-MM-DD", or that with " HH:MM", " HH:MM:SS" or "T..." and a fraction behind it: microseconds since 1970.
std::optional<std::int64_t> parse_instant_us(std::string_view text);
// "YYYY-MM-DD HH:MM:SS", with ".ffffff" (zeros cut) only when there is a fraction.
std::string format_instant_us(std::int64_t instant_us);

}  // namespace loopready::base
