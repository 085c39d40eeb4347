// The plan: what to do on which day until the interview, ticked off and moved, for the calendar and on paper.
// Here: the screen, and the card that Today shows.  Not here: making a plan (learner/plan.h), its notes (app/plan.h).
#pragma once

#include <string>

#include "app/app.h"
#include "learner/plan.h"

namespace loopready::screens {

struct PlanLook {
  std::string made_for;    // the inputs of `plan`
  learner::Plan plan;
  int minutes_for_all = 0; // with so many a day all fits; 0: not even with the most
  std::string moving;      // id of what is being moved
  double move_to = 0;      // days from today
  bool done_shown = false;
  int timed = 0;           // the calendar file: all day, or from
  double start_hour = 19;
};

void draw_plan(const app::App& app, PlanLook& look, app::Commands& commands);
void draw_plan_today(const app::App& app, PlanLook& look, app::Commands& commands);  // nothing while there is no plan

}  // namespace loopready::screens
