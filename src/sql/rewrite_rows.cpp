// Functions that give rows in the SELECT list: they move into FROM, or, beside GROUP BY and aggregates, into a SELECT
// around the groups.
#include <algorithm>

#include "base/text.h"
#include "sql/cells.h"
#include "sql/grouping.h"
#include "sql/letter_case.h"
#include "sql/rewrite.h"

namespace loopready::sql {
namespace {

const Node* rows_call_in(const Node& node) {
  if (gives_rows(node)) return &node;
  for (const NodePtr& child : node.children)
    if (const Node* found = rows_call_in(*child)) return found;
  return nullptr;
}

bool has_window(const Node& node) {
  if (node.call && node.call->over) return true;
  return std::any_of(node.children.begin(), node.children.end(), [](const NodePtr& child) { return has_window(*child); });
}

// GROUP BY names the item by its position or alias.
bool is_group_key(const Core& core, const SelectItem& item) {
  const auto position = static_cast<std::size_t>(&item - core.items.data()) + 1;
  return std::any_of(core.group.begin(), core.group.end(), [&](const NodePtr& key) {
    if (key->kind == NodeKind::number) return key->word == std::to_string(position);
    return key->kind == NodeKind::column && key->qualifier.empty() && key->word == item.alias;
  });
}

// Outside the calls that give rows.
bool sees_columns(const Node& node) {
  if (gives_rows(node)) return false;
  if (node.kind == NodeKind::column || node.query != nullptr) return true;
  if (has_aggregate(node) && rows_call_in(node) == nullptr) return true;
  return std::any_of(node.children.begin(), node.children.end(),
                     [](const NodePtr& child) { return sees_columns(*child); });
}

}  // namespace

// A function that gives rows stands in the SELECT list: what FROM can't do for it is refused.
void Rewriter::check_rows_call(Core& core, SelectItem& item) {
  if (item.value->kind == NodeKind::star) {
    const bool any = std::any_of(core.items.begin(), core.items.end(),
                                 [](const SelectItem& one) { return rows_call_in(*one.value) != nullptr; });
    item.reordered = item.reordered || any;  // a plain star would show what is added to FROM
  }
  const Node* call = rows_call_in(*item.value);
  if (call == nullptr) return;
  const std::string hint = "Put it into FROM: CROSS JOIN " + to_upper(call->word) + "(...) AS t(x).";
  bool grouped = !core.group.empty() || core.having != nullptr;
  for (const SelectItem& one : core.items) {
    grouped = grouped || has_aggregate(*one.value);
    if (&one != &item && rows_call_in(*one.value) != nullptr)
      note("Functions that give rows stand side by side, as many rows as the first of them gives; PostgreSQL goes on to "
           "the end of the longest.");
    if (has_window(*one.value))
      refuse(call->first, to_upper(call->word) + " gives rows and can't stand beside a window function.", hint);
  }
  if (!grouped || (is_group_key(core, item) && !has_aggregate(*call))) return;
  // The rest of the item stands outside the groups, where no column is known.
  const bool plain = !core.distinct && core.distinct_on == 0 && core.qualify == nullptr && !sees_columns(*item.value);
  if (plain && grouped_arguments_ != nullptr) spreads_groups_ = true;
  else
    refuse(call->first, to_upper(call->word) + " gives rows and is no key of GROUP BY here.",
           "Group in a CTE, then join the function to it in FROM.");
}

void Rewriter::rows_call(Node& node) {
  if (added_sources_ == nullptr || clause_ != Clause::items)
    return refuse(node.first, to_upper(node.word) + " gives rows and can't stand here.",
                  "Put it into FROM: CROSS JOIN " + to_upper(node.word) + "(...) AS t(x).");
  if (spreads_groups_) {
    for (const NodePtr& child : node.children) {
      const std::string name = "lr_argument_" + std::to_string(++n_arguments_);
      *grouped_arguments_ += ", " + edits_.written(child->first, child->last) + " AS " + name;
      edits_.substitute(child->first, child->last, name);
    }
  }
  const std::string alias = "lr_each_" + std::to_string(++n_added_);
  if (added_sources_->text.empty()) *added_sources_ += table_function_text(node) + " AS " + alias;
  else if (std::any_of(node.children.begin(), node.children.end(),
                       [](const NodePtr& child) { return rows_call_in(*child) != nullptr; }))
    *added_sources_ += ", " + table_function_text(node) + " AS " + alias;  // for each row of the inner one
  else
    *added_sources_ += " LEFT JOIN " + table_function_text(node) + " AS " + alias + " ON " + alias +
                       ".lr_nth = lr_each_" + std::to_string(n_added_ - 1) + ".lr_nth";
  edits_.substitute(node.first, node.last, alias + ".lr_each");
}

void Rewriter::add_sources(Core& core, const Written& added) {
  if (added.text.empty()) return;
  if (spreads_groups_) return spread_groups(core, added);
  if (core.sources.empty()) edits_.after(core.items.back().last, " FROM " + added);
  else edits_.after(core.from_last, ", " + added);
}

// SELECT a, f(min(b)) ... GROUP BY a becomes SELECT a, value FROM (SELECT a, min(b) AS lr_argument_1 ... GROUP BY a),
// f(lr_argument_1).
void Rewriter::spread_groups(Core& core, const Written& added) {
  Written list;
  std::vector<std::string> taken;
  for (std::size_t i = 0; i < core.items.size(); ++i) {
    const SelectItem& item = core.items[i];
    const Node& value = *item.value;
    const std::string outer = quoted_name(item.alias.empty() ? natural_name(value) : item.alias);
    if (i > 0) list += ", ";
    if (rows_call_in(value) != nullptr) {
      list += edits_.written(value.first, value.last) + " AS " + outer;
      edits_.substitute(value.first, item.last, "NULL");
      continue;
    }
    const bool keeps = !item.alias.empty() && std::find(taken.begin(), taken.end(), item.alias) == taken.end();
    const std::string inner = keeps ? quoted_name(item.alias) : "lr_" + std::to_string(i + 1);
    taken.push_back(item.alias);
    const Written text = edits_.written(value.first, value.last);
    edits_.substitute(value.first, item.last, text + " AS " + inner);
    list += inner + " AS " + outer;
  }
  edits_.after(core.items.back().last, *grouped_arguments_);
  edits_.after(core.first, " " + list + " FROM (SELECT");
  edits_.after(core.last, ") AS lr_groups, " + added);
}

}  // namespace loopready::sql
