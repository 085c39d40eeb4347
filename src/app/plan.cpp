#include "app/plan.h"

#include <algorithm>
#include <array>

#include "app/note.h"
#include "base/date.h"
#include "base/text.h"

namespace loopready::app {
namespace {

using learner::PlanState;

std::optional<std::int64_t> day_in(const base::Json& json, const char* key) {
  const auto found = json.find(key);
  const auto* text = found == json.end() ? nullptr : found->get_ptr<const std::string*>();
  const auto date = text == nullptr ? std::nullopt : base::parse_date(*text);
  if (!date) return std::nullopt;
  return base::day_number(*date);
}

std::string date_of(std::int64_t day) { return base::format_date(base::civil_date(day)); }

void read_days(const base::Json& json, const char* key, std::map<std::string, std::int64_t>& days) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_object()) return;
  for (const auto& [id, unused] : found->items())
    if (const auto day = day_in(*found, id.c_str())) days[id] = *day;
}

base::Json days_json(const std::map<std::string, std::int64_t>& days) {
  base::Json json = base::Json::object();
  for (const auto& [id, day] : days) json[id] = date_of(day);
  return json;
}

PutNote put(const PlanState& state) {
  base::Json spent = base::Json::object();
  for (const auto& [task, minutes] : state.spent) spent[task] = minutes;
  return {kPlan, base::to_text({{"begun", date_of(state.begun)},
                                {"interview", date_of(state.interview)},
                                {"minutes", state.minutes_a_day},
                                {"level", state.level},
                                {"done", days_json(state.done)},
                                {"moved", days_json(state.moved)},
                                {"spent", spent}})};
}

int minutes_from(std::int64_t minutes) {
  return static_cast<int>(std::clamp<std::int64_t>(minutes, learner::kLeastMinutes, learner::kMostMinutes));
}

}  // namespace

std::int64_t today_of(const App& app) { return app.now_ms / 86'400'000; }

std::string day_words(std::int64_t day) {
  static constexpr std::array<const char*, 7> kDays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  static constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const base::CivilDate date = base::civil_date(day);
  return std::string(kDays[static_cast<std::size_t>(base::iso_weekday(day) - 1)]) + " " + std::to_string(date.day) + " " + kMonths[static_cast<std::size_t>(date.month - 1)];
}

std::string long_day_words(std::int64_t day) { return day_words(day) + " " + std::to_string(base::civil_date(day).year); }

std::optional<std::int64_t> interview_day(const App& app) {
  const auto date = base::parse_date(base::trim(note(app, kInterviewDate)));
  if (!date) return std::nullopt;
  return base::day_number(*date);
}

int plan_minutes(const App& app) {
  const base::Json json = note_json(app, kPlanMinutes);
  return json.is_number_integer() ? minutes_from(json.get<std::int64_t>()) : PlanState{}.minutes_a_day;
}

std::optional<PlanState> plan_state(const App& app) {
  const base::Json json = note_json(app, kPlan);
  if (!json.is_object()) return std::nullopt;
  const auto begun = day_in(json, "begun"), interview = day_in(json, "interview");
  if (!begun || !interview) return std::nullopt;
  PlanState state;
  state.begun = *begun;
  state.interview = *interview;
  if (const auto found = json.find("minutes"); found != json.end() && found->is_number_integer()) state.minutes_a_day = minutes_from(found->get<std::int64_t>());
  if (const auto found = json.find("level"); found != json.end() && found->is_string()) state.level = found->get<std::string>();
  read_days(json, "done", state.done);
  read_days(json, "moved", state.moved);
  if (const auto found = json.find("spent"); found != json.end() && found->is_object())
    for (const auto& [task, minutes] : found->items())
      if (minutes.is_number_integer()) state.spent[task] = std::clamp<std::int64_t>(minutes.get<std::int64_t>(), 0, 100'000);
  return state;
}

PutNote make_plan_again(const App& app, std::int64_t interview) {
  const auto old = plan_state(app);
  const std::string level = note(app, kTargetLevel);
  if (!old) return put({today_of(app), interview, plan_minutes(app), level, {}, {}, {}});
  return put(learner::replan(app.catalogue.guide.preparation.plan, *old, today_of(app), interview, plan_minutes(app), level));
}

PutNote tick_planned(const App& app, const std::string& id, bool on) {
  PlanState state = plan_state(app).value_or(PlanState{});
  if (on) state.done[id] = today_of(app);
  else state.done.erase(id);
  return put(state);
}

PutNote move_planned(const App& app, const std::string& id, std::optional<std::int64_t> day) {
  PlanState state = plan_state(app).value_or(PlanState{});
  if (day) state.moved[id] = *day;
  else state.moved.erase(id);
  return put(state);
}

std::vector<learner::CalendarEvent> plan_events(const learner::Plan& plan, std::int64_t interview, std::int64_t today, std::optional<int> start_min) {
  std::vector<learner::CalendarEvent> events;
  for (const learner::PlannedDay& day : plan.days) {
    if (day.day < today) continue;
    int at = start_min.value_or(0);
    for (const learner::PlanEntry& entry : day.entries) {
      if (entry.done) continue;
      learner::CalendarEvent event{"plan-" + entry.id + "@loopready", entry.title, "", day.day};
      if (entry.n_parts > 1) event.summary += ", part " + std::to_string(entry.part) + " of " + std::to_string(entry.n_parts);
      if (entry.minutes > 0) event.description = minutes_words(entry.minutes);
      if (!entry.to.empty()) event.description += (event.description.empty() ? "In Loopready: " : "\nIn Loopready: ") + entry.to;
      if (start_min && entry.minutes > 0 && day.day != interview) {
        event.start_min = at;
        event.minutes = entry.minutes;
        at += static_cast<int>(entry.minutes);
      }
      events.push_back(std::move(event));
    }
  }
  if (interview >= today) events.push_back({"plan-interview@loopready", "Interview", "", interview});
  return events;
}

std::string minutes_words(std::int64_t minutes) {
  if (minutes < 60) return std::to_string(minutes) + " min";
  return std::to_string(minutes / 60) + " h" + (minutes % 60 == 0 ? "" : " " + std::to_string(minutes % 60) + " min");
}

}  // namespace loopready::app
