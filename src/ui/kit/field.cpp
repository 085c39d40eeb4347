#include "ui/kit/field.h"

#include <algorithm>

#include "ui/kit/context.h"

namespace loopready::kit {
namespace {

void field(std::string_view name, const FieldText& text, HostKind kind, float w, float h, TextHost host) {
  Context& c = context();
  const ImRect box = place(w, h);
  SemanticNode node;
  node.id = make_id(std::string("field ") + std::string(text.key));
  node.role = Role::text_box;
  node.name = std::string(name);
  node.value = std::string(text.key);
  node.flags = kFocusable | kInTabOrder;
  const std::uint32_t id = node.id;
  report(box, std::move(node));
  if (kind == HostKind::line && c.field_wants_focus) {
    c.focus_request = id;
    c.field_wants_focus = false;
  }
  if (c.scroll_target == id)
    ImGui::ScrollToRectEx(ImGui::GetCurrentWindow(), box, ImGuiScrollFlags_KeepVisibleEdgeY);
  ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_NoNav);

  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(box.Min, box.Max, c.colours->surface, px(6));
  list->AddRect(box.Min, box.Max, c.focused == id ? c.colours->accent : c.colours->control, px(6), 0, std::max(1.0f, px(1)));

  host.id = id;
  host.key = std::string(text.key);
  host.kind = kind;
  host.rect = to_rect(box);
  host.clip = intersect(to_rect(ImGui::GetCurrentWindow()->ClipRect), host.rect);
  host.label = std::string(name);
  host.value = std::string(text.value);
  host.revision = text.revision;
  host.font_px = px(kind == HostKind::sql ? kBody - 1 : kBody);
  c.hosts.push_back(std::move(host));
}

}  // namespace

void sql_field(std::string_view name, const FieldText& text, const SqlFieldOptions& options) {
  TextHost host;
  host.completion = options.completion;
  host.mark_line = options.mark_line;
  host.mark_column = options.mark_column;
  host.read_only = options.read_only;
  field(name, text, HostKind::sql, available_width(), px(options.height), std::move(host));
}

void prose_field(std::string_view name, const FieldText& text, float height, std::string_view placeholder) {
  TextHost host;
  host.placeholder = std::string(placeholder);
  field(name, text, HostKind::prose, available_width(), px(height), std::move(host));
}

void focus_field() { context().field_wants_focus = true; }

void line_field(std::string_view name, const FieldText& text, std::string_view placeholder, bool live, float width) {
  TextHost host;
  host.placeholder = std::string(placeholder);
  host.live = live;
  field(name, text, HostKind::line, width > 0 ? std::min(px(width), available_width()) : available_width(), row_height(),
        std::move(host));
}

}  // namespace loopready::kit
