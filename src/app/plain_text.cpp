#include "app/plain_text.h"

#include <cmath>

#include "base/text.h"

namespace loopready::app {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80u);
}

// "*" and "_" are emphasis where a word begins or ends, not in "a * b" or "user_id".
bool is_emphasis(std::string_view text, std::size_t i) {
  const auto word_at = [&](std::size_t at) { return at < text.size() && (is_word(text[at]) || text[at] == '`'); };
  std::size_t first = i, last = i;
  while (first > 0 && text[first - 1] == text[i]) --first;
  while (last + 1 < text.size() && text[last + 1] == text[i]) ++last;
  const bool before = first > 0 && text[first - 1] != ' ' && text[first - 1] != '\n';
  const bool after = word_at(last + 1);
  if (text[i] == '_') return (first > 0 && word_at(first - 1)) != after;
  return before || after;
}

// The end of "](target)" that starts at i, or i when there is none.
std::size_t skip_target(std::string_view text, std::size_t i) {
  if (text.substr(i, 2) != "](") return i;
  const std::size_t end = text.find(')', i);
  return end == std::string_view::npos ? i : end;
}

}  // namespace

std::string plain_text(std::string_view markdown) {
  std::string text;
  bool code = false, line_start = true;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    const char c = markdown[i];
    const bool at_start = line_start;
    line_start = c == '\n' || (line_start && (c == ' ' || c == '#' || c == '>'));
    if (c == '`') {
      code = !code;
    } else if (c == '\n' || c == '\r') {
      if (!text.empty() && text.back() != ' ') text += ' ';
    } else if (code) {
      text += c;
    } else if (at_start && (c == '#' || c == '>' || c == ' ')) {
      continue;
    } else if (at_start && (c == '-' || c == '*') && markdown.substr(i + 1, 1) == " ") {
      ++i;
    } else if ((c == '*' || c == '_') && is_emphasis(markdown, i)) {
      continue;
    } else if (c == '[' && markdown.find("](", i) != std::string_view::npos) {
      continue;
    } else if (c == ']' && skip_target(markdown, i) != i) {
      i = skip_target(markdown, i);
    } else {
      text += c;
    }
  }
  return std::string(base::trim(text));
}

std::string duration(double ms) {
  if (ms < 1) return "under 1 ms";
  if (ms < 999.5) return std::to_string(std::lround(ms)) + " ms";
  return base::shortest(std::round(ms / 100) / 10) + " s";
}

std::string run_sentence(const model::RunResult& result) {
  if (result.sql_error) {
    const std::string place = result.sql_error->line > 0 ? "Line " + std::to_string(result.sql_error->line) + ": " : "Error: ";
    return place + result.sql_error->text;
  }
  if (result.stopped != model::Stopped::no) return model::stopped_sentence(result.stopped);
  if (!result.table) return "Done: this statement returns no rows.";
  return base::count_of(result.table->n_rows, "row") + " in " + duration(result.cost.ms) + ".";
}

}  // namespace loopready::app
