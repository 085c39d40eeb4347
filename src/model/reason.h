// One reason of a verdict.
// Here: Reason and its JSON.  Not here: verdicts (verdict.h, part_verdict.h), wording (engine).
// Errors: bad_input with a path.
#pragma once

#include <string>

#include "base/json.h"

namespace loopready::model {

struct Reason {
  std::string kind;  // of SQL: "missing_rows", "extra_rows", "wrong_value", "wrong_order", "columns", "sql_error", "stopped",
                     // "trap", "forgiven", "right", "counterexample", "clarify", "cost", "construct";
                     // of questions: "right", "convention", "trap", "unit", "sign", "rounding", "wrong_number",
                     // "unreadable", "unanswered", "parts", "wrong_choice", "missed_choice", "wrong_order", "missing_point", "own_tick"
  std::string text;  // Markdown, a whole sentence the learner can act on
};

base::Json to_json(const Reason& reason);
base::Result<Reason> reason_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
