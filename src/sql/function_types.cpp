// What kind of value each function gives.
#include "sql/infer.h"

namespace loopready::sql {
namespace {

// How the result follows from the arguments.
enum class Rule { integer, number, text, date, timestamp, boolean, interval, like_first, common, like_second_on };

struct Entry {
  const char* name;
  Rule rule;
};

constexpr Entry kEntries[] = {
    {"count", Rule::integer},        {"row_number", Rule::integer},  {"rank", Rule::integer},
    {"dense_rank", Rule::integer},   {"ntile", Rule::integer},       {"length", Rule::integer},
    {"len", Rule::integer},          {"char_length", Rule::integer}, {"character_length", Rule::integer},
    {"position", Rule::integer},     {"strpos", Rule::integer},      {"charindex", Rule::integer},
    {"instr", Rule::integer},        {"datediff", Rule::integer},    {"date_diff", Rule::integer},
    {"date_part", Rule::integer},    {"ascii", Rule::integer},       {"sign", Rule::integer},
    {"regexp_count", Rule::integer}, {"regexp_instr", Rule::integer}, {"grouping", Rule::integer},
    {"avg", Rule::number},           {"round", Rule::number},        {"stddev", Rule::number},
    {"stddev_samp", Rule::number},   {"stddev_pop", Rule::number},   {"variance", Rule::number},
    {"var_samp", Rule::number},      {"var_pop", Rule::number},      {"corr", Rule::number},
    {"covar_pop", Rule::number},     {"covar_samp", Rule::number},   {"sqrt", Rule::number},
    {"cbrt", Rule::number},          {"exp", Rule::number},          {"ln", Rule::number},
    {"log", Rule::number},           {"log10", Rule::number},        {"power", Rule::number},
    {"pow", Rule::number},           {"percent_rank", Rule::number}, {"cume_dist", Rule::number},
    {"ratio_to_report", Rule::number}, {"months_between", Rule::number}, {"percentile_cont", Rule::number},
    {"median", Rule::number},        {"ceil", Rule::number},         {"ceiling", Rule::number},
    {"floor", Rule::number},         {"trunc", Rule::like_first},    {"random", Rule::number},
    {"upper", Rule::text},           {"lower", Rule::text},          {"initcap", Rule::text},
    {"concat", Rule::text},          {"substring", Rule::text},      {"substr", Rule::text},
    {"left", Rule::text},            {"right", Rule::text},          {"trim", Rule::text},
    {"btrim", Rule::text},           {"ltrim", Rule::text},          {"rtrim", Rule::text},
    {"lpad", Rule::text},            {"rpad", Rule::text},           {"replace", Rule::text},
    {"reverse", Rule::text},         {"repeat", Rule::text},         {"translate", Rule::text},
    {"split_part", Rule::text},      {"to_char", Rule::text},        {"listagg", Rule::text},
    {"string_agg", Rule::text},      {"group_concat", Rule::text},   {"chr", Rule::text},
    {"md5", Rule::text},             {"to_date", Rule::date},        {"last_day", Rule::date},
    {"next_day", Rule::date},        {"make_date", Rule::date},      {"date", Rule::date},
    {"date_trunc", Rule::timestamp}, {"dateadd", Rule::timestamp},   {"date_add", Rule::timestamp},
    {"add_months", Rule::timestamp}, {"getdate", Rule::timestamp},   {"now", Rule::timestamp},
    {"sysdate", Rule::timestamp},    {"to_timestamp", Rule::timestamp}, {"convert_timezone", Rule::timestamp},
    {"bool_or", Rule::boolean},      {"bool_and", Rule::boolean},    {"every", Rule::boolean},
    {"starts_with", Rule::boolean},  {"age", Rule::interval},        {"make_interval", Rule::interval},
    {"sum", Rule::like_first},       {"min", Rule::like_first},      {"max", Rule::like_first},
    {"abs", Rule::like_first},       {"mod", Rule::like_first},      {"lag", Rule::like_first},
    {"lead", Rule::like_first},      {"first_value", Rule::like_first}, {"last_value", Rule::like_first},
    {"nth_value", Rule::like_first}, {"nullif", Rule::like_first},   {"any_value", Rule::like_first},
    {"coalesce", Rule::common},      {"nvl", Rule::common},          {"isnull", Rule::common},
    {"ifnull", Rule::common},        {"greatest", Rule::common},     {"least", Rule::common},
    {"nvl2", Rule::like_second_on},  {"iif", Rule::like_second_on},  {"if", Rule::like_second_on}};

Type common_of(const std::vector<Type>& types, std::size_t from) {
  Type type{Kind::null, -1, -1};
  for (std::size_t i = from; i < types.size(); ++i) type = common_type(type, types[i]);
  return type;
}

}  // namespace

Type function_type(std::string_view name, const std::vector<Type>& arguments) {
  for (const Entry& entry : kEntries) {
    if (name != entry.name) continue;
    switch (entry.rule) {
      case Rule::integer: return {Kind::integer, -1, -1};
      case Rule::number: return {Kind::number, -1, -1};
      case Rule::text: return {Kind::text, -1, -1};
      case Rule::date: return {Kind::date, -1, -1};
      case Rule::timestamp: return {Kind::timestamp, -1, -1};
      case Rule::boolean: return {Kind::boolean, -1, -1};
      case Rule::interval: return {Kind::interval, -1, -1};
      case Rule::like_first: return arguments.empty() ? Type{} : Type{arguments[0].kind, -1, -1};
      case Rule::common: return common_of(arguments, 0);
      case Rule::like_second_on: return common_of(arguments, 1);
    }
  }
  return {};
}

}  // namespace loopready::sql
