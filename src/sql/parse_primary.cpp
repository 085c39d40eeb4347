// The smallest expressions: literals, names, calls, casts, CASE and parentheses.
#include "sql/parser.h"

namespace loopready::sql {
namespace {

bool is_name(const Token& token) { return token.kind == TokenKind::name || token.kind == TokenKind::quoted_name; }

bool is_constant(std::string_view word) {
  for (const char* one : {"null", "true", "false", "current_date", "current_timestamp", "current_time", "sysdate",
                          "localtimestamp", "current_user"})
    if (word == one) return true;
  return false;
}

}  // namespace

NodePtr Parser::primary() {
  const std::size_t first = at_;
  const Token& here = token();
  if (here.kind == TokenKind::number || here.kind == TokenKind::string) {
    NodePtr node = make(here.kind == TokenKind::number ? NodeKind::number : NodeKind::string, first);
    node->word = here.word;
    ++at_;
    return finish(std::move(node));
  }
  if (sees("(")) return parenthesised();
  if (here.kind == TokenKind::quoted_name) return name_or_call();
  if (here.kind != TokenKind::name) {
    fail_here();
    return make(NodeKind::constant, first);
  }
  const bool opens = sees("(", 1);
  if (sees("case")) return case_expression();
  if (sees("exists") && opens) {
    NodePtr node = make(NodeKind::exists, first);
    at_ += 2;
    node->query = query();
    expect(")");
    return finish(std::move(node));
  }
  if ((sees("cast") || sees("try_cast")) && opens) return cast_call(first);
  if (sees("convert") && opens) return convert_call(first);
  if (sees("extract") && opens) return extract_call(first);
  if (sees("interval") && (token(1).kind == TokenKind::string || token(1).kind == TokenKind::number || sees("-", 1)))
    return interval_literal(first);
  if ((sees("date") || sees("timestamp") || sees("timestamptz") || sees("time")) && token(1).kind == TokenKind::string)
    return typed_literal(first);
  if (sees("array") && (sees("[", 1) || opens)) return array(first);
  if (sees("approximate") && token(1).kind == TokenKind::name && sees("(", 2)) {
    ++at_;
    NodePtr node = name_or_call();
    node->first = first;
    if (node->call) node->call->prefix = first;
    return node;
  }
  if (!opens && is_constant(here.word)) {
    NodePtr node = make(NodeKind::constant, first);
    node->word = here.word;
    ++at_;
    return finish(std::move(node));
  }
  if (is_reserved(here.word) && !((here.word == "left" || here.word == "right" || here.word == "isnull") && opens)) {
    fail_here();
    return make(NodeKind::constant, first);
  }
  return name_or_call();
}

NodePtr Parser::postfix(NodePtr node) {
  while (ok() && (sees("::") || sees("["))) {
    if (sees("[")) {
      node = element(std::move(node));
      if (ok() && sees("."))
        fail("Paths into SUPER values are not known here.", "Take the value out with column ->> 'key'.", at_);
      continue;
    }
    NodePtr cast = make(NodeKind::cast, node->first);
    cast->op = at_++;
    cast->word = "::";
    if (!type_name(*cast)) return cast;
    cast->children.push_back(std::move(node));
    node = finish(std::move(cast));
  }
  return node;
}

// array[...] is a call, array(query) a subquery.
NodePtr Parser::array(std::size_t first) {
  if (sees("(", 1)) {
    NodePtr node = make(NodeKind::subquery, first);
    node->word = "array";
    at_ += 2;
    node->query = query();
    expect(")");
    return finish(std::move(node));
  }
  NodePtr node = make(NodeKind::call, first);
  node->word = "lr_array";
  node->call = std::make_unique<CallParts>();
  node->call->open = first + 1;
  at_ += 2;
  if (!sees("]")) node->children = expressions();
  node->call->close = at_;
  expect("]");
  return finish(std::move(node));
}

NodePtr Parser::element(NodePtr array) {
  NodePtr node = make(NodeKind::binary, array->first);
  node->word = "[]";
  node->op = at_++;
  node->children.push_back(std::move(array));
  node->children.push_back(expression());
  if (ok() && sees(":")) fail("Slices of arrays are not known here.", "Take one element: x[1].", at_);
  expect("]");
  return finish(std::move(node));
}

NodePtr Parser::name_or_call() {
  const std::size_t first = at_;
  if (sees("(", 1) && token().kind == TokenKind::name) return call(first);
  NodePtr node = make(NodeKind::column, first);
  node->word = token().word;
  ++at_;
  while (ok() && sees(".")) {
    ++at_;
    node->qualifier = node->word;
    if (take("*")) {
      node->kind = NodeKind::star;
      return finish(std::move(node));
    }
    if (!is_name(token())) {
      fail_here();
      return node;
    }
    node->op = at_;
    node->word = token().word;
    ++at_;
  }
  return finish(std::move(node));
}

NodePtr Parser::call(std::size_t first) {
  NodePtr node = make(NodeKind::call, first);
  node->word = token().word;
  node->call = std::make_unique<CallParts>();
  CallParts& parts = *node->call;
  parts.open = at_ + 1;
  at_ += 2;
  if (take("*")) {
    parts.star = true;
  } else if (!sees(")")) {
    if (node->word == "trim" && (sees("both") || sees("leading") || sees("trailing"))) {
      node->qualifier = token().word;
      ++at_;
    }
    parts.distinct = take("distinct");
    if (!parts.distinct) take("all");
    const bool from_only = node->word == "trim" && sees("from");
    if (!from_only) argument(*node);
    nulls_treatment(parts);  // lag(x ignore nulls)
    while (ok() && (sees(",") || sees("from") || sees("for") || (sees("placing") && node->word == "overlay") || (sees("in") && node->word == "position"))) {
      parts.commas.push_back(at_++);
      argument(*node);
    }
    if (take("order")) {
      expect("by");
      parts.order = order_keys();
    }
    nulls_treatment(parts);
  }
  parts.close = at_;
  expect(")");
  call_tail(*node);
  return finish(std::move(node));
}

// Perhaps with its name in front: days => 10.
void Parser::argument(Node& call) {
  std::string name;
  if (token().kind == TokenKind::name && (sees("=>", 1) || sees(":=", 1))) {
    name = token().word;
    at_ += 2;
  }
  call.call->names.push_back(name);
  call.children.push_back(expression(call.word == "position" && call.children.empty() ? 6 : 0));
}

void Parser::nulls_treatment(CallParts& parts) {
  if (!ok() || (!sees("ignore") && !sees("respect")) || !sees("nulls", 1)) return;
  parts.nulls_first = at_;
  parts.ignore_nulls = sees("ignore");
  at_ += 2;
}

void Parser::call_tail(Node& node) {
  CallParts& parts = *node.call;
  if (sees("within") && sees("group", 1)) {
    parts.within_first = at_;
    at_ += 2;
    if (!expect("(") || !expect("order") || !expect("by")) return;
    parts.within = order_keys();
    expect(")");
    parts.within_last = at_ - 1;
  }
  if (ok() && sees("filter") && sees("(", 1)) {
    at_ += 2;
    if (!expect("where")) return;
    parts.filter = expression();
    expect(")");
  }
  nulls_treatment(parts);
  if (ok() && sees("over") && (sees("(", 1) || is_name(token(1)))) {
    parts.over = true;
    ++at_;
    if (sees("(")) parts.window = window();
    else parts.window_name = at_++;
  }
}

std::unique_ptr<Window> Parser::window() {
  auto window = std::make_unique<Window>();
  window->first = at_;
  if (!expect("(")) return window;
  if (token().kind == TokenKind::name && !sees("partition") && !sees("order") && !sees("rows") && !sees("range") &&
      !sees("groups"))
    ++at_;  // a named window to build on
  if (take("partition")) {
    expect("by");
    window->partition = expressions();
  }
  if (take("order")) {
    expect("by");
    window->order = order_keys();
  }
  if (ok() && (sees("rows") || sees("range") || sees("groups"))) {
    window->frame_first = at_;
    while (ok() && !at_end() && !sees(")")) {
      const bool word = sees("rows") || sees("range") || sees("groups") || sees("between") || sees("and") ||
                        sees("unbounded") || sees("preceding") || sees("following") || sees("current") || sees("row") ||
                        sees("exclude") || sees("no") || sees("others") || sees("ties") || sees("group");
      if (word) ++at_;
      else window->bounds.push_back(expression(3));
    }
  }
  expect(")");
  window->last = at_ > 0 ? at_ - 1 : at_;
  return window;
}

bool Parser::type_name(Node& node) {
  node.type_first = at_;
  if (!is_name(token())) {
    fail_here();
    return false;
  }
  std::string name = token().word;
  ++at_;
  if (name == "double" && take("precision")) name = "double precision";
  if (name == "character") take("varying");
  std::string arguments;
  if (take("(")) {
    arguments = "(";
    while (ok() && !at_end() && !sees(")")) {
      arguments += token().word;
      ++at_;
    }
    arguments += ")";
    expect(")");
  }
  if ((sees("with") || sees("without")) && sees("time", 1) && sees("zone", 2)) at_ += 3;
  const bool array = take("[");
  if (array) expect("]");
  node.type_last = at_ - 1;
  node.target = type_named(name + arguments + (array ? "[]" : ""));
  node.qualifier = name;
  if (ok() && node.target.kind == Kind::unknown)
    fail("The type " + name + " is not known here.",
         "Known types are integer, numeric, float, text, varchar, date, timestamp and boolean.", node.type_first);
  return ok();
}

NodePtr Parser::cast_call(std::size_t first) {
  NodePtr node = make(NodeKind::cast, first);
  node->word = "cast";
  at_ += 2;
  node->children.push_back(expression());
  if (expect("as")) type_name(*node);
  expect(")");
  return finish(std::move(node));
}

NodePtr Parser::convert_call(std::size_t first) {
  NodePtr node = make(NodeKind::cast, first);
  node->word = "convert";
  at_ += 2;
  if (type_name(*node)) expect(",");
  node->children.push_back(expression());
  expect(")");
  return finish(std::move(node));
}

NodePtr Parser::extract_call(std::size_t first) {
  NodePtr node = make(NodeKind::extract, first);
  at_ += 2;
  if (!is_name(token()) && token().kind != TokenKind::string) {
    fail_here();
    return node;
  }
  node->op = at_;
  node->word = token().word;
  ++at_;
  expect("from");
  node->children.push_back(expression());
  expect(")");
  return finish(std::move(node));
}

// DATE '2024-01-31' is a cast of the text.
NodePtr Parser::typed_literal(std::size_t first) {
  NodePtr node = make(NodeKind::cast, first);
  node->word = "literal";
  if (!type_name(*node)) return node;
  NodePtr text = make(NodeKind::string, at_);
  text->word = token().word;
  ++at_;
  node->children.push_back(finish(std::move(text)));
  return finish(std::move(node));
}

NodePtr Parser::interval_literal(std::size_t first) {
  NodePtr node = make(NodeKind::interval, first);
  ++at_;
  if (take("-")) node->word = "-";
  node->word += token().word;
  ++at_;
  for (const char* unit : {"year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours",
                           "minute", "minutes", "second", "seconds", "quarter", "quarters"})
    if (sees(unit)) {
      if (sees("to", 1)) {  // '1-2' year to month: the text says it all
        at_ += 3;
        break;
      }
      node->word += std::string(" ") + unit;
      ++at_;
      break;
    }
  return finish(std::move(node));
}

NodePtr Parser::case_expression() {
  NodePtr node = make(NodeKind::case_of, at_++);
  if (!sees("when")) {
    node->word = "operand";
    node->children.push_back(expression());
  }
  if (!sees("when")) fail_here();
  while (take("when")) {
    node->children.push_back(expression());
    expect("then");
    node->children.push_back(expression());
  }
  if (take("else")) {
    node->negated = true;  // there is an ELSE
    node->children.push_back(expression());
  }
  expect("end");
  return finish(std::move(node));
}

NodePtr Parser::parenthesised() {
  const std::size_t first = at_;
  if (opens_query()) {
    NodePtr node = make(NodeKind::subquery, first);
    ++at_;
    node->query = query();
    expect(")");
    return finish(std::move(node));
  }
  NodePtr node = make(NodeKind::group, first);
  ++at_;
  node->children = expressions();
  expect(")");
  return finish(std::move(node));
}

}  // namespace loopready::sql
