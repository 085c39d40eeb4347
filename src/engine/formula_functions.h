// The functions formulas may call, by name.
// Here: the table of functions of one to three numbers, plain and random.  Not here: syntax and loops (expression.h).
// Terms: a random function gives a fresh draw each time; geometric counts tries up to the first success; integer's ends are
// both possible; gamma takes shape and scale.
// Errors: none; arguments that make no sense give NaN.
// Sources: Marsaglia and Tsang 2000 (gamma), Hormann 1993 (binomial, Poisson), Marsaglia and Bray 1964 (normal).
#pragma once

#include <string_view>

#include "base/random.h"

namespace loopready::engine {

struct FormulaFunction {
  const char* name;
  int n_min = 1;  // arguments
  int n_max = 1;
  double (*plain)(const double* arguments, int n) = nullptr;
  double (*random)(const double* arguments, base::Random& random) = nullptr;
};

const FormulaFunction* find_formula_function(std::string_view name);

}  // namespace loopready::engine
