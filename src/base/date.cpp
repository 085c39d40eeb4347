#include "base/date.h"

namespace loopready::base {
namespace {

constexpr std::int64_t kUsPerSecond = 1'000'000;
constexpr std::int64_t kUsPerDay = 86'400 * kUsPerSecond;

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - ((a % b != 0 && (a % b < 0) != (b < 0)) ? 1 : 0); }

bool digits(std::string_view text, std::size_t from, std::size_t n, int& value) {
  if (from + n > text.size()) return false;
  value = 0;
  for (std::size_t i = from; i < from + n; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    value = value * 10 + (text[i] - '0');
  }
  return true;
}

// `value` in `width` digits at least, zeros in front.
void add_digits(std::string& text, std::int64_t value, int width) {
  char reversed[20];
  int n = 0;
  for (std::uint64_t rest = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value); rest > 0 || n == 0; rest /= 10)
    reversed[n++] = static_cast<char>('0' + rest % 10);
  if (value < 0) {
    text += '-';
    --width;
  }
  for (int i = n; i < width; ++i) text += '0';
  while (n > 0) text += reversed[--n];
}

}  // namespace

// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
std::int64_t day_number(CivilDate date) {
  const std::int64_t y = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = floor_div(y, 400);
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t shifted_month = (date.month + 9) % 12;
  const std::int64_t day_of_year = (153 * shifted_month + 2) / 5 + date.day - 1;
  return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

CivilDate civil_date(std::int64_t day_number) {
  const std::int64_t z = day_number + 719'468;
  const std::int64_t era = floor_div(z, 146'097);
  const std::int64_t day_of_era = z - era * 146'097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  CivilDate date;
  date.day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  date.month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

int iso_weekday(std::int64_t day_number) {
  return static_cast<int>(day_number - 7 * floor_div(day_number + 3, 7)) + 4;
}

std::optional<CivilDate> parse_date(std::string_view text) {
  CivilDate date;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  if (!digits(text, 0, 4, date.year) || !digits(text, 5, 2, date.month) || !digits(text, 8, 2, date.day)) return {};
  if (date.year < 1 || date.month < 1 || date.month > 12) return {};
  if (date.day < 1 || date.day > days_in_month(date.year, date.month)) return {};
  return date;
}

std::string format_date(CivilDate date) {
  std::string text;
  add_digits(text, date.year, 4);
  add_digits(text += '-', date.month, 2);
  add_digits(text += '-', date.day, 2);
  return text;
}

std::optional<std::int64_t> parse_instant_us(std::string_view text) {
  const auto date = parse_date(text.substr(0, 10));
  if (!date) return {};
  std::int64_t us = day_number(*date) * kUsPerDay;
  if (text.size() == 10) return us;
  int hour = 0, minute = 0, second = 0;
  if (text.size() < 16 || (text[10] != ' ' && text[10] != 'T') || text[13] != ':') return {};
  if (!digits(text, 11, 2, hour) || !digits(text, 14, 2, minute) || hour > 23 || minute > 59) return {};
  std::size_t at = 16;
  if (at < text.size()) {
    if (text[at] != ':' || !digits(text, 17, 2, second) || second > 59) return {};
    at = 19;
  }
  us += ((hour * 60 + minute) * 60 + second) * kUsPerSecond;
  if (at == text.size()) return us;
  if (text[at] != '.' || at + 1 == text.size()) return {};
  std::int64_t unit_us = kUsPerSecond / 10;
  for (++at; at < text.size(); ++at, unit_us /= 10) {
    if (text[at] < '0' || text[at] > '9') return {};
    us += (text[at] - '0') * unit_us;
  }
  return us;
}

std::string format_instant_us(std::int64_t instant_us) {
  const std::int64_t day = floor_div(instant_us, kUsPerDay);
  const std::int64_t rest = instant_us - day * kUsPerDay;
  const int second = static_cast<int>(rest / kUsPerSecond);
  const int fraction = static_cast<int>(rest % kUsPerSecond);
  std::string text = format_date(civil_date(day));
  add_digits(text += ' ', second / 3600, 2);
  add_digits(text += ':', second / 60 % 60, 2);
  add_digits(text += ':', second % 60, 2);
  if (fraction != 0) {
    add_digits(text += '.', fraction, 6);
    while (text.back() == '0') text.pop_back();
  }
  return text;
}

}  // namespace loopready::base
