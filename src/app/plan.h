// The plan's notes: what it was made with, what is ticked off and moved; and what of it goes into a calendar.
// Here: reading them and what changes them.  Not here: making a plan (learner/plan.h), the calendar's file (learner/calendar_file.h).
// Terms: notes are "note/plan" (JSON) and "note/plan/minutes" (a number); the date and the level are shared (note.h); days are UTC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/app.h"
#include "learner/calendar_file.h"
#include "learner/plan.h"

namespace loopready::app {

inline constexpr const char* kPlan = "note/plan";
inline constexpr const char* kPlanMinutes = "note/plan/minutes";

std::int64_t today_of(const App& app);
std::string day_words(std::int64_t day);       // "Mon 30 Nov"
std::string long_day_words(std::int64_t day);  // "Mon 30 Nov 2026"
std::string minutes_words(std::int64_t minutes);  // "45 min", "1 h 30 min"

std::optional<std::int64_t> interview_day(const App& app);  // nothing while it is empty or no date
int plan_minutes(const App& app);
std::optional<learner::PlanState> plan_state(const App& app);  // nothing while there is none, or it can't be read

// Afresh or again, from today on, with the date, minutes and level of the notes; the date must be there.
PutNote make_plan_again(const App& app, std::int64_t interview);
PutNote tick_planned(const App& app, const std::string& id, bool on);
PutNote move_planned(const App& app, const std::string& id, std::optional<std::int64_t> day);  // nothing: back to where it was

// What is undone from today on, and the interview. With a start, a day's sittings follow each other from then on; what takes no
// time lasts all day.
std::vector<learner::CalendarEvent> plan_events(const learner::Plan& plan, std::int64_t interview, std::int64_t today, std::optional<int> start_min);

}  // namespace loopready::app
