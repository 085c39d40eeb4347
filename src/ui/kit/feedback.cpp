#include "ui/kit/feedback.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/kit/button.h"
#include "ui/kit/context.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

namespace loopready::kit {

void progress(std::string_view name, double share, std::string_view words) {
  const Palette& p = *context().colours;
  share = std::clamp(share, 0.0, 1.0);
  const float words_h = words.empty() ? 0 : line_height(kSmall) + px(6);
  const ImRect box = place(std::min(available_width(), px(kReadingWidth)), words_h + px(8));
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (!words.empty()) draw_text(Face::regular, kSmall, box.Min, p.quiet, words);
  const ImVec2 from(box.Min.x, box.Max.y - px(8));
  list->AddRectFilled(from, box.Max, p.raised, px(4));
  if (share > 0)
    list->AddRectFilled(from, {from.x + std::max(px(8), box.GetWidth() * static_cast<float>(share)), box.Max.y}, p.accent, px(4));
  list->AddRect(from, box.Max, p.control, px(4), 0, std::max(1.0f, px(1)));
  SemanticNode node;
  node.id = make_id(name);
  node.role = Role::progress_bar;
  node.name = std::string(name);
  node.value = words.empty() ? std::to_string(static_cast<int>(std::lround(share * 100))) + " %" : std::string(words);
  report(box, std::move(node));
}

namespace {


void begin_floating(const char* name, ImVec2 position, ImVec2 pivot, float width) {
  ImGui::SetNextWindowPos(position, ImGuiCond_Always, pivot);
  // A fixed size of 0 would ask for a fit, and so for another frame, in every frame.
  ImGui::SetNextWindowSizeConstraints({width, 0}, {width, FLT_MAX});
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoBackground);
}

// Opens a column inside a floating window; the ground is painted when its height is known.
void begin_ground(float width, float padding) {
  const ImVec2 at = ImGui::GetWindowPos();
  Layout layout;
  layout.left = layout.x = at.x + padding;
  layout.right = at.x + width - padding;
  layout.y = layout.bottom = at.y + padding;
  layout.gap = px(12);
  context().layouts.push_back(layout);
}

Rect end_ground(float width, float padding) {
  Context& c = context();
  const ImVec2 at = ImGui::GetWindowPos();
  const float height = c.layouts.back().bottom + padding - at.y;
  c.layouts.pop_back();
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, height});
  return {at.x, at.y, width, height};
}

void paint_ground(ImDrawListSplitter& splitter, const Rect& box, Colour fill, Colour edge) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  splitter.SetCurrentChannel(list, 0);
  const ImRect area = to_im(box);
  list->AddRectFilled(area.Min, area.Max, fill, px(kRadius));
  list->AddRect(area.Min, area.Max, edge, px(kRadius), 0, std::max(1.0f, px(1)));
  splitter.Merge(list);
}

ImDrawListSplitter g_dialog_ground;
float g_dialog_width = 0;

}  // namespace

bool toast(std::string_view words, Tone tone, int n) {
  Context& c = context();
  const float width = std::min(px(380), c.view.width_px - px(32));
  static float next_bottom = 0;
  if (n == 0) next_bottom = c.view.height_px - px(view_width() < 700 ? 76 : 16);
  const std::string name = "toast " + std::to_string(n);
  begin_floating(name.c_str(), {c.view.width_px - px(16), next_bottom}, {1, 1}, width);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  ImDrawListSplitter splitter;
  splitter.Split(ImGui::GetWindowDrawList(), 2);
  splitter.SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
  SemanticNode node;
  const std::uint32_t id = node.id = make_id(name);
  node.role = Role::group;
  node.name = "Message";
  c.tree.open(std::move(node));
  begin_ground(width, px(12));
  bool dismissed = false;
  {
    const Layout layout = c.layouts.back();
    const float button_w = row_height() + px(8);
    c.layouts.back().right -= button_w;
    icon_text(tone == Tone::bad ? icon::kTriangleAlert : icon::kInfo, words, tone == Tone::bad ? Tone::bad : Tone::normal);
    const float bottom = c.layouts.back().bottom;
    c.layouts.push_back({.left = layout.right - row_height(), .right = layout.right, .x = layout.right - row_height(),
                         .y = layout.y - px(4), .bottom = layout.y});
    dismissed = button("Dismiss", {.kind = ButtonKind::quiet, .icon = icon::kX, .icon_only = true});
    const float button_bottom = c.layouts.back().bottom;
    c.layouts.pop_back();
    c.layouts.back().bottom = std::max(bottom, button_bottom - px(4));
  }
  const Rect box = end_ground(width, px(12));
  c.tree.close();
  if (SemanticNode* group = c.tree.find(id)) group->rect = box;
  paint_ground(splitter, box, c.colours->surface, tone == Tone::bad ? c.colours->bad : c.colours->control);
  c.covers.push_back(box);
  next_bottom = box.y - px(8);
  ImGui::End();
  return dismissed;
}

Dialog::Dialog(std::string_view title, float width) {
  Context& c = context();
  const float w = std::min(px(width), c.view.width_px - px(32));
  g_dialog_width = w;
  // The shade takes every press outside.
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({c.view.width_px, c.view.height_px});
  ImGui::Begin("shade", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, {c.view.width_px, c.view.height_px}, c.colours->shade);
  ImGui::SetCursorScreenPos({0, 0});
  dismissed_ = ImGui::InvisibleButton("outside", {c.view.width_px, c.view.height_px});
  ImGui::End();
  c.covers.push_back({0, 0, c.view.width_px, c.view.height_px});

  begin_floating("dialog", {c.view.width_px / 2, c.view.height_px / 2}, {0.5f, 0.5f}, w);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  g_dialog_ground.Split(ImGui::GetWindowDrawList(), 2);
  g_dialog_ground.SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
  SemanticNode node;
  const std::uint32_t id = node.id = make_id("dialog");
  node.role = Role::dialog;
  node.name = std::string(title);
  node.flags = kModal | kFocusable | kEscape;
  node.rect = {ImGui::GetWindowPos().x, ImGui::GetWindowPos().y, w, ImGui::GetWindowHeight()};
  c.tree.open(std::move(node));
  if (take_key(id) == "Escape") dismissed_ = true;
  if (!c.dialog_was_open) {
    c.focused_before_dialog = c.focused;
    c.focus_request = id;
  }
  c.dialog_open = true;
  begin_ground(w, px(24));
  heading(2, title);
}

Dialog::~Dialog() {
  Context& c = context();
  const Rect box = end_ground(g_dialog_width, px(24));
  c.tree.close();
  paint_ground(g_dialog_ground, box, c.colours->surface, c.colours->line);
  ImGui::End();
}

}  // namespace loopready::kit
