// Drawing a formula: fractions, roots, scripts, accents on one baseline. Only for files of the kit.
// Here: its size and its drawing.  Not here: reading it (formula.h), where it stands in a line (text.cpp).
// Terms: up and down are device pixels above and below the baseline; sizes are CSS pixels.
#pragma once

#include "ui/kit/context.h"
#include "ui/kit/formula.h"

namespace loopready::kit {

struct FormulaExtent {
  float w = 0, up = 0, down = 0;
};

FormulaExtent formula_extent(const Formula& formula, float css_size);
void draw_formula(const Formula& formula, float css_size, ImVec2 baseline, Colour colour);

}  // namespace loopready::kit
