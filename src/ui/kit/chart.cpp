#include "ui/kit/chart.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "ui/kit/context.h"

namespace loopready::kit {
namespace {

struct Scale {
  double least = 0, most = 1;
  bool logarithmic = false;
  float from = 0, to = 1;  // device pixels

  float at(double value) const {
    const double share = logarithmic ? (std::log10(value) - std::log10(least)) / (std::log10(most) - std::log10(least))
                                     : (value - least) / (most - least);
    return from + static_cast<float>(share) * (to - from);
  }
};

Scale scale_over(const ChartView& view, bool across) {
  Scale scale;
  scale.logarithmic = across ? view.log_x : view.log_y;
  double least = INFINITY, most = -INFINITY;
  for (const ChartSeries& series : view.series)
    for (const auto& [x, y] : series.points) {
      least = std::min(least, across ? x : y);
      most = std::max(most, across ? x : y);
    }
  if (!(least <= most)) least = most = 1;
  if (scale.logarithmic) {
    scale.least = std::pow(10.0, std::floor(std::log10(least)));
    scale.most = std::max(std::pow(10.0, std::ceil(std::log10(most))), scale.least * 10);
  } else {
    scale.least = across ? least : std::min(0.0, least);
    scale.most = most > scale.least ? most : scale.least + 1;
    if (!across) scale.most += (scale.most - scale.least) * 0.05;
  }
  return scale;
}

void draw_mark(ImDrawList* list, std::size_t series, ImVec2 at, Colour colour) {
  const float r = px(3.5f);
  switch (series % 3) {
    case 0: list->AddCircleFilled(at, r, colour, 16); break;
    case 1: list->AddRectFilled({at.x - r, at.y - r}, {at.x + r, at.y + r}, colour); break;
    default: list->AddTriangleFilled({at.x, at.y - r * 1.2f}, {at.x - r * 1.2f, at.y + r}, {at.x + r * 1.2f, at.y + r}, colour);
  }
}

void draw_axes(const ChartView& view, const Scale& x, const Scale& y) {
  const Palette& p = *context().colours;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float hair = std::max(1.0f, px(1));
  for (const double mark : axis_marks(y.least, y.most, y.logarithmic, 5)) {
    const float at = std::round(y.at(mark));
    list->AddRectFilled({x.from, at}, {x.to, at + hair}, p.line);
    const std::string words = axis_words(mark);
    const ImVec2 extent = text_size(Face::regular, kSmall - 1, words);
    draw_text(Face::regular, kSmall - 1, {x.from - extent.x - px(6), at - extent.y / 2}, p.quiet, words);
  }
  for (const double mark : axis_marks(x.least, x.most, x.logarithmic, 6)) {
    const std::string words = axis_words(mark);
    const ImVec2 extent = text_size(Face::regular, kSmall - 1, words);
    list->AddRectFilled({std::round(x.at(mark)), y.from}, {std::round(x.at(mark)) + hair, y.from + px(4)}, p.control);
    draw_text(Face::regular, kSmall - 1, {x.at(mark) - extent.x / 2, y.from + px(6)}, p.quiet, words);
  }
  list->AddRectFilled({x.from, y.from}, {x.to, y.from + hair}, p.control);
  const ImVec2 x_extent = text_size(Face::regular, kSmall, view.x_label);
  draw_text(Face::regular, kSmall, {x.to - x_extent.x, y.from + px(24)}, p.quiet, view.x_label);
  draw_text(Face::regular, kSmall, {x.from, y.to - px(22)}, p.quiet, view.y_label);
}

}  // namespace

std::vector<double> axis_marks(double least, double most, bool logarithmic, int n_most) {
  std::vector<double> marks;
  if (logarithmic) {
    for (double mark = least; mark <= most * 1.0001; mark *= 10) marks.push_back(mark);
    while (static_cast<int>(marks.size()) > n_most + 1) {  // every second one
      std::vector<double> fewer;
      for (std::size_t i = 0; i < marks.size(); i += 2) fewer.push_back(marks[i]);
      marks = std::move(fewer);
    }
    return marks;
  }
  const double rough = (most - least) / n_most;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  const double step = rough / power <= 1 ? power : rough / power <= 2 ? 2 * power : rough / power <= 5 ? 5 * power : 10 * power;
  for (double mark = std::ceil(least / step) * step; mark <= most + step * 1e-6; mark += step) marks.push_back(std::fabs(mark) < step * 1e-9 ? 0 : mark);
  return marks;
}

std::string axis_words(double value) {
  const double size = std::fabs(value);
  const double unit = size >= 1e9 ? 1e9 : size >= 1e6 ? 1e6 : size >= 1e4 ? 1e3 : 1;
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.4g", value / unit);
  return std::string(digits) + (unit == 1e9 ? "bn" : unit == 1e6 ? "M" : unit == 1e3 ? "k" : "");
}

void line_chart(const ChartView& view) {
  Context& c = context();
  const ImRect box = place(available_width(), px(view.height));
  SemanticNode node;
  node.role = Role::image;
  node.id = make_id(view.name);
  node.name = view.name;
  report(box, std::move(node));
  if (!visible(box)) return;
  float names_w = 0;
  for (const ChartSeries& series : view.series) names_w = std::max(names_w, text_size(Face::semibold, kSmall, series.name).x);
  Scale x = scale_over(view, true), y = scale_over(view, false);
  x.from = box.Min.x + px(52);
  x.to = std::max(box.Max.x - names_w - px(16), x.from + px(60));
  y.from = box.Max.y - px(44);
  y.to = box.Min.y + px(26);
  draw_axes(view, x, y);
  ImDrawList* list = ImGui::GetWindowDrawList();
  std::vector<float> taken;  // heights of names, so that none covers another
  for (std::size_t s = 0; s < view.series.size(); ++s) {
    const ChartSeries& series = view.series[s];
    if (series.points.empty()) continue;
    const Colour colour = chart_colour(s, c.view.dark);
    ImVec2 before;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
      const ImVec2 at(x.at(series.points[i].first), y.at(series.points[i].second));
      if (i > 0) list->AddLine(before, at, colour, px(2));
      if (series.points.size() <= 40) draw_mark(list, s, at, colour);
      before = at;
    }
    float top = before.y - px(8);
    for (const float other : taken)
      if (std::fabs(other - top) < px(16)) top = other + px(16);
    taken.push_back(top);
    draw_text(Face::semibold, kSmall, {before.x + px(8), top}, colour, series.name);
  }
}

}  // namespace loopready::kit
