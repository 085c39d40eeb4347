#include "ui/kit/formula.h"

#include <doctest/doctest.h>

#include <string>

using namespace loopready::kit;

TEST_CASE("formula: its words") {
  const struct {
    const char* source;
    const char* words;
  } cases[] = {
      {"", ""},
      {"x", "x"},
      {"x_1", "x₁"},
      {"x^2", "x²"},
      {"x_i^2", "x_i²"},
      {"n_{12}", "n₁₂"},
      {"z_{1-\\alpha/2}", "z_(1 − α / 2)"},
      {"\\frac{a}{b}", "a / b"},
      {"\\frac{a+b}{c}", "(a + b) / c"},
      {"\\sqrt{\\frac{p(1-p)}{n}}", "√((p(1 − p)) / n)"},
      {"\\bar{x} \\pm 1.96 \\cdot s", "x\u0304 ± 1.96 · s"},
      {"\\hat{p}", "p\u0302"},
      {"P(A \\mid B)", "P(A | B)"},
      {"\\text{lift} = 5\\%", "lift = 5%"},
      {"2*3", "2 · 3"},
      {"x^10", "x¹0"},
      {"a \\ge b \\ne c", "a ≥ b ≠ c"},
      {"\\unknown{x}", "unknownx"},
      {"{", ""},
      {"}x", "x"},
      {"^2", "²"},
      {"\\frac{a}", "a / "},
      {"\\", ""},
      {"\\left( x \\right)", "(x)"},
      {"np_1", "np₁"},
  };
  for (const auto& one : cases) CHECK(formula_words(parse_formula(one.source)) == one.words);
}

TEST_CASE("formula: nesting without end is cut, not followed") {
  CHECK_NOTHROW(parse_formula(std::string(100'000, '{')));
  std::string roots;
  for (int i = 0; i < 10'000; ++i) roots += "\\sqrt{";
  CHECK_NOTHROW(formula_words(parse_formula(roots)));
}
