// The smallest database found on which two queries give different results.
// Here: find_counterexample, shrinking what is found.  Not here: judging a learner's answer (grade_sql.h).
// Terms: a difference is what the caller says it is; a database is tried when both queries run on it.
// The same seed tries the same databases in the same order; the budget in milliseconds only ends the search.
// Errors: bad_input when a query can't be read; the text is a whole sentence.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "engine/constraints.h"
#include "model/run.h"

namespace loopready::engine {

using Differ = std::function<bool(const model::Table& left, const model::Table& right)>;

struct SearchRequest {
  Constraints constraints;
  std::string left, right;
  model::Dialect dialect = model::Dialect::redshift;
  std::string today = "2024-01-31";
  Differ differ;
  std::vector<DatabaseRows> starts;  // tried first, then changed a little
  std::uint64_t seed = 0;
  double budget_ms = 300;
  std::int64_t most_tries = 200'000;
};

struct Counterexample {
  DatabaseRows rows;
  model::Table left, right;
};

struct SearchResult {
  std::optional<Counterexample> found;
  std::int64_t n_tried = 0;
  double elapsed_ms = 0;
};

base::Result<SearchResult> find_counterexample(const SearchRequest& request);

// Rows as a bag, or in order; columns by position.
bool rows_differ(const model::Table& left, const model::Table& right, bool ordered);

// The message kind "counterexample".
base::Result<base::Json> answer_counterexample(const base::Json& body);

}  // namespace loopready::engine
