#include "sql/place.h"

#include <algorithm>

#include "base/text.h"

namespace loopready::sql {

model::SqlError error_at(std::string_view text, std::size_t byte_offset, std::string sentence, std::string hint) {
  byte_offset = std::min(byte_offset, text.size());
  const std::string_view head = text.substr(0, byte_offset);
  const std::size_t line_start = head.rfind('\n') == std::string_view::npos ? 0 : head.rfind('\n') + 1;
  model::SqlError error;
  error.text = std::move(sentence);
  error.line = static_cast<int>(std::count(head.begin(), head.end(), '\n')) + 1;
  error.column = static_cast<int>(base::characters_before(head.substr(line_start), byte_offset - line_start)) + 1;
  error.hint = std::move(hint);
  return error;
}

}  // namespace loopready::sql
