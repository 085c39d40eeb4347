// FROM: schema names, renamed columns, functions that give rows, LATERAL.
#include <algorithm>

#include "base/text.h"
#include "sql/cells.h"
#include "sql/element_code.h"
#include "sql/grouping.h"
#include "sql/rewrite.h"

namespace loopready::sql {
namespace {

constexpr std::size_t kMostLateralColumns = 20;

std::string upper(std::string word) {
  for (char& c : word) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return word;
}

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

}  // namespace

void Rewriter::source(Source& source) {
  for (NodePtr& one : source.on) expression(*one);
  if (source.function) return table_function(source);
  if (source.query) query(*source.query, true);
  if (tokens_[source.first].word == "lateral" && source.query) {
    if (source.lateral) return lateral_query(source);
    edits_.remove(source.first);
  }
  if (source.name_token > source.first && !source.table.empty()) edits_.remove(source.first, source.name_token - 1);
  if (source.names_first == 0) return;
  if (!source.query)
    return refuse(source.names_first, "A table's columns can't be renamed here.",
                  "Select from it in a subquery, with AS.");
  // "(query) t (a, b)" becomes "(WITH t (a, b) AS (query) SELECT * FROM t) t".
  std::vector<std::string> quoted;
  for (const std::string& name : source.column_names) quoted.push_back(quoted_name(name));
  edits_.remove(source.names_first, source.names_last);
  edits_.before(source.query->first, "WITH lr_named (" + base::join(quoted, ", ") + ") AS (");
  edits_.after(source.query->last, ") SELECT * FROM lr_named");
}

// The call as one of our table functions; its arguments are rewritten already.
Written Rewriter::table_function_text(const Node& call) {
  Written arguments;
  for (const NodePtr& child : call.children)
    arguments += (arguments.text.empty() ? Written() : Written(", ")) + edits_.written(child->first, child->last);
  if (call.word == "generate_series") {
    note("Redshift runs GENERATE_SERIES on its leader node only, where it can't be joined with tables; WITH RECURSIVE "
         "works everywhere.");
    return "lr_series(" + arguments + ")";
  }
  if (call.word == "unnest") {
    if (call.children.size() != 1) refuse(call.first, "UNNEST takes one array here.", "Join two of them WITH ORDINALITY.");
    return "lr_unnest(" + arguments + ", " + quoted_text(element_code(call.type)) + ")";
  }
  const std::string list = call.word == "regexp_matches"          ? "lr_regexp_all("
                           : call.word == "regexp_split_to_table" ? "regexp_split_to_array("
                                                                  : "string_to_array(";
  return "lr_unnest(" + (list + arguments) + "), 't')";
}

void Rewriter::table_function(Source& source) {
  Node& call = *source.function;
  if (!gives_rows(call))
    return refuse(call.first, call.word + "() can't stand in FROM here.",
                  "Functions that give rows are GENERATE_SERIES, UNNEST and REGEXP_SPLIT_TO_TABLE.");
  for (NodePtr& child : call.children) expression(*child);
  if (call.word == "generate_series" && call.children.size() == 2 && is_moment(call.children[0]->type.kind))
    return refuse(call.first, "A series of dates needs a step.",
                  "Write GENERATE_SERIES(first, last, INTERVAL '1 day').");
  const Written text = table_function_text(call);
  if (source.names_first != 0) edits_.substitute(source.names_first, source.names_last, "");
  const std::size_t last = source.ordinality != 0 ? source.ordinality + 1 : call.last;
  const std::string alias = " AS " + quoted_name(source.lateral || !source.alias.empty() ? source.inner_alias : call.word);
  const std::string named = source.alias.empty() ? alias : "";
  if (source.lateral) {
    edits_.substitute(source.first, last, text + named);
    return;
  }
  const auto name = [&](std::size_t i, const std::string& otherwise) {
    return quoted_name(i < source.column_names.size() ? source.column_names[i] : otherwise);
  };
  std::string columns = "value AS " + name(0, source.alias.empty() ? call.word : source.alias);
  if (source.ordinality != 0) columns += ", ordinality AS " + name(1, "ordinality");
  edits_.substitute(source.first, last, "(SELECT " + columns + " FROM " + text + ")" + named);
}

// The rows of a LATERAL subquery travel as one value, which a table function takes apart again.
void Rewriter::lateral_query(Source& source) {
  if (source.n_columns == 0 || source.n_columns > kMostLateralColumns)
    return refuse(source.first, "A LATERAL subquery has 1 to 20 columns here.", "Name the columns you need.");
  std::string names;
  for (std::size_t i = 0; i < source.n_columns; ++i) names += (i > 0 ? ", lr_" : "lr_") + std::to_string(i + 1);
  const std::size_t close = source.query->last + 1;
  edits_.replace(source.first, "lr_lateral((SELECT lr_pack(" + names + ") FROM (WITH lr_all (" + names + ") AS ");
  edits_.after(close, " SELECT * FROM lr_all)), " + std::to_string(source.n_columns) + ")");
  if (source.alias.empty()) edits_.after(close, " AS " + quoted_name(source.inner_alias));
  if (source.names_first != 0) edits_.remove(source.names_first, source.names_last);
}

// A function that gives rows stands in the SELECT list: what FROM can't do for it is refused.
void Rewriter::check_rows_call(Core& core, SelectItem& item) {
  if (item.value->kind == NodeKind::star) {
    const bool any = std::any_of(core.items.begin(), core.items.end(),
                                 [](const SelectItem& one) { return rows_call_in(*one.value) != nullptr; });
    item.reordered = item.reordered || any;  // a plain star would show what is added to FROM
  }
  const Node* call = rows_call_in(*item.value);
  if (call == nullptr) return;
  const std::string hint = "Put it into FROM: CROSS JOIN " + upper(call->word) + "(...) AS t(x).";
  bool grouped = !core.group.empty() || core.having != nullptr;
  for (const SelectItem& one : core.items) {
    grouped = grouped || has_aggregate(*one.value);
    if (&one != &item && rows_call_in(*one.value) != nullptr)
      note("Functions that give rows stand side by side, as many rows as the first of them gives; PostgreSQL goes on to "
           "the end of the longest.");
    if (has_window(*one.value))
      refuse(call->first, upper(call->word) + " gives rows and can't stand beside a window function.", hint);
  }
  if (grouped && (!is_group_key(core, item) || has_aggregate(*call)))
    refuse(call->first, upper(call->word) + " gives rows and is no key of GROUP BY here.",
           "Group in a CTE, then join the function to it in FROM.");
}

void Rewriter::rows_call(Node& node) {
  if (added_sources_ == nullptr || clause_ != Clause::items)
    return refuse(node.first, upper(node.word) + " gives rows and can't stand here.",
                  "Put it into FROM: CROSS JOIN " + upper(node.word) + "(...) AS t(x).");
  const std::string alias = "lr_each_" + std::to_string(++n_added_);
  if (added_sources_->text.empty()) *added_sources_ += table_function_text(node) + " AS " + alias;
  else
    *added_sources_ += " LEFT JOIN " + table_function_text(node) + " AS " + alias + " ON " + alias +
                       ".ordinality = lr_each_" + std::to_string(n_added_ - 1) + ".ordinality";
  edits_.substitute(node.first, node.last, alias + ".value");
}

void Rewriter::add_sources(const Core& core, const Written& added) {
  if (added.text.empty()) return;
  if (core.sources.empty()) edits_.after(core.items.back().last, " FROM " + added);
  else edits_.after(core.from_last, ", " + added);
}

}  // namespace loopready::sql
