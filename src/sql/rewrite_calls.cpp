// Calls: bare date parts, string syntax with words in place of commas, WITHIN GROUP, and functions known by other
// names.
#include <algorithm>

#include "base/text.h"
#include "sql/cells.h"
#include "sql/moment.h"
#include "sql/names.h"
#include "sql/rewrite.h"

namespace loopready::sql {
namespace {

struct Renamed {
  const char* from;
  const char* to;
};

constexpr Renamed kRenamed[] = {{"len", "length"},         {"char_length", "length"}, {"character_length", "length"},
                                {"textlen", "length"},     {"btrim", "trim"},         {"ceiling", "ceil"},
                                {"left", "lr_left"},       {"right", "lr_right"},     {"every", "min"},
                                {"bool_and", "min"},       {"bool_or", "max"},        {"any_value", "min"},
                                {"listagg", "string_agg"}, {"group_concat", "string_agg"}};

bool is_date_call(std::string_view name) {
  for (const char* one : {"date_trunc", "dateadd", "date_add", "datediff", "date_diff", "date_part"})
    if (name == one) return true;
  return false;
}

}  // namespace

void Rewriter::call(Node& node) {
  CallParts& parts = *node.call;
  order(parts.order);
  for (OrderKey& key : parts.within) expression(*key.value);
  if (parts.filter) expression(*parts.filter);
  if (parts.window) window(*parts.window);
  const auto& known = function_names();
  if (std::find(known.begin(), known.end(), node.word) == known.end())
    if (const std::string meant = nearest(node.word, {"dateadd", "datediff", "date_trunc", "date_part"});
        !meant.empty() && node.word != "date_add") {
      refuse(node.first, "There is no function " + node.word + "() here.", "Did you mean " + meant + "?");
      return;
    }
  if (is_date_call(node.word)) {
    if (!node.children.empty()) date_part_argument(node, 0);
  } else if (node.word == "position" || node.word == "substring" || node.word == "trim" || node.word == "btrim") {
    string_call(node);
  } else if (node.word == "isnull" && node.children.size() == 1) {
    edits_.replace(node.first, "");
    edits_.after(parts.close, " IS NULL");
  } else if (node.word == "convert_timezone") {
    refuse(node.first, "Time zones are not known here: every timestamp is UTC.", "Leave CONVERT_TIMEZONE out.");
  } else if (node.word == "greatest" || node.word == "least") {
    std::vector<const Node*> others;
    for (std::size_t i = 1; i < node.children.size(); ++i) others.push_back(node.children[i].get());
    if (!others.empty()) compare_list(*node.children[0], others);
  } else if ((node.word == "min" || node.word == "max") && node.children.size() > 1) {
    refuse(node.first, node.word + "() takes one column.",
           node.word == "min" ? "The smallest of several values is LEAST(...)."
                              : "The largest of several values is GREATEST(...).");
  } else if (node.word == "unnest" || node.word == "array_agg" || node.word == "string_to_array") {
    refuse(node.first, "Arrays are not known here.", "Use rows: VALUES, a CTE, or LISTAGG for text.");
  } else if (node.word.substr(0, 7) == "regexp_") {
    refuse(node.first, "Regular expressions are not known here yet.", "Use LIKE, SPLIT_PART, STRPOS or SUBSTRING.");
  }
  for (const Renamed& one : kRenamed)
    if (node.word == one.from && !edits_.replaced(node.first)) edits_.replace(node.first, one.to);
  if (node.word == "median" && !node.children.empty() && node.children[0]->type.kind == Kind::interval)
    refuse(node.first, "MEDIAN of intervals is not known here.", "Take the median of EXTRACT(EPOCH FROM ...).");
  if ((node.word == "sum" || node.word == "avg") && !node.children.empty() &&
      node.children[0]->type.kind == Kind::interval)
    refuse(node.first, base::to_lower(node.word) + "() of intervals is not known here.",
           "Take it of EXTRACT(EPOCH FROM ...), which is in seconds.");
  if ((node.word == "sum" || node.word == "avg") && !node.children.empty() &&
      node.children[0]->type.kind == Kind::boolean)
    refuse(node.first, node.word + "() takes numbers, not true and false.",
           "Cast with ::int, or use SUM(CASE WHEN ... THEN 1 ELSE 0 END).");
  if ((node.word == "min" || node.word == "max") && !node.children.empty() &&
      node.children[0]->type.kind == Kind::boolean)
    refuse(node.first, node.word + "() takes numbers, texts and dates, not true and false.",
           "Use BOOL_OR or BOOL_AND.");
  if (parts.within_first != 0) within_group(node);
  if (parts.nulls_first != 0) ignore_nulls(node);
}

// dateadd(day, ...) and date_trunc('day', ...): the part, bare or quoted, must be one.
void Rewriter::date_part_argument(const Node& node, std::size_t argument) {
  const Node& part = *node.children[argument];
  const bool bare = part.kind == NodeKind::column && part.qualifier.empty();
  if (!bare && part.kind != NodeKind::string) return;
  if (!date_part_named(part.word)) {
    static const std::vector<std::string> names = {"second",  "minute", "hour", "day", "week", "month",
                                                   "quarter", "year",   "dow",  "doy", "epoch"};
    const std::string near = nearest(part.word, names);
    refuse(part.first, "\"" + part.word + "\" is no part of a date.",
           near.empty() ? "Parts are year, quarter, month, week, day, hour, minute, second."
                        : "Did you mean " + near + "?");
    return;
  }
  if (bare) edits_.replace(part.first, quoted_text(part.word));
}

// POSITION(a IN b), SUBSTRING(x FROM n FOR m), TRIM(BOTH 'x' FROM y).
void Rewriter::string_call(const Node& node) {
  const CallParts& parts = *node.call;
  const bool words = !parts.commas.empty() && tokens_[parts.commas[0]].word != ",";
  if (node.word == "position" && words) {
    edits_.replace(node.first, "charindex");
    edits_.replace(parts.commas[0], ",");
  } else if (node.word == "substring" && words) {
    for (const std::size_t token : parts.commas) edits_.replace(token, ",");
    if (tokens_[parts.commas[0]].word == "for") edits_.replace(parts.commas[0], ", 1,");
  } else if (node.word == "trim") {
    if (!node.qualifier.empty()) edits_.remove(parts.open + 1);
    if (node.qualifier == "leading") edits_.replace(node.first, "ltrim");
    if (node.qualifier == "trailing") edits_.replace(node.first, "rtrim");
    if (!words) return;
    // TRIM(c FROM x) is trim(x, c): both arguments change places.
    if (node.children.size() == 1) {
      edits_.remove(parts.commas[0]);
      return;
    }
    const Node& what = *node.children[0];
    const Node& text = *node.children[1];
    if (what.kind != NodeKind::string) {
      refuse(what.first, "TRIM takes a text in quotes in front of FROM here.", "Write BTRIM(text, characters).");
      return;
    }
    edits_.remove(what.first);
    edits_.remove(parts.commas[0]);
    edits_.after(text.last, ", " + quoted_text(what.word));
  }
}

// listagg(x, ',') within group (order by y) is string_agg(x, ',' order by y); percentile_cont(p) within group (order by
// x) is percentile_cont(x, p).
void Rewriter::within_group(const Node& node) {
  const CallParts& parts = *node.call;
  const std::size_t keys_first = parts.within.front().value->first;
  if (node.word == "listagg" || node.word == "string_agg") {
    for (const OrderKey& key : parts.within)
      if (!key.says_nulls) edits_.after(key.last, key.descending ? " NULLS FIRST" : " NULLS LAST");
    if (node.children.size() == 1) edits_.after(node.children[0]->last, ", ''");
    edits_.remove(parts.close);
    edits_.remove(parts.within_first, keys_first - 1);
    edits_.before(keys_first, " ORDER BY ");
    return;
  }
  if ((node.word == "percentile_cont" || node.word == "percentile_disc") && node.children.size() == 1 &&
      parts.within.size() == 1) {
    const OrderKey& key = parts.within.front();
    const Node& share = *node.children[0];
    // The share is moved behind the key: "percentile_cont(" key ", " share ")".
    const std::string share_text(typed(share.first, share.last));
    edits_.remove(share.first, share.last);
    edits_.remove(parts.close);
    edits_.remove(parts.within_first, keys_first - 1);
    if (key.last > key.value->last) edits_.remove(key.value->last + 1, key.last);
    edits_.after(key.value->last, ", " + std::string(key.descending ? "1.0 - " : "") + share_text);
    return;
  }
  if (node.word == "mode" && parts.within.size() == 1)
    refuse(node.first, "MODE() is not known here yet.",
           "Count per value, then take the first row of ORDER BY count DESC.");
  else
    refuse(parts.within_first, "WITHIN GROUP works here with LISTAGG, PERCENTILE_CONT and PERCENTILE_DISC.", "");
}

void Rewriter::ignore_nulls(const Node& node) {
  if (node.call->ignore_nulls)
    refuse(node.call->nulls_first, "IGNORE NULLS is not known here yet.",
           "Count the non-null values so far with COUNT(x) OVER (ORDER BY ...), and take MAX(x) per count.");
  else edits_.remove(node.call->nulls_first, node.call->nulls_first + 1);
}

}  // namespace loopready::sql
