#include "ui/screens/screens.h"

#include <utility>

#include "base/late.h"
#include "ui/kit/button.h"
#include "ui/kit/feedback.h"
#include "ui/kit/frame.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/navigation.h"
#include "ui/kit/text.h"
#include "ui/screens/prepare.h"
#include "ui/screens/settings.h"
#include "ui/screens/today.h"

namespace loopready::screens {
namespace {

using app::Place;

// Which entry of the navigation a place belongs to, by the entry's address.
const char* entry_of(Place place) {
  switch (place) {
    case Place::today: return "#/";
    case Place::practice:
    case Place::exercise: return "#/practice";
    case Place::playground: return "#/playground";
    case Place::lab:
    case Place::flight: return "#/lab";
    case Place::guide: return "#/guide";
    case Place::prepare:
    case Place::level:
    case Place::offer:
    case Place::readiness:
    case Place::plan:
    case Place::resume:
    case Place::business:
    case Place::interviewers: return "#/prepare";
    case Place::settings: return "#/settings";
    case Place::unknown: return "";
  }
  return "";
}

int current_entry(const std::vector<kit::NavigationEntry>& entries, Place place) {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i].address == entry_of(place)) return static_cast<int>(i);
  return -1;
}

bool is_wide(Place place) { return place == Place::practice || place == Place::playground || place == Place::lab || place == Place::flight || place == Place::offer; }

void draw_unknown(const app::App& app, app::Commands& commands) {
  kit::heading(1, "This page does not exist");
  kit::text("The address \"" + app.route.address + "\" leads nowhere here. It may be from another version.");
  if (kit::button("Go to Today", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kHouse}))
    commands.push_back(app::Go{});
}

void draw_update_bar(kit::Rect& content, app::Commands& commands) {
  const float height = kit::control_height() + 16;
  const kit::Area bar("Update", {content.x, content.y, content.w, height},
                      {.padding = 8, .surface = true, .scroll = false});
  const kit::Flow flow(12, kit::control_height());
  kit::text("A new version is ready. Your drafts are kept.");
  if (kit::button("Reload", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kRotateCcw}))
    commands.push_back(app::Reload{});
  content.y += height;
  content.h -= height;
}

void draw_toasts(const app::App& app, app::Commands& commands) {
  int n = 0;
  for (const app::Toast& toast : app.toasts) {
    if (kit::toast(toast.text, toast.bad ? kit::Tone::bad : kit::Tone::normal, n++))
      commands.push_back(app::DismissToast{toast.id});
    const auto left_ms = static_cast<double>(toast.until_ms - app.now_ms);
    kit::wake_after(left_ms < 1 ? 1 : left_ms);
  }
}

void draw_page(const app::App& app, Looks& looks, kit::Rect content, app::Commands& commands) {
  if (app.route.place == Place::exercise) {
    if (app::find_question(app, app.route.item) != nullptr && app::find_entry(app, app.route.item) != nullptr)
      base::late<draw_question>(app, looks.question, content, commands);
    else
      draw_exercise(app, looks.exercise, content, commands);
    return;
  }
  const float padding = kit::view_width() < 700 ? 16 : 32;
  const kit::Area area("Page", content,
                       {.role = kit::Role::main, .padding = padding, .gap = 16,
                        .max_width = is_wide(app.route.place) ? 960.0f : kit::kReadingWidth,
                        .to_top = std::exchange(looks.opened, false) && app.route.section.empty()});
  switch (app.route.place) {
    case Place::today: draw_today(app, looks.plan, commands); break;
    case Place::practice: draw_practice(app, looks.practice, commands); break;
    case Place::playground: base::late<draw_playground>(app, looks.playground, commands); break;
    case Place::settings: draw_settings(app, looks.shortcuts, commands); break;
    case Place::lab: base::late<draw_lab>(app, looks.lab, commands); break;
    case Place::flight: base::late<draw_flight>(app, looks.flight, commands); break;
    case Place::business: base::late<draw_business>(app, looks.business, commands); break;
    case Place::offer: base::late<draw_offer>(app, looks.offer, commands); break;
    case Place::guide: base::late<draw_guide>(app, looks.guide, commands); break;
    case Place::level: base::late<draw_level>(app, looks.level, commands); break;
    case Place::readiness: base::late<draw_readiness>(app, looks.readiness, commands); break;
    case Place::interviewers: base::late<draw_interviewers>(app, looks.interviewers, commands); break;
    case Place::prepare: draw_prepare(app, commands); break;
    case Place::plan: base::late<draw_plan>(app, looks.plan, commands); break;
    case Place::resume: base::late<draw_resume>(app, looks.resume, commands); break;
    case Place::exercise: break;
    default: draw_unknown(app, commands); break;
  }
}

}  // namespace

void draw(const app::App& app, Looks& looks, app::Commands& commands) {
  // Another screen takes the focus to its title, so that readers start there.
  if (looks.drawn && (looks.last.place != app.route.place || looks.last.item != app.route.item || looks.last.page != app.route.page)) {
    kit::focus_title();
    looks.opened = true;
    looks.exercise = {};
    looks.question = {};
  }
  looks.last = app.route;
  looks.drawn = true;

  static const std::vector<kit::NavigationEntry> kEntries = {
      {"Today", "#/", kit::icon::kHouse},
      {"Practice", "#/practice", kit::icon::kDumbbell},
      {"Playground", "#/playground", kit::icon::kDatabase, true},
      {"Lab", "#/lab", kit::icon::kFlaskConical},
      {"Guide", "#/guide", kit::icon::kBookOpen},
      {"Prepare", "#/prepare", kit::icon::kListChecks},
      {"Settings", "#/settings", kit::icon::kSettings},
  };
  kit::Rect content;
  const int pressed = kit::navigation(kEntries, current_entry(kEntries, app.route.place), content);
  if (pressed >= 0) commands.push_back(app::Go{app::parse_route(kEntries[static_cast<std::size_t>(pressed)].address)});
  take_shortcuts(app, kEntries, looks.shortcuts, commands);
  if (app.update_ready) draw_update_bar(content, commands);
  draw_page(app, looks, content, commands);
  if (const std::string address = kit::take_followed_link(); !address.empty()) {
    commands.push_back(app::Go{app::parse_route(address)});
    looks.guide.aimed.clear();  // also when it leads to the open section, which may be out of sight
  }
  draw_toasts(app, commands);
  draw_shortcuts(app, looks.shortcuts);
}

}  // namespace loopready::screens
