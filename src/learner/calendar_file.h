// A file for calendars: iCalendar text.
// Here: CalendarEvent, calendar_text.  Not here: what is planned (plan.h).
// Terms: a day is a day number (base/date.h); an event with a start has it in minutes after midnight on the reader's own clock (a
// floating time), an event without one lasts all day; a uid stays the same from export to export, so that a calendar updates the event.
// Source: RFC 5545: lines end in CR LF and are folded at 75 octets (3.1), texts are escaped (3.3.11).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loopready::learner {

struct CalendarEvent {
  std::string uid;  // "plan-story-1@loopready"
  std::string summary;
  std::string description = {};  // empty: none
  std::int64_t day = 0;
  std::optional<int> start_min = std::nullopt;
  std::int64_t minutes = 0;  // of an event with a start, at least 1
};

std::string calendar_text(const std::string& name, const std::vector<CalendarEvent>& events, std::int64_t now_ms);

// Parts of it, for themselves. Folding never cuts a character of UTF-8.
std::string escaped_text(std::string_view text);
std::string folded_line(std::string_view line);  // with CR LF behind it

}  // namespace loopready::learner
