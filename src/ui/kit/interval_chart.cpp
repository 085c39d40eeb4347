#include "ui/kit/interval_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/context.h"

namespace loopready::kit {
namespace {

struct Span2 {
  double least = INFINITY, most = -INFINITY;
  void include(double value) {
    if (!std::isfinite(value)) return;
    least = std::min(least, value);
    most = std::max(most, value);
  }
};

Span2 span_of(const IntervalView& view) {
  Span2 span;
  for (const Interval& one : view.intervals)
    for (const double value : {one.low, one.estimate, one.high}) span.include(value);
  for (const ChartMark& mark : view.marks) span.include(mark.at);
  if (!(span.least <= span.most)) span = {0, 1};
  const double room = (span.most - span.least) * 0.05;
  span = {span.least - room, span.most + room};
  if (view.least != kAuto) span.least = view.least;
  if (view.most != kAuto) span.most = view.most;
  if (!(span.most > span.least)) span.most = span.least + 1;
  return span;
}

}  // namespace

void interval_chart(const IntervalView& view) {
  const Context& c = context();
  const Palette& p = *c.colours;
  const bool named = view.row_height >= 12;
  float names_w = 0, words_w = 0;
  if (named)
    for (const Interval& one : view.intervals) {
      names_w = std::max(names_w, text_size(Face::regular, kSmall, one.name).x + px(10));
      words_w = std::max(words_w, one.words.empty() ? 0 : text_size(Face::regular, kSmall, one.words).x + px(10));
    }
  // Names too long to stand beside their lines stand above them.
  const bool above = names_w > available_width() * 0.4f;
  if (above) names_w = 0;
  if (words_w > available_width() * 0.3f) words_w = 0;
  const float name_h = above ? line_height(kSmall) : 0;
  const float row_h = px(view.row_height) + name_h;
  const float height = px(22) + row_h * static_cast<float>(view.intervals.size()) + px(26);
  const ImRect box = place(available_width(), height);
  SemanticNode node;
  node.role = Role::image;
  node.id = make_id(view.name);
  node.name = view.name;
  report(box, std::move(node));
  if (!visible(box)) return;
  const Span2 span = span_of(view);
  const float left = box.Min.x + names_w + px(4), right = box.Max.x - words_w - px(4);
  const float top = box.Min.y + px(20), bottom = top + row_h * static_cast<float>(view.intervals.size());
  const auto at = [&](double value) { return left + static_cast<float>((std::clamp(value, span.least, span.most) - span.least) / (span.most - span.least)) * (right - left); };
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float hair = std::max(1.0f, px(1));
  for (const double mark : axis_marks(span.least, span.most, false, right - left < px(260) ? 3 : 6)) {
    list->AddRectFilled({std::round(at(mark)), top}, {std::round(at(mark)) + hair, bottom}, p.line);
    const std::string words = view.words ? view.words(mark) : axis_words(mark);
    const float w = text_size(Face::regular, kSmall - 1, words).x;
    draw_text(Face::regular, kSmall - 1, {at(mark) - w / 2, bottom + px(5)}, p.quiet, words);
  }
  // From left to right, and no name over another.
  std::vector<ChartMark> marks = view.marks;
  std::sort(marks.begin(), marks.end(), [](const ChartMark& a, const ChartMark& b) { return a.at < b.at; });
  float free_from = box.Min.x;
  for (const ChartMark& mark : marks) {
    const float x = std::round(at(mark.at));
    list->AddRectFilled({x, top}, {x + std::max(1.0f, px(1.5f)), bottom}, p.text);
    const float w = text_size(Face::regular, kSmall - 1, mark.name).x;
    const float name_x = std::max(free_from, std::min(x - w / 2, box.Max.x - w));
    draw_text(Face::regular, kSmall - 1, {name_x, box.Min.y}, p.quiet, mark.name);
    free_from = name_x + w + px(8);
  }
  for (std::size_t i = 0; i < view.intervals.size(); ++i) {
    const Interval& one = view.intervals[i];
    const float middle = std::round(top + row_h * (static_cast<float>(i) + 0.5f) + name_h / 2);
    const Colour colour = tone_colour(p, one.tone);
    const float thick = std::max(1.0f, std::min(px(2.5f), row_h * 0.4f));
    list->AddLine({at(one.low), middle}, {at(one.high), middle}, colour, thick);
    if (named)
      for (const double end : {one.low, one.high})
        if (std::isfinite(end)) list->AddLine({at(end), middle - px(5)}, {at(end), middle + px(5)}, colour, thick);
    if (std::isfinite(one.estimate)) list->AddCircleFilled({at(one.estimate), middle}, std::max(1.5f, std::min(px(4.5f), row_h * 0.5f)), colour, 16);
    if (!named) continue;
    const float text_h = text_size(Face::regular, kSmall, "x").y;
    const float name_top = above ? top + row_h * static_cast<float>(i) : middle - text_h / 2;
    list->PushClipRect({box.Min.x, name_top}, {above ? box.Max.x : left - px(2), name_top + text_h}, true);
    if (above) list->AddRectFilled({box.Min.x, name_top}, {box.Min.x + text_size(Face::regular, kSmall, one.name).x + px(4), name_top + text_h}, (p.page & 0x00FFFFFF) | 0xF0000000);
    draw_text(Face::regular, kSmall, {box.Min.x, name_top}, p.text, one.name);
    list->PopClipRect();
    if (words_w > 0) draw_text(Face::regular, kSmall, {right + px(10), middle - text_h / 2}, colour, one.words);
  }
}

}  // namespace loopready::kit
