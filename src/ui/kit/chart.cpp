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
  const auto include = [&](double value) {
    if (!std::isfinite(value)) return;
    least = std::min(least, value);
    most = std::max(most, value);
  };
  for (const ChartSeries& series : view.series) {
    for (const auto& [x, y] : series.points) include(across ? x : y);
    if (!across)
      for (const double low : series.low) include(low);
  }
  for (const ChartMark& mark : view.marks)
    if (mark.upright == across) include(mark.at);
  if (!(least <= most)) least = most = 1;
  if (scale.logarithmic) {
    scale.least = std::pow(10.0, std::floor(std::log10(least)));
    scale.most = std::max(std::pow(10.0, std::ceil(std::log10(most))), scale.least * 10);
  } else {
    scale.least = across ? least : std::min(0.0, least);
    scale.most = most > scale.least ? most : scale.least + 1;
    if (!across) scale.most += (scale.most - scale.least) * 0.05;
  }
  const double fixed_least = across ? view.x_least : view.y_least, fixed_most = across ? view.x_most : view.y_most;
  if (fixed_least != kAuto) scale.least = fixed_least;
  if (fixed_most != kAuto) scale.most = fixed_most;
  if (!(scale.most > scale.least)) scale.most = scale.least + 1;
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
    const std::string words = view.shares ? share_words(mark) : axis_words(mark);
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

void draw_reference_lines(const ChartView& view, const Scale& x, const Scale& y) {
  const Palette& p = *context().colours;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float dash = px(4);
  for (const ChartMark& mark : view.marks) {
    const ImVec2 words = text_size(Face::regular, kSmall - 1, mark.name);
    if (mark.upright) {
      const float at = std::round(x.at(mark.at));
      for (float top = y.to; top < y.from; top += 2 * dash) list->AddRectFilled({at, top}, {at + std::max(1.0f, px(1)), std::min(top + dash, y.from)}, p.quiet);
      draw_text(Face::regular, kSmall - 1, {std::clamp(at + px(4), x.from, std::max(x.from, x.to - words.x)), y.to - px(2)}, p.quiet, mark.name);
    } else {
      const float at = std::round(y.at(mark.at));
      for (float left = x.from; left < x.to; left += 2 * dash) list->AddRectFilled({left, at}, {std::min(left + dash, x.to), at + std::max(1.0f, px(1))}, p.quiet);
      draw_text(Face::regular, kSmall - 1, {x.to - words.x - px(2), at - words.y - px(1)}, p.quiet, mark.name);
    }
  }
}

void draw_band(const ChartSeries& series, const Scale& x, const Scale& y, Colour colour) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Colour soft = (colour & 0x00FFFFFF) | 0x40000000;
  for (std::size_t i = 0; i + 1 < series.points.size(); ++i) {
    const auto low = [&](std::size_t k) { return k < series.low.size() ? series.low[k] : std::max(0.0, y.least); };
    const float left = x.at(series.points[i].first), right = x.at(series.points[i + 1].first);
    list->AddQuadFilled({left, y.at(series.points[i].second)}, {right, y.at(series.points[i + 1].second)}, {right, y.at(low(i + 1))},
                        {left, y.at(low(i))}, soft);
  }
}

