// A flight's readout and debrief as the engine gives them, with round numbers.
#pragma once

#include <string>

#include "base/json.h"
#include "model/flight.h"

namespace loopready::samples {

// Of a flight of 14 days.
inline base::Json flight_readout(std::int64_t n_days_read) {
  model::FlightReadout readout;
  readout.plan = {14, 0.5, 56'000, 56'000, 0.05, 0.8, 0.1, 0.03, 10'000, 9'000, 60'000, 600, 90'000, 7, 26};
  for (std::int64_t day = 1; day <= n_days_read; ++day) {
    const std::int64_t n = 4'000 * day;
    const model::FlightEstimate lift{0.03, 0.03 - 0.1 / static_cast<double>(day), 0.03 + 0.1 / static_cast<double>(day), 0.2};
    readout.days.push_back({day, 3'000 * day, 3'010 * day, {n, n + 15, n / 10, n / 10 + n / 300}, lift, lift, 0.31});
  }
  if (n_days_read > 0) {
    const std::int64_t n = 4'000 * n_days_read;
    readout.guardrails = {{"load", "Time to load a page", "ms", false, true, 1'300, 1'312.4, {0.0095, -0.01, 0.029, 0.33}},
                          {"errors", "Shoppers who meet an error", "%", true, true, 0.012, 0.0122, {0.0167, -0.1, 0.133, 0.77}},
                          {"value", "Value of an order", "$", false, false, 48, 47.4, {-0.0125, -0.03, 0.005, 0.15}}};
    for (const auto& [dimension, name] : {std::pair{"Device", "Phone"}, {"Device", "Computer"}, {"Customer", "New"}, {"Customer", "Returning"}, {"Country", "Germany"}, {"Country", "Spain"}, {"Country", "Poland"}})
      readout.segments.push_back({dimension, name, {n / 2, n / 2 + 4, n / 20, n / 20 + 9}, {0.04, -0.05, 0.13, 0.4}});
    readout.checks = {{"srm", "Customers assigned, against the plan", "srm_test", "42,000", "42,140", 0.31},
                      {"mix/device", "Devices in each arm", "chi_square_independence", "60.0 % Phone", "60.2 % Phone", 0.5},
                      {"lost", "Records without an event", "two_proportion_z", "1.20 %", "1.24 %", 0.6},
                      {"novelty", "Early lift against later lift", "relative_lift_delta", "+3.1 % on days 1 to 5", "+2.9 % since", 0.9}};
    readout.alternatives = {{"events", "All days, as logged", {0.03, 0.001, 0.06, 0.04}}, {"records", "Counted from the orders in the ledger", {0.031, 0.002, 0.06, 0.03}}};
  }
  return model::to_json(readout);
}

inline base::Json flight_debrief(const std::string& kind, const std::string& call, const std::string& reason) {
  model::FlightDebrief debrief;
  debrief.kind = kind;
  debrief.lasting_lift = 0.035;
  debrief.weekly_usd = 26'000;
  debrief.truth = "Nothing was planted, and the change works.";
  debrief.signs = {{"srm", "Customers assigned, against the plan", "srm_test", kind == "srm" ? 4 : 0, 0.31, kind == "srm"}, {"guardrail/load", "Time to load a page", "welch_t_summary", 9, 0.01, false}};
  debrief.designed_day = kind == "clean" ? 0 : 5;
  debrief.remarks = {"The call is right.", "The reason is right too."};
  debrief.yours = {*model::find_flight_call(call), reason, 14, 1'000, 400, 600};
  debrief.rule = {model::FlightCall::ship, "gain", 14, 1'000, 400, 600};
  debrief.rule_words = "It looks at the alarms every day, at p < 0.001, and at the lift once, on day 14.";
  debrief.right_call = model::FlightCall::ship;
  debrief.right_reason = "gain";
  debrief.scale_usd = 30'000;
  return model::to_json(debrief);
}

}  // namespace loopready::samples
