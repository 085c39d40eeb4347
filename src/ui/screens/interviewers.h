// Questions for interviewers: a bank by role with why each is good, one's own, and the list to take along.
// Here: the screen.  Not here: the list and its text (app/interviewer.h).
#pragma once

#include "app/app.h"

namespace loopready::screens {

struct InterviewersLook {
  int tab = 0;
  int role = 0;
};

void draw_interviewers(const app::App& app, InterviewersLook& look, app::Commands& commands);

}  // namespace loopready::screens
