#include "ui/kit/list.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/context.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

namespace loopready::kit {
namespace {

// The text, or its head with an ellipsis, so that it fits.
std::string cut_to(std::string_view words, Face face, float size, float width) {
  if (text_size(face, size, words).x <= width) return std::string(words);
  std::string cut(words);
  while (!cut.empty()) {
    do cut.pop_back();
    while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0u) == 0x80u);
    if (!cut.empty() && static_cast<unsigned char>(cut.back()) >= 0xC0u) cut.pop_back();
    if (text_size(face, size, cut + "\xE2\x80\xA6").x <= width) break;
  }
  return cut + "\xE2\x80\xA6";
}

float tags_width(const std::vector<RowTag>& tags) {
  float width = 0;
  for (const RowTag& tag : tags) width += text_size(Face::regular, kSmall, tag.words).x + px(16) + px(6);
  return width;
}

void draw_tags(const std::vector<RowTag>& tags, ImVec2 at) {
  const Palette& p = *context().colours;
  for (const RowTag& tag : tags) {
    const ImVec2 extent = text_size(Face::regular, kSmall, tag.words);
    const ImVec2 end(at.x + extent.x + px(16), at.y + px(22));
    ImGui::GetWindowDrawList()->AddRectFilled(at, end, tone_soft(p, tag.tone), px(11));
    draw_text(Face::regular, kSmall, {at.x + px(8), at.y + (px(22) - extent.y) / 2}, tone_colour(p, tag.tone), tag.words);
    at.x = end.x + px(6);
  }
}

}  // namespace

bool list_row(const ListRow& row, int position, int n_set) {
  Context& c = context();
  const float pad = px(12);
  const float icon_w = row.icon == nullptr ? 0 : px(30);
  const float right_w = tags_width(row.tags);
  const bool stacked = available_width() < px(560);  // the tags go below the words
  const float text_w = available_width() - 2 * pad - icon_w - (stacked ? 0 : right_w);
  const std::vector<std::string> title = wrapped(Face::semibold, kBody, row.title, text_w);
  const float line_h = line_height(kBody);
  const float title_h = line_h * static_cast<float>(title.size());
  const float small_h = line_height(kSmall);
  const std::vector<std::string> below = stacked ? wrapped(Face::regular, kSmall, row.below, text_w)
                                                 : std::vector{cut_to(row.below, Face::regular, kSmall, text_w)};
  const float below_h = row.below.empty() ? 0 : small_h * static_cast<float>(below.size()) + px(3);
  const float tags_h = stacked && !row.tags.empty() ? px(22) + px(6) : 0;
  const ImRect box = place(available_width(), 2 * pad + title_h + below_h + tags_h);

  SemanticNode item;
  item.id = make_id("item " + row.address);
  item.role = Role::list_item;
  item.rect = to_rect(box);
  item.position = position;
  item.n_set = n_set;
  c.tree.open(std::move(item));
  SemanticNode node;
  node.id = make_id(row.address + row.title);
  node.role = Role::link;
  node.name = row.title;
  node.value = row.address;
  node.flags = kInTabOrder;
  node.description = row.icon_meaning;
  for (const RowTag& tag : row.tags) node.description += (node.description.empty() ? "" : ", ") + tag.words;
  if (!row.below.empty()) node.description += (node.description.empty() ? "" : ". ") + row.below;
  const Behaviour behaviour = interact(box, std::move(node));
  c.tree.close();
  if (!visible(box)) return behaviour.pressed;

  const Palette& p = *c.colours;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(box.Min, box.Max, behaviour.hovered || behaviour.held ? p.raised : p.surface, px(kRadius));
  list->AddRect(box.Min, box.Max, p.line, px(kRadius), 0, std::max(1.0f, px(1)));
  if (row.icon != nullptr) {
    const ImVec2 extent = text_size(Face::icons, kLarge, row.icon);
    draw_icon(row.icon, kLarge, {box.Min.x + pad, box.Min.y + pad + (line_h - extent.y) / 2},
              row.icon_tone == Tone::quiet ? p.control : tone_colour(p, row.icon_tone));
  }
  const float x = box.Min.x + pad + icon_w;
  for (std::size_t i = 0; i < title.size(); ++i)
    draw_text(Face::semibold, kBody, {x, box.Min.y + pad + line_h * static_cast<float>(i)}, p.text, title[i]);
  for (std::size_t i = 0; i < below.size(); ++i)
    draw_text(Face::regular, kSmall, {x, box.Min.y + pad + title_h + px(3) + small_h * static_cast<float>(i)}, p.quiet, below[i]);
  if (!row.tags.empty())
    draw_tags(row.tags, stacked ? ImVec2(x, box.Min.y + pad + title_h + below_h + px(6))
                                : ImVec2(box.Max.x - pad - right_w + px(6), std::round(box.Min.y + (box.GetHeight() - px(22)) / 2)));
  if (behaviour.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (behaviour.focused) focus_ring(box, kRadius, true);
  return behaviour.pressed;
}

}  // namespace loopready::kit