// `gone` is how far along its line this piece begins, so that dashes go on from piece to piece.
void draw_dashed(ImVec2 from, ImVec2 to, Colour colour, float& gone) {
  const float length = std::hypot(to.x - from.x, to.y - from.y), dash = px(6);
  if (length > px(20'000)) return ImGui::GetWindowDrawList()->AddLine(from, to, colour, px(2));  // far outside
  for (float at = 0; at < length;) {
    const float within = std::fmod(gone, 2 * dash);
    const float end = std::min(length, at + std::max(0.5f, (within < dash ? dash : 2 * dash) - within));
    const float a = at / length, b = end / length;
    if (within < dash)
      ImGui::GetWindowDrawList()->AddLine({from.x + (to.x - from.x) * a, from.y + (to.y - from.y) * a},
                                          {from.x + (to.x - from.x) * b, from.y + (to.y - from.y) * b}, colour, px(2));
    gone += end - at;
    at = end;
  }
}

// The values under the pointer, in a small box.
void draw_hover(const ChartView& view, const ImRect& box, const Scale& x, const Scale& y) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!ImGui::IsMousePosValid(&mouse) || !ImGui::IsWindowHovered() || mouse.x < x.from || mouse.x > x.to || mouse.y < box.Min.y || mouse.y > box.Max.y) return;
  const Context& c = context();
  const Palette& p = *c.colours;
  std::vector<std::pair<std::string, Colour>> lines;
  float nearest_x = 0, best = INFINITY;
  double value_x = 0;
  for (const ChartSeries& series : view.series)
    for (const auto& [px_value, py_value] : series.points)
      if (std::isfinite(py_value) && std::fabs(x.at(px_value) - mouse.x) < best) {
        best = std::fabs(x.at(px_value) - mouse.x);
        nearest_x = x.at(px_value);
        value_x = px_value;
      }
  if (!std::isfinite(best)) return;
  lines.emplace_back(view.x_label + ": " + axis_words(value_x), p.quiet);
  for (std::size_t s = 0; s < view.series.size(); ++s)
    for (const auto& [at_x, at_y] : view.series[s].points)
      if (at_x == value_x && !view.series[s].name.empty()) {
        const int colour = view.series[s].colour >= 0 ? view.series[s].colour : static_cast<int>(s);
        lines.emplace_back(view.series[s].name + ": " + (view.shares ? share_words(at_y) : axis_words(at_y)), chart_colour(static_cast<std::size_t>(colour), c.view.dark));
        break;
      }
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({nearest_x, y.to}, {nearest_x + std::max(1.0f, px(1)), y.from}, p.control);
  float w = 0;
  const float line_h = line_height(kSmall);
  for (const auto& line : lines) w = std::max(w, text_size(Face::regular, kSmall, line.first).x);
  const float h = line_h * static_cast<float>(lines.size()) + px(12);
  w += px(16);
  const float left = nearest_x + px(10) + w > box.Max.x ? nearest_x - px(10) - w : nearest_x + px(10);
  const ImVec2 corner(left, std::clamp(mouse.y - h / 2, box.Min.y, std::max(box.Min.y, box.Max.y - h)));
  list->AddRectFilled(corner, {corner.x + w, corner.y + h}, p.surface, px(6));
  list->AddRect(corner, {corner.x + w, corner.y + h}, p.control, px(6));
  for (std::size_t i = 0; i < lines.size(); ++i)
    draw_text(Face::regular, kSmall, {corner.x + px(8), corner.y + px(6) + line_h * static_cast<float>(i)}, lines[i].second, lines[i].first);
}

void draw_series(const ChartSeries& series, std::size_t s, const Scale& x, const Scale& y, std::vector<float>& taken) {
  if (series.points.empty()) return;
  const Context& c = context();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto which = static_cast<std::size_t>(series.colour >= 0 ? series.colour : static_cast<int>(s));
  const Colour colour = chart_colour(which, c.view.dark);
  if (series.kind == SeriesKind::band || series.kind == SeriesKind::area) draw_band(series, x, y, colour);
  ImVec2 before, last;
  float gone = 0;
  bool started = false;
  for (const auto& [value_x, value_y] : series.points) {
    if (!std::isfinite(value_y)) {
      started = false;
      continue;
    }
    const ImVec2 at(x.at(value_x), y.at(value_y));
    if (series.kind == SeriesKind::points) list->AddCircleFilled(at, px(3), colour, 12);
    else if (series.kind != SeriesKind::band) {
      if (started && series.dashed) draw_dashed(before, at, colour, gone);
      else if (started) list->AddLine(before, at, colour, px(2));
      if (series.kind == SeriesKind::line && series.points.size() <= 24) draw_mark(list, which, at, colour);
    }
    before = last = at;
    started = true;
  }
  float top = last.y - px(8);
  if (series.name.empty()) return;
  for (const float other : taken)
    if (std::fabs(other - top) < px(16)) top = other + px(16);
  taken.push_back(top);
  draw_text(Face::semibold, kSmall, {x.to + px(8), top}, colour, series.name);
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

std::string share_words(double share) {
  char digits[32];
  std::snprintf(digits, sizeof digits, std::fabs(share) >= 1 ? "%.0f" : "%.3g", share * 100);
  return std::string(digits) + " %";
}

void line_chart(const ChartView& view) {
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
  std::vector<float> taken;  // heights of names, so that none covers another
  ImGui::PushClipRect(box.Min, box.Max, true);
  for (std::size_t s = 0; s < view.series.size(); ++s) draw_series(view.series[s], s, x, y, taken);
  draw_reference_lines(view, x, y);
  draw_hover(view, box, x, y);
  ImGui::PopClipRect();
}

}  // namespace loopready::kit
