#include "ui/screens/question.h"

#include <algorithm>
#include <cmath>

#include "app/question.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/frame.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/exercise_title.h"
#include "ui/screens/job_line.h"
#include "ui/screens/question_parts.h"
#include "ui/screens/question_verdict.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

using model::Question;

// A table of Markdown: it wraps, and in a narrow window each row becomes a block.
std::string table_text(const model::Exhibit& exhibit) {
  const auto row = [](const std::vector<std::string>& cells) {
    std::string text = "|";
    for (const std::string& cell : cells) text += " " + base::join(base::split(cell, '|'), "\\|") + " |";
    return text + "\n";
  };
  std::string text = row(exhibit.columns) + "|";
  for (std::size_t c = 0; c < exhibit.columns.size(); ++c) {
    const bool numeric = !exhibit.rows.empty() && std::all_of(exhibit.rows.begin(), exhibit.rows.end(), [&](const std::vector<std::string>& cells) {
      return c < cells.size() && !cells[c].empty() && cells[c].find_first_of("0123456789") != std::string::npos && cells[c].size() <= 14;
    });
    text += numeric && c > 0 ? " ---: |" : " --- |";
  }
  text += "\n";
  for (const std::vector<std::string>& cells : exhibit.rows) text += row(cells);
  return text;
}

void draw_prompt(const app::App& app, const Question& question) {
  const learner::ItemStatus& status = app.log.status(question.slug);
  if (status.n_attempts > 0) kit::text(first_try_words(status), kit::Tone::quiet, kit::kSmall);
  kit::markdown(question.prompt);
  for (const model::Exhibit& exhibit : question.exhibits) {
    kit::heading(2, exhibit.title);
    kit::markdown(table_text(exhibit));
  }
}

void draw_hints(const app::App& app, const Question& question, app::Commands& commands) {
  const int n_all = static_cast<int>(question.hints.size());
  const int n_shown = std::min(app.log.status(question.slug).n_hints, n_all);
  kit::heading(2, "Hints");
  for (int i = 0; i < n_shown; ++i) {
    const kit::Card card;
    kit::heading(3, "Hint " + std::to_string(i + 1) + " of " + std::to_string(n_all));
    kit::markdown(question.hints[static_cast<std::size_t>(i)]);
  }
  if (n_shown >= n_all) return;
  if (kit::button(n_shown == 0 ? "Show the first hint" : "Show the next hint", {.icon = kit::icon::kLightbulb, .key = "hint"}))
    commands.push_back(app::ShowHint{question.slug});
}

void draw_giving_up(const app::App& app, const Question& question, QuestionLook& look, app::Commands& commands) {
  if (app::sees_worked_path(app, question)) return;
  const learner::ItemStatus& status = app.log.status(question.slug);
  if (status.solved || status.gave_up) {
    if (kit::button("Show the worked path", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kEye})) commands.push_back(app::ShowAnswer{question.slug});
    return;
  }
  if (!look.asks_give_up) {
    if (kit::button("Give up and show the worked path", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kFlag})) look.asks_give_up = true;
    return;
  }
  const kit::Card card(kit::Tone::careful);
  kit::strong("Show the worked path now?");
  kit::text("It stays noted that you saw it before solving. A hint may be enough.");
  const kit::Flow flow(8);
  if (kit::button("Show it")) {
    commands.push_back(app::GiveUp{question.slug});
    look.asks_give_up = false;
  }
  if (kit::button("Keep trying")) look.asks_give_up = false;
}

void draw_actions(const app::App& app, const Question& question, const app::Exercise& exercise, app::Commands& commands) {
  const bool busy = exercise.job != app::Job::none && job_lasts(app.now_ms, exercise.job_since_ms);
  const bool right = exercise.verdict && exercise.verdict->right;
  const model::IndexEntry* next = app::next_entry(app, question.slug);
  const kit::Flow flow(8, kit::control_height());
  if (kit::button("Submit", {.kind = right ? kit::ButtonKind::secondary : kit::ButtonKind::primary, .icon = kit::icon::kCheck,
                             .shortcut = "Control+Shift+Enter", .shortcut_shown = "Ctrl Shift \xE2\x86\xB5", .disabled = busy}))
    commands.push_back(app::SubmitAnswer{question.slug});
  if (busy) {
    if (draw_job("Grading", app.now_ms, exercise.job_since_ms)) commands.push_back(app::CancelJob{question.slug});
    return;
  }
  if (model::has_recipe(*app::find_question(app, question.slug)) &&
      kit::button(exercise.verdict ? "Again with new numbers" : "New numbers", {.icon = kit::icon::kRotateCcw, .key = "new numbers"}))
    commands.push_back(app::NewNumbers{question.slug});
  if (kit::button("Clear", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kX, .description = "Takes your answer away"}))
    commands.push_back(app::ResetDraft{question.slug});
  if (exercise.verdict && next != nullptr &&
      kit::button("Next question", {.kind = right ? kit::ButtonKind::primary : kit::ButtonKind::secondary, .icon = kit::icon::kArrowRight,
                                    .description = next->title}))
    commands.push_back(go_to_item(next->slug));
}

