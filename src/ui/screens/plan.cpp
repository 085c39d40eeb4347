#include "ui/screens/plan.h"

#include <algorithm>
#include <cmath>

#include "app/note.h"
#include "app/plan.h"
#include "base/date.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/feedback.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/list.h"
#include "ui/kit/slider.h"
#include "ui/kit/text.h"
#include "ui/screens/guide_loading.h"
#include "ui/screens/plan_parts.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

using learner::PlanEntry;
using learner::PlannedDay;
using learner::PlanState;

constexpr std::int64_t kLastWeek = 6;

void draw_date(const app::App& app) {
  const kit::Column column(4);
  kit::text("Interview date", kit::Tone::quiet, kit::kSmall);
  const auto text = app.texts.find(app::kInterviewDate);
  const bool there = text != app.texts.end();
  const std::string example = base::format_date(base::civil_date(app::today_of(app) + 21));
  kit::line_field("Interview date", {app::kInterviewDate, there ? text->second.text : "", there ? text->second.revision : 0}, "such as " + example, false, 180);
  if (there && !base::trim(text->second.text).empty() && !app::interview_day(app))
    kit::text("Write it as year-month-day, for instance " + example + ".", kit::Tone::careful, kit::kSmall);
}

std::string kind_words(const std::string& kind) {
  return kind == "sql" ? "SQL" : kind == "mock" ? "mock interviews" : kind == "drill" ? "drills of cases and metrics" : kind;
}

void draw_level(const app::App& app, app::Commands& commands) {
  const std::string level = app::note(app, app::kTargetLevel);
  std::string words;
  const std::vector<std::string> first = learner::work_of(level);
  for (std::size_t i = 0; i < first.size(); ++i) words += (i == 0 ? "" : i + 1 == first.size() ? " and " : ", ") + kind_words(first[i]);
  kit::text(first.empty() ? "No level is picked yet: every kind of work has its turn." : "Level " + level + ": where time is short, " + words + " come first.", kit::Tone::quiet, kit::kSmall);
  const app::Go go = go_to(app::Place::level);
  if (kit::link(first.empty() ? "Find your level" : "Change the level", app::format_route(go.route), kit::icon::kTarget)) commands.push_back(go);
}

// What the plan was made with and is no longer so: "the date, the minutes".
std::string changes(const app::App& app, const PlanState& state) {
  std::vector<std::string> all;
  if (const auto day = app::interview_day(app); day && *day != state.interview) all.push_back("the date");
  if (app::plan_minutes(app) != state.minutes_a_day) all.push_back("the minutes");
  if (app::note(app, app::kTargetLevel) != state.level) all.push_back("the level");
  return base::join(all, ", ");
}

void draw_inputs(const app::App& app, const std::optional<PlanState>& state, app::Commands& commands) {
  const kit::Card card;
  draw_date(app);
  {
    const kit::Column column(4);
    double minutes = app::plan_minutes(app);
    const std::string shown = app::minutes_words(static_cast<std::int64_t>(minutes));
    if (kit::slider("Minutes a day", minutes, {.from = learner::kLeastMinutes, .to = learner::kMostMinutes, .step = 15, .shown = shown}))
      commands.push_back(app::PutNote{app::kPlanMinutes, std::to_string(std::lround(minutes))});
  }
  draw_level(app, commands);
  const auto day = app::interview_day(app);
  const std::int64_t today = app::today_of(app);
  const bool past = day && *day < today;
  if (past) kit::icon_text(kit::icon::kInfo, "That day is past. Plans are made for a day to come.", kit::Tone::careful);
  const std::string changed = state ? changes(app, *state) : "";
  if (!changed.empty()) kit::icon_text(kit::icon::kInfo, "You changed " + changed + ". The plan below is as it was until you plan again.", kit::Tone::careful);
  const kit::ButtonKind kind = state && changed.empty() ? kit::ButtonKind::secondary : kit::ButtonKind::primary;
  if (kit::button(state ? "Plan again from today" : "Make the plan", {.kind = kind, .icon = kit::icon::kListChecks, .key = "plan", .disabled = !day || past}) && day)
    commands.push_back(app::make_plan_again(app, *day));
}

void draw_progress(const learner::Plan& plan, const PlanState& state, std::int64_t today) {
  const std::int64_t left = state.interview - today;
  const std::string when = left == 0 ? "The interview is today." : left == 1 ? "The interview is tomorrow." : left > 1 ? "The interview is in " + base::count_of(left, "day") + ", on " + app::long_day_words(state.interview) + "."
                                     : "The interview was on " + app::long_day_words(state.interview) + ". What is below is as it was left.";
  kit::text(when);
  const double share = plan.minutes_planned == 0 ? 0 : static_cast<double>(plan.minutes_done) / static_cast<double>(plan.minutes_planned);
  kit::progress("Done", share, std::to_string(plan.n_done) + " of " + base::count_of(plan.n_sittings, "sitting") + " done, " + app::minutes_words(plan.minutes_done) + " of " + app::minutes_words(plan.minutes_planned));
  if (plan.n_carried > 0)
    kit::icon_text(kit::icon::kInfo, base::count_of(plan.n_carried, "sitting") + (plan.n_carried == 1 ? " was" : " were") + " not done on the day and moved on to the next day with room.", kit::Tone::careful);
}

