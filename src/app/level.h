// The target level and what follows it: the answers of the level finder, and the filter Practice opens with.
// Here: reading and changing the notes "note/level" and "note/level/answers", the default filter.
// Not here: what answers point to (learner/level_finder.h), the list that is filtered (catalogue.h).
#pragma once

#include <array>
#include <string>

#include "app/app.h"
#include "learner/level_finder.h"

namespace loopready::app {

inline constexpr std::array<const char*, 5> kLevels = {"L4", "L5", "L6", "L7", "L8"};
inline constexpr const char* kAnyLevel = "all";  // in a filter: no level, though there is a target

std::string target_level(const App& app);  // empty when none is picked
// The target, if there are exercises at that level; else nothing. Empty too while the index has not come.
std::string practice_level(const App& app);

learner::LevelAnswers level_answers(const App& app);
PutNote answer_level(const App& app, const std::string& question, std::size_t answer);

// An address without any filter means the target level; where all were asked for in this sitting, it means all. Others stay.
Filter opening_filter(const App& app, const Filter& asked);
// What stands in the address when the learner chose this: taking away the last filter is spelt out while there is a target.
Filter chosen_filter(App& app, const Filter& chosen);

}  // namespace loopready::app
