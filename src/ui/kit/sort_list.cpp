#include "ui/kit/sort_list.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/context.h"
#include "ui/kit/icons.h"
#include "ui/kit/inline_spans.h"
#include "ui/kit/layout.h"
#include "ui/kit/lines.h"

namespace loopready::kit {
namespace {

struct Mover {
  std::uint32_t id = 0;
  bool pressed = false;
  std::string key = {};
};

// Ids go by place, not by text: on the page nothing moves but the words, so the focus can follow.
Mover mover(const ImRect& box, bool up, int place, int n, const std::string& words) {
  const Palette& p = *context().colours;
  const bool disabled = up ? place == 0 : place == n - 1;
  SemanticNode node;
  node.id = make_id((up ? "up " : "down ") + std::to_string(place));
  node.role = Role::button;
  node.name = (up ? "Move up: " : "Move down: ") + words;
  node.description = std::to_string(place + 1) + " of " + std::to_string(n);
  node.flags = disabled ? +kDisabled : kInTabOrder | kArrowsAlong | kHomeEnd;
  Mover result;
  result.id = node.id;
  const Behaviour behaviour = interact(box, std::move(node));
  result.pressed = behaviour.pressed;
  result.key = take_key(result.id);
  if (behaviour.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (!visible(box)) return result;
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (!disabled) {
    list->AddRectFilled(box.Min, box.Max, behaviour.hovered || behaviour.held ? p.raised : p.surface, px(6));
    list->AddRect(box.Min, box.Max, p.control, px(6), 0, std::max(1.0f, px(1)));
    const char* icon = up ? icon::kChevronUp : icon::kChevronDown;
    const ImVec2 extent = text_size(Face::icons, kBody, icon);
    draw_icon(icon, kBody, {box.Min.x + (box.GetWidth() - extent.x) / 2, box.Min.y + (box.GetHeight() - extent.y) / 2}, p.text);
  }
  if (behaviour.focused) focus_ring(box, 8);
  return result;
}

}  // namespace

SortMove sort_list(std::string_view name, const std::vector<std::string>& texts) {
  Context& c = context();
  const Palette& p = *c.colours;
  const int n = static_cast<int>(texts.size());
  const Group group(Role::list, name);
  const Column column(6);
  const float pad = px(10), button_w = row_height(), place_w = px(26);
  const float line_h = std::round(kBody * 1.4f * c.view.scale);
  std::vector<std::uint32_t> ups, downs;
  SortMove move;
  bool by_up = false;
  for (int i = 0; i < n; ++i) {
    const Inlines inlines = parse_inlines(texts[static_cast<std::size_t>(i)]);
    const Spans spans(inlines);
    const float words_w = available_width() - 3 * pad - place_w - 2 * button_w - px(4);
    const std::vector<Line> lines = wrap(spans.all, kBody, words_w);
    const std::string words = inline_text(inlines);
    const float words_h = height_of(lines, kBody, line_h);
    const ImRect box = place(available_width(), std::max(row_height() + px(8), words_h + 2 * px(7)));
    SemanticNode row;
    row.id = make_id("row " + std::to_string(i));
    row.role = Role::list_item;
    row.rect = to_rect(box);
    row.position = i + 1;
    row.n_set = n;
    c.tree.open(std::move(row));
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(box.Min, box.Max, p.surface, px(kRadius));
    list->AddRect(box.Min, box.Max, p.line, px(kRadius), 0, std::max(1.0f, px(1)));
    const float top = box.Min.y + std::round((box.GetHeight() - words_h) / 2);
    const std::string number = std::to_string(i + 1) + ".";
    draw_text(Face::semibold, kBody, {box.Min.x + pad, top + (line_h - text_size(Face::semibold, kBody, number).y) / 2}, p.quiet, number);
    SemanticNode text;
    text.role = Role::paragraph;
    text.id = make_id("text " + std::to_string(i));
    const ImRect words_box(box.Min.x + pad + place_w, top, box.Min.x + pad + place_w + words_w, top + words_h);
    text.rect = to_rect(words_box);
    c.tree.open(std::move(text));
    draw_lines(lines, kBody, words_box, line_h);
    c.tree.close();
    const float button_top = box.Min.y + std::round((box.GetHeight() - row_height()) / 2);
    const float x = box.Max.x - pad - 2 * button_w - px(4);
    for (const bool up : {true, false}) {
      const float left = up ? x : x + button_w + px(4);
      const Mover one = mover(ImRect(left, button_top, left + button_w, button_top + row_height()), up, i, n, words);
      (up ? ups : downs).push_back(one.id);
      int to = i;
      if (one.pressed) to = up ? i - 1 : i + 1;
      if (one.key == "ArrowUp") to = i - 1;
      if (one.key == "ArrowDown") to = i + 1;
      if (one.key == "Home") to = 0;
      if (one.key == "End") to = n - 1;
      if (to == i || to < 0 || to >= n) continue;
      move = {i, to};
      by_up = up;
    }
    c.tree.close();
  }
  if (move.to >= 0) {
    // At an end only the other button is there to take the focus.
    const bool up = move.to == 0 ? false : move.to == n - 1 ? true : by_up;
    c.focus_request = (up ? ups : downs)[static_cast<std::size_t>(move.to)];
  }
  return move;
}

}  // namespace loopready::kit
