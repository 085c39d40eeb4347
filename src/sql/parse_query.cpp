// Queries: WITH, SELECT lists, FROM, set operations, ORDER BY and LIMIT.
#include <algorithm>

#include "sql/names.h"
#include "sql/parser.h"

namespace loopready::sql {
namespace {

constexpr int kMaxDepth = 120;
constexpr std::size_t kMaxColumns = 500;

}  // namespace

bool is_reserved(std::string_view word) {
  for (const char* one :
       {"select",  "from",    "where",     "group",   "having", "order",    "limit", "offset",  "fetch",   "union",
        "except",  "minus",   "intersect", "on",      "using",  "join",     "inner", "left",    "right",   "full",
        "cross",   "natural", "as",        "then",    "else",   "end",      "when",  "and",     "or",      "not",
        "window",  "qualify", "with",      "in",      "is",     "between",  "like",  "ilike",   "similar", "isnull",
        "notnull", "case",    "asc",       "desc",    "for",    "distinct", "all",   "collate", "values",  "returning",
        "into",    "escape",  "pivot",     "unpivot", "lateral"})
    if (word == one) return true;
  return false;
}

std::unique_ptr<Query> read_query(std::string_view text, const std::vector<Token>& tokens, std::size_t first,
                                  std::size_t last, ParseError& error) {
  Parser parser(text, tokens, first, last);
  std::unique_ptr<Query> query = parser.query();
  if (parser.ok() && !parser.at_end()) parser.fail_here();
  error = parser.error();
  return parser.ok() ? std::move(query) : nullptr;
}

const Token& Parser::token(std::size_t ahead) const {
  static const Token nothing;
  return at_ + ahead < end_ ? tokens_[at_ + ahead] : nothing;
}

bool Parser::sees(std::string_view word, std::size_t ahead) const {
  const Token& one = token(ahead);
  return (one.kind == TokenKind::name || one.kind == TokenKind::symbol) && one.word == word;
}

bool Parser::take(std::string_view word) {
  if (!ok() || !sees(word)) return false;
  ++at_;
  return true;
}

bool Parser::expect(std::string_view word) {
  if (take(word)) return true;
  if (!ok()) return false;
  if (at_end()) fail("The statement ends too early: " + std::string(word) + " is missing here.", "", end_);
  else fail_here();
  return false;
}

void Parser::fail(std::string text, std::string hint, std::size_t at) {
  if (ok()) error_ = {std::move(text), std::move(hint), at, true};
}

std::string Parser::spelling(std::size_t at) const {
  return std::string(text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin));
}

void Parser::fail_here() {
  if (!ok()) return;
  if (at_end()) {
    fail("The statement ends too early: something is missing here.",
         "Look for an open parenthesis, or a clause without its end.", end_);
    error_.certain = false;
    return;
  }
  std::string hint;
  const bool after_comma = at_ > 0 && tokens_[at_ - 1].word == ",";
  if (sees(",")) hint = "Something is missing in front of this comma, or it is one comma too many.";
  else if (after_comma && is_reserved(token().word)) hint = "Remove the comma in front of it, or name another column.";
  else if (sees(")")) hint = "Something is missing in front of this parenthesis, or it closes nothing.";
  // A misspelt keyword may have passed as the alias in front: "order_id form orders".
  for (const std::size_t i : {at_ > 0 ? at_ - 1 : at_, at_}) {
    const std::string& word = tokens_[i].word;
    if (!hint.empty() || tokens_[i].kind != TokenKind::name || is_reserved(word) || word.size() < 3) continue;
    if (const std::string meant = nearest(word, keywords()); !meant.empty()) hint = "Did you mean " + meant + "?";
  }
  fail("Syntax error near \"" + spelling(at_) + "\".", hint, at_);
  error_.certain = false;
}

bool Parser::sees_query() const {
  std::size_t ahead = 0;
  while (sees("(", ahead)) ++ahead;
  return sees("select", ahead) || sees("with", ahead) || sees("values", ahead);
}

