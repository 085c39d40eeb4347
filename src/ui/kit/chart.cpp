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

// How much of the lines a name in `box` would cover: the samples of them that lie in it.
int n_covered(const ChartView& view, const Scale& x, const Scale& y, const ImRect& box) {
  constexpr int kSteps = 8;
  int n = 0;
  for (const ChartSeries& series : view.series) {
    if (series.kind == SeriesKind::band) continue;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
      const ImVec2 from(x.at(series.points[i].first), y.at(series.points[i].second));
      const bool joined = series.kind != SeriesKind::points && i + 1 < series.points.size();
      const ImVec2 to = joined ? ImVec2(x.at(series.points[i + 1].first), y.at(series.points[i + 1].second)) : from;
      for (int step = 0; step < (joined ? kSteps : 1); ++step) {
        const float share = static_cast<float>(step) / kSteps;
        n += box.Contains({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share}) ? 1 : 0;
      }
    }
  }
  return n;
}

// Draws a mark's name at the first of `places` that covers no other name and least of the lines.
void draw_mark_name(const ChartView& view, const Scale& x, const Scale& y, const std::string& name, const std::vector<ImVec2>& places, std::vector<ImRect>& taken) {
  if (name.empty()) return;
  const ImVec2 extent = text_size(Face::regular, kSmall - 1, name);
  ImRect best;
  int least = -1;
  for (const ImVec2& at : places) {
    const ImRect box(at.x, at.y, at.x + extent.x, at.y + extent.y);
    int n = n_covered(view, x, y, box);
    for (const ImRect& other : taken) n += other.Overlaps(box) ? 1000 : 0;
    if (box.Min.x < x.from || box.Max.x > x.to + px(1) || box.Max.y > y.from) n += 500;
    if (least >= 0 && n >= least) continue;
    least = n;
    best = box;
  }
  taken.push_back(best);
  const Palette& p = *context().colours;
  ImGui::GetWindowDrawList()->AddRectFilled({best.Min.x - px(1), best.Min.y}, {best.Max.x + px(1), best.Max.y}, (p.page & 0x00FFFFFF) | 0x60000000, px(2));
  draw_text(Face::regular, kSmall - 1, best.Min, p.quiet, name);
}

void draw_reference_lines(const ChartView& view, const Scale& x, const Scale& y) {
  const Palette& p = *context().colours;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float dash = px(4), hair = std::max(1.0f, px(1));
  std::vector<ImRect> taken;
  std::vector<ChartMark> marks = view.marks;
  std::stable_sort(marks.begin(), marks.end(), [](const ChartMark& a, const ChartMark& b) { return a.at > b.at; });  // the highest first
  for (const ChartMark& mark : marks) {
    const ImVec2 words = text_size(Face::regular, kSmall - 1, mark.name);
    if (mark.upright) {
      const float at = std::round(x.at(mark.at));
      for (float top = y.to; top < y.from; top += 2 * dash) list->AddRectFilled({at, top}, {at + hair, std::min(top + dash, y.from)}, p.quiet);
      const float after = at + px(4), before = at - px(4) - words.x, high = y.to - px(2), low = y.from - words.y - px(4);
      draw_mark_name(view, x, y, mark.name, {{after, high}, {before, high}, {after, low}, {before, low}, {after, high + words.y + px(1)}}, taken);
    } else {
      const float at = std::round(y.at(mark.at));
      for (float left = x.from; left < x.to; left += 2 * dash) list->AddRectFilled({left, at}, {std::min(left + dash, x.to), at + hair}, p.quiet);
      const float right = x.to - words.x - px(2), left = x.from + px(4), above = at - words.y - px(1), below = at + px(2);
      draw_mark_name(view, x, y, mark.name, {{right, above}, {right, below}, {left, above}, {left, below}, {(left + right) / 2, above}, {(left + right) / 2, below}}, taken);
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

// One point alone, such as where the sliders stand.
bool is_spot(const ChartSeries& series) { return series.kind == SeriesKind::points && series.points.size() == 1; }

// A series' name, to stand at the right end of its line.
struct EndName {
  float top = 0;
  Colour colour = 0;
  const std::string* name = nullptr;
};

// In the order of the lines' ends, none over another, and none over the axis below.
void draw_end_names(std::vector<EndName>& names, const Scale& x, const Scale& y) {
  std::stable_sort(names.begin(), names.end(), [](const EndName& a, const EndName& b) { return a.top < b.top; });
  const float apart = px(16);
  for (std::size_t i = 1; i < names.size(); ++i) names[i].top = std::max(names[i].top, names[i - 1].top + apart);
  float most = y.from - apart;
  for (std::size_t i = names.size(); i-- > 0; most -= apart) names[i].top = std::min(names[i].top, most);
  for (const EndName& one : names) draw_text(Face::semibold, kSmall, {x.to + px(8), one.top}, one.colour, *one.name);
}

void draw_series(const ChartSeries& series, std::size_t s, const Scale& x, const Scale& y, std::vector<EndName>& names) {
  if (series.points.empty()) return;
  const Context& c = context();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto which = static_cast<std::size_t>(series.colour >= 0 ? series.colour : static_cast<int>(s));
  const Colour colour = chart_colour(which, c.view.dark);
  if (series.kind == SeriesKind::band || series.kind == SeriesKind::area) draw_band(series, x, y, colour);
  ImVec2 before, last;
  float gone = 0;
  bool started = false, any = false;
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
    started = any = true;
  }
  if (series.name.empty()) return;
  if (is_spot(series)) {  // its name stands beside it
    const float w = text_size(Face::semibold, kSmall, series.name).x;
    draw_text(Face::semibold, kSmall, {last.x + px(8) + w <= x.to ? last.x + px(8) : last.x - px(8) - w, std::max(y.to, last.y - px(18))}, colour, series.name);
    return;
  }
  if (any) names.push_back({last.y - px(8), colour, &series.name});
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
  for (const ChartSeries& series : view.series)
    if (!is_spot(series)) names_w = std::max(names_w, text_size(Face::semibold, kSmall, series.name).x);
  Scale x = scale_over(view, true), y = scale_over(view, false);
  x.from = box.Min.x + px(52);
  x.to = std::max(box.Max.x - names_w - px(16), x.from + px(60));
  y.from = box.Max.y - px(44);
  y.to = box.Min.y + px(26);
  draw_axes(view, x, y);
  std::vector<EndName> names;
  ImGui::PushClipRect(box.Min, box.Max, true);
  for (std::size_t s = 0; s < view.series.size(); ++s) draw_series(view.series[s], s, x, y, names);
  draw_end_names(names, x, y);
  draw_reference_lines(view, x, y);
  draw_hover(view, box, x, y);
  ImGui::PopClipRect();
}

}  // namespace loopready::kit
