// Intervals as text, and their parts.
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "sql/moment.h"

namespace loopready::sql {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kHour = 3'600 * kSecond;

constexpr double kMost = 1e12;  // of any one unit, so that sums stay in range

// "01:30", "-01:30:15.5": hours, minutes, seconds.
std::optional<std::int64_t> read_clock(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  const std::vector<std::string> parts = base::split(text, ':');
  if (parts.size() < 2 || parts.size() > 3) return {};
  double total_seconds = 0;
  constexpr double kUnits[] = {3'600, 60, 1};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].empty() || parts[i].find_first_not_of("0123456789.") != std::string::npos) return {};
    total_seconds += std::strtod(parts[i].c_str(), nullptr) * kUnits[i];
  }
  if (total_seconds > kMost) return {};
  const auto us = static_cast<std::int64_t>(std::llround(total_seconds * 1e6));
  return negative ? -us : us;
}

// Adds n units; a fraction of a month spills into days, one of a day into time.
bool add_unit(Interval& interval, double n, DatePart part) {
  if (!(std::fabs(n) < kMost)) return false;
  double months = 0, days = 0, seconds = 0;
  switch (part) {
    case DatePart::millennium: months = n * 12'000; break;
    case DatePart::century: months = n * 1'200; break;
    case DatePart::decade: months = n * 120; break;
    case DatePart::year: months = n * 12; break;
    case DatePart::quarter: months = n * 3; break;
    case DatePart::month: months = n; break;
    case DatePart::week: days = n * 7; break;
    case DatePart::day: days = n; break;
    case DatePart::hour: seconds = n * 3'600; break;
    case DatePart::minute: seconds = n * 60; break;
    case DatePart::second: seconds = n; break;
    case DatePart::millisecond: seconds = n / 1e3; break;
    case DatePart::microsecond: seconds = n / 1e6; break;
    default: return false;
  }
  const double whole_months = std::trunc(months);
  days += (months - whole_months) * 30;
  const double whole_days = std::trunc(days + (days < 0 ? -1e-9 : 1e-9));
  seconds += (days - whole_days) * 86'400;
  if (std::fabs(seconds) > kMost) return false;
  const auto too_far = [](std::int64_t so_far, double more, double most) { return std::fabs(static_cast<double>(so_far) + more) > most; };
  if (too_far(interval.months, whole_months, 4e17) || too_far(interval.days, whole_days, 4e17) || too_far(interval.us, seconds * 1e6, 4e18)) return false;
  interval.months += static_cast<std::int64_t>(whole_months);
  interval.days += static_cast<std::int64_t>(whole_days);
  interval.us += static_cast<std::int64_t>(std::llround(seconds * 1e6));
  return true;
}

}  // namespace

std::optional<Interval> read_interval(std::string_view text) {
  text = base::trim(text);
  if (text.empty() || text.size() > 200) return {};
  std::string spaced;  // "30days" -> "30 days"
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter && !spaced.empty() && spaced.back() >= '0' && spaced.back() <= '9') spaced += ' ';
    spaced += c == ',' || c == '@' ? ' ' : c;
  }
  std::vector<std::string> words;
  for (std::string& word : base::split(spaced, ' ')) {
    if (word.empty()) continue;
    const bool behind_sign = !words.empty() && (words.back() == "-" || words.back() == "+");  // "1 month - 1 day"
    if (behind_sign) words.back() += word;
    else words.push_back(std::move(word));
  }
  const bool ago = !words.empty() && base::equal_ignoring_case(words.back(), "ago");
  if (ago) words.pop_back();
  if (words.empty()) return {};
  Interval interval;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].find(':') != std::string::npos) {
      const auto clock = read_clock(words[i]);
      if (!clock) return {};
      interval.us += *clock;
      continue;
    }
    if (words[i].find_first_not_of("+-.0123456789") != std::string::npos) return {};
    if (const std::size_t dash = words[i].find('-', 1); dash != std::string::npos) {  // years and months: 1-2
      const int sign = words[i][0] == '-' ? -1 : 1;
      interval.months += std::atoi(words[i].c_str()) * 12 + sign * std::atoi(words[i].c_str() + dash + 1);
      continue;
    }
    char* end = nullptr;
    const double n = std::strtod(words[i].c_str(), &end);
    if (end == words[i].c_str() || *end != '\0') return {};
    const auto part = i + 1 < words.size() ? date_part_named(words[i + 1]) : std::optional(DatePart::second);
    if (!part || !add_unit(interval, n, *part)) return {};
    ++i;
  }
  return ago ? scaled(interval, -1) : interval;
}