bool Parser::opens_query() const {
  if (!sees("(") || !sees_query()) return false;
  std::size_t inner = 1;
  while (sees("(", inner)) ++inner;
  // From the innermost parenthesis outwards: "((select 1) union select 2)" is a query, "((select 1) + 2)" is not.
  std::size_t after = inner;
  for (std::size_t level = inner; level-- > 1;) {
    int depth = 1;
    while (depth > 0 && at_ + after < end_) {
      if (sees("(", after)) ++depth;
      if (sees(")", after)) --depth;
      ++after;
    }
    const bool goes_on = sees("union", after) || sees("except", after) || sees("intersect", after) ||
                         sees("minus", after) || sees("order", after) || sees("limit", after) ||
                         sees("offset", after) || sees(")", after);
    if (!goes_on) return false;
  }
  return true;
}

std::unique_ptr<Query> Parser::query() {
  auto query = std::make_unique<Query>();
  query->first = at_;
  if (++depth_ > kMaxDepth) fail("This query is nested too deeply.", "", at_);
  if (sees("with")) with_clause(*query);
  do {
    if (!ok()) return query;
    query->cores.push_back(core());
    if (!ok() || !(sees("union") || sees("except") || sees("intersect") || sees("minus"))) break;
    query->set_operators.push_back(at_++);
    if (sees("all") && tokens_[at_ - 1].word != "union")
      fail("EXCEPT ALL and INTERSECT ALL are not known here, as in Redshift.",
           "Leave ALL out: duplicates are then removed.", at_);
    if (!take("all")) take("distinct");
  } while (ok());
  tail(*query);
  --depth_;
  query->last = at_ > query->first ? at_ - 1 : at_;
  query->height = height_over(*query);
  bound(query->height);
  return query;
}

void Parser::with_clause(Query& query) {
  query.has_with = true;
  query.with_token = at_++;
  query.recursive = take("recursive");
  do {
    Cte cte;
    if (token().kind != TokenKind::name && token().kind != TokenKind::quoted_name) return fail_here();
    cte.name = token().word;
    ++at_;
    if (take("(")) cte.column_names = name_list();
    expect("as");
    if (sees("not") && sees("materialized", 1)) at_ += 2;
    else take("materialized");
    if (!expect("(")) return;
    cte.query = this->query();
    expect(")");
    query.ctes.push_back(std::move(cte));
  } while (take(","));
}

std::vector<std::string> Parser::name_list() {
  std::vector<std::string> names;
  do {
    if (token().kind != TokenKind::name && token().kind != TokenKind::quoted_name) {
      fail_here();
      return names;
    }
    names.push_back(token().word);
    ++at_;
  } while (take(","));
  expect(")");
  return names;
}

Core Parser::core() {
  Core core;
  core.first = at_;
  if (take("(")) {
    core.nested = query();
    expect(")");
  } else if (take("values")) {
    do {
      if (!expect("(")) break;
      core.values.push_back(expressions());
      expect(")");
    } while (take(","));
  } else if (sees("table") && (token(1).kind == TokenKind::name || token(1).kind == TokenKind::quoted_name)) {
    core.whole_table = true;
    SelectItem all;
    all.value = make(NodeKind::star, at_);
    all.last = at_++;
    core.items.push_back(std::move(all));
    source(core);
    core.from_last = at_ - 1;
  } else if (expect("select")) {
    select_list(core);
    if (sees("into"))
      fail("SELECT INTO can't be used here: queries only read the tables at hand.", "Use a CTE: WITH name AS (...).",
           at_);
    if (sees("from")) from_clause(core);
    core.from_last = at_ - 1;
    if (take("where")) core.where = expression();
    if (ok() && opens_hierarchy()) fail("START WITH and CONNECT BY are not known here.", "Write WITH RECURSIVE.", at_);
    if (sees("group")) {
      core.group_by = at_++;
      expect("by");
      if (sees("all") && !sees("(", 1))
        fail("GROUP BY ALL is not known here.", "Name the columns, or their positions: GROUP BY 1, 2.", at_);
      group_list(core);
    }
    if (take("having")) core.having = expression();
    if (sees("qualify")) {
      core.qualify_token = at_++;
      core.qualify = expression();
    }
    if (sees("window") && sees("as", 2)) named_windows(core);
    if (sees("qualify") && !core.qualify) {
      core.qualify_token = at_++;
      core.qualify = expression();
    }
  }
  core.last = at_ > core.first ? at_ - 1 : at_;
  return core;
}

