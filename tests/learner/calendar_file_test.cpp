// Expected: RFC 5545, sections 3.1 (folding), 3.3.11 (its own example of escaping), 3.6.1 (events), by hand.
#include "learner/calendar_file.h"

#include <doctest/doctest.h>

#include "base/date.h"
#include "base/text.h"

using namespace loopready;
using namespace loopready::learner;

namespace {

std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ")) text.erase(at, 3);
  return text;
}

std::int64_t day_of(const char* text) { return base::day_number(base::parse_date(text).value()); }

}  // namespace

TEST_CASE("calendar: an event all day and one with a start, to the letter") {
  const std::string text = calendar_text("Interview plan", {{"plan-a@loopready", "Stories, 1 and 2", "", day_of("2024-02-29")},
                                                            {"plan-b@loopready", "Mock", "One line\nanother", day_of("2024-12-31"), 23 * 60 + 30, 60}},
                                         1'709'251'200'000 + 3'723'000);
  CHECK(text ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Loopready//Plan//EN\r\nCALSCALE:GREGORIAN\r\nX-WR-CALNAME:Interview plan\r\n"
        "BEGIN:VEVENT\r\nUID:plan-a@loopready\r\nDTSTAMP:20240301T010203Z\r\nDTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\n"
        "TRANSP:TRANSPARENT\r\nSUMMARY:Stories\\, 1 and 2\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:plan-b@loopready\r\nDTSTAMP:20240301T010203Z\r\nDTSTART:20241231T233000\r\nDTEND:20250101T003000\r\n"
        "SUMMARY:Mock\r\nDESCRIPTION:One line\\nanother\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("calendar: texts are escaped") {
  CHECK(escaped_text("Project XYZ Final Review\nConference Room - 3B\nCome Prepared.") == "Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.");
  CHECK(escaped_text("a;b,c\\d:\"e\"") == "a\\;b\\,c\\\\d:\"e\"");
  CHECK(escaped_text("line\r\nend\tx\x01") == "line\\nendx");
}

TEST_CASE("calendar: lines are folded at 75 octets, between characters") {
  CHECK(folded_line(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
  CHECK(folded_line(std::string(76, 'a')) == std::string(75, 'a') + "\r\n a\r\n");
  CHECK(folded_line(std::string(150, 'a')) == std::string(75, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
  CHECK(folded_line(std::string(74, 'a') + "\u00E9") == std::string(74, 'a') + "\r\n \u00E9\r\n");
  CHECK(folded_line(std::string(72, 'a') + "\U0001F600") == std::string(72, 'a') + "\r\n \U0001F600\r\n");
  std::string mixed;
  for (int i = 0; i < 60; ++i) mixed += i % 3 == 0 ? "\u20AC" : i % 3 == 1 ? "\u00FC" : "x";
  const std::string folded = folded_line(mixed);
  CHECK(unfolded(folded) == mixed + "\r\n");
  for (std::string line : base::split(folded, '\n')) {
    if (!line.empty()) line.pop_back();
    CHECK(line.size() <= 75);
    CHECK(base::is_utf8(line));
  }
}
