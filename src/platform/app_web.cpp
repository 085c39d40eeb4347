// The page's program: joins the app, the screens and the canvas, and gives the scripts a few functions.
// Texts come in as UTF-8 bytes owned by the caller; texts that go out stay valid until the same function is called again.
#include <emscripten.h>
#include <imgui.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "app/app.h"
#include "base/json.h"
#include "platform/canvas_web.h"
#include "ui/kit/frame.h"
#include "ui/kit/mirror_stream.h"
#include "ui/kit/touch.h"
#include "ui/screens/screens.h"

#define LR_EXPORT extern "C" EMSCRIPTEN_KEEPALIVE

namespace {

using namespace loopready;

// Frames drawn after something happened, so that hover, focus and sizes come to rest.
constexpr int kSettleFrames = 2;

struct Program {
  app::App app;
  screens::Looks looks;
  kit::FontBytes fonts;
  kit::MirrorStream mirror;
  double width_px = 0, height_px = 0, dpr = 1, text_scale = 1;
  double last_ms = 0;
  int settle = kSettleFrames;
  bool started = false;
  std::string hosts, hosts_out, effects_out;
  std::int32_t mirror_out[4] = {};
  bool mirror_given = false;
  int n_draws = 0;
};

Program& program() {
  static Program* const only = new Program;
  return *only;
}

std::string_view view(const char* bytes, int length) { return {bytes, static_cast<std::size_t>(length)}; }

std::int64_t now_epoch_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

void stir() { program().settle = kSettleFrames; }

kit::View current_view(const Program& p) {
  kit::View view;
  view.width_px = static_cast<float>(p.width_px);
  view.height_px = static_cast<float>(p.height_px);
  view.scale = static_cast<float>(p.dpr * p.text_scale * p.app.settings.text_size_pct / 100.0);
  view.dark = app::is_dark(p.app);
  view.coarse_pointer = p.app.environment.coarse_pointer;
  view.more_contrast = p.app.environment.more_contrast;
  if (!p.app.environment.forced_colours.empty()) view.forced_colours = p.app.environment.forced_colours.data();
  return view;
}

}  // namespace

LR_EXPORT void lr_font(int which, const char* bytes, int length) {
  if (which >= 0 && which < kit::kFaces) program().fonts.face[which] = view(bytes, length);
}

LR_EXPORT int lr_start(double width_px, double height_px, double dpr, double text_scale) {
  Program& p = program();
  p.width_px = width_px;
  p.height_px = height_px;
  p.dpr = dpr;
  p.text_scale = text_scale;
  kit::create(std::move(p.fonts));
  p.started = true;
  return platform::open_canvas() ? 1 : 0;
}

LR_EXPORT void lr_receive(const char* bytes, int length) {
  Program& p = program();
  auto json = base::parse_json(view(bytes, length), "report");
  if (!json.ok()) {
    std::fprintf(stderr, "%s\n", base::describe(json.error()).c_str());
    return;
  }
  auto command = app::command_from_json(json.value());
  if (!command.ok()) {
    std::fprintf(stderr, "%s\n", base::describe(command.error()).c_str());
    return;
  }
  app::apply(p.app, app::Tick{now_epoch_ms()});
  app::apply(p.app, command.value());
  stir();
}

