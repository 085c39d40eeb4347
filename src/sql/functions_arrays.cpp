// Arrays, which are texts here: making them, their elements, their length.
// Terms: `how` says what elements are: i whole numbers, n numbers (with a scale behind it), b booleans, t texts.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "sql/array_text.h"
#include "sql/arguments.h"
#include "sql/match.h"
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

// lr_array_has(a, b): every element of b is one of a.
bool holds(const std::vector<ArrayElement>& all, const ArrayElement& one) {
  return one && std::find(all.begin(), all.end(), one) != all.end();
}
void array_has(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto all = array_argument(context, values[0]);
  const auto wanted = all ? array_argument(context, values[1]) : std::nullopt;
  if (wanted)
    give_flag(context, std::all_of(wanted->begin(), wanted->end(), [&](const ArrayElement& one) { return holds(*all, one); }));
}
void array_overlaps(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto all = array_argument(context, values[0]);
  const auto wanted = all ? array_argument(context, values[1]) : std::nullopt;
  if (wanted)
    give_flag(context, std::any_of(wanted->begin(), wanted->end(), [&](const ArrayElement& one) { return holds(*all, one); }));
}

// lr_array_key(array, how): a text that sorts as the array does, element by element.
void array_key(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto elements = array_argument(context, values[0]);
  if (!elements) return;
  const bool numbers = text_of(values[1]).substr(0, 1) == "i" || text_of(values[1]).substr(0, 1) == "n";
  std::string key;
  for (const ArrayElement& one : *elements) {
    key += one ? "\x01" : "\x02";
    if (one && numbers) {
      char buffer[64];
      const double value = std::strtod(one->c_str(), nullptr) + 1e15;
      std::snprintf(buffer, sizeof buffer, "%025.6f", std::isfinite(value) ? std::clamp(value, 0.0, 9e16) : 0.0);
      key += buffer;
    } else if (one) {
      key += *one;
    }
    if (!fits(context, static_cast<std::int64_t>(key.size()))) return;
  }
  give(context, key);
}

// lr_like_array(text, array, ignoring case, how): how is any, all, not any, not all.
void like_array(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto patterns = array_argument(context, values[1]);
  if (!patterns) return;
  const std::string_view how = text_of(values[3]);
  const bool negated = how.substr(0, 4) == "not ";
  const bool all = how.substr(negated ? 4 : 0) == "all";
  bool nulls = false;
  for (const ArrayElement& one : *patterns) {
    if (!one) {
      nulls = true;
      continue;
    }
    std::int64_t steps = 0;
    const auto match = one->size() > 1'000 ? std::nullopt : like_match(text_of(values[0]), *one, "\\", whole_of(values[2]) != 0, steps);
    if (!spend(context, steps / 8)) return;
    if (!match) return refuse(context, "This LIKE pattern is too long, or ends with the escape character");
    if ((*match != negated) != all) return give_flag(context, !all);
  }
  if (nulls) give_null(context);
  else give_flag(context, all);
}

// array_remove(array, x)
void array_remove(Context* context, int, Value** values) {
  if (is_null(values[0])) return give_null(context);
  const auto elements = array_argument(context, values[0]);
  if (!elements) return;
  const ArrayElement gone = is_null(values[1]) ? ArrayElement() : ArrayElement(std::string(text_of(values[1])));
  std::vector<ArrayElement> left;
  for (const ArrayElement& one : *elements)
    if (one != gone) left.push_back(one);
  give_array(context, left);
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
                         {"array_position", 2, array_position},
                         {"array_remove", 2, array_remove},
                         {"lr_array_has", 2, array_has},
                         {"lr_array_overlaps", 2, array_overlaps},
                         {"lr_array_key", 2, array_key},
                         {"lr_like_array", 4, like_array}};
  for (const auto& one : functions) add_function(db, one.name, one.n, one.function, surroundings);
}

}  // namespace loopready::sql
