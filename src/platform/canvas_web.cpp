#include "platform/canvas_web.h"

#include <emscripten/html5.h>
#include <imgui.h>

#include <cstdint>
#include <cstring>

#include "platform/renderer_web.h"

namespace loopready::platform {
namespace {

bool g_open = false;
std::uint64_t g_shown = 0;  // hash of the picture on the canvas, 0: none

void mix(std::uint64_t& hash, const void* data, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  std::uint64_t word = 0;
  for (; size >= 8; size -= 8, bytes += 8) {
    std::memcpy(&word, bytes, 8);
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ull;
    hash ^= hash >> 32;
  }
  word = size;
  std::memcpy(&word, bytes, size < 7 ? size : 7);
  hash = (hash ^ word) * 0x9E3779B97F4A7C15ull;
}

std::uint64_t picture(const ImDrawData& data) {
  std::uint64_t hash = 1;
  mix(hash, &data.DisplaySize, sizeof data.DisplaySize);
  for (const ImDrawList* list : data.CmdLists) {
    mix(hash, list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    mix(hash, list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list->CmdBuffer) mix(hash, &command.ClipRect, sizeof command.ClipRect);
  }
  return hash == 0 ? 1 : hash;
}

bool textures_wait(const ImDrawData& data) {
  if (data.Textures == nullptr) return false;
  for (const ImTextureData* texture : *data.Textures)
    if (texture->Status != ImTextureStatus_OK) return true;
  return false;
}

}  // namespace

bool open_canvas() {
  // The page has opened the context already (web/context.ts): this finds it.
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.enableExtensionsByDefault = false;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE handle = emscripten_webgl_create_context("#canvas", &attributes);
  if (handle <= 0 || emscripten_webgl_make_context_current(handle) != EMSCRIPTEN_RESULT_SUCCESS) return false;
  describe_renderer();
  open_renderer();
  g_open = true;
  return true;
}

bool draw_canvas() {
  ImDrawData* data = ImGui::GetDrawData();
  if (!g_open || data == nullptr || data->DisplaySize.x < 1 || data->DisplaySize.y < 1) return false;
  const std::uint64_t now = picture(*data);
  if (now == g_shown && !textures_wait(*data)) return false;
  g_shown = now;
  render(*data);
  return true;
}

bool canvas_works() { return !g_open || renderer_works(); }

void canvas_lost() { g_open = false; }

void canvas_restored() {
  forget_textures();
  open_renderer();
  g_open = true;
  g_shown = 0;
}

}  // namespace loopready::platform
