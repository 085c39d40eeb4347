#include "ui/screens/exercise_task.h"

#include <algorithm>
#include <set>

#include "app/fingerprint.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"
#include "ui/screens/exercise_title.h"
#include "ui/screens/table_view.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

using model::Item;

std::string order_sentence(const model::Contract& contract) {
  if (contract.order.empty()) return "Any row order.";
  return "Ordered by " + base::join(contract.order, ", ") + (contract.ties == "any" ? "; ties in any order." : ".");
}

// The questions one may ask, those that matter and the decoys in an order that tells nothing.
std::vector<const model::Fact*> questions_of(const Item& item) {
  std::vector<const model::Fact*> all;
  for (const model::Fact& fact : item.facts) all.push_back(&fact);
  for (const model::Fact& fact : item.decoys) all.push_back(&fact);
  std::sort(all.begin(), all.end(),
            [](const model::Fact* a, const model::Fact* b) { return app::fnv1a(a->ask) < app::fnv1a(b->ask); });
  return all;
}

void draw_questions(const app::App& app, const Item& item, app::Commands& commands) {
  const std::set<std::string>& asked = app.log.status(item.slug).asked;
  kit::heading(2, "Ask first");
  kit::text("This prompt leaves something open on purpose, as interviewers do. Ask what you must know; some questions change nothing.",
            kit::Tone::quiet);
  for (const model::Fact* fact : questions_of(item)) {
    if (asked.count(fact->ask) == 0) {
      if (kit::button(fact->ask, {.icon = kit::icon::kMessageSquare})) commands.push_back(app::AskQuestion{item.slug, fact->ask});
      continue;
    }
    const kit::Card card;
    kit::strong(fact->ask);
    kit::text(fact->tell);
  }
}

void draw_prompt(const app::App& app, const model::PackedItem& packed, ExerciseLook& look, app::Commands& commands) {
  const Item& item = packed.item;
  const learner::ItemStatus& status = app.log.status(item.slug);
  if (status.n_attempts > 0) kit::text(first_try_words(status), kit::Tone::quiet, kit::kSmall);
  kit::markdown(item.prompt);
  if (model::clarifies_first(item)) draw_questions(app, item, commands);
  kit::text("Today is " + item.today + ". All times are UTC.", kit::Tone::quiet);
  const auto world = app.catalogue.worlds.find(item.world);
  const model::Dataset* shown = model::shown_dataset(item);
  if (world == app.catalogue.worlds.end() || shown == nullptr) return;
  auto filled = model::filled_tables(world->second, item, *shown);
  if (!filled.ok()) return;
  kit::heading(2, "Sample data");
  for (const auto& [name, table] : filled.value()) {
    kit::strong(name);
    const std::string label = "Sample rows of " + name;
    kit::table(table_view(label, table, 240), look.tables[label]);
  }
  kit::heading(2, "Expected on the sample");
  kit::table(table_view("Expected result", packed.expected, 240), look.tables["Expected result"]);
  kit::text(order_sentence(item.contract), kit::Tone::quiet);
}

void draw_tables(const app::App& app, const Item& item) {
  const auto world = app.catalogue.worlds.find(item.world);
  if (world == app.catalogue.worlds.end()) return;
  kit::markdown(world->second.story);
  for (const std::string& slug : item.uses) {
    const model::WorldTable* definition = model::find_table(world->second, slug);
    if (definition == nullptr) continue;
    const kit::Card card;
    kit::heading(2, definition->name);
    kit::text(capital(definition->grain), kit::Tone::quiet);
    for (const model::WorldColumn& column : definition->columns) {
      const bool key = std::find(definition->primary_key.begin(), definition->primary_key.end(), column.name) !=
                       definition->primary_key.end();
      const std::string type = "  " + column.type + (key ? ", key" : "") + (column.nullable ? ", may be NULL" : "");
      const kit::Column one(0);
      kit::rich_text({{kit::Face::mono, kit::Tone::normal, false, column.name},
                      {kit::Face::regular, kit::Tone::quiet, false, type}},
                     kit::kBody - 1);
      kit::text(column.about, kit::Tone::quiet, kit::kSmall);
    }
    for (const model::ForeignKey& key : definition->foreign_keys)
      kit::text(base::join(key.columns, ", ") + " refers to " + key.table + "(" + base::join(key.to, ", ") + ").", kit::Tone::quiet,
                kit::kSmall);
  }
}

