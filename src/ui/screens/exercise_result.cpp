#include "ui/screens/exercise_result.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/tabs.h"
#include "ui/kit/text.h"
#include "ui/screens/table_view.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

std::string place_words(const model::SqlError& error) {
  if (error.line == 0) return "Your SQL has an error";
  return "Error in line " + std::to_string(error.line) + ", column " + std::to_string(error.column);
}

void draw_sql_error(const model::SqlError& error) {
  const kit::Card card(kit::Tone::bad);
  kit::strong(place_words(error), kit::Tone::bad);
  kit::text(error.text);
  if (!error.hint.empty()) kit::icon_text(kit::icon::kLightbulb, error.hint, kit::Tone::normal);
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

void draw_run(const model::RunResult& run, ExerciseLook& look, app::Commands& commands) {
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
  if (run.table->columns.empty()) return;
  kit::table(table_view("Result", *run.table, 4'000), look.tables["Result"]);
}

void draw_datasets(const model::Verdict& verdict) {
  if (verdict.datasets.empty()) return;
  kit::heading(3, "Checked on");
  const kit::Group list(kit::Role::list, "Datasets");
  const kit::Column column(4);
  for (const model::DatasetVerdict& one : verdict.datasets) {
    const kit::Group item(kit::Role::list_item, one.slug);
    kit::icon_text(one.right ? kit::icon::kCircleCheck : kit::icon::kCircleX,
                   one.about + (one.right ? ": right" : ": not right"), one.right ? kit::Tone::good : kit::Tone::bad);
  }
}

void draw_shown(const model::Verdict& verdict, ExerciseLook& look) {
  if (!verdict.shown) return;
  const model::Shown& shown = *verdict.shown;
  std::string about = shown.dataset;
  for (const model::DatasetVerdict& one : verdict.datasets)
    if (one.slug == shown.dataset) about = one.about;
  kit::heading(3, "See it on: " + about);
  const bool narrow = kit::content_width() < 560;
  const float half = narrow ? kit::content_width() : std::floor(kit::content_width() / 2) - 9;
  {
    const kit::Flow flow(16);
    {
      const kit::Column column(6, half);
      kit::strong("Your result");
      kit::table(marked_view("Your result", shown.got, verdict.diff, Side::got, 260), look.tables["Your result"]);
      if (shown.got.rows.empty()) kit::text("No rows.", kit::Tone::quiet);
    }
    {
      const kit::Column column(6, half);
      kit::strong("Expected");
      kit::table(marked_view("Expected rows", shown.expected, verdict.diff, Side::expected, 260), look.tables["Expected rows"]);
      if (shown.expected.rows.empty()) kit::text("No rows.", kit::Tone::quiet);
    }
  }
  kit::heading(3, "The data behind it");
  for (const auto& [name, table] : shown.tables) {
    kit::strong(name);
    const std::string label = "Rows of " + name;
    kit::table(table_view(label, table, 220), look.tables[label]);
    if (table.rows.empty()) kit::text("No rows.", kit::Tone::quiet);
  }
}

void draw_verdict(const app::App& app, const model::PackedItem& packed, const model::Verdict& verdict, ExerciseLook& look,
                  app::Commands& commands) {
  {
    const kit::Card card(verdict.right ? kit::Tone::good : kit::Tone::bad);
    const auto n_right = std::count_if(verdict.datasets.begin(), verdict.datasets.end(),
                                       [](const model::DatasetVerdict& one) { return one.right; });
    kit::heading(2, verdict.right ? "Right" : "Not yet");
    if (!verdict.right && verdict.datasets.size() > 1)
      kit::text("Right on " + std::to_string(n_right) + " of " +
                    base::count_of(static_cast<std::int64_t>(verdict.datasets.size()), "dataset") + ".",
                kit::Tone::quiet);
    for (const model::Reason& reason : verdict.reasons) kit::markdown(reason.text);
    if (verdict.right) {
      const app::Exercise* exercise = app::find_exercise(app, packed.item.slug);
      if (exercise != nullptr && !exercise->answer_shown &&
          kit::button("Compare with the worked answer", {.icon = kit::icon::kEye})) {
        commands.push_back(app::ShowAnswer{packed.item.slug});
        look.task_tab = 3;
        look.narrow_tab = 4;
      }
    }
  }
  if (verdict.sql_error) draw_sql_error(*verdict.sql_error);
  if (!verdict.trap.empty()) {
    const kit::Card card(kit::Tone::careful);
    kit::icon_text(kit::icon::kTriangleAlert, "A common trap", kit::Tone::careful);
    kit::markdown(verdict.trap_why);
  }
  draw_shown(verdict, look);
  draw_datasets(verdict);
}

}  // namespace

bool take_new_result(const app::App& app, const std::string& slug, ExerciseLook& look) {
  const app::Exercise* exercise = app::find_exercise(app, slug);
  if (exercise == nullptr || exercise->job != app::Job::none || exercise->request_id == look.seen_request) return false;
  look.seen_request = exercise->request_id;
  look.result_tab = exercise->latest == app::Job::grade ? 1 : 0;
  return true;
}

void draw_results(const app::App& app, const model::PackedItem& packed, ExerciseLook& look, app::Commands& commands) {
  const app::Exercise* exercise = app::find_exercise(app, packed.item.slug);
  if (exercise == nullptr || (!exercise->run && !exercise->verdict && exercise->failure.empty())) {
    kit::text("Run shows your query's rows on the sample data. Submit grades it on hidden data too.", kit::Tone::quiet);
    return;
  }
  if (!exercise->failure.empty()) {
    const kit::Card card(kit::Tone::careful);
    kit::icon_text(kit::icon::kTriangleAlert, exercise->failure, kit::Tone::normal);
  }
  if (exercise->run && exercise->verdict)
    kit::tabs("Results", {{"Result", kit::icon::kTable2, ""}, {"Verdict", kit::icon::kCheckCheck, ""}}, look.result_tab);
  else
    look.result_tab = exercise->verdict ? 1 : 0;
  if (look.result_tab == 1 && exercise->verdict) draw_verdict(app, packed, *exercise->verdict, look, commands);
  else if (exercise->run) draw_run(*exercise->run, look, commands);
}

}  // namespace loopready::screens
