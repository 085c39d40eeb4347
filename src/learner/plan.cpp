#include "learner/plan.h"

#include <algorithm>
#include <utility>

namespace loopready::learner {
namespace {

using model::PlanTask;
using model::PlanTasks;

constexpr std::int64_t kLastWeek = 6;      // days before the interview that have a list of their own
constexpr std::int64_t kLastWorkDay = 4;   // from the day after it only light review

struct Sitting {
  const PlanTask* task = nullptr;
  int part = 1, n_parts = 1;
  std::int64_t minutes = 0;
  std::int64_t takes = 0;  // of a day's minutes: a rest takes a whole day
};

std::string id_of(const Sitting& sitting) {
  return sitting.n_parts == 1 ? sitting.task->slug : sitting.task->slug + "/" + std::to_string(sitting.part);
}

std::int64_t minutes_left(const PlanTask& task, const PlanState& state) {
  const auto spent = state.spent.find(task.slug);
  return std::max<std::int64_t>(0, task.minutes - (spent == state.spent.end() ? 0 : spent->second));
}

// In pieces of five minutes, as equal as that allows; the last takes what is left over.
std::vector<Sitting> sittings_of(const PlanTask& task, const PlanState& state) {
  const std::int64_t per_day = state.minutes_a_day;
  if (task.minutes == 0) return {{&task, 1, 1, 0, per_day}};
  const std::int64_t left = minutes_left(task, state);
  if (left == 0) return {};
  const std::int64_t step = 5, pieces = left / step, most = std::max<std::int64_t>(1, per_day / step);
  std::int64_t n = std::max<std::int64_t>(1, (pieces + most - 1) / most);
  if ((pieces / n) * step + left % step > per_day) ++n;
  std::vector<Sitting> all;
  for (std::int64_t i = 0; i < n; ++i) {
    std::int64_t minutes = (pieces / n + (i < pieces % n ? 1 : 0)) * step;
    if (i == n - 1) minutes += left % step;
    all.push_back({&task, static_cast<int>(i + 1), static_cast<int>(n), minutes, minutes});
  }
  return all;
}

// How soon a kind has its turn, the nth task of a kind after n times this; smaller is sooner.
double pace(const std::string& kind, const std::string& level) {
  double pace = kind == "rest" ? 8 : kind == "stories" || kind == "mock" || kind == "sql" ? 1 : 1.5;
  const std::vector<std::string> first = work_of(level);
  if (std::find(first.begin(), first.end(), kind) != first.end()) pace *= 0.6;
  return pace;
}

// A link to exercises of another level is worth less, to this level's more.
double level_factor(const PlanTask& task, const std::string& level) {
  const std::size_t at = task.to.find("level=");
  if (level.empty() || at == std::string::npos) return 1;
  return task.to.compare(at + 6, level.size(), level) == 0 ? 0.6 : 2;
}

// The tasks, most wanted first: each kind in turn.
std::vector<const PlanTask*> by_want(const std::vector<const PlanTask*>& tasks, const std::string& level) {
  std::map<std::string, int> met;
  std::vector<std::pair<double, const PlanTask*>> wants;
  for (const PlanTask* task : tasks) wants.emplace_back(++met[task->kind] * pace(task->kind, level) * level_factor(*task, level), task);
  std::stable_sort(wants.begin(), wants.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const PlanTask*> all;
  for (const auto& want : wants) all.push_back(want.second);
  return all;
}

struct Room {
  std::int64_t day = 0;
  std::int64_t left = 0;
};

std::int64_t fixed_minutes(const PlanTasks& tasks, std::int64_t day) {
  std::int64_t sum = 0;
  for (const model::PlanDay& one : tasks.last_week)
    if (one.day == day)
      for (const model::PlanDayItem& item : one.items) sum += item.minutes;
  return sum;
}

// The days that take tasks: until the last week all their minutes, in its first days what their own lists leave.
std::vector<Room> rooms_of(const PlanTasks& tasks, const PlanState& state, std::size_t& n_before) {
  std::int64_t most_weeks = 0;
  for (const PlanTask& task : tasks.before) most_weeks = std::max(most_weeks, task.weeks_before);
  std::vector<Room> rooms;
  n_before = 0;
  const std::int64_t first = std::max(state.begun, state.interview - 7 * std::max<std::int64_t>(most_weeks, 1));
  for (std::int64_t day = first; day <= state.interview - kLastWorkDay; ++day) {
    const bool before = day < state.interview - kLastWeek;
    n_before += before ? 1 : 0;
    rooms.push_back({day, before ? state.minutes_a_day : std::max<std::int64_t>(0, state.minutes_a_day - fixed_minutes(tasks, day - state.interview))});
  }
  return rooms;
}

struct Placed {
  Sitting sitting;
  std::int64_t day = 0;
};

// The first room from `from` on that has as much, else the latest before it but not before `least`; rooms.size() when there is none.
std::size_t find_room(const std::vector<Room>& rooms, std::size_t from, std::size_t least, std::int64_t takes) {
  for (std::size_t at = from; at < rooms.size(); ++at)
    if (rooms[at].left >= takes) return at;
  for (std::size_t at = std::min(from, rooms.size()); at > least; --at)
    if (rooms[at - 1].left >= takes) return at - 1;
  return rooms.size();
}

// One task in equal sittings on days of their own.
bool place_evenly(const PlanTask& task, const PlanState& state, std::size_t aim, std::vector<Room>& rooms, std::vector<Placed>& placed) {
  std::size_t least = 0;
  for (const Sitting& one : sittings_of(task, state)) {
    const std::size_t at = find_room(rooms, std::max(aim, least), least, one.takes);
    if (at >= rooms.size()) return false;
    rooms[at].left -= one.takes;
    placed.push_back({one, rooms[at].day});
    least = at + 1;
  }
  return true;
}

// One task in whatever pieces the days have room for, none below ten minutes but a last one.
bool place_tightly(const PlanTask& task, const PlanState& state, std::size_t aim, std::vector<Room>& rooms, std::vector<Placed>& placed) {
  if (task.minutes == 0) return place_evenly(task, state, aim, rooms, placed);
  std::int64_t left = minutes_left(task, state);
  std::vector<Sitting> parts;
  std::vector<std::size_t> days;
  for (std::size_t step = 0; step < rooms.size() && left > 0; ++step) {
    const std::size_t at = (aim + step) % rooms.size();  // the earlier days when the later ones are full
    const std::int64_t give = std::min(rooms[at].left - rooms[at].left % 5, left);
    if (give <= 0 || (give < 10 && give < left)) continue;
    rooms[at].left -= give;
    left -= give;
    parts.push_back({&task, 1, 1, give, give});
    days.push_back(at);
  }
  if (left > 0) return false;
  const std::size_t n_wrapped = static_cast<std::size_t>(std::count_if(days.begin(), days.end(), [&](std::size_t day) { return day < aim; }));
  std::rotate(parts.begin(), parts.end() - static_cast<std::ptrdiff_t>(n_wrapped), parts.end());
  std::rotate(days.begin(), days.end() - static_cast<std::ptrdiff_t>(n_wrapped), days.end());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i].part = static_cast<int>(i + 1);
    parts[i].n_parts = static_cast<int>(parts.size());
    placed.push_back({parts[i], rooms[days[i]].day});
  }
  return true;
}

// Spread evenly over the days, in the order given; false when something finds no room.
bool place(const std::vector<const PlanTask*>& tasks, const PlanState& state, std::vector<Room> rooms, std::size_t n_before, bool tightly, std::vector<Placed>& placed) {
  placed.clear();
  std::int64_t total = 0;
  const auto takes = [&](const PlanTask& task) { return task.minutes == 0 ? state.minutes_a_day : minutes_left(task, state); };
  for (const PlanTask* task : tasks) total += takes(*task);
  const auto n_spread = static_cast<std::int64_t>(n_before > 0 ? n_before : rooms.size());
  std::int64_t before = 0;
  for (const PlanTask* task : tasks) {
    const auto aim = static_cast<std::size_t>(total == 0 ? 0 : before * n_spread / total);
    if (!(tightly ? place_tightly : place_evenly)(*task, state, aim, rooms, placed)) return false;
    before += takes(*task);
  }
  return true;
}

PlanEntry entry_of(const Placed& placed) {
  const Sitting& one = placed.sitting;
  return {id_of(one), one.task->title, one.task->kind, one.task->to, one.minutes, placed.day, one.part, one.n_parts, false, false, std::nullopt};
}

// The plan as it was made, before anything was done or moved.
std::vector<PlanEntry> as_made(const PlanTasks& tasks, const PlanState& state, std::vector<LeftOut>& left_out) {
  std::size_t n_before = 0;
  const std::vector<Room> rooms = rooms_of(tasks, state, n_before);
  std::vector<const PlanTask*> all, chosen;
  for (const PlanTask& task : tasks.before)
    if (task.minutes == 0 || minutes_left(task, state) > 0) all.push_back(&task);
  std::vector<Placed> placed, tried;
  if (!place(all, state, rooms, n_before, false, placed)) {  // time is short: the most wanted first, in pieces that fill the days
    placed.clear();
    for (const PlanTask* task : by_want(all, state.level)) {
      std::vector<const PlanTask*> with = chosen;
      with.insert(std::upper_bound(with.begin(), with.end(), task), task);  // in the guide's order: they stand in one vector
      if (!place(with, state, rooms, n_before, true, tried)) continue;
      chosen = std::move(with);
      placed = tried;
    }
    for (const PlanTask* task : all)
      if (std::find(chosen.begin(), chosen.end(), task) == chosen.end()) left_out.push_back({task->slug, task->title, minutes_left(*task, state), 0, WhyOut::no_room});
  }
  std::vector<PlanEntry> entries;
  for (const Placed& one : placed) entries.push_back(entry_of(one));
  for (const model::PlanDay& day : tasks.last_week)
    for (const model::PlanDayItem& item : day.items) {
      const std::int64_t at = state.interview + day.day;
      const std::string id = "week/" + item.slug;
      if (at >= state.begun) entries.push_back({id, item.text, "week", item.to, item.minutes, at, 1, 1, false, false, std::nullopt});
      else if (item.minutes > 0) left_out.push_back({id, item.text, item.minutes, at, WhyOut::day_past});
    }
  return entries;
}

void carry_over(const PlanState& state, std::int64_t today, std::vector<PlanEntry>& entries, Plan& plan) {
  const auto is_past = [&](const PlanEntry& entry) { return !entry.done && entry.day < today && today <= state.interview; };
  std::map<std::int64_t, std::int64_t> used;
  std::vector<PlanEntry> past, kept;
  for (PlanEntry& entry : entries) {
    const std::int64_t takes = entry.kind == "rest" ? state.minutes_a_day : entry.minutes;
    if (!is_past(entry)) {
      used[entry.day] += takes;
      kept.push_back(std::move(entry));
    } else if (entry.minutes > 0) {  // yesterday's early night can't be caught up on
      past.push_back(std::move(entry));
    }
  }
  std::stable_sort(past.begin(), past.end(), [](const PlanEntry& a, const PlanEntry& b) { return a.day < b.day; });
  for (PlanEntry& entry : past) {
    const std::int64_t last = state.interview - (entry.kind == "week" ? 1 : kLastWorkDay);
    std::int64_t day = today;
    while (day <= last && used[day] + entry.minutes > state.minutes_a_day) ++day;
    if (day > last) {
      plan.left_out.push_back({entry.id, entry.title, entry.minutes, entry.day, WhyOut::no_room_again});
      continue;
    }
    used[day] += entry.minutes;
    entry.carried_from = entry.day;
    entry.day = day;
    ++plan.n_carried;
    kept.push_back(std::move(entry));
  }
  entries = std::move(kept);
}

}  // namespace

