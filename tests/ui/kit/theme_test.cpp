#include "ui/kit/theme.h"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <iterator>

using namespace loopready::kit;

namespace {

// WCAG 2.2: relative luminance and contrast ratio.
double luminance(Colour colour) {
  const auto channel = [&](int shift) {
    const double c = static_cast<double>(colour >> shift & 0xFFu) / 255;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(16);
}

double contrast(Colour a, Colour b) {
  const double x = luminance(a), y = luminance(b);
  return (std::fmax(x, y) + 0.05) / (std::fmin(x, y) + 0.05);
}

struct Named {
  const char* name;
  Colour colour;
};

void check_all(const Named* fronts, std::size_t n_fronts, const Named* grounds, std::size_t n_grounds, double least) {
  for (std::size_t i = 0; i < n_fronts; ++i)
    for (std::size_t j = 0; j < n_grounds; ++j)
      CHECK_MESSAGE(contrast(fronts[i].colour, grounds[j].colour) >= least,
                    fronts[i].name << " on " << grounds[j].name << " has " << contrast(fronts[i].colour, grounds[j].colour));
}

}  // namespace

TEST_CASE("theme: contrast is reckoned as the standard says") {
  CHECK(contrast(0xFFFFFFFFu, 0xFF000000u) == doctest::Approx(21));
  CHECK(contrast(0xFF767676u, 0xFFFFFFFFu) == doctest::Approx(4.54).epsilon(0.002));
  CHECK(contrast(0xFF0000FFu, 0xFFFFFFFFu) == doctest::Approx(4.0).epsilon(0.01));  // red
}

TEST_CASE("theme: words can be read on every ground they stand on") {
  for (const bool dark : {false, true}) {
    CAPTURE(dark);
    const Palette& p = palette(dark);
    const Named words[] = {{"text", p.text}, {"quiet", p.quiet}, {"accent", p.accent},
                           {"good", p.good}, {"careful", p.careful}, {"bad", p.bad}};
    const Named grounds[] = {{"page", p.page}, {"surface", p.surface}, {"raised", p.raised}};
    check_all(words, std::size(words), grounds, std::size(grounds), 4.5);
    const Named text[] = {{"text", p.text}, {"quiet", p.quiet}};
    const Named soft[] = {{"accent_soft", p.accent_soft}, {"good_soft", p.good_soft}, {"careful_soft", p.careful_soft},
                          {"bad_soft", p.bad_soft}};
    check_all(text, std::size(text), soft, std::size(soft), 4.5);
    const Named own[][2] = {{{"accent", p.accent}, {"its soft ground", p.accent_soft}},
                            {{"good", p.good}, {"its soft ground", p.good_soft}},
                            {{"careful", p.careful}, {"its soft ground", p.careful_soft}},
                            {{"bad", p.bad}, {"its soft ground", p.bad_soft}},
                            {{"on_accent", p.on_accent}, {"accent", p.accent}},
                            {{"on_accent", p.on_accent}, {"accent_hover", p.accent_hover}}};
    for (const auto& pair : own) check_all(&pair[0], 1, &pair[1], 1, 4.5);
  }
}

TEST_CASE("theme: edges of controls and the focus ring can be seen") {
  for (const bool dark : {false, true}) {
    CAPTURE(dark);
    const Palette& p = palette(dark);
    const Named edges[] = {{"control", p.control}, {"focus", p.focus}};
    const Named grounds[] = {{"page", p.page}, {"surface", p.surface}, {"raised", p.raised}};
    check_all(edges, std::size(edges), grounds, std::size(grounds), 3);
    const Named focus[] = {{"focus", p.focus}};
    const Named soft[] = {{"accent_soft", p.accent_soft}, {"good_soft", p.good_soft}, {"careful_soft", p.careful_soft},
                          {"bad_soft", p.bad_soft}};
    check_all(focus, 1, soft, std::size(soft), 3);
  }
}

TEST_CASE("theme: every tone has its colour and its ground, opaque") {
  for (const bool dark : {false, true}) {
    const Palette& p = palette(dark);
    CHECK(tone_colour(p, Tone::bad) == p.bad);
    CHECK(tone_colour(p, Tone::normal) == p.text);
    CHECK(tone_soft(p, Tone::good) == p.good_soft);
    CHECK(tone_soft(p, Tone::quiet) == p.raised);
    for (const Tone tone : {Tone::normal, Tone::quiet, Tone::accent, Tone::good, Tone::careful, Tone::bad}) {
      CHECK((tone_colour(p, tone) >> 24) == 0xFFu);
      CHECK((tone_soft(p, tone) >> 24) == 0xFFu);
      CHECK(contrast(tone_colour(p, tone), tone_soft(p, tone)) >= 4.5);
    }
  }
  CHECK(palette(true).page != palette(false).page);
}
