// ROLLUP, CUBE and GROUPING SETS: every row is taken once for each set, and grouped by the set's number and its keys.
// Terms: lr_set is the number of a set, from 0; a key outside its sets is NULL.
#include <algorithm>

#include "sql/grouping.h"
#include "sql/rewrite.h"

namespace loopready::sql {
namespace {

// The item that a position or an alias stands for, counted from 1; 0 for any other key.
std::size_t item_of(const Core& core, const Node& key) {
  if (key.kind == NodeKind::column) return static_cast<std::size_t>(key.item_named + 1);
  const auto position = static_cast<std::size_t>(key.kind == NodeKind::number ? std::atoi(key.word.c_str()) : 0);
  return position <= core.items.size() ? position : 0;
}

}  // namespace

void Rewriter::find_sets(const Core& core, GroupingSets& found) const {
  found.core = &core;
  std::vector<std::size_t> key_of_expression;
  for (const NodePtr& one : core.group) {
    const std::size_t item = item_of(core, *one);
    const std::string key = expression_key(item > 0 ? *core.items[item - 1].value : *one, tokens_);
    const auto at = std::find(found.keys.begin(), found.keys.end(), key);
    key_of_expression.push_back(static_cast<std::size_t>(at - found.keys.begin()));
    if (at != found.keys.end()) continue;
    found.keys.push_back(key);
    found.nodes.push_back(one.get());
  }
  for (const auto& set : core.sets) {
    found.sets.emplace_back();
    for (const std::size_t expression : set) found.sets.back().push_back(key_of_expression[expression]);
  }
}

std::optional<std::size_t> Rewriter::key_of(const Node& node) const {
  if (node.kind == NodeKind::group || node.kind == NodeKind::star) return {};
  const auto at = std::find(sets_->keys.begin(), sets_->keys.end(), expression_key(node, tokens_));
  if (at == sets_->keys.end()) return {};
  return static_cast<std::size_t>(at - sets_->keys.begin());
}

std::string Rewriter::in_sets(std::size_t key) const {
  std::string numbers;
  for (std::size_t i = 0; i < sets_->sets.size(); ++i) {
    const auto& set = sets_->sets[i];
    if (std::find(set.begin(), set.end(), key) != set.end()) numbers += (numbers.empty() ? "" : ", ") + std::to_string(i);
  }
  return "lr_sets.lr_set IN (" + numbers + ")";
}

// GROUPING(a, b): a number whose bits tell which keys a row is not grouped by, the last argument's bit lowest.
void Rewriter::grouping_call(const Node& node) {
  if (sets_ == nullptr) {
    if (core_ == nullptr || core_->group.empty())
      return refuse(node.first, "GROUPING() goes with ROLLUP, CUBE and GROUPING SETS.", "");
    return edits_.substitute(node.first, node.last, "0");
  }
  std::string sum = "(0";
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const auto key = key_of(*node.children[i]);
    if (!key)
      return refuse(node.children[i]->first, "An argument of GROUPING() is no key of GROUP BY.", "");
    const std::size_t bit = std::size_t{1} << (node.children.size() - 1 - i);
    sum += " + CASE WHEN " + in_sets(*key) + " THEN 0 ELSE " + std::to_string(bit) + " END";
  }
  edits_.substitute(node.first, node.last, sum + ")");
}

void Rewriter::group_by_sets(const Core& core) {
  const GroupingSets& found = all_sets_[&core];
  sets_ = &found;
  if (core.sources.empty()) return refuse(core.group_by, "There is no table to group.", "");
  for (const SelectItem& item : core.items)
    if (item.value->kind == NodeKind::star)
      return refuse(item.value->first, "A star can't be grouped by sets.", "Name the columns.");
  std::string numbers;
  for (std::size_t i = 0; i < found.sets.size(); ++i) numbers += (i > 0 ? ", (" : "(") + std::to_string(i) + ")";
  edits_.after(core.from_last,
               ", (WITH lr_all (lr_set) AS (VALUES " + numbers + ") SELECT lr_set FROM lr_all) AS lr_sets");
  Written list = "lr_sets.lr_set";
  for (std::size_t i = 0; i < found.keys.size(); ++i) {
    const Node& key = *found.nodes[i];
    if (const std::size_t item = item_of(core, key); item > 0) list += ", " + std::to_string(item);
    else list += ", CASE WHEN " + in_sets(i) + " THEN " + edits_.written(key.first, key.last) + " END";
  }
  edits_.substitute(core.group_by + 2, core.group_last, list);
}

}  // namespace loopready::sql
