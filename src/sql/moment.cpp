#include "sql/moment.h"

#include <algorithm>
#include <cstdlib>

#include "base/date.h"
#include "base/text.h"

namespace loopready::sql {

using base::CivilDate;

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - ((a % b != 0 && (a % b < 0) != (b < 0)) ? 1 : 0);
}
std::int64_t day_of(std::int64_t us) { return floor_div(us, kDay); }
CivilDate date_of(std::int64_t us) { return base::civil_date(day_of(us)); }
std::int64_t start_of(CivilDate date) { return base::day_number(date) * kDay; }
std::int64_t month_number(CivilDate date) { return static_cast<std::int64_t>(date.year) * 12 + date.month - 1; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads up to `most` digits; false when there is none.
bool read_digits(std::string_view text, std::size_t& at, int most, int& value) {
  const std::size_t start = at;
  value = 0;
  while (at < text.size() && is_digit(text[at]) && static_cast<int>(at - start) < most)
    value = value * 10 + (text[at++] - '0');
  return at > start;
}

int month_named(std::string_view text) {
  constexpr const char* kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                     "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string head = base::to_lower(text.substr(0, 3));
  for (int i = 0; i < 12; ++i)
    if (head == kMonths[i]) return i + 1;
  return 0;
}

// Dates in other spellings than ISO; `at` ends behind the date.
std::optional<CivilDate> read_other_date(std::string_view text, std::size_t& at) {
  CivilDate date;
  int a = 0, b = 0, c = 0;
  if (!text.empty() && !is_digit(text[0])) {  // Jan 31, 2024
    date.month = month_named(text);
    while (at < text.size() && !is_digit(text[at]) && text[at] != ' ') ++at;
    while (at < text.size() && text[at] == ' ') ++at;
    if (date.month == 0 || !read_digits(text, at, 2, date.day)) return {};
    while (at < text.size() && (text[at] == ' ' || text[at] == ',')) ++at;
    if (!read_digits(text, at, 4, date.year)) return {};
  } else {
    std::size_t first_end = 0;
    while (first_end < text.size() && is_digit(text[first_end])) ++first_end;
    if (first_end == 8) {  // 20240131
      read_digits(text, at, 4, date.year);
      read_digits(text, at, 2, date.month);
      read_digits(text, at, 2, date.day);
    } else {
      if (!read_digits(text, at, 4, a) || at >= text.size() || (text[at] != '-' && text[at] != '/' && text[at] != '.'))
        return {};
      const char separator = text[at++];
      if (!read_digits(text, at, 2, b) || at >= text.size() || text[at] != separator) return {};
      ++at;
      if (!read_digits(text, at, 4, c)) return {};
      date = first_end == 4 ? CivilDate{a, b, c} : CivilDate{c, a, b};
    }
  }
  if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12) return {};
  if (date.day < 1 || date.day > base::days_in_month(date.year, date.month)) return {};
  return date;
}

// "9:05", "9:05:07.5 pm" behind a date, as "09:05:00" and "21:05:07.5"; empty when it is no time.
std::string full_time(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (text[at] == ' ' || (at == 0 && (text[at] == 'T' || text[at] == 't')))) ++at;
  int parts[3] = {0, 0, 0};
  int n = 0;
  for (; n < 3; ++n) {
    if (n > 0 && (at >= text.size() || text[at] != ':')) break;
    if (n > 0) ++at;
    if (!read_digits(text, at, 2, parts[n])) return {};
  }
  std::string fraction;
  if (n == 3 && at < text.size() && text[at] == '.') {
    fraction = ".";
    for (++at; at < text.size() && is_digit(text[at]); ++at) fraction += text[at];
    if (fraction == ".") fraction.clear();
  }
  const std::string half = base::to_lower(base::trim(text.substr(at)));
  if (half == "am" || half == "pm") {
    if (parts[0] < 1 || parts[0] > 12) return {};
    parts[0] = parts[0] % 12 + (half == "pm" ? 12 : 0);
  } else if (!half.empty() || n < 2) {
    return {};
  }
  std::string time;
  for (int i = 0; i < 3; ++i) {
    time += i > 0 ? ":" : "";
    time += static_cast<char>('0' + parts[i] / 10);
    time += static_cast<char>('0' + parts[i] % 10);
  }
  return time + fraction;
}

