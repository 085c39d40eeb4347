#include "app/simulation.h"

#include <doctest/doctest.h>

#include "sitting.h"

using namespace loopready;
using namespace loopready::app;
using base::Json;

TEST_CASE("simulation: asked, followed, answered") {
  Sitting sitting;
  sitting.start();
  const Json parameters = {{"seed", 1}, {"n_runs", 100}};
  sitting(StartSimulation{"peeking", parameters});
  const auto* sent = sitting.the<SendRequest>();
  REQUIRE(sent != nullptr);
  CHECK(sent->request.kind == "simulate");
  CHECK(sent->request.body == Json{{"scenario", "peeking"}, {"seed", 1}, {"n_runs", 100}});
  const std::int64_t id = sitting.app.n_requests;

  sitting(StartSimulation{"peeking", parameters});  // the same again
  CHECK(sitting.effects.empty());
  sitting(EngineAnswered{{id, false, Json{{"n_done", 25}, {"n_runs", 100}}}});
  CHECK(sitting.app.simulation.under_way);
  CHECK(sitting.app.simulation.share_done == 0.25);
  sitting(EngineAnswered{{id, true, Json{{"n_done", 100}, {"n_runs", 100}}}});
  CHECK(sitting.app.simulation.done);
  CHECK_FALSE(sitting.app.simulation.under_way);
  CHECK(sitting.said() == "Simulated.");
  CHECK(simulation_of(sitting.app, "peeking", parameters) == &sitting.app.simulation);
  CHECK(simulation_of(sitting.app, "peeking", Json{{"seed", 2}}) == nullptr);
}

TEST_CASE("simulation: cancelled, replaced, refused, lost") {
  Sitting sitting;
  sitting.start();
  sitting(StartSimulation{"peeking", Json{{"seed", 1}}});
  const std::int64_t first = sitting.app.n_requests;
  sitting(StartSimulation{"coverage", Json{{"seed", 1}}});
  REQUIRE(sitting.the<CancelRequest>() != nullptr);
  CHECK(sitting.the<CancelRequest>()->id == first);
  sitting(EngineAnswered{{first, true, Json::object()}});  // too late
  CHECK_FALSE(sitting.app.simulation.done);
  sitting(CancelSimulation{});
  CHECK(sitting.the<CancelRequest>() != nullptr);
  CHECK_FALSE(sitting.app.simulation.under_way);

  sitting(StartSimulation{"coverage", Json{{"seed", 1}}});
  sitting(EngineAnswered{{sitting.app.n_requests, true, base::Error{base::ErrorKind::bad_input, "body/n", "Too few."}}});
  CHECK(sitting.app.simulation.failure == "The simulation could not be run. body/n: Too few.");
  sitting(StartSimulation{"coverage", Json{{"seed", 1}}});
  CHECK(sitting.app.simulation.failure.empty());
  sitting(EngineLost{sitting.app.n_requests, "time"});
  CHECK(sitting.app.simulation.failure.find("longer than a minute") != std::string::npos);
}
