#include "sql/query.h"

#include <algorithm>

#include "base/text.h"
#include "sql/dialect.h"
#include "sql/error_text.h"
#include "sql/place.h"
#include "sql/plan.h"
#include "sql/token.h"

namespace loopready::sql {

using model::Dialect;
using model::RunResult;
using model::SqlError;

namespace {

constexpr std::size_t kMaxSqlBytes = 100'000;

std::optional<SqlError> unreadable(const std::string& text) {
  if (text.size() > kMaxSqlBytes)
    return error_at(text, 0, "This text is longer than 100,000 bytes, the limit for a query.", "");
  if (const std::size_t nul = text.find('\0'); nul != std::string::npos)
    return error_at(text, nul, "There is a NUL character here, which SQL can't hold.", "Delete it.");
  if (!base::is_utf8(text)) {
    return error_at(text, 0, "This is not text in UTF-8.", "");
  }
  return {};
}

std::optional<SqlError> nothing_to_run(const std::string& text, const std::vector<Token>& tokens) {
  for (const Token& token : tokens)
    if (token.kind != TokenKind::end && token.word != ";") return {};
  const bool comments = text.find("--") != std::string::npos || text.find("/*") != std::string::npos;
  return error_at(text, 0, comments ? "There are only comments here, no query yet." : "There is no query here yet.",
                  "A query starts with SELECT or WITH.");
}

}  // namespace

void type_columns(model::Table& table, const std::vector<std::string>& types) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].type.empty() && i < types.size()) table.columns[i].type = types[i];
    table.columns[i].name = without_prefix(table.columns[i].name);
    if (model::type_class(table.columns[i].type) != model::TypeClass::boolean) continue;
    for (model::Row& row : table.rows)
      if (const auto* whole = std::get_if<std::int64_t>(&row[i]); whole != nullptr && (*whole == 0 || *whole == 1))
        row[i] = *whole == 1;
  }
}

namespace {

// Runs one statement; false ends the run.
bool run_statement(Database& database, const std::string& text, const std::vector<Token>& tokens, Span span,
                   Dialect dialect, bool with_plan, RunResult& result) {
  const auto refuse = [&](SqlError error) {
    result.sql_error = std::move(error);
    return false;
  };
  if (const std::string refusal = refused_statement(tokens[span.first].word); !refusal.empty())
    return refuse(error_at(text, tokens[span.first].begin, refusal, ""));
  Translation translation = dialect == Dialect::redshift
                                ? translate(text, tokens, span.first, span.last, database.schema())
                                : leave_as_is(text, tokens, span.first, span.last);
  result.sqlite_sql += (result.sqlite_sql.empty() ? "" : ";\n") + translation.sql;
  if (translation.refusal) return refuse(*translation.refusal);
  Outcome outcome = database.run(translation.sql);
  result.stopped = outcome.stopped;
  if (outcome.complaint) {
    const bool ours = translation.doubt && !outcome.complaint->refused;
    return refuse(ours ? *translation.doubt
                       : explain_complaint(*outcome.complaint, translation, text, tokens, span.first, span.last,
                                           database.schema()));
  }
  if (outcome.stopped != model::Stopped::no) return false;
  if (with_plan) result.plan = plan_lines(database.plan(translation.sql));
  type_columns(*outcome.table, translation.column_types);
  result.table = std::move(outcome.table);
  for (model::Difference& one : translation.differs) {
    const bool told = std::any_of(result.differs.begin(), result.differs.end(),
                                  [&](const model::Difference& other) { return other.what == one.what; });
    if (!told) result.differs.push_back(std::move(one));
  }
  for (std::string& note : translation.notes) result.notes.push_back(std::move(note));
  return true;
}

}  // namespace

RunResult run_query(Database& database, const std::string& text, Dialect dialect, bool with_plan) {
  RunResult result;
  if (result.sql_error = unreadable(text); result.sql_error) return result;
  LexError lex_error;
  const std::vector<Token> tokens = cut_into_tokens(text, lex_error);
  if (!lex_error.text.empty()) {
    result.sql_error = error_at(text, lex_error.at, lex_error.text, lex_error.hint);
    return result;
  }
  if (result.sql_error = nothing_to_run(text, tokens); result.sql_error) return result;
  const std::vector<Span> spans = statement_spans(tokens);
  for (const Span span : spans)
    if (!run_statement(database, text, tokens, span, dialect, with_plan, result)) {
      result.table.reset();
      break;
    }
  if (result.table && spans.size() > 1)
    result.notes.push_back(std::to_string(spans.size()) + " statements were run; this is the result of the last one.");
  result.cost = {database.budget().steps(), database.budget().elapsed_ms()};
  return result;
}

}  // namespace loopready::sql