std::string interval_text(const Interval& interval) {
  std::string text;
  bool behind_negative = false;  // then a positive part says so
  const auto add = [&](std::int64_t n, const char* unit) {
    if (n == 0) return;
    text += (text.empty() ? "" : " ") + std::string(behind_negative && n > 0 ? "+" : "") + base::count_of(n, unit);
    behind_negative = n < 0;
  };
  add(interval.months / 12, "year");
  add(interval.months % 12, "mon");
  add(interval.days, "day");
  if (interval.us != 0 || text.empty()) {
    const std::int64_t us = std::llabs(interval.us);
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%s%02lld:%02lld:%02lld", interval.us < 0 ? "-" : behind_negative ? "+" : "",
                  static_cast<long long>(us / kHour), static_cast<long long>(us / (60 * kSecond) % 60),
                  static_cast<long long>(us / kSecond % 60));
    text += (text.empty() ? "" : " ") + std::string(buffer);
    if (us % kSecond != 0) {
      std::snprintf(buffer, sizeof buffer, ".%06lld", static_cast<long long>(us % kSecond));
      text += buffer;
      while (text.back() == '0') text.pop_back();
    }
  }
  return text;
}

Interval scaled(const Interval& interval, double factor) {
  Interval result;
  const double months = static_cast<double>(interval.months) * factor;
  const double days = static_cast<double>(interval.days) * factor;
  const double seconds = static_cast<double>(interval.us) / 1e6 * factor;
  add_unit(result, months, DatePart::month);
  add_unit(result, days, DatePart::day);
  add_unit(result, seconds, DatePart::second);
  return result;
}

Interval operator+(const Interval& a, const Interval& b) {
  return {a.months + b.months, a.days + b.days, a.us + b.us};
}

Interval truncated(const Interval& interval, DatePart part) {
  const auto down_to = [](std::int64_t n, std::int64_t unit) { return n / unit * unit; };
  const auto months = [&](std::int64_t unit) { return Interval{down_to(interval.months, unit), 0, 0}; };
  const auto us = [&](std::int64_t unit) { return Interval{interval.months, interval.days, down_to(interval.us, unit)}; };
  switch (part) {
    case DatePart::millennium: return months(12'000);
    case DatePart::century: return months(1'200);
    case DatePart::decade: return months(120);
    case DatePart::year: return months(12);
    case DatePart::quarter: return months(3);
    case DatePart::month: return months(1);
    case DatePart::day: return {interval.months, interval.days, 0};
    case DatePart::hour: return us(kHour);
    case DatePart::minute: return us(60 * kSecond);
    case DatePart::second: return us(kSecond);
    case DatePart::millisecond: return us(1'000);
    default: return interval;
  }
}

namespace {

// Moves whole multiples of `unit` from the smaller to the larger part, and gives both the same sign.
void carry(std::int64_t& larger, std::int64_t& smaller, std::int64_t unit) {
  larger += smaller / unit;
  smaller %= unit;
  if (larger > 0 && smaller < 0) {
    smaller += unit;
    --larger;
  } else if (larger < 0 && smaller > 0) {
    smaller -= unit;
    ++larger;
  }
}

}  // namespace

Interval with_days_from_hours(Interval interval) {
  carry(interval.days, interval.us, 24 * kHour);
  return interval;
}

Interval with_months_from_days(Interval interval) {
  carry(interval.months, interval.days, 30);
  return interval;
}

double interval_seconds(const Interval& interval) {
  return static_cast<double>(interval.months) * 30 * 86'400 + static_cast<double>(interval.days) * 86'400 +
         static_cast<double>(interval.us) / 1e6;
}

double part_of(const Interval& interval, DatePart part) {
  const std::int64_t us = interval.us;
  switch (part) {
    case DatePart::year: return static_cast<double>(interval.months / 12);
    case DatePart::quarter: return static_cast<double>(interval.months % 12 / 3 + 1);
    case DatePart::month: return static_cast<double>(interval.months % 12);
    case DatePart::day: return static_cast<double>(interval.days);
    case DatePart::hour: return static_cast<double>(us / kHour);
    case DatePart::minute: return static_cast<double>(us / (60 * kSecond) % 60);
    case DatePart::second: return static_cast<double>(us % (60 * kSecond)) / 1e6;
    case DatePart::epoch: return static_cast<double>(interval.months / 12) * 365.25 * 86'400 +
                                 static_cast<double>(interval.months % 12) * 30 * 86'400 +
                                 static_cast<double>(interval.days) * 86'400 + static_cast<double>(us) / 1e6;
    default: return 0;
  }
}

}  // namespace loopready::sql
