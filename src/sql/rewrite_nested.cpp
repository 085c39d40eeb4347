// QUALIFY and DISTINCT ON: the SELECT becomes a table, and a SELECT around it keeps the wanted rows.
// Terms: lr_1, lr_2 ... are its result columns, lr_key_1 ... the keys of DISTINCT ON, lr_order_1 ... those of ORDER BY.
#include <algorithm>

#include "base/text.h"
#include "sql/cells.h"
#include "sql/rewrite.h"

namespace loopready::sql {
namespace {

std::string numbered(const char* stem, std::size_t i) { return stem + std::to_string(i + 1); }

const SelectItem* item_called(const Core& core, const Node& node) {
  if (node.kind == NodeKind::number) {
    const auto position = static_cast<std::size_t>(std::atoi(node.word.c_str()));
    return position >= 1 && position <= core.items.size() ? &core.items[position - 1] : nullptr;
  }
  if (node.kind != NodeKind::column || !node.qualifier.empty()) return nullptr;
  for (const SelectItem& item : core.items)
    if (item.alias.empty() ? item.value->kind != NodeKind::star && natural_name(*item.value) == node.word
                           : item.alias == node.word)
      return &item;
  return nullptr;
}

std::string direction(const OrderKey& key) {
  return std::string(key.descending ? " DESC" : "") + (key.nulls_first ? " NULLS FIRST" : " NULLS LAST");
}

}  // namespace

// An ordinal or an alias stands for its item.
Written Rewriter::key_text(const Core& core, const Node& node) const {
  const SelectItem* item = item_called(core, node);
  const Node& meant = item == nullptr ? node : *item->value;
  return edits_.written(meant.first, meant.last);
}

// Gives the keys of ORDER BY names inside, and orders the outer SELECT by these.
std::string Rewriter::nested_order(const Core& core, std::vector<OrderKey>& order, const std::vector<std::string>& keys,
                                   Written& added) {
  std::string inner_order;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Node& value = *order[i].value;
    const std::string name = numbered("lr_order_", i);
    order_value(order[i]);
    const Written text = key_text(core, value);
    if (i < keys.size() && std::find(keys.begin(), keys.end(), text.text) == keys.end())
      refuse(value.first, "ORDER BY must begin with the expressions of DISTINCT ON.",
             "Put them first, then what decides which row of each is kept.");
    added += ", " + text + " AS " + name;
    inner_order += (i > 0 ? ", " : " ORDER BY ") + name + direction(order[i]);
    if (item_called(core, value) == nullptr) edits_.substitute(value.first, value.last, name);
    order_nulls(order[i]);
  }
  return inner_order;
}

// Gives every result column a name inside that no other has; the list of them with the names they have outside.
std::string Rewriter::nested_items(Core& core) {
  std::string outer_list;
  std::size_t n = 0;
  std::vector<std::string> taken;
  const auto add = [&](const std::string& inner, const std::string& outer) {
    outer_list += (n++ > 0 ? ", " : "") + inner + " AS " + quoted_name(outer);
  };
  for (const SelectItem& item : core.items) {
    const Node& value = *item.value;
    if (value.kind == NodeKind::star) {
      if (item.columns.empty()) return "*";  // of a table that is not there, which SQLite will say
      std::string list;
      for (const StarColumn& column : item.columns) {
        const std::string inner = numbered("lr_", n);
        list += (list.empty() ? "" : ", ") + column.reads + " AS " + inner;
        add(inner, column.name);
      }
      edits_.substitute(value.first, value.last, list);
      continue;
    }
    const bool keeps = !item.alias.empty() && std::find(taken.begin(), taken.end(), item.alias) == taken.end();
    const std::string inner = keeps ? quoted_name(item.alias) : numbered("lr_", n);
    taken.push_back(item.alias);
    if (item.last > value.last) edits_.substitute(value.last + 1, item.last, "");
    edits_.after(value.last, " AS " + inner);
    add(inner, item.alias.empty() ? natural_name(value) : item.alias);
  }
  return outer_list;
}

// `query` is the query whose ORDER BY belongs to this SELECT alone, or null.
void Rewriter::nest(Core& core, Query* query) {
  if (core.qualify && core.distinct_on != 0)
    return refuse(core.distinct_on, "DISTINCT ON and QUALIFY can't stand in the same SELECT.", "Keep one of them.");
  std::vector<OrderKey> no_order;
  std::vector<OrderKey>& order = query == nullptr ? no_order : query->order;
  Written added;
  std::vector<std::string> keys;
  std::string partition;
  for (std::size_t i = 0; i < core.distinct_keys.size(); ++i) {
    const Written text = key_text(core, *core.distinct_keys[i]);
    keys.push_back(text.text);
    added += ", " + text + " AS " + numbered("lr_key_", i);
    partition += (i > 0 ? ", " : "") + numbered("lr_key_", i);
  }
  const std::string inner_order = nested_order(core, order, keys, added);
  std::string head = (core.distinct && !core.distinct_on ? " DISTINCT " : " ") + nested_items(core) + " FROM (SELECT";
  std::string tail = ") WHERE lr_keep";
  if (core.distinct_on != 0) {
    edits_.substitute(core.distinct_on - 1, core.distinct_last, "");
    head += " *, row_number() OVER (PARTITION BY " + partition + inner_order + ") AS lr_keep FROM (SELECT";
    tail = ")" + tail + " = 1";
    if (order.size() <= keys.size())
      note("DISTINCT ON keeps any row of each key here: add to ORDER BY what decides which.");
  } else {
    if (core.distinct) edits_.remove(core.first + 1);
    added += ", (" + edits_.written(core.qualify->first, core.qualify->last) + ") AS lr_keep";
    edits_.substitute(core.qualify_token, core.qualify->last, "");
  }
  edits_.after(core.first, head);
  edits_.after(core.items.back().last, added);
  edits_.after(core.last, tail);
}

}  // namespace loopready::sql
