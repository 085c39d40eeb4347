#include "sql/to_char.h"

#include <cmath>
#include <cstdio>

#include "base/text.h"
#include "sql/decimal.h"

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
constexpr const char* kPatterns[] = {"HH24", "HH12", "YYYY", "IYYY", "MONTH", "DAY", "DDD", "MON", "MI",
                                     "MM",   "MS",   "US",   "DD",   "DY",    "HH",  "YY",  "SS",  "IW",
                                     "WW",   "ID",   "AM",   "PM",   "Q",     "D",   "W"};

std::string piece(std::string_view pattern, std::string_view typed, std::int64_t us, bool fill) {
  const auto part = [us](DatePart one) { return part_of(us, one); };
  const int month = static_cast<int>(part(DatePart::month));
  const int weekday = static_cast<int>(part(DatePart::weekday));
  const int width = fill ? 2 : 1;
  if (pattern == "YYYY") return digits(part(DatePart::year), fill ? 4 : 1);
  if (pattern == "IYYY") return digits(part(DatePart::iso_year), fill ? 4 : 1);
  if (pattern == "YY") return digits(std::fmod(part(DatePart::year), 100), 2);
  if (pattern == "MM") return digits(month, width);
  if (pattern == "MONTH") return padded(cased(kMonths[month - 1], typed), fill);
  if (pattern == "MON") return cased(std::string(kMonths[month - 1]).substr(0, 3), typed);
  if (pattern == "DD") return digits(part(DatePart::day), width);
  if (pattern == "DDD") return digits(part(DatePart::day_of_year), fill ? 3 : 1);
  if (pattern == "DAY") return padded(cased(kDays[weekday], typed), fill);
  if (pattern == "DY") return cased(std::string(kDays[weekday]).substr(0, 3), typed);
  if (pattern == "D") return digits(weekday + 1, 1);
  if (pattern == "ID") return digits(part(DatePart::iso_weekday), 1);
  if (pattern == "HH24") return digits(part(DatePart::hour), width);
  if (pattern == "HH" || pattern == "HH12") {
    const double hour = std::fmod(part(DatePart::hour), 12);
    return digits(hour == 0 ? 12 : hour, width);
  }
  if (pattern == "MI") return digits(part(DatePart::minute), width);
  if (pattern == "SS") return digits(part(DatePart::second), width);
  if (pattern == "MS") return digits(std::fmod(part(DatePart::millisecond), 1000), 3);
  if (pattern == "US") return digits(std::fmod(part(DatePart::microsecond), 1e6), 6);
  if (pattern == "IW") return digits(part(DatePart::week), width);
  if (pattern == "WW") return digits(std::floor((part(DatePart::day_of_year) - 1) / 7) + 1, width);
  if (pattern == "W") return digits(std::floor((part(DatePart::day) - 1) / 7) + 1, 1);
  if (pattern == "Q") return digits(part(DatePart::quarter), 1);
  return cased(part(DatePart::hour) < 12 ? "am" : "pm", typed);
}

}  // namespace

std::string moment_to_char(const Moment& moment, std::string_view format) {
  std::string text;
  bool fill = true;
  for (std::size_t at = 0; at < format.size();) {
    if (format[at] == '"') {
      const std::size_t close = format.find('"', at + 1);
      text += format.substr(at + 1, close == std::string_view::npos ? close : close - at - 1);
      at = close == std::string_view::npos ? format.size() : close + 1;
      continue;
    }
    if (base::equal_ignoring_case(format.substr(at, 2), "FM")) {
      fill = false;
      at += 2;
      continue;
    }
    bool known = false;
    for (const char* pattern : kPatterns) {
      const std::size_t n = std::string_view(pattern).size();
      if (!base::equal_ignoring_case(format.substr(at, n), pattern)) continue;
      text += piece(pattern, format.substr(at, n), moment.us, fill);
      at += n;
      fill = true;  // FM is for the next pattern only
      known = true;
      break;
    }
    if (!known) text += format[at++];
  }
  return text;
}

// Digits before the point fill from the right; 9 leaves leading places blank, 0 shows zeros; one place is for the sign.
std::string number_to_char(double value, std::string_view format) {
  const bool trim = base::equal_ignoring_case(format.substr(0, 2), "FM");
  if (trim) format.remove_prefix(2);
  const std::size_t point = format.find_first_of(".D");
  const std::string_view whole_format = format.substr(0, point);
  int decimals = 0;
  std::string tail;
  for (const char c : point == std::string_view::npos ? std::string_view{} : format.substr(point + 1)) {
    if (c == '9' || c == '0') ++decimals;
    else tail += c;
  }
  char buffer[400];
  std::snprintf(buffer, sizeof buffer, "%.*f", std::min(decimals, 15), std::fabs(rounded_to(value, decimals)));
  const std::string number = buffer;
  const std::string whole = number.substr(0, number.find('.'));
  std::string shown;
  std::size_t left =
      whole == "0" && decimals > 0 && whole_format.find('0') == std::string_view::npos ? 0 : whole.size();
  std::size_t places = 0;
  for (const char c : whole_format) places += c == '9' || c == '0' ? 1 : 0;
  if (whole.size() > places && whole != "0") return std::string(format.size() + 1, '#');
  bool zeros = false;
  std::size_t place = places;
  for (const char c : whole_format) {
    if (c == '9' || c == '0') {
      zeros = zeros || c == '0';
      if (place <= left) shown += whole[whole.size() - place];
      else shown += zeros ? '0' : ' ';
      --place;
    } else if (c == ',' || c == 'G') {
      shown += shown.find_first_not_of(' ') == std::string::npos ? ' ' : ',';
    } else {
      shown += c;
    }
  }
  const std::size_t first = shown.find_first_not_of(' ');
  const std::size_t sign_at = first == std::string::npos ? shown.size() : first;
  shown.insert(sign_at, 1, value < 0 ? '-' : ' ');
  if (decimals > 0) shown += number.substr(number.find('.'));
  shown += tail;
  if (!trim) return shown;
  return std::string(base::trim(shown));
}

}  // namespace loopready::sql
