// Reads the tokens of one query into a tree.
// Here: Parser, read_query.  Not here: cutting tokens (token.h), which tables and columns exist (infer.h).
// Errors: a ParseError at a token; nesting deeper than 120 is refused, and trees higher than 250 (long chains of
// operators).
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sql/token.h"
#include "sql/tree.h"

namespace loopready::sql {

struct ParseError {
  std::string text;  // a whole sentence; empty: none
  std::string hint;
  std::size_t token = 0;
  bool certain = true;  // false: SQLite may read it all the same
};

// The query in tokens[first] to tokens[last], or null with an error.
std::unique_ptr<Query> read_query(std::string_view text, const std::vector<Token>& tokens, std::size_t first,
                                  std::size_t last, ParseError& error);

// One reader over the tokens; each file parse_*.cpp holds the members for one part of the grammar.
class Parser {
 public:
  Parser(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t last)
      : text_(text), tokens_(tokens), at_(first), end_(last + 1) {}

  std::unique_ptr<Query> query();
  const ParseError& error() const { return error_; }
  bool ok() const { return error_.text.empty(); }
  bool at_end() const { return at_ >= end_; }
  void fail_here();

 private:
  // Looking and taking.
  const Token& token(std::size_t ahead = 0) const;
  bool sees(std::string_view word, std::size_t ahead = 0) const;  // a bare word or symbol
  bool take(std::string_view word);
  bool expect(std::string_view word);
  bool sees_query() const;   // SELECT, WITH, VALUES, perhaps behind parentheses
  bool opens_query() const;  // a parenthesis around a query, not around an expression or a join that starts with one
  void fail(std::string text, std::string hint, std::size_t at);
  std::string spelling(std::size_t at) const;

  // parse_query.cpp
  void with_clause(Query& query);
  Core core();
  void select_list(Core& core);
  void from_clause(Core& core);
  void source(Core& core);
  void source_alias(Source& source);
  bool opens_hierarchy() const;
  bool opens_table_clause() const;
  void join_condition(Source& source);
  void tail(Query& query);
  std::vector<OrderKey> order_keys();
  void named_windows(Core& core);
  std::vector<std::string> name_list();

  // parse_group.cpp
  using GroupingSets = std::vector<std::vector<std::size_t>>;  // of indices into Core::group
  void group_list(Core& core);
  GroupingSets group_element(Core& core, bool& plain);
  std::vector<std::size_t> group_keys(Core& core);
  GroupingSets rollup_or_cube(Core& core);
  GroupingSets grouping_sets(Core& core);

  // parse_expression.cpp
  NodePtr expression(int least = 0);
  NodePtr prefix();
  NodePtr infix(NodePtr left, int power);
  int infix_power(std::size_t& n_words) const;
  NodePtr after_not(NodePtr left, bool negated, std::size_t op);
  NodePtr is_test(NodePtr left);
  std::vector<NodePtr> expressions();
  NodePtr make(NodeKind kind, std::size_t first);
  NodePtr finish(NodePtr node);
  void bound(int height);

  // parse_primary.cpp
  NodePtr primary();
  NodePtr postfix(NodePtr node);
  NodePtr name_or_call();
  NodePtr call(std::size_t first);
  void call_tail(Node& node);
  void argument(Node& call);
  void nulls_treatment(CallParts& parts);
  NodePtr cast_call(std::size_t first);
  NodePtr convert_call(std::size_t first);
  NodePtr extract_call(std::size_t first);
  NodePtr typed_literal(std::size_t first);
  NodePtr interval_literal(std::size_t first);
  NodePtr case_expression();
  NodePtr parenthesised();
  NodePtr array(std::size_t first);
  NodePtr element(NodePtr array);
  bool type_name(Node& node);
  std::unique_ptr<Window> window();

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::size_t at_;
  std::size_t end_;
  int depth_ = 0;
  ParseError error_;
};

// The height of the tree under a node or query, from the heights of its parts.
int height_over(const Node& node);
int height_over(const Query& query);

// Words that cannot be an alias without AS, because they start a clause or join two parts.
bool is_reserved(std::string_view word);

}  // namespace loopready::sql