// Takes "+05:30", "-08", " UTC" or "Z" off the end of a time; what it is ahead of UTC.
std::int64_t take_zone(std::string_view& text) {
  for (const char* zone : {" UTC", "Z"})
    if (const std::string_view tail(zone); text.size() > 16 && text.substr(text.size() - tail.size()) == tail) {
      text.remove_suffix(tail.size());
      return 0;
    }
  const std::size_t sign = text.find_last_of("+-");
  if (sign == std::string_view::npos || sign < 12) return 0;
  std::size_t at = sign + 1;
  int hours = 0, minutes = 0;
  if (!read_digits(text, at, 2, hours)) return 0;
  if (at < text.size() && text[at] == ':') ++at;
  if (at < text.size() && !read_digits(text, at, 2, minutes)) return 0;
  if (at != text.size() || hours > 15 || minutes > 59) return 0;
  const std::int64_t ahead = hours * kHour + minutes * kMinute;
  const bool behind = text[sign] == '-';
  text = text.substr(0, sign);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return behind ? -ahead : ahead;
}

}  // namespace

std::optional<Moment> read_moment(std::string_view text) {
  text = base::trim(text);
  if (text.size() > 40) return {};
  const std::int64_t ahead = take_zone(text);
  if (const auto us = base::parse_instant_us(text)) return Moment{*us, text.size() > 10, ahead};
  std::size_t at = 0;
  const auto date = read_other_date(text, at);
  if (!date) return {};
  if (at == text.size()) return Moment{start_of(*date), false, ahead};
  const auto us = base::parse_instant_us(base::format_date(*date) + " " + full_time(text.substr(at)));
  if (!us) return {};
  return Moment{*us, true, ahead};
}

std::string moment_text(const Moment& moment) {
  const std::string full = base::format_instant_us(moment.us);
  return moment.has_time ? full : full.substr(0, 10);
}

std::optional<DatePart> date_part_named(std::string_view name) {
  constexpr struct {
    DatePart part;
    const char* names;
  } kNames[] = {{DatePart::microsecond, " microsecond microseconds microsec microsecs usec usecs us "},
                {DatePart::millisecond, " millisecond milliseconds millisec millisecs msec msecs ms "},
                {DatePart::second, " second seconds sec secs s "},
                {DatePart::minute, " minute minutes min mins m "},
                {DatePart::hour, " hour hours hr hrs h "},
                {DatePart::day, " day days d "},
                {DatePart::week, " week weeks w "},
                {DatePart::month, " month months mon mons "},
                {DatePart::quarter, " quarter quarters qtr qtrs "},
                {DatePart::year, " year years yr yrs y "},
                {DatePart::decade, " decade decades dec decs "},
                {DatePart::century, " century centuries cent cents c "},
                {DatePart::millennium, " millennium millennia mil mils "},
                {DatePart::weekday, " dow dayofweek dw weekday "},
                {DatePart::iso_weekday, " isodow "},
                {DatePart::day_of_year, " doy dayofyear dy yearday "},
                {DatePart::iso_year, " isoyear "},
                {DatePart::epoch, " epoch "}};
  const std::string lower = base::to_lower(base::trim(name));
  if (lower.empty() || lower.find(' ') != std::string::npos) return {};
  for (const auto& one : kNames)
    if (std::string_view(one.names).find(" " + lower + " ") != std::string_view::npos) return one.part;
  return {};
}

bool in_years(std::int64_t us) { return us >= start_of({1, 1, 1}) && us < start_of({9999, 12, 31}) + kDay; }

