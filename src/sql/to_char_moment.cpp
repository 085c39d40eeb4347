#include "sql/to_char.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"

namespace loopready::sql {
namespace {

std::string digits(double value, int width) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%0*d", width, static_cast<int>(value));
  return buffer;
}

// The pattern's letter case chooses MONTH, Month or month.
std::string cased(std::string text, std::string_view pattern) {
  const bool second_upper = pattern.size() > 1 && pattern[1] >= 'A' && pattern[1] <= 'Z';
  const bool first_upper = pattern[0] >= 'A' && pattern[0] <= 'Z';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool upper = i == 0 ? first_upper : second_upper;
    if (upper && text[i] >= 'a' && text[i] <= 'z') text[i] = static_cast<char>(text[i] - 'a' + 'A');
  }
  return text;
}

std::string padded(std::string text, bool fill) {
  if (fill) text.resize(9, ' ');
  return text;
}

constexpr const char* kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                   "july",    "august",   "september", "october", "november", "december"};
constexpr const char* kDays[] = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
constexpr const char* kRomanMonths[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};

// Longer patterns stand in front of those they begin with.
constexpr const char* kPatterns[] = {
    "HH24", "HH12", "Y,YYY", "YYYY", "IYYY", "MONTH", "SSSSS", "A.M.", "P.M.", "IDDD", "SSSS", "DAY", "DDD", "MON", "YYY",
    "IYY",  "TZH",  "MI",    "MM",   "MS",   "US",    "DD",    "DY",   "HH",   "YY",   "IY",   "SS",  "IW",  "WW",  "ID",
    "AM",   "PM",   "AD",    "BC",   "CC",   "RM",    "TZ",    "OF",   "Q",    "D",    "W",    "J",   "Y",   "I"};

// The parts of a moment or an interval that patterns show.
struct Parts {
  std::int64_t us = 0;
  const Interval* interval = nullptr;

  double of(DatePart part) const { return interval != nullptr ? part_of(*interval, part) : part_of(us, part); }
  double second_of_day() const {
    return of(DatePart::hour) * 3'600 + of(DatePart::minute) * 60 + std::floor(of(DatePart::second));
  }
  double fraction() const { return of(DatePart::second) - std::floor(of(DatePart::second)); }
};

std::string year_piece(std::string_view pattern, const Parts& parts, bool fill) {
  const double year = parts.of(pattern[0] == 'I' ? DatePart::iso_year : DatePart::year);
  if (pattern == "Y,YYY") return digits(std::floor(year / 1'000), 1) + "," + digits(std::fmod(year, 1'000), 3);
  const int n = static_cast<int>(pattern.size());
  if (n == 4) return digits(year, fill ? 4 : 1);
  return digits(std::fmod(year, std::pow(10, n)), fill ? n : 1);
}

std::string hour_piece(std::string_view pattern, const Parts& parts, int width) {
  const double hour = parts.of(DatePart::hour);
  const double half = std::fmod(hour, 12);
  return digits(pattern == "HH24" ? hour : half == 0 ? 12 : half, width);
}

std::string name_piece(std::string_view pattern, std::string_view typed, const Parts& parts, bool fill) {
  const int month = std::max(1, static_cast<int>(parts.of(DatePart::month)));
  const int weekday = static_cast<int>(parts.of(DatePart::weekday));
  if (pattern == "MONTH") return padded(cased(kMonths[month - 1], typed), fill);
  if (pattern == "MON") return cased(std::string(kMonths[month - 1]).substr(0, 3), typed);
  if (pattern == "DAY") return padded(cased(kDays[weekday], typed), fill);
  return cased(std::string(kDays[weekday]).substr(0, 3), typed);
}

