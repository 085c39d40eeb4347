#include "ui/kit/layout.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/kit/context.h"

namespace loopready::kit {
namespace {

float css(float device) { return device / context().view.scale; }

ImRect device(const Rect& rect) {
  return ImRect(px(rect.x), px(rect.y), px(rect.x + rect.w), px(rect.y + rect.h));
}

void scroll_by_key(ImGuiWindow* window, const std::string& key) {
  const float page = window->InnerRect.GetHeight() * 0.9f;
  const float line = px(48);
  float y = window->Scroll.y;
  if (key == "ArrowDown") y += line;
  if (key == "ArrowUp") y -= line;
  if (key == "PageDown") y += page;
  if (key == "PageUp") y -= page;
  if (key == "Home") y = 0;
  if (key == "End") y = window->ScrollMax.y;
  ImGui::SetScrollY(window, std::clamp(y, 0.0f, window->ScrollMax.y));
}

void push_below(float gap, float width, float indent) {
  auto& layouts = context().layouts;
  Layout& around = layouts.back();
  // What is drawn before its room is taken must already stand in the right row.
  if (around.flow && width > 0 && around.x > around.left && around.x + indent + width > around.right + 0.5f) {
    around.x = around.left;
    around.y += around.row_height + around.gap;
    around.row_height = 0;
  }
  const Layout parent = around;
  Layout layout;
  layout.left = (parent.flow ? parent.x : parent.left) + indent;
  layout.right = width > 0 ? layout.left + width : parent.right;
  layout.x = layout.left;
  layout.y = parent.y + (parent.flow || parent.empty ? 0 : parent.gap);
  layout.bottom = layout.y;
  layout.gap = gap;
  layouts.push_back(layout);
}

// Ends the innermost layout and gives its room to the one around it.
void pop_into_parent() {
  auto& layouts = context().layouts;
  const Layout done = layouts.back();
  layouts.pop_back();
  const Layout& parent = layouts.back();
  // The room's top is where place() will put it: below the gap to what stands above.
  const float top = parent.y + (parent.flow || parent.empty ? 0 : parent.gap);
  place(done.right - done.left, std::max(0.0f, done.bottom - top));
}

}  // namespace

float view_width() { return css(context().view.width_px); }
float view_height() { return css(context().view.height_px); }
bool coarse_pointer() { return context().view.coarse_pointer; }
float control_height() { return context().view.coarse_pointer ? 44 : 32; }

Area::Area(std::string_view name, Rect rect, const AreaOptions& options) : options_(options) {
  Context& c = context();
  const ImRect box = device(rect);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (options.surface) {
    list->AddRectFilled(box.Min, box.Max, c.colours->surface);
  }
  ImGui::SetCursorScreenPos(box.Min);
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav;
  if (!options.scroll) flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  const std::string label(name);
  ImGui::BeginChild(label.c_str(), box.GetSize(), ImGuiChildFlags_None, flags);
  ImGuiWindow* window = ImGui::GetCurrentWindow();

  SemanticNode node;
  node.id = make_id("area");
  node.role = options.role;
  node.name = label;
  node.rect = to_rect(box);
  const bool scrolls = options.scroll && window->ScrollMax.y > 0;
  if (scrolls) node.flags |= kFocusable | kArrowsAlong | kPageKeys | kHomeEnd;
  if (scrolls && options.tab_stop) node.flags |= kInTabOrder;
  const std::uint32_t id = node.id;
  c.tree.open(std::move(node));
  if (options.to_top) ImGui::SetScrollY(window, 0);
  for (std::string key = take_key(id); !key.empty(); key = take_key(id)) scroll_by_key(window, key);
  if (c.focused == id && c.focus_visible && scrolls) focus_ring(box, 4, true);

  const float padding = px(options.padding);
  float left = box.Min.x + padding;
  float right = box.Max.x - padding - (window->ScrollbarY ? window->ScrollbarSizes.x : 0);
  if (options.max_width > 0 && right - left > px(options.max_width)) {
    left = std::round(left + (right - left - px(options.max_width)) / 2);
    right = left + px(options.max_width);
  }
  Layout layout;
  layout.left = layout.x = left;
  layout.right = right;
  layout.y = layout.bottom = std::round(window->DC.CursorStartPos.y + padding);
  layout.gap = px(options.gap);
  c.layouts.push_back(layout);
}

Area::~Area() {
  Context& c = context();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const Layout layout = c.layouts.back();
  c.layouts.pop_back();
  const float bottom = layout.bottom + px(options_.padding);
  ImGui::SetCursorScreenPos({window->DC.CursorStartPos.x, bottom});
  ImGui::Dummy({0, 0});
  c.tree.close();
  ImGui::EndChild();
}

Column::Column(float gap, float width, float indent) {
  push_below(px(gap), width > 0 ? px(width) : 0, px(indent));
}

Column::~Column() { pop_into_parent(); }

Flow::Flow(float gap, float height) {
  push_below(px(gap), 0, 0);
  context().layouts.back().flow = true;
  context().layouts.back().centre = px(height);
}

Flow::~Flow() { pop_into_parent(); }

struct Card::Ground {
  ImDrawListSplitter splitter;
  ImDrawList* list = nullptr;
  Tone tone = Tone::normal;
  float padding = 0;
  float top = 0;
  ImRect outer;
};

Card::Card(Tone tone, float padding, float gap) : ground_(std::make_unique<Ground>()) {
  Context& c = context();
  ground_->list = ImGui::GetWindowDrawList();
  ground_->tone = tone;
  ground_->padding = px(padding);
  ground_->splitter.Split(ground_->list, 2);
  ground_->splitter.SetCurrentChannel(ground_->list, 1);
  push_below(px(gap), 0, 0);
  Layout& layout = c.layouts.back();
  ground_->outer = ImRect(layout.left, layout.y, layout.right, layout.y);
  layout.left += ground_->padding;
  layout.right -= ground_->padding;
  layout.x = layout.left;
  layout.y += ground_->padding;
  layout.bottom = layout.y;
}

Card::~Card() {
  Context& c = context();
  ImRect box = ground_->outer;
  box.Max.y = c.layouts.back().bottom + ground_->padding;
  c.layouts.pop_back();
  ground_->splitter.SetCurrentChannel(ground_->list, 0);
  const Tone tone = ground_->tone;
  const Colour fill = tone == Tone::normal ? c.colours->surface : tone_soft(*c.colours, tone);
  const Colour edge = tone == Tone::normal || tone == Tone::quiet ? c.colours->line : tone_colour(*c.colours, tone);
  ground_->list->AddRectFilled(box.Min, box.Max, fill, px(kRadius));
  ground_->list->AddRect(box.Min, box.Max, edge, px(kRadius), 0, std::max(1.0f, px(1)));
  ground_->splitter.Merge(ground_->list);
  place(box.GetWidth(), box.GetHeight());
}

Group::Group(Role role, std::string_view name) {
  SemanticNode node;
  node.id = id_ = make_id(std::string("group ") + std::string(name));
  node.role = role;
  node.name = std::string(name);
  const Layout& layout = context().layouts.back();
  top_ = layout.y + (layout.flow || layout.empty ? 0 : layout.gap);
  node.rect = {layout.flow ? layout.x : layout.left, top_, layout.right - layout.left, 0};
  context().tree.open(std::move(node));
  ImGui::PushID(static_cast<int>(id_));  // names need to differ only within the group
}

Group::~Group() {
  Context& c = context();
  ImGui::PopID();
  if (SemanticNode* node = c.tree.find(id_)) node->rect.h = std::max(0.0f, c.layouts.back().bottom - top_);
  c.tree.close();
}

void bring_into_view() {
  const Layout& layout = context().layouts.back();
  const float top = layout.y + (layout.flow || layout.empty ? 0 : layout.gap);
  ImGui::SetScrollFromPosY(ImGui::GetCurrentWindow(), top - ImGui::GetCurrentWindow()->Pos.y, 0);
}

void space(float height) { place(1, px(height)); }

void rule() {
  const ImRect box = place(available_width(), std::max(1.0f, px(1)));
  ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, context().colours->line);
}

