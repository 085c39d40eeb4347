#include "ui/kit/slider.h"

#include <algorithm>
#include <cmath>

#include <string>
#include <vector>

#include "ui/kit/context.h"

namespace loopready::kit {
namespace {

double share_of(double value, const SliderOptions& options) {
  const double share = options.step > 0 ? (value - options.from) / (options.to - options.from)
                                        : std::log(value / options.from) / std::log(options.to / options.from);
  return std::clamp(share, 0.0, 1.0);
}

double rounded(double value, const SliderOptions& options) {
  if (options.step > 0) {
    value = options.from + std::round((value - options.from) / options.step) * options.step;
    const double digits = std::pow(10.0, std::ceil(-std::log10(options.step)) + 2);  // drops what binary fractions add
    value = std::round(value * digits) / digits;
  } else {
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1);
    value = std::round(value / unit) * unit;
  }
  return std::clamp(value, options.from, options.to);
}

double value_at(double share, const SliderOptions& options) {
  share = std::clamp(share, 0.0, 1.0);
  return rounded(options.step > 0 ? options.from + share * (options.to - options.from)
                                  : options.from * std::pow(options.to / options.from, share), options);
}

// One key's worth along the line; a logarithmic one moves by a tenth of the value's leading digit's unit.
double moved(double value, int steps, const SliderOptions& options) {
  if (options.step > 0) return rounded(value + steps * options.step, options);
  for (; steps > 0; --steps) value = rounded(value + std::pow(10.0, std::floor(std::log10(value * 1.0001)) - 1), options);
  for (; steps < 0; ++steps) value = rounded(value - std::pow(10.0, std::floor(std::log10(value * 0.9999)) - 1), options);
  return value;
}

void take_keys(std::uint32_t id, double& value, const SliderOptions& options) {
  for (std::string key = take_key(id); !key.empty(); key = take_key(id)) {
    if (key == "ArrowRight" || key == "ArrowUp") value = moved(value, 1, options);
    if (key == "ArrowLeft" || key == "ArrowDown") value = moved(value, -1, options);
    if (key == "PageUp") value = moved(value, 10, options);
    if (key == "PageDown") value = moved(value, -10, options);
    if (key == "Home") value = options.from;
    if (key == "End") value = options.to;
  }
}

}  // namespace

bool slider(std::string_view name, double& value, const SliderOptions& options) {
  Context& c = context();
  const Palette& p = *c.colours;
  const double before = value;
  const float track_h = std::max(px(24), context().view.coarse_pointer ? px(44) : 0);
  const float width = std::min(available_width(), px(options.width > 0 ? options.width : 420));
  // A name that is too long for its line takes two; the value stands beside the last.
  const ImVec2 shown = text_size(Face::semibold, kBody - 1, options.shown);
  const std::vector<std::string> lines = wrapped(Face::regular, kBody - 1, name, std::max(width - shown.x - px(8), width / 3));
  const float line_h = std::round(kBody * 1.4f * c.view.scale);
  const float label_h = line_h * static_cast<float>(lines.size());
  const ImRect box = place(width, label_h + track_h);

  SemanticNode node;
  const std::uint32_t id = node.id = make_id(name);
  node.role = Role::slider;
  node.flags = kInTabOrder | kArrowsAcross | kArrowsAlong | kHomeEnd | kPageKeys;
  node.name = std::string(name);
  node.value = std::string(options.shown);
  const ImRect track(box.Min.x, box.Min.y + label_h, box.Max.x, box.Max.y);
  const Behaviour behaviour = interact(track, std::move(node));
  take_keys(id, value, options);
  const float knob = px(8);
  const float from = track.Min.x + knob, to = track.Max.x - knob;
  if (behaviour.held) value = value_at((ImGui::GetIO().MousePos.x - from) / (to - from), options);

  for (std::size_t i = 0; i < lines.size(); ++i)
    draw_text(Face::regular, kBody - 1, {box.Min.x, box.Min.y + line_h * static_cast<float>(i)}, p.quiet, lines[i]);
  draw_text(Face::semibold, kBody - 1, {box.Max.x - shown.x, box.Min.y + label_h - line_h}, p.text, options.shown);
  const float middle = std::round((track.Min.y + track.Max.y) / 2);
  const float at = from + static_cast<float>(share_of(value, options)) * (to - from);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float half = px(2);
  list->AddRectFilled({from, middle - half}, {to, middle + half}, p.control, half);
  list->AddRectFilled({from, middle - half}, {at, middle + half}, p.accent, half);
  list->AddCircleFilled({at, middle}, knob, p.surface, 24);
  list->AddCircle({at, middle}, knob - px(1), behaviour.hovered || behaviour.held ? p.accent_hover : p.accent, 24, px(2));
  if (behaviour.hovered || behaviour.held) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (behaviour.focused) focus_ring(track, 8);
  return value != before;
}

}  // namespace loopready::kit
