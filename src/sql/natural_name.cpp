// The name of a result column without alias.
// Source: PostgreSQL, FigureColname: the behaviour of "SELECT expression" in psql, version 15.
#include "sql/infer.h"

namespace loopready::sql {
namespace {

constexpr const char* kNone = "?column?";

// A cast lends its type's name only where what it casts has none of its own.
std::string type_name(const std::string& typed) {
  constexpr struct {
    const char* typed;
    const char* name;
  } kNames[] = {{"int", "int4"},         {"integer", "int4"},      {"smallint", "int2"}, {"bigint", "int8"},
                {"decimal", "numeric"},  {"dec", "numeric"},       {"float", "float8"},  {"double precision", "float8"},
                {"real", "float4"},      {"boolean", "bool"},      {"character", "bpchar"}, {"char", "bpchar"},
                {"character varying", "varchar"}};
  for (const auto& one : kNames)
    if (typed == one.typed) return one.name;
  return typed;
}

std::string call_name(const Node& node) {
  if (node.word == "trim") return node.qualifier == "leading" ? "ltrim" : node.qualifier == "trailing" ? "rtrim" : "btrim";
  if (node.word == "lr_array") return "array";
  return node.word;
}

// A name and how strongly it is meant: 2 for columns and functions, 1 for types and CASE, 0 for none.
struct Figured {
  std::string name;
  int strength = 0;
};

Figured figured(const Node& node) {
  switch (node.kind) {
    case NodeKind::column: return {node.word, 2};
    case NodeKind::call: return {call_name(node), 2};
    case NodeKind::constant:
      if (node.word == "true" || node.word == "false" || node.word == "null") return {};
      return {node.word, 2};
    case NodeKind::cast: {
      Figured inner = figured(*node.children[0]);
      return inner.strength > 1 ? inner : Figured{type_name(node.qualifier), 1};
    }
    case NodeKind::interval: return {"interval", 1};
    case NodeKind::extract: return {"extract", 2};
    case NodeKind::exists: return {"exists", 2};
    case NodeKind::case_of: {
      Figured inner = node.negated ? figured(*node.children.back()) : Figured{};
      return inner.strength > 1 ? inner : Figured{"case", 1};
    }
    case NodeKind::binary:
      if (node.word == "at time zone") return {"timezone", 2};
      if (node.word == "overlaps" && !node.negated) return {"overlaps", 2};
      if (node.word == "collate" || node.word == "[]") return figured(*node.children[0]);
      return {};
    case NodeKind::group: return node.children.size() == 1 ? figured(*node.children[0]) : Figured{"row", 2};
    case NodeKind::subquery: {
      if (node.word == "array") return {"array", 2};
      if (node.query->cores.empty() || node.query->cores[0].items.size() != 1) return {};
      const SelectItem& item = node.query->cores[0].items[0];
      return item.alias.empty() ? figured(*item.value) : Figured{item.alias, 2};
    }
    default: return {};
  }
}

}  // namespace

std::string natural_name(const Node& node) {
  const Figured found = figured(node);
  return found.strength == 0 ? kNone : found.name;
}

}  // namespace loopready::sql
