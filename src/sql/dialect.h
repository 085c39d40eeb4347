// One statement in Redshift's spelling, rewritten for SQLite, with the way back from every byte to what was typed.
// Here: translate, which runs the steps in order.  Not here: the grammar (parser.h), types (infer.h), rules
// (rewrite.h), the functions that rewritten SQL calls (functions.h). Errors: a SqlError where the statement can't be
// read or uses what has no counterpart; a statement that only our grammar can't read is passed on unchanged, with that
// error at hand in case SQLite can't read it either.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/run.h"
#include "sql/edits.h"
#include "sql/schema.h"
#include "sql/token.h"

namespace loopready::sql {

struct Translation {
  std::string sql;
  Origins origins;
  std::vector<std::string> column_names;   // of the result; empty when the query could not be read
  std::vector<std::string> column_types;   // of the result, as SQL spells them; empty where unknown
  std::optional<model::SqlError> refusal;  // final
  std::optional<model::SqlError> doubt;    // our grammar's complaint, if SQLite complains too
  std::vector<std::string> notes;
  std::vector<model::Difference> differs;
};

// `tokens` are those of `text`; the statement is tokens[first] to tokens[last], without its semicolon.
Translation translate(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                      const Schema& schema);

// The statement as it stands.
Translation leave_as_is(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t last);

}  // namespace loopready::sql
