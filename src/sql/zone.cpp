#include "sql/zone.h"

#include "base/date.h"
#include "base/text.h"

namespace loopready::sql {
namespace {

constexpr std::int64_t kMinute = 60'000'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

constexpr SummerTime kNone = SummerTime::none;
constexpr SummerTime kUs = SummerTime::american;
constexpr SummerTime kEu = SummerTime::european;
constexpr SummerTime kAu = SummerTime::australian;
constexpr int kAlways = 1;

constexpr Zone kZones[] = {
    {"UTC", 0, kNone, kAlways},
    {"GMT", 0, kNone, kAlways},
    {"Zulu", 0, kNone, kAlways},
    {"Etc/UTC", 0, kNone, kAlways},
    {"US/Eastern", -300, kUs, 2007},
    {"US/Central", -360, kUs, 2007},
    {"US/Mountain", -420, kUs, 2007},
    {"US/Pacific", -480, kUs, 2007},
    {"US/Alaska", -540, kUs, 2007},
    {"US/Hawaii", -600, kNone, 1948},
    {"US/Arizona", -420, kNone, 1969},
    {"America/New_York", -300, kUs, 2007},
    {"America/Detroit", -300, kUs, 2007},
    {"America/Toronto", -300, kUs, 2007},
    {"America/Chicago", -360, kUs, 2007},
    {"America/Denver", -420, kUs, 2007},
    {"America/Phoenix", -420, kNone, 1969},
    {"America/Los_Angeles", -480, kUs, 2007},
    {"America/Vancouver", -480, kUs, 2007},
    {"America/Anchorage", -540, kUs, 2007},
    {"America/Halifax", -240, kUs, 2007},
    {"America/Bogota", -300, kNone, 1994},
    {"America/Lima", -300, kNone, 1995},
    {"America/Argentina/Buenos_Aires", -180, kNone, 2010},
    {"America/Sao_Paulo", -180, kNone, 2020},
    {"America/Mexico_City", -360, kNone, 2023},
    {"Pacific/Honolulu", -600, kNone, 1948},
    {"Europe/London", 0, kEu, 1996},
    {"Europe/Dublin", 0, kEu, 1996},
    {"Europe/Lisbon", 0, kEu, 1997},
    {"Europe/Paris", 60, kEu, 1996},
    {"Europe/Berlin", 60, kEu, 1996},
    {"Europe/Madrid", 60, kEu, 1996},
    {"Europe/Rome", 60, kEu, 1996},
    {"Europe/Amsterdam", 60, kEu, 1996},
    {"Europe/Brussels", 60, kEu, 1996},
    {"Europe/Luxembourg", 60, kEu, 1996},
    {"Europe/Vienna", 60, kEu, 1996},
    {"Europe/Zurich", 60, kEu, 1996},
    {"Europe/Stockholm", 60, kEu, 1996},
    {"Europe/Oslo", 60, kEu, 1996},
    {"Europe/Copenhagen", 60, kEu, 1996},
    {"Europe/Warsaw", 60, kEu, 1996},
    {"Europe/Prague", 60, kEu, 1996},
    {"Europe/Budapest", 60, kEu, 1996},
    {"Europe/Athens", 120, kEu, 1996},
    {"Europe/Helsinki", 120, kEu, 1996},
    {"Europe/Bucharest", 120, kEu, 1997},
    {"Europe/Sofia", 120, kEu, 1997},
    {"Europe/Kiev", 120, kEu, 1997},
    {"Europe/Kyiv", 120, kEu, 1997},
    {"Europe/Vilnius", 120, kEu, 2003},
    {"Europe/Riga", 120, kEu, 2001},
    {"Europe/Tallinn", 120, kEu, 2002},
    {"Europe/Istanbul", 180, kNone, 2017},
    {"Europe/Moscow", 180, kNone, 2015},
    {"Asia/Kolkata", 330, kNone, 1946},
    {"Asia/Calcutta", 330, kNone, 1946},
    {"Asia/Tokyo", 540, kNone, 1952},
    {"Japan", 540, kNone, 1952},
    {"Asia/Seoul", 540, kNone, 1989},
    {"Asia/Shanghai", 480, kNone, 1992},
    {"PRC", 480, kNone, 1992},
    {"Asia/Hong_Kong", 480, kNone, 1980},
    {"Asia/Taipei", 480, kNone, 1980},
    {"Asia/Singapore", 480, kNone, 1982},
    {"Singapore", 480, kNone, 1982},
    {"Asia/Manila", 480, kNone, 1991},
    {"Asia/Kuala_Lumpur", 480, kNone, 1982},
    {"Asia/Jakarta", 420, kNone, 1964},
    {"Asia/Bangkok", 420, kNone, 1921},
    {"Asia/Ho_Chi_Minh", 420, kNone, 1976},
    {"Asia/Dhaka", 360, kNone, 2010},
    {"Asia/Kathmandu", 345, kNone, 1986},
    {"Asia/Karachi", 300, kNone, 2010},
    {"Asia/Dubai", 240, kNone, 1921},
    {"Asia/Riyadh", 180, kNone, 1948},
    {"Asia/Jerusalem", 120, SummerTime::israeli, 2013},
    {"Asia/Tel_Aviv", 120, SummerTime::israeli, 2013},
    {"Israel", 120, SummerTime::israeli, 2013},
    {"Australia/Sydney", 600, kAu, 2009},
    {"Australia/Melbourne", 600, kAu, 2009},
    {"Australia/Brisbane", 600, kNone, 1993},
    {"Australia/Perth", 480, kNone, 2010},
    {"Africa/Lagos", 60, kNone, 1920},
    {"Africa/Nairobi", 180, kNone, 1961},
    {"Africa/Johannesburg", 120, kNone, 1945},
    // Abbreviations stand for one distance all year.
    {"EST", -300, kNone, kAlways},
    {"EDT", -240, kNone, kAlways},
    {"CST", -360, kNone, kAlways},
    {"CDT", -300, kNone, kAlways},
    {"MST", -420, kNone, kAlways},
    {"MDT", -360, kNone, kAlways},
    {"PST", -480, kNone, kAlways},
    {"PDT", -420, kNone, kAlways},
    {"EST5EDT", -300, kUs, 2007},
    {"CST6CDT", -360, kUs, 2007},
    {"MST7MDT", -420, kUs, 2007},
    {"PST8PDT", -480, kUs, 2007},
    {"BST", 60, kNone, kAlways},
    {"WET", 0, kNone, kAlways},
    {"CET", 60, kNone, kAlways},
    {"EET", 120, kNone, kAlways},
    {"CEST", 120, kNone, kAlways},
    {"JST", 540, kNone, kAlways}};

// Midnight of the n-th weekday (Monday 1) of a month; n -1: the last.
std::int64_t nth_weekday(int year, int month, int weekday, int n) {
  const std::int64_t first = base::day_number({year, month, 1});
  const std::int64_t day = first + (weekday - base::iso_weekday(first) + 7) % 7;
  if (n > 0) return (day + 7 * (n - 1)) * kDay;
  const std::int64_t last = first + base::days_in_month(year, month) - 1;
  return (last - (base::iso_weekday(last) - weekday + 7) % 7) * kDay;
}

bool is_summer(std::int64_t utc, const Zone& zone) {
  const std::int64_t winter_us = zone.minutes * kMinute;
  const int year = base::civil_date((utc + winter_us) / kDay).year;
  // Starts and ends as UTC.
  switch (zone.summer) {
    case SummerTime::none: return false;
    case SummerTime::american:
      return utc >= nth_weekday(year, 3, 7, 2) + 2 * kHour - winter_us &&
             utc < nth_weekday(year, 11, 7, 1) + kHour - winter_us;
    case SummerTime::european:
      return utc >= nth_weekday(year, 3, 7, -1) + kHour && utc < nth_weekday(year, 10, 7, -1) + kHour;
    case SummerTime::israeli:
      return utc >= nth_weekday(year, 3, 7, -1) - 2 * kDay + 2 * kHour - winter_us &&
             utc < nth_weekday(year, 10, 7, -1) + kHour - winter_us;
    case SummerTime::australian:
      return !(utc >= nth_weekday(year, 4, 7, 1) + 2 * kHour - winter_us &&
               utc < nth_weekday(year, 10, 7, 1) + 2 * kHour - winter_us);
  }
  return false;
}

bool has_rule(std::int64_t us, const Zone& zone) {
  return zone.from_year <= kAlways || us >= base::day_number({zone.from_year, 1, 1}) * kDay;
}

}  // namespace

const Zone* find_zone(std::string_view name) {
  for (const Zone& zone : kZones)
    if (base::equal_ignoring_case(zone.name, name)) return &zone;
  return nullptr;
}

const std::vector<std::string>& zone_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const Zone& zone : kZones) all.push_back(zone.name);
    return all;
  }();
  return names;
}

std::optional<std::int64_t> local_from_utc(std::int64_t us, const Zone& zone) {
  if (!has_rule(us, zone)) return {};
  return us + zone.minutes * kMinute + (is_summer(us, zone) ? kHour : 0);
}

std::optional<std::int64_t> utc_from_local(std::int64_t us, const Zone& zone) {
  if (!has_rule(us, zone)) return {};
  const std::int64_t winter = us - zone.minutes * kMinute, summer = winter - kHour;
  if (zone.summer == SummerTime::none) return winter;
  return is_summer(summer, zone) && is_summer(winter, zone) ? summer : winter;
}

}  // namespace loopready::sql
