#include "ui/screens/playground.h"

#include <algorithm>

#include "app/playground.h"
#include "base/json.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/feedback.h"
#include "ui/kit/field.h"
#include "ui/kit/frame.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/job_line.h"
#include "ui/screens/table_view.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

using NamedTables = std::vector<std::pair<std::string, model::Table>>;

void draw_world(const app::App& app, app::Commands& commands) {
  const auto worlds = app::playground_worlds(app);
  std::vector<std::string> names;
  int chosen = 0;
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    names.push_back(capital(worlds[i].first));
    if (worlds[i].first == app.playground.world) chosen = static_cast<int>(i);
  }
  if (names.empty()) return;
  kit::strong("Data");
  if (kit::choice("World", names, chosen)) commands.push_back(app::ChooseWorld{worlds[static_cast<std::size_t>(chosen)].first});
}

// The types of an opened file's columns, each to be changed.
void draw_types(const app::OpenedTable& opened, app::Commands& commands) {
  static const std::vector<std::string> kTypes = {"integer", "numeric", "varchar", "date", "timestamp", "boolean"};
  for (std::size_t c = 0; c < opened.table.columns.size() && c < 20; ++c) {
    const model::Column& column = opened.table.columns[c];
    const auto found = std::find(kTypes.begin(), kTypes.end(), column.type);
    int chosen = found == kTypes.end() ? 2 : static_cast<int>(found - kTypes.begin());
    kit::text(column.name, kit::Tone::quiet, kit::kSmall);
    if (kit::choice("Type of " + column.name, kTypes, chosen))
      commands.push_back(app::SetColumnType{opened.name, c, kTypes[static_cast<std::size_t>(chosen)]});
  }
  if (kit::button("Remove " + opened.name, {.icon = kit::icon::kX})) commands.push_back(app::DropTable{opened.name});
}

void draw_tables(const app::App& app, const NamedTables& tables, PlaygroundLook& look, app::Commands& commands) {
  {
    const kit::Flow flow(6);
    for (const auto& [name, table] : tables)
      if (kit::button(name, {.kind = kit::ButtonKind::secondary, .icon = kit::icon::kTable2, .pressed = look.open_table == name}))
        look.open_table = look.open_table == name ? "" : name;
    if (kit::button("Open a CSV or SQLite file", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kUpload,
                                        .description = "It stays on this device"}))
      commands.push_back(app::OpenDataFile{});
  }
  for (const auto& [name, table] : tables) {
    if (name != look.open_table) continue;
    const kit::Card card;
    kit::text(base::count_of(table.n_rows == 0 ? static_cast<std::int64_t>(table.rows.size()) : table.n_rows, "row"), kit::Tone::quiet,
              kit::kSmall);
    model::Table head = table;
    if (head.rows.size() > 50) head.rows.resize(50);
    kit::table(table_view("Rows of " + name, head, 220), look.tables[name]);
    for (const app::OpenedTable& opened : app.playground.opened)
      if (opened.name == name) draw_types(opened, commands);
  }
}

void draw_editor(const app::App& app, const NamedTables& tables) {
  base::Json completion = base::Json::object();
  for (const auto& [name, table] : tables) {
    base::Json columns = base::Json::array();
    for (const model::Column& column : table.columns) columns.push_back(column.name);
    completion[name] = std::move(columns);
  }
  const auto text = app.texts.find(app::kPlaygroundDraft);
  kit::SqlFieldOptions options;
  options.height = std::clamp(kit::view_height() * 0.3f, 130.0f, 300.0f);
  options.completion = base::to_text({{"tables", std::move(completion)}});
  const app::Playground& playground = app.playground;
  const std::string sql = text == app.texts.end() ? "" : text->second.text;
  if (playground.run && playground.run->sql_error && playground.asked_sql == sql) {
    options.mark_line = playground.run->sql_error->line;
    options.mark_column = playground.run->sql_error->column;
  }
  kit::sql_field("SQL editor", {app::kPlaygroundDraft, sql, text == app.texts.end() ? 0 : text->second.revision}, options);
}

void draw_actions(const app::App& app, PlaygroundLook& look, app::Commands& commands) {
  const app::Playground& playground = app.playground;
  const bool busy = playground.job != app::Job::none && job_lasts(app.now_ms, playground.job_since_ms);
  const kit::Flow flow(8, kit::control_height());
  if (kit::button("Run", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kPlay, .shortcut = "Control+Enter",
                          .shortcut_shown = "Ctrl \xE2\x86\xB5", .disabled = busy}))
    commands.push_back(app::RunPlayground{});
  if (busy && draw_job("Working", app.now_ms, playground.job_since_ms)) commands.push_back(app::CancelPlayground{});
  const bool has_rows = playground.run && playground.run->table;
  if (kit::button("Save as CSV", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kDownload, .disabled = !has_rows}))
    commands.push_back(app::SaveResult{});
  if (kit::button("Export database", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kDatabase,
                                      .description = "All tables as SQL"}))
    commands.push_back(app::SaveDatabase{});
  if (kit::button("History", {.kind = kit::ButtonKind::quiet, .icon = look.shows_history ? kit::icon::kChevronUp : kit::icon::kChevronDown,
                              .expandable = true, .expanded = look.shows_history}))
    look.shows_history = !look.shows_history;
}

void draw_history(const app::App& app, PlaygroundLook& look, app::Commands& commands) {
  const std::vector<std::string> history = app::playground_history(app);
  if (history.empty()) kit::text("Queries you run are listed here.", kit::Tone::quiet);
  int n = 0;
  for (const std::string& sql : history) {
    const kit::Card card;
    kit::code_block(sql.size() > 400 ? sql.substr(0, 400) : sql);
    if (kit::button("Use query " + std::to_string(++n), {.icon = kit::icon::kArrowRight})) {
      commands.push_back(app::LoadPlayground{sql});
      look.shows_history = false;
    }
  }
}

}  // namespace

void draw_playground(const app::App& app, PlaygroundLook& look, app::Commands& commands) {
  kit::heading(1, "Playground");
  kit::text("Any query on any world's sample data, on your own files, and on your own record (my_attempts). Nothing leaves this page.",
            kit::Tone::quiet);
  draw_world(app, commands);
  const NamedTables tables = app::playground_tables(app);
  draw_tables(app, tables, look, commands);
  draw_editor(app, tables);
  draw_actions(app, look, commands);
  if (look.shows_history) draw_history(app, look, commands);
  const app::Playground& playground = app.playground;
  if (!playground.failure.empty()) {
    const kit::Card card(kit::Tone::careful);
    kit::icon_text(kit::icon::kTriangleAlert, playground.failure, kit::Tone::normal);
  }
  if (playground.run) draw_run(*playground.run, "Playground result", look.run, commands);
}

}  // namespace loopready::screens
