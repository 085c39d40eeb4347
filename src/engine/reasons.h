// The words of a verdict: what differs, said to the learner with the values at hand.
// Here: reasons_for, right_reasons.  Not here: finding the difference (compare.h).
#pragma once

#include <vector>

#include "engine/compare.h"
#include "model/verdict.h"

namespace loopready::engine {

// Why the result is wrong, most telling first; `dataset` is where.
std::vector<model::Reason> reasons_for(const Comparison& comparison, const model::Contract& contract,
                                       const model::Dataset& dataset, const model::Table& expected);

std::vector<model::Reason> right_reasons(const Comparison& comparison, std::size_t n_datasets,
                                         const model::Contract& contract);

model::Reason sql_error_reason(const model::SqlError& error);

}  // namespace loopready::engine
