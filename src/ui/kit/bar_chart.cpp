#include "ui/kit/bar_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/chart.h"
#include "ui/kit/context.h"

namespace loopready::kit {
namespace {

std::string written(const BarChartView& view, double value) { return view.words ? view.words(value) : axis_words(value); }

double total_of(const BarChartView& view, std::size_t category) {
  double total = 0;
  for (const BarSeries& series : view.series) {
    const double value = category < series.values.size() ? series.values[category] : 0;
    total = view.stacked ? total + value : std::max(total, value);
  }
  return total;
}

double most_of(const BarChartView& view) {
  double most = 0;
  for (std::size_t i = 0; i < view.categories.size(); ++i) most = std::max(most, total_of(view, i));
  return most > 0 ? most : 1;
}

// The names of the series with their colours, above the bars; a single series needs none.
float draw_key(const BarChartView& view, const ImRect& box) {
  if (view.series.size() < 2) return 0;
  const Context& c = context();
  float x = box.Min.x, y = box.Min.y;
  for (std::size_t s = 0; s < view.series.size(); ++s) {
    const float w = text_size(Face::regular, kSmall, view.series[s].name).x + px(18);
    if (x + w > box.Max.x && x > box.Min.x) {
      x = box.Min.x;
      y += px(20);
    }
    ImGui::GetWindowDrawList()->AddRectFilled({x, y + px(4)}, {x + px(10), y + px(14)}, chart_colour(s, c.view.dark), px(2));
    draw_text(Face::regular, kSmall, {x + px(14), y}, c.colours->text, view.series[s].name);
    x += w + px(12);
  }
  return y - box.Min.y + px(26);
}

void draw_standing(const BarChartView& view, const ImRect& box, float top) {
  const Context& c = context();
  const Palette& p = *c.colours;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float left = box.Min.x + px(48), bottom = box.Max.y - px(24), upper = box.Min.y + top + px(18);
  const double most = most_of(view) * 1.05;
  const auto height_at = [&](double value) { return bottom - static_cast<float>(value / most) * (bottom - upper); };
  for (const double mark : axis_marks(0, most, false, 4)) {
    const float at = std::round(height_at(mark));
    list->AddRectFilled({left, at}, {box.Max.x, at + std::max(1.0f, px(1))}, p.line);
    const std::string words = written(view, mark);
    const ImVec2 extent = text_size(Face::regular, kSmall - 1, words);
    draw_text(Face::regular, kSmall - 1, {left - extent.x - px(6), at - extent.y / 2}, p.quiet, words);
  }
  const auto n = static_cast<float>(std::max<std::size_t>(view.categories.size(), 1));
  const float slot = (box.Max.x - left) / n;
  for (std::size_t i = 0; i < view.categories.size(); ++i) {
    const float begin = left + slot * static_cast<float>(i) + slot * 0.15f, width = slot * 0.7f;
    double below = 0;
    for (std::size_t s = 0; s < view.series.size(); ++s) {
      const double value = i < view.series[s].values.size() ? view.series[s].values[i] : 0;
      const Colour colour = chart_colour(s, c.view.dark);
      if (view.stacked) {
        list->AddRectFilled({begin, height_at(below + value)}, {begin + width, height_at(below)}, colour);
        below += value;
      } else {
        const float one = width / static_cast<float>(view.series.size());
        list->AddRectFilled({begin + one * static_cast<float>(s), height_at(value)}, {begin + one * static_cast<float>(s + 1) - px(2), bottom}, colour);
      }
    }
    const std::string total = written(view, total_of(view, i));
    const ImVec2 extent = text_size(Face::semibold, kSmall - 1, total);
    if (view.stacked && extent.x <= slot)
      draw_text(Face::semibold, kSmall - 1, {begin + (width - extent.x) / 2, height_at(total_of(view, i)) - extent.y - px(2)}, p.text, total);
    const ImVec2 name = text_size(Face::regular, kSmall - 1, view.categories[i]);
    if (name.x <= slot * 1.3f || i % 2 == 0) draw_text(Face::regular, kSmall - 1, {begin + (width - name.x) / 2, bottom + px(5)}, p.quiet, view.categories[i]);
  }
  list->AddRectFilled({left, bottom}, {box.Max.x, bottom + std::max(1.0f, px(1))}, p.control);
}

float names_width(const BarChartView& view, float width) {
  float names_w = 0;
  for (const std::string& name : view.categories) names_w = std::max(names_w, text_size(Face::regular, kSmall, name).x);
  return std::min(names_w, width * 0.45f);
}

// High enough for the name that takes most lines.
float lying_row(const BarChartView& view, float width) {
  const float names_w = names_width(view, width);
  std::size_t n_lines = 1;
  for (const std::string& name : view.categories) n_lines = std::max(n_lines, wrapped(Face::regular, kSmall, name, names_w + 1).size());
  return std::max(px(30), line_height(kSmall) * static_cast<float>(n_lines) + px(8));
}

void draw_lying(const BarChartView& view, const ImRect& box, float top) {
  const Context& c = context();
  const Palette& p = *c.colours;
  ImDrawList* list = ImGui::GetWindowDrawList();
  float words_w = 0;
  for (std::size_t i = 0; i < view.categories.size(); ++i) words_w = std::max(words_w, text_size(Face::semibold, kSmall, written(view, total_of(view, i))).x);
  const float names_w = names_width(view, box.GetWidth());
  const float left = box.Min.x + names_w + px(10), right = std::max(left + px(20), box.Max.x - words_w - px(8));
  const double most = most_of(view);
  const float row_h = lying_row(view, box.GetWidth()), line_h = line_height(kSmall);
  for (std::size_t i = 0; i < view.categories.size(); ++i) {
    const float y = box.Min.y + top + row_h * static_cast<float>(i), middle = y + row_h / 2;
    const ImVec2 extent = text_size(Face::regular, kSmall, view.categories[i]);
    const std::vector<std::string> lines = wrapped(Face::regular, kSmall, view.categories[i], names_w + 1);
    for (std::size_t n = 0; n < lines.size(); ++n)
      draw_text(Face::regular, kSmall, {box.Min.x, middle + line_h * (static_cast<float>(n) - static_cast<float>(lines.size()) / 2) + (line_h - extent.y) / 2}, p.text, lines[n]);
    double before = 0;
    for (std::size_t s = 0; s < view.series.size(); ++s) {
      const double value = i < view.series[s].values.size() ? view.series[s].values[i] : 0;
      const auto at = [&](double amount) { return left + static_cast<float>(amount / most) * (right - left); };
      const std::size_t n = view.series.size();
      const float thick = view.stacked ? px(18) : px(20) / static_cast<float>(n);
      const float bar_top = view.stacked ? middle - thick / 2 : middle - px(10) + thick * static_cast<float>(s);
      list->AddRectFilled({at(view.stacked ? before : 0), bar_top}, {at((view.stacked ? before : 0) + value), bar_top + thick - (view.stacked ? 0 : px(1))}, chart_colour(s, c.view.dark), px(2));
      before += value;
    }
    const double total = total_of(view, i);
    draw_text(Face::semibold, kSmall, {left + static_cast<float>(total / most) * (right - left) + px(6), middle - extent.y / 2}, p.text, written(view, total));
  }
}

}  // namespace

void bar_chart(const BarChartView& view) {
  const float key_h = view.series.size() < 2 ? 0 : px(52);
  const float height = view.lying ? lying_row(view, available_width()) * static_cast<float>(view.categories.size()) + key_h : px(view.height);
  const ImRect box = place(available_width(), height);
  SemanticNode node;
  node.role = Role::image;
  node.id = make_id(view.name);
  node.name = view.name;
  report(box, std::move(node));
  if (!visible(box)) return;
  const float top = draw_key(view, box);
  if (view.lying) draw_lying(view, box, top);
  else draw_standing(view, box, top);
}

}  // namespace loopready::kit
