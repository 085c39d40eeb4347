// Puts what Dear ImGui made of a frame on the current WebGL 2 context.
// Here: its program, buffers and the atlas of glyphs as a texture.  Not here: the context itself (canvas_web.cpp).
// Asking WebGL anything waits until the graphics process has done all it was given, which takes longer than the drawing; so
// nothing is asked: no state is saved, for nobody else draws, and places of attributes are fixed in the shader's text.
#pragma once

struct ImDrawData;

namespace loopready::platform {

// Tells Dear ImGui what this renderer can do. Once, before the first frame.
void describe_renderer();
// Makes the program and the buffers in the current context, a new one or a restored one.
void open_renderer();
// Draws over the whole canvas. Units: device pixels, which are Dear ImGui's.
void render(const ImDrawData& data);
// What the lost context held is gone: the textures are to be made again.
void forget_textures();
// Whether the program was accepted. Waits for it, so ask when there is time.
bool renderer_works();

}  // namespace loopready::platform
