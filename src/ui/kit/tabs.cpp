#include "ui/kit/tabs.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/context.h"
#include "ui/kit/layout.h"

namespace loopready::kit {

bool tabs(std::string_view name, const std::vector<TabLabel>& labels, int& chosen) {
  Context& c = context();
  const int before = chosen;
  const int n = static_cast<int>(labels.size());
  chosen = std::clamp(chosen, 0, std::max(0, n - 1));
  const Group group(Role::tab_list, name);
  std::vector<std::uint32_t> ids;
  const float height = std::max(px(38), row_height());
  ImRect line;
  {
    const Flow flow(0);
    line = ImRect(c.layouts.back().left, c.layouts.back().y, c.layouts.back().right, c.layouts.back().y + height);
    // With little room the space around the names gives way, before the row wraps.
    float words = 0;
    for (const TabLabel& label : labels)
      words += text_size(Face::semibold, kBody - 1, label.name).x + (label.icon == nullptr ? 0 : px(22)) +
               (label.note.empty() ? 0 : text_size(Face::regular, kSmall - 1, label.note).x + px(16));
    const float room = (line.GetWidth() - words) / static_cast<float>(2 * std::max(n, 1));
    const float pad = std::clamp(std::floor(room), px(3), px(14));
    for (int i = 0; i < n; ++i) {
      const TabLabel& label = labels[static_cast<std::size_t>(i)];
      const bool on = i == chosen;
      const ImVec2 extent = text_size(Face::semibold, kBody - 1, label.name);
      const float icon_w = label.icon == nullptr ? 0 : px(22);
      const ImVec2 note = label.note.empty() ? ImVec2(0, 0) : text_size(Face::regular, kSmall - 1, label.note);
      const float note_w = label.note.empty() ? 0 : note.x + px(16);
      const ImRect box = place(2 * pad + extent.x + icon_w + note_w, height);
      SemanticNode node;
      node.id = make_id(label.name);
      ids.push_back(node.id);
      node.role = Role::tab;
      node.name = label.note.empty() ? label.name : label.name + " (" + label.note + ")";
      node.position = i + 1;
      node.n_set = n;
      node.flags = kArrowsAcross | kHomeEnd | (on ? kSelected | kInTabOrder : 0u);
      const Behaviour behaviour = interact(box, std::move(node));
      if (behaviour.pressed) chosen = i;
      if (behaviour.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      const Colour colour = on ? c.colours->accent : behaviour.hovered ? c.colours->text : c.colours->quiet;
      ImDrawList* list = ImGui::GetWindowDrawList();
      float x = box.Min.x + pad;
      if (label.icon != nullptr) {
        draw_icon(label.icon, kBody, {x, box.Min.y + (height - text_size(Face::icons, kBody, label.icon).y) / 2}, colour);
        x += icon_w;
      }
      draw_text(Face::semibold, kBody - 1, {x, box.Min.y + (height - extent.y) / 2}, colour, label.name);
      if (note_w > 0) {
        const float left = x + extent.x + px(6);
        const float top = box.Min.y + std::round((height - px(18)) / 2);
        list->AddRectFilled({left, top}, {left + note.x + px(10), top + px(18)}, c.colours->raised, px(9));
        draw_text(Face::regular, kSmall - 1, {left + px(5), top + (px(18) - note.y) / 2}, c.colours->quiet, label.note);
      }
      if (on)
        list->AddRectFilled({box.Min.x + pad / 2, box.Max.y - px(2)}, {box.Max.x - pad / 2, box.Max.y}, c.colours->accent);
      if (behaviour.focused) focus_ring(box, 4, true);
    }
  }
  ImGui::GetWindowDrawList()->AddRectFilled({line.Min.x, c.layouts.back().bottom - std::max(1.0f, px(1))},
                                            {line.Max.x, c.layouts.back().bottom}, c.colours->line);
  for (int i = 0; i < n; ++i) {
    const std::string key = take_key(ids[static_cast<std::size_t>(i)]);
    if (key == "ArrowRight") chosen = (i + 1) % n;
    if (key == "ArrowLeft") chosen = (i + n - 1) % n;
    if (key == "Home") chosen = 0;
    if (key == "End") chosen = n - 1;
    if (!key.empty()) c.focus_request = ids[static_cast<std::size_t>(chosen)];
  }
  return chosen != before;
}

}  // namespace loopready::kit
