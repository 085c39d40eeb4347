// Judges a number against the right answers and the known slips.
// Here: grade_number, what counts as equal.  Not here: reading typed numbers (model/number_text.h), other parts (grade_question.h).
// Terms: the tolerance is the larger of the absolute one and the relative one times the answer.
// Errors: none.
#pragma once

#include "engine/recipe.h"
#include "model/answer.h"
#include "model/part_verdict.h"

namespace loopready::engine {

bool within_tolerance(double given, double wanted, const model::Part& part);

// Leaves right, score_share, trap, reasons in the verdict.
void grade_number(const model::Part& part, const PartNumbers& numbers, const model::PartAnswer& answer, model::PartVerdict& verdict);

}  // namespace loopready::engine
