#include "ui/kit/fonts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/json.h"
#include "ui/stage.h"
#include "ui/kit/context.h"
#include "ui/kit/layout.h"

using namespace loopready;
using namespace loopready::kit;

TEST_CASE("fonts: the em's height stands in the font's own tables") {
  const struct {
    int face;
    double units_per_em, ascender, descender;  // as the fonts' designers set them
  } cases[] = {{0, 2048, 1984, -494}, {1, 2048, 1984, -494}, {2, 1000, 1020, -300}, {3, 1000, 1000, 0}};
  for (const auto& one : cases) {
    CAPTURE(one.face);
    const double expected = (one.ascender - one.descender) / one.units_per_em;
    CHECK(em_height(ui_test::fonts().face[one.face]) == doctest::Approx(expected).epsilon(1e-6));
  }
  CHECK(em_height(ui_test::fonts().face[0]) == doctest::Approx(1.21).epsilon(0.001));
}

TEST_CASE("fonts: what is no font has a sensible height") {
  const std::string inter = ui_test::fonts().face[0];
  for (const std::string& bytes : {std::string(), std::string("OTTO"), std::string(12, '\0'), std::string(400, '\xFF'),
                                   inter.substr(0, 12), inter.substr(0, 60), inter.substr(0, 300)}) {
    CAPTURE(bytes.size());
    const float height = em_height(bytes);
    CHECK(height > 0.5f);
    CHECK(height < 3);
  }
}

TEST_CASE("fonts: text is as wide and as high as CSS says") {
  // JetBrains Mono: every glyph 600 of 1000 units wide.
  float scale = 0;
  ui_test::Stage stage([&] {
    const Area page("Page", {0, 0, view_width(), view_height()});
    CHECK(text_size(Face::mono, 20, "select").x == doctest::Approx(6 * 12 * scale).epsilon(0.01));
    CHECK(text_size(Face::mono, 20, "\xC3\xA9").x == doctest::Approx(12 * scale).epsilon(0.01));
    CHECK(text_size(Face::regular, 20, "x").y == doctest::Approx(20 * 1.21 * scale).epsilon(0.01));
    CHECK(line_height(16) == doctest::Approx(20 * scale));
  });
  for (const float one : {1.0f, 1.25f, 2.0f}) {
    stage.window.dpr = scale = one;
    stage.frame();
  }
  CHECK(stage.n_drawn() >= 3);
}

TEST_CASE("fonts: every icon is in the icon font and in the list the page's font is cut from") {
  const std::string header = ui_test::read_text("src/ui/kit/icons.h");
  auto list = base::parse_json(ui_test::read_text("assets/icons.json"), "icons");
  REQUIRE(list.ok());
  ui_test::Stage stage([] {});
  stage.frame();
  std::size_t n = 0;
  // Three bytes of UTF-8, written as "\xee\x85\xb8".
  for (std::size_t at = header.find("\"\\x"); at != std::string::npos; at = header.find("\"\\x", at + 1)) {
    const auto byte = [&](std::size_t i) {
      return static_cast<unsigned>(std::strtoul(header.substr(at + 3 + 4 * i, 2).c_str(), nullptr, 16));
    };
    const unsigned point = (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    char hex[8];
    std::snprintf(hex, sizeof hex, "%04x", point);
    CAPTURE(hex);
    CHECK(kit::context().font[3]->IsGlyphInFont(static_cast<ImWchar>(point)));
    const bool listed = std::any_of(list.value().begin(), list.value().end(), [&](const base::Json& one) { return one == hex; });
    CHECK(listed);
    ++n;
  }
  CHECK(n == list.value().size());
}
