#include "app/flight.h"

#include <doctest/doctest.h>

#include "app/flight_tally.h"
#include "app/note.h"
#include "flight_files.h"
#include "flight_samples.h"
#include "sitting.h"

using namespace loopready;
using namespace loopready::app;
using base::Json;

namespace {

// The desk is open and the briefs are there.
void open_desk(Sitting& sitting) {
  sitting.start("#/flight");
  REQUIRE(sitting.the<LoadPack>() != nullptr);
  CHECK(sitting.the<LoadPack>()->category == "flights");
  sitting(Restored{});
  sitting(PackArrived{"flights", samples::flights_text()});
  CHECK(sitting.app.flight.briefs.size() == samples::flights().size());
}

void answer(Sitting& sitting, const Json& body) { sitting(EngineAnswered{{sitting.app.n_requests, true, body}}); }

Json asked(const Sitting& sitting) {
  const auto* sent = sitting.the<SendRequest>();
  return sent == nullptr || sent->request.kind != "flight" ? Json() : sent->request.body;
}

}  // namespace

TEST_CASE("flight desk: begun, run, decided, and put into the log once") {
  Sitting sitting;
  open_desk(sitting);
  CHECK_FALSE(flight_under_way(sitting.app).any());
  sitting(BeginFlight{});
  Json body = asked(sitting);
  REQUIRE(body.is_object());
  CHECK(body["day"] == 0);
  CHECK(body["seed"].get<std::int64_t>() > 0);
  CHECK(flight_under_way(sitting.app).brief == body["brief"]["slug"]);
  sitting(BeginFlight{});  // one at a time
  CHECK(asked(sitting).is_null());
  answer(sitting, {{"readout", samples::flight_readout(0)}});
  CHECK(flight_is_read(sitting.app));
  CHECK(sitting.said() == "A new flight.");

  sitting(DecideFlight{});
  CHECK(sitting.toast() == "Let the flight run for a day first.");
  sitting(ReadFlight{3});
  CHECK(asked(sitting)["day"] == 3);
  CHECK_FALSE(flight_is_read(sitting.app));
  answer(sitting, {{"readout", samples::flight_readout(3)}});
  CHECK(sitting.said() == "Day 3 of 14.");
  sitting(ReadFlight{2});  // never back
  CHECK(asked(sitting).is_null());
  sitting(DecideFlight{});
  CHECK(sitting.toast() == "Choose a call and a reason first.");
  sitting(ReadFlight{99});  // not beyond the end
  CHECK(asked(sitting)["day"] == 14);
  answer(sitting, {{"readout", samples::flight_readout(14)}});

  sitting(ChooseForFlight{"land", "gain"});  // no such call
  CHECK(flight_under_way(sitting.app).call.empty());
  sitting(ChooseForFlight{"ship", "gain"});
  sitting(PutNote{kFlightWhy, "The interval is above zero."});
  sitting(DecideFlight{});
  body = asked(sitting);
  CHECK(body["call"] == "ship");
  CHECK(body["reason"] == "gain");
  answer(sitting, {{"readout", samples::flight_readout(14)}, {"debrief", samples::flight_debrief("clean", "ship", "gain")}});
  CHECK(sitting.app.flight.debrief.has_value());
  REQUIRE(sitting.appended.size() == 1);
  CHECK(sitting.appended[0].kind == "flight");
  CHECK(sitting.appended[0].body["why"] == "The interval is above zero.");
  CHECK(sitting.appended[0].body["earned_usd"] == 1'000);
  sitting(ReadFlight{14});
  sitting(DecideFlight{});
  sitting(ChooseForFlight{"iterate", "srm"});
  CHECK(flight_under_way(sitting.app).call == "ship");
  CHECK(sitting.appended.size() == 1);

  // Another one has another story.
  const std::string before = flight_under_way(sitting.app).brief;
  sitting(BeginFlight{});
  CHECK(flight_under_way(sitting.app).brief != before);
  CHECK(note(sitting.app, kFlightWhy).empty());
  CHECK_FALSE(sitting.app.flight.debrief.has_value());
}

TEST_CASE("flight desk: what was under way is taken up again, decided or not") {
  for (const bool decided : {false, true}) {
    Sitting sitting;
    sitting.start("#/flight");
    sitting(PackArrived{"flights", samples::flights_text()});
    const Json kept = {{"brief", samples::flights()[2].slug}, {"seed", 7}, {"day", 5}, {"call", "iterate"}, {"reason", "srm"}, {"decided", decided}};
    Restored restored;
    restored.kept.push_back({kFlightNote, kNow - 1, base::to_text(kept)});
    sitting(restored);
    const Json body = asked(sitting);
    REQUIRE(body.is_object());
    CHECK(body["day"] == 5);
    CHECK(body.contains("call") == decided);
    Json response = {{"readout", samples::flight_readout(5)}};
    if (decided) response["debrief"] = samples::flight_debrief("srm", "iterate", "srm");
    answer(sitting, response);
    CHECK(flight_is_read(sitting.app));
    CHECK(sitting.appended.empty());  // it stands in the log already
  }
}

TEST_CASE("flight desk: what fails is said and can be tried again") {
  Sitting sitting;
  sitting.start("#/flight");
  sitting(PackFailed{"flights", "The server did not answer."});
  CHECK(sitting.app.flight.briefs_error.find("The server did not answer.") != std::string::npos);
  sitting(RetryLoading{});
  REQUIRE(sitting.the<LoadPack>() != nullptr);
  sitting(PackArrived{"flights", "{"});
  CHECK(sitting.app.flight.briefs_error.find("damaged") != std::string::npos);
  sitting(RetryLoading{});
  sitting(PackArrived{"flights", samples::flights_text()});
  sitting(BeginFlight{});
  sitting(EngineLost{sitting.app.n_requests, "died"});
  CHECK(sitting.app.flight.failure.find("started again") != std::string::npos);
  sitting(ReadFlight{0});
  CHECK(asked(sitting)["day"] == 0);
  sitting(EngineAnswered{{sitting.app.n_requests, true, base::Error{base::ErrorKind::bad_input, "body/seed", "No."}}});
  CHECK(sitting.app.flight.failure == "The flight could not be read. body/seed: No.");
  sitting(ReadFlight{0});
  answer(sitting, {{"readout", {{"plan", 3}}}});
  CHECK_FALSE(sitting.app.flight.failure.empty());
  CHECK_FALSE(sitting.app.flight.under_way);
}

TEST_CASE("flight tally: rates with intervals, money against the rule, each flight once") {
  learner::AttemptLog log;
  int n = 0;
  const auto add = [&](std::int64_t seed, const char* kind, const char* right_call, const char* right_reason, const char* call, const char* reason, double weekly, double earned, double rule) {
    log.add({"u" + std::to_string(++n), kNow + n, "flight", "flight/x", 0,
             {{"brief", "x"}, {"seed", seed}, {"call", call}, {"reason", reason}, {"kind", kind}, {"right_call", right_call}, {"right_reason", right_reason},
              {"weekly_usd", weekly}, {"earned_usd", earned}, {"rule_usd", rule}}});
  };
  add(1, "clean", "ship", "gain", "ship", "gain", 10, 100, 100);
  add(2, "clean", "roll_back", "no_gain", "ship", "early", -5, -60, 0);
  add(3, "clean", "ship", "gain", "iterate", "srm", 10, 20, 100);
  add(4, "srm", "iterate", "srm", "iterate", "srm", -5, 40, 40);
  add(5, "novelty", "roll_back", "novelty", "ship", "gain", -5, -50, 0);
  add(1, "clean", "ship", "gain", "roll_back", "srm", 10, 0, 100);  // decided before
  log.add({"u99", kNow, "flight", "flight/x", 0, Json::object()});
  log.add({"u98", kNow, "attempt", "top-n", 0, Json::object()});
  const FlightTally tally = flight_tally(log);
  CHECK(tally.n_flights == 5);
  CHECK(tally.right_calls.n == 2);
  CHECK(tally.false_wins.n == 2);
  CHECK(tally.false_wins.n_of == 3);
  CHECK(tally.missed_wins.n == 1);
  CHECK(tally.missed_wins.n_of == 2);
  CHECK(tally.false_suspicions.n == 1);
  CHECK(tally.false_suspicions.n_of == 3);
  CHECK(tally.missed_defects.n == 1);
  CHECK(tally.missed_defects.n_of == 2);
  // Wilson's formula by hand in Python, z = 1.959964
  CHECK(tally.false_wins.interval.low == doctest::Approx(0.2076596).epsilon(1e-5));
  CHECK(tally.false_wins.interval.high == doctest::Approx(0.9385081).epsilon(1e-5));
  CHECK(tally.earned_usd == 50);
  CHECK(tally.rule_usd == 240);
  CHECK(tally.behind.mean == doctest::Approx(-38));
  // Mean and sd of 0, -60, -80, 0, -50 by Python's statistics, with t = 2.7764451 at 4 degrees of freedom
  CHECK(tally.behind.interval.low == doctest::Approx(-83.11189).epsilon(1e-5));
  CHECK(tally.behind.interval.high == doctest::Approx(7.11189).epsilon(1e-5));
  CHECK(flight_tally(learner::AttemptLog()).n_flights == 0);
}
