// One frame of the interface: what comes in, what goes out. The host calls these; screens don't.
// Here: View, frames, pointer, keys, focus.  Not here: widgets (one header each), drawing to GL (platform).
// Terms: device pixels everywhere; `scale` is device pixels per CSS pixel times the learner's text size.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/fonts.h"
#include "ui/kit/semantic.h"
#include "ui/kit/text_host.h"

namespace loopready::kit {

struct View {
  float width_px = 0;
  float height_px = 0;
  float scale = 1;
  bool dark = false;
  bool coarse_pointer = false;
  bool more_contrast = false;
  const std::uint32_t* forced_colours = nullptr;  // eight, see theme.h; null: none
};

void create(FontBytes fonts);
void destroy();

void begin_frame(const View& view, double delta_s);
void end_frame();

enum class PointerSource { mouse, touch, pen };
void pointer_move(float x, float y, PointerSource source);
void pointer_button(bool down, int button, PointerSource source);
void pointer_leave();
void wheel(float dx_px, float dy_px);

// A shortcut without a widget, such as "?"; "Shift+" is left out where the key itself says it. True when pressed. To be
// asked in every frame in which it works; it never works in a text field or behind a dialog.
bool shortcut(std::string_view key);

enum Mods : int { kControl = 1, kShift = 2, kAlt = 4 };  // control or command
// True when something on the screen wants this key: a shortcut, or a key of the focused widget. `key` as DOM events name it.
bool key_down(std::string_view key, int mods, std::uint32_t focused, bool in_field);
void focus(std::uint32_t id, bool visible);  // the page's focus moved; 0: nowhere
void activate(std::uint32_t id);             // a click that did not come by the pointer
void scroll_to(std::uint32_t id);
void set_value(std::uint32_t id, double value);  // assistive technology moved a divider, 0 to 100

const SemanticTree& semantics();
const std::vector<TextHost>& text_hosts();
std::uint32_t focused_id();
// The widget that wants the page's focus moved to it, 0: none. Asked once, then forgotten.
std::uint32_t take_focus_request();

// True while another frame is needed at once (a click not yet released, sizes not settled).
bool unsettled();
// Asks for a frame after so many milliseconds; the smallest wish of a frame counts. Widgets call it.
void wake_after(double ms);
double wake_ms();  // the smallest wish of the last frame, -1: none

}  // namespace loopready::kit
