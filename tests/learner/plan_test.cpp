// Expected days: worked out by hand for two small tasks; for the guide's tasks, what must hold of any plan.
#include "learner/plan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "guide_files.h"

using namespace loopready;
using namespace loopready::learner;

namespace {

// Day 10 to day 30: fourteen days until the last week. A: 30 + 30 minutes, B: 30; B comes after two thirds of
// 90 minutes, so after 9 of 14 days; parts of a task stand on days one after another.
model::PlanTasks small() {
  model::PlanTasks tasks;
  tasks.before = {{"a", "Task A", 60, "stories", 3, "#/a"}, {"b", "Task B", 30, "sql", 2, ""}};
  tasks.last_week = {{-1, "The day before", {{"pack", "Pack", 10, ""}, {"sleep", "Sleep", 0, ""}}}, {0, "The day", {{"setup", "Set up", 30, ""}}}};
  tasks.day_of = {{"water", "Water"}};
  return tasks;
}

PlanState state(std::int64_t begun, std::int64_t interview, int minutes, std::string level = "") { return {begun, interview, minutes, std::move(level), {}, {}, {}}; }

// "10:a/1 11:a/2 19:b"
std::string shape(const Plan& plan) {
  std::string text;
  for (const PlannedDay& day : plan.days)
    for (const PlanEntry& entry : day.entries) text += (text.empty() ? "" : " ") + std::to_string(day.day) + ":" + entry.id + (entry.done ? "!" : "") + (entry.carried_from ? "<" + std::to_string(*entry.carried_from) : "");
  return text;
}

std::string out(const Plan& plan) {
  std::string text;
  for (const LeftOut& one : plan.left_out) text += (text.empty() ? "" : " ") + one.id + "?" + std::to_string(static_cast<int>(one.why));
  return text;
}

std::int64_t minutes_of_kind(const Plan& plan, const std::string& kind) {
  std::int64_t sum = 0;
  for (const PlannedDay& day : plan.days)
    for (const PlanEntry& entry : day.entries) sum += entry.kind == kind ? entry.minutes : 0;
  return sum;
}

}  // namespace

TEST_CASE("plan: two tasks, spread, cut, carried over") {
  const model::PlanTasks tasks = small();
  const std::string last = " 29:week/pack 29:week/sleep 30:week/setup";
  struct Case {
    std::int64_t begun, interview;
    int minutes;
    std::int64_t today;
    std::map<std::string, std::int64_t> done, moved;
    std::string days, left_out;
  };
  const Case cases[] = {
      {10, 30, 45, 10, {}, {}, "10:a/1 11:a/2 19:b" + last, ""},
      {10, 30, 60, 10, {}, {}, "10:a 19:b" + last, ""},
      {0, 30, 45, 0, {}, {}, "9:a/1 10:a/2 19:b" + last, ""},  // not earlier than three weeks before
      {10, 30, 45, 15, {}, {}, "15:a/1<10 16:a/2<11 19:b" + last, ""},
      {10, 30, 45, 15, {{"a/1", 10}}, {}, "10:a/1! 15:a/2<11 19:b" + last, ""},
      {10, 30, 45, 26, {}, {}, "26:a/1<10" + last, "a/2?2 b?2"},  // the light days take nothing
      {10, 30, 45, 10, {}, {{"b", 12}}, "10:a/1 11:a/2 12:b" + last, ""},
      {10, 30, 45, 20, {}, {{"b", 21}}, "20:a/1<10 21:b 22:a/2<11" + last, ""},
      {10, 30, 45, 30, {}, {}, "30:week/setup", "a/1?2 a/2?2 b?2 week/pack?2"},
      {10, 30, 45, 33, {}, {}, "10:a/1 11:a/2 19:b" + last, ""},  // it is over: what was and was not done
      {29, 30, 45, 29, {}, {}, "29:week/pack 29:week/sleep 30:week/setup", "a?0 b?0"},
      {30, 30, 45, 30, {}, {}, "30:week/setup", "a?0 b?0 week/pack?1"},
      {33, 30, 45, 33, {}, {}, "", "a?0 b?0 week/pack?1 week/setup?1"},
  };
  for (const Case& one : cases) {
    PlanState given = state(one.begun, one.interview, one.minutes);
    given.done = one.done;
    given.moved = one.moved;
    const Plan plan = make_plan(tasks, given, one.today);
    const std::int64_t shown_begun = one.begun, shown_today = one.today;
    CAPTURE(shown_begun);
    CAPTURE(shown_today);
    CHECK(shape(plan) == one.days);
    CHECK(out(plan) == one.left_out);
    CHECK(plan.days.back().day == one.interview);
  }
}