std::vector<std::string> work_of(const std::string& level) {
  if (level == "L4") return {"sql", "statistics"};
  if (level == "L5") return {"sql", "experiments", "drill"};
  if (level == "L6" || level == "L7" || level == "L8") return {"stories", "mock", "drill"};
  return {};
}

Plan make_plan(const PlanTasks& tasks, const PlanState& given, std::int64_t today) {
  PlanState state = given;
  state.minutes_a_day = std::clamp(state.minutes_a_day, kLeastMinutes, kMostMinutes);
  Plan plan;
  std::vector<PlanEntry> entries = as_made(tasks, state, plan.left_out);
  for (PlanEntry& entry : entries) {
    entry.done = state.done.count(entry.id) > 0;
    const auto moved = state.moved.find(entry.id);
    if (moved == state.moved.end()) continue;
    entry.moved = true;
    entry.day = std::min(moved->second, state.interview);
  }
  for (const PlanEntry& entry : entries) {
    if (entry.minutes == 0) continue;
    ++plan.n_sittings;
    plan.minutes_planned += entry.minutes;
    plan.n_done += entry.done ? 1 : 0;
    plan.minutes_done += entry.done ? entry.minutes : 0;
  }
  carry_over(state, today, entries, plan);
  std::map<std::int64_t, PlannedDay> days;
  days[state.interview].day = state.interview;
  for (PlanEntry& entry : entries) {
    PlannedDay& day = days[entry.day];
    day.day = entry.day;
    day.minutes += entry.minutes;
    day.entries.push_back(std::move(entry));
  }
  for (auto& [number, day] : days) {
    for (const model::PlanDay& one : tasks.last_week)
      if (state.interview + one.day == number) day.title = one.title;
    day.over = day.minutes > state.minutes_a_day && number != state.interview;
    plan.days.push_back(std::move(day));
  }
  return plan;
}

PlanState replan(const PlanTasks& tasks, const PlanState& old, std::int64_t today, std::int64_t interview, int minutes_a_day, const std::string& level) {
  PlanState next{today, interview, std::clamp(minutes_a_day, kLeastMinutes, kMostMinutes), level, {}, {}, old.spent};
  const std::int64_t shift = interview < old.interview ? old.interview - interview : interview - old.interview;
  for (const auto& [id, day] : old.done)
    if (shift <= 7 && (id.compare(0, 5, "week/") == 0 || id.compare(0, 7, "day-of/") == 0)) next.done[id] = day;
  std::vector<LeftOut> left_out;
  for (const PlanEntry& entry : as_made(tasks, old, left_out))
    if (entry.kind != "week" && entry.minutes > 0 && old.done.count(entry.id) > 0) next.spent[entry.id.substr(0, entry.id.find('/'))] += entry.minutes;
  return next;
}

}  // namespace loopready::learner
