#include "app/flight.h"

#include <algorithm>

#include "app/fingerprint.h"
#include "app/note.h"
#include "app/storing.h"
#include "app/toast.h"
#include "base/late.h"

namespace loopready::app {

using base::Json;

namespace {

bool is_asked(const FlightDesk& desk, const Json& id) { return desk.under_way && id == desk.request_id; }

void keep(App& app, const FlightUnderWay& flight) {
  put_note(app, kFlightNote,
           base::to_text(Json{{"brief", flight.brief}, {"seed", flight.seed}, {"day", flight.day}, {"call", flight.call}, {"reason", flight.reason}, {"decided", flight.decided}}));
}

void ask(App& app, const FlightUnderWay& flight, bool with_call) {
  const model::FlightBrief* brief = find_flight_brief(app, flight.brief);
  FlightDesk& desk = app.flight;
  if (brief == nullptr || desk.under_way) return;
  Json body = {{"brief", model::to_json(*brief)}, {"seed", flight.seed}, {"day", flight.day}};
  if (with_call) {
    body["call"] = flight.call;
    body["reason"] = flight.reason;
  }
  desk.under_way = true;
  desk.deciding = with_call;
  desk.failure.clear();
  desk.asked_seed = flight.seed;
  desk.request_id = ++app.n_requests;
  app.effects.push_back(SendRequest{{desk.request_id, "flight", std::move(body)}, kFlightTimeoutMs});
}

void log_decision(App& app, const FlightUnderWay& flight, const model::FlightReadout& readout, const model::FlightDebrief& debrief) {
  add_record(app, "flight", "flight/" + flight.brief,
             {{"brief", flight.brief}, {"seed", flight.seed}, {"day", flight.day}, {"n_days", readout.plan.n_days}, {"call", flight.call}, {"reason", flight.reason},
              {"why", note(app, kFlightWhy)}, {"kind", debrief.kind}, {"right_call", model::flight_call_name(debrief.right_call)}, {"right_reason", debrief.right_reason},
              {"weekly_usd", debrief.weekly_usd}, {"earned_usd", debrief.yours.earned_usd}, {"rule_usd", debrief.rule.earned_usd}, {"scale_usd", debrief.scale_usd}});
}

bool flight_names(const FlightUnderWay& flight, const FlightDesk& desk) { return flight.seed == desk.read_seed && flight.day == desk.read_day; }

void fail(App& app, std::string sentence) {
  app.flight.under_way = false;
  app.flight.failure = std::move(sentence);
  announce(app, app.flight.failure, true);
}

}  // namespace

FlightUnderWay flight_under_way(const App& app) {
  FlightUnderWay flight;
  const Json json = note_json(app, kFlightNote);
  if (!json.is_object()) return flight;
  base::FieldReader fields(json, kFlightNote);
  FlightUnderWay read;
  read.brief = fields.text("brief");
  read.seed = fields.integer("seed");
  read.day = fields.integer("day");
  read.call = fields.text_or("call", "");
  read.reason = fields.text_or("reason", "");
  read.decided = fields.boolean_or("decided", false);
  if (!fields.ok() || read.seed < 0 || read.day < 0) return flight;
  if (read.decided && (!model::find_flight_call(read.call) || model::find_flight_reason(read.reason) == nullptr)) return flight;
  return read;
}

const model::FlightBrief* find_flight_brief(const App& app, const std::string& slug) {
  for (const model::FlightBrief& brief : app.flight.briefs)
    if (brief.slug == slug) return &brief;
  return nullptr;
}

bool flight_is_read(const App& app) {
  const FlightUnderWay flight = flight_under_way(app);
  const FlightDesk& desk = app.flight;
  return flight.any() && desk.readout && desk.read_seed == flight.seed && desk.read_day == flight.day && flight.decided == desk.debrief.has_value();
}

void open_flight(App& app) {
  FlightDesk& desk = app.flight;
  if (app.route.place != Place::flight) return;
  if (desk.briefs_state == Loading::not_asked || desk.briefs_state == Loading::failed) {
    desk.briefs_state = Loading::under_way;
    desk.briefs_error.clear();
    app.effects.push_back(LoadPack{kFlightsPack});
  }
  const FlightUnderWay flight = flight_under_way(app);
  if (flight.any() && !flight_is_read(app)) ask(app, flight, flight.decided);
}

void take_flights(App& app, const std::string& text) {
  auto json = base::parse_json(text, "flights");
  auto briefs = json ? base::late<model::flight_briefs_from_json>(json.value(), "flights") : base::Result<std::vector<model::FlightBrief>>(json.error());
  if (!briefs) {
    miss_flights(app, "They arrived damaged: " + base::describe(briefs.error()));
    return;
  }
  app.flight.briefs_state = Loading::done;
  app.flight.briefs_error.clear();
  app.flight.briefs = std::move(briefs).value();
  open_flight(app);
}

void miss_flights(App& app, const std::string& why) {
  if (app.flight.briefs_state == Loading::done) return;
  app.flight.briefs_state = Loading::failed;
  app.flight.briefs_error = "The flights could not be loaded. " + why + " Check your connection and try again. Nothing you did is lost.";
  announce(app, app.flight.briefs_error);
}

void begin_flight(App& app) {
  FlightDesk& desk = app.flight;
  if (desk.briefs.empty() || desk.under_way) return;
  const std::string chance = app.seed + "/flight/" + std::to_string(app.now_ms) + "/" + std::to_string(++app.n_seeds);
  const std::uint64_t drawn = fnv1a(chance);
  // Another story than the last one.
  const std::string last = flight_under_way(app).brief;
  auto at = static_cast<std::size_t>((drawn >> 32) % desk.briefs.size());
  if (desk.briefs[at].slug == last) at = (at + 1) % desk.briefs.size();
  FlightUnderWay flight;
  flight.brief = desk.briefs[at].slug;
  flight.seed = static_cast<std::int64_t>(drawn % 2'000'000'000u) + 1;
  put_note(app, kFlightWhy, "");
  keep(app, flight);
  desk.readout.reset();
  desk.debrief.reset();
  ask(app, flight, false);
}

void read_flight(App& app, std::int64_t day) {
  FlightUnderWay flight = flight_under_way(app);
  const FlightDesk& desk = app.flight;
  if (!flight.any() || desk.under_way) return;
  if (flight_is_read(app)) {
    if (flight.decided) return;
    const std::int64_t to = std::min(day, desk.readout->plan.n_days);
    if (to <= flight.day) return;
    flight.day = to;
    keep(app, flight);
  }
  ask(app, flight, flight.decided);
}

void choose_for_flight(App& app, const std::string& call, const std::string& reason) {
  FlightUnderWay flight = flight_under_way(app);
  if (!flight.any() || flight.decided || (app.flight.under_way && app.flight.deciding)) return;
  if ((!call.empty() && !model::find_flight_call(call)) || (!reason.empty() && model::find_flight_reason(reason) == nullptr)) return;
  flight.call = call;
  flight.reason = reason;
  keep(app, flight);
}

void decide_flight(App& app) {
  const FlightUnderWay flight = flight_under_way(app);
  if (!flight_is_read(app) || flight.decided || app.flight.under_way) return;
  if (flight.day < 1 || flight.call.empty() || flight.reason.empty()) {
    show_toast(app, flight.day < 1 ? "Let the flight run for a day first." : "Choose a call and a reason first.");
    return;
  }
  ask(app, flight, true);
}

bool take_flight_answer(App& app, const model::Response& response) {
  FlightDesk& desk = app.flight;
  if (!is_asked(desk, response.id)) return false;
  const auto* body = std::get_if<Json>(&response.body);
  if (body == nullptr) {
    fail(app, "The flight could not be read. " + base::describe(std::get<base::Error>(response.body)));
    return true;
  }
  base::FieldReader fields(*body, "flight");
  auto readout = base::late<model::flight_readout_from_json>(fields.object("readout"), fields.path("readout"));
  std::optional<model::FlightDebrief> debrief;
  std::string damaged = readout ? "" : base::describe(readout.error());
  if (readout && desk.deciding) {
    auto read = base::late<model::flight_debrief_from_json>(fields.object("debrief"), fields.path("debrief"));
    if (read) debrief = std::move(read).value();
    else damaged = base::describe(read.error());
  }
  if (!damaged.empty()) {
    fail(app, "The flight could not be read. " + damaged);
    return true;
  }
  desk.under_way = false;
  FlightUnderWay flight = flight_under_way(app);
  desk.readout = std::move(readout).value();
  desk.debrief = std::move(debrief);
  desk.read_seed = desk.asked_seed;
  desk.read_day = static_cast<std::int64_t>(desk.readout->days.size());
  if (desk.debrief && !flight.decided && flight_names(flight, desk)) {
    flight.decided = true;
    keep(app, flight);
    log_decision(app, flight, *desk.readout, *desk.debrief);
  }
  announce(app, desk.debrief ? "Decided. " + desk.debrief->truth : flight.day == 0 ? "A new flight." : "Day " + std::to_string(flight.day) + " of " + std::to_string(desk.readout->plan.n_days) + ".");
  return true;
}

bool lose_flight_engine(App& app, const EngineLost& lost) {
  if (!is_asked(app.flight, lost.id)) return false;
  fail(app, lost.why == "time" ? "Stopped: reading the flight took longer than 10 seconds." : "The engine stopped unexpectedly and has been started again.");
  return true;
}

}  // namespace loopready::app
