// Which screen is open, as a value and as the part of the address behind "#".
// Here: Route, parse_route, format_route.  Not here: titles and what opening does (navigation.h), history (web).
// Errors: none; an unknown address parses to Place::unknown and keeps its text.
#pragma once

#include <string>
#include <string_view>

namespace loopready::app {

enum class Place {
  today, practice, exercise, playground, lab, flight, guide, prepare, level, offer, readiness, plan, resume, business, interviewers,
  settings, unknown
};

// The filters of the Practice screen; empty means all.
struct Filter {
  std::string category;
  std::string level;       // or "all": no level, though there is a target
  std::string difficulty;
  std::string status;  // "new", "tried", "solved"
  std::string search;
  std::string kind = {};   // "sql", "number" ...
  std::string topic = {};
};

struct Route {
  Place place = Place::today;
  std::string item;     // slug, for exercise
  Filter filter;        // for practice
  std::string address;  // for unknown: what was asked for, from "#" on
  std::string page = {};     // slug of a page of the guide or of a tool of the lab; empty: their list
  std::string section = {};  // slug of a section of a page of the guide
};

bool operator==(const Filter& a, const Filter& b);
bool operator==(const Route& a, const Route& b);

// The "#" in front may be missing. Keys and "%" that mean nothing are no error; text that is not UTF-8 is an unknown address.
// "", "#/", "#/practice?level=L5&search=top%20n", "#/item/first-order", "#/playground", "#/guide/process/bar-raiser", "#/lab/power"
Route parse_route(std::string_view hash);
std::string format_route(const Route& route);

}  // namespace loopready::app
