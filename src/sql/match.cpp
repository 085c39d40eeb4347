#include "sql/match.h"

namespace loopready::sql {
namespace {

char folded(char c, bool ignore_case) {
  return ignore_case && c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::size_t next_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) ++at;
  return at;
}

}  // namespace

// Only the last % can need another try: whatever an earlier one would take, the later one can take too.
std::optional<bool> like_match(std::string_view text, std::string_view pattern, std::string_view escape,
                               bool ignore_case, std::int64_t& steps) {
  const char escape_char = escape.empty() ? '\0' : escape[0];
  std::size_t t = 0, p = 0;
  std::size_t retry_t = std::string_view::npos, retry_p = 0;
  while (t < text.size() || p < pattern.size()) {
    ++steps;
    if (p < pattern.size()) {
      const bool escaped = !escape.empty() && pattern[p] == escape_char;
      if (escaped && p + 1 >= pattern.size()) return {};
      if (!escaped && pattern[p] == '%') {
        retry_t = t;
        retry_p = ++p;
        continue;
      }
      if (t < text.size()) {
        if (!escaped && pattern[p] == '_') {
          t = next_character(text, t);
          ++p;
          continue;
        }
        if (folded(pattern[escaped ? p + 1 : p], ignore_case) == folded(text[t], ignore_case)) {
          ++t;
          p += escaped ? 2 : 1;
          continue;
        }
      }
    }
    if (retry_t >= text.size()) return false;
    retry_t = next_character(text, retry_t);
    t = retry_t;
    p = retry_p;
  }
  return true;
}

}  // namespace loopready::sql
