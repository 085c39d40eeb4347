#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/kit/context.h"
#include "ui/kit/formula_view.h"
#include "ui/kit/lines.h"

namespace loopready::kit {
namespace {

void one_style(std::string_view words, Face face, Tone tone, float size) {
  rich_text({{.face = face, .tone = tone, .text = words}}, size, size <= kBody ? 1.5f : 1.25f);
}

}  // namespace

std::vector<std::string> wrapped(Face face, float css_size, std::string_view words, float width) {
  std::vector<std::string> lines;
  const std::vector<Span> spans = {{.face = face, .text = words}};
  for (const Line& line : wrap(spans, css_size, width)) lines.push_back(line_text(line));
  return lines;
}

void rich_text(const std::vector<Span>& given, float size, float line_factor) {
  std::vector<Span> spans = given;
  for (Span& span : spans)
    if (span.formula != nullptr) span.share = std::min(1.0f, available_width() / std::max(1.0f, formula_extent(*span.formula, size).w));
  const std::vector<Line> lines = wrap(spans, size, available_width());
  const float line_h = std::round(size * line_factor * context().view.scale);
  const float width = context().layouts.back().flow ? widest(lines) : available_width();
  const ImRect box = place(width, height_of(lines, size, line_h));
  SemanticNode node;
  node.role = Role::paragraph;
  node.id = make_id("paragraph");
  node.rect = to_rect(box);
  context().tree.open(std::move(node));
  draw_lines(lines, size, box, line_h);
  context().tree.close();
}

namespace {

// Draws the words and fills the node; gives their rectangle.
ImRect draw_heading(int level, std::string_view words, SemanticNode& node) {
  const float size = level == 1 ? kTitle : level == 2 ? kLarge : kBody;
  const std::vector<Span> spans = {{.face = Face::semibold, .text = words}};
  const std::vector<Line> lines = wrap(spans, size, available_width());
  const float line_h = line_height(size);
  Layout& layout = context().layouts.back();
  const float width = layout.flow ? widest(lines) : available_width();
  // Nearer to what it heads than to what stands above.
  if (level > 1 && !layout.flow && !layout.empty) layout.y += px(level == 2 ? 8 : 4);
  // In a column beside a button: level with it.
  if (const auto& all = context().layouts; !layout.flow && layout.empty && all.size() > 1 && all[all.size() - 2].flow)
    layout.y += std::max(0.0f, std::round((all[all.size() - 2].centre - line_h) / 2));
  const ImRect box = place(width, line_h * static_cast<float>(lines.size()));
  draw_lines_only(lines, size, box, line_h);
  node.role = Role::heading;
  node.level = level;
  node.name = std::string(words);
  // One id for every screen's title, so that the focus stays on it while a screen fills.
  node.id = level == 1 ? ImHashStr("title") : make_id(words);
  return {box.Min.x, box.Min.y, box.Min.x + widest(lines), box.Max.y};
}

}  // namespace

void heading(int level, std::string_view words) {
  SemanticNode node;
  const ImRect box = draw_heading(level, words, node);
  if (level == 1) {
    node.flags = kFocusable;
    if (context().title_wants_focus) context().focus_request = node.id;
    context().title_wants_focus = false;
  }
  report(box, std::move(node));
}

void target_heading(int level, std::string_view words, bool aim) {
  SemanticNode node;
  const ImRect box = draw_heading(level, words, node);
  node.flags = kFocusable;
  if (aim) {
    context().focus_request = node.id;
    context().title_wants_focus = false;
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    ImGui::SetScrollFromPosY(window, box.Min.y - window->Pos.y - px(16), 0);
  }
  report(box, std::move(node));
}

std::string take_followed_link() { return std::exchange(context().followed, {}); }

void focus_title() { context().title_wants_focus = true; }

void text(std::string_view words, Tone tone, float size) { one_style(words, Face::regular, tone, size); }
void strong(std::string_view words, Tone tone, float size) { one_style(words, Face::semibold, tone, size); }

void icon_text(const char* icon, std::string_view words, Tone tone) {
  const float room = px(kBody + 8);
  Layout& layout = context().layouts.back();
  const float line_h = std::round(kBody * 1.5f * context().view.scale);
  const float top = layout.y + (layout.flow || layout.empty ? 0 : layout.gap);
  const float icon_h = text_size(Face::icons, kBody, icon).y;
  draw_icon(icon, kBody, {layout.flow ? layout.x : layout.left, top + std::round((line_h - icon_h) / 2)},
            tone_colour(*context().colours, tone));
  const std::vector<Span> spans = {{.tone = tone, .text = words}};
  const std::vector<Line> lines = wrap(spans, kBody, available_width() - room);
  const ImRect box = place(layout.flow ? widest(lines) + room : available_width(), line_h * static_cast<float>(lines.size()));
  SemanticNode node;
  node.role = Role::paragraph;
  node.id = make_id("paragraph");
  node.rect = to_rect(box);
  context().tree.open(std::move(node));
  draw_lines(lines, kBody, ImRect(box.Min.x + room, box.Min.y, box.Max.x, box.Max.y), line_h);
  context().tree.close();
}

void badge(std::string_view words, Tone tone, const char* icon) {
  const Context& c = context();
  const float pad = px(8);
  const float height = px(22);
  const ImVec2 extent = text_size(Face::regular, kSmall, words);
  const float icon_w = icon == nullptr ? 0 : px(kSmall + 5);
  const ImRect box = place(extent.x + icon_w + 2 * pad, height);
  const Colour colour = tone == Tone::quiet ? c.colours->quiet : tone_colour(*c.colours, tone);
  ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, tone_soft(*c.colours, tone), height / 2);
  if (icon != nullptr) {
    const ImVec2 icon_extent = text_size(Face::icons, kSmall, icon);
    draw_icon(icon, kSmall, {box.Min.x + pad, box.Min.y + (height - icon_extent.y) / 2}, colour);
  }
  draw_text(Face::regular, kSmall, {box.Min.x + pad + icon_w, box.Min.y + (height - extent.y) / 2}, colour, words);
  SemanticNode node;
  node.role = Role::text;
  node.name = std::string(words);
  node.id = make_id(words);
  const float left = box.Min.x + pad + icon_w;
  report(ImRect(left, box.Min.y, left + std::max(extent.x, 1.0f), box.Max.y), std::move(node));
}

void code_block(std::string_view code) {
  const Context& c = context();
  const float pad = px(12);
  const std::vector<Span> spans = {{.face = Face::mono, .text = code}};
  const std::vector<Line> lines = wrap(spans, kSmall + 1, available_width() - 2 * pad);
  const float line_h = std::round((kSmall + 1) * 1.5f * c.view.scale);
  const ImRect box = place(available_width(), line_h * static_cast<float>(lines.size()) + 2 * pad);
  ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, c.colours->raised, px(kRadius));
  SemanticNode node;
  node.role = Role::code;
  node.id = make_id("code");
  node.rect = to_rect(box);
  context().tree.open(std::move(node));
  draw_lines(lines, kSmall + 1, ImRect(box.Min.x + pad, box.Min.y + pad, box.Max.x - pad, box.Max.y - pad), line_h);
  context().tree.close();
}

}  // namespace loopready::kit
