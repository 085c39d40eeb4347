// Arrays, which are texts here: making them, their elements, their length.
// Terms: `how` says what elements are: i whole numbers, n numbers (with a scale behind it), b booleans, t texts.
#include <algorithm>

#include "base/text.h"
#include "sql/array_text.h"
#include "sql/arguments.h"
#include "sql/shown_value.h"

namespace loopready::sql {
namespace {

std::optional<std::vector<ArrayElement>> array_argument(Context* context, Value* value) {
  auto elements = read_array(text_of(value));
  if (!elements)
    refuse(context, "'" + std::string(text_of(value).substr(0, 40)) + "' is not an array; one is written '{a,b}'");
  return elements;
}

void give_array(Context* context, const std::vector<ArrayElement>& elements) {
  const std::string text = array_text(elements);
  if (fits(context, static_cast<std::int64_t>(text.size()))) give(context, text);
}

// lr_array(how, ...)
void make_array(Context* context, int n, Value** values) {
  std::vector<ArrayElement> elements;
  for (int i = 1; i < n; ++i) elements.push_back(shown_element(values[i], text_of(values[0])));
  give_array(context, elements);
}

// lr_element(array, i, how): counted from 1, NULL beyond the ends.
void element(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto elements = array_argument(context, values[0]);
  if (!elements) return;
  const std::int64_t i = whole_of(values[1]);
  if (i < 1 || i > static_cast<std::int64_t>(elements->size())) return give_null(context);
  give_element(context, (*elements)[static_cast<std::size_t>(i) - 1], text_of(values[2]));
}

void array_length(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto elements = array_argument(context, values[0]);
  if (!elements) return;
  if (n > 1 && (whole_of(values[1]) != 1 || elements->empty())) return give_null(context);
  give(context, static_cast<std::int64_t>(elements->size()));
}

void array_to_string(Context* context, int n, Value** values) {
  if (is_null(values[0]) || is_null(values[1])) return give_null(context);
  const auto elements = array_argument(context, values[0]);
  if (!elements) return;
  std::string text;
  bool first = true;
  for (const ArrayElement& one : *elements) {
    const bool shown = one || (n > 2 && !is_null(values[2]));
    if (!shown) continue;
    if (!first) text += text_of(values[1]);
    text += one ? std::string_view(*one) : text_of(values[2]);
    first = false;
    if (!fits(context, static_cast<std::int64_t>(text.size()))) return;
  }
  give(context, text);
}

// string_to_array(text, separator [, what stands for NULL]); without a separator every character is an element.
void string_to_array(Context* context, int n, Value** values) {
  if (is_null(values[0])) return give_null(context);
  std::string_view text = text_of(values[0]);
  const std::string_view separator = text_of(values[1]);
  std::vector<ArrayElement> elements;
  const auto add = [&](std::string_view part) {
    const bool null = n > 2 && !is_null(values[2]) && part == text_of(values[2]);
    elements.push_back(null ? std::nullopt : ArrayElement(part));
  };
  if (!text.empty() && is_null(values[1])) {
    for (std::size_t at = 0, next = 0; at < text.size(); at = next) {
      next = at + 1;
      while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0u) == 0x80u) ++next;
      add(text.substr(at, next - at));
    }
  } else if (!text.empty()) {
    for (std::size_t end = 0; !separator.empty() && (end = text.find(separator)) != std::string_view::npos;
         text.remove_prefix(end + separator.size()))
      add(text.substr(0, end));
    add(text);
  }
  give_array(context, elements);
}

void array_position(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto elements = array_argument(context, values[0]);
  if (!elements) return;
  const auto found = std::find(elements->begin(), elements->end(), ArrayElement(std::string(text_of(values[1]))));
  if (found == elements->end()) give_null(context);
  else give(context, static_cast<std::int64_t>(found - elements->begin()) + 1);
}

void append(Context* context, int, Value** values) {
  const auto elements = is_null(values[0]) ? std::vector<ArrayElement>{} : array_argument(context, values[0]);
  if (!elements) return;
  std::vector<ArrayElement> all = *elements;
  const std::string how(text_of(values[2]));
  // An array behind || adds its elements, anything else is one.
  const auto more = how == "array" ? read_array(text_of(values[1])) : std::nullopt;
  if (more) all.insert(all.end(), more->begin(), more->end());
  else if (how != "array") all.push_back(shown_element(values[1], how));
  give_array(context, all);
}

// lr_in_array(x, array, how): x = ANY (array).
void in_array(Context* context, int, Value** values) {
  if (is_null(values[1])) return give_null(context);
  const auto elements = array_argument(context, values[1]);
  if (!elements) return;
  if (elements->empty()) return give_flag(context, false);
  if (is_null(values[0])) return give_null(context);
  const ArrayElement wanted = shown_element(values[0], text_of(values[2]));
  bool nulls = false;
  for (const ArrayElement& one : *elements) {
    if (one == wanted) return give_flag(context, true);
    nulls = nulls || !one;
  }
  if (nulls) give_null(context);
  else give_flag(context, false);
}

}  // namespace

void register_array_functions(sqlite3* db, Surroundings* surroundings) {
  struct {
    const char* name;
    int n;
    Function function;
  } const functions[] = {{"lr_array", -1, make_array},
                         {"lr_element", 3, element},
                         {"lr_append", 3, append},
                         {"lr_in_array", 3, in_array},
                         {"array_length", 2, array_length},
                         {"cardinality", 1, array_length},
                         {"get_array_length", 1, array_length},
                         {"array_to_string", 2, array_to_string},
                         {"array_to_string", 3, array_to_string},
                         {"string_to_array", 2, string_to_array},
                         {"string_to_array", 3, string_to_array},
                         {"split_to_array", 2, string_to_array},
                         {"array_position", 2, array_position}};
  for (const auto& one : functions) add_function(db, one.name, one.n, one.function, surroundings);
}

}  // namespace loopready::sql
