// What the grader says: of the whole, of each part, and the way there.
// Here: verdict cards, the worked path.  Not here: inputs (question_parts.h).
#pragma once

#include "app/app.h"
#include "model/question.h"
#include "model/verdict.h"
#include "ui/screens/question.h"

namespace loopready::screens {

void draw_whole_verdict(const model::Verdict& verdict);
// `worked`: the worked path stands on the screen too, so the right answer may be told.
void draw_part_verdict(const model::Question& question, const model::Part& part, const model::PartVerdict& verdict, bool worked,
                       app::Commands& commands);
void draw_worked_path(const model::Question& question, QuestionLook& look);

}  // namespace loopready::screens
