// Aggregates: WITHIN GROUP, DISTINCT lists, arrays, and what their arguments must be.
#include "base/text.h"
#include "sql/cells.h"
#include "sql/element_code.h"
#include "sql/letter_case.h"
#include "sql/rewrite.h"

namespace loopready::sql {
namespace {

std::string kind_in_words(Kind kind) {
  return kind == Kind::text ? "texts" : kind == Kind::boolean ? "true and false" : "dates";
}

bool is_list(std::string_view name) { return name == "listagg" || name == "string_agg" || name == "group_concat"; }

}  // namespace

void Rewriter::aggregate(Node& node) {
  CallParts& parts = *node.call;
  if (parts.prefix != 0) {
    edits_.remove(parts.prefix);
    note("APPROXIMATE " + to_upper(node.word) + " is exact here.");
  }
  if (!fits_aggregate(node)) return;
  if (node.word == "avg" && !node.children.empty() && node.children[0]->type.kind == Kind::integer)
    differ("AVG of whole numbers", "It has decimals, as in PostgreSQL; Redshift cuts it down to a whole number.");
  if (node.word == "percentile_cont" || node.word == "percentile_disc" || node.word == "mode" || node.word == "median")
    return percentile(node);
  if (is_list(node.word)) return list_aggregate(node);
  const bool intervals = !node.children.empty() && node.children[0]->type.kind == Kind::interval;
  if (intervals && (node.word == "sum" || node.word == "avg" || node.word == "min" || node.word == "max"))
    edits_.replace(node.op, "lr_interval_" + node.word);
  if (node.word == "array_agg") return array_aggregate(node);
  if (parts.within_first != 0)
    return refuse(parts.within_first,
                  "WITHIN GROUP works here with LISTAGG, PERCENTILE_CONT, PERCENTILE_DISC and MODE.", "");
  for (const OrderKey& key : parts.order) sort_key(key);
  if (node.word == "count" && node.children.size() == 1 && !node.children[0]->reads.empty() &&
      node.children[0]->kind == NodeKind::star)
    edits_.substitute(node.children[0]->first, node.children[0]->last, node.children[0]->reads);
  if (node.word == "count" && parts.distinct && node.children.size() == 1) {
    const Node& counted = *node.children[0];
    if (counted.kind == NodeKind::group && counted.children.size() > 1) edits_.replace(counted.first, "lr_row_key(");
  }
}

// Says what PostgreSQL would refuse: sums of texts, least booleans, several columns.
bool Rewriter::fits_aggregate(const Node& node) {
  const CallParts& parts = *node.call;
  const std::string name = to_upper(node.word);
  const bool least = node.word == "min" || node.word == "max";
  if (least && node.children.size() > 1) {
    refuse(node.first, node.word + "() takes one column.",
           node.word == "min" ? "The smallest of several values is LEAST(...)."
                              : "The largest of several values is GREATEST(...).");
    return false;
  }
  if (node.word == "count" && node.children.size() > 1) {
    refuse(node.first, "COUNT takes one column.",
           "Count pairs with COUNT(DISTINCT (a, b)), or count the rows of a SELECT DISTINCT.");
    return false;
  }
  if (parts.over && parts.distinct && !is_list(node.word)) {
    refuse(node.first, "DISTINCT can't stand in a window function.",
           "Count distinct values per group in a CTE, then join it.");
    return false;
  }
  if (node.children.empty()) return true;
  const Kind kind = node.children[0]->type.kind;
  if (least && kind == Kind::boolean) {
    refuse(node.first, node.word + "() takes numbers, texts and dates, not true and false.", "Use BOOL_OR or BOOL_AND.");
    return false;
  }
  const bool adds = node.word == "sum" || node.word == "avg";
  if (adds && (kind == Kind::boolean || kind == Kind::text || is_moment(kind))) {
    refuse(node.first, node.word + "() takes numbers, not " + kind_in_words(kind) + ".",
           kind == Kind::boolean ? "Cast with ::int, or use SUM(CASE WHEN ... THEN 1 ELSE 0 END)."
           : kind == Kind::text  ? "Cast with ::numeric, if the texts hold numbers."
                                 : "Subtract two dates first: the difference is a number of days.");
    return false;
  }
  return true;
}

// "a DESC NULLS FIRST, b NULLS LAST", of keys whose values are rewritten already.
Written Rewriter::sort_keys(const std::vector<OrderKey>& keys) const {
  Written list;
  for (const OrderKey& key : keys) {
    const Written value = edits_.written(key.value->first, key.value->last);
    const bool interval = key.value->type.kind == Kind::interval;
    list += list.text.empty() ? "" : ", ";
    list += interval ? "lr_interval_key(" + value + ")" : value;
    list += std::string(key.descending ? " DESC" : "") + (key.nulls_first ? " NULLS FIRST" : " NULLS LAST");
  }
  return list;
}

// PERCENTILE_CONT(p) WITHIN GROUP (ORDER BY x), MODE() WITHIN GROUP (ORDER BY x), MEDIAN(x).
void Rewriter::percentile(const Node& node) {
  const CallParts& parts = *node.call;
  const bool mode = node.word == "mode";
  if (node.word == "median") {
    if (node.children.size() != 1) return;
    const bool intervals = node.children[0]->type.kind == Kind::interval;
    edits_.replace(node.op, "lr_percentile");
    edits_.after(node.children[0]->last, intervals ? ", 0.5, 'cont interval'" : ", 0.5, 'cont'");
    return;
  }
  if (parts.within.size() != 1 || node.children.size() != (mode ? 0u : 1u))
    return refuse(node.first, to_upper(node.word) + " is written " + to_upper(node.word) +
                                  (mode ? "()" : "(0.5)") + " WITHIN GROUP (ORDER BY x).", "");
  const OrderKey& key = parts.within.front();
  const Written value = edits_.written(key.value->first, key.value->last);
  if (mode) {
    edits_.substitute(node.op, parts.within_last, "lr_mode(" + value + (key.descending ? ", 1)" : ", 0)"));
    return;
  }
  const Node& share = *node.children[0];
  if (share.type.kind == Kind::array && (share.kind != NodeKind::call || share.word != "lr_array"))
    return refuse(share.first, "Several percentiles at once are written out here.", "Write PERCENTILE_CONT(ARRAY[0.25, 0.5]).");
  std::string how = node.word == "percentile_cont" ? "cont" : "disc";
  if (key.descending) how += " desc";
  if (key.value->type.kind == Kind::interval) how += " interval";
  if (share.type.kind == Kind::array) {
    Written list;
    for (const NodePtr& one : share.children)
      list += ", lr_percentile(" + value + ", " + edits_.written(one->first, one->last) + ", " + quoted_text(how) + ")";
    edits_.substitute(node.op, parts.within_last, "lr_array('n'" + list + ")");
    return;
  }
  edits_.substitute(node.op, parts.within_last, "lr_percentile(" + value + ", " +
                                                    edits_.written(share.first, share.last) + ", " + quoted_text(how) + ")");
}

// LISTAGG and STRING_AGG, with their order inside the parentheses, in WITHIN GROUP, or none.
void Rewriter::list_aggregate(const Node& node) {
  const CallParts& parts = *node.call;
  if (node.children.empty()) return;
  const Node& value = *node.children[0];
  as_text(value);
  const Written text = edits_.written(value.first, value.last);
  const Written separator = node.children.size() > 1
                                ? edits_.written(node.children[1]->first, node.children[1]->last)
                                : Written("''");
  const std::vector<OrderKey>& keys = parts.within_first != 0 ? parts.within : parts.order;
  Written order = sort_keys(keys);
  if (order.text.empty() && parts.distinct) order = text + " NULLS LAST";
  Written call = std::string(parts.distinct ? "lr_distinct_list(" : "string_agg(") + text + ", " + separator;
  if (parts.over && !order.text.empty()) {
    if (!parts.window) return refuse(node.first, to_upper(node.word) + " can't use a named window here.", "Write the window out.");
    if (!parts.window->order.empty())
      return refuse(node.first, to_upper(node.word) + "'s window has no ORDER BY of its own.", "Keep the one of WITHIN GROUP.");
    edits_.before(parts.window->last,
                  " ORDER BY " + order + " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING");
  } else if (!order.text.empty()) {
    call += " ORDER BY " + order;
  }
  const std::size_t last = parts.within_first != 0 ? parts.within_last : parts.close;
  edits_.substitute(node.op, last, call + ")");
}

void Rewriter::array_aggregate(const Node& node) {
  const CallParts& parts = *node.call;
  if (node.children.size() != 1) return;
  const Node& value = *node.children[0];
  edits_.replace(node.op, "lr_array_agg");
  const std::string code = ", " + quoted_text(element_code(value.type));
  if (!parts.distinct) {
    for (const OrderKey& key : parts.order) sort_key(key);
    edits_.after(value.last, code);
    return;
  }
  // Distinct values come sorted; DISTINCT with a second argument is beyond SQLite.
  const Written text = edits_.written(value.first, value.last);
  const Written order = parts.order.empty() ? text + " NULLS LAST" : sort_keys(parts.order);
  edits_.substitute(node.op, parts.close, "lr_distinct_array(" + text + code + " ORDER BY " + order + ")");
}

}  // namespace loopready::sql
