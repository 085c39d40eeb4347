#include "ui/kit/frame.h"

#include <cmath>

#include "base/check.h"
#include "ui/kit/context.h"

namespace loopready::kit {
namespace {

Context* g_context = nullptr;

void set_style() {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.ItemSpacing = {0, 0};
  style.WindowMinSize = {1, 1};
  style.ScrollbarSize = px(10);
  style.ScrollbarRounding = px(5);
  style.FontSizeBase = px(kBody) * context().em[0];
  style.DisabledAlpha = 1;
  const Palette& colours = *context().colours;
  const auto set = [&](ImGuiCol which, Colour colour) { style.Colors[which] = ImGui::ColorConvertU32ToFloat4(colour); };
  set(ImGuiCol_WindowBg, colours.page);
  set(ImGuiCol_ChildBg, 0);
  set(ImGuiCol_ScrollbarBg, 0);
  set(ImGuiCol_ScrollbarGrab, colours.control & 0x90FFFFFFu);
  set(ImGuiCol_ScrollbarGrabHovered, colours.control);
  set(ImGuiCol_ScrollbarGrabActive, colours.control);
}

}  // namespace

Context& context() {
  LR_CHECK(g_context != nullptr, "the kit is created before it is used");
  return *g_context;
}

void create(FontBytes fonts) {
  LR_CHECK(g_context == nullptr, "the kit is created once");
  g_context = new Context;
  g_context->bytes = std::move(fonts);
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags = 0;  // the page owns keyboard focus, so Dear ImGui's own navigation stays off
  io.ConfigInputTrickleEventQueue = true;
  io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;  // glyphs and icons have no colours of their own
  for (int i = 0; i < kFaces; ++i) {
    std::string& bytes = g_context->bytes.face[i];
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    g_context->em[i] = em_height(bytes);
    g_context->font[i] = io.Fonts->AddFontFromMemoryTTF(bytes.data(), static_cast<int>(bytes.size()), 0, &config);
    LR_CHECK(g_context->font[i] != nullptr, "every font file is a TrueType font");
  }
}

void destroy() {
  ImGui::DestroyContext();
  delete g_context;
  g_context = nullptr;
}

void begin_frame(const View& view, double delta_s) {
  Context& c = context();
  c.view = view;
  c.palette = palette(view.dark);
  if (view.more_contrast) c.palette = more_contrast(c.palette, view.dark);
  if (view.forced_colours != nullptr)
    c.palette = forced_palette(*reinterpret_cast<const std::uint32_t(*)[8]>(view.forced_colours));
  c.colours = &c.palette;
  c.tree.clear();
  c.hosts.clear();
  c.covers.clear();
  c.used_ids.clear();
  c.shortcuts.clear();
  c.wake_ms = -1;
  LR_CHECK(c.layouts.empty(), "every layout is closed");

  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {view.width_px, view.height_px};
  io.DisplayFramebufferScale = {1, 1};
  io.DeltaTime = static_cast<float>(std::fmin(std::fmax(delta_s, 1e-4), 0.5));
  set_style();
  ImGui::NewFrame();

  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({view.width_px, view.height_px});
  ImGui::Begin("root", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
}

void end_frame() {
  Context& c = context();
  ImGui::End();
  // What was not taken this frame has nobody to take it.
  c.activated = 0;
  c.scroll_target = 0;
  c.valued = 0;
  c.keys.clear();
  c.shortcut_pressed.clear();
  // What opened a dialog has the focus again when it closes.
  if (c.dialog_was_open && !c.dialog_open && c.focus_request == 0 && c.tree.find(c.focused_before_dialog) != nullptr)
    c.focus_request = c.focused_before_dialog;
  c.dialog_was_open = c.dialog_open;
  c.dialog_open = false;
  for (TextHost& host : c.hosts)
    for (const Rect& cover : c.covers)
      if (intersect(cover, host.rect).w > 0) host.covers.push_back(cover);
  ImGui::Render();
}

void pointer_move(float x, float y, PointerSource source) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(source == PointerSource::mouse   ? ImGuiMouseSource_Mouse
                         : source == PointerSource::touch ? ImGuiMouseSource_TouchScreen
                                                          : ImGuiMouseSource_Pen);
  io.AddMousePosEvent(x, y);
}

void pointer_button(bool down, int button, PointerSource) { ImGui::GetIO().AddMouseButtonEvent(button, down); }
void pointer_leave() { ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }

void wheel(float dx_px, float dy_px) {
  // Dear ImGui scrolls five lines of text for one unit.
  const float unit = 5 * ImGui::GetStyle().FontSizeBase;
  if (unit > 0) ImGui::GetIO().AddMouseWheelEvent(-dx_px / unit, -dy_px / unit);
}

bool key_down(std::string_view key, int mods, std::uint32_t focused, bool in_field) {
  Context& c = context();
  std::string chord;
  if (mods & kControl) chord += "Control+";
  if (mods & kShift) chord += "Shift+";
  if (mods & kAlt) chord += "Alt+";
  chord += key;
  bool dialog_open = false;
  for (const SemanticNode& node : c.tree.nodes()) dialog_open |= node.role == Role::dialog;
  for (const SemanticNode& node : c.tree.nodes()) {
    if (node.flags & kDisabled) continue;
    if (key == "Escape" && node.role == Role::dialog) {
      c.keys.push_back({node.id, "Escape", mods});
      return true;
    }
    if (!dialog_open && !node.shortcut.empty() && node.shortcut == chord) {
      c.activated = node.id;
      return true;
    }
  }
  if (!in_field && !dialog_open && (mods & ~kShift) == 0)
    for (const std::string& one : c.shortcuts) {
      if (one != key) continue;
      c.shortcut_pressed = one;
      return true;
    }
  if (in_field || mods != 0) return false;
  const SemanticNode* node = c.tree.find(focused);
  if (node == nullptr) return false;
  const bool across = key == "ArrowLeft" || key == "ArrowRight";
  const bool along = key == "ArrowUp" || key == "ArrowDown";
  const bool wanted = (across && (node->flags & kArrowsAcross)) || (along && (node->flags & kArrowsAlong)) ||
                      ((key == "Home" || key == "End") && (node->flags & kHomeEnd)) ||
                      ((key == "PageUp" || key == "PageDown") && (node->flags & kPageKeys)) ||
                      (key == "Escape" && (node->flags & kEscape));
  if (wanted) c.keys.push_back({focused, std::string(key), mods});
  return wanted;
}

bool shortcut(std::string_view key) {
  Context& c = context();
  c.shortcuts.emplace_back(key);
  if (c.shortcut_pressed != key) return false;
  c.shortcut_pressed.clear();
  return true;
}

void focus(std::uint32_t id, bool visible) {
  context().focused = id;
  context().focus_visible = visible;
}

void activate(std::uint32_t id) { context().activated = id; }
void scroll_to(std::uint32_t id) { context().scroll_target = id; }

void set_value(std::uint32_t id, double value) {
  context().valued = id;
  context().value = value;
}

const SemanticTree& semantics() { return context().tree; }
const std::vector<TextHost>& text_hosts() { return context().hosts; }
std::uint32_t focused_id() { return context().focused; }

std::uint32_t take_focus_request() {
  const std::uint32_t id = context().focus_request;
  context().focus_request = 0;
  if (id != 0) context().focused = id;  // the page obeys in silence
  return id;
}

bool unsettled() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  if (!g.InputEventsQueue.empty()) return true;
  // A child that is scrolled out of sight stays hidden; only windows of their own become visible by waiting.
  for (const ImGuiWindow* window : g.Windows)
    if (window->WasActive && !(window->Flags & ImGuiWindowFlags_ChildWindow) && (window->HiddenFramesCanSkipItems > 0 || window->HiddenFramesCannotSkipItems > 0 ||
                              window->AutoFitFramesX > 0 || window->AutoFitFramesY > 0))
      return true;
  return false;
}

void wake_after(double ms) {
  Context& c = context();
  if (c.wake_ms < 0 || ms < c.wake_ms) c.wake_ms = ms;
}

double wake_ms() {
  const ImGuiIO& io = ImGui::GetIO();
  double ms = context().wake_ms;
  for (const bool down : io.MouseDown)
    if (down && (ms < 0 || ms > 250)) ms = 250;
  return ms;
}

}  // namespace loopready::kit
