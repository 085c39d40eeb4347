// A question as Markdown, for reading on the command line.
// Here: print_question.  Not here: SQL items (tool_native.cpp).
// Errors: bad_input when its formulas or texts can't be filled.
#pragma once

#include <cstdint>
#include <ostream>

#include "base/result.h"
#include "model/question.h"

namespace loopready::platform {

// With the numbers of one seed, the answers, the traps and their whys.
base::Status print_question(const model::Question& question, std::int64_t seed, std::ostream& out);

}  // namespace loopready::platform
