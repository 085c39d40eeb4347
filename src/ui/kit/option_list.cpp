#include "ui/kit/option_list.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "ui/kit/context.h"
#include "ui/kit/icons.h"
#include "ui/kit/inline_spans.h"
#include "ui/kit/layout.h"
#include "ui/kit/lines.h"

namespace loopready::kit {
namespace {

void draw_mark(const ImRect& mark, bool several, bool on) {
  const Palette& p = *context().colours;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float round = several ? px(4) : mark.GetWidth() / 2;
  list->AddRectFilled(mark.Min, mark.Max, on ? p.accent : p.surface, round);
  list->AddRect(mark.Min, mark.Max, on ? p.accent : p.control, round, 0, std::max(1.0f, px(1)));
  if (!on) return;
  if (!several) {
    list->AddCircleFilled(mark.GetCenter(), px(4), p.on_accent);
    return;
  }
  const ImVec2 extent = text_size(Face::icons, kSmall, icon::kCheck);
  draw_icon(icon::kCheck, kSmall, {mark.Min.x + (mark.GetWidth() - extent.x) / 2, mark.Min.y + (mark.GetHeight() - extent.y) / 2}, p.on_accent);
}

}  // namespace

bool option_list(std::string_view name, const std::vector<std::string>& texts, bool several, std::vector<bool>& on) {
  LR_CHECK(on.size() == texts.size(), "an option is on or off");
  Context& c = context();
  const Palette& p = *c.colours;
  const std::vector<bool> before = on;
  const Group group(several ? Role::group : Role::radio_group, name);
  const Column column(6);
  const float pad = px(10), size = px(18);
  const float line_h = std::round(kBody * 1.4f * c.view.scale);
  const bool none = std::find(on.begin(), on.end(), true) == on.end();
  std::vector<std::uint32_t> ids;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Inlines words = parse_inlines(texts[i]);
    const Spans spans(words);
    const std::vector<Line> lines = wrap(spans.all, kBody, available_width() - 3 * pad - size);
    const float words_h = height_of(lines, kBody, line_h);
    const ImRect box = place(available_width(), std::max(row_height(), words_h + 2 * px(7)));
    SemanticNode node;
    node.id = make_id(std::string(name) + "/" + std::to_string(i));
    ids.push_back(node.id);
    node.role = several ? Role::check_box : Role::radio;
    node.name = inline_text(words);
    node.flags = on[i] ? +kChecked : 0u;
    if (!several) {
      node.position = static_cast<int>(i) + 1;
      node.n_set = static_cast<int>(texts.size());
      node.flags |= kArrowsAcross | kArrowsAlong | kHomeEnd;
    }
    if (several || on[i] || (none && i == 0)) node.flags |= kInTabOrder;
    const Behaviour behaviour = interact(box, std::move(node));
    if (behaviour.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (behaviour.pressed && several) on[i] = !on[i];
    if (behaviour.pressed && !several) {
      on.assign(on.size(), false);
      on[i] = true;
    }
    if (!visible(box)) continue;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(box.Min, box.Max, on[i] ? p.accent_soft : behaviour.hovered || behaviour.held ? p.raised : p.surface, px(kRadius));
    list->AddRect(box.Min, box.Max, on[i] ? p.accent : p.control, px(kRadius), 0, std::max(1.0f, px(1)));
    const float top = box.Min.y + std::round((box.GetHeight() - words_h) / 2);
    const float mark_top = lines.size() > 1 ? top + std::round((line_h - size) / 2) : box.Min.y + std::round((box.GetHeight() - size) / 2);
    draw_mark(ImRect(box.Min.x + pad, mark_top, box.Min.x + pad + size, mark_top + size), several, on[i]);
    draw_lines_only(lines, kBody, ImRect(box.Min.x + 2 * pad + size, top, box.Max.x - pad, top + words_h), line_h);
    if (behaviour.focused) focus_ring(box, kRadius + 2);
  }
  const std::size_t n = texts.size();
  for (std::size_t i = 0; i < n && !several; ++i) {
    const std::string key = take_key(ids[i]);
    if (key.empty()) continue;
    const std::size_t to = key == "Home" ? 0 : key == "End" ? n - 1 : key == "ArrowRight" || key == "ArrowDown" ? (i + 1) % n : (i + n - 1) % n;
    on.assign(n, false);
    on[to] = true;
    c.focus_request = ids[to];
  }
  return on != before;
}

}  // namespace loopready::kit
