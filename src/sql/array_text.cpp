#include "sql/array_text.h"

#include "base/text.h"

namespace loopready::sql {
namespace {

bool needs_quotes(std::string_view element) {
  return element.empty() || base::equal_ignoring_case(element, "null") ||
         element.find_first_of("{},\"\\ \t\n\r\v\f") != std::string_view::npos;
}

void write_element(const ArrayElement& element, std::string& text) {
  if (!element) {
    text += "NULL";
    return;
  }
  if (!needs_quotes(*element)) {
    text += *element;
    return;
  }
  text += '"';
  for (const char c : *element) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  text += '"';
}

// Reads "..." from behind its opening quote.
bool read_quoted(std::string_view text, std::size_t& at, std::string& element) {
  for (; at < text.size(); ++at) {
    if (text[at] == '"') {
      ++at;
      return true;
    }
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    element += text[at];
  }
  return false;
}

// Reads an element without quotes, up to a comma or the closing brace; an inner array is taken as it stands.
std::string read_bare(std::string_view text, std::size_t& at) {
  std::string element;
  int depth = 0;
  for (; at < text.size(); ++at) {
    if (depth == 0 && (text[at] == ',' || text[at] == '}')) break;
    if (text[at] == '{') ++depth;
    if (text[at] == '}') --depth;
    if (text[at] == '\\' && depth == 0 && at + 1 < text.size()) ++at;
    element += text[at];
  }
  return std::string(base::trim(element));
}

}  // namespace

std::string array_text(const std::vector<ArrayElement>& elements) {
  std::string text = "{";
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (i > 0) text += ',';
    write_element(elements[i], text);
  }
  return text + "}";
}

std::optional<std::vector<ArrayElement>> read_array(std::string_view text) {
  text = base::trim(text);
  if (text.size() < 2 || text.front() != '{' || text.back() != '}') return {};
  std::vector<ArrayElement> elements;
  std::size_t at = 1;
  if (base::trim(text.substr(1, text.size() - 2)).empty()) return elements;
  while (at < text.size()) {
    while (at < text.size() && text[at] == ' ') ++at;
    std::string element;
    if (at < text.size() && text[at] == '"') {
      if (!read_quoted(text, ++at, element)) return {};
      elements.emplace_back(std::move(element));
    } else {
      element = read_bare(text, at);
      elements.push_back(base::equal_ignoring_case(element, "null") ? std::nullopt : ArrayElement(std::move(element)));
    }
    if (at >= text.size()) return {};
    if (text[at++] == '}') return at == text.size() ? std::optional(std::move(elements)) : std::nullopt;
  }
  return {};
}

}  // namespace loopready::sql