void Parser::select_list(Core& core) {
  if (take("distinct")) {
    core.distinct = true;
    if (sees("on") && sees("(", 1)) {
      core.distinct_on = at_;
      at_ += 2;
      core.distinct_keys = expressions();
      expect(")");
      core.distinct_last = at_ - 1;
    }
  } else {
    take("all");
  }
  if (sees("top") && token(1).kind == TokenKind::number) {
    core.top_first = at_;
    core.top_last = at_ + 1;
    at_ += 2;
  }
  do {
    SelectItem item;
    if (sees("*")) {
      item.value = make(NodeKind::star, at_);
      ++at_;
      item.value = finish(std::move(item.value));
      if (sees("exclude") && sees("(", 1))
        return fail("EXCLUDE is not known here.", "Name the columns you want.", at_);
    } else {
      item.value = expression();
    }
    if (!ok()) return;
    if (take("as")) {
      if (token().kind != TokenKind::name && token().kind != TokenKind::quoted_name) return fail_here();
      item.alias = token().word;
      ++at_;
    } else if (token().kind == TokenKind::quoted_name ||
               (token().kind == TokenKind::name && !is_reserved(token().word))) {
      item.alias = token().word;
      ++at_;
    }
    item.last = at_ - 1;
    if (core.items.size() == kMaxColumns) return fail("This SELECT list has more than 500 columns.", "", item.last);
    core.items.push_back(std::move(item));
  } while (take(","));
}

void Parser::from_clause(Core& core) {
  core.from = at_++;
  source(core);
  while (ok()) {
    if (take(",")) {
      source(core);
      continue;
    }
    std::size_t ahead = 0;
    bool any = false;
    for (;; ++ahead) {
      bool word = false;
      for (const char* one : {"natural", "inner", "left", "right", "full", "cross", "outer"})
        word = word || sees(one, ahead);
      if (!word) break;
      any = true;
    }
    if (!sees("join", ahead)) {
      if (any) {
        at_ += ahead;
        fail_here();
      }
      return;
    }
    const bool natural = sees("natural");
    at_ += ahead + 1;
    source(core);
    if (ok()) join_condition(core.sources.back());
    if (ok()) core.sources.back().natural = natural;
  }
}

void Parser::join_condition(Source& source) {
  source.joined = true;
  if (take("on")) {
    source.on.push_back(expression());
  } else if (take("using")) {
    if (expect("(")) source.using_names = name_list();
  }
}

