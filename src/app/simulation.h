// Experiments simulated by the engine, one scenario at a time, for any tool that asks.
// Here: asking, progress, cancelling, the latest answer.  Not here: what a scenario computes (the engine), its pictures (ui).
// Terms: the answer is the engine's JSON as it came, of which a tool reads what it knows; while runs are being made it holds what is
// known so far.
// Errors: a sentence in Simulation::failure.
#pragma once

#include "app/app.h"

namespace loopready::app {

constexpr int kSimulationTimeoutMs = 60'000;

// Another one under way is given up first; the same one is left alone.
void start_simulation(App& app, const StartSimulation& asked);
void cancel_simulation(App& app);
// True when the response was the simulation's.
bool take_simulation_answer(App& app, const model::Response& response);
bool lose_simulation_engine(App& app, const EngineLost& lost);

// The state when it is that of this scenario with these parameters, else null.
const Simulation* simulation_of(const App& app, const std::string& scenario, const base::Json& parameters);

}  // namespace loopready::app
