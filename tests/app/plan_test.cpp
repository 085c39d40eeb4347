// Expected: by hand; the sitting's clock stands at Friday 2024-03-01.
#include "app/plan.h"

#include <doctest/doctest.h>

#include "app/note.h"
#include "base/date.h"
#include "guide_files.h"
#include "sitting.h"

using namespace loopready;
using namespace loopready::app;

namespace {

std::int64_t day(const char* text) { return base::day_number(base::parse_date(text).value()); }

}  // namespace

TEST_CASE("plan notes: made, ticked, moved, read back") {
  Sitting sitting;
  sitting(Started{"x", "#/plan"});
  sitting(Tick{kNow});
  sitting(PackArrived{"guide", base::to_text(samples::guide_json())});
  CHECK_FALSE(plan_state(sitting.app).has_value());
  CHECK(plan_minutes(sitting.app) == 45);
  sitting(EditText{kInterviewDate, " 2024-03-22 "});
  REQUIRE(interview_day(sitting.app).has_value());
  sitting(PutNote{kPlanMinutes, "60"});
  sitting(PutNote{kTargetLevel, "L5"});
  sitting(make_plan_again(sitting.app, *interview_day(sitting.app)));
  sitting(tick_planned(sitting.app, "story-1", true));
  sitting(move_planned(sitting.app, "story-2", day("2024-03-10")));
  auto state = plan_state(sitting.app);
  REQUIRE(state.has_value());
  CHECK(state->begun == day("2024-03-01"));
  CHECK(state->interview == day("2024-03-22"));
  CHECK(state->minutes_a_day == 60);
  CHECK(state->level == "L5");
  CHECK(state->done == std::map<std::string, std::int64_t>{{"story-1", day("2024-03-01")}});
  CHECK(state->moved == std::map<std::string, std::int64_t>{{"story-2", day("2024-03-10")}});
  sitting(tick_planned(sitting.app, "story-1", false));
  sitting(move_planned(sitting.app, "story-2", std::nullopt));
  state = plan_state(sitting.app);
  REQUIRE(state.has_value());
  CHECK(state->done.empty());
  CHECK(state->moved.empty());
}

TEST_CASE("plan notes: what can't be read is no plan") {
  Sitting sitting;
  for (const char* text : {"", "{", "[]", "{}", "{\"begun\":\"2024-03-01\"}", "{\"begun\":1,\"interview\":2}", "{\"begun\":\"2024-02-30\",\"interview\":\"2024-03-22\"}"}) {
    sitting(PutNote{kPlan, text});
    CHECK_FALSE(plan_state(sitting.app).has_value());
  }
  sitting(PutNote{kPlan, R"({"begun":"2024-03-01","interview":"2024-03-22","minutes":99999,"level":5,"done":[1],"moved":{"a":"soon"},"spent":{"a":-3}})"});
  const auto state = plan_state(sitting.app);
  REQUIRE(state.has_value());
  CHECK(state->minutes_a_day == 240);
  CHECK(state->level == "");
  CHECK(state->moved.empty());
  CHECK(state->spent.at("a") == 0);
  sitting(PutNote{kPlanMinutes, "many"});
  CHECK(plan_minutes(sitting.app) == 45);
}

TEST_CASE("plan: words of days and minutes") {
  CHECK(day_words(day("2024-03-01")) == "Fri 1 Mar");
  CHECK(long_day_words(day("2024-12-31")) == "Tue 31 Dec 2024");
  CHECK(minutes_words(45) == "45 min");
  CHECK(minutes_words(60) == "1 h");
  CHECK(minutes_words(95) == "1 h 35 min");
}

TEST_CASE("plan: what goes into a calendar") {
  learner::Plan plan;
  const auto entry = [](const char* id, std::int64_t minutes, std::int64_t at) {
    learner::PlanEntry one;
    one.id = id;
    one.title = id;
    one.minutes = minutes;
    one.day = at;
    return one;
  };
  plan.days = {{9, "", {entry("past", 30, 9)}}, {10, "", {entry("a", 30, 10), entry("b", 45, 10), entry("sleep", 0, 10)}}, {11, "", {entry("c", 15, 11)}}};
  plan.days[1].entries[0].to = "#/level";
  plan.days[1].entries[1].n_parts = 2;
  plan.days[2].entries[0].done = true;
  auto events = plan_events(plan, 11, 10, 19 * 60);
  REQUIRE(events.size() == 4);
  CHECK(events[0].uid == "plan-a@loopready");
  CHECK(events[0].description == "30 min\nIn Loopready: #/level");
  CHECK(events[0].start_min == 1140);
  CHECK(events[1].summary == "b, part 1 of 2");
  CHECK(events[1].start_min == 1170);
  CHECK_FALSE(events[2].start_min.has_value());
  CHECK(events[3].summary == "Interview");
  CHECK(events[3].day == 11);
  events = plan_events(plan, 11, 10, std::nullopt);
  CHECK_FALSE(events[0].start_min.has_value());
  CHECK(plan_events(plan, 11, 12, std::nullopt).empty());
}

TEST_CASE("plan: Today asks for the guide when there is a plan to show") {
  Sitting sitting;
  sitting(Started{"x", "#/"});
  sitting(Restored{});
  CHECK(sitting.app.catalogue.guide_state == Loading::not_asked);
  model::Kept kept;
  kept.key = kPlan;
  kept.value = R"({"begun":"2024-03-01","interview":"2024-03-22"})";
  kept.at_ms = kNow;
  sitting(Restored{{}, {kept}, 0});
  CHECK(sitting.app.catalogue.guide_state == Loading::under_way);
  CHECK(sitting.the<LoadPack>() != nullptr);
}
