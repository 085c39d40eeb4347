#include "app/simulation.h"

#include "app/storing.h"
#include "app/toast.h"

namespace loopready::app {

using base::Json;

namespace {

bool is_asked(const Simulation& simulation, const Json& id) { return simulation.under_way && id == simulation.request_id; }

}  // namespace

void start_simulation(App& app, const StartSimulation& asked) {
  Simulation& simulation = app.simulation;
  if (simulation.under_way) {
    if (simulation.scenario == asked.scenario && simulation.parameters == asked.parameters) return;
    app.effects.push_back(CancelRequest{simulation.request_id});
  }
  simulation = Simulation();
  simulation.scenario = asked.scenario;
  simulation.parameters = asked.parameters;
  simulation.under_way = true;
  simulation.request_id = ++app.n_requests;
  simulation.since_ms = app.now_ms;
  Json body = {{"scenario", asked.scenario}};
  body.update(asked.parameters);
  app.effects.push_back(SendRequest{{simulation.request_id, "simulate", std::move(body)}, kSimulationTimeoutMs});
}

void cancel_simulation(App& app) {
  if (!app.simulation.under_way) return;
  app.simulation.under_way = false;
  app.effects.push_back(CancelRequest{app.simulation.request_id});
  announce(app, "Cancelled.");
}

bool take_simulation_answer(App& app, const model::Response& response) {
  Simulation& simulation = app.simulation;
  if (!is_asked(simulation, response.id)) return false;
  if (response.last) simulation.under_way = false;
  const auto* body = std::get_if<Json>(&response.body);
  if (body == nullptr) {
    simulation.failure = "The simulation could not be run. " + base::describe(std::get<base::Error>(response.body));
    announce(app, simulation.failure, true);
    return true;
  }
  simulation.answer = *body;
  simulation.done = response.last;
  const auto count = [&](const char* key) {
    const auto found = body->is_object() ? body->find(key) : body->end();
    return found != body->end() && found->is_number() ? found->get<double>() : 0.0;
  };
  const double n_runs = count("n_runs");
  simulation.share_done = response.last ? 1 : n_runs > 0 ? count("n_done") / n_runs : 0;
  if (response.last) announce(app, "Simulated.");
  return true;
}

bool lose_simulation_engine(App& app, const EngineLost& lost) {
  if (!is_asked(app.simulation, lost.id)) return false;
  app.simulation.under_way = false;
  app.simulation.failure = lost.why == "time"
                               ? "Stopped: the simulation ran longer than a minute. Ask for fewer or smaller experiments."
                               : "The engine stopped unexpectedly and has been started again.";
  announce(app, app.simulation.failure, true);
  return true;
}

const Simulation* simulation_of(const App& app, const std::string& scenario, const Json& parameters) {
  return app.simulation.scenario == scenario && app.simulation.parameters == parameters ? &app.simulation : nullptr;
}

}  // namespace loopready::app
