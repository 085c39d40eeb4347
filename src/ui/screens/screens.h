// All screens, and the one function that draws the open one.
// Here: the list of screens and what each remembers of its looks.  Not here: widgets (ui/kit), state (app).
// A screen reads the app, draws with the kit and leaves commands; it changes nothing else.
#pragma once

#include "app/app.h"
#include "ui/screens/business.h"
#include "ui/screens/exercise.h"
#include "ui/screens/flight.h"
#include "ui/screens/guide.h"
#include "ui/screens/interviewers.h"
#include "ui/screens/lab.h"
#include "ui/screens/level.h"
#include "ui/screens/offer.h"
#include "ui/screens/plan.h"
#include "ui/screens/playground.h"
#include "ui/screens/practice.h"
#include "ui/screens/question.h"
#include "ui/screens/readiness.h"
#include "ui/screens/resume.h"
#include "ui/screens/shortcuts.h"

namespace loopready::screens {

struct Looks {
  app::Route last;      // to notice that another screen opened
  bool drawn = false;
  bool opened = false;  // another screen opened: it is seen from its top
  PracticeLook practice;
  ExerciseLook exercise;
  QuestionLook question;
  PlaygroundLook playground;
  std::map<std::string, LabLook> lab;  // by tool
  LabLook flight;
  OfferLook offer;
  BusinessLook business;
  LevelLook level;
  InterviewersLook interviewers;
  ReadinessLook readiness;
  GuideLook guide;
  PlanLook plan;
  ResumeLook resume;
  ShortcutsLook shortcuts;
};

// The frame (navigation, messages, update bar) with the open screen inside.
void draw(const app::App& app, Looks& looks, app::Commands& commands);

}  // namespace loopready::screens
