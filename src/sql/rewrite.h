// The changes that turn Redshift's spelling into SQLite's, token by token.
// Here: Rewriter, which walks a typed tree and notes its edits.  Not here: the tree (parser.h), types (infer.h),
// putting the text together (edits.h). Terms: functions named lr_... are ours (functions.h); results and messages never
// show them. Errors: the first place that has no counterpart in SQLite, with what works instead.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/run.h"
#include "sql/edits.h"
#include "sql/infer.h"
#include "sql/tree.h"

namespace loopready::sql {

// Where an expression stands, as far as aliases of the SELECT list mean something else there.
enum class Clause { items, where, having, qualify, other };

class Rewriter {
 public:
  Rewriter(std::string_view text, const std::vector<Token>& tokens, Edits& edits)
      : text_(text), tokens_(tokens), edits_(edits) {}

  void query(Query& query, bool name_columns);

  std::optional<model::SqlError> refusal;
  std::vector<std::string> notes;
  std::vector<model::Difference> differs;

 private:
  // rewrite_query.cpp
  void core(Core& core, Query& query, bool name_columns);
  void items(Core& core, bool name_columns);
  void order(std::vector<OrderKey>& keys);
  void order_value(OrderKey& key);
  void order_nulls(const OrderKey& key);
  void sort_key(const OrderKey& key);
  void limit(Query& query);
  void check_grouping(const Core& core);

  // rewrite_sources.cpp: FROM.
  void source(Source& source);
  void table_function(Source& source);
  void lateral_query(Source& source);
  void unnest_side_by_side(Source& source);
  Written table_function_text(const Node& call);

  // rewrite_rows.cpp: functions that give rows in the SELECT list.
  void check_rows_call(Core& core, SelectItem& item);
  void rows_call(Node& node);
  void add_sources(Core& core, const Written& added);
  void spread_groups(Core& core, const Written& added);

  // rewrite_nested.cpp: QUALIFY and DISTINCT ON filter the rows of a SELECT in a SELECT around it.
  void nest(Core& core, Query* query);
  Written key_text(const Core& core, const Node& node) const;
  std::string nested_order(const Core& core, std::vector<OrderKey>& order, const std::vector<std::string>& keys,
                           Written& added);
  std::string nested_items(Core& core);

  // rewrite.cpp
  void expression(Node& node);
  void parts(Node& node);  // of an expression, and itself
  void column(const Node& node);
  void constant(const Node& node);
  void cast(const Node& node);
  void interval(const Node& node);
  void case_of(Node& node);

  // rewrite_operators.cpp
  void binary(Node& node);
  void arithmetic(Node& node);
  void match(const Node& node);
  void json_path(const Node& node);
  void comparison(const Node& node);
  void concatenation(const Node& node);
  void as_text(const Node& node);
  void compare(const Node& left, const Node& right);
  void compare_list(const Node& left, const std::vector<const Node*>& others);
  bool literal_as(const Node& literal, Kind kind);

  // rewrite_times.cpp
  void at_time_zone(const Node& node);
  bool check_zone(const Node& zone);
  void overlaps(const Node& node);
  void interval_call(const Node& node);

  // rewrite_quantified.cpp
  void between(const Node& node);
  void in_query(const Node& node);
  void quantified(const Node& node);
  bool as_instants(const Node& left, const Query& query);
  bool rows_as_instants(const Node& left, const Query& query);

  // rewrite_calls.cpp
  void call(Node& node);
  void date_part_argument(const Node& node, std::size_t argument);
  bool misspelt_date_call(const Node& node);
  void string_call(const Node& node);

  // rewrite_aggregates.cpp
  void aggregate(Node& node);
  bool fits_aggregate(const Node& node);
  void percentile(const Node& node);
  void list_aggregate(const Node& node);
  void array_aggregate(const Node& node);
  Written sort_keys(const std::vector<OrderKey>& keys) const;

  // rewrite_grouping_sets.cpp
  struct GroupingSets {
    const Core* core = nullptr;
    std::vector<std::string> keys;                 // different expressions, as expression_key tells them
    std::vector<const Node*> nodes;                // where each stands in GROUP BY
    std::vector<std::vector<std::size_t>> sets;    // of keys
  };
  void find_sets(const Core& core, GroupingSets& found) const;
  std::string in_sets(std::size_t key) const;      // the condition under which a key is grouped by
  std::optional<std::size_t> key_of(const Node& node) const;
  void grouping_call(const Node& node);
  void group_by_sets(const Core& core);

  // rewrite_windows.cpp
  void window(Window& window);
  void interval_range(Window& window);
  void window_call(const Node& node);
  void ignore_nulls(const Node& node);
  void set_frame(const Node& node, const std::string& frame);
  const Window* window_of(const Node& node) const;

  // rewrite_regex.cpp
  void check_pattern(const Node& pattern, bool similar);
  void regex_match(const Node& node);
  void regex_call(const Node& node);

  // rewrite_arrays.cpp: arrays are texts such as {a,b}.
  void element(const Node& node);
  void array_query(const Node& node);
  void in_array(const Node& node);
  void append(const Node& node);
  void array_sets(const Node& node);

  std::string_view typed(std::size_t first, std::size_t last) const;
  std::string place(std::size_t token) const { return std::to_string(tokens_[token].begin); }
  void wrap(const Node& node, const Written& open, const Written& close) {
    edits_.wrap(node.first, node.last, open, close);
  }
  void refuse(std::size_t token, std::string text, std::string hint);
  void note(const std::string& sentence);  // once
  void differ(const char* what, const char* why);  // once

  std::string_view text_;
  const std::vector<Token>& tokens_;
  Edits& edits_;
  std::string tail_;             // goes behind the query at hand: LIMIT for TOP
  const Core* core_ = nullptr;   // the SELECT at hand
  Clause clause_ = Clause::other;
  Written* added_sources_ = nullptr;  // what functions in the SELECT list at hand add to FROM
  int n_added_ = 0;
  Written* grouped_arguments_ = nullptr;  // of these functions where they see groups, not rows
  int n_arguments_ = 0;
  bool spreads_groups_ = false;
  const GroupingSets* sets_ = nullptr;  // of the SELECT at hand, null: a plain GROUP BY; off inside aggregates
  std::map<const Core*, GroupingSets> all_sets_;
};

}  // namespace loopready::sql