void Parser::source(Core& core) {
  if (!ok()) return;
  Source source;
  source.first = at_;
  source.lateral = take("lateral");
  if (opens_query()) {
    ++at_;
    source.query = query();
    expect(")");
  } else if (take("(")) {  // a join in parentheses: its tables are seen as if it had none
    this->source(core);
    while (ok() && !sees(")")) {
      std::size_t ahead = 0;
      while (sees("natural", ahead) || sees("inner", ahead) || sees("left", ahead) || sees("right", ahead) ||
             sees("full", ahead) || sees("cross", ahead) || sees("outer", ahead))
        ++ahead;
      const bool comma = take(",");
      if (!comma && !sees("join", ahead)) return fail_here();
      if (!comma) at_ += ahead + 1;
      this->source(core);
      if (ok() && !comma) join_condition(core.sources.back());
    }
    expect(")");
    return;
  } else if (token().kind == TokenKind::name && sees("(", 1)) {
    source.function = name_or_call();
    if (sees("with") && sees("ordinality", 1)) {
      source.ordinality = at_;
      at_ += 2;
    }
  } else if (token().kind == TokenKind::quoted_name ||
             (token().kind == TokenKind::name && !is_reserved(token().word))) {
    if ((sees("information_schema") || sees("pg_catalog")) && sees(".", 1))
      return fail("The catalogue " + token().word + " is not known here.",
                  "The tables and their columns stand beside the exercise.", at_);
    for (; sees(".", 1) && token(2).kind != TokenKind::end; at_ += 2) source.schema_named = true;
    source.table = token().word;
    source.name_token = at_++;
  } else {
    return fail_here();
  }
  source_alias(source);
  if (sees("pivot") || sees("unpivot"))
    fail("PIVOT and UNPIVOT are not known here.", "Use one aggregate with a CASE or a FILTER for each column.", at_);
  if (sees("tablesample"))
    fail("TABLESAMPLE is not known here.", "Take some rows by ORDER BY RANDOM() LIMIT n.", at_);
  if (opens_hierarchy()) fail("START WITH and CONNECT BY are not known here.", "Write WITH RECURSIVE.", at_);
  if (sees("match_recognize"))
    fail("MATCH_RECOGNIZE is not known here.", "Compare neighbouring rows with LAG and LEAD.", at_);
  source.last = at_ > source.first ? at_ - 1 : at_;
  core.sources.push_back(std::move(source));
}

bool Parser::opens_hierarchy() const { return (sees("start") && sees("with", 1)) || (sees("connect") && sees("by", 1)); }

// Words behind a table that are no alias of it.
bool Parser::opens_table_clause() const {
  for (const char* one : {"tablesample", "pivot", "unpivot", "match_recognize"})
    if (sees(one) && (sees("(", 1) || token().word == "tablesample")) return true;
  return opens_hierarchy();
}

void Parser::source_alias(Source& source) {
  if (!ok()) return;
  const bool as = take("as");
  if (token().kind == TokenKind::quoted_name ||
      (token().kind == TokenKind::name && !is_reserved(token().word) && !opens_table_clause())) {
    source.alias = token().word;
    ++at_;
    if (sees("(")) {
      source.names_first = at_++;
      source.column_names = name_list();
      source.names_last = at_ - 1;
    }
  } else if (as) {
    fail_here();
  }
}

void Parser::named_windows(Core& core) {
  ++at_;
  do {
    if (token().kind != TokenKind::name) return fail_here();
    const std::string name = token().word;
    ++at_;
    if (!expect("as")) return;
    core.windows.push_back(window());
    core.windows.back()->name = name;
  } while (take(","));
}

void Parser::tail(Query& query) {
  if (sees("order")) {
    ++at_;
    if (!expect("by")) return;
    query.order = order_keys();
  }
  while (ok() && (sees("limit") || sees("offset") || sees("fetch"))) {
    if (query.limit_first == 0) query.limit_first = at_;
    if (take("limit")) {
      if (!take("all")) query.limit = expression();
      if (take(",")) query.offset = expression();
    } else if (take("offset")) {
      query.offset = expression();
      if (!take("rows")) take("row");
    } else {
      ++at_;
      if (!take("first") && !take("next")) return fail_here();
      if (!sees("row") && !sees("rows")) query.limit = expression();
      if (!take("rows")) take("row");
      if (!expect("only")) return;
    }
  }
  if (ok() && sees("for") && sees("update", 1)) fail("FOR UPDATE can't be used here: queries only read.", "", at_);
}

std::vector<OrderKey> Parser::order_keys() {
  std::vector<OrderKey> keys;
  do {
    OrderKey key;
    key.value = expression();
    if (!ok()) return keys;
    key.descending = take("desc");
    if (!key.descending) take("asc");
    key.last = at_ - 1;
    if (sees("nulls") && (sees("first", 1) || sees("last", 1))) {
      key.says_nulls = true;
      at_ += 2;
    }
    key.nulls_first = key.says_nulls ? tokens_[at_ - 1].word == "first" : key.descending;
    keys.push_back(std::move(key));
  } while (take(","));
  return keys;
}

}  // namespace loopready::sql
