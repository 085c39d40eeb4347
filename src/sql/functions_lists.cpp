// Lists of a group's values: as an array, and as a text without repetition.
#include <deque>
#include <set>

#include "sql/aggregate.h"
#include "sql/array_text.h"
#include "sql/shown_value.h"

namespace loopready::sql {
namespace {

// lr_array_agg(x, how); lr_distinct_array keeps each value where it comes first.
template <bool kDistinct>
struct ArrayState {
  explicit ArrayState(Surroundings& surroundings) : holding(surroundings) {}
  static std::int64_t size(const ArrayElement& element) {
    return static_cast<std::int64_t>(sizeof(ArrayElement) + (element ? element->size() : 0));
  }
  void step(Context* context, int, Value** values) {
    elements.push_back(shown_element(values[0], text_of(values[1])));
    holding.add(context, size(elements.back()));
  }
  void leave(Context*, int, Value**) {
    if (elements.empty()) return;
    holding.remove(size(elements.front()));
    elements.pop_front();
  }
  void result(Context* context) const {
    if (elements.empty()) return give_null(context);
    if (!spend(context, static_cast<std::int64_t>(elements.size() / 4))) return;
    std::vector<ArrayElement> all(elements.begin(), elements.end());
    std::set<ArrayElement> seen;
    if (kDistinct) std::erase_if(all, [&](const ArrayElement& one) { return !seen.insert(one).second; });
    const std::string text = array_text(all);
    if (fits(context, static_cast<std::int64_t>(text.size()))) give(context, text);
  }
  Holding holding;
  std::deque<ArrayElement> elements;
};

// lr_distinct_list(x, separator): each value where it comes first.
struct DistinctListState {
  explicit DistinctListState(Surroundings& surroundings) : holding(surroundings) {}
  void step(Context* context, int, Value** values) {
    separator = text_of(values[1]);
    if (is_null(values[0])) return;
    texts.emplace_back(text_of(values[0]));
    holding.add(context, static_cast<std::int64_t>(sizeof(std::string) + texts.back().size()));
  }
  void leave(Context*, int, Value** values) {
    if (is_null(values[0]) || texts.empty()) return;
    holding.remove(static_cast<std::int64_t>(sizeof(std::string) + texts.front().size()));
    texts.pop_front();
  }
  void result(Context* context) const {
    if (texts.empty()) return give_null(context);
    if (!spend(context, static_cast<std::int64_t>(texts.size() / 4))) return;
    std::set<std::string_view> seen;
    std::string all;
    for (const std::string& text : texts) {
      if (!seen.insert(text).second) continue;
      all += (seen.size() > 1 ? separator : "") + text;
      if (!fits(context, static_cast<std::int64_t>(all.size()))) return;
    }
    give(context, all);
  }
  Holding holding;
  std::deque<std::string> texts;
  std::string separator;
};

// lr_row_key(a, b, ...): one text for each different row, never NULL.
void row_key(Context* context, int n, Value** values) {
  std::string key;
  for (int i = 0; i < n; ++i) {
    const std::string_view text = text_of(values[i]);
    key += is_null(values[i]) ? "n" : std::to_string(text.size()) + ":" + std::string(text);
  }
  if (fits(context, static_cast<std::int64_t>(key.size()))) give(context, key);
}

}  // namespace

void register_list_functions(sqlite3* db, Surroundings* surroundings) {
  add_aggregate<ArrayState<false>>(db, "lr_array_agg", 2, surroundings);
  add_aggregate<ArrayState<true>>(db, "lr_distinct_array", 2, surroundings);
  add_aggregate<DistinctListState>(db, "lr_distinct_list", 2, surroundings);
  add_function(db, "lr_row_key", -1, row_key, surroundings);
}

}  // namespace loopready::sql
