// The flights' briefs as they stand in content/flights.json, for tests of what is made of them.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/json.h"
#include "model/flight.h"

namespace loopready::samples {

inline std::string flights_text() {
  std::ifstream file(std::string(SOURCE_DIR) + "/content/flights.json", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline const std::vector<model::FlightBrief>& flights() {
  static const std::vector<model::FlightBrief> all = [] {
    auto json = base::parse_json(flights_text(), "flights.json");
    REQUIRE_MESSAGE(json.ok(), "content/flights.json can't be read");
    auto briefs = model::flight_briefs_from_json(json.value(), "flights.json#");
    REQUIRE_MESSAGE(briefs.ok(), base::describe(briefs.ok() ? base::Error{} : briefs.error()));
    return std::move(briefs).value();
  }();
  return all;
}

}  // namespace loopready::samples