void draw_entries(const app::App& app, const PlanState& state, const PlannedDay& day, PlanLook& look, app::Commands& commands) {
  for (const PlanEntry& entry : day.entries) draw_sitting(app, state, entry, look, commands);
  if (day.over)
    kit::text(app::minutes_words(day.minutes) + " on this day, more than your " + app::minutes_words(state.minutes_a_day) + ": take them in this order, or move some.", kit::Tone::careful, kit::kSmall);
}

void draw_day(const app::App& app, const PlanState& state, const PlannedDay& day, PlanLook& look, app::Commands& commands) {
  const kit::Column column(2);
  kit::heading(3, app::day_words(day.day) + (day.title.empty() ? "" : " \u00B7 " + day.title));
  draw_entries(app, state, day, look, commands);
}

void draw_today_list(const app::App& app, const PlanState& state, const learner::Plan& plan, PlanLook& look, app::Commands& commands) {
  const std::int64_t today = app::today_of(app);
  if (today >= state.interview) return;
  kit::heading(2, "Today, " + app::day_words(today));
  const kit::Card card;
  for (const PlannedDay& day : plan.days)
    if (day.day == today) {
      if (!day.title.empty()) kit::strong(day.title);
      draw_entries(app, state, day, look, commands);
      return;
    }
  kit::text("Nothing is planned for today. Rest, or take something from another day.", kit::Tone::quiet);
}

// Days from `from` to `to` that are still to come.
void draw_days(const app::App& app, const PlanState& state, const learner::Plan& plan, const char* title, std::int64_t from, std::int64_t to, PlanLook& look, app::Commands& commands) {
  bool begun = false;
  for (const PlannedDay& day : plan.days) {
    if (day.day < from || day.day > to) continue;
    if (!begun) kit::heading(2, title);
    begun = true;
    draw_day(app, state, day, look, commands);
  }
}

void draw_day_of(const app::App& app, const PlanState& state, const learner::Plan& plan, PlanLook& look, app::Commands& commands) {
  kit::heading(2, "On the day, " + app::day_words(state.interview));
  const kit::Card card;
  for (const PlannedDay& day : plan.days)
    if (day.day == state.interview) draw_entries(app, state, day, look, commands);
  kit::heading(3, "Checklist");
  for (const model::ChecklistItem& item : app.catalogue.guide.preparation.plan.day_of) {
    const std::string id = "day-of/" + item.slug;
    bool on = state.done.count(id) > 0;
    if (kit::check_box(item.text, on)) commands.push_back(app::tick_planned(app, id, on));
  }
}

void draw_left_out(const app::App& app, const PlanState& state, const learner::Plan& plan, PlanLook& look, app::Commands& commands) {
  if (plan.left_out.empty()) return;
  kit::heading(2, "What does not fit");
  const std::pair<learner::WhyOut, const char*> reasons[] = {
      {learner::WhyOut::no_room_again, "Was planned, is not done, and no later day has room:"},
      {learner::WhyOut::day_past, "Its day in the last week was over when the plan was made:"},
      {learner::WhyOut::no_room, "No room in the days until the last week:"}};
  for (const auto& [why, words] : reasons) {
    std::int64_t n = 0, minutes = 0;
    std::string list;
    std::vector<PlanEntry> undone;
    for (const learner::LeftOut& one : plan.left_out) {
      if (one.why != why) continue;
      ++n;
      minutes += one.minutes;
      list += "- " + one.title + (one.minutes == 0 ? "" : ", " + app::minutes_words(one.minutes)) + "\n";
      PlanEntry entry;
      entry.id = one.id;
      entry.title = one.title;
      entry.minutes = one.minutes;
      entry.day = app::today_of(app);
      undone.push_back(std::move(entry));
    }
    if (n == 0) continue;
    kit::text(std::string(words) + " " + base::count_of(n, "task") + ", " + app::minutes_words(minutes) + ".");
    if (why == learner::WhyOut::no_room_again)
      for (const PlanEntry& entry : undone) draw_sitting(app, state, entry, look, commands);
    else kit::markdown(list);
    if (why == learner::WhyOut::no_room)
      kit::text(look.minutes_for_all > 0 ? "With " + app::minutes_words(look.minutes_for_all) + " a day all of it would fit."
                                         : "Even " + app::minutes_words(learner::kMostMinutes) + " a day would not fit all of it: these days are too few.",
                kit::Tone::quiet);
  }
}

