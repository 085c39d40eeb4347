#include "ui/screens/exercise.h"

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/frame.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/tabs.h"
#include "ui/kit/text.h"
#include "ui/screens/exercise_result.h"
#include "ui/screens/exercise_task.h"
#include "ui/screens/exercise_title.h"
#include "ui/screens/job_line.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

constexpr TaskPart kParts[] = {TaskPart::prompt, TaskPart::tables, TaskPart::hints, TaskPart::answer};

std::string completion_of(const app::App& app, const model::Item& item) {
  base::Json tables = base::Json::object();
  const auto world = app.catalogue.worlds.find(item.world);
  if (world != app.catalogue.worlds.end()) {
    for (const std::string& slug : item.uses) {
      const model::WorldTable* table = model::find_table(world->second, slug);
      if (table == nullptr) continue;
      base::Json columns = base::Json::array();
      for (const model::WorldColumn& column : table->columns) columns.push_back(column.name);
      tables[table->name] = std::move(columns);
    }
  }
  return base::to_text({{"tables", std::move(tables)}});
}

const char* in_words(app::Job job) {
  return job == app::Job::run ? "Running" : job == app::Job::grade ? "Grading" : "Measuring";
}

void draw_actions(const app::App& app, const std::string& slug, app::Commands& commands) {
  const app::Exercise* exercise = app::find_exercise(app, slug);
  const bool busy = exercise != nullptr && exercise->job != app::Job::none && job_lasts(app.now_ms, exercise->job_since_ms);
  const bool whiteboard = exercise != nullptr && exercise->whiteboard;
  const kit::Flow flow(8, kit::control_height());
  if (!whiteboard && kit::button("Run", {.kind = kit::ButtonKind::secondary, .icon = kit::icon::kPlay, .shortcut = "Control+Enter",
                          .shortcut_shown = "Ctrl \xE2\x86\xB5", .disabled = busy}))
    commands.push_back(app::RunQuery{slug});
  if (kit::button("Submit", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kCheck,
                             .shortcut = "Control+Shift+Enter", .shortcut_shown = "Ctrl Shift \xE2\x86\xB5", .disabled = busy}))
    commands.push_back(app::SubmitAnswer{slug});
  if (busy) {
    if (draw_job(in_words(exercise->job), app.now_ms, exercise->job_since_ms)) commands.push_back(app::CancelJob{slug});
    return;
  }
  if (kit::button("Reset", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kRotateCcw,
                            .description = "Puts the editor back to the start"}))
    commands.push_back(app::ResetDraft{slug});
  if (exercise != nullptr && (exercise->run || exercise->verdict)) return;
  bool on = whiteboard;
  if (kit::check_box("Whiteboard", on)) commands.push_back(app::SetWhiteboard{slug, on});
}

void draw_editor(const app::App& app, const model::Item& item, float height) {
  const std::string key = "draft/" + item.slug;
  const auto text = app.texts.find(key);
  const std::string draft = app::draft_of(app, item.slug);
  kit::SqlFieldOptions options;
  options.height = height;
  const app::Exercise* exercise = app::find_exercise(app, item.slug);
  if (exercise == nullptr || !exercise->whiteboard) options.completion = completion_of(app, item);
  if (exercise != nullptr && exercise->job == app::Job::none && exercise->asked_sql == draft) {
    const model::SqlError* error = nullptr;
    if (exercise->latest == app::Job::run && exercise->run && exercise->run->sql_error) error = &*exercise->run->sql_error;
    if (exercise->latest == app::Job::grade && exercise->verdict && exercise->verdict->sql_error)
      error = &*exercise->verdict->sql_error;
    if (error != nullptr) {
      options.mark_line = error->line;
      options.mark_column = error->column;
    }
  }
  kit::sql_field("SQL editor", {key, draft, text == app.texts.end() ? 0 : text->second.revision}, options);
}

std::vector<kit::TabLabel> task_labels(const app::App& app, const model::Item& item) {
  const int n_hints = std::min(app.log.status(item.slug).n_hints, static_cast<int>(item.hints.size()));
  return {{"Prompt", nullptr, ""},
          {"Tables", nullptr, ""},
          {"Hints", nullptr, n_hints == 0 ? "" : std::to_string(n_hints) + "/" + std::to_string(item.hints.size())},
          {"Answer", nullptr, ""}};
}

void draw_wide(const app::App& app, const model::PackedItem& packed, ExerciseLook& look, kit::Rect body,
               app::Commands& commands) {
  const model::Item& item = packed.item;
  kit::Rect left, right;
  double share = look.split_share > 0 ? look.split_share : app.settings.split_share;
  const double before = share;
  const bool done = kit::split("Divider between task and editor", body, share, left, right);
  if (share != before) look.split_share = share;
  if (done) {
    commands.push_back(app::SetSetting{"split_share", base::shortest(share)});
    look.split_share = 0;
  }
  {
    const kit::Area task("Task", left, {.padding = 16, .gap = 0, .surface = true, .scroll = false});
    const std::vector<kit::TabLabel> labels = task_labels(app, item);
    kit::tabs("Task", labels, look.task_tab);
    kit::Rect rest = kit::remaining();
    rest.x -= 16;
    rest.w += 32;
    const kit::Area panel(labels[static_cast<std::size_t>(look.task_tab)].name, rest,
                          {.role = kit::Role::tab_panel, .padding = 16, .gap = 12, .max_width = kit::kReadingWidth, .tab_stop = true});
    draw_task(app, packed, kParts[look.task_tab], look, commands);
  }
  const kit::Area work("Work", right, {.padding = 16, .gap = 10, .surface = true, .scroll = false});
  draw_editor(app, item, std::clamp(right.h * 0.42f, 120.0f, 420.0f));
  draw_actions(app, item.slug, commands);
  kit::Rect rest = kit::remaining();
  rest.x -= 16;
  rest.w += 32;
  const kit::Area results("Results", rest, {.padding = 16, .gap = 12, .to_top = take_new_result(app, item.slug, look), .tab_stop = true});
  draw_results(app, packed, look, commands);
}

