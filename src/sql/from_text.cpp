#include "sql/from_text.h"

#include <cmath>
#include <cstdlib>
#include <string>

#include "base/date.h"
#include "base/text.h"

namespace loopready::sql {
namespace {

struct Fields {
  int year = 1, month = 1, day = 1, hour = 0, minute = 0, day_of_year = 0;
  int week = 0;  // ISO
  double second = 0;
  bool afternoon = false;
  bool half_days = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool take_number(std::string_view text, std::size_t& at, std::size_t most, int& number) {
  while (at < text.size() && text[at] == ' ') ++at;
  const std::size_t start = at;
  number = 0;
  while (at < text.size() && is_digit(text[at]) && at - start < most) number = number * 10 + (text[at++] - '0');
  return at > start;
}

// English names by their first three letters; the rest of the word is skipped.
bool take_month(std::string_view text, std::size_t& at, int& month) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  const std::size_t found = kMonths.find(base::to_lower(text.substr(at, 3)));
  if (text.size() < at + 3 || found == std::string_view::npos || found % 3 != 0) return false;
  month = static_cast<int>(found / 3) + 1;
  while (at < text.size() && is_letter(text[at])) ++at;
  return true;
}

// One pattern at the start of `format`; its length, 0 for a character that is no pattern, -1 where the text does not fit.
int take_piece(std::string_view format, std::string_view text, std::size_t& at, Fields& fields) {
  const auto sees = [&](std::string_view pattern) {
    return base::equal_ignoring_case(format.substr(0, pattern.size()), pattern);
  };
  const auto number = [&](std::string_view pattern, std::size_t most, int& into) {
    return take_number(text, at, most, into) ? static_cast<int>(pattern.size()) : -1;
  };
  int short_year = 0, fraction = 0, ignored = 0;
  if (sees("FM")) return 2;
  if (sees("YYYY")) return number("YYYY", 4, fields.year);
  if (sees("IYYY")) return number("IYYY", 4, fields.year);
  if (sees("YY")) {
    const int length = number("YY", 2, short_year);
    fields.year = short_year < 70 ? 2000 + short_year : 1900 + short_year;
    return length;
  }
  if (sees("MONTH")) return take_month(text, at, fields.month) ? 5 : -1;
  if (sees("MON")) return take_month(text, at, fields.month) ? 3 : -1;
  if (sees("MM")) return number("MM", 2, fields.month);
  if (sees("MI")) return number("MI", 2, fields.minute);
  if (sees("MS") || sees("US")) {
    const std::size_t start = at;
    const int length = number("MS", 6, fraction);
    fields.second += fraction / std::pow(10, static_cast<double>(at - start));
    return length;
  }
  if (sees("DDD")) return number("DDD", 3, fields.day_of_year);
  if (sees("DD")) return number("DD", 2, fields.day);
  if (sees("DAY") || sees("DY")) {
    while (at < text.size() && is_letter(text[at])) ++at;
    return sees("DAY") ? 3 : 2;
  }
  if (sees("HH24")) return number("HH24", 2, fields.hour);
  if (sees("HH12") || sees("HH")) {
    fields.half_days = true;
    return number(sees("HH12") ? "HH12" : "HH", 2, fields.hour);
  }
  if (sees("SS")) {
    const int length = number("SS", 2, ignored);
    fields.second += ignored;
    return length;
  }
  if (sees("IW")) return number("IW", 2, fields.week);
  if (sees("AM") || sees("PM")) {
    if (at + 1 >= text.size()) return -1;
    fields.afternoon = text[at] == 'p' || text[at] == 'P';
    fields.half_days = true;
    at += 2;
    return 2;
  }
  if (sees("Q")) return number("Q", 1, ignored);
  return 0;
}

std::optional<Moment> moment_of(const Fields& fields) {
  int hour = fields.hour;
  if (fields.half_days && hour >= 1 && hour <= 12) hour = hour % 12 + (fields.afternoon ? 12 : 0);
  if (fields.year < 1 || fields.year > 9999 || fields.month < 1 || fields.month > 12 || fields.day < 1 ||
      fields.day > base::days_in_month(fields.year, fields.month) || hour > 23 || fields.minute > 59 || fields.second >= 60)
    return {};
  std::int64_t day = base::day_number({fields.year, fields.month, fields.day});
  if (fields.day_of_year > 0) day = base::day_number({fields.year, 1, 1}) + fields.day_of_year - 1;
  if (fields.week > 0) {
    const std::int64_t fourth = base::day_number({fields.year, 1, 4});
    day = fourth - base::iso_weekday(fourth) + 1 + (fields.week - 1) * 7;
  }
  const double seconds = (hour * 60 + fields.minute) * 60 + fields.second;
  return Moment{day * 86'400'000'000 + std::llround(seconds * 1e6), true};
}

}  // namespace

std::optional<Moment> moment_from_text(std::string_view text, std::string_view format) {
  text = base::trim(text);
  Fields fields;
  std::size_t at = 0;
  for (std::size_t f = 0; f < format.size() && at < text.size();) {
    if (format[f] == '"') {
      const std::size_t close = format.find('"', f + 1);
      const std::size_t end = close == std::string_view::npos ? format.size() : close;
      at += end - f - 1;
      f = end + 1;
      continue;
    }
    const int length = take_piece(format.substr(f), text, at, fields);
    if (length < 0) return {};
    if (length > 0) {
      f += static_cast<std::size_t>(length);
      continue;
    }
    // What is no pattern stands for one character that is no digit or letter; blanks need not be there.
    const bool separates = !is_digit(text[at]) && !is_letter(text[at]);
    if (separates || (format[f] != ' ' && is_letter(format[f]))) ++at;
    ++f;
  }
  return moment_of(fields);
}

std::optional<double> number_from_text(std::string_view text) {
  std::string digits;
  for (const char c : base::trim(text)) {
    if (is_digit(c) || c == '.' || c == '-') digits += c;
    else if (c == '<') digits += '-';
  }
  if (digits.size() > 1 && digits.back() == '-') digits = "-" + digits.substr(0, digits.size() - 1);
  char* end = nullptr;
  const double value = std::strtod(digits.c_str(), &end);
  if (digits.empty() || end == digits.c_str() || *end != '\0') return {};
  return value;
}

}  // namespace loopready::sql
