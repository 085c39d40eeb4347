// One finger: a short touch is a press, a moving one pans what scrolls under it and may fling it.
// Here: the three events and the fling's steps.  Not here: two fingers, which belong to the page.
// Terms: device pixels; times are milliseconds of any steady clock.
#pragma once

namespace loopready::kit {

void touch_down(float x, float y, double now_ms);
void touch_move(float x, float y, double now_ms);
void touch_up(float x, float y, double now_ms);
void touch_cancel();
// Moves what was flung; called before each frame. True while it still moves.
bool touch_step(double now_ms);

}  // namespace loopready::kit
