#include "ui/screens/practice.h"

#include <algorithm>

#include "app/catalogue.h"
#include "app/level.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/list.h"
#include "ui/kit/text.h"
#include "ui/screens/level_line.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

std::string shown_value(std::string_view filter, const std::string& value) {
  if (filter == "Category") return category_name(value);
  if (filter == "Kind") return kind_name(value);
  if (filter == "Topic") return capital(base::slug_words(value));
  return value[0] == 'L' ? value : capital(value);
}

// One filter: a word and its values behind "All".
void draw_filter(const char* name, const std::vector<std::string>& values, std::string& chosen, bool& changed) {
  if (values.empty()) return;
  std::vector<std::string> shown = {"All"};
  for (const std::string& value : values) shown.push_back(shown_value(name, value));
  const auto found = std::find(values.begin(), values.end(), chosen);
  int at = found == values.end() ? 0 : static_cast<int>(found - values.begin()) + 1;
  bool pressed = false;
  if (kit::content_width() < 520) {
    const kit::Column column(4);
    kit::text(name, kit::Tone::quiet, kit::kSmall);
    pressed = kit::choice(name, shown, at);
  } else {
    const kit::Flow flow(12);
    {
      const kit::Column label(0, 84);
      kit::space(5);
      kit::text(name, kit::Tone::quiet, kit::kSmall);
    }
    const kit::Column options(0, kit::content_width() - 96);
    pressed = kit::choice(name, shown, at);
  }
  if (!pressed) return;
  chosen = at == 0 ? "" : values[static_cast<std::size_t>(at) - 1];
  changed = true;
}

// Many topics: folded, and only those of one category.
void draw_topics(const std::vector<std::string>& topics, PracticeLook& look, app::Filter& filter, bool& changed) {
  if (topics.size() < 2 || (filter.category.empty() && filter.topic.empty())) return;
  if (kit::button("Topic: " + (filter.topic.empty() ? "all" : capital(base::slug_words(filter.topic))),
                  {.kind = kit::ButtonKind::quiet, .icon = look.topics_open ? kit::icon::kChevronUp : kit::icon::kChevronDown, .key = "topics",
                   .expandable = true, .expanded = look.topics_open}))
    look.topics_open = !look.topics_open;
  if (look.topics_open) draw_filter("Topic", topics, filter.topic, changed);
}

void draw_filters(const app::App& app, PracticeLook& look, app::Commands& commands) {
  const app::FilterValues values = app::filter_values(app, app.route.filter.category);
  app::Filter filter = app.route.filter;
  bool changed = false;
  const auto text = app.texts.find("search/practice");
  kit::line_field("Search exercises",
                  {"search/practice", text == app.texts.end() ? filter.search : text->second.text,
                   text == app.texts.end() ? 0 : text->second.revision},
                  "Search by title or topic", true, 420);
  if (kit::content_width() < 520) {
    const int n_set = !filter.category.empty() + (!filter.level.empty() && filter.level != app::kAnyLevel) + !filter.difficulty.empty() + !filter.status.empty() + !filter.kind.empty() + !filter.topic.empty();
    if (kit::button(n_set == 0 ? "Filters" : "Filters (" + std::to_string(n_set) + ")",
                    {.icon = look.filters_open ? kit::icon::kChevronUp : kit::icon::kChevronDown, .key = "filters",
                     .expandable = true, .expanded = look.filters_open}))
      look.filters_open = !look.filters_open;
    if (!look.filters_open) return;
  }
  const kit::Column column(8);
  const std::string category = filter.category;
  draw_filter("Category", values.categories, filter.category, changed);
  if (filter.category != category) filter.topic.clear();
  if (values.kinds.size() > 1) draw_filter("Kind", values.kinds, filter.kind, changed);
  draw_filter("Level", values.levels, filter.level, changed);
  draw_filter("Difficulty", values.difficulties, filter.difficulty, changed);
  draw_filter("Status", {"new", "tried", "solved"}, filter.status, changed);
  draw_topics(values.topics, look, filter, changed);
  if (changed) commands.push_back(app::ChangeFilter{filter});
}

