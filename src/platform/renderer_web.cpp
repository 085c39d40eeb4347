#include "platform/renderer_web.h"

#include <GLES3/gl3.h>
#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "base/check.h"

namespace loopready::platform {
namespace {

enum Attribute : GLuint { kPosition, kTexel, kColour, kCanvas };

constexpr const char* kVertexShader = R"(#version 300 es
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 colour;
layout(location = 3) in vec2 canvas;
out vec2 at;
out vec4 tint;
void main() {
  at = texel;
  tint = colour;
  vec2 unit = position / canvas * 2.0 - 1.0;
  gl_Position = vec4(unit.x, -unit.y, 0.0, 1.0);
})";

// The atlas holds coverage only.
constexpr const char* kFragmentShader = R"(#version 300 es
precision mediump float;
uniform sampler2D atlas;
in vec2 at;
in vec4 tint;
out vec4 colour;
void main() { colour = vec4(tint.rgb, tint.a * texture(atlas, at).r); })";

GLuint g_program = 0;

void add_shader(GLenum kind, const char* text) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &text, nullptr);
  glCompileShader(shader);
  glAttachShader(g_program, shader);
  glDeleteShader(shader);
}

GLuint name_of(const ImTextureData& texture) { return static_cast<GLuint>(texture.TexID); }

void create(ImTextureData& texture) {
  LR_CHECK(texture.Format == ImTextureFormat_Alpha8, "the atlas was asked for as coverage");
  GLuint name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
  for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, texture.Width, texture.Height, 0, GL_RED, GL_UNSIGNED_BYTE, texture.GetPixels());
  texture.SetTexID(name);
  texture.SetStatus(ImTextureStatus_OK);
}

// Whole rows: what is between the changed rectangles costs less than a call for each.
void update(ImTextureData& texture) {
  const ImTextureRect& changed = texture.UpdateRect;
  glBindTexture(GL_TEXTURE_2D, name_of(texture));
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, changed.y, texture.Width, changed.h, GL_RED, GL_UNSIGNED_BYTE,
                  texture.GetPixelsAt(0, changed.y));
  texture.SetStatus(ImTextureStatus_OK);
}

void destroy(ImTextureData& texture) {
  const GLuint name = name_of(texture);
  glDeleteTextures(1, &name);
  texture.SetTexID(ImTextureID_Invalid);
  texture.SetStatus(ImTextureStatus_Destroyed);
}

void serve(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantCreate) create(texture);
  if (texture.Status == ImTextureStatus_WantUpdates) update(texture);
  if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) destroy(texture);
}

void point(Attribute attribute, GLint n, GLenum type, GLboolean normalized, std::size_t offset) {
  glVertexAttribPointer(attribute, n, type, normalized, sizeof(ImDrawVert), reinterpret_cast<const void*>(offset));
}

// Vertices are counted from `first_vertex`, since indices have 16 bits.
void point_at(unsigned first_vertex) {
  const std::size_t start = first_vertex * sizeof(ImDrawVert);
  point(kPosition, 2, GL_FLOAT, GL_FALSE, start + offsetof(ImDrawVert, pos));
  point(kTexel, 2, GL_FLOAT, GL_FALSE, start + offsetof(ImDrawVert, uv));
  point(kColour, 4, GL_UNSIGNED_BYTE, GL_TRUE, start + offsetof(ImDrawVert, col));
}

void draw(const ImDrawList& list, int height_px) {
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
  unsigned first_vertex = 0;
  point_at(first_vertex);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    LR_CHECK(command.UserCallback == nullptr, "nothing is drawn by callbacks");
    const ImVec4& clip = command.ClipRect;
    if (command.ElemCount == 0 || clip.z <= clip.x || clip.w <= clip.y) continue;
    if (command.VtxOffset != first_vertex) point_at(first_vertex = command.VtxOffset);
    glScissor(static_cast<int>(clip.x), static_cast<int>(static_cast<float>(height_px) - clip.w), static_cast<int>(clip.z - clip.x),
              static_cast<int>(clip.w - clip.y));
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                   reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)));
  }
}

}  // namespace

void describe_renderer() {
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
}

void open_renderer() {
  g_program = glCreateProgram();
  add_shader(GL_VERTEX_SHADER, kVertexShader);
  add_shader(GL_FRAGMENT_SHADER, kFragmentShader);
  glLinkProgram(g_program);
  glUseProgram(g_program);

  GLuint buffers[2];
  glGenBuffers(2, buffers);
  glBindBuffer(GL_ARRAY_BUFFER, buffers[0]);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers[1]);
  for (const Attribute each : {kPosition, kTexel, kColour}) glEnableVertexAttribArray(each);

  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glEnable(GL_SCISSOR_TEST);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
}

void render(const ImDrawData& data) {
  if (data.Textures != nullptr)
    for (ImTextureData* texture : *data.Textures) serve(*texture);
  const int width_px = static_cast<int>(data.DisplaySize.x), height_px = static_cast<int>(data.DisplaySize.y);
  glViewport(0, 0, width_px, height_px);
  glScissor(0, 0, width_px, height_px);
  glClear(GL_COLOR_BUFFER_BIT);
  glVertexAttrib2f(kCanvas, data.DisplaySize.x, data.DisplaySize.y);
  for (const ImDrawList* list : data.CmdLists) draw(*list, height_px);
}

void forget_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->TexID == ImTextureID_Invalid) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);  // Dear ImGui asks for those it still needs
  }
}

bool renderer_works() {
  GLint linked = 0;
  glGetProgramiv(g_program, GL_LINK_STATUS, &linked);
  return linked != 0;
}

}  // namespace loopready::platform
