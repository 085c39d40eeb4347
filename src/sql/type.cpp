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
                {"nchar", Kind::text},         {"string", Kind::text},         {"uuid", Kind::text},
                {"date", Kind::date},          {"timestamp", Kind::timestamp}, {"timestamptz", Kind::timestamp},
                {"datetime", Kind::timestamp}, {"time", Kind::time},           {"timetz", Kind::time},
                {"interval", Kind::interval},  {"boolean", Kind::boolean},     {"bool", Kind::boolean}};
  for (const auto& one : kNames)
    if (name == one.name) return one.kind;
  return Kind::unknown;
}

}  // namespace

Type type_named(std::string_view sql_type) {
  const std::string lower = base::to_lower(base::trim(sql_type));
  const std::size_t end = lower.find_first_of(" (");
  Type type{kind_named(lower.substr(0, end)), -1, -1};
  if (const std::size_t open = lower.find('('); open != std::string::npos) {
    std::size_t at = open;
    type.precision = number_at(lower, at);
    type.scale = number_at(lower, at);
    if (type.kind == Kind::number && type.scale < 0) type.scale = 0;
  }
  if (lower.substr(0, 5) == "float" || lower.substr(0, 4) == "real" || lower.substr(0, 6) == "double")
    type.precision = type.scale = -1;
  return type;
}

std::string type_spelling(const Type& type) {
  switch (type.kind) {
    case Kind::boolean: return "boolean";
    case Kind::integer: return "integer";
    case Kind::number: return "numeric";
    case Kind::text: return "text";
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
  if (a.kind == b.kind) return {a.kind, -1, -1};
  if (is_numeric(a.kind) && is_numeric(b.kind)) return {Kind::number, -1, -1};
  if (is_moment(a.kind) && is_moment(b.kind)) return {Kind::timestamp, -1, -1};
  // A quoted literal takes the other side's type.
  if (a.kind == Kind::text && is_moment(b.kind)) return b;
  if (b.kind == Kind::text && is_moment(a.kind)) return a;
  return {};
}

}  // namespace loopready::sql
