// Breaking mixed text into lines and drawing them. Only for files of the kit.
// Here: Line, wrap, draw_lines.  Not here: the widgets that are made of lines (text.cpp).
// Terms: sizes are CSS pixels, measures device pixels; a piece is a run of one style within a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/context.h"
#include "ui/kit/text.h"

namespace loopready::kit {

struct Piece {
  const Span* span;  // of the caller: must outlive the lines
  std::string_view text;
  float x;
  float w;
};

struct Line {
  std::vector<Piece> pieces;
  float width = 0;
  float up = 0, down = 0;    // of its formulas, about the baseline
  bool after_feed = false;   // begins where the text has a line feed
  bool after_space = false;  // begins where the text has a space
};

// Up to white space where a line may break, which is not between a number and its "%" or "min"; npos where there is none.
std::size_t unbroken_length(std::string_view text);

std::vector<Line> wrap(const std::vector<Span>& spans, float size, float width);
std::string line_text(const Line& line);
float widest(const std::vector<Line>& lines);
// Lines are `line_h` high, and higher where a formula needs it.
float height_of(const std::vector<Line>& lines, float size, float line_h);
// Draws and reports below a node that is already open.
void draw_lines(const std::vector<Line>& lines, float size, const ImRect& box, float line_h);
// The same without reporting: the words stand in the node's name.
void draw_lines_only(const std::vector<Line>& lines, float size, const ImRect& box, float line_h);

}  // namespace loopready::kit
