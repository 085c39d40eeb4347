// Reads the text of a formula into an Expression's nodes.
#include <cstdlib>

#include "base/text.h"
#include "engine/expression.h"

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr int kMaxDepth = 60;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_inner(char c) { return is_letter(c) || is_digit(c) || c == '_'; }
bool is_keyword(std::string_view word) {
  for (const char* one : {"and", "or", "not", "if", "sum", "total", "tries", "pi"})
    if (word == one) return true;
  return false;
}
bool is_reserved(std::string_view word) { return is_keyword(word) || find_formula_function(word) != nullptr; }

}  // namespace

bool is_formula_name(std::string_view text) {
  if (text.empty() || !is_letter(text[0]) || is_keyword(text)) return false;
  for (const char c : text)
    if (!is_inner(c)) return false;
  return true;
}

// The first error sticks; afterwards every rule gives node 0.
class ExpressionParser {
 public:
  using Op = Expression::Op;
  using Node = Expression::Node;

  ExpressionParser(const std::string& text, const Names& names, Chance chance) : text_(text), names_(names), chance_(chance) {
    made_.text_ = text;
  }

  Result<Expression> read(const std::string& where) {
    made_.root_ = either();
    skip();
    if (at_ < text_.size()) fail("Something else than the formula's end stands here");
    if (!problem_.empty()) return Error{ErrorKind::bad_input, where, problem_};
    made_.n_slots_ = n_slots_ > names_.size() ? n_slots_ : names_.size();
    made_.where_ = where;
    return std::move(made_);
  }

