#include "sql/dialect.h"

#include "sql/infer.h"
#include "sql/parser.h"
#include "sql/place.h"
#include "sql/rewrite.h"

namespace loopready::sql {

Translation leave_as_is(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  Translation translation;
  Written written = Edits(text, tokens).written(first, last);
  translation.sql = std::move(written.text);
  translation.origins = std::move(written.origins);
  return translation;
}

Translation translate(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                      const Schema& schema) {
  ParseError error;
  const std::unique_ptr<Query> query = read_query(text, tokens, first, last, error);
  if (query == nullptr) {
    Translation translation = leave_as_is(text, tokens, first, last);
    const std::size_t at = error.token > last ? tokens[last].end : tokens[error.token].begin;
    (error.certain ? translation.refusal : translation.doubt) = error_at(text, at, error.text, error.hint);
    return translation;
  }
  const std::vector<ResultColumn> columns = infer_query(*query, schema);
  Translation translation;
  Edits edits(text, tokens);
  Rewriter rewriter(text, tokens, edits);
  rewriter.query(*query, true);
  translation.refusal = std::move(rewriter.refusal);
  translation.notes = std::move(rewriter.notes);
  translation.differs = std::move(rewriter.differs);
  Written written = edits.written(first, last);
  translation.sql = std::move(written.text);
  translation.origins = std::move(written.origins);
  for (const ResultColumn& column : columns) {
    translation.column_names.push_back(column.name);
    translation.column_types.push_back(type_spelling(column.type));
  }
  return translation;
}

}  // namespace loopready::sql
