// Where things stand: areas that scroll, columns, flows that wrap, cards, the divider between two panes.
// Here: the view's size, Area, Column, Flow, Card, split.  Not here: widgets.
// Terms: all measures are CSS pixels, as the learner's text size leaves them (a larger text makes the view smaller).
#pragma once

#include <memory>
#include <string_view>

#include "ui/kit/semantic.h"
#include "ui/kit/theme.h"

namespace loopready::kit {

float view_width();
float view_height();
bool coarse_pointer();
float control_height();  // 32, or 44 with a coarse pointer

struct AreaOptions {
  Role role = Role::region;
  float padding = 16;
  float gap = 12;
  float max_width = 0;     // of the content, 0: no limit; wider areas centre it
  bool surface = false;    // painted as a surface with a line around it, else see-through
  bool scroll = true;
  bool to_top = false;     // this frame: scrolls back to the start, for new content
  bool tab_stop = false;   // Tab stops here, so that arrow keys can scroll what holds no control
};

// A part of the screen with edges of its own. Content taller than it scrolls.
class Area {
 public:
  Area(std::string_view name, Rect rect, const AreaOptions& options = {});
  ~Area();
  Area(const Area&) = delete;
  Area& operator=(const Area&) = delete;

 private:
  AreaOptions options_;
};

// Things below each other.
class Column {
 public:
  explicit Column(float gap = 12, float width = 0, float indent = 0);
  ~Column();
  Column(const Column&) = delete;
  Column& operator=(const Column&) = delete;
};

// Things side by side, wrapping at the edge. With a height, lower things stand in the middle of their row.
class Flow {
 public:
  explicit Flow(float gap = 8, float height = 0);
  ~Flow();
  Flow(const Flow&) = delete;
  Flow& operator=(const Flow&) = delete;
};

// A column with a painted ground and a border.
class Card {
 public:
  explicit Card(Tone tone = Tone::normal, float padding = 16, float gap = 8);
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

 private:
  struct Ground;
  std::unique_ptr<Ground> ground_;
};

// Opens a node around what is drawn until the end of the block; its rectangle is that of the content.
class Group {
 public:
  Group(Role role, std::string_view name);
  ~Group();
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;

 private:
  std::uint32_t id_;
  float top_;
};

void bring_into_view();     // scrolls the area so that the next thing stands at its top
void space(float height);
void rule();                // a thin line across
float content_width();      // of the innermost layout
float remaining_height();   // from the next thing to the area's bottom edge, at least 0
Rect remaining();           // all that is left of the area, as a rectangle for another Area

// Cuts a rectangle in two side by side, with a divider to drag or to move by the arrow keys. Changes share (0.25 to 0.75) and
// returns true when the learner let go of it.
bool split(std::string_view name, Rect whole, double& share, Rect& left, Rect& right);

}  // namespace loopready::kit
