#include "app/navigation.h"

#include "app/flight.h"
#include "app/guide.h"
#include "app/level.h"
#include "app/loading.h"
#include "app/playground.h"
#include "app/question.h"
#include "app/settings.h"
#include "app/storing.h"

namespace loopready::app {
namespace {

constexpr const char* kSearch = "search/practice";

std::string screen_name(const App& app) {
  switch (app.route.place) {
    case Place::today: return "Today";
    case Place::practice: return "Practice";
    case Place::playground: return "Playground";
    case Place::lab: return "Lab";
    case Place::flight: return "Flight desk";
    case Place::guide: {
      const model::GuidePage* page = model::find_page(app.catalogue.guide, app.route.page);
      return page == nullptr ? "Guide" : page->title;
    }
    case Place::prepare: return "Prepare";
    case Place::level: return "Find your level";
    case Place::offer: return "Offer desk";
    case Place::readiness: return "Readiness check";
    case Place::plan: return "Plan";
    case Place::resume: return "R\u00E9sum\u00E9 bench";
    case Place::business: return "Business desk";
    case Place::interviewers: return "Questions for interviewers";
    case Place::settings: return "Settings";
    case Place::unknown: return "Page not found";
    case Place::exercise: break;
  }
  if (const model::IndexEntry* entry = find_entry(app, app.route.item)) return entry->title;
  return app.catalogue.index_state == Loading::done ? "Exercise not found" : "Exercise";
}

void show_route(App& app, bool push) { app.effects.push_back(ShowRoute{format_route(app.route), title_of(app), push}); }

// The search field shows the filter's words, also when an address or a button changed them.
void refresh_search(App& app) {
  if (app.route.place != Place::practice) return;
  Text& text = app.texts[kSearch];
  if (text.text != app.route.filter.search) text = {app.route.filter.search, text.revision + 1};
}

// As it is asked for, or at the target level.
Route opening_route(const App& app, Route route) {
  if (route.place == Place::practice) route.filter = opening_filter(app, route.filter);
  return route;
}

void open_route(App& app, const Route& route, bool push) {
  app.route = opening_route(app, route);
  show_route(app, push);
  refresh_search(app);
  open_exercise(app);
  open_playground(app);
  open_guide(app);
  open_flight(app);
}

}  // namespace

std::string title_of(const App& app) { return screen_name(app) + " \u00B7 Loopready"; }

void start(App& app, const Started& started) {
  app.seed = started.seed;
  show_theme(app);
  open_route(app, parse_route(started.hash), false);
}

void go(App& app, const Route& route) {
  if (opening_route(app, route) == app.route) open_exercise(app);
  else open_route(app, route, true);
}

void follow_address(App& app, const std::string& hash) { open_route(app, parse_route(hash), false); }

void change_filter(App& app, const Filter& chosen) {
  if (app.route.place != Place::practice) return;
  const Filter filter = chosen_filter(app, chosen);
  if (app.route.filter == filter) return;
  app.route.filter = filter;
  show_route(app, false);
  refresh_search(app);
}

void refresh_filter(App& app) {
  const Route wanted = opening_route(app, app.route);
  if (wanted == app.route) return;
  app.route = wanted;
  show_route(app, false);
}

void open_exercise(App& app) {
  if (app.route.place != Place::exercise) return;
  const model::IndexEntry* entry = find_entry(app, app.route.item);
  if (entry == nullptr) return;
  load_pack(app, entry->pack);
  note_opened(app);
}

void note_opened(App& app) {
  const std::string& slug = app.route.item;
  if (app.route.place != Place::exercise || (find_item(app, slug) == nullptr && find_question(app, slug) == nullptr)) return;
  Exercise& exercise = app.exercises[app.route.item];
  if (exercise.opened_ms == 0) exercise.opened_ms = app.now_ms;
  // Whether this is the first time is known once the stored record is here, or will never be.
  const bool log_known = app.storage.restored || !app.storage.failure.empty();
  if (log_known && find_entry(app, app.route.item) != nullptr && !app.log.status(app.route.item).opened)
    add_record(app, "opened", app.route.item);
  open_question(app, slug);
}

void refresh_title(App& app) { show_route(app, false); }

}  // namespace loopready::app
