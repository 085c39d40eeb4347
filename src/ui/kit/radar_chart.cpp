#include "ui/kit/radar_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/context.h"

namespace loopready::kit {
namespace {

constexpr float kTurn = 6.2831853f;

ImVec2 point(ImVec2 centre, float radius, std::size_t axis, std::size_t n) {
  const float angle = kTurn * static_cast<float>(axis) / static_cast<float>(n) - kTurn / 4;
  return {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
}

// The axis' name outside the rim, in lines of one or two words, on the side away from the centre.
void draw_name(const std::string& name, ImVec2 at, ImVec2 centre, float room) {
  const std::vector<std::string> lines = wrapped(Face::regular, kSmall, name, room);
  const float line_h = line_height(kSmall);
  float y = at.y - line_h * static_cast<float>(lines.size()) / 2;
  if (std::fabs(at.x - centre.x) < px(8) && at.y < centre.y) y = at.y - line_h * static_cast<float>(lines.size());
  for (const std::string& line : lines) {
    const float w = text_size(Face::regular, kSmall, line).x;
    const float x = std::fabs(at.x - centre.x) < px(8) ? at.x - w / 2 : at.x > centre.x ? at.x + px(6) : at.x - w - px(6);
    draw_text(Face::regular, kSmall, {x, y}, context().colours->text, line);
    y += line_h;
  }
}

}  // namespace

void radar_chart(const RadarView& view) {
  const Context& c = context();
  const Palette& p = *c.colours;
  const ImRect box = place(available_width(), px(view.height));
  SemanticNode node;
  node.role = Role::image;
  node.id = make_id(view.name);
  node.name = view.name;
  report(box, std::move(node));
  const std::size_t n = view.axes.size();
  if (!visible(box) || n < 3) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float room = std::min(px(110), box.GetWidth() * 0.26f);
  const float radius = std::min(box.GetWidth() / 2 - room - px(8), box.GetHeight() / 2 - px(52));
  const ImVec2 centre((box.Min.x + box.Max.x) / 2, (box.Min.y + box.Max.y) / 2 - px(8));
  const std::size_t n_rings = std::max<std::size_t>(view.rings.size(), 1);
  for (std::size_t ring = 1; ring <= n_rings; ++ring) {
    const float r = radius * static_cast<float>(ring) / static_cast<float>(n_rings);
    for (std::size_t i = 0; i < n; ++i) list->AddLine(point(centre, r, i, n), point(centre, r, i + 1, n), p.line, std::max(1.0f, px(1)));
  }
  for (std::size_t i = 0; i < n; ++i) {
    list->AddLine(centre, point(centre, radius, i, n), p.line, std::max(1.0f, px(1)));
    draw_name(view.axes[i], point(centre, radius + px(8), i, n), centre, room);
  }
  for (std::size_t s = 0; s < view.series.size(); ++s) {
    const Colour colour = chart_colour(s, c.view.dark);
    std::vector<ImVec2> outline;
    for (std::size_t i = 0; i < n; ++i)
      outline.push_back(point(centre, radius * static_cast<float>(i < view.series[s].values.size() ? std::clamp(view.series[s].values[i], 0.0, 1.0) : 0), i, n));
    list->AddConcavePolyFilled(outline.data(), static_cast<int>(n), (colour & 0x00FFFFFF) | 0x28000000);
    list->AddPolyline(outline.data(), static_cast<int>(n), colour, ImDrawFlags_Closed, px(2));
    for (const ImVec2& at : outline) {
      if (s % 2 == 0) list->AddCircleFilled(at, px(3.5f), colour, 12);
      else list->AddRectFilled({at.x - px(3), at.y - px(3)}, {at.x + px(3), at.y + px(3)}, colour);
    }
  }
  // Rings are named along the first axis, over a ground that keeps them readable.
  for (std::size_t ring = 0; ring < view.rings.size(); ++ring) {
    const ImVec2 at = point(centre, radius * static_cast<float>(ring + 1) / static_cast<float>(n_rings), 0, n);
    const ImVec2 extent = text_size(Face::regular, kSmall - 2, view.rings[ring]);
    list->AddRectFilled({at.x + px(4), at.y}, {at.x + px(8) + extent.x, at.y + extent.y}, p.surface, px(3));
    draw_text(Face::regular, kSmall - 2, {at.x + px(6), at.y}, p.quiet, view.rings[ring]);
  }
  float x = box.Min.x;
  if (view.series.size() > 1)
    for (std::size_t s = 0; s < view.series.size(); ++s) {
      const float y = box.Max.y - px(22);
      const Colour colour = chart_colour(s, c.view.dark);
      if (s % 2 == 0) list->AddCircleFilled({x + px(6), y + px(9)}, px(5), colour, 16);
      else list->AddRectFilled({x + px(1), y + px(4)}, {x + px(11), y + px(14)}, colour);
      draw_text(Face::regular, kSmall, {x + px(16), y}, p.text, view.series[s].name);
      x += text_size(Face::regular, kSmall, view.series[s].name).x + px(34);
    }
}

}  // namespace loopready::kit
