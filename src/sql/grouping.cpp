#include "sql/grouping.h"

#include <algorithm>

#include "base/text.h"

namespace loopready::sql {

std::string expression_key(const Node& node, const std::vector<Token>& tokens) {
  if (node.kind == NodeKind::column) return node.word;
  if (node.kind == NodeKind::group && node.children.size() == 1) return expression_key(*node.children[0], tokens);
  std::string text;
  for (std::size_t i = node.first; i <= node.last; ++i) {
    const bool qualifier = i + 1 <= node.last && tokens[i + 1].word == "." && tokens[i].kind != TokenKind::number;
    if (qualifier) {
      ++i;
      continue;
    }
    text += tokens[i].kind == TokenKind::string ? "'" + tokens[i].word + "' " : tokens[i].word + " ";
  }
  return text;
}

namespace {

class Check {
 public:
  Check(const Core& core, const std::vector<Token>& tokens) : tokens_(tokens) {
    for (const NodePtr& key : core.group) {
      const Node* node = key.get();
      if (node->kind == NodeKind::number && !core.items.empty()) {
        const std::size_t position = static_cast<std::size_t>(std::atoi(node->word.c_str()));
        if (position >= 1 && position <= core.items.size()) node = core.items[position - 1].value.get();
      } else if (node->kind == NodeKind::column && node->qualifier.empty()) {
        for (const SelectItem& item : core.items)
          if (item.alias == node->word) keys_.push_back(expression_key(*item.value, tokens_));
      }
      keys_.push_back(expression_key(*node, tokens_));
      if (node->kind == NodeKind::column) columns_.push_back(node);
    }
    if (core.sets.empty())
      for (const Source& source : core.sources)
        if (key_is_grouped(source)) whole_.push_back(source.alias.empty() ? source.table : source.alias);
  }

  // The first column under `node` that is neither grouped nor inside an aggregate.
  const Node* find(const Node& node) const {
    const std::string text = expression_key(node, tokens_);
    for (const std::string& key : keys_)
      if (key == text) return nullptr;
    if (node.kind == NodeKind::column) {
      const bool known = !node.owner.empty() && std::find(whole_.begin(), whole_.end(), node.owner) != whole_.end();
      return known ? nullptr : &node;
    }
    if (is_aggregate(node)) return nullptr;
    if (node.kind == NodeKind::call && is_date_call(node.word)) return children(node, 1);
    if (const Node* found = children(node, 0)) return found;
    if (node.call != nullptr && node.call->window != nullptr) {
      for (const NodePtr& one : node.call->window->partition)
        if (const Node* found = find(*one)) return found;
      for (const OrderKey& key : node.call->window->order)
        if (const Node* found = find(*key.value)) return found;
    }
    return nullptr;
  }

 private:
  static bool is_date_call(const std::string& word) {
    return word == "dateadd" || word == "datediff" || word == "date_diff" || word == "date_add" ||
           word == "date_trunc" || word == "date_part";
  }
  const Node* children(const Node& node, std::size_t from) const {
    for (std::size_t i = from; i < node.children.size(); ++i)
      if (const Node* found = find(*node.children[i])) return found;
    return nullptr;
  }

  // Its PRIMARY KEY is among the keys: then every column has one value a group.
  bool key_is_grouped(const Source& source) const {
    const std::string& alias = source.alias.empty() ? source.table : source.alias;
    return !source.key.empty() && std::all_of(source.key.begin(), source.key.end(), [&](const std::string& name) {
      return std::any_of(columns_.begin(), columns_.end(), [&](const Node* one) {
        return one->owner == alias && base::equal_ignoring_case(one->word, name);
      });
    });
  }

  const std::vector<Token>& tokens_;
  std::vector<std::string> keys_;
  std::vector<const Node*> columns_;  // grouped by
  std::vector<std::string> whole_;    // sources whose PRIMARY KEY is grouped by
};

}  // namespace

bool is_aggregate_name(std::string_view name) {
  for (const char* one :
       {"count",       "sum",         "avg",        "min",         "max",      "listagg",  "string_agg",      "group_concat",
        "bool_or",     "bool_and",    "every",      "any_value",   "stddev",   "variance", "stddev_samp",     "stddev_pop",
        "var_samp",    "var_pop",     "corr",       "covar_pop",   "median",   "mode",     "percentile_cont", "covar_samp",
        "regr_slope",  "regr_r2",     "regr_count", "regr_avgx",   "regr_sxx", "regr_syy", "percentile_disc", "array_agg",
        "regr_avgy",   "regr_sxy",    "total",      "percentile",  "regr_intercept",       "json_group_array",
        "bit_and",     "bit_or",      "bit_xor",    "json_group_object", "json_agg", "jsonb_agg", "json_object_agg", "jsonb_object_agg"})
    if (name == one) return true;
  return false;
}

bool is_aggregate(const Node& node) {
  return node.kind == NodeKind::call && node.call != nullptr && !node.call->over && is_aggregate_name(node.word);
}

bool has_aggregate(const Node& node) {
  if (is_aggregate(node)) return true;
  for (const NodePtr& child : node.children)
    if (has_aggregate(*child)) return true;
  if (node.call != nullptr && node.call->window != nullptr) {
    for (const NodePtr& one : node.call->window->partition)
      if (has_aggregate(*one)) return true;
    for (const OrderKey& key : node.call->window->order)
      if (has_aggregate(*key.value)) return true;
  }
  return false;
}

std::optional<UngroupedColumn> ungrouped_column(const Core& core, const std::vector<Token>& tokens) {
  bool grouped = !core.group.empty() || core.having != nullptr;
  for (const SelectItem& item : core.items) grouped = grouped || has_aggregate(*item.value);
  if (!grouped) return {};
  const Check check(core, tokens);
  const Node* found = nullptr;
  for (const SelectItem& item : core.items)
    if (found == nullptr && item.value->kind != NodeKind::star) found = check.find(*item.value);
  if (found == nullptr && core.having) {
    found = check.find(*core.having);
    // HAVING may name an alias of the SELECT list here, though PostgreSQL refuses it.
    for (const SelectItem& item : core.items)
      if (found != nullptr && found->word == item.alias) found = nullptr;
  }
  if (found == nullptr) return {};
  std::string name = found->qualifier.empty() ? found->word : found->qualifier + "." + found->word;
  return UngroupedColumn{found->first, std::move(name)};
}

}  // namespace loopready::sql