LR_EXPORT double lr_frame(double now_ms) {
  Program& p = program();
  if (!p.started) return -1;
  if (p.settle > 0) --p.settle;
  if (p.mirror_given) p.mirror.taken();
  p.mirror_given = false;
  app::apply(p.app, app::Tick{now_epoch_ms()});
  const bool flung = kit::touch_step(emscripten_get_now()) && !p.app.environment.reduced_motion;
  kit::begin_frame(current_view(p), (now_ms - p.last_ms) / 1'000);
  p.last_ms = now_ms;
  app::Commands commands;
  screens::draw(p.app, p.looks, commands);
  kit::end_frame();
  for (const app::Command& command : commands) app::apply(p.app, command);
  if (!commands.empty()) stir();
  p.mirror.update(kit::semantics());
  if (const std::uint32_t id = kit::take_focus_request(); id != 0) {
    p.mirror.focus(id);
    if (p.settle == 0) p.settle = 1;
  }
  if (platform::draw_canvas()) ++p.n_draws;
  if (p.settle > 0 || flung || kit::unsettled()) return 0;
  return kit::wake_ms();
}

LR_EXPORT void lr_resize(double width_px, double height_px, double dpr, double text_scale) {
  Program& p = program();
  p.width_px = width_px;
  p.height_px = height_px;
  p.dpr = dpr;
  p.text_scale = text_scale;
  stir();
}

LR_EXPORT void lr_pointer(int type, double x_px, double y_px, int button, int source) {
  if (!program().started) return;
  const auto from = static_cast<kit::PointerSource>(source);
  const auto x = static_cast<float>(x_px), y = static_cast<float>(y_px);
  stir();
  if (from == kit::PointerSource::touch) {
    const double now_ms = emscripten_get_now();
    if (type == 0) kit::touch_move(x, y, now_ms);
    if (type == 1) kit::touch_down(x, y, now_ms);
    if (type == 2) kit::touch_up(x, y, now_ms);
    if (type == 3) kit::touch_cancel();
    return;
  }
  if (type == 3) kit::pointer_leave();
  else kit::pointer_move(x, y, from);
  if (type == 1 || type == 2) kit::pointer_button(type == 1, button, from);
}

LR_EXPORT void lr_wheel(double dx_px, double dy_px, double x_px, double y_px) {
  if (!program().started) return;
  kit::pointer_move(static_cast<float>(x_px), static_cast<float>(y_px), kit::PointerSource::mouse);
  kit::wheel(static_cast<float>(dx_px), static_cast<float>(dy_px));
  stir();
}

LR_EXPORT int lr_key(const char* key, int length, int mods, std::uint32_t focused, int in_field) {
  if (!program().started) return 0;
  const bool taken = kit::key_down(view(key, length), mods, focused, in_field != 0);
  if (taken) stir();
  return taken ? 1 : 0;
}

LR_EXPORT void lr_focus(std::uint32_t id, int visible) {
  if (!program().started) return;
  kit::focus(id, visible != 0);
  // A focus that isn't to be seen changes no picture: one frame tells the widgets.
  if (visible != 0) stir();
  else if (program().settle == 0) program().settle = 1;
}

LR_EXPORT void lr_activate(std::uint32_t id) {
  if (!program().started) return;
  kit::activate(id);
  stir();
}

LR_EXPORT void lr_set_value(std::uint32_t id, double value) {
  if (!program().started) return;
  kit::set_value(id, value);
  stir();
}

LR_EXPORT void lr_scroll(std::uint32_t id) {
  if (!program().started) return;
  kit::scroll_to(id);
  stir();
}

// No frame follows by itself: what is typed is drawn by the page's own field.
LR_EXPORT void lr_host_text(const char* key, int key_length, const char* text, int text_length) {
  Program& p = program();
  app::apply(p.app, app::Tick{now_epoch_ms()});
  app::apply(p.app, app::EditText{std::string(view(key, key_length)), std::string(view(text, text_length))});
}

LR_EXPORT const char* lr_take_effects() {
  Program& p = program();
  if (p.app.effects.empty()) return nullptr;
  base::Json all = base::Json::array();
  for (const app::Effect& effect : p.app.effects) all.push_back(app::to_json(effect));
  p.app.effects.clear();
  p.effects_out = base::to_text(all);
  return p.effects_out.c_str();
}

LR_EXPORT const std::int32_t* lr_take_mirror() {
  Program& p = program();
  if (p.mirror_given || p.mirror.empty()) return nullptr;
  p.mirror_given = true;
  p.mirror_out[0] = static_cast<std::int32_t>(reinterpret_cast<std::uintptr_t>(p.mirror.words().data()));
  p.mirror_out[1] = static_cast<std::int32_t>(p.mirror.words().size());
  p.mirror_out[2] = static_cast<std::int32_t>(reinterpret_cast<std::uintptr_t>(p.mirror.bytes().data()));
  p.mirror_out[3] = static_cast<std::int32_t>(p.mirror.bytes().size());
  return p.mirror_out;
}

LR_EXPORT const char* lr_take_hosts() {
  Program& p = program();
  std::string now = p.started ? kit::to_json_text(kit::text_hosts()) : "[]";
  if (now == p.hosts) return nullptr;
  p.hosts = std::move(now);
  p.hosts_out = p.hosts;
  return p.hosts_out.c_str();
}

// 0 arrow, 1 hand, 2 text, 3 left and right.
LR_EXPORT int lr_cursor() {
  if (!program().started) return 0;
  switch (ImGui::GetMouseCursor()) {
    case ImGuiMouseCursor_Hand: return 1;
    case ImGuiMouseCursor_TextInput: return 2;
    case ImGuiMouseCursor_ResizeEW: return 3;
    default: return 0;
  }
}

LR_EXPORT int lr_canvas_works() { return platform::canvas_works() ? 1 : 0; }

LR_EXPORT void lr_context_lost() { platform::canvas_lost(); }

LR_EXPORT void lr_context_restored() {
  platform::canvas_restored();
  stir();
}
