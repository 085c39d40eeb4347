// What a learner answers with: a number, one or several options, an order, a text.
// Here: the inputs of a part.  Not here: what the grader says of it (question_verdict.h).
#pragma once

#include "app/app.h"
#include "model/question.h"

namespace loopready::screens {

// The ask, unless the prompt says it all, and the input below.
void draw_part(const app::App& app, const model::Question& question, const model::Part& part, app::Commands& commands);

}  // namespace loopready::screens
