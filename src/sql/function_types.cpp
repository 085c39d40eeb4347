// What kind of value each function gives.
#include <algorithm>
#include <cstdlib>

#include "sql/infer.h"

namespace loopready::sql {
namespace {

// How the result follows from the arguments.
enum class Rule {
  integer,
  big,         // bigint
  exact,       // numeric, of a scale that the value tells
  floating,
  like_input,  // numeric for whole and exact numbers, else floating
  by_power,    // numeric for exact numbers, else floating
  to_whole,    // CEIL and FLOOR
  to_digits,   // ROUND and TRUNC
  text,
  date,
  timestamp,
  zoned,
  boolean,
  interval,
  same_array,
  second_array,
  same,        // as the first argument
  common,
  second_on,
  total,       // SUM and AVG
  average,
  series,
  array_of,
  element_of,
  text_array
};

struct Entry {
  const char* name;
  Rule rule;
};

constexpr Entry kEntries[] = {
    {"count", Rule::big},
    {"row_number", Rule::big},
    {"rank", Rule::big},
    {"dense_rank", Rule::big},
    {"ntile", Rule::integer},
    {"length", Rule::integer},
    {"len", Rule::integer},
    {"char_length", Rule::integer},
    {"character_length", Rule::integer},
    {"octet_length", Rule::integer},
    {"bit_length", Rule::integer},
    {"scale", Rule::integer},
    {"num_nulls", Rule::integer},
    {"num_nonnulls", Rule::integer},
    {"array_upper", Rule::integer},
    {"array_lower", Rule::integer},
    {"position", Rule::integer},
    {"strpos", Rule::integer},
    {"charindex", Rule::integer},
    {"instr", Rule::integer},
    {"datediff", Rule::integer},
    {"date_diff", Rule::integer},
    {"ascii", Rule::integer},
    {"sign", Rule::integer},
    {"regexp_count", Rule::integer},
    {"regexp_instr", Rule::integer},
    {"regr_count", Rule::big},
    {"grouping", Rule::integer},
    {"div", Rule::exact},
    {"factorial", Rule::exact},
    {"width_bucket", Rule::integer},
    {"array_length", Rule::integer},
    {"cardinality", Rule::integer},
    {"get_array_length", Rule::integer},
    {"array_position", Rule::integer},
    {"stddev", Rule::like_input},
    {"stddev_samp", Rule::like_input},
    {"stddev_pop", Rule::like_input},
    {"variance", Rule::like_input},
    {"var_samp", Rule::like_input},
    {"var_pop", Rule::like_input},
    {"corr", Rule::floating},
    {"covar_pop", Rule::floating},
    {"covar_samp", Rule::floating},
    {"regr_slope", Rule::floating},
    {"regr_intercept", Rule::floating},
    {"regr_r2", Rule::floating},
    {"regr_avgx", Rule::floating},
    {"regr_avgy", Rule::floating},
    {"regr_sxx", Rule::floating},
    {"regr_syy", Rule::floating},
    {"regr_sxy", Rule::floating},
    {"sqrt", Rule::by_power},
    {"cbrt", Rule::floating},
    {"exp", Rule::by_power},
    {"ln", Rule::by_power},
    {"log", Rule::by_power},
    {"log10", Rule::by_power},
    {"power", Rule::by_power},
    {"pow", Rule::by_power},
    {"percent_rank", Rule::floating},
    {"cume_dist", Rule::floating},
    {"ratio_to_report", Rule::exact},
    {"months_between", Rule::floating},
    {"percentile_cont", Rule::floating},
    {"median", Rule::floating},
    {"random", Rule::floating},
    {"pi", Rule::floating},
    {"degrees", Rule::floating},
    {"radians", Rule::floating},
    {"date_part", Rule::floating},
    {"to_number", Rule::exact},
    {"ceil", Rule::to_whole},
    {"ceiling", Rule::to_whole},
    {"floor", Rule::to_whole},
    {"round", Rule::to_digits},
    {"trunc", Rule::to_digits},
    {"upper", Rule::text},
    {"lower", Rule::text},
    {"initcap", Rule::text},
    {"concat", Rule::text},
    {"concat_ws", Rule::text},
    {"substring", Rule::text},
    {"substr", Rule::text},
    {"left", Rule::text},
    {"right", Rule::text},
    {"trim", Rule::text},
    {"btrim", Rule::text},
    {"ltrim", Rule::text},
    {"rtrim", Rule::text},
    {"lpad", Rule::text},
    {"rpad", Rule::text},
    {"replace", Rule::text},
    {"overlay", Rule::text},
    {"reverse", Rule::text},
    {"repeat", Rule::text},
    {"translate", Rule::text},
    {"split_part", Rule::text},
    {"to_char", Rule::text},
    {"to_hex", Rule::text},
    {"listagg", Rule::text},
    {"string_agg", Rule::text},
    {"group_concat", Rule::text},
    {"array_to_string", Rule::text},
    {"chr", Rule::text},
    {"md5", Rule::text},
    {"quote_literal", Rule::text},
    {"quote_ident", Rule::text},
    {"pg_typeof", Rule::text},
    {"format", Rule::text},
    {"json_agg", Rule::text},
    {"jsonb_agg", Rule::text},
    {"regexp_replace", Rule::text},
    {"regexp_substr", Rule::text},
    {"regexp_split_to_table", Rule::text},
    {"string_to_table", Rule::text},
    {"to_date", Rule::date},
    {"last_day", Rule::date},
    {"next_day", Rule::date},
    {"make_date", Rule::date},
    {"date", Rule::date},
    {"dateadd", Rule::timestamp},
    {"date_add", Rule::timestamp},
    {"add_months", Rule::timestamp},
    {"getdate", Rule::timestamp},
    {"sysdate", Rule::timestamp},
    {"convert_timezone", Rule::timestamp},
    {"make_timestamp", Rule::timestamp},
    {"timezone", Rule::timestamp},
    {"date_bin", Rule::timestamp},
    {"now", Rule::zoned},
    {"clock_timestamp", Rule::zoned},
    {"statement_timestamp", Rule::zoned},
    {"transaction_timestamp", Rule::zoned},
    {"to_timestamp", Rule::zoned},
    {"bool_or", Rule::boolean},
    {"bool_and", Rule::boolean},
    {"every", Rule::boolean},
    {"starts_with", Rule::boolean},
    {"regexp_like", Rule::boolean},
    {"isfinite", Rule::boolean},
    {"age", Rule::interval},
    {"make_interval", Rule::interval},
    {"justify_days", Rule::interval},
    {"justify_hours", Rule::interval},
    {"justify_interval", Rule::interval},
    {"sum", Rule::total},
    {"avg", Rule::average},
    {"min", Rule::same},
    {"max", Rule::same},
    {"abs", Rule::same},
    {"mod", Rule::same},
    {"gcd", Rule::same},
    {"bit_and", Rule::same},
    {"bit_or", Rule::same},
    {"bit_xor", Rule::same},
    {"trim_scale", Rule::exact},
    {"lcm", Rule::same},
    {"lag", Rule::same},
    {"lead", Rule::same},
    {"first_value", Rule::same},
    {"last_value", Rule::same},
    {"nth_value", Rule::same},
    {"nullif", Rule::same},
    {"any_value", Rule::same},
    {"coalesce", Rule::common},
    {"nvl", Rule::common},
    {"isnull", Rule::common},
    {"ifnull", Rule::common},
    {"greatest", Rule::common},
    {"least", Rule::common},
    {"nvl2", Rule::second_on},
    {"iif", Rule::second_on},
    {"if", Rule::second_on},
    {"generate_series", Rule::series},
    {"array_agg", Rule::array_of},
    {"array_append", Rule::same_array},
    {"array_cat", Rule::same_array},
    {"array_remove", Rule::same_array},
    {"array_prepend", Rule::second_array},
    {"lr_array", Rule::array_of},
    {"unnest", Rule::element_of},
    {"string_to_array", Rule::text_array},
    {"split_to_array", Rule::text_array},
    {"regexp_split_to_array", Rule::text_array},
    {"regexp_match", Rule::text_array},
    {"regexp_matches", Rule::text_array}};

Type common_of(const Node& call, std::size_t from, std::size_t step) {
  Type type = plain_type(Kind::null);
  for (std::size_t i = from; i < call.children.size(); i += step) type = common_type(type, call.children[i]->type);
  return type;
}

// DECODE(x, search, result, ..., otherwise)
Type decode_type(const Node& call) {
  Type type = common_of(call, 2, 2);
  if (call.children.size() % 2 == 0) type = common_type(type, call.children.back()->type);
  return type;
}

Type rounded_type(const Node& call) {
  const Type& input = call.children[0]->type;
  if (is_moment(input.kind)) return plain_type(Kind::date);
  if (call.children.size() == 1) return input.kind == Kind::number && !input.floating ? exact_type(0) : floating_type();
  const Node& digits = *call.children[1];
  if (digits.kind == NodeKind::number) return exact_type(std::min(std::atoi(digits.word.c_str()), 15));
  return exact_type(digits.kind == NodeKind::unary ? 0 : -1);
}

Type extended_series(const Node& call) {
  const Type type = common_of(call, 0, 1);
  if (call.children.size() > 2 && call.children[2]->type.kind == Kind::interval) return plain_type(Kind::timestamp);
  return is_moment(type.kind) ? plain_type(Kind::timestamp) : type;
}

Type by_rule(Rule rule, const Node& call) {
  const Type first = call.children.empty() ? Type{} : call.children[0]->type;
  const bool exact = first.kind == Kind::number && !first.floating;
  switch (rule) {
    case Rule::integer: return plain_type(Kind::integer);
    case Rule::big: return big_type();
    case Rule::exact: return exact_type(-1);
    case Rule::floating: return first.kind == Kind::interval ? plain_type(Kind::interval) : floating_type();
    case Rule::like_input: return exact || first.kind == Kind::integer ? exact_type(-1) : floating_type();
    case Rule::by_power: return exact ? exact_type(-1) : floating_type();
    case Rule::to_whole: return exact ? exact_type(0) : floating_type();
    case Rule::to_digits: return call.children.empty() ? Type{} : rounded_type(call);
    case Rule::text: return plain_type(Kind::text);
    case Rule::date: return plain_type(Kind::date);
    case Rule::timestamp: return plain_type(Kind::timestamp);
    case Rule::zoned: {
      Type type = plain_type(Kind::timestamp);
      type.zoned = true;
      return type;
    }
    case Rule::boolean: return plain_type(Kind::boolean);
    case Rule::interval: return plain_type(Kind::interval);
    case Rule::same: {
      Type type = first;
      if (type.kind != Kind::number) type.precision = type.scale = -1;
      return type;
    }
    case Rule::same_array: return first;
    case Rule::second_array: return call.children.size() > 1 ? call.children[1]->type : Type{};
    case Rule::common: return common_of(call, 0, 1);
    case Rule::second_on: return common_of(call, 1, 1);
    case Rule::total:
      if (first.kind == Kind::integer) return first.big ? exact_type(0) : big_type();
      return first.kind == Kind::boolean ? big_type() : first;
    case Rule::average: return first.kind == Kind::interval ? first : first.floating ? first : exact_type(-1);
    case Rule::series: return extended_series(call);
    case Rule::array_of: {
      Type type = plain_type(Kind::array);
      type.element = common_of(call, 0, 1).kind;
      return type;
    }
    case Rule::element_of: return plain_type(first.element);
    case Rule::text_array: {
      Type type = plain_type(Kind::array);
      type.element = Kind::text;
      return type;
    }
  }
  return {};
}

}  // namespace

Type function_type(const Node& call) {
  if (call.word == "decode") return decode_type(call);
  if ((call.word == "percentile_disc" || call.word == "mode") && !call.call->within.empty())
    return call.call->within[0].value->type;
  if (call.word == "percentile_cont" && !call.children.empty() && call.children[0]->type.kind == Kind::array) {
    Type type = plain_type(Kind::array);
    type.element = Kind::number;
    return type;
  }
  if (call.word == "percentile_cont" && !call.call->within.empty())
    return call.call->within[0].value->type.kind == Kind::interval ? plain_type(Kind::interval) : floating_type();
  if (call.word == "date_trunc") {
    const Type input = call.children.size() > 1 ? call.children[1]->type : Type{};
    if (input.kind == Kind::interval) return plain_type(Kind::interval);
    Type type = plain_type(Kind::timestamp);
    type.zoned = input.zoned;
    return type;
  }
  for (const Entry& entry : kEntries)
    if (call.word == entry.name) return by_rule(entry.rule, call);
  return {};
}

bool gives_rows(const Node& node) {
  if (node.kind != NodeKind::call) return false;
  for (const char* one : {"generate_series", "unnest", "regexp_matches", "regexp_split_to_table", "string_to_table"})
    if (node.word == one) return true;
  return false;
}

}  // namespace loopready::sql