void draw_work(const app::App& app, const Question& question, QuestionLook& look, app::Commands& commands) {
  const app::Exercise& exercise = *app::find_exercise(app, question.slug);
  const bool worked = app::sees_worked_path(app, question);
  if (!exercise.failure.empty()) {
    const kit::Card card(kit::Tone::careful);
    kit::icon_text(kit::icon::kTriangleAlert, exercise.failure, kit::Tone::normal);
  }
  if (exercise.verdict) {
    const bool fresh = look.drawn && exercise.job == app::Job::none && look.seen_request != exercise.request_id;
    if (fresh && !exercise.revising) kit::bring_into_view();
    draw_whole_verdict(*exercise.verdict);
  }
  if (exercise.job == app::Job::none) look.seen_request = exercise.request_id;
  look.drawn = true;
  const std::size_t n = question.parts.size();
  if (n == 1) kit::heading(2, "Your answer");
  for (std::size_t i = 0; i < n; ++i) {
    const model::Part& part = question.parts[i];
    const kit::Group group(kit::Role::group, n == 1 ? "Answer" : "Part " + std::to_string(i + 1));
    const kit::Column column(10);
    if (n > 1) kit::heading(2, "Part " + std::to_string(i + 1) + " of " + std::to_string(n));
    draw_part(app, question, part, commands);
    if (!exercise.verdict) continue;
    for (const model::PartVerdict& one : exercise.verdict->parts)
      if (one.slug == part.slug) draw_part_verdict(question, part, one, worked, commands);
  }
  draw_actions(app, question, exercise, commands);
  if (worked) draw_worked_path(question, look);
}

void draw_waiting(const app::App& app, app::Commands& commands) {
  const app::Exercise* exercise = app::find_exercise(app, app.route.item);
  if (exercise == nullptr || exercise->failure.empty()) {
    kit::text("Preparing the question\xE2\x80\xA6", kit::Tone::quiet);
    return;
  }
  const kit::Card card(kit::Tone::bad);
  kit::icon_text(kit::icon::kTriangleAlert, exercise->failure, kit::Tone::normal);
  if (kit::button("Try again", {.icon = kit::icon::kRotateCcw})) commands.push_back(app::RetryLoading{});
}

void draw_wide(const app::App& app, const Question& question, QuestionLook& look, kit::Rect body, app::Commands& commands) {
  kit::Rect left, right;
  double share = look.split_share > 0 ? look.split_share : app.settings.split_share;
  const double before = share;
  const bool done = kit::split("Divider between task and answer", body, share, left, right);
  if (share != before) look.split_share = share;
  if (done) {
    commands.push_back(app::SetSetting{"split_share", base::shortest(share)});
    look.split_share = 0;
  }
  {
    const kit::Area task("Task", left, {.padding = 16, .gap = 12, .max_width = kit::kReadingWidth, .surface = true, .tab_stop = true});
    draw_prompt(app, question);
    draw_hints(app, question, commands);
    draw_giving_up(app, question, look, commands);
  }
  const kit::Area work("Work", right, {.padding = 16, .gap = 14, .max_width = kit::kReadingWidth, .surface = true, .tab_stop = true});
  draw_work(app, question, look, commands);
}

void draw_narrow(const app::App& app, const Question& question, QuestionLook& look, kit::Rect body, app::Commands& commands) {
  const kit::Area all("Question", body, {.padding = 12, .gap = 14, .surface = true, .tab_stop = true});
  draw_prompt(app, question);
  draw_work(app, question, look, commands);
  draw_hints(app, question, commands);
  draw_giving_up(app, question, look, commands);
}

}  // namespace

void draw_question(const app::App& app, QuestionLook& look, kit::Rect content, app::Commands& commands) {
  const bool narrow = content.w < 900;
  const kit::Area page("Exercise", content, {.role = kit::Role::main, .padding = narrow ? 8.0f : 12.0f, .gap = 8, .scroll = false});
  draw_title(app, *app::find_entry(app, app.route.item), narrow, commands);
  const Question* question = app::shown_question(app, app.route.item);
  if (question == nullptr) {
    draw_waiting(app, commands);
    return;
  }
  kit::Rect body = kit::remaining();
  if (narrow) {
    body.x = content.x;
    body.w = content.w;
    draw_narrow(app, *question, look, body, commands);
  } else {
    body.h -= 12;
    draw_wide(app, *question, look, body, commands);
  }
}

}  // namespace loopready::screens
