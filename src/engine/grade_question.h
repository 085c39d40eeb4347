// Grades an answer to a question, part by part.
// Here: grade_question, grade_part.  Not here: numbers (grade_number.h), cues (cues.h), SQL (grade_sql.h).
// Terms: a part's share is 1 or 0 for a number or a single choice, (hits - misses) / right ones for several choices, the share
// of pairs in order, the share of needed points made; the question's share is the mean.
// Errors: bad_input for an answer that names what the part does not have, and for a question that is broken itself.
#pragma once

#include "base/result.h"
#include "engine/recipe.h"
#include "model/answer.h"
#include "model/verdict.h"

namespace loopready::engine {

base::Result<model::Verdict> grade_question(const model::QuestionGradeRequest& request);

// A part with filled texts.
base::Result<model::PartVerdict> grade_part(const model::Question& filled, const model::Part& part, const PartNumbers* numbers,
                                            const model::PartAnswer* answer);

}  // namespace loopready::engine
