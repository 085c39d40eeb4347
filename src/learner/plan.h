// A plan of preparation: which task on which day, from the day it was made to the interview. Pure.
// Here: PlanState, make_plan, replan, work_of.  Not here: the tasks (model/preparation.h), where the state is kept (app/plan.h),
// files for calendars (calendar_file.h).
// Terms: a day is a day number (base/date.h); a task longer than a day's minutes is cut into sittings, each with an id of its own:
// "story-1", or "story-1/2" for the second of several, "week/<slug>" for what the last week's days list, "day-of/<slug>" for the
// checklist. What is past and undone is carried over to the next day with room, never beyond a day's minutes.
// Source: the order of the last week is the guide's (content/guide/plan.json); how tasks are chosen and spread is our choice.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/preparation.h"

namespace loopready::learner {

inline constexpr int kLeastMinutes = 15, kMostMinutes = 240;

struct PlanState {
  std::int64_t begun = 0;  // the day it was made
  std::int64_t interview = 0;
  int minutes_a_day = 45;
  std::string level;  // "L5", or nothing
  std::map<std::string, std::int64_t> done;   // by id: the day it was ticked off
  std::map<std::string, std::int64_t> moved;  // by id: where the learner put it
  std::map<std::string, std::int64_t> spent;  // by task: minutes done under earlier plans
};

struct PlanEntry {
  std::string id;
  std::string title;
  std::string kind;  // a task's kind, or "week"
  std::string to;    // a link, or nothing
  std::int64_t minutes = 0;
  std::int64_t day = 0;
  int part = 1, n_parts = 1;
  bool done = false;
  bool moved = false;
  std::optional<std::int64_t> carried_from;
};

struct PlannedDay {
  std::int64_t day = 0;
  std::string title;  // of the last week's days: "Day 6 before: the final mock"
  std::vector<PlanEntry> entries;
  std::int64_t minutes = 0;
  bool over = false;  // more than the minutes a day
};

enum class WhyOut {
  no_room,        // the days until the last week are full
  day_past,       // its day in the last week was over when the plan was made
  no_room_again,  // was planned, is undone, and no later day has room
};

struct LeftOut {
  std::string id;
  std::string title;
  std::int64_t minutes = 0;
  std::int64_t day = 0;  // no_room_again: where it stood
  WhyOut why = WhyOut::no_room;
};

struct Plan {
  std::vector<PlannedDay> days;  // in order; days without anything are left out, but for the interview's
  std::vector<LeftOut> left_out;
  std::int64_t n_done = 0, n_sittings = 0;  // of those that take time
  std::int64_t minutes_done = 0, minutes_planned = 0;
  std::int64_t n_carried = 0;
};

Plan make_plan(const model::PlanTasks& tasks, const PlanState& state, std::int64_t today);

// Another date, other minutes or another level, from today on. What was done stays done: minutes of tasks are remembered, ticks of
// the last week too unless the interview moved by more than a week.
PlanState replan(const model::PlanTasks& tasks, const PlanState& old, std::int64_t today, std::int64_t interview, int minutes_a_day,
                 const std::string& level);

// The kinds of task that come first at a level; empty for none.
std::vector<std::string> work_of(const std::string& level);

}  // namespace loopready::learner
