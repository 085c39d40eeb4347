// Calls: bare date parts, string syntax with words in place of commas, WITHIN GROUP, and functions known by other
// names.
#include <algorithm>
#include <initializer_list>

#include "base/text.h"
#include "sql/cells.h"
#include "sql/element_code.h"
#include "sql/grouping.h"
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
                                {"json_agg", "json_group_array"},
                                {"jsonb_agg", "json_group_array"}, {"json_object_agg", "json_group_object"},
                                {"jsonb_object_agg", "json_group_object"}, {"json_build_object", "json_object"},
                                {"jsonb_build_object", "json_object"},
                                {"json_build_array", "json_array"}, {"jsonb_build_array", "json_array"}, {"clock_timestamp", "lr_now"},
                                {"statement_timestamp", "lr_now"}, {"transaction_timestamp", "lr_now"},
                                {"overlay", "lr_overlay"},  {"row", ""},               {"isnull", "nvl"},
                                             {"json_parse", "json"},  {"listagg", "string_agg"}, {"group_concat", "string_agg"}};

bool one_of(std::string_view name, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(), [&](const char* one) { return name == one; });
}

// As PG_TYPEOF names it.
std::string type_of_value(const Type& type) {
  switch (type.kind) {
    case Kind::integer: return type.big ? "bigint" : "integer";
    case Kind::timestamp: return type.zoned ? "timestamp with time zone" : "timestamp without time zone";
    case Kind::time: return "time without time zone";
    case Kind::array: return type_of_value(plain_type(type.element)) + "[]";
    case Kind::unknown:
    case Kind::null: return "unknown";
    default: return type_spelling(type);
  }
}

}  // namespace

void Rewriter::call(Node& node) {
  CallParts& parts = *node.call;
  for (OrderKey& key : parts.order) expression(*key.value);
  for (OrderKey& key : parts.within) expression(*key.value);
  if (parts.filter) expression(*parts.filter);
  if (parts.window) window(*parts.window);
  if (gives_rows(node)) return rows_call(node);
  if (misspelt_date_call(node)) return;
  if (node.word == "datediff" || node.word == "date_diff")
    differ("DATEDIFF", "It counts boundaries crossed, not time elapsed: from 31 January to 1 February is one month.");
  if (node.word == "round") differ("ROUND", "Numerics round halves away from zero, floats to the even neighbour.");
  if (is_aggregate_name(node.word)) aggregate(node);
  else if (parts.within_first != 0) refuse(parts.within_first, node.word + "() takes no WITHIN GROUP.", "");
  if (one_of(node.word, {"date_trunc", "dateadd", "date_add", "datediff", "date_diff", "date_part"})) {
    if (!node.children.empty()) date_part_argument(node, 0);
  } else if (one_of(node.word, {"position", "substring", "trim", "btrim"})) {
    string_call(node);
  } else if (node.word == "round" && node.children.size() == 1 && node.children[0]->type.kind == Kind::number &&
             node.children[0]->type.floating) {
    edits_.replace(node.op, "lr_round_even");
  } else if (one_of(node.word, {"json_extract_path_text", "json_extract_path"}) && node.children.size() > 1) {
    Written path = edits_.written(node.children[0]->first, node.children[0]->last);
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      path += i + 1 == node.children.size() && node.word == "json_extract_path_text" ? " ->> " : " -> ";
      path += edits_.written(node.children[i]->first, node.children[i]->last);
    }
    edits_.substitute(node.op, parts.close, "(" + path + ")");
  } else if (node.word == "random" && node.children.empty()) {  // SQLite's is any whole number of 64 bits; 53 of them fit below 1
    edits_.substitute(node.op, parts.close, "(abs(random() % 9007199254740992) / 9007199254740992.0)");
  } else if (node.word == "pg_typeof" && node.children.size() == 1) {
    edits_.substitute(node.op, parts.close, quoted_text(type_of_value(node.children[0]->type)));
  } else if (node.word == "scale" && node.children.size() == 1) {
    edits_.replace(node.op, "lr_scale");
    edits_.replace(parts.close, ", " + std::to_string(shown_scale(node.children[0]->type)) + ")");
  } else if (node.word == "format") {
    for (std::size_t i = 1; i < node.children.size(); ++i) as_text(*node.children[i]);
  } else if (node.word == "overlay") {
    for (const std::size_t token : parts.commas) edits_.replace(token, ",");
  } else if (one_of(node.word, {"array_append", "array_cat", "array_prepend"}) && node.children.size() == 2) {
    const bool front = node.word == "array_prepend";
    const Node& array = *node.children[front ? 1 : 0];
    const Node& other = *node.children[front ? 0 : 1];
    if (front)
      return refuse(node.first, "ARRAY_PREPEND is not known here.", "Write ARRAY[x] || array.");
    const std::string code = other.type.kind == Kind::array ? "array" : element_code(array.type.element);
    edits_.replace(node.op, "lr_append");
    edits_.replace(parts.close, ", " + quoted_text(code) + ")");
  } else if (one_of(node.word, {"concat", "concat_ws"})) {
    for (const NodePtr& child : node.children) {
      if (child->type.kind == Kind::boolean) wrap(*child, "substr(lr_flag_text(", "), 1, 1)");
      else as_text(*child);
    }
    if (node.word == "concat" && node.children.size() == 2)
      note("CONCAT of two values is NULL where one of them is, as in Redshift; PostgreSQL leaves the NULL out.");
    else if (node.word == "concat")
      note("CONCAT of more than two values leaves NULLs out, as in PostgreSQL; Redshift's takes two.");
  } else if (node.word == "isnull" && node.children.size() == 1) {
    edits_.replace(node.op, "");
    edits_.after(parts.close, " IS NULL");
  } else if (node.word == "convert_timezone") {
    for (std::size_t i = 0; i + 1 < node.children.size(); ++i) check_zone(*node.children[i]);
  } else if (node.word == "timezone" && node.children.size() == 2) {
    if (!check_zone(*node.children[0])) return;
    const Written zone = edits_.written(node.children[0]->first, node.children[0]->last);
    const Written moment = edits_.written(node.children[1]->first, node.children[1]->last);
    const Type& type = node.children[1]->type;
    const bool from = type.zoned || type.kind == Kind::date;
    edits_.substitute(node.op, parts.close, std::string(from ? "lr_from_utc(" : "lr_to_utc(") + moment + ", " + zone + ")");
  } else if (node.word == "make_interval" || (one_of(node.word, {"greatest", "least"}) && node.type.kind == Kind::interval)) {
    interval_call(node);
  } else if (one_of(node.word, {"greatest", "least"}) && !node.children.empty()) {
    std::vector<const Node*> others;
    for (std::size_t i = 1; i < node.children.size(); ++i) others.push_back(node.children[i].get());
    compare_list(*node.children[0], others);
  } else if (node.word == "lr_array") {
    edits_.replace(parts.open, "(" + quoted_text(element_code(node.type.element)) + (node.children.empty() ? "" : ", "));
    edits_.replace(parts.close, ")");
    edits_.replace(node.op, "lr_array");
  } else if (node.word.substr(0, 7) == "regexp_") {
    regex_call(node);
  }
  for (const Renamed& one : kRenamed)
    if (node.word == one.from && !edits_.replaced(node.op)) edits_.replace(node.op, one.to);
  if (parts.over) window_call(node);
  if (one_of(node.word, {"json_agg", "json_object_agg", "json_build_object", "json_build_array"}))
    wrap(node, "lr_json(", ", ' : ')");
  if (one_of(node.word, {"jsonb_agg", "jsonb_object_agg", "jsonb_build_object", "jsonb_build_array"}))
    wrap(node, "lr_json(", ", ': ')");
}

