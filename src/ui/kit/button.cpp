#include "ui/kit/button.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/context.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"

namespace loopready::kit {
namespace {

struct Paint {
  Colour fill, edge, text;
};

Paint button_paint(const ButtonOptions& options, const Behaviour& behaviour) {
  const Palette& p = *context().colours;
  if (options.disabled) return {options.kind == ButtonKind::quiet ? 0 : p.raised, 0, p.quiet};
  const bool hot = behaviour.hovered || behaviour.held;
  switch (options.kind) {
    case ButtonKind::primary: return {hot ? p.accent_hover : p.accent, 0, p.on_accent};
    case ButtonKind::secondary:
      return {options.pressed ? p.accent_soft : hot ? p.raised : p.surface, p.control, options.pressed ? p.accent : p.text};
    case ButtonKind::quiet: return {options.pressed ? p.accent_soft : hot ? p.raised : 0, 0, p.text};
  }
  return {};
}

}  // namespace

bool button(std::string_view name, const ButtonOptions& options) {
  const float pad = px(options.icon_only ? 8 : 14);
  const float icon_size = kBody + 1;
  const float icon_w = options.icon == nullptr ? 0 : px(options.icon_only ? icon_size : icon_size + 8);
  const float room = available_width() - 2 * pad - icon_w;
  ImVec2 words = options.icon_only ? ImVec2(0, 0) : text_size(Face::semibold, kBody - 1, name);
  // A name too long for one line of a narrow window takes several.
  const bool long_name = words.x > room;
  const std::vector<std::string> lines =
      long_name ? wrapped(Face::semibold, kBody - 1, name, room) : std::vector<std::string>{std::string(name)};
  const float line_h = line_height(kBody - 1);
  if (long_name) words = {std::max(room, 1.0f), line_h * static_cast<float>(lines.size())};
  const ImVec2 keys = options.shortcut_shown.empty() || coarse_pointer() ? ImVec2(0, 0)
                                                                        : text_size(Face::regular, kSmall - 1, options.shortcut_shown);
  const float keys_w = keys.x > 0 && words.x + px(10) + keys.x <= room ? keys.x + px(10) : 0;
  const ImRect box = place(std::max(2 * pad + icon_w + words.x + keys_w, row_height()),
                           long_name ? std::max(row_height(), words.y + px(12)) : row_height());

  SemanticNode node;
  node.id = make_id(options.key.empty() ? name : options.key);
  node.role = Role::button;
  node.name = std::string(name);
  node.description = std::string(options.description);
  node.shortcut = std::string(options.shortcut);
  node.flags = options.disabled ? kDisabled : kInTabOrder;
  if (options.pressed) node.flags |= kPressable | kPressed;
  if (options.expandable) node.flags |= kExpandable | (options.expanded ? kExpanded : 0u);
  const Behaviour behaviour = interact(box, std::move(node));
  if (behaviour.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (!visible(box)) return behaviour.pressed;

  const Paint paint = button_paint(options, behaviour);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (paint.fill != 0) list->AddRectFilled(box.Min, box.Max, paint.fill, px(6));
  if (paint.edge != 0) list->AddRect(box.Min, box.Max, paint.edge, px(6), 0, std::max(1.0f, px(1)));
  float x = box.Min.x + std::round((box.GetWidth() - icon_w - words.x - keys_w) / 2);
  if (options.icon != nullptr) {
    const ImVec2 extent = text_size(Face::icons, icon_size, options.icon);
    draw_icon(options.icon, icon_size, {x, box.Min.y + (box.GetHeight() - extent.y) / 2}, paint.text);
    x += icon_w;
  }
  for (std::size_t i = 0; i < lines.size() && !options.icon_only; ++i)
    draw_text(Face::semibold, kBody - 1,
              {x, box.Min.y + (box.GetHeight() - words.y) / 2 + line_h * static_cast<float>(i)}, paint.text, lines[i]);
  if (keys_w > 0)
    draw_text(Face::regular, kSmall - 1, {x + words.x + px(10), box.Min.y + (box.GetHeight() - keys.y) / 2},
              options.kind == ButtonKind::primary ? paint.text : context().colours->quiet, options.shortcut_shown);
  if (behaviour.focused) focus_ring(box, 8);
  return behaviour.pressed;
}

bool link(std::string_view name, std::string_view address, const char* icon) {
  const float icon_w = icon == nullptr ? 0 : px(kBody + 6);
  const ImVec2 words = text_size(Face::regular, kBody, name);
  const float height = px(coarse_pointer() ? 44 : 30);
  const ImRect box = place(words.x + icon_w, height);
  SemanticNode node;
  node.id = make_id(name);
  node.role = Role::link;
  node.name = std::string(name);
  node.value = std::string(address);
  node.flags = kInTabOrder;
  const Behaviour behaviour = interact(box, std::move(node));
  if (behaviour.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  const Colour colour = context().colours->accent;
  if (icon != nullptr) {
    const ImVec2 extent = text_size(Face::icons, kBody, icon);
    draw_icon(icon, kBody, {box.Min.x, box.Min.y + (height - extent.y) / 2}, colour);
  }
  const float top = box.Min.y + std::round((height - words.y) / 2);
  draw_text(Face::regular, kBody, {box.Min.x + icon_w, top}, colour, name);
  if (behaviour.hovered)
    ImGui::GetWindowDrawList()->AddLine({box.Min.x + icon_w, top + words.y}, {box.Max.x, top + words.y}, colour,
                                        std::max(1.0f, px(1)));
  if (behaviour.focused) focus_ring(box, 4);
  return behaviour.pressed;
}

bool choice(std::string_view name, const std::vector<std::string>& options, int& chosen) {
  Context& c = context();
  const int before = chosen;
  const Group group(Role::radio_group, name);
  const Flow flow(4);
  std::vector<std::uint32_t> ids;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const ImVec2 words = text_size(Face::regular, kBody - 1, options[i]);
    const float height = row_height() - px(coarse_pointer() ? 0 : 2);
    const ImRect box = place(std::max(words.x + px(coarse_pointer() ? 20 : 24), height), height);
    const bool on = chosen == static_cast<int>(i);
    SemanticNode node;
    const std::uint32_t id = node.id = make_id(std::string(name) + "/" + options[i]);
    ids.push_back(id);
    node.role = Role::radio;
    node.name = options[i];
    node.position = static_cast<int>(i) + 1;
    node.n_set = static_cast<int>(options.size());
    node.flags = kArrowsAcross | kArrowsAlong | kHomeEnd | (on ? kChecked | kInTabOrder : 0u);
    if (chosen < 0 && i == 0) node.flags |= kInTabOrder;
    const Behaviour behaviour = interact(box, std::move(node));
    if (behaviour.pressed) chosen = static_cast<int>(i);
    if (behaviour.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float round = box.GetHeight() / 2;
    list->AddRectFilled(box.Min, box.Max, on ? c.colours->accent_soft : behaviour.hovered ? c.colours->raised : c.colours->surface,
                        round);
    list->AddRect(box.Min, box.Max, on ? c.colours->accent : c.colours->control, round, 0, std::max(1.0f, px(1)));
    draw_text(on ? Face::semibold : Face::regular, kBody - 1,
              {box.Min.x + (box.GetWidth() - text_size(on ? Face::semibold : Face::regular, kBody - 1, options[i]).x) / 2,
               box.Min.y + (box.GetHeight() - words.y) / 2},
              on ? c.colours->accent : c.colours->text, options[i]);
    if (behaviour.focused) focus_ring(box, 18);
  }
  const int n = static_cast<int>(options.size());
  for (int i = 0; i < n; ++i) {
    const std::string key = take_key(ids[static_cast<std::size_t>(i)]);
    if (key.empty()) continue;
    if (key == "ArrowRight" || key == "ArrowDown") chosen = (i + 1) % n;
    if (key == "ArrowLeft" || key == "ArrowUp") chosen = (i + n - 1) % n;
    if (key == "Home") chosen = 0;
    if (key == "End") chosen = n - 1;
    c.focus_request = ids[static_cast<std::size_t>(chosen)];
  }
  return chosen != before;
}

bool check_box(std::string_view name, bool& on) {
  const float size = px(18);
  const Layout& layout = context().layouts.back();
  const std::vector<std::string> lines = wrapped(Face::regular, kBody, name, layout.right - layout.left - size - px(10));
  float words_w = 0;
  for (const std::string& line : lines) words_w = std::max(words_w, text_size(Face::regular, kBody, line).x);
  const float line_h = line_height(kBody), words_h = line_h * static_cast<float>(lines.size());
  const ImRect box = place(size + px(10) + words_w, std::max(row_height(), words_h + px(8)));
  SemanticNode node;
  node.id = make_id(name);
  node.role = Role::check_box;
  node.name = std::string(name);
  node.flags = kInTabOrder | (on ? kChecked : 0u);
  const Behaviour behaviour = interact(box, std::move(node));
  if (behaviour.pressed) on = !on;
  const Palette& p = *context().colours;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float top = box.Min.y + std::round((box.GetHeight() - size) / 2);
  const ImRect mark(box.Min.x, top, box.Min.x + size, top + size);
  list->AddRectFilled(mark.Min, mark.Max, on ? p.accent : p.surface, px(4));
  list->AddRect(mark.Min, mark.Max, on ? p.accent : p.control, px(4), 0, std::max(1.0f, px(1)));
  if (on) {
    const ImVec2 extent = text_size(Face::icons, kSmall, icon::kCheck);
    draw_icon(icon::kCheck, kSmall, {mark.Min.x + (size - extent.x) / 2, mark.Min.y + (size - extent.y) / 2}, p.on_accent);
  }
  const float glyph_h = text_size(Face::regular, kBody, name).y;
  for (std::size_t i = 0; i < lines.size(); ++i)
    draw_text(Face::regular, kBody, {mark.Max.x + px(10), box.Min.y + (box.GetHeight() - words_h) / 2 + line_h * static_cast<float>(i) + (line_h - glyph_h) / 2}, p.text, lines[i]);
  if (behaviour.focused) focus_ring(box, 6);
  return behaviour.pressed;
}

}  // namespace loopready::kit
