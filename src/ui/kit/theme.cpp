#include "ui/kit/theme.h"

#include <iterator>

namespace loopready::kit {
namespace {

// 0xRRGGBB as it is usually written, opaque.
constexpr Colour rgb(std::uint32_t hex) {
  return 0xFF000000u | (hex & 0xFFu) << 16 | (hex & 0xFF00u) | (hex >> 16 & 0xFFu);
}
constexpr Colour faded(Colour colour, std::uint32_t alpha) { return (colour & 0x00FFFFFFu) | alpha << 24; }

constexpr Palette kLight = {
    .page = rgb(0xF6F7F9), .surface = rgb(0xFFFFFF), .raised = rgb(0xEEF1F5), .line = rgb(0xDDE2E9),
    .control = rgb(0x7F8A99), .text = rgb(0x18202B), .quiet = rgb(0x566172), .accent = rgb(0x1F5FBF),
    .on_accent = rgb(0xFFFFFF), .accent_hover = rgb(0x184E9E), .accent_soft = rgb(0xE3EDFB),
    .good = rgb(0x15703A), .good_soft = rgb(0xE2F4E8), .careful = rgb(0x8A5300), .careful_soft = rgb(0xFCF0DA),
    .bad = rgb(0xB3261E), .bad_soft = rgb(0xFCE8E6), .focus = rgb(0x1F5FBF), .shade = faded(rgb(0x101722), 0x80)};

constexpr Palette kDark = {
    .page = rgb(0x11151B), .surface = rgb(0x191F27), .raised = rgb(0x232B36), .line = rgb(0x303A47),
    .control = rgb(0x77849A), .text = rgb(0xE7EBF1), .quiet = rgb(0xA3AEBD), .accent = rgb(0x7DB0FF),
    .on_accent = rgb(0x0B1626), .accent_hover = rgb(0xA5C8FF), .accent_soft = rgb(0x1E3350),
    .good = rgb(0x6FD08C), .good_soft = rgb(0x17321F), .careful = rgb(0xF0B95B), .careful_soft = rgb(0x3A2C10),
    .bad = rgb(0xFF8A80), .bad_soft = rgb(0x3D1F1D), .focus = rgb(0x7DB0FF), .shade = faded(rgb(0x000000), 0x99)};

}  // namespace

const Palette& palette(bool dark) { return dark ? kDark : kLight; }

Palette more_contrast(const Palette& base, bool dark) {
  Palette palette = base;
  palette.text = dark ? rgb(0xFFFFFF) : rgb(0x000000);
  palette.quiet = dark ? rgb(0xE7EBF1) : rgb(0x2B3340);
  palette.line = base.control;
  palette.control = palette.quiet;
  palette.page = dark ? rgb(0x000000) : rgb(0xFFFFFF);
  palette.focus = palette.text;
  return palette;
}

Palette forced_palette(const std::uint32_t (&system)[8]) {
  const Colour canvas = rgb(system[0]), text = rgb(system[1]), link = rgb(system[2]), button = rgb(system[3]),
               button_text = rgb(system[4]), highlight = rgb(system[5]), highlight_text = rgb(system[6]);
  return {.page = canvas, .surface = canvas, .raised = button, .line = text, .control = button_text, .text = text,
          .quiet = text, .accent = link, .on_accent = canvas, .accent_hover = highlight,
          .accent_soft = canvas, .good = text, .good_soft = canvas, .careful = text, .careful_soft = canvas, .bad = text,
          .bad_soft = canvas, .focus = highlight, .shade = faded(highlight_text, 0xC0)};
}

Colour chart_colour(std::size_t n, bool dark) {
  constexpr Colour kOnLight[] = {rgb(0x0072B2), rgb(0xB84A00), rgb(0x007A5A), rgb(0xA3477F), rgb(0x8A6A00), rgb(0x2F7FB5), rgb(0x5A5A5A), rgb(0x000000)};
  constexpr Colour kOnDark[] = {rgb(0x56B4E9), rgb(0xE69F00), rgb(0x2BC49A), rgb(0xD98CB8), rgb(0xF0E442), rgb(0x6FA8DC), rgb(0xB0B0B0), rgb(0xFFFFFF)};
  return dark ? kOnDark[n % std::size(kOnDark)] : kOnLight[n % std::size(kOnLight)];
}

Colour tone_colour(const Palette& palette, Tone tone) {
  switch (tone) {
    case Tone::normal: return palette.text;
    case Tone::quiet: return palette.quiet;
    case Tone::accent: return palette.accent;
    case Tone::good: return palette.good;
    case Tone::careful: return palette.careful;
    case Tone::bad: return palette.bad;
  }
  return palette.text;
}

Colour tone_soft(const Palette& palette, Tone tone) {
  switch (tone) {
    case Tone::normal:
    case Tone::quiet: return palette.raised;
    case Tone::accent: return palette.accent_soft;
    case Tone::good: return palette.good_soft;
    case Tone::careful: return palette.careful_soft;
    case Tone::bad: return palette.bad_soft;
  }
  return palette.raised;
}

}  // namespace loopready::kit
