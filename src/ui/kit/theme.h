// Colours and measures of the look, for light and dark.
// Here: Tone (what a colour means), Palette.  Not here: fonts (fonts.h), widgets.
// Terms: a colour is 0xAABBGGRR, as the draw lists take it; measures are CSS pixels until scaled.
#pragma once

#include <cstddef>
#include <cstdint>

namespace loopready::kit {

using Colour = std::uint32_t;

// What a piece of text or a badge says, beside its words.
enum class Tone { normal, quiet, accent, good, careful, bad };

struct Palette {
  Colour page;        // behind everything
  Colour surface;     // cards, panes
  Colour raised;      // table heads, hovered rows, code
  Colour line;        // borders that only separate: 1 px
  Colour control;     // borders of controls, at least 3:1 on page and surface
  Colour text;
  Colour quiet;       // secondary text, at least 4.5:1
  Colour accent;      // at least 4.5:1 as text
  Colour on_accent;   // text on accent
  Colour accent_hover;
  Colour accent_soft; // behind the selected thing
  Colour good, good_soft;
  Colour careful, careful_soft;
  Colour bad, bad_soft;
  Colour focus;       // ring, at least 3:1
  Colour shade;       // behind a dialog
};

const Palette& palette(bool dark);
// The same with black or white text and strong lines, for readers who ask for more contrast.
Palette more_contrast(const Palette& palette, bool dark);
// From the colours a system forces on pages, 0xRRGGBB: canvas, text, link, button, button text, highlight, highlight
// text, grey (unused: quiet text must stay readable).
Palette forced_palette(const std::uint32_t (&rgb)[8]);
// The n-th series of a chart: Okabe and Ito's colours, darkened or lightened to at least 3:1 on the ground.
Colour chart_colour(std::size_t n, bool dark);
Colour tone_colour(const Palette& palette, Tone tone);
Colour tone_soft(const Palette& palette, Tone tone);

// Text sizes and spaces, CSS pixels.
inline constexpr float kSmall = 13, kBody = 15, kLarge = 18, kTitle = 24, kDisplay = 32;
inline constexpr float kRadius = 8;
inline constexpr float kReadingWidth = 720;

}  // namespace loopready::kit
