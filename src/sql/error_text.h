// What SQLite says against a statement, in plain words, at the learner's place, with the nearest known name.
// Here: explain_complaint.  Not here: errors found before SQLite sees the statement (parser.h, rewrite.h).
#pragma once

#include <string_view>
#include <vector>

#include "model/run.h"
#include "sql/database.h"
#include "sql/dialect.h"
#include "sql/token.h"

namespace loopready::sql {

model::SqlError explain_complaint(const Complaint& complaint, const Translation& translation, std::string_view text,
                                  const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                                  const Schema& schema);

// `word` itself with our private prefix taken off.
std::string without_prefix(std::string_view text);

}  // namespace loopready::sql
