#include "engine/flight.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::FieldReader;
using base::Json;
using base::Result;

namespace {

// The libraries' own logarithms differ in the last digit between machines; nobody reads more than six.
void round_all(Json& json) {
  if (json.is_number_float()) {
    char text[40];
    std::snprintf(text, sizeof text, "%.6g", json.get<double>());
    json = std::strtod(text, nullptr);
  } else if (json.is_structured()) {
    for (Json& one : json) round_all(one);
  }
}

}  // namespace

model::FlightReadout readout_of(const model::FlightBrief& brief, const FlightTruth& truth, std::int64_t day) {
  model::FlightReadout readout;
  readout.plan = truth.plan;
  if (day < 1) return readout;
  FlightDays days(brief, truth);
  while (days.sums().day < day) {
    days.next();
    readout.days.push_back(day_of(truth, days.sums()));
  }
  readout.guardrails = guardrails_of(brief, days.sums(), truth.plan.alpha);
  readout.segments = segments_of(brief, days.sums(), truth.plan.alpha);
  readout.checks = checks_of(brief, truth, days.sums());
  readout.alternatives = alternatives_of(brief, days.sums(), truth.plan.alpha);
  return readout;
}

Result<Json> answer_flight(const Json& body) {
  constexpr std::int64_t kMostSeed = 9'007'199'254'740'991;
  FieldReader fields(body, "body");
  LR_TRY(auto brief, model::flight_brief_from_json(fields.object("brief"), fields.path("brief")));
  const std::int64_t seed = fields.integer("seed"), day = fields.integer("day");
  const std::string call = fields.text_or("call", ""), reason = fields.text_or("reason", "");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  if (seed < 0 || seed > kMostSeed) return Error{ErrorKind::bad_input, fields.path("seed"), "A seed is a whole number, 0 or more."};
  const FlightTruth truth = draw_truth(brief, static_cast<std::uint64_t>(seed));
  if (day < 0 || day > truth.plan.n_days)
    return Error{ErrorKind::bad_input, fields.path("day"), "This flight has the days 0 to " + std::to_string(truth.plan.n_days) + "."};
  Json answer = {{"readout", model::to_json(readout_of(brief, truth, day))}};
  if (!call.empty()) {
    const auto known = model::find_flight_call(call);
    if (!known) return Error{ErrorKind::bad_input, fields.path("call"), "A call is \"ship\", \"iterate\" or \"roll_back\"."};
    if (model::find_flight_reason(reason) == nullptr) return Error{ErrorKind::bad_input, fields.path("reason"), "There is no reason called \"" + reason + "\"."};
    answer["debrief"] = model::to_json(debrief_of(brief, truth, {*known, reason, day}));
  }
  round_all(answer);
  return answer;
}

}  // namespace loopready::engine
