#include "ui/screens/plan_parts.h"

#include <algorithm>

#include "app/note.h"
#include "app/plan.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/slider.h"
#include "ui/kit/text.h"

namespace loopready::screens {
namespace {

std::string title_of(const learner::PlanEntry& entry) {
  return entry.n_parts == 1 ? entry.title : entry.title + ", part " + std::to_string(entry.part) + " of " + std::to_string(entry.n_parts);
}

void draw_moving(const app::App& app, const learner::PlanState& state, const learner::PlanEntry& entry, PlanLook& look, app::Commands& commands) {
  const std::int64_t today = app::today_of(app);
  const kit::Card card(kit::Tone::quiet, 12);
  const std::string shown = app::day_words(today + static_cast<std::int64_t>(look.move_to));
  kit::text("To another day: " + shown, kit::Tone::normal, kit::kSmall);
  kit::slider("Day", look.move_to, {.from = 0, .to = static_cast<double>(state.interview - today), .step = 1, .shown = shown});
  const kit::Flow flow(8, kit::control_height());
  if (kit::button("Move it there", {.icon = kit::icon::kCheck})) {
    commands.push_back(app::move_planned(app, entry.id, today + static_cast<std::int64_t>(look.move_to)));
    look.moving.clear();
  }
  if (entry.moved && kit::button("Back to its own day", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kRotateCcw})) {
    commands.push_back(app::move_planned(app, entry.id, std::nullopt));
    look.moving.clear();
  }
  if (kit::button("Leave it", {.kind = kit::ButtonKind::quiet})) look.moving.clear();
}

}  // namespace

const learner::Plan& planned(const app::App& app, const learner::PlanState& state, PlanLook& look) {
  const std::int64_t today = app::today_of(app);
  const std::string made_for = std::to_string(today) + app::note(app, app::kPlan);
  if (look.made_for == made_for) return look.plan;
  look.made_for = made_for;
  const model::PlanTasks& tasks = app.catalogue.guide.preparation.plan;
  look.plan = learner::make_plan(tasks, state, today);
  look.minutes_for_all = 0;
  const auto no_room = [](const learner::LeftOut& one) { return one.why == learner::WhyOut::no_room; };
  if (std::none_of(look.plan.left_out.begin(), look.plan.left_out.end(), no_room)) return look.plan;
  learner::PlanState more = state;
  for (more.minutes_a_day += 15; more.minutes_a_day <= learner::kMostMinutes && look.minutes_for_all == 0; more.minutes_a_day += 15) {
    const learner::Plan other = learner::make_plan(tasks, more, state.begun);
    if (std::none_of(other.left_out.begin(), other.left_out.end(), no_room)) look.minutes_for_all = more.minutes_a_day;
  }
  return look.plan;
}

void draw_sitting(const app::App& app, const learner::PlanState& state, const learner::PlanEntry& entry, PlanLook& look, app::Commands& commands) {
  const kit::Column column(2);
  const std::string title = title_of(entry);
  const std::int64_t today = app::today_of(app);
  const bool movable = !entry.done && entry.minutes > 0 && state.interview > today;
  {
    const float icon = kit::control_height() + 4;
    const float width = kit::content_width() - 2 * icon - 2;
    const kit::Flow flow(4, kit::control_height());
    {
      const kit::Column words(0, width);
      bool on = entry.done;
      if (kit::check_box(entry.minutes == 0 ? title : title + " \u00B7 " + app::minutes_words(entry.minutes), on)) commands.push_back(app::tick_planned(app, entry.id, on));
    }
    if (!entry.to.empty() && kit::button("Open: " + title, {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kArrowRight, .icon_only = true}))
      commands.push_back(app::Go{app::parse_route(entry.to)});
    const bool moving = look.moving == entry.id;
    if (movable && kit::button("Move: " + title, {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kClock, .icon_only = true, .expandable = true, .expanded = moving})) {
      look.moving = moving ? "" : entry.id;
      look.move_to = static_cast<double>(std::clamp<std::int64_t>(entry.day - today, 0, state.interview - today));
    }
  }
  std::string about;
  if (entry.carried_from) about = "Carried over from " + app::day_words(*entry.carried_from) + ".";
  if (entry.moved && !entry.carried_from) about = "Moved here by you.";
  if (!about.empty()) {
    const kit::Column indented(0, 0, 28);
    kit::text(about, kit::Tone::quiet, kit::kSmall);
  }
  if (movable && look.moving == entry.id) draw_moving(app, state, entry, look, commands);
}

}  // namespace loopready::screens
