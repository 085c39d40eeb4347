// What the widgets share within a frame. Only for files of the kit.
// Here: Context, ids, layout, behaviour of anything that can be clicked.  Not here: any one widget.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ui/kit/frame.h"
#include "ui/kit/theme.h"

namespace loopready::kit {

// Where the next thing goes. A column stacks things; a flow puts them side by side and wraps.
struct Layout {
  float left = 0, right = 0;  // edges, device pixels
  float x = 0, y = 0;         // where the next thing goes
  float gap = 0;              // between things
  float row_height = 0;       // of the flow's current row
  float bottom = 0;           // lowest edge reached
  float centre = 0;           // a flow's row height, in the middle of which lower things stand
  bool flow = false;
  bool empty = true;
};

struct KeyPress {
  std::uint32_t id = 0;
  std::string key;
  int mods = 0;
};

struct Context {
  FontBytes bytes;
  ImFont* font[kFaces] = {};
  float em[kFaces] = {1, 1, 1, 1};

  View view;
  Palette palette = {};
  const Palette* colours = nullptr;  // the palette of this frame
  SemanticTree tree;
  std::vector<TextHost> hosts;
  std::vector<Rect> covers;  // of this frame: popups drawn above text hosts
  std::vector<Layout> layouts;
  std::unordered_set<std::uint32_t> used_ids;

  std::uint32_t focused = 0;
  bool focus_visible = false;
  std::uint32_t focus_request = 0;
  std::uint32_t activated = 0;
  std::uint32_t scroll_target = 0;
  std::uint32_t valued = 0;  // whose value was set from outside, and to what
  double value = 0;
  std::vector<KeyPress> keys;
  std::vector<std::string> shortcuts;  // of this frame, see shortcut()
  std::string shortcut_pressed;
  std::string followed;  // the address of a link inside a text
  double wake_ms = -1;
  bool title_wants_focus = false;
  bool field_wants_focus = false;
  bool dialog_open = false, dialog_was_open = false;
  std::uint32_t focused_before_dialog = 0;
};

Context& context();

float px(float css);                  // CSS pixels to whole device pixels
float row_height();                   // of a control: 32 CSS pixels, 44 with a coarse pointer
std::uint32_t make_id(std::string_view name);  // unique within the frame, the same in the next
Rect to_rect(const ImRect& rect);
ImRect to_im(const Rect& rect);

// Takes room for a thing of this size (device pixels) in the innermost layout and tells Dear ImGui.
ImRect place(float w, float h);
float available_width();  // device pixels, in the innermost layout

// Text of one line at a CSS size; position is the top left of its line box.
ImVec2 text_size(Face face, float css_size, std::string_view text);
void draw_text(Face face, float css_size, ImVec2 position, Colour colour, std::string_view text);
std::vector<std::string> wrapped(Face face, float css_size, std::string_view text, float width);
float line_height(float css_size);  // 1.25 times, for the interface
void draw_icon(const char* icon, float css_size, ImVec2 position, Colour colour);

struct Behaviour {
  bool pressed = false;
  bool hovered = false;
  bool held = false;
  bool focused = false;  // and the focus is to be seen
};
// Adds the node, then lets pointer, keyboard and assistive technology act on it.
Behaviour interact(const ImRect& box, SemanticNode node);
// The node of something that only stands there.
void report(const ImRect& box, SemanticNode node);
// A key pressed on this widget since the last frame; empty when none.
std::string take_key(std::uint32_t id);
void focus_ring(const ImRect& box, float css_radius = 6, bool inside = false);
bool visible(const ImRect& box);

}  // namespace loopready::kit