 private:
  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
  }

  int fail(const std::string& what) {
    if (problem_.empty())
      problem_ = what + " (character " + std::to_string(base::characters_before(text_, at_) + 1) + " of \"" + text_ + "\").";
    at_ = text_.size();
    return 0;
  }

  bool take(std::string_view symbol) {
    skip();
    if (std::string_view(text_).substr(at_, symbol.size()) != symbol) return false;
    if (is_letter(symbol[0]) && at_ + symbol.size() < text_.size() && is_inner(text_[at_ + symbol.size()])) return false;
    at_ += symbol.size();
    return true;
  }

  void need(std::string_view symbol) {
    if (problem_.empty() && !take(symbol)) fail("\"" + std::string(symbol) + "\" is missing");
  }

  int add(Op op, std::vector<int> with) {
    Node node;
    node.op = op;
    node.with = std::move(with);
    made_.nodes_.push_back(std::move(node));
    return static_cast<int>(made_.nodes_.size()) - 1;
  }

  int either() {
    if (++depth_ > kMaxDepth) return fail("The formula is nested too deeply");
    int left = both();
    while (take("or")) left = add(Op::either, {left, both()});
    --depth_;
    return left;
  }

  int both() {
    int left = negation();
    while (take("and")) left = add(Op::both, {left, negation()});
    return left;
  }

  int negation() {
    if (!take("not")) return comparison();
    if (++depth_ > kMaxDepth) return fail("The formula is nested too deeply");
    const int inner = add(Op::negation, {negation()});
    --depth_;
    return inner;
  }

  int comparison() {
    const int left = sum();
    const std::pair<const char*, Op> signs[] = {{"<=", Op::less_equal}, {">=", Op::greater_equal}, {"==", Op::equal},
                                                {"!=", Op::unequal},    {"<", Op::less},           {">", Op::greater},
                                                {"=", Op::equal}};
    for (const auto& sign : signs)
      if (take(sign.first)) return add(sign.second, {left, sum()});
    return left;
  }

  int sum() {
    int left = product();
    for (;;) {
      if (take("+")) left = add(Op::add, {left, product()});
      else if (take("-")) left = add(Op::subtract, {left, product()});
      else return left;
    }
  }

  int product() {
    int left = negative();
    for (;;) {
      if (take("*")) left = add(Op::multiply, {left, negative()});
      else if (take("/")) left = add(Op::divide, {left, negative()});
      else return left;
    }
  }

  int negative() {
    if (++depth_ > kMaxDepth) return fail("The formula is nested too deeply");
    const int result = take("-") ? add(Op::negate, {negative()}) : power();
    --depth_;
    return result;
  }

  int power() {
    const int base = primary();
    return take("^") ? add(Op::power, {base, negative()}) : base;
  }

  int primary() {
    skip();
    if (at_ >= text_.size()) return fail("The formula ends too early");
    const char c = text_[at_];
    if (take("(")) {
      const int inner = either();
      need(")");
      return inner;
    }
    if (is_digit(c) || c == '.') return number();
    if (is_letter(c)) return word();
    return fail("This sign is not known");
  }

  int number() {
    std::size_t end = at_;
    while (end < text_.size() && (is_digit(text_[end]) || text_[end] == '.')) ++end;
    if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
      std::size_t digits = end + 1;
      if (digits < text_.size() && (text_[digits] == '-' || text_[digits] == '+')) ++digits;
      if (digits < text_.size() && is_digit(text_[digits])) {
        end = digits;
        while (end < text_.size() && is_digit(text_[end])) ++end;
      }
    }
    const std::string digits = text_.substr(at_, end - at_);
    char* stopped = nullptr;
    const double value = std::strtod(digits.c_str(), &stopped);
    if (stopped != digits.c_str() + digits.size() || (end < text_.size() && is_inner(text_[end]))) return fail("This is not a number");
    at_ = end;
    const int node = add(Op::number, {});
    made_.nodes_.back().number = value;
    return node;
  }

  int name_node(std::size_t slot) {
    const int node = add(Op::name, {});
    made_.nodes_.back().slot = static_cast<int>(slot);
    return node;
  }

  int word() {
    const std::size_t start = at_;
    std::size_t end = at_;
    while (end < text_.size() && is_inner(text_[end])) ++end;
    const std::string name = text_.substr(at_, end - at_);
    const std::size_t next = text_.find_first_not_of(" \t\n", end);
    const bool called_by_name = is_reserved(name) && next != std::string::npos && text_[next] == '(';
    for (std::size_t i = called_by_name ? 0 : loops_.size(); i-- > 0;)
      if (loops_[i] == name) {
        at_ = end;
        return name_node(names_.size() + i);
      }
    for (std::size_t i = 0; i < names_.size() && !called_by_name; ++i)
      if (names_[i] == name) {
        at_ = end;
        return name_node(i);
      }
    if (!is_reserved(name)) return fail("There is no name \"" + name + "\"");
    if (name == "pi") {
      at_ = end;
      if (take("(")) need(")");
      const int node = add(Op::call, {});
      made_.nodes_.back().function = find_formula_function("pi");
      return node;
    }
    const bool by_chance = name == "total" || name == "tries" ||
                           (find_formula_function(name) != nullptr && find_formula_function(name)->random != nullptr);
    if (by_chance && chance_ == Chance::forbidden) return fail("\"" + name + "\" is drawn by chance, which only a check may");
    at_ = end;
    need("(");
    if (name == "sum") return loop();
    std::vector<int> with;
    if (!take(")")) {
      do with.push_back(either());
      while (problem_.empty() && take(","));
      need(")");
    }
    return problem_.empty() ? called(name, std::move(with), start) : 0;
  }

  int called(const std::string& name, std::vector<int> with, std::size_t start) {
    const int n = static_cast<int>(with.size());
    const FormulaFunction* function = find_formula_function(name);
    const Op op = name == "if" ? Op::choice : name == "total" ? Op::total : name == "tries" ? Op::tries
                  : function == nullptr ? Op::number : function->random != nullptr ? Op::draw : Op::call;
    const int least = op == Op::choice ? 3 : op == Op::total ? 2 : op == Op::tries ? 1 : function == nullptr ? 0 : function->n_min;
    const int most = op == Op::call ? function->n_max : least;
    if (op == Op::number || n < least || n > most) {
      at_ = start;
      return fail("\"" + name + "\" takes " + std::to_string(least) + (most > least ? " or more values" : least == 1 ? " value" : " values") +
                  ", not " + std::to_string(n));
    }
    const int node = add(op, std::move(with));
    made_.nodes_.back().function = function;
    return node;
  }

  // sum(i, from, to, e): the name holds in e only.
  int loop() {
    skip();
    std::size_t end = at_;
    while (end < text_.size() && is_inner(text_[end])) ++end;
    const std::string name = text_.substr(at_, end - at_);
    if (!is_formula_name(name)) return fail("A name for the sum's variable is needed");
    at_ = end;
    need(",");
    const int first = either();
    need(",");
    const int last = either();
    need(",");
    loops_.push_back(name);
    const std::size_t slot = names_.size() + loops_.size() - 1;
    if (slot + 1 > n_slots_) n_slots_ = slot + 1;
    const int each = either();
    loops_.pop_back();
    need(")");
    const int node = add(Op::sum, {first, last, each});
    made_.nodes_.back().slot = static_cast<int>(slot);
    return node;
  }

  const std::string& text_;
  const Names& names_;
  Chance chance_;
  Expression made_;
  std::vector<std::string> loops_;
  std::size_t n_slots_ = 0;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::string problem_;
};

Result<Expression> Expression::compile(const std::string& text, const Names& names, Chance chance, const std::string& where) {
  return ExpressionParser(text, names, chance).read(where);
}

}  // namespace loopready::engine
