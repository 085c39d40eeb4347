#include "sql/dialect.h"

namespace loopready::sql {

Translation leave_as_is(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  Translation translation;
  translation.sql = Edits().apply(text, tokens, first, last, translation.origins);
  return translation;
}

Translation translate(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                      const Schema&) {
  return leave_as_is(text, tokens, first, last);
}

}  // namespace loopready::sql