float content_width() { return css(available_width()); }

float remaining_height() {
  const Layout& layout = context().layouts.back();
  const float top = layout.y + (layout.empty ? 0 : layout.gap);
  return std::max(0.0f, css(ImGui::GetCurrentWindow()->InnerRect.Max.y - top));
}

Rect remaining() {
  const Layout& layout = context().layouts.back();
  const float top = layout.y + (layout.empty ? 0 : layout.gap);
  return {css(layout.left), css(top), css(layout.right - layout.left), remaining_height()};
}

bool split(std::string_view name, Rect whole, double& share, Rect& left, Rect& right) {
  Context& c = context();
  const float grip = 8;
  share = std::clamp(share, 0.25, 0.75);
  const float at = std::round(whole.x + (whole.w - grip) * static_cast<float>(share));
  left = {whole.x, whole.y, at - whole.x, whole.h};
  right = {at + grip, whole.y, whole.x + whole.w - at - grip, whole.h};

  const ImRect box = device({at, whole.y, grip, whole.h});
  SemanticNode node;
  const std::uint32_t id = node.id = make_id(name);
  node.role = Role::separator;
  node.flags = kInTabOrder | kArrowsAcross;
  node.name = std::string(name);
  node.value = std::to_string(static_cast<int>(std::lround(share * 100))) + " %";
  const Behaviour behaviour = interact(box, std::move(node));
  bool done = false;
  for (std::string key = take_key(id); !key.empty(); key = take_key(id)) {
    share = std::clamp(share + (key == "ArrowLeft" ? -0.02 : 0.02), 0.25, 0.75);
    done = true;
  }
  if (c.valued == id) {
    share = std::clamp(c.value / 100, 0.25, 0.75);
    done = true;
  }
  if (behaviour.held && ImGui::IsMouseDragging(0, 0)) {
    const float x = css(ImGui::GetIO().MousePos.x) - grip / 2;
    share = std::clamp(static_cast<double>((x - whole.x) / (whole.w - grip)), 0.25, 0.75);
  }
  // Let go of anywhere: the pointer may have left the divider at its limit.
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  if (behaviour.pressed || (g.ActiveIdPreviousFrame == id && g.ActiveId != id)) done = true;
  if (behaviour.hovered || behaviour.held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float middle = std::round((box.Min.x + box.Max.x) / 2);
  const Colour line = behaviour.hovered || behaviour.held ? c.colours->accent : c.colours->line;
  list->AddRectFilled({middle, box.Min.y}, {middle + std::max(1.0f, px(1)), box.Max.y}, line);
  const float centre = std::round((box.Min.y + box.Max.y) / 2);
  list->AddRectFilled({middle - px(1), centre - px(14)}, {middle + px(2), centre + px(14)}, c.colours->control, px(2));
  if (behaviour.focused) focus_ring(box, 4, true);
  return done;
}

}  // namespace loopready::kit