void draw_done(const app::App& app, const PlanState& state, const learner::Plan& plan, PlanLook& look, app::Commands& commands) {
  const std::int64_t today = app::today_of(app);
  std::int64_t n = 0;
  for (const PlannedDay& day : plan.days)
    if (day.day < std::min(today, state.interview)) n += static_cast<std::int64_t>(day.entries.size());
  if (n == 0) return;
  const std::string name = (look.done_shown ? "Hide the days that are past" : "Show the days that are past");
  if (kit::button(name, {.kind = kit::ButtonKind::quiet, .icon = look.done_shown ? kit::icon::kChevronUp : kit::icon::kChevronDown, .key = "past", .expandable = true, .expanded = look.done_shown}))
    look.done_shown = !look.done_shown;
  if (!look.done_shown) return;
  for (const PlannedDay& day : plan.days)
    if (day.day < std::min(today, state.interview)) draw_day(app, state, day, look, commands);
}

void draw_taking(const app::App& app, const PlanState& state, const learner::Plan& plan, PlanLook& look, app::Commands& commands) {
  kit::heading(2, "Take it along");
  kit::text("A calendar file holds what is undone from today on. Import it again after changes: the entries keep their names, so calendars update them.", kit::Tone::quiet);
  kit::choice("Calendar entries", {"All day", "At a time"}, look.timed);
  std::optional<int> start_min;
  if (look.timed == 1) {
    const int half_hours = static_cast<int>(std::lround(look.start_hour * 2));
    start_min = half_hours * 30;
    const std::string shown = std::to_string(half_hours / 2) + (half_hours % 2 == 0 ? ":00" : ":30");
    const kit::Column column(4);
    kit::text("Each day from " + shown + ", by your calendar's clock", kit::Tone::quiet, kit::kSmall);
    kit::slider("Start", look.start_hour, {.from = 5, .to = 23, .step = 0.5, .shown = shown});
  }
  const kit::Flow flow(8, kit::control_height());
  if (kit::button("Save for the calendar (.ics)", {.icon = kit::icon::kDownload}))
    commands.push_back(app::SaveText{"interview-plan.ics", "text/calendar", learner::calendar_text("Interview plan", app::plan_events(plan, state.interview, app::today_of(app), start_min), app.now_ms)});
  if (kit::button("Print", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kPresentation})) commands.push_back(app::PrintScreen{});
}

}  // namespace

void draw_plan(const app::App& app, PlanLook& look, app::Commands& commands) {
  kit::heading(1, "Plan");
  kit::text("From the day of the interview back to today: stories, mocks and drills in the minutes you have, then the last week day by day.", kit::Tone::quiet);
  if (!guide_ready(app, commands)) return;
  const std::optional<PlanState> state = app::plan_state(app);
  draw_inputs(app, state, commands);
  if (!state) return;
  const std::int64_t today = app::today_of(app);
  const learner::Plan& plan = planned(app, *state, look);
  draw_progress(plan, *state, today);
  draw_today_list(app, *state, plan, look, commands);
  draw_days(app, *state, plan, "The weeks before", today + 1, state->interview - kLastWeek - 1, look, commands);
  draw_days(app, *state, plan, "The week before", std::max(today + 1, state->interview - kLastWeek), state->interview - 1, look, commands);
  draw_day_of(app, *state, plan, look, commands);
  draw_left_out(app, *state, plan, look, commands);
  draw_done(app, *state, plan, look, commands);
  draw_taking(app, *state, plan, look, commands);
}

void draw_plan_today(const app::App& app, PlanLook& look, app::Commands& commands) {
  const std::optional<PlanState> state = app::plan_state(app);
  const std::int64_t today = app::today_of(app);
  if (!state || state->interview < today || app.catalogue.guide_state != app::Loading::done) return;
  const learner::Plan& plan = planned(app, *state, look);
  const std::int64_t left = state->interview - today;
  kit::heading(2, "Your plan for today");
  kit::text(left == 0 ? "The interview is today." : left == 1 ? "The interview is tomorrow." : base::count_of(left, "day") + " until the interview.", kit::Tone::quiet);
  std::vector<const PlanEntry*> open;
  bool any = false;
  for (const PlannedDay& day : plan.days)
    if (day.day == today)
      for (const PlanEntry& entry : day.entries) {
        any = true;
        if (!entry.done) open.push_back(&entry);
      }
  if (open.empty()) kit::icon_text(kit::icon::kCircleCheck, any ? "All of today's plan is done." : "Nothing is planned for today.", any ? kit::Tone::good : kit::Tone::quiet);
  else {
    const kit::Group list(kit::Role::list, "Your plan for today");
    const kit::Column column(8);
    int n = 0;
    for (const PlanEntry* entry : open) {
      kit::ListRow row{.title = entry->title, .below = entry->carried_from ? "Carried over from " + app::day_words(*entry->carried_from) : "", .address = entry->to.empty() ? "#/plan" : entry->to};
      if (entry->minutes > 0) row.tags.push_back({app::minutes_words(entry->minutes), kit::Tone::quiet});
      if (kit::list_row(row, ++n, static_cast<int>(open.size()))) commands.push_back(app::Go{app::parse_route(row.address)});
    }
  }
  const app::Go go = go_to(app::Place::plan);
  if (kit::link("Tick off and see the whole plan", app::format_route(go.route), kit::icon::kListChecks)) commands.push_back(go);
}

}  // namespace loopready::screens