void draw_rows(const app::App& app, const std::vector<const model::IndexEntry*>& entries, int n_drawn, app::Commands& commands) {
  const kit::Group list(kit::Role::list, "Exercises");
  const kit::Column column(8);
  const int n = static_cast<int>(entries.size());
  for (int i = 0; i < n_drawn; ++i) {
    const model::IndexEntry& entry = *entries[static_cast<std::size_t>(i)];
    const StageLook stage = stage_look(app, entry.slug);
    kit::ListRow row{entry.title,
                     category_name(entry.category) + " \xC2\xB7 " + (entry.kind == "sql" ? "" : kind_name(entry.kind) + " \xC2\xB7 ") + base::slug_words(entry.topic) + " \xC2\xB7 " + minutes_text(entry.minutes),
                     item_address(entry.slug), stage.icon, stage.tone, stage.words, {}};
    row.tags = {{entry.level, kit::Tone::accent}, {entry.difficulty, difficulty_tone(entry.difficulty)}};
    if (kit::list_row(row, i + 1, n)) commands.push_back(go_to_item(entry.slug));
  }
}

void draw_list(const app::App& app, PracticeLook& look, app::Commands& commands) {
  const std::vector<const model::IndexEntry*> entries = app::filtered(app, app.route.filter);
  if (entries.empty()) {
    const kit::Card card(kit::Tone::quiet);
    kit::strong("No exercise matches");
    kit::text("Take a filter away, or search for another word.");
    if (kit::button("Show all exercises")) {
      commands.push_back(app::EditText{"search/practice", ""});
      commands.push_back(app::ChangeFilter{});
    }
    return;
  }
  kit::text(base::count_of(static_cast<std::int64_t>(entries.size()), "exercise"), kit::Tone::quiet, kit::kSmall);
  if (!(look.filter == app.route.filter)) {
    look.filter = app.route.filter;
    look.n_rows = kRowsAtOnce;
  }
  const int n = static_cast<int>(entries.size());
  draw_rows(app, entries, std::min(n, look.n_rows), commands);
  if (n <= look.n_rows) return;
  if (kit::button("Show " + std::to_string(std::min(n - look.n_rows, kRowsAtOnce)) + " more",
                  {.icon = kit::icon::kChevronDown, .description = "of " + base::count_of(n, "exercise"), .key = "more"}))
    look.n_rows += kRowsAtOnce;
}

// The target level, and one click to look beyond it.
void draw_level_choice(const app::App& app, app::Commands& commands) {
  const kit::Flow flow(16, kit::control_height());
  draw_level_line(app, commands);
  const std::string level = app::practice_level(app);
  app::Filter filter = app.route.filter;
  if (level.empty() || filter.level != level) return;
  filter.level.clear();
  if (kit::button("Show all levels", {.kind = kit::ButtonKind::quiet, .description = "Only " + level + " is shown now"})) commands.push_back(app::ChangeFilter{filter});
}

}  // namespace

void draw_practice(const app::App& app, PracticeLook& look, app::Commands& commands) {
  kit::heading(1, "Practice");
  // The bar of a narrow window has no entry for it.
  if (kit::view_width() < 700 && kit::button("Open the playground", {.icon = kit::icon::kDatabase, .description = "Free SQL on sample data or your own files"}))
    commands.push_back(go_to(app::Place::playground));
  if (app.catalogue.index_state == app::Loading::failed) {
    const kit::Card card(kit::Tone::bad);
    kit::strong("The exercises could not be loaded", kit::Tone::bad);
    kit::text(app.catalogue.index_error + " What you have done so far is kept.");
    if (kit::button("Try again", {.icon = kit::icon::kRotateCcw})) commands.push_back(app::RetryLoading{});
    return;
  }
  if (app.catalogue.index_state != app::Loading::done) {
    kit::text("Loading the exercises\xE2\x80\xA6", kit::Tone::quiet);
    return;
  }
  draw_level_choice(app, commands);
  draw_filters(app, look, commands);
  draw_list(app, look, commands);
}

}  // namespace loopready::screens
