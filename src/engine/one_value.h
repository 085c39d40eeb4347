// Routines of a few numbers that give one number: their inputs read in order, their function asked.
// Here: value_at, value_of_list.  Not here: routines with several outputs (each family's own file).
// Terms: names are the routine's inputs in the order of the function's arguments.
// Errors: those of the inputs, then those of the function.
#pragma once

#include <array>
#include <tuple>

#include "engine/routine.h"

namespace loopready::engine {

template <class Function, class... Names>
base::Result<Values> value_at(Inputs& inputs, Function function, Names... names) {
  const std::array<double, sizeof...(names)> arguments{inputs.number(names)...};
  LR_READ(inputs);
  LR_TRY(const double value, std::apply(function, arguments));
  return Values{{"value", value}};
}

// A list called x, then numbers.
template <class Function, class... Names>
base::Result<Values> value_of_list(Inputs& inputs, Function function, Names... names) {
  const Numbers x = inputs.numbers("x");
  const std::array<double, sizeof...(names)> arguments{inputs.number(names)...};
  LR_READ(inputs);
  LR_TRY(const double value, std::apply([&](auto... numbers) { return function(x, numbers...); }, arguments));
  return Values{{"value", value}};
}

// Two lists.
template <class Function>
base::Result<Values> value_of_lists(Inputs& inputs, Function function, const char* first, const char* second) {
  const Numbers a = inputs.numbers(first), b = inputs.numbers(second);
  LR_READ(inputs);
  LR_TRY(const double value, function(a, b));
  return Values{{"value", value}};
}

}  // namespace loopready::engine
