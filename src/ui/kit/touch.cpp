#include "ui/kit/touch.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/context.h"

namespace loopready::kit {
namespace {

constexpr float kTapReach = 8;            // CSS pixels a tap may wander
constexpr double kLongPress_ms = 500;     // held so long it is the page's: selecting text, a link's menu
constexpr double kFlingHalfLife_ms = 220;
constexpr float kFlingEnd = 0.02f;        // pixels per millisecond

struct Touch {
  bool down = false;
  bool panning = false;
  ImVec2 start, last;
  double last_ms = 0, start_ms = 0;
  ImGuiID window = 0;
  ImVec2 speed;  // pixels per millisecond
  bool flung = false;
};

Touch g_touch;

// The innermost window under the point that can scroll this way.
ImGuiWindow* scrolling_window(ImVec2 at, bool across) {
  ImGuiWindow* window = nullptr;
  ImGui::FindHoveredWindowEx(at, false, &window, nullptr);
  while (window != nullptr) {
    const float reach = across ? window->ScrollMax.x : window->ScrollMax.y;
    if (reach > 0 && !(window->Flags & ImGuiWindowFlags_NoScrollWithMouse)) return window;
    window = window->ParentWindow == window ? nullptr : window->ParentWindow;
  }
  return nullptr;
}

void scroll(ImVec2 by) {
  ImGuiWindow* window = ImGui::FindWindowByID(g_touch.window);
  if (window == nullptr) return;
  ImGui::SetScrollX(window, std::clamp(window->Scroll.x - by.x, 0.0f, window->ScrollMax.x));
  ImGui::SetScrollY(window, std::clamp(window->Scroll.y - by.y, 0.0f, window->ScrollMax.y));
}

}  // namespace

void touch_down(float x, float y, double now_ms) {
  g_touch = {};
  g_touch.down = true;
  g_touch.start = g_touch.last = {x, y};
  g_touch.last_ms = g_touch.start_ms = now_ms;
  pointer_move(x, y, PointerSource::touch);
}

void touch_move(float x, float y, double now_ms) {
  if (!g_touch.down) return;
  const ImVec2 from_start(x - g_touch.start.x, y - g_touch.start.y);
  if (!g_touch.panning && std::hypot(from_start.x, from_start.y) > px(kTapReach)) {
    g_touch.panning = true;
    const bool across = std::fabs(from_start.x) > std::fabs(from_start.y);
    ImGuiWindow* window = scrolling_window(g_touch.start, across);
    if (window == nullptr) window = scrolling_window(g_touch.start, !across);
    g_touch.window = window == nullptr ? 0 : window->ID;
    pointer_leave();
  }
  if (!g_touch.panning) return;
  const ImVec2 by(x - g_touch.last.x, y - g_touch.last.y);
  const double passed_ms = std::max(1.0, now_ms - g_touch.last_ms);
  scroll(by);
  const float keep = 0.6f;
  g_touch.speed.x = keep * g_touch.speed.x + (1 - keep) * static_cast<float>(by.x / passed_ms);
  g_touch.speed.y = keep * g_touch.speed.y + (1 - keep) * static_cast<float>(by.y / passed_ms);
  g_touch.last = {x, y};
  g_touch.last_ms = now_ms;
}

void touch_up(float x, float y, double now_ms) {
  if (!g_touch.down) return;
  g_touch.down = false;
  if (g_touch.panning) {
    g_touch.flung = now_ms - g_touch.last_ms < 60 && std::hypot(g_touch.speed.x, g_touch.speed.y) > kFlingEnd;
    g_touch.last_ms = now_ms;
    return;
  }
  if (now_ms - g_touch.start_ms > kLongPress_ms) {
    pointer_leave();
    return;
  }
  pointer_move(x, y, PointerSource::touch);
  pointer_button(true, 0, PointerSource::touch);
  pointer_button(false, 0, PointerSource::touch);
  pointer_leave();  // nothing stays hovered where no pointer is
}

void touch_cancel() { g_touch = {}; }

bool touch_step(double now_ms) {
  if (!g_touch.flung) return false;
  const double passed_ms = std::clamp(now_ms - g_touch.last_ms, 0.0, 50.0);
  g_touch.last_ms = now_ms;
  scroll({static_cast<float>(g_touch.speed.x * passed_ms), static_cast<float>(g_touch.speed.y * passed_ms)});
  const auto fade = static_cast<float>(std::exp2(-passed_ms / kFlingHalfLife_ms));
  g_touch.speed.x *= fade;
  g_touch.speed.y *= fade;
  g_touch.flung = std::hypot(g_touch.speed.x, g_touch.speed.y) > kFlingEnd;
  return g_touch.flung;
}

}  // namespace loopready::kit
