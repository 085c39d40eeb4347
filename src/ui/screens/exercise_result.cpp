#include "ui/screens/exercise_result.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/chart.h"
#include "ui/kit/feedback.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/tabs.h"
#include "ui/kit/text.h"
#include "ui/screens/run_view.h"
#include "ui/screens/table_view.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

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
  kit::heading(3, shown.made ? "See it on the smallest case found" : "See it on: " + about);
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

void draw_scale(const app::Exercise& exercise, const std::string& slug, ExerciseLook& look, app::Commands& commands) {
  const bool busy = exercise.job != app::Job::none;
  kit::text("The same query on generated tables of 1,000 to 100,000 rows each, beside the worked answer. Steps are counted by SQLite's "
            "machine and are the same everywhere; milliseconds are this device's.",
            kit::Tone::quiet);
  if (!busy && kit::button(exercise.scale.empty() ? "Measure" : "Measure again", {.icon = kit::icon::kChartLine}))
    commands.push_back(app::MeasureScale{slug});
  if (exercise.scale.empty()) return;
  if (exercise.job == app::Job::scale)
    kit::progress("Measured", static_cast<double>(exercise.scale.size()) / 5, std::to_string(exercise.scale.size()) + " of 5 sizes");
  kit::ChartView chart{"Steps by rows of each table, your query beside the worked answer", "rows in each table", "steps", {}, true, true};
  chart.series = {{"yours", {}}, {"answer", {}}};
  model::Table table;
  table.columns = {{"rows", "int"}, {"your steps", "int"}, {"answer's steps", "int"}, {"your ms", "numeric"}, {"answer's ms", "numeric"}};
  for (const model::ScalePoint& point : exercise.scale) {
    const bool stopped = point.stopped != model::Stopped::no;
    const auto rows = static_cast<double>(point.rows);
    if (!stopped && point.steps > 0) chart.series[0].points.emplace_back(rows, static_cast<double>(point.steps));
    if (point.answer_steps > 0) chart.series[1].points.emplace_back(rows, static_cast<double>(point.answer_steps));
    const auto rounded = [](double ms) { return model::Cell(std::round(ms * 10) / 10); };
    table.rows.push_back({point.rows, stopped ? model::Cell("stopped") : model::Cell(point.steps), point.answer_steps,
                          stopped ? model::Cell("stopped") : rounded(point.ms), rounded(point.answer_ms)});
  }
  table.n_rows = static_cast<std::int64_t>(table.rows.size());
  if (!exercise.growth.empty()) {
    const bool stopped = exercise.scale.back().stopped != model::Stopped::no;
    kit::strong("Your query grows: " + exercise.growth + ". The worked answer: " + exercise.answer_growth + ".");
    if (stopped)
      kit::text("On " + thousands(exercise.scale.back().rows) + " rows yours was stopped after a thousand times the answer's work.",
                kit::Tone::careful);
  }
  kit::line_chart(chart);
  kit::table(table_view("Scale", table, 240), look.tables["Scale"]);
}

}  // namespace

bool take_new_result(const app::App& app, const std::string& slug, ExerciseLook& look) {
  const app::Exercise* exercise = app::find_exercise(app, slug);
  if (exercise == nullptr || exercise->job != app::Job::none || exercise->request_id == look.seen_request) return false;
  look.seen_request = exercise->request_id;
  look.result_tab = exercise->latest == app::Job::grade ? 1 : exercise->latest == app::Job::scale ? 2 : 0;
  return true;
}

void draw_results(const app::App& app, const model::PackedItem& packed, ExerciseLook& look, app::Commands& commands) {
  const app::Exercise* exercise = app::find_exercise(app, packed.item.slug);
  if (exercise == nullptr || (!exercise->run && !exercise->verdict && exercise->failure.empty())) {
    kit::text(exercise != nullptr && exercise->whiteboard
                  ? "Whiteboard: write as you would on one, without running. Submit reveals how it does."
                  : "Run shows your query's rows on the sample data. Submit grades it on hidden data too.",
              kit::Tone::quiet);
    return;
  }
  if (!exercise->failure.empty()) {
    const kit::Card card(kit::Tone::careful);
    kit::icon_text(kit::icon::kTriangleAlert, exercise->failure, kit::Tone::normal);
  }
  // Result, Verdict and Scale, as far as there is something behind them.
  std::vector<kit::TabLabel> labels;
  std::vector<int> parts;
  const auto offer = [&](bool there, int part, kit::TabLabel label) {
    if (!there) return;
    parts.push_back(part);
    labels.push_back(std::move(label));
  };
  offer(exercise->run.has_value(), 0, {"Result", kit::icon::kTable2, ""});
  offer(exercise->verdict.has_value(), 1, {"Verdict", kit::icon::kCheckCheck, ""});
  offer(exercise->run.has_value() || exercise->verdict.has_value(), 2, {"Scale", kit::icon::kChartLine, ""});
  if (parts.empty()) return;
  int chosen = 0;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i] == look.result_tab) chosen = static_cast<int>(i);
  kit::tabs("Results", labels, chosen);
  look.result_tab = parts[static_cast<std::size_t>(chosen)];
  if (look.result_tab == 1) draw_verdict(app, packed, *exercise->verdict, look, commands);
  else if (look.result_tab == 2) draw_scale(*exercise, packed.item.slug, look, commands);
  else draw_run(*exercise->run, "Result", look.run, commands);
}

}  // namespace loopready::screens
