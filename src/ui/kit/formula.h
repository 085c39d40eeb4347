// Reading the small part of LaTeX that content writes formulas in.
// Here: the tree of a formula and its words, pure.  Not here: drawing it (formula_view.h).
// Known: \frac{}{} \sqrt{} ^ _ {} \bar{} \hat{} \tilde{} \text{} \mathrm{}, Greek letters, relations and signs of
// statistics, names of functions. Anything else stands as it is written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loopready::kit {

enum class FormulaKind { row, text, fraction, root, script, accent };

struct Formula {
  FormulaKind kind = FormulaKind::row;
  std::string text;            // text: what is drawn; accent: the mark as a combining character
  bool spaced = false;         // text: a relation or sign with room on both sides
  std::vector<Formula> parts;  // row: in order; fraction: above, below; root: inside; script: base, below, above (rows may be
                               // empty); accent: base
};

Formula parse_formula(std::string_view source);
// In one line, for readers, search and announcements: "(z² · p) / n", "p̂", "x₁", "√(n)".
std::string formula_words(const Formula& formula);

}  // namespace loopready::kit