std::string piece(std::string_view pattern, std::string_view typed, const Parts& parts, bool fill) {
  const int width = fill ? 2 : 1;
  const char first = pattern[0];
  if (first == 'Y' || pattern == "IYYY" || pattern == "IYY" || pattern == "IY" || pattern == "I")
    return year_piece(pattern, parts, fill);
  if (pattern.substr(0, 2) == "HH") return hour_piece(pattern, parts, width);
  if (pattern == "MONTH" || pattern == "MON" || pattern == "DAY" || pattern == "DY")
    return name_piece(pattern, typed, parts, fill);
  if (pattern == "MM") return digits(parts.of(DatePart::month), width);
  if (pattern == "DD") return digits(parts.of(DatePart::day), width);
  if (pattern == "DDD") return digits(parts.of(DatePart::day_of_year), fill ? 3 : 1);
  if (pattern == "D") return digits(parts.of(DatePart::weekday) + 1, 1);
  if (pattern == "ID") return digits(parts.of(DatePart::iso_weekday), 1);
  if (pattern == "IDDD")
    return digits((parts.of(DatePart::week) - 1) * 7 + parts.of(DatePart::iso_weekday), fill ? 3 : 1);
  if (pattern == "MI") return digits(parts.of(DatePart::minute), width);
  if (pattern == "SS") return digits(std::floor(parts.of(DatePart::second)), width);
  if (pattern == "MS") return digits(std::floor(parts.fraction() * 1e3 + 1e-6), 3);
  if (pattern == "US") return digits(std::round(parts.fraction() * 1e6), 6);
  if (pattern == "SSSS" || pattern == "SSSSS") return digits(parts.second_of_day(), 1);
  if (pattern == "IW") return digits(parts.of(DatePart::week), width);
  if (pattern == "WW") return digits(std::floor((parts.of(DatePart::day_of_year) - 1) / 7) + 1, width);
  if (pattern == "W") return digits(std::floor((parts.of(DatePart::day) - 1) / 7) + 1, 1);
  if (pattern == "Q") return digits(parts.of(DatePart::quarter), 1);
  if (pattern == "CC") return digits(parts.of(DatePart::century), width);
  if (pattern == "J") return digits(std::floor(static_cast<double>(parts.us) / 86'400e6) + 2'440'588, 1);
  if (pattern == "TZ") return "";
  if (pattern == "OF" || pattern == "TZH") return "+00";
  if (pattern == "AD" || pattern == "BC") return cased("ad", typed);
  if (pattern == "RM") {
    std::string month = kRomanMonths[std::max(1, static_cast<int>(parts.of(DatePart::month))) - 1];
    if (fill) month.resize(4, ' ');
    return cased(month, typed);
  }
  const bool dots = pattern.size() == 4;
  const bool morning = parts.of(DatePart::hour) < 12;
  return cased(dots ? (morning ? "a.m." : "p.m.") : (morning ? "am" : "pm"), dots ? std::string(typed.substr(0, 1)) + typed[0] : typed);
}

std::string parts_to_char(const Parts& parts, std::string_view format) {
  std::string text;
  bool fill = true;
  for (std::size_t at = 0; at < format.size();) {
    const std::string_view rest = format.substr(at);
    if (rest[0] == '"') {
      const std::size_t close = format.find('"', at + 1);
      text += format.substr(at + 1, close == std::string_view::npos ? close : close - at - 1);
      at = close == std::string_view::npos ? format.size() : close + 1;
      continue;
    }
    if (base::equal_ignoring_case(rest.substr(0, 2), "FM") || base::equal_ignoring_case(rest.substr(0, 2), "TM")) {
      fill = false;  // for the next pattern
      at += 2;
      continue;
    }
    const auto* found = std::find_if(std::begin(kPatterns), std::end(kPatterns), [&](const char* pattern) {
      return base::equal_ignoring_case(rest.substr(0, std::string_view(pattern).size()), pattern);
    });
    if (found == std::end(kPatterns)) {
      text += format[at++];
      continue;
    }
    const std::string_view pattern = *found;
    const std::string shown = piece(pattern, rest.substr(0, pattern.size()), parts, fill);
    text += shown;
    at += pattern.size();
    fill = true;
    const bool number = shown.find_first_not_of("0123456789") == std::string::npos;
    if (number && base::equal_ignoring_case(format.substr(at, 2), "TH")) {
      text += ordinal_suffix(std::atoll(shown.c_str()), format[at] == 'T');
      at += 2;
    }
  }
  return text;
}

}  // namespace

std::string ordinal_suffix(std::int64_t number, bool upper) {
  const std::int64_t tens = number % 100, ones = number % 10;
  const bool teen = tens >= 11 && tens <= 13;
  const char* suffix = teen || ones == 0 || ones > 3 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : "rd";
  if (!upper) return suffix;
  return std::string{static_cast<char>(suffix[0] - 32), static_cast<char>(suffix[1] - 32)};
}

std::string moment_to_char(const Moment& moment, std::string_view format) {
  return parts_to_char({moment.us, nullptr}, format);
}

std::string interval_to_char(const Interval& interval, std::string_view format) {
  return parts_to_char({0, &interval}, format);
}

}  // namespace loopready::sql