void draw_narrow(const app::App& app, const model::PackedItem& packed, ExerciseLook& look, kit::Rect body,
                 app::Commands& commands) {
  const model::Item& item = packed.item;
  const float bar = kit::control_height() + 16;
  {
    const kit::Area task("Task", {body.x, body.y, body.w, body.h - bar}, {.padding = 12, .gap = 0, .surface = true, .scroll = false});
    std::vector<kit::TabLabel> labels = task_labels(app, item);
    labels.insert(labels.begin() + 1, {"Query", nullptr, ""});
    const bool new_result = take_new_result(app, item.slug, look);
    kit::tabs("Task", labels, look.narrow_tab);
    kit::Rect rest = kit::remaining();
    rest.x -= 12;
    rest.w += 24;
    const kit::Area panel(labels[static_cast<std::size_t>(look.narrow_tab)].name, rest, {.role = kit::Role::tab_panel, .padding = 12, .gap = 12, .to_top = new_result, .tab_stop = true});
    if (look.narrow_tab == 1) {
      draw_editor(app, item, std::clamp(rest.h * 0.38f, 120.0f, 320.0f));
      draw_results(app, packed, look, commands);
    } else {
      draw_task(app, packed, kParts[look.narrow_tab == 0 ? 0 : look.narrow_tab - 1], look, commands);
    }
  }
  const kit::Area actions("Actions", {body.x, body.y + body.h - bar, body.w, bar}, {.padding = 8, .surface = true, .scroll = false});
  const std::size_t before = commands.size();
  draw_actions(app, item.slug, commands);
  for (std::size_t i = before; i < commands.size(); ++i)
    if (std::holds_alternative<app::RunQuery>(commands[i]) || std::holds_alternative<app::SubmitAnswer>(commands[i]))
      look.narrow_tab = 1;
}

void draw_load_failure(const char* what, const std::string& why, app::Commands& commands) {
  const kit::Card card(kit::Tone::bad);
  kit::strong(what, kit::Tone::bad);
  kit::text((why.empty() ? "" : why + " ") + "What you have done so far is kept.");
  if (kit::button("Try again", {.icon = kit::icon::kRotateCcw})) commands.push_back(app::RetryLoading{});
}

void draw_missing(const app::App& app, kit::Rect content, app::Commands& commands) {
  const kit::Area area("Page", content, {.role = kit::Role::main, .padding = 24, .gap = 16, .max_width = kit::kReadingWidth});
  if (app.catalogue.index_state == app::Loading::under_way) {
    kit::heading(1, "Exercise");
    kit::text("Loading\xE2\x80\xA6", kit::Tone::quiet);
    return;
  }
  if (app.catalogue.index_state == app::Loading::failed) {
    kit::heading(1, "Exercise");
    draw_load_failure("The exercises could not be loaded", app.catalogue.index_error, commands);
    return;
  }
  const model::IndexEntry* entry = app::find_entry(app, app.route.item);
  if (entry == nullptr) {
    kit::heading(1, "This exercise does not exist");
    kit::text("There is no exercise called \"" + app.route.item + "\" here. It may belong to another version.");
    if (kit::button("See all exercises", {.kind = kit::ButtonKind::primary}))
      commands.push_back(go_to(app::Place::practice));
    return;
  }
  kit::heading(1, entry->title);
  const auto state = app.catalogue.pack_state.find(entry->pack);
  if (state == app.catalogue.pack_state.end() || state->second == app::Loading::not_asked ||
      state->second == app::Loading::under_way) {
    kit::text("Loading the exercise\xE2\x80\xA6", kit::Tone::quiet);
    return;
  }
  if (state->second == app::Loading::done) {
    kit::text("This exercise is not among those that came. It may be new: reload the page to get it.");
    return;
  }
  const auto why = app.catalogue.pack_error.find(entry->pack);
  draw_load_failure("This exercise could not be loaded", why == app.catalogue.pack_error.end() ? "" : why->second, commands);
}

}  // namespace

void draw_exercise(const app::App& app, ExerciseLook& look, kit::Rect content, app::Commands& commands) {
  const model::PackedItem* packed = app::find_item(app, app.route.item);
  const model::IndexEntry* entry = app::find_entry(app, app.route.item);
  if (packed == nullptr || entry == nullptr) {
    draw_missing(app, content, commands);
    return;
  }
  const bool narrow = content.w < 900;
  const kit::Area page("Exercise", content, {.role = kit::Role::main, .padding = narrow ? 8.0f : 12.0f, .gap = 8, .scroll = false});
  draw_title(app, *entry, narrow, commands);
  kit::Rect body = kit::remaining();
  if (narrow) {
    body.x = content.x;
    body.w = content.w;
    draw_narrow(app, *packed, look, body, commands);
  } else {
    body.h -= 12;
    draw_wide(app, *packed, look, body, commands);
  }
}

}  // namespace loopready::screens
