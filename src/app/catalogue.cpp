#include "app/catalogue.h"

#include <algorithm>
#include <set>

#include "app/level.h"
#include "base/text.h"

namespace loopready::app {
namespace {

std::vector<std::string> words_of(const std::string& search) {
  std::vector<std::string> words;
  std::string spaced = search;
  for (char& c : spaced)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  for (std::string& word : base::split(spaced, ' '))
    if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool has_word(const model::IndexEntry& entry, const std::string& word) {
  return base::contains_ignoring_case(entry.title, word) || base::contains_ignoring_case(entry.topic, word) ||
         base::contains_ignoring_case(entry.slug, word);
}

bool fits(const std::string& wanted, const std::string& value) { return wanted.empty() || wanted == value; }

// The known values that occur, in the known order, then any others in theirs.
std::vector<std::string> in_order(std::initializer_list<const char*> known, std::set<std::string> occurring) {
  std::vector<std::string> values;
  for (const char* value : known)
    if (occurring.erase(value) > 0) values.emplace_back(value);
  values.insert(values.end(), occurring.begin(), occurring.end());
  return values;
}

}  // namespace

const char* stage_name(learner::Stage stage) {
  switch (stage) {
    case learner::Stage::fresh: return "new";
    case learner::Stage::tried: return "tried";
    case learner::Stage::solved: return "solved";
  }
  return "new";
}

std::vector<const model::IndexEntry*> filtered(const App& app, const Filter& filter) {
  const std::vector<std::string> words = words_of(filter.search);
  std::vector<const model::IndexEntry*> found;
  for (const model::IndexEntry& entry : app.catalogue.index.items) {
    if (!fits(filter.category, entry.category) || !(filter.level == kAnyLevel || fits(filter.level, entry.level))) continue;
    if (!fits(filter.difficulty, entry.difficulty) || !fits(filter.kind, entry.kind) || !fits(filter.topic, entry.topic)) continue;
    if (!fits(filter.status, stage_name(app.log.stage(entry.slug)))) continue;
    if (!std::all_of(words.begin(), words.end(), [&](const std::string& word) { return has_word(entry, word); })) continue;
    found.push_back(&entry);
  }
  return found;
}

FilterValues filter_values(const App& app, const std::string& category) {
  FilterValues values;
  std::set<std::string> levels, difficulties, statuses, kinds, topics;
  for (const model::IndexEntry& entry : app.catalogue.index.items) {
    if (std::find(values.categories.begin(), values.categories.end(), entry.category) == values.categories.end())
      values.categories.push_back(entry.category);
    levels.insert(entry.level);
    difficulties.insert(entry.difficulty);
    kinds.insert(entry.kind);
    if (category.empty() || entry.category == category) topics.insert(entry.topic);
    statuses.insert(stage_name(app.log.stage(entry.slug)));
  }
  values.kinds = in_order({"sql", "number", "choice", "order", "spot", "verdict", "design", "explain"}, std::move(kinds));
  values.topics.assign(topics.begin(), topics.end());
  values.levels.assign(levels.begin(), levels.end());
  values.difficulties = in_order({"easy", "medium", "hard"}, std::move(difficulties));
  values.statuses = in_order({"new", "tried", "solved"}, std::move(statuses));
  return values;
}

}  // namespace loopready::app
