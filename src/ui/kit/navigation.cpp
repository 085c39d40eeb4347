#include "ui/kit/navigation.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/context.h"
#include "ui/kit/layout.h"

namespace loopready::kit {
namespace {

enum class Form { rail, icons, bar };

bool entry(const NavigationEntry& one, bool current, const ImRect& box, Form form) {
  const Palette& p = *context().colours;
  SemanticNode node;
  node.id = make_id(one.address);
  node.role = Role::link;
  node.name = one.name;
  node.value = one.address;
  node.flags = kInTabOrder | (current ? kCurrent : 0u);
  const Behaviour behaviour = interact(box, std::move(node));
  if (behaviour.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (current) list->AddRectFilled(box.Min, box.Max, p.accent_soft, px(6));
  else if (behaviour.hovered) list->AddRectFilled(box.Min, box.Max, p.raised, px(6));
  const Colour colour = current ? p.accent : p.text;
  const float icon_size = 18;
  const ImVec2 icon = text_size(Face::icons, icon_size, one.icon);
  if (form == Form::rail) {
    draw_icon(one.icon, icon_size, {box.Min.x + px(10), box.Min.y + (box.GetHeight() - icon.y) / 2}, colour);
    const ImVec2 words = text_size(current ? Face::semibold : Face::regular, kBody, one.name);
    draw_text(current ? Face::semibold : Face::regular, kBody, {box.Min.x + px(40), box.Min.y + (box.GetHeight() - words.y) / 2},
              colour, one.name);
  } else {
    const ImVec2 words = text_size(Face::regular, 11, one.name);
    const float top = box.Min.y + std::round((box.GetHeight() - icon.y - words.y - px(1)) / 2);
    draw_icon(one.icon, icon_size, {box.Min.x + (box.GetWidth() - icon.x) / 2, top}, colour);
    draw_text(current ? Face::semibold : Face::regular, 11, {box.Min.x + (box.GetWidth() - words.x) / 2, top + icon.y + px(1)},
              colour, one.name);
  }
  if (behaviour.focused) focus_ring(box, 6, true);
  return behaviour.pressed;
}

}  // namespace

int navigation(const std::vector<NavigationEntry>& entries, int current, Rect& content) {
  Context& c = context();
  const float width = view_width(), height = view_height();
  const Form form = width < 700 ? Form::bar : width < 1100 ? Form::icons : Form::rail;
  Rect place_of;
  if (form == Form::bar) {
    place_of = {0, height - 60, width, 60};
    content = {0, 0, width, height - 60};
  } else {
    const float rail = form == Form::rail ? 184 : 72;
    place_of = {0, 0, rail, height};
    content = {rail, 0, width - rail, height};
  }
  const Area area("Screens", place_of,
                  {.role = Role::navigation, .padding = form == Form::bar ? 6.0f : 8.0f, .gap = 4, .surface = true,
                   .scroll = form != Form::bar});
  int pressed = -1;
  if (form == Form::rail) {
    const ImRect brand = place(available_width(), px(44));
    const ImVec2 words = text_size(Face::semibold, kLarge, "Loopready");
    draw_text(Face::semibold, kLarge, {brand.Min.x + px(10), brand.Min.y + (brand.GetHeight() - words.y) / 2}, c.colours->text,
              "Loopready");
  }
  if (form == Form::bar) {
    const Flow flow(0);
    const auto n_shown = std::count_if(entries.begin(), entries.end(), [](const NavigationEntry& one) { return !one.wide_only; });
    const float each = std::floor(available_width() / static_cast<float>(n_shown));
    for (std::size_t i = 0; i < entries.size(); ++i)
      if (!entries[i].wide_only && entry(entries[i], current == static_cast<int>(i), place(each, px(48)), form)) pressed = static_cast<int>(i);
  } else {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const ImRect box = place(available_width(), form == Form::rail ? std::max(px(38), row_height()) : px(52));
      if (entry(entries[i], current == static_cast<int>(i), box, form)) pressed = static_cast<int>(i);
    }
  }
  const ImRect edge = to_im({px(place_of.x), px(place_of.y), px(place_of.w), px(place_of.h)});
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float line = std::max(1.0f, px(1));
  if (form == Form::bar) list->AddRectFilled(edge.Min, {edge.Max.x, edge.Min.y + line}, c.colours->line);
  else list->AddRectFilled({edge.Max.x - line, edge.Min.y}, edge.Max, c.colours->line);
  return pressed;
}

}  // namespace loopready::kit