std::int64_t truncated(std::int64_t us, DatePart part) {
  const CivilDate date = date_of(us);
  switch (part) {
    case DatePart::microsecond:
    case DatePart::epoch: return us;
    case DatePart::millisecond: return floor_div(us, 1'000) * 1'000;
    case DatePart::second: return floor_div(us, kSecond) * kSecond;
    case DatePart::minute: return floor_div(us, kMinute) * kMinute;
    case DatePart::hour: return floor_div(us, kHour) * kHour;
    case DatePart::day:
    case DatePart::weekday:
    case DatePart::iso_weekday:
    case DatePart::day_of_year: return day_of(us) * kDay;
    case DatePart::week: return (day_of(us) - base::iso_weekday(day_of(us)) + 1) * kDay;
    case DatePart::month: return start_of({date.year, date.month, 1});
    case DatePart::quarter: return start_of({date.year, (date.month - 1) / 3 * 3 + 1, 1});
    case DatePart::year:
    case DatePart::iso_year: return start_of({date.year, 1, 1});
    case DatePart::decade: return start_of({date.year / 10 * 10, 1, 1});
    case DatePart::century: return start_of({(date.year - 1) / 100 * 100 + 1, 1, 1});
    case DatePart::millennium: return start_of({(date.year - 1) / 1000 * 1000 + 1, 1, 1});
  }
  return us;
}

namespace {

std::int64_t months_of(DatePart part) {
  switch (part) {
    case DatePart::month: return 1;
    case DatePart::quarter: return 3;
    case DatePart::year:
    case DatePart::iso_year: return 12;
    case DatePart::decade: return 120;
    case DatePart::century: return 1'200;
    case DatePart::millennium: return 12'000;
    default: return 0;
  }
}

std::int64_t us_of(DatePart part) {
  switch (part) {
    case DatePart::microsecond: return 1;
    case DatePart::millisecond: return 1'000;
    case DatePart::second:
    case DatePart::epoch: return kSecond;
    case DatePart::minute: return kMinute;
    case DatePart::hour: return kHour;
    case DatePart::week: return 7 * kDay;
    default: return kDay;
  }
}

// The same day of another month, or that month's last day.
std::optional<std::int64_t> months_later(std::int64_t us, std::int64_t months) {
  if (months > 200'000 || months < -200'000) return {};
  const CivilDate date = date_of(us);
  const std::int64_t target = month_number(date) + months;
  const int year = static_cast<int>(floor_div(target, 12));
  const int month = static_cast<int>(target - floor_div(target, 12) * 12) + 1;
  if (year < 1 || year > 9999) return {};
  const int day = std::min(date.day, base::days_in_month(year, month));
  return start_of({year, month, day}) + (us - day_of(us) * kDay);
}

}  // namespace

std::optional<std::int64_t> moved(std::int64_t us, DatePart part, std::int64_t n) {
  if (n > 400'000'000'000'000 || n < -400'000'000'000'000) return {};
  if (const std::int64_t months = months_of(part); months != 0) {
    if (n > 200'000 || n < -200'000) return {};
    return months_later(us, n * months);
  }
  const std::int64_t unit = us_of(part);
  if (n > 400'000'000'000'000'000 / unit || n < -400'000'000'000'000'000 / unit) return {};
  const std::int64_t result = us + n * unit;
  return in_years(result) ? std::optional(result) : std::nullopt;
}

std::int64_t boundaries_crossed(std::int64_t from_us, std::int64_t to_us, DatePart part) {
  if (const std::int64_t months = months_of(part); months == 1)
    return month_number(date_of(to_us)) - month_number(date_of(from_us));
  const auto ordinal = [part](std::int64_t us) -> std::int64_t {
    const CivilDate date = date_of(us);
    switch (part) {
      case DatePart::quarter: return date.year * 4 + (date.month - 1) / 3;
      case DatePart::year:
      case DatePart::iso_year: return date.year;
      case DatePart::decade: return date.year / 10;
      case DatePart::century: return (date.year - 1) / 100;
      case DatePart::millennium: return (date.year - 1) / 1000;
      case DatePart::week: return floor_div(day_of(us) + 3, 7);
      default: return floor_div(us, us_of(part));
    }
  };
  return ordinal(to_us) - ordinal(from_us);
}

double part_of(std::int64_t us, DatePart part) {
  const CivilDate date = date_of(us);
  const std::int64_t day = day_of(us);
  const std::int64_t of_day = us - day * kDay;
  const double seconds = static_cast<double>(of_day % kMinute) / 1e6;
  switch (part) {
    case DatePart::microsecond: return static_cast<double>(of_day % kMinute);
    case DatePart::millisecond: return seconds * 1e3;
    case DatePart::second: return seconds;
    case DatePart::minute: return static_cast<double>(of_day / kMinute % 60);
    case DatePart::hour: return static_cast<double>(of_day / kHour);
    case DatePart::day: return date.day;
    case DatePart::month: return date.month;
    case DatePart::quarter: return (date.month - 1) / 3 + 1;
    case DatePart::year: return date.year;
    case DatePart::decade: return date.year / 10;
    case DatePart::century: return (date.year - 1) / 100 + 1;
    case DatePart::millennium: return (date.year - 1) / 1000 + 1;
    case DatePart::weekday: return base::iso_weekday(day) % 7;
    case DatePart::iso_weekday: return base::iso_weekday(day);
    case DatePart::day_of_year: return static_cast<double>(day - base::day_number({date.year, 1, 1}) + 1);
    case DatePart::epoch: return static_cast<double>(us) / 1e6;
    case DatePart::week:
    case DatePart::iso_year: {
      // ISO 8601: the week belongs to the year that has its Thursday.
      const std::int64_t thursday = day - base::iso_weekday(day) + 4;
      const int year = base::civil_date(thursday).year;
      if (part == DatePart::iso_year) return year;
      return static_cast<double>((thursday - base::day_number({year, 1, 1})) / 7 + 1);
    }
  }
  return 0;
}

std::int64_t last_day_of_month(std::int64_t us) {
  const CivilDate date = date_of(us);
  return start_of({date.year, date.month, base::days_in_month(date.year, date.month)});
}

std::optional<std::int64_t> moved(std::int64_t us, const Interval& interval, int sign) {
  auto result = months_later(us, sign * interval.months);
  if (!result) return {};
  if (std::llabs(interval.days) > 4'000'000 || std::llabs(interval.us) > 400'000'000'000'000'000) return {};
  *result += sign * (interval.days * kDay + interval.us);
  return in_years(*result) ? result : std::nullopt;
}

// Source: PostgreSQL 15, timestamp_age: fields are subtracted one by one, and days borrowed from the earlier month.
Interval age_between(std::int64_t a_us, std::int64_t b_us) {
  const bool negative = a_us < b_us;
  const std::int64_t late = negative ? b_us : a_us, early = negative ? a_us : b_us;
  const CivilDate to = date_of(late), from = date_of(early);
  std::int64_t months = month_number(to) - month_number(from);
  std::int64_t days = to.day - from.day;
  std::int64_t us = (late - day_of(late) * kDay) - (early - day_of(early) * kDay);
  if (us < 0) {
    us += kDay;
    --days;
  }
  // PostgreSQL takes the month of its second argument, whichever is the earlier.
  const CivilDate lender = negative ? date_of(a_us) : from;
  if (days < 0) {
    days += base::days_in_month(lender.year, lender.month);
    --months;
  }
  const int sign = negative ? -1 : 1;
  return {sign * months, sign * days, sign * us};
}

Interval interval_between(std::int64_t from_us, std::int64_t to_us) {
  const std::int64_t difference = to_us - from_us;
  return {0, difference / kDay, difference % kDay};
}

}  // namespace loopready::sql
