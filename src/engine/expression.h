// Formulas of questions: compiled once, evaluated often.
// Here: Expression and its syntax.  Not here: the functions (formula_functions.h), filling texts (recipe.h).
// Syntax: + - * / ^ (right to left, above the minus sign), < <= > >= == !=, and or not (1 is true, 0 false), parentheses,
// if(c, a, b), sum(i, from, to, e), names, pi, numbers; in checks also random functions, total(n, e) and tries(c).
// Terms: names are those of draws and lets, each with a slot in the list of values.
// Errors: bad_input with a sentence that says at which character; a result that is no finite number, a loop above 100,000 rounds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "base/result.h"
#include "engine/formula_functions.h"

namespace loopready::engine {

using Names = std::vector<std::string>;
using Slots = std::vector<double>;  // a value for each name, in the order of the names

enum class Chance { forbidden, allowed };

class Expression {
 public:
  // `where` starts the path of errors.
  static base::Result<Expression> compile(const std::string& text, const Names& names, Chance chance, const std::string& where);

  // A finite number; `random` is needed only where chance is allowed. Longer loops take their room at the end of `slots`.
  base::Result<double> evaluate(Slots& slots, base::Random* random = nullptr) const;
  // The same without a check: NaN or infinite when there is no number.
  double value(Slots& slots, base::Random* random) const;

  // How many nodes one evaluation visits, more or less, given the values; loops count their rounds.
  double cost(Slots& slots) const;

 private:
  friend class ExpressionParser;
  enum class Op { number, name, call, draw, add, subtract, multiply, divide, power, negate, less, less_equal, greater, greater_equal,
                  equal, unequal, both, either, negation, choice, sum, total, tries };
  struct Node {
    Op op = Op::number;
    double number = 0;
    int slot = 0;           // of a name, of a loop's variable
    std::vector<int> with;  // operands
    const FormulaFunction* function = nullptr;
  };
  double value_of(int at, Slots& slots, base::Random* random) const;
  double loop(const Node& node, Slots& slots, base::Random* random) const;
  double call(const Node& node, Slots& slots, base::Random* random) const;
  double cost_of(int at, Slots& slots) const;

  std::vector<Node> nodes_;
  int root_ = 0;
  std::size_t n_slots_ = 0;
  std::string text_;
  std::string where_;
};

bool is_formula_name(std::string_view text);  // letters, digits and _, a letter first, and no word of the syntax; "beta" is a name, "beta(" the function

}  // namespace loopready::engine
