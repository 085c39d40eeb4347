// Expressions: operators by their binding power, as PostgreSQL ranks them.
#include "sql/parser.h"

namespace loopready::sql {
namespace {

constexpr int kMaxDepth = 120;
constexpr int kMaxHeight = 250;  // also SQLite's limit here

// Source: PostgreSQL documentation 4.1.6 "Operator Precedence".
enum Power { kOr = 1, kAnd, kNot, kIs, kComparison, kMatch, kOther, kSum, kProduct, kPower, kZone, kCollate, kSign };

}  // namespace

NodePtr Parser::make(NodeKind kind, std::size_t first) {
  auto node = std::make_unique<Node>();
  node->kind = kind;
  node->first = first;
  node->last = first;
  node->op = first;
  return node;
}

NodePtr Parser::finish(NodePtr node) {
  if (at_ > node->first) node->last = at_ - 1;
  node->height = height_over(*node);
  bound(node->height);
  return node;
}

void Parser::bound(int height) {
  if (height > kMaxHeight)
    fail("This query nests too deeply, or chains too many operators.", "Use IN (...) or a CTE.", at_ > 0 ? at_ - 1 : 0);
}

std::vector<NodePtr> Parser::expressions() {
  std::vector<NodePtr> all;
  do all.push_back(expression());
  while (take(","));
  return all;
}

// How tightly the operator here binds its left side, and how many tokens it has; 0 when there is none.
int Parser::infix_power(std::size_t& n_words) const {
  n_words = 1;
  const Token& here = token();
  if (here.kind == TokenKind::name) {
    const std::string& word = here.word;
    if (word == "or") return kOr;
    if (word == "and") return kAnd;
    if (word == "is") return kIs;
    if (word == "isnull" || word == "notnull") return kIs;
    if (word == "not" &&
        (sees("in", 1) || sees("like", 1) || sees("ilike", 1) || sees("between", 1) || sees("similar", 1)))
      return kMatch;
    if (word == "overlaps") return kMatch;
    if (word == "in" || word == "like" || word == "ilike" || word == "between" || word == "glob" || word == "regexp")
      return kMatch;
    if (word == "similar" && sees("to", 1)) return kMatch;
    if (word == "at" && sees("time", 1) && sees("zone", 2)) return kZone;
    if (word == "collate") return kCollate;
    return 0;
  }
  if (here.kind != TokenKind::symbol) return 0;
  const std::string& word = here.word;
  for (const char* one : {"=", "==", "<", ">", "<=", ">=", "<>", "!="})
    if (word == one) return kComparison;
  if (word == "+" || word == "-") return kSum;
  if (word == "*" || word == "/" || word == "%") return kProduct;
  if (word == "^") return kPower;
  for (const char* one : {"||", "~", "~*", "!~", "!~*", "~~", "~~*", "!~~", "->", "->>", "#>", "#>>", "&", "|", "<<", ">>", "@>", "<@", "&&"})
    if (word == one) return kOther;
  return 0;
}

NodePtr Parser::expression(int least) {
  if (++depth_ > kMaxDepth) fail("This expression is nested too deeply.", "", at_);
  if (!ok()) {
    --depth_;
    return make(NodeKind::constant, at_);
  }
  NodePtr left = prefix();
  std::size_t n_words = 1;
  for (int power = 0; ok() && (power = infix_power(n_words)) > least;) left = infix(std::move(left), power);
  --depth_;
  return left;
}

NodePtr Parser::prefix() {
  const std::size_t first = at_;
  if (sees("not") && !(sees("in", 1))) {
    NodePtr node = make(NodeKind::unary, first);
    node->word = token().word;
    ++at_;
    node->children.push_back(expression(kNot));
    return finish(std::move(node));
  }
  if (sees("-") || sees("+") || sees("~")) {
    NodePtr node = make(NodeKind::unary, first);
    node->word = token().word;
    ++at_;
    node->children.push_back(expression(kSign));
    return finish(std::move(node));
  }
  if (sees("|") && sees("/", 1)) {  // |/ 25 is 5
    NodePtr node = make(NodeKind::unary, first);
    node->word = "|/";
    at_ += 2;
    node->children.push_back(expression(kOther));
    return finish(std::move(node));
  }
  return postfix(primary());
}

NodePtr Parser::infix(NodePtr left, int power) {
  const std::size_t op = at_;
  if (power == kMatch) {
    const bool negated = take("not");
    return after_not(std::move(left), negated, op);
  }
  if (power == kIs) return is_test(std::move(left));
  NodePtr node = make(NodeKind::binary, left->first);
  node->op = op;
  node->word = token().word;
  ++at_;
  if (power == kZone) {
    at_ += 2;
    node->word = "at time zone";
  }
  node->children.push_back(std::move(left));
  if (power == kCollate) {
    ++at_;
    return finish(std::move(node));
  }
  if (power == kComparison && (sees("any") || sees("all") || sees("some")) && sees("(", 1)) {
    node->kind = NodeKind::quantified;
    node->qualifier = token().word;
    node->type_first = at_;
    at_ += 2;
    if (sees_query()) node->query = query();
    else node->children.push_back(expression());
    expect(")");
    return finish(std::move(node));
  }
  node->children.push_back(expression(power));
  return finish(std::move(node));
}

NodePtr Parser::after_not(NodePtr left, bool negated, std::size_t op) {
  NodePtr node = make(NodeKind::binary, left->first);
  node->op = op;
  node->negated = negated;
  node->word = token().word;
  ++at_;
  node->children.push_back(std::move(left));
  if (node->word == "between") {
    node->kind = NodeKind::between;
    if (sees("symmetric")) node->type_first = at_++;
    else take("asymmetric");
    node->children.push_back(expression(kMatch));
    expect("and");
    node->children.push_back(expression(kMatch));
  } else if (node->word == "in") {
    node->kind = NodeKind::in_list;
    if (!expect("(")) return node;
    if (sees_query()) {
      node->kind = NodeKind::in_query;
      node->query = query();
    } else if (!sees(")")) {
      for (NodePtr& one : expressions()) node->children.push_back(std::move(one));
    }
    expect(")");
  } else {
    if (node->word == "similar") ++at_;
    if ((node->word == "like" || node->word == "ilike") && (sees("any") || sees("all") || sees("some")) && sees("(", 1)) {
      node->kind = NodeKind::quantified;
      node->qualifier = token().word;
      node->type_first = at_;
      at_ += 2;
      if (sees_query())
        fail("LIKE ANY takes an array here, not a subquery.", "Write LIKE ANY (ARRAY['a%', 'b%']), or use EXISTS.", at_);
      else node->children.push_back(expression());
      expect(")");
      return finish(std::move(node));
    }
    node->children.push_back(expression(kMatch));
    if (sees("escape")) {
      node->escape = at_++;
      node->children.push_back(expression(kMatch));
    }
  }
  return finish(std::move(node));
}

NodePtr Parser::is_test(NodePtr left) {
  NodePtr node = make(NodeKind::binary, left->first);
  node->op = at_;
  node->word = token().word == "is" ? "is" : token().word;
  const bool bare = take("isnull") || take("notnull");
  node->children.push_back(std::move(left));
  if (bare) return finish(std::move(node));
  ++at_;
  node->negated = take("not");
  if (take("distinct")) {
    expect("from");
    node->word = "is distinct from";
    node->children.push_back(expression(kIs));
  } else if (sees("null") || sees("true") || sees("false") || sees("unknown")) {
    NodePtr constant = make(NodeKind::constant, at_);
    constant->word = token().word;
    ++at_;
    node->children.push_back(finish(std::move(constant)));
  } else {
    node->children.push_back(expression(kIs));
  }
  return finish(std::move(node));
}

}  // namespace loopready::sql
