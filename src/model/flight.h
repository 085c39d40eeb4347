// An experiment to practise deciding on: its brief, its plan, its readout of some day, and what is said after the decision.
// Here: the nouns that travel and their JSON, the reasons to choose from.  Not here: what a seed makes of a brief (engine/flight*).
// Terms: a flight is one synthetic A/B test; an arm is control or treatment; lift is relative, (treatment - control) / control; shares
//   are 0 to 1; a day is counted from 1; the horizon is the weeks over which money counts, from the first day of the test.
// Errors: bad_input with a path.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace loopready::model {

struct FlightRange {
  double low = 0, high = 0;
};

struct FlightGuardrail {
  std::string slug;
  std::string name;    // "Page load time"
  std::string unit;    // "ms", "%" for a share, "$"
  bool share = false;  // of customers a day, else a mean
  double base = 0;
  double spread = 0;   // of a mean: standard deviation over mean
  bool worse_up = true;
  std::string broken;  // what broke it, when it is this one
};

struct FlightStories {  // what lay underneath, by kind
  std::string srm, novelty, interference, mix, lost, ghost;
};

struct FlightBrief {
  std::string slug;
  std::string title;       // "One-tap basket"
  std::string company;     // with what it does
  std::string change;      // what treatment sees
  std::string hypothesis;
  std::string metric;      // "Share of shoppers who order on a day"
  std::string short_metric;// "order rate"
  std::string units;       // "shoppers"
  std::string event;       // "order_placed"
  std::string records;     // "orders in the ledger"
  FlightRange base_share, mde_share, weekly_value_usd;
  std::vector<std::string> devices, countries;  // two; three
  std::vector<FlightGuardrail> guardrails;
  FlightStories stories;
};

struct FlightReason {
  const char* slug;
  const char* text;
};
const std::vector<FlightReason>& flight_reasons();  // in the order in which they are shown; some are never right
const FlightReason* find_flight_reason(std::string_view slug);
bool is_suspicion(std::string_view reason);         // names a defect of the test

enum class FlightCall { ship, iterate, roll_back };
const char* flight_call_name(FlightCall call);  // "roll_back"
std::optional<FlightCall> find_flight_call(std::string_view name);

struct FlightPlan {
  std::int64_t n_days = 0;
  double treatment_share = 0.5;
  std::int64_t n_control = 0, n_treatment = 0;  // customer-days by the planned end
  double alpha = 0.05, power = 0.8, base_share = 0, mde_share = 0;
  double value_usd = 0;      // of one percent of lift, a week, for all customers
  double upkeep_usd = 0;     // a week, once shipped
  double guardrail_usd = 0;  // a week, when a guardrail is broken for all customers
  double day_usd = 0;        // a day of the test
  double iterate_usd = 0;    // repairing and testing once more
  std::int64_t fix_days = 0; // before the second test, which runs as long as the first
  std::int64_t horizon_weeks = 0;
  double break_even_lift() const { return value_usd > 0 ? upkeep_usd / value_usd / 100 : 0; }
};

struct FlightEstimate {
  double lift = 0, ci_low = 0, ci_high = 0, p_value = 1;
};

// Sums of the days so far.
struct FlightCounts {
  std::int64_t n_control = 0, n_treatment = 0;  // customer-days
  std::int64_t events_control = 0, events_treatment = 0;
};

struct FlightDay {
  std::int64_t day = 0;
  std::int64_t assigned_control = 0, assigned_treatment = 0;  // customers, so far
  FlightCounts so_far;
  FlightEstimate lift;    // so far
  FlightEstimate alone;   // of this day by itself
  double srm_p_value = 1; // so far
};

struct FlightGuardrailRead {
  std::string slug, name, unit;
  bool share = false, worse_up = true;
  double control = 0, treatment = 0;
  FlightEstimate change;  // relative
};

struct FlightSegment {
  std::string dimension, name;  // "Device", "Phone"
  FlightCounts counts;
  FlightEstimate lift;
};

// A comparison that should find nothing in a sound test.
struct FlightCheck {
  std::string slug;   // as the reason it speaks for; "mix/device"
  std::string name;   // "Customers by arm"
  std::string routine;
  std::string control, treatment;  // what is compared, in words
  double p_value = 1;
};

struct FlightAlternative {  // the same lift, read another way
  std::string slug;  // "events", "records", "by_device", "later"
  std::string name;
  FlightEstimate estimate;
};

struct FlightReadout {
  FlightPlan plan;
  std::vector<FlightDay> days;  // up to the one asked for
  std::vector<FlightGuardrailRead> guardrails;
  std::vector<FlightSegment> segments;
  std::vector<FlightCheck> checks;
  std::vector<FlightAlternative> alternatives;
};

struct FlightSign {
  std::string slug, name, routine;
  std::int64_t first_day = 0;  // when it first passed its limit; 0: never up to the planned end
  double p_value = 1;          // on the day of the decision
  bool speaks = false;         // it is the one that gives this flight away
};

struct FlightOutcome {
  FlightCall call = FlightCall::roll_back;
  std::string reason;
  std::int64_t day = 0;
  double earned_usd = 0, test_usd = 0, after_usd = 0;  // earned = during the test + after it
};

struct FlightDebrief {
  std::string kind;        // "clean", "srm", "novelty", "interference", "guardrail", "mix", "logging"
  double lasting_lift = 0; // of shipping to all, in the long run
  double weekly_usd = 0;   // what shipping it as it was earns a week, in the long run
  std::string truth;       // sentences
  std::vector<FlightSign> signs;
  std::int64_t designed_day = 0;  // by which the sign was to be expected; 0: none planted
  std::vector<std::string> remarks;
  FlightOutcome yours, rule;
  std::string rule_words;
  FlightCall right_call = FlightCall::roll_back;
  std::string right_reason;
  double scale_usd = 0;  // a week of the smallest lift the plan was made for: what money is measured by across flights
};

base::Result<FlightBrief> flight_brief_from_json(const base::Json& json, const std::string& where);
base::Result<std::vector<FlightBrief>> flight_briefs_from_json(const base::Json& json, const std::string& where);  // {"flights": [...]}
base::Json to_json(const FlightBrief& brief);
base::Json to_json(const FlightReadout& readout);
base::Result<FlightReadout> flight_readout_from_json(const base::Json& json, const std::string& where);
base::Json to_json(const FlightDebrief& debrief);
base::Result<FlightDebrief> flight_debrief_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
