// Grades a query: runs it and the item's answer on every dataset and says what differs and why.
// Here: grade_sql, running one text on a dataset.  Not here: comparing tables (compare.h), wording (reasons.h).
// Terms: the shown counterexample is the smallest dataset on which the answer is wrong.
// Errors: bad_input when the item itself is broken (no tables, an answer that fails); a learner's mistakes stand in the
// verdict.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "engine/run_sql.h"
#include "model/verdict.h"

namespace loopready::engine {

base::Result<model::Verdict> grade_sql(const model::GradeRequest& request);

// One query on one dataset of an item, without a plan.
base::Result<model::RunResult> run_on_dataset(const model::Item& item, const model::World& world,
                                              const model::Dataset& dataset, const std::string& sql, double time_ms);

// Whether a query would be graded right, found in the cheapest way; nothing when it does not run on every dataset.
// `effort` multiplies the tries and the time of the search.
std::optional<bool> is_graded_right(const model::Item& item, const model::World& world, const std::string& sql, int effort = 1);

// What the item's own answer gives there, in the contract's columns.
base::Result<model::Table> expected_on_dataset(const model::Item& item, const model::World& world,
                                               const model::Dataset& dataset);

}  // namespace loopready::engine
