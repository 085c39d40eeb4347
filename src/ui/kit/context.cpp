#include "ui/kit/context.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace loopready::kit {

float px(float css) { return std::round(css * context().view.scale); }
float row_height() { return px(context().view.coarse_pointer ? 44 : 32); }

std::uint32_t make_id(std::string_view name) {
  Context& c = context();
  // Not as labels are hashed, where nothing and "###" mean something: any text may be a name here.
  const std::uint32_t first = ImHashData(name.data(), name.size(), ImGui::GetCurrentWindow()->IDStack.back());
  std::uint32_t id = first;
  for (int salt = 1; id == 0 || !c.used_ids.insert(id).second; ++salt) id = ImHashData(&salt, sizeof salt, first);
  return id;
}

Rect to_rect(const ImRect& rect) { return {rect.Min.x, rect.Min.y, rect.GetWidth(), rect.GetHeight()}; }
ImRect to_im(const Rect& rect) { return ImRect(rect.x, rect.y, rect.x + rect.w, rect.y + rect.h); }

float available_width() {
  const Layout& layout = context().layouts.back();
  return std::max(layout.right - layout.left, 1.0f);
}

ImRect place(float w, float h) {
  LR_CHECK(!context().layouts.empty(), "widgets stand inside a layout");
  Layout& layout = context().layouts.back();
  w = std::round(w);
  h = std::round(h);
  if (layout.flow) {
    if (!layout.empty && layout.x > layout.left && layout.x + w > layout.right + 0.5f) {
      layout.x = layout.left;
      layout.y += layout.row_height + layout.gap;
      layout.row_height = 0;
    }
  } else if (!layout.empty) {
    layout.y += layout.gap;
  }
  layout.empty = false;
  const float down = layout.flow && h < layout.centre ? std::round((layout.centre - h) / 2) : 0;
  const ImRect box(layout.x, layout.y + down, layout.x + w, layout.y + down + h);
  if (layout.flow) {
    layout.x += w + layout.gap;
    layout.row_height = std::max({layout.row_height, h, layout.centre});
  } else {
    layout.y += h;
  }
  layout.bottom = std::max(layout.bottom, layout.flow ? layout.y + layout.row_height : box.Max.y);
  return box;
}

ImVec2 text_size(Face face, float css_size, std::string_view text) {
  if (text.data() == nullptr) text = "";
  const Context& c = context();
  const auto which = static_cast<std::size_t>(face);
  const float size = css_size * c.view.scale * c.em[which];
  return c.font[which]->CalcTextSizeA(size, FLT_MAX, 0, text.data(), text.data() + text.size());
}

float line_height(float css_size) { return std::round(css_size * 1.25f * context().view.scale); }

void draw_text(Face face, float css_size, ImVec2 position, Colour colour, std::string_view text) {
  if (text.empty()) return;
  const Context& c = context();
  const auto which = static_cast<std::size_t>(face);
  const float size = css_size * c.view.scale * c.em[which];
  ImGui::GetWindowDrawList()->AddText(c.font[which], size, {std::round(position.x), std::round(position.y)}, colour,
                                      text.data(), text.data() + text.size());
}

void draw_icon(const char* icon, float css_size, ImVec2 position, Colour colour) {
  draw_text(Face::icons, css_size, position, colour, icon);
}

bool visible(const ImRect& box) { return ImGui::GetCurrentWindow()->ClipRect.Overlaps(box); }

void report(const ImRect& box, SemanticNode node) {
  node.rect = to_rect(box);
  if (!visible(box)) node.flags |= kOffScreen;
  if (context().scroll_target == node.id && !(node.flags & kFocusable))  // found in the page
    ImGui::ScrollToRectEx(ImGui::GetCurrentWindow(), box, ImGuiScrollFlags_KeepVisibleEdgeX | ImGuiScrollFlags_KeepVisibleCenterY);
  context().tree.add(std::move(node));
}

Behaviour interact(const ImRect& box, SemanticNode node) {
  Context& c = context();
  const std::uint32_t id = node.id;
  const bool disabled = (node.flags & kDisabled) != 0;
  if (!disabled) node.flags |= kFocusable;
  report(box, std::move(node));

  ImGuiWindow* window = ImGui::GetCurrentWindow();
  if (c.scroll_target == id || (c.focused == id && c.focus_visible && c.focus_request == id))
    ImGui::ScrollToRectEx(window, box, ImGuiScrollFlags_KeepVisibleEdgeX | ImGuiScrollFlags_KeepVisibleEdgeY);

  Behaviour behaviour;
  ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_NoNav);
  if (disabled) return behaviour;
  behaviour.pressed = ImGui::ButtonBehavior(box, id, &behaviour.hovered, &behaviour.held);
  if (behaviour.held && ImGui::GetIO().MouseClicked[0]) {
    c.focus_request = id;
    c.focus_visible = false;
  }
  if (c.activated == id) {
    behaviour.pressed = true;
    c.activated = 0;
  }
  behaviour.focused = c.focused == id && c.focus_visible;
  return behaviour;
}

std::string take_key(std::uint32_t id) {
  auto& keys = context().keys;
  for (auto at = keys.begin(); at != keys.end(); ++at) {
    if (at->id != id) continue;
    std::string key = at->key;
    keys.erase(at);
    return key;
  }
  return {};
}

void focus_ring(const ImRect& box, float css_radius, bool inside) {
  const float offset = inside ? -px(2) : px(2);
  ImRect ring = box;
  ring.Expand(offset);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRect(ring.Min, ring.Max, context().colours->focus, px(css_radius), 0, px(2));
}

}  // namespace loopready::kit
