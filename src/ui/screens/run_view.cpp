#include "ui/screens/run_view.h"

#include <algorithm>

#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/table_view.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

std::string place_words(const model::SqlError& error) {
  if (error.line == 0) return "Your SQL has an error";
  return "Error in line " + std::to_string(error.line) + ", column " + std::to_string(error.column);
}

void draw_stopped(model::Stopped stopped) {
  const kit::Card card(kit::Tone::careful);
  kit::strong("The query was stopped", kit::Tone::careful);
  kit::text(model::stopped_sentence(stopped));
}

std::string count_line(const model::Table& table, const model::Cost& cost) {
  std::string line = thousands(table.n_rows) + (table.n_rows == 1 ? " row" : " rows");
  if (table.cut) line += ", the first " + thousands(static_cast<std::int64_t>(table.rows.size())) + " shown";
  return line + " in " + base::shortest(static_cast<double>(static_cast<std::int64_t>(cost.ms * 10 + 0.5)) / 10) + " ms";
}

// The plan as a tree in words, and what SQLite was given.
void draw_how_it_ran(const model::RunResult& run, RunLook& look) {
  if (run.plan.empty() && run.sqlite_sql.empty()) return;
  if (kit::button("How it ran", {.kind = kit::ButtonKind::quiet, .icon = look.shows_plan ? kit::icon::kChevronUp : kit::icon::kChevronDown,
                                 .key = "how it ran", .expandable = true, .expanded = look.shows_plan}))
    look.shows_plan = !look.shows_plan;
  if (!look.shows_plan) return;
  kit::strong("The plan, from the outside in");
  {
    const kit::Group list(kit::Role::list, "Query plan");
    const kit::Column column(4);
    for (const std::string& step : run.plan) {
      const std::size_t depth = std::min(step.find_first_not_of(' '), step.size());
      const kit::Group item(kit::Role::list_item, "");
      const kit::Column indented(0, 0, static_cast<float>(depth) * 8);
      kit::icon_text(kit::icon::kChevronRight, step.substr(depth), kit::Tone::normal);
    }
  }
  kit::text(thousands(run.cost.steps) + " steps of SQLite's machine.", kit::Tone::quiet, kit::kSmall);
  if (!run.differs.empty()) {
    kit::strong("Where plain SQLite would have read your query otherwise");
    const kit::Group list(kit::Role::list, "Differences from SQLite");
    const kit::Column column(6);
    for (const model::Difference& one : run.differs) {
      const kit::Group item(kit::Role::list_item, "");
      kit::rich_text({{.face = kit::Face::semibold, .text = one.what}, {.text = "  "}, {.text = one.why}}, kit::kBody);
    }
  }
  kit::strong("What SQLite was given for your Redshift SQL");
  kit::code_block(run.sqlite_sql);
}

}  // namespace

void draw_sql_error(const model::SqlError& error) {
  const kit::Card card(kit::Tone::bad);
  kit::strong(place_words(error), kit::Tone::bad);
  kit::text(error.text);
  if (!error.hint.empty()) kit::icon_text(kit::icon::kLightbulb, error.hint, kit::Tone::normal);
}

void draw_run(const model::RunResult& run, const std::string& name, RunLook& look, app::Commands& commands) {
  if (run.sql_error) draw_sql_error(*run.sql_error);
  if (run.stopped != model::Stopped::no) draw_stopped(run.stopped);
  if (!run.table) return;
  {
    const kit::Flow flow(12, kit::control_height());
    kit::text(count_line(*run.table, run.cost), kit::Tone::quiet, kit::kSmall);
    if (kit::button("Copy", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kCopy,
                             .description = "Copies the table as tab-separated values"}))
      commands.push_back(app::CopyTable{tab_separated(*run.table)});
  }
  for (const std::string& note : run.notes) kit::icon_text(kit::icon::kInfo, note, kit::Tone::quiet);
  if (!run.table->columns.empty()) kit::table(table_view(name, *run.table, 4'000), look.table);
  draw_how_it_ran(run, look);
}

}  // namespace loopready::screens