// SQLite would only say that there is no column "day".
bool Rewriter::misspelt_date_call(const Node& node) {
  const auto& known = function_names();
  if (std::find(known.begin(), known.end(), node.word) != known.end() || node.word == "date_add") return false;
  const std::string meant = nearest(node.word, {"dateadd", "datediff", "date_trunc", "date_part"});
  const bool bare_part = !node.children.empty() && node.children[0]->kind == NodeKind::column &&
                         node.children[0]->qualifier.empty() && date_part_named(node.children[0]->word);
  if (meant.empty() || !bare_part) return false;
  refuse(node.first, "There is no function " + node.word + "() here.", "Did you mean " + meant + "?");
  return true;
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
  const bool pattern = node.word == "substring" && node.children.size() == 2 &&
                       node.children[1]->type.kind == Kind::text && (!words || tokens_[parts.commas[0]].word == "from");
  if (pattern) edits_.replace(node.op, "lr_regex_substring");
  if (node.word == "position" && words) {
    edits_.replace(node.op, "charindex");
    edits_.replace(parts.commas[0], ",");
  } else if (node.word == "substring" && words) {
    for (const std::size_t token : parts.commas) edits_.replace(token, ",");
    if (tokens_[parts.commas[0]].word == "for") edits_.replace(parts.commas[0], ", 1,");
  } else if (node.word == "trim") {
    if (!node.qualifier.empty()) edits_.remove(parts.open + 1);
    if (node.qualifier == "leading") edits_.replace(node.op, "ltrim");
    if (node.qualifier == "trailing") edits_.replace(node.op, "rtrim");
    if (!words) return;
    // TRIM(c FROM x) is trim(x, c): both arguments change places.
    if (node.children.size() == 1) {
      edits_.remove(parts.commas[0]);
      return;
    }
    const Node& what = *node.children[0];
    const Node& text = *node.children[1];
    const Written characters = edits_.written(what.first, what.last);
    edits_.substitute(what.first, parts.commas[0], "");
    edits_.after(text.last, ", " + characters);
  }
}

}  // namespace loopready::sql
