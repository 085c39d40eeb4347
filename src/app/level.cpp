#include "app/level.h"

#include <algorithm>

#include "app/note.h"

namespace loopready::app {
namespace {

constexpr const char* kAnswers = "note/level/answers";

}  // namespace

std::string target_level(const App& app) {
  const std::string level = note(app, kTargetLevel);
  return std::find(kLevels.begin(), kLevels.end(), level) == kLevels.end() ? "" : level;
}

std::string practice_level(const App& app) {
  const std::string level = target_level(app);
  const auto& items = app.catalogue.index.items;
  const bool there = std::any_of(items.begin(), items.end(), [&](const model::IndexEntry& entry) { return entry.level == level; });
  return there ? level : "";
}

learner::LevelAnswers level_answers(const App& app) {
  learner::LevelAnswers answers;
  const base::Json json = note_json(app, kAnswers);
  if (!json.is_object()) return answers;
  for (const auto& [question, answer] : json.items())
    if (answer.is_number_unsigned()) answers[question] = static_cast<std::size_t>(answer.get<std::uint64_t>());
  return answers;
}

PutNote answer_level(const App& app, const std::string& question, std::size_t answer) {
  learner::LevelAnswers answers = level_answers(app);
  answers[question] = answer;
  base::Json json = base::Json::object();
  for (const auto& [slug, at] : answers) json[slug] = at;
  return {kAnswers, base::to_text(json)};
}

Filter opening_filter(const App& app, const Filter& asked) {
  if (!(asked == Filter{})) return asked;
  const std::string level = practice_level(app);
  if (level.empty()) return asked;
  Filter filter;
  filter.level = app.widened_from == level ? kAnyLevel : level;
  return filter;
}

Filter chosen_filter(App& app, const Filter& chosen) {
  const std::string level = practice_level(app);
  if (level.empty()) return chosen;
  Filter filter = chosen;
  if (filter == Filter{}) filter.level = kAnyLevel;
  if (filter.level.empty() || filter.level == kAnyLevel) app.widened_from = level;
  if (filter.level == level) app.widened_from.clear();
  return filter;
}

}  // namespace loopready::app
