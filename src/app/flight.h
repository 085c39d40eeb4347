// The flight desk in the program: loading the briefs, letting a flight run, deciding, the debrief.
// Here: what commands change.  Not here: what a flight is (the engine), the record over many (flight_tally.h), its screen (ui).
// Terms: the flight under way is the note "note/flight": {"brief", "seed", "day", "call", "reason", "decided"}; what the learner writes
//   about it is the note "note/flight/why"; a decided flight stands in the log as a record of kind "flight" under "flight/<brief>".
// Errors: sentences in FlightDesk.
#pragma once

#include <string>

#include "app/app.h"

namespace loopready::app {

inline constexpr const char* kFlightsPack = "flights";  // the file's name, as LoadPack spells it
inline constexpr const char* kFlightNote = "note/flight";
inline constexpr const char* kFlightWhy = "note/flight/why";
constexpr int kFlightTimeoutMs = 10'000;

// The flight the note names.
struct FlightUnderWay {
  std::string brief;
  std::int64_t seed = -1;  // -1: none
  std::int64_t day = 0;
  std::string call, reason;
  bool decided = false;
  bool any() const { return seed >= 0; }
};
FlightUnderWay flight_under_way(const App& app);
const model::FlightBrief* find_flight_brief(const App& app, const std::string& slug);
// The readout and debrief at hand are those of the flight under way.
bool flight_is_read(const App& app);

// Asks for the briefs once the desk is open, then for the readout of the flight under way.
void open_flight(App& app);
void take_flights(App& app, const std::string& text);
void miss_flights(App& app, const std::string& why);

void begin_flight(App& app);
void read_flight(App& app, std::int64_t day);
void choose_for_flight(App& app, const std::string& call, const std::string& reason);
void decide_flight(App& app);

// True when the response was the flight's.
bool take_flight_answer(App& app, const model::Response& response);
bool lose_flight_engine(App& app, const EngineLost& lost);

}  // namespace loopready::app