void draw_hints(const app::App& app, const Item& item, app::Commands& commands) {
  const int n_all = static_cast<int>(item.hints.size());
  const int n_shown = std::min(app.log.status(item.slug).n_hints, n_all);
  if (n_shown == 0)
    kit::text("Stuck? Take one hint at a time; each says more than the one before.", kit::Tone::quiet);
  for (int i = 0; i < n_shown; ++i) {
    const kit::Card card;
    kit::heading(3, "Hint " + std::to_string(i + 1) + " of " + std::to_string(n_all));
    kit::markdown(item.hints[static_cast<std::size_t>(i)]);
  }
  if (n_shown < n_all) {
    if (kit::button(n_shown == 0 ? "Show the first hint" : "Show the next hint", {.icon = kit::icon::kLightbulb, .key = "hint"}))
      commands.push_back(app::ShowHint{item.slug});
  } else {
    kit::text("That was the last hint. The worked answer is in the Answer tab.", kit::Tone::quiet);
  }
  if (item.facts.empty() || model::clarifies_first(item)) return;
  kit::heading(2, "What an interviewer would tell you");
  for (const model::Fact& fact : item.facts) {
    const kit::Column one(2);
    kit::strong(fact.ask);
    kit::text(fact.tell);
  }
}

void draw_worked_answer(const Item& item, app::Commands& commands) {
  kit::heading(2, "Worked answer");
  kit::markdown(item.explanation);
  kit::code_block(item.answer);
  if (kit::button("Put it into the editor", {.icon = kit::icon::kCopy})) commands.push_back(app::LoadSql{item.slug, item.answer});
  kit::heading(2, "Other right answers");
  for (const model::NamedSql& also : item.also) {
    kit::strong(capital(also.name));
    kit::code_block(also.sql);
  }
  kit::heading(2, "Traps, and why they are wrong");
  for (const model::Trap& trap : item.traps) {
    const kit::Card card;
    std::string name = trap.slug;
    std::replace(name.begin(), name.end(), '-', ' ');
    kit::heading(3, capital(name));
    kit::markdown(trap.why);
    kit::code_block(trap.sql);
  }
  if (item.follow_up.empty()) return;
  kit::heading(2, "What the interviewer may ask next");
  for (const std::string& question : item.follow_up) kit::markdown("- " + question);
}

void draw_answer(const app::App& app, const Item& item, ExerciseLook& look, app::Commands& commands) {
  const learner::ItemStatus& status = app.log.status(item.slug);
  const app::Exercise* exercise = app::find_exercise(app, item.slug);
  if (exercise != nullptr && exercise->answer_shown) {
    draw_worked_answer(item, commands);
    return;
  }
  if (status.solved || status.gave_up) {
    kit::text(status.solved ? "You have solved this. Compare your way with ours." : "You have seen this answer before.");
    if (kit::button("Show the worked answer", {.icon = kit::icon::kEye})) commands.push_back(app::ShowAnswer{item.slug});
    return;
  }
  kit::text("The worked answer, other right ones and the traps are here once you have solved the exercise, or when you give up.");
  if (!look.asks_give_up) {
    if (kit::button("Give up and show the answer", {.icon = kit::icon::kFlag})) look.asks_give_up = true;
    return;
  }
  const kit::Card card(kit::Tone::careful);
  kit::strong("Show the answer now?");
  kit::text("It stays noted that you saw it before solving. A hint may be enough.");
  const kit::Flow flow(8);
  if (kit::button("Show it", {.kind = kit::ButtonKind::primary})) {
    commands.push_back(app::GiveUp{item.slug});
    look.asks_give_up = false;
  }
  if (kit::button("Keep trying")) look.asks_give_up = false;
}

}  // namespace

void draw_task(const app::App& app, const model::PackedItem& packed, TaskPart part, ExerciseLook& look,
               app::Commands& commands) {
  switch (part) {
    case TaskPart::prompt: draw_prompt(app, packed, look, commands); break;
    case TaskPart::tables: draw_tables(app, packed.item); break;
    case TaskPart::hints: draw_hints(app, packed.item, commands); break;
    case TaskPart::answer: draw_answer(app, packed.item, look, commands); break;
  }
}

}  // namespace loopready::screens
