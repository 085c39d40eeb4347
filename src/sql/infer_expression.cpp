// Types of expressions.
#include <algorithm>

#include "base/text.h"
#include "sql/cells.h"
#include "sql/inferrer.h"

namespace loopready::sql {
namespace {

Type number_literal(const std::string& word) {
  const std::size_t point = word.find('.');
  if (word.find_first_of("eE") != std::string::npos) return exact_type(-1);
  if (point != std::string::npos) return exact_type(static_cast<int>(word.size() - point - 1));
  if (word.size() > 18) return exact_type(0);
  const bool small = word.size() < 10 || (word.size() == 10 && word <= "2147483647");
  return small ? plain_type(Kind::integer) : big_type();
}

Type constant_type(const std::string& word) {
  if (word == "null" || word == "unknown") return plain_type(Kind::null);
  if (word == "true" || word == "false") return plain_type(Kind::boolean);
  if (word == "current_date") return plain_type(Kind::date);
  if (word == "current_user") return plain_type(Kind::text);
  Type type = plain_type(word == "current_time" ? Kind::time : Kind::timestamp);
  type.zoned = word == "current_timestamp";
  return type;
}

// What + - * / % give of two numbers.
Type arithmetic(const std::string& word, const Type& a, const Type& b) {
  if (a.kind == Kind::integer && b.kind == Kind::integer) return a.big ? a : b;
  if (a.floating || b.floating) return floating_type();
  const auto scale = [](const Type& type) { return type.kind == Kind::integer ? 0 : type.scale; };
  if (word == "/" || scale(a) < 0 || scale(b) < 0) return exact_type(-1);
  return exact_type(word == "*" ? scale(a) + scale(b) : std::max(scale(a), scale(b)));
}

Type case_type(const Node& node) {
  Type type = plain_type(Kind::null);
  const std::size_t operand = node.word.empty() ? 0 : 1;
  for (std::size_t i = operand; i < node.children.size(); ++i) {
    const bool is_else = node.negated && i + 1 == node.children.size();
    if (is_else || (i - operand) % 2 == 1) type = common_type(type, node.children[i]->type);
  }
  return type;
}

// What + and - give where one side is a date, a timestamp or an interval.
Type moment_arithmetic(const std::string& word, const Type& a, const Type& b) {
  if (a.kind == Kind::interval || b.kind == Kind::interval) {
    const Type other = a.kind == Kind::interval ? b : a;
    if (!is_moment(other.kind) && other.kind != Kind::text) return plain_type(Kind::interval);
    Type type = plain_type(Kind::timestamp);
    type.zoned = other.zoned;
    return type;
  }
  if (word == "+") return is_moment(a.kind) ? a : b;
  if (!is_moment(a.kind)) return plain_type(b.kind == Kind::date ? Kind::integer : Kind::interval);
  if (!is_moment(b.kind) && b.kind != Kind::text) return a;
  return plain_type(a.kind == Kind::date && b.kind != Kind::timestamp ? Kind::integer : Kind::interval);
}

}  // namespace

// Where a name is not that of a column in FROM, it may be the alias of an item in front.
void Inferrer::column(Node& node, const Scope& scope) const {
  for (const Scope* at = &scope; at != nullptr; at = at->outer) {
    for (const Visible& visible : at->sources) {
      if (!node.qualifier.empty() && !base::equal_ignoring_case(node.qualifier, visible.alias)) continue;
      for (std::size_t i = 0; i < visible.columns.size(); ++i) {
        if (!base::equal_ignoring_case(visible.columns[i].name, node.word)) continue;
        at->touched = true;
        node.owner = visible.alias;
        node.type = visible.columns[i].type;
        if (!visible.reads.empty()) node.reads = visible.reads[i];
        return;
      }
    }
    if (!node.qualifier.empty()) continue;
    for (std::size_t i = 0; i < at->aliases.size(); ++i) {
      if (!base::equal_ignoring_case(at->aliases[i].name, node.word)) continue;
      node.type = at->aliases[i].type;
      if (at == &scope) node.item_named = at->alias_items[i];
      return;
    }
  }
}

void Inferrer::call(Node& node, const Scope& scope) {
  CallParts& parts = *node.call;
  keys(parts.order, scope);
  keys(parts.within, scope);
  if (parts.filter) expression(*parts.filter, scope);
  if (parts.window) window(*parts.window, scope);
  node.type = function_type(node);
  // count(t.*) counts the rows in which t has a match.
  if (node.word != "count" || node.children.size() != 1 || node.children[0]->kind != NodeKind::star) return;
  Node& star = *node.children[0];
  for (const Visible& visible : scope.sources) {
    if (!base::equal_ignoring_case(star.qualifier, visible.alias)) continue;
    for (std::size_t i = 0; i < visible.columns.size(); ++i)
      star.reads += (i == 0 ? "coalesce(" : ", ") +
                    (visible.reads.empty() ? quoted_name(visible.alias) + "." + quoted_name(visible.columns[i].name)
                                           : visible.reads[i]);
    if (!star.reads.empty()) star.reads += ", NULL)";
  }
}

Type Inferrer::binary(const Node& node) const {
  const std::string& word = node.word;
  const Type a = node.children[0]->type;
  const Type b = node.children.size() > 1 ? node.children[1]->type : Type{};
  if (word == "||") return a.kind == Kind::array ? a : b.kind == Kind::array ? b : plain_type(Kind::text);
  if (word == "at time zone") {
    Type type = plain_type(Kind::timestamp);
    type.zoned = !a.zoned && a.kind != Kind::date;
    return type;
  }
  if (word == "collate" || word == "&" || word == "|" || word == "<<" || word == ">>") return a;
  if (word == "->" || word == "->>" || word == "#>" || word == "#>>") return {};
  if (word == "[]") return plain_type(a.element);
  if (word == "^") return a.kind == Kind::number && !a.floating ? exact_type(-1) : floating_type();
  if (word != "+" && word != "-" && word != "*" && word != "/" && word != "%") return plain_type(Kind::boolean);
  if (a.kind == Kind::time && b.kind == Kind::time) return plain_type(Kind::interval);
  if ((a.kind == Kind::date && b.kind == Kind::time) || (a.kind == Kind::time && b.kind == Kind::date))
    return plain_type(Kind::timestamp);
  if (a.kind == Kind::time || b.kind == Kind::time) return plain_type(Kind::time);
  const bool interval = a.kind == Kind::interval || b.kind == Kind::interval;
  if (interval && word != "+" && word != "-") return plain_type(Kind::interval);
  if (interval || ((word == "+" || word == "-") && (is_moment(a.kind) || is_moment(b.kind))))
    return moment_arithmetic(word, a, b);
  if (a.kind == Kind::null) return b;
  if (b.kind == Kind::null) return a;
  if (is_numeric(a.kind) && is_numeric(b.kind)) return arithmetic(word, a, b);
  if (a.kind == Kind::text && is_numeric(b.kind)) return b;
  if (b.kind == Kind::text && is_numeric(a.kind)) return a;
  return {};
}

void Inferrer::expression(Node& node, const Scope& scope) {
  for (NodePtr& child : node.children) expression(*child, scope);
  Columns inner;
  if (node.query) inner = query(*node.query, &scope);
  switch (node.kind) {
    case NodeKind::number: node.type = number_literal(node.word); break;
    case NodeKind::string: node.type = plain_type(Kind::text); break;
    case NodeKind::constant: node.type = constant_type(node.word); break;
    case NodeKind::column: column(node, scope); break;
    case NodeKind::unary:
      node.type = node.word == "not" ? plain_type(Kind::boolean)
                  : node.word == "|/" ? floating_type()
                                      : node.children[0]->type;
      break;
    case NodeKind::binary: node.type = binary(node); break;
    case NodeKind::call: call(node, scope); break;
    case NodeKind::cast: {
      const Type from = node.children[0]->type;
      node.type = node.target;
      const bool bare = node.type.kind == Kind::number && !node.type.floating && node.type.scale < 0;
      if (bare && from.kind == Kind::integer) node.type.scale = 0;
      if (bare && from.kind == Kind::number) node.type.scale = from.scale;
      break;
    }
    case NodeKind::interval: node.type = plain_type(Kind::interval); break;
    case NodeKind::extract: {
      const bool fraction = node.word == "epoch" || node.word.substr(0, 3) == "sec" || node.word.substr(0, 5) == "milli";
      node.type = exact_type(fraction ? 6 : 0);
      break;
    }
    case NodeKind::between:
    case NodeKind::in_list:
    case NodeKind::in_query:
    case NodeKind::quantified:
    case NodeKind::exists: node.type = plain_type(Kind::boolean); break;
    case NodeKind::case_of: node.type = case_type(node); break;
    case NodeKind::subquery:
      if (!inner.empty()) node.type = inner[0].type;
      break;
    case NodeKind::group:
      if (node.children.size() == 1) node.type = node.children[0]->type;
      break;
    case NodeKind::star: break;
  }
}

}  // namespace loopready::sql
