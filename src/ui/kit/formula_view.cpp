#include "ui/kit/formula_view.h"

#include <algorithm>

namespace loopready::kit {
namespace {

constexpr float kScriptShare = 0.72f;    // of the size of what a script stands at
constexpr float kFractionShare = 0.88f;
constexpr float kSmallest = 9;           // CSS pixels: nothing becomes unreadable
constexpr float kAscentShare = 0.8f;     // of a line of text that lies above the baseline
constexpr float kAxis = 0.29f;           // em: where the middle of signs is above the baseline

float smaller(float size, float share) { return std::max(size * share, std::min(size, kSmallest)); }
float hair() { return std::max(1.0f, px(1)); }

FormulaExtent text_extent(const Formula& formula, float size) {
  const ImVec2 extent = text_size(Face::regular, size, formula.text);
  const float room = formula.spaced ? px(size * 0.22f) : 0;
  return {extent.x + 2 * room, extent.y * kAscentShare, extent.y * (1 - kAscentShare)};
}

// Draws where `draw` says so, and gives the extent in any case: one walk for both, so that they never disagree.
FormulaExtent walk(const Formula& formula, float size, ImVec2 at, Colour colour, bool draw);

FormulaExtent walk_row(const Formula& formula, float size, ImVec2 at, Colour colour, bool draw) {
  FormulaExtent whole{0, text_size(Face::regular, size, "x").y * kAscentShare, 0};
  for (const Formula& part : formula.parts) {
    const FormulaExtent one = walk(part, size, {at.x + whole.w, at.y}, colour, draw);
    whole.w += one.w;
    whole.up = std::max(whole.up, one.up);
    whole.down = std::max(whole.down, one.down);
  }
  return whole;
}

FormulaExtent walk_fraction(const Formula& formula, float size, ImVec2 at, Colour colour, bool draw) {
  const float inner = smaller(size, kFractionShare);
  const FormulaExtent above = walk(formula.parts[0], inner, {}, colour, false);
  const FormulaExtent below = walk(formula.parts[1], inner, {}, colour, false);
  const float pad = px(size * 0.16f), gap = px(size * 0.1f), axis = px(size * kAxis);
  const float w = std::max(above.w, below.w) + 2 * pad;
  if (draw) {
    const float line_y = at.y - axis;
    ImGui::GetWindowDrawList()->AddRectFilled({at.x + pad / 2, line_y}, {at.x + w - pad / 2, line_y + hair()}, colour);
    walk(formula.parts[0], inner, {at.x + (w - above.w) / 2, line_y - gap - above.down}, colour, true);
    walk(formula.parts[1], inner, {at.x + (w - below.w) / 2, line_y + hair() + gap + below.up}, colour, true);
  }
  return {w, axis + gap + above.up + above.down, gap + hair() + below.up + below.down - axis};
}

FormulaExtent walk_root(const Formula& formula, float size, ImVec2 at, Colour colour, bool draw) {
  const FormulaExtent inside = walk(formula.parts[0], size, {}, colour, false);
  const float tick = px(size * 0.62f), above = px(size * 0.1f) + hair();
  if (draw) {
    const float top = at.y - inside.up - above + hair() / 2, bottom = at.y + inside.down * 0.7f;
    const ImVec2 path[] = {{at.x, at.y - px(size * 0.28f)}, {at.x + tick * 0.28f, at.y - px(size * 0.36f)}, {at.x + tick * 0.55f, bottom},
                           {at.x + tick * 0.95f, top}, {at.x + tick + inside.w + px(2), top}};
    ImGui::GetWindowDrawList()->AddPolyline(path, 5, colour, 0, std::max(1.0f, px(1.2f)));
    walk(formula.parts[0], size, {at.x + tick, at.y}, colour, true);
  }
  return {tick + inside.w + px(3), inside.up + above, inside.down};
}

FormulaExtent walk_script(const Formula& formula, float size, ImVec2 at, Colour colour, bool draw) {
  const FormulaExtent base = walk(formula.parts[0], size, at, colour, draw);
  const float inner = smaller(size, kScriptShare);
  const float x = at.x + base.w + px(size * 0.04f);
  // Scripts follow the height of what they stand at.
  const float drop = std::max(px(size * 0.2f), base.down - px(size * 0.12f));
  const float rise = std::max(px(size * 0.4f), base.up - px(size * 0.62f));
  const FormulaExtent below = walk(formula.parts[1], inner, {x, at.y + drop}, colour, draw);
  const FormulaExtent above = walk(formula.parts[2], inner, {x, at.y - rise}, colour, draw);
  FormulaExtent whole = base;
  whole.w += px(size * 0.04f) + std::max(below.w, above.w) + px(size * 0.04f);
  if (below.w > 0) whole.down = std::max(whole.down, drop + below.down);
  if (above.w > 0) whole.up = std::max(whole.up, rise + above.up);
  return whole;
}

FormulaExtent walk_accent(const Formula& formula, float size, ImVec2 at, Colour colour, bool draw) {
  const FormulaExtent base = walk(formula.parts[0], size, at, colour, draw);
  const float middle = at.x + base.w / 2, half = std::min(base.w / 2, px(size * 0.26f));
  const float top = at.y - base.up + px(size * 0.12f);
  if (draw) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float thick = std::max(1.0f, px(1.2f));
    if (formula.text == "\u0304") list->AddLine({middle - half, top}, {middle + half, top}, colour, thick);
    else if (formula.text == "~") list->AddBezierCubic({middle - half, top + px(1)}, {middle - half / 2, top - px(3)}, {middle + half / 2, top + px(4)}, {middle + half, top}, colour, thick, 8);
    else {
      const ImVec2 path[] = {{middle - half, top + px(1.5f)}, {middle, top - px(2)}, {middle + half, top + px(1.5f)}};
      list->AddPolyline(path, 3, colour, 0, thick);
    }
  }
  return {base.w, base.up + px(size * 0.08f), base.down};
}

FormulaExtent walk(const Formula& formula, float size, ImVec2 at, Colour colour, bool draw) {
  switch (formula.kind) {
    case FormulaKind::row: return formula.parts.empty() ? FormulaExtent{} : walk_row(formula, size, at, colour, draw);
    case FormulaKind::fraction: return walk_fraction(formula, size, at, colour, draw);
    case FormulaKind::root: return walk_root(formula, size, at, colour, draw);
    case FormulaKind::script: return walk_script(formula, size, at, colour, draw);
    case FormulaKind::accent: return walk_accent(formula, size, at, colour, draw);
    case FormulaKind::text: break;
  }
  const FormulaExtent extent = text_extent(formula, size);
  if (draw) {
    const float room = formula.spaced ? px(size * 0.22f) : 0;
    draw_text(Face::regular, size, {at.x + room, at.y - extent.up}, colour, formula.text);
  }
  return extent;
}

}  // namespace

FormulaExtent formula_extent(const Formula& formula, float css_size) { return walk(formula, css_size, {}, 0, false); }

void draw_formula(const Formula& formula, float css_size, ImVec2 baseline, Colour colour) {
  walk(formula, css_size, baseline, colour, true);
}

}  // namespace loopready::kit
