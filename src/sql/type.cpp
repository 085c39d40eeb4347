#include "sql/type.h"

#include "base/text.h"

namespace loopready::sql {
namespace {

int number_at(std::string_view text, std::size_t& at) {
  while (at < text.size() && (text[at] < '0' || text[at] > '9')) ++at;
  if (at == text.size()) return -1;
  int value = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
    if (value < 100'000) value = value * 10 + (text[at] - '0');
  return value;
}

Kind kind_named(const std::string& name) {
  constexpr struct {
    const char* name;
    Kind kind;
  } kNames[] = {{"int", Kind::integer},        {"integer", Kind::integer},     {"int2", Kind::integer},
                {"int4", Kind::integer},       {"int8", Kind::integer},        {"bigint", Kind::integer},
                {"smallint", Kind::integer},   {"tinyint", Kind::integer},     {"serial", Kind::integer},
                {"bigserial", Kind::integer},  {"mediumint", Kind::integer},   {"numeric", Kind::number},
                {"decimal", Kind::number},     {"dec", Kind::number},          {"number", Kind::number},
                {"real", Kind::number},        {"float", Kind::number},        {"float4", Kind::number},
                {"float8", Kind::number},      {"double", Kind::number},       {"money", Kind::number},
                {"text", Kind::text},          {"varchar", Kind::text},        {"char", Kind::text},
                {"character", Kind::text},     {"bpchar", Kind::text},         {"nvarchar", Kind::text},
                {"nchar", Kind::text},         {"string", Kind::text},        {"uuid", Kind::text},
                {"json", Kind::text},          {"jsonb", Kind::text},         {"super", Kind::text},
                {"json", Kind::text},          {"jsonb", Kind::text},         {"super", Kind::text},
                {"date", Kind::date},          {"timestamp", Kind::timestamp}, {"timestamptz", Kind::timestamp},
                {"datetime", Kind::timestamp}, {"time", Kind::time},           {"timetz", Kind::time},
                {"interval", Kind::interval},  {"boolean", Kind::boolean},     {"bool", Kind::boolean}};
  for (const auto& one : kNames)
    if (name == one.name) return one.kind;
  return Kind::unknown;
}

}  // namespace

Type type_named(std::string_view sql_type) {
  std::string lower = base::to_lower(base::trim(sql_type));
  const bool array = lower.size() > 2 && lower.substr(lower.size() - 2) == "[]";
  if (array) lower.resize(lower.size() - 2);
  const std::size_t end = lower.find_first_of(" (");
  const std::string name = lower.substr(0, end);
  Type type = plain_type(kind_named(name));
  if (const std::size_t open = lower.find('('); open != std::string::npos) {
    std::size_t at = open;
    type.precision = number_at(lower, at);
    type.scale = number_at(lower, at);
    if (type.kind == Kind::number && type.scale < 0) type.scale = 0;
  }
  type.floating = lower.substr(0, 5) == "float" || name == "real" || name == "double";
  if (type.floating || is_moment(type.kind)) type.precision = type.scale = -1;
  type.big = type.kind == Kind::integer && (name == "bigint" || name == "int8" || name == "bigserial");
  type.zoned = name == "timestamptz" || (type.kind == Kind::timestamp && lower.find(" with time") != std::string::npos);
  if (!array) return type;
  Type list = plain_type(Kind::array);
  list.element = type.kind;
  return list;
}

std::string type_spelling(const Type& type) {
  switch (type.kind) {
    case Kind::boolean: return "boolean";
    case Kind::integer: return "integer";
    case Kind::number: return type.floating ? "double precision" : "numeric";
    case Kind::text:
    case Kind::array: return "text";
    case Kind::date: return "date";
    case Kind::timestamp: return "timestamp";
    case Kind::time: return "time";
    case Kind::interval: return "interval";
    case Kind::unknown:
    case Kind::null: return "";
  }
  return "";
}

bool is_moment(Kind kind) { return kind == Kind::date || kind == Kind::timestamp; }
bool is_numeric(Kind kind) { return kind == Kind::integer || kind == Kind::number; }

Type common_type(const Type& a, const Type& b) {
  if (a.kind == Kind::null) return b;
  if (b.kind == Kind::null) return a;
  if (is_numeric(a.kind) && is_numeric(b.kind)) {
    if (a.kind == b.kind && a.kind == Kind::integer) return a.big ? a : b;
    if (a.floating || b.floating) return floating_type();
    return exact_type(a.scale == b.scale ? a.scale : -1);
  }
  if (a.kind == Kind::array && b.kind == Kind::array) return a;
  if (a.kind == b.kind) {
    Type both = plain_type(a.kind);
    both.zoned = a.zoned && b.zoned;
    return both;
  }
  if (is_moment(a.kind) && is_moment(b.kind)) return plain_type(Kind::timestamp);
  // A quoted literal takes the other side's type.
  if (a.kind == Kind::text && is_moment(b.kind)) return b;
  if (b.kind == Kind::text && is_moment(a.kind)) return a;
  return {};
}

}  // namespace loopready::sql
