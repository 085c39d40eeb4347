#include "learner/calendar_file.h"

#include <algorithm>
#include <cstdio>

#include "base/date.h"

namespace loopready::learner {
namespace {

constexpr std::size_t kMostOctets = 75;

std::string date_text(std::int64_t day) {
  std::string text;
  for (const char c : base::format_date(base::civil_date(day)))
    if (c != '-') text += c;
  return text;
}

// Minutes after midnight may pass the day's end.
std::string time_text(std::int64_t day, std::int64_t minutes) {
  char text[16];
  std::snprintf(text, sizeof text, "T%02d%02d00", static_cast<int>(minutes / 60 % 24), static_cast<int>(minutes % 60));
  return date_text(day + minutes / (24 * 60)) + text;
}

// 20240301T000000Z
std::string stamp_text(std::int64_t now_ms) {
  const std::int64_t seconds = now_ms / 1'000;
  const std::int64_t day = seconds / 86'400, left = seconds % 86'400;
  char text[16];
  std::snprintf(text, sizeof text, "T%02d%02d%02dZ", static_cast<int>(left / 3'600), static_cast<int>(left / 60 % 60), static_cast<int>(left % 60));
  return date_text(day) + text;
}

}  // namespace

std::string escaped_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) continue;
    if (c == '\\' || c == ';' || c == ',') result += '\\';
    result += c;
  }
  return result;
}

std::string folded_line(std::string_view line) {
  std::string result;
  std::size_t room = kMostOctets;
  while (line.size() > room) {
    std::size_t n = room;
    while (n > 1 && (static_cast<unsigned char>(line[n]) & 0xC0U) == 0x80U) --n;
    result += std::string(line.substr(0, n)) + "\r\n ";
    line.remove_prefix(n);
    room = kMostOctets - 1;  // the space counts
  }
  return result + std::string(line) + "\r\n";
}

std::string calendar_text(const std::string& name, const std::vector<CalendarEvent>& events, std::int64_t now_ms) {
  std::string text;
  const auto add = [&](const std::string& line) { text += folded_line(line); };
  add("BEGIN:VCALENDAR");
  add("VERSION:2.0");
  add("PRODID:-//Loopready//Plan//EN");
  add("CALSCALE:GREGORIAN");
  add("X-WR-CALNAME:" + escaped_text(name));
  for (const CalendarEvent& event : events) {
    add("BEGIN:VEVENT");
    add("UID:" + escaped_text(event.uid));
    add("DTSTAMP:" + stamp_text(now_ms));
    if (event.start_min) {
      add("DTSTART:" + time_text(event.day, *event.start_min));
      add("DTEND:" + time_text(event.day, *event.start_min + std::max<std::int64_t>(1, event.minutes)));
    } else {
      add("DTSTART;VALUE=DATE:" + date_text(event.day));
      add("DTEND;VALUE=DATE:" + date_text(event.day + 1));
      add("TRANSP:TRANSPARENT");  // a task, not an appointment
    }
    add("SUMMARY:" + escaped_text(event.summary));
    if (!event.description.empty()) add("DESCRIPTION:" + escaped_text(event.description));
    add("END:VEVENT");
  }
  add("END:VCALENDAR");
  return text;
}

}  // namespace loopready::learner
