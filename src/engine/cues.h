// Finds in a text the words that make a rubric point.
// Here: words_making.  Not here: what follows from it (grade_question.h).
// Terms: a cue's phrase is met where its words stand one after another, the last one perhaps only begun ("random" meets
// "randomly"); letter case and signs between words are ignored. An alternative is met when all its phrases are.
// Errors: none.
#pragma once

#include <string>
#include <vector>

#include "model/question.h"

namespace loopready::engine {

// The text's own words for the first alternative that is met, a part for each phrase; empty when none is.
std::vector<std::string> words_making(const model::RubricPoint& point, const std::string& text);

bool has_words(const std::string& phrase);

}  // namespace loopready::engine
