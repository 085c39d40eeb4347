// Sentences without marks, for screen readers and titles.
// Here: plain_text, duration, run_sentence.  Not here: drawing Markdown (ui/kit).
#pragma once

#include <string>
#include <string_view>

#include "model/run.h"

namespace loopready::app {

// One line of Markdown's words: no emphasis, backticks, headings or link targets; line breaks become spaces.
// Text between backticks stays as it is, so that count(*) does.
std::string plain_text(std::string_view markdown);

std::string duration(double ms);                         // "under 1 ms", "30 ms", "2.4 s"
std::string run_sentence(const model::RunResult& result);  // "12 rows in 30 ms.", the error, or why it was stopped

}  // namespace loopready::app