TEST_CASE("plan: a move may fill a day above its minutes, and the plan says so") {
  PlanState given = state(10, 30, 45);
  given.moved = {{"b", 10}};
  const Plan plan = make_plan(small(), given, 10);
  CHECK(plan.days[0].minutes == 60);
  CHECK(plan.days[0].over);
  CHECK_FALSE(plan.days[1].over);
  given.moved = {{"b", 99}};
  CHECK(shape(make_plan(small(), given, 10)).find("30:b") != std::string::npos);  // never behind the interview
}

TEST_CASE("plan: made again, what was done stays done") {
  PlanState given = state(10, 30, 45);
  given.done = {{"a/1", 10}, {"week/pack", 11}, {"day-of/water", 11}};
  PlanState next = replan(small(), given, 12, 32, 15, "L5");
  CHECK(next.spent == std::map<std::string, std::int64_t>{{"a", 30}});
  CHECK(next.done.size() == 2);
  CHECK(shape(make_plan(small(), next, 12)) == "12:a/1 13:a/2 19:b/1 20:b/2 31:week/pack! 31:week/sleep 32:week/setup");
  next.done["a/1"] = 12;
  next.done["a/2"] = 16;
  const PlanState third = replan(small(), next, 17, 60, 15, "L5");
  CHECK(third.spent.at("a") == 60);
  CHECK(third.done.empty());  // another interview, weeks later
  CHECK(shape(make_plan(small(), third, 17)).find(":a") == std::string::npos);
  CHECK(replan(small(), given, 12, 30, 0, "").minutes_a_day == kLeastMinutes);
}

TEST_CASE("plan: the guide's tasks for any time and any minutes") {
  const model::PlanTasks& tasks = samples::guide().preparation.plan;
  const auto n_before = tasks.before.size();
  struct Case {
    std::int64_t days;
    int minutes;
    bool all_fit, none_fit;
  };
  const Case cases[] = {{21, 45, false, false}, {21, 15, false, false}, {60, 45, true, false}, {60, 120, true, false}, {60, 15, false, false}, {5, 45, false, true},
                        {5, 240, false, false}, {1, 45, false, true},   {0, 45, false, true},  {-3, 45, false, true},   {200, 60, true, false}};
  for (const Case& one : cases)
    for (const char* level : {"", "L4", "L5", "L6"}) {
      const std::int64_t shown_days = one.days;
      const int shown_minutes = one.minutes;
      CAPTURE(shown_days);
      CAPTURE(shown_minutes);
      const std::int64_t today = 20'000, interview = today + one.days;
      const Plan plan = make_plan(tasks, state(today, interview, one.minutes, level), today);
      std::map<std::string, std::int64_t> minutes;
      std::set<std::string> ids;
      for (const PlannedDay& day : plan.days) {
        std::int64_t before = 0;
        for (const PlanEntry& entry : day.entries) {
          CHECK(ids.insert(entry.id).second);
          CHECK(day.day >= today);
          if (entry.kind == "week") continue;
          before += entry.kind == "rest" ? one.minutes : entry.minutes;
          minutes[entry.id.substr(0, entry.id.find('/'))] += entry.minutes;
          CHECK(day.day <= interview - 4);
        }
        CHECK(before <= one.minutes);
      }
      std::size_t n_out = 0;
      for (const LeftOut& left : plan.left_out) n_out += left.why == WhyOut::no_room ? 1 : 0;
      CHECK(minutes.size() + n_out == n_before);
      for (const model::PlanTask& task : tasks.before)
        if (minutes.count(task.slug) > 0) CHECK(minutes[task.slug] == task.minutes);
      CHECK((n_out == 0) == one.all_fit);
      CHECK((n_out == n_before) == one.none_fit);
      if (one.all_fit) CHECK(plan.days.front().day == interview - 56);
      CHECK(plan.n_carried == 0);
    }
}

TEST_CASE("plan: with little time each kind has its turn, and a level's work comes first") {
  const model::PlanTasks& tasks = samples::guide().preparation.plan;
  const Plan plan = make_plan(tasks, state(0, 21, 30), 0);
  for (const char* kind : {"stories", "mock", "sql", "statistics", "experiments"}) CHECK(minutes_of_kind(plan, kind) > 0);
  const Plan l4 = make_plan(tasks, state(0, 21, 30, "L4"), 0), l6 = make_plan(tasks, state(0, 21, 30, "L6"), 0);
  CHECK(minutes_of_kind(l4, "sql") + minutes_of_kind(l4, "statistics") > minutes_of_kind(l6, "sql") + minutes_of_kind(l6, "statistics"));
  CHECK(minutes_of_kind(l6, "stories") + minutes_of_kind(l6, "mock") + minutes_of_kind(l6, "drill") > minutes_of_kind(l4, "stories") + minutes_of_kind(l4, "mock") + minutes_of_kind(l4, "drill"));
  CHECK(work_of("").empty());
}
