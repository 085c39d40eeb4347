// The one canvas of the page: its WebGL 2 context and drawing what Dear ImGui made of a frame.
// Here: open, draw, loss and return of the context.  Not here: input and frames (app_web.cpp).
#pragma once

namespace loopready::platform {

// False when there is no WebGL 2.
bool open_canvas();
// Draws the frame unless it is the picture already shown. True when it drew.
bool draw_canvas();
// False when the graphics refused the program that draws. It may take a while, so ask when there is time.
bool canvas_works();
void canvas_lost();
void canvas_restored();

}  // namespace loopready::platform
