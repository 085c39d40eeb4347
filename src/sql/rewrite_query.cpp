// Clauses: result names, NULLs in ORDER BY, TOP and FETCH, QUALIFY, DISTINCT ON, parenthesised set operands.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "sql/cells.h"
#include "sql/element_code.h"
#include "sql/grouping.h"
#include "sql/rewrite.h"

namespace loopready::sql {
namespace {

bool filters_rows(const Core& core) { return core.qualify != nullptr || core.distinct_on != 0; }

}  // namespace

void Rewriter::query(Query& query, bool name_columns) {
  for (Cte& cte : query.ctes) this->query(*cte.query, true);
  for (const std::size_t token : query.set_operators)
    if (tokens_[token].word == "minus") edits_.replace(token, "EXCEPT");
  std::string outer_tail;
  outer_tail.swap(tail_);
  for (Core& one : query.cores) core(one, query, name_columns);
  const bool alone = query.cores.size() == 1;
  const GroupingSets* outer_sets = std::exchange(sets_, nullptr);
  if (const auto found = alone ? all_sets_.find(&query.cores[0]) : all_sets_.end(); found != all_sets_.end())
    sets_ = &found->second;
  for (Core& one : query.cores)
    if (!refusal && filters_rows(one)) nest(one, alone ? &query : nullptr);
  if (!alone || !filters_rows(query.cores[0])) order(query.order);
  sets_ = outer_sets;
  limit(query);
  if (!tail_.empty()) edits_.after(query.last, tail_);
  tail_ = outer_tail;
}

void Rewriter::limit(Query& query) {
  if (query.limit) expression(*query.limit);
  if (query.offset) expression(*query.offset);
  if (query.limit_first == 0) return;
  // LIMIT ALL, FETCH FIRST n ROWS ONLY and OFFSET alone are put the one way SQLite reads.
  const bool plain = tokens_[query.limit_first].word == "limit" && query.limit != nullptr;
  bool fetch = false;
  for (std::size_t i = query.limit_first; i <= query.last; ++i)
    fetch = fetch || tokens_[i].word == "fetch" || tokens_[i].word == "rows" || tokens_[i].word == "row";
  if (plain && !fetch) return;
  std::string text = "LIMIT ";
  text += query.limit                                  ? std::string(typed(query.limit->first, query.limit->last))
          : tokens_[query.limit_first].word == "fetch" ? "1"
                                                       : "-1";
  if (query.offset) text += " OFFSET " + std::string(typed(query.offset->first, query.offset->last));
  edits_.remove(query.limit_first, query.last);
  edits_.replace(query.limit_first, text);
}

void Rewriter::order(std::vector<OrderKey>& keys) {
  for (OrderKey& key : keys) {
    order_value(key);
    order_nulls(key);
  }
}

// Behind its rewritten value.
void Rewriter::sort_key(const OrderKey& key) {
  if (key.value->type.kind == Kind::interval) wrap(*key.value, "lr_interval_key(", ")");
  if (key.value->type.kind == Kind::array)
    wrap(*key.value, "lr_array_key(", ", " + quoted_text(element_code(key.value->type.element)) + ")");
  order_nulls(key);
}

void Rewriter::order_value(OrderKey& key) {
  expression(*key.value);
  if (key.value->type.kind == Kind::interval) wrap(*key.value, "lr_interval_key(", ")");
  if (key.value->type.kind == Kind::array)
    wrap(*key.value, "lr_array_key(", ", " + quoted_text(element_code(key.value->type.element)) + ")");
}

void Rewriter::order_nulls(const OrderKey& key) {
  if (!key.says_nulls)
    differ("NULLs in ORDER BY", "They come last going up and first going down, as in PostgreSQL; SQLite does the opposite.");
  if (!key.says_nulls) edits_.after(key.last, key.descending ? " NULLS FIRST" : " NULLS LAST");
}

void Rewriter::core(Core& core, Query& query, bool name_columns) {
  if (refusal) return;
  for (auto& row : core.values)
    for (NodePtr& one : row) expression(*one);
  if (core.nested) {
    this->query(*core.nested, name_columns);
    edits_.before(core.first, "SELECT * FROM ");
    return;
  }
  if (core.distinct_on != 0) differ("DISTINCT ON", "SQLite does not know it: the first row a key is found by ROW_NUMBER.");
  if (core.qualify) differ("QUALIFY", "SQLite does not know it: it filters in a SELECT around this one.");
  if (core.whole_table) edits_.replace(core.first, "SELECT * FROM");
  for (Source& one : core.sources) source(one);
  const Core* outer_core = std::exchange(core_, &core);
  const GroupingSets* outer_sets = std::exchange(sets_, nullptr);
  if (!core.sets.empty()) {
    find_sets(core, all_sets_[&core]);
    sets_ = &all_sets_[&core];
  }
  const Clause outer_clause = std::exchange(clause_, Clause::items);
  Written* outer_rows = added_sources_;
  Written added;
  added_sources_ = &added;
  Written arguments;
  Written* outer_arguments = std::exchange(grouped_arguments_, &arguments);
  const bool outer_spreads = std::exchange(spreads_groups_, false);
  for (SelectItem& item : core.items) check_rows_call(core, item);
  items(core, name_columns && !filters_rows(core) && !spreads_groups_);
  for (NodePtr& one : core.group)
    if (gives_rows(*one) && !spreads_groups_) expression(*one);
  added_sources_ = outer_rows;
  add_sources(core, added);
  grouped_arguments_ = outer_arguments;
  spreads_groups_ = outer_spreads;
  for (auto& one : core.windows) window(*one);
  clause_ = Clause::qualify;
  if (core.qualify) expression(*core.qualify);
  clause_ = Clause::where;
  const GroupingSets* sets = std::exchange(sets_, nullptr);
  if (core.where) expression(*core.where);
  sets_ = sets;
  clause_ = Clause::having;
  if (core.having) expression(*core.having);
  clause_ = Clause::other;
  sets_ = nullptr;
  for (NodePtr& one : core.group)
    if (!gives_rows(*one)) expression(*one);
  for (NodePtr& one : core.distinct_keys) expression(*one);
  if (!core.sets.empty()) group_by_sets(core);
  sets_ = outer_sets;
  core_ = outer_core;
  clause_ = outer_clause;
  if (core.top_first != 0) {
    edits_.remove(core.top_first, core.top_last);
    if (query.limit_first != 0)
      refuse(core.top_first, "TOP and LIMIT can't stand in the same query.", "Keep one of them.");
    tail_ = " LIMIT " + std::string(typed(core.top_last, core.top_last));
  }
  check_grouping(core);
}

void Rewriter::items(Core& core, bool name_columns) {
  for (SelectItem& item : core.items) {
    expression(*item.value);
    const Node& value = *item.value;
    if (value.kind == NodeKind::cast && value.qualifier == "money") wrap(value, "lr_money(", ")");
    if (!name_columns) continue;
    if (value.type.kind == Kind::boolean)
      differ("Booleans", "true and false are values of their own; SQLite keeps 1 and 0.");
    if (value.kind == NodeKind::star) {
      if (!item.reordered || item.columns.empty()) continue;
      std::string list;
      for (const StarColumn& column : item.columns)
        list += (list.empty() ? "" : ", ") + column.reads + " AS " + quoted_name(column.name);
      edits_.substitute(value.first, value.last, list);
    } else if (!item.alias.empty()) {
      if (typed(item.last, item.last) != item.alias && tokens_[item.last].kind == TokenKind::name)
        edits_.replace(item.last, quoted_name(item.alias));  // folded to lower case
    } else if (value.kind != NodeKind::column || !value.reads.empty() || sets_ != nullptr) {
      edits_.after(item.last, " AS " + quoted_name(natural_name(value)));
    }
  }
}

void Rewriter::check_grouping(const Core& core) {
  if (const auto bare = ungrouped_column(core, tokens_))
    refuse(bare->token, "The column \"" + bare->name + "\" must stand in GROUP BY or inside an aggregate.",
           "Add it to GROUP BY, or take MIN, MAX or another aggregate of it.");
}

}  // namespace loopready::sql
