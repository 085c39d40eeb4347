#include "ui/screens/today.h"

#include "app/level.h"
#include "app/note.h"
#include "app/plan.h"
#include "base/late.h"
#include "base/text.h"
#include "learner/today.h"
#include "ui/kit/button.h"
#include "ui/kit/feedback.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/list.h"
#include "ui/kit/text.h"
#include "ui/screens/level_line.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

using learner::Suggestion;
using learner::Why;

const char* verb(Why why) {
  switch (why) {
    case Why::resume: return "Continue";
    case Why::retry: return "Try again";
    case Why::next: return "Start";
    case Why::refresh: return "Refresh";
  }
  return "Start";
}

void draw_first(const app::App& app, const Suggestion& first, app::Commands& commands) {
  const model::IndexEntry* entry = app::find_entry(app, first.item);
  if (entry == nullptr) return;
  const kit::Card card(kit::Tone::normal, 20, 10);
  kit::heading(2, entry->title);
  {
    const kit::Flow flow(6);
    kit::badge(entry->level, kit::Tone::accent);
    kit::badge(entry->difficulty, difficulty_tone(entry->difficulty));
    kit::badge(base::slug_words(entry->topic));
    kit::badge(minutes_text(entry->minutes), kit::Tone::quiet, kit::icon::kClock);
  }
  kit::text(first.sentence, kit::Tone::quiet);
  if (kit::button(verb(first.why), {.kind = kit::ButtonKind::primary, .icon = kit::icon::kArrowRight,
                                    .description = entry->title}))
    commands.push_back(go_to_item(first.item));
}

void draw_rest(const app::App& app, const std::vector<Suggestion>& suggestions, app::Commands& commands) {
  if (suggestions.size() < 2) return;
  kit::heading(2, "After that");
  const kit::Group list(kit::Role::list, "After that");
  const kit::Column column(8);
  const int n = static_cast<int>(suggestions.size()) - 1;
  for (int i = 1; i <= n; ++i) {
    const Suggestion& one = suggestions[static_cast<std::size_t>(i)];
    const model::IndexEntry* entry = app::find_entry(app, one.item);
    if (entry == nullptr) continue;
    const StageLook stage = stage_look(app, one.item);
    kit::ListRow row{entry->title, one.sentence, item_address(one.item), stage.icon, stage.tone, stage.words, {}};
    row.tags = {{entry->level, kit::Tone::accent}, {minutes_text(entry->minutes), kit::Tone::quiet}};
    if (kit::list_row(row, i, n)) commands.push_back(go_to_item(one.item));
  }
}

}  // namespace

void draw_today(const app::App& app, PlanLook& plan, app::Commands& commands) {
  kit::heading(1, "Today");
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
  const auto n_items = static_cast<std::int64_t>(app.catalogue.index.items.size());
  const std::int64_t n_solved = app.log.n_solved();
  const std::vector<Suggestion> suggestions = learner::suggest(app.catalogue.index, app.log, app.now_ms, 4, app::target_level(app));
  kit::text(app.log.records().empty()
                ? "Practise what the Amazon data scientist interview asks, and be told why when you are wrong. Start here:"
                : "Here is what helps you most next.",
            kit::Tone::quiet);
  draw_level_line(app, commands);
  if (!suggestions.empty()) draw_first(app, suggestions[0], commands);
  if (app.catalogue.guide_state == app::Loading::done && !app::note(app, app::kPlan).empty()) base::late<draw_plan_today>(app, plan, commands);
  draw_rest(app, suggestions, commands);
  if (const int n = learner::backup_due(app.log, app.backup_at_ms, app.now_ms); n > 0) {
    const kit::Card card(kit::Tone::careful);
    kit::icon_text(kit::icon::kHardDrive, base::count_of(n, "attempt") + (n == 1 ? " is" : " are") + " in no backup yet, only in this browser.",
                   kit::Tone::normal);
    if (kit::button("Export backup", {.icon = kit::icon::kDownload})) commands.push_back(app::ExportBackup{});
  }
  kit::space(4);
  kit::heading(2, "So far");
  kit::progress("Solved", n_items == 0 ? 0 : static_cast<double>(n_solved) / static_cast<double>(n_items),
                std::to_string(n_solved) + " of " + base::count_of(n_items, "exercise") + " solved");
}

}  // namespace loopready::screens
