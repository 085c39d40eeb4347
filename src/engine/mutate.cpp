#include "engine/mutate.h"

#include <cstdlib>
#include <set>

#include "base/date.h"
#include "sql/token.h"

namespace loopready::engine {
namespace {

using sql::Token;
using sql::TokenKind;

struct Swap {
  const char* from;
  const char* to;
};

constexpr Swap kSymbols[] = {{"<", "<="}, {"<=", "<"}, {">", ">="}, {">=", ">"}, {"<>", "="}, {"!=", "="}};
constexpr Swap kCalls[] = {{"min", "max"}, {"max", "min"}, {"sum", "max"}, {"avg", "sum"}, {"rank", "row_number"},
                           {"row_number", "rank"}, {"dense_rank", "rank"}, {"lag", "lead"}, {"lead", "lag"}};

const std::set<std::string> kClauseWords = {"where", "group", "order", "having", "limit", "union", "except", "intersect", "join", "left",
                                            "right", "full", "inner", "cross", "qualify", "window", "then", "else", "when", "end", "rows", "range"};

class Mutator {
 public:
  explicit Mutator(const std::string& sql) : sql_(sql) {
    sql::LexError error;
    tokens_ = sql::cut_into_tokens(sql, error);
    if (!error.text.empty()) tokens_.clear();
  }

  std::vector<Mutant> all() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (tokens_[i].kind == TokenKind::symbol) symbol(i);
      if (tokens_[i].kind == TokenKind::name) name(i);
      if (tokens_[i].kind == TokenKind::number) number(i);
      if (tokens_[i].kind == TokenKind::string) date(i);
    }
    return std::move(mutants_);
  }

 private:
  bool is(std::size_t i, std::string_view word) const { return i < tokens_.size() && tokens_[i].word == word && tokens_[i].kind != TokenKind::string; }

  // Tokens first to last give way to `to`.
  void change(std::size_t first, std::size_t last, const std::string& to) {
    const std::size_t begin = tokens_[first].begin, end = tokens_[last].end;
    const std::string from = sql_.substr(begin, end - begin);
    mutants_.push_back({std::to_string(begin) + ": " + from + (to.empty() ? " left out" : " to " + to),
                        sql_.substr(0, begin) + to + sql_.substr(end)});
  }

  // The token behind the parenthesis that closes the one at `open`.
  std::size_t close_of(std::size_t open) const {
    int depth = 0;
    for (std::size_t i = open; i + 1 < tokens_.size(); ++i) {
      if (is(i, "(")) ++depth;
      if (is(i, ")") && --depth == 0) return i;
    }
    return open;
  }

  void symbol(std::size_t i) {
    for (const Swap& swap : kSymbols)
      if (tokens_[i].word == swap.from) change(i, i, swap.to);
  }

  void number(std::size_t i) {
    const std::string& word = tokens_[i].word;
    if (word.find_first_not_of("0123456789") != std::string::npos || word.size() > 9) return;
    if (is(i - 1, "by") || is(i - 1, ",") || is(i - 1, ".")) return;  // ordinals, scales
    change(i, i, std::to_string(std::atoll(word.c_str()) + 1));
  }

  void date(std::size_t i) {
    const auto date = base::parse_date(tokens_[i].word);
    if (date) change(i, i, "'" + base::format_date(base::civil_date(base::day_number(*date) + 1)) + "'");
  }

  void name(std::size_t i) {
    const std::string& word = tokens_[i].word;
    if (is(i + 1, "("))
      for (const Swap& swap : kCalls)
        if (word == swap.from) change(i, i, swap.to);
    if (word == "join") {
      if (is(i - 1, "left")) change(i - 1, i, "join");
      else if (!is(i - 1, "full") && !is(i - 1, "cross") && !is(i - 1, "right")) change(i, i, "left join");
    }
    if (word == "distinct" && !is(i - 1, "is") && !is(i + 1, "from") && !is(i + 1, "on")) change(i, i, "");
    if (word == "union") is(i + 1, "all") ? change(i + 1, i + 1, "") : change(i, i, "union all");
    if (word == "desc") change(i, i, "");
    if (word == "not" && (is(i + 1, "exists") || is(i + 1, "in") || is(i + 1, "null"))) change(i, i, "");
    if ((word == "coalesce" || word == "nvl") && is(i + 1, "(")) first_argument_only(i);
    if (word == "partition") drop_partition(i);
    if (word == "and" || word == "or") drop_condition(i);
    if (word == "where") drop_where(i);
  }

  void first_argument_only(std::size_t i) {
    const std::size_t close = close_of(i + 1);
    int depth = 0;
    for (std::size_t at = i + 1; at < close; ++at) {
      if (is(at, "(")) ++depth;
      if (is(at, ")")) --depth;
      if (depth == 1 && is(at, ","))
        return change(i, close, "(" + sql_.substr(tokens_[i + 2].begin, tokens_[at - 1].end - tokens_[i + 2].begin) + ")");
    }
  }

  void drop_partition(std::size_t i) {
    std::size_t last = i + 1;
    int depth = 0;
    while (last + 2 < tokens_.size()) {
      if (is(last + 1, "(")) ++depth;
      if (is(last + 1, ")") && depth-- == 0) break;
      if (depth == 0 && (is(last + 1, "order") || is(last + 1, "rows"))) break;
      ++last;
    }
    change(i, last, "");
  }

  // The last token of the condition that begins behind `i`.
  std::size_t condition_end(std::size_t i) const {
    int depth = 0;
    bool between = false;
    std::size_t at = i + 1;
    for (; at + 1 < tokens_.size(); ++at) {
      if (is(at, "(") || is(at, "case")) ++depth;
      if ((is(at, ")") || is(at, "end")) && depth-- == 0) break;
      if (depth > 0) continue;
      if (is(at, "between")) between = true;
      else if (is(at, "and") && between) between = false;
      else if (is(at, "and") || is(at, "or") || (tokens_[at].kind == TokenKind::name && kClauseWords.count(tokens_[at].word) > 0) || is(at, ";")) break;
    }
    return at - 1;
  }

  bool belongs_to_between(std::size_t i) const {
    int depth = 0;
    for (std::size_t back = i; back-- > 0;) {
      if (is(back, ")")) ++depth;
      if (is(back, "(") && depth-- == 0) return false;
      if (depth > 0) continue;
      if (is(back, "between")) return true;
      if (is(back, "and") || is(back, "or") || is(back, "where") || is(back, "on") || is(back, "when") || is(back, "having")) return false;
    }
    return false;
  }

  void drop_condition(std::size_t i) {
    if (belongs_to_between(i)) return;
    const std::size_t last = condition_end(i);
    if (last > i) change(i, last, "");
  }

  // WHERE a AND b loses a.
  void drop_where(std::size_t i) {
    const std::size_t last = condition_end(i);
    if (last > i) change(i + 1, last, "1 = 1");
  }

  const std::string& sql_;
  std::vector<Token> tokens_;
  std::vector<Mutant> mutants_;
};

}  // namespace

std::vector<Mutant> mutants_of(const std::string& sql) { return Mutator(sql).all(); }

}  // namespace loopready::engine
