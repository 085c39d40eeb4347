#include "ui/kit/text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "ui/checks.h"
#include "ui/stage.h"
#include "ui/kit/context.h"
#include "ui/kit/layout.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

namespace {

// Draws within an area of this many CSS pixels, without padding.
std::function<void()> within(float width, std::function<void()> draw) {
  return [width, draw] {
    const Area area("Page", {0, 0, width, view_height()}, {.padding = 0, .gap = 8});
    draw();
  };
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line;
  return all;
}

}  // namespace

TEST_CASE("text: no line is wider than the width, and no word is lost") {
  const std::string long_word(120, 'w');
  const std::string euros = [] {
    std::string all;
    for (int i = 0; i < 60; ++i) all += "\xE2\x82\xAC\xC3\xA9\xF0\x9F\x98\x80";
    return all;
  }();
  const std::string texts[] = {"one", "one two three four five six seven eight nine ten", "a " + long_word + " b", long_word,
                               euros, "x " + euros, "  spaces   within  and at the end  ", "", "one\ntwo\n\nthree"};
  for (const float dpr : {1.0f, 1.25f, 2.0f})
    for (const std::string& words : texts)
      for (const float width : {30.0f, 77.0f, 200.0f, 1000.0f}) {
        CAPTURE(words);
        CAPTURE(width);
        Stage stage(within(1200, [&] {
                      for (const Face face : {Face::regular, Face::semibold, Face::mono}) {
                        const std::vector<std::string> lines = wrapped(face, 15, words, px(width));
                        std::string expected;
                        for (const char c : words)
                          if (c != '\n') expected += c;
                        std::string kept = joined(lines);
                        // Spaces at the start of a line are dropped, nothing else.
                        const auto bare = [](std::string text) {
                          text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
                          return text;
                        };
                        CHECK(bare(kept) == bare(expected));
                        for (std::string line : lines) {
                          CHECK(base::is_utf8(line));
                          while (!line.empty() && line.back() == ' ') line.pop_back();
                          const bool one_character = line.size() <= 4;
                          CHECK((one_character || text_size(face, 15, line).x <= px(width) + 0.01f));
                        }
                      }
                    }),
                    {.dpr = dpr});
        stage.draw_once();
      }
}

TEST_CASE("text: words are not broken where they fit") {
  Stage stage(within(600, [] {
    const std::vector<std::string> lines = wrapped(Face::mono, 20, "aaaa bbbb cccc", 12 * 10.0f);
    REQUIRE(lines.size() == 2);
    CHECK(base::trim(lines[0]) == "aaaa bbbb");
    CHECK(lines[1] == "cccc");
    CHECK(wrapped(Face::mono, 20, "a\nb", 500).size() == 2);
    CHECK(wrapped(Face::mono, 20, "abcdefgh", 12 * 3.5f) == std::vector<std::string>{"abc", "def", "gh"});
  }));
  stage.draw_once();
}

TEST_CASE("text: a paragraph is a node with a node for each line") {
  Stage stage(within(200, [] { text("The quick brown fox jumps over the lazy dog and goes home."); }));
  stage.frame();
  const auto paragraphs = stage.all(Role::paragraph);
  REQUIRE(paragraphs.size() == 1);
  const auto lines = stage.below(paragraphs[0].id);
  CHECK(lines.size() > 1);
  float bottom = paragraphs[0].rect.y;
  for (const SemanticNode& line : lines) {
    CHECK(line.role == Role::text);
    CHECK(line.rect.y == doctest::Approx(bottom));
    CHECK(line.rect.h == doctest::Approx(23));  // 1.5 times 15, rounded
    bottom = line.rect.y + line.rect.h;
  }
  CHECK(bottom == doctest::Approx(paragraphs[0].rect.y + paragraphs[0].rect.h));
  CHECK(stage.says("The quick brown fox jumps over the lazy dog and goes home."));
}

TEST_CASE("text: mixed faces wrap as one paragraph") {
  Stage stage(within(160, [] {
    rich_text({{Face::regular, Tone::normal, false, "Take the "}, {Face::mono, Tone::normal, true, "order_id"},
               {Face::regular, Tone::normal, false, " of the "}, {Face::semibold, Tone::normal, false, "first"},
               {Face::regular, Tone::normal, false, " order."}}, kBody);
  }));
  stage.frame();
  CHECK(stage.says("Take the order_id of the first order."));
  for (const SemanticNode& line : stage.all(Role::text)) CHECK(line.rect.w <= 160);
}

TEST_CASE("text: punctuation stays with the word before it") {
  // Mixed spans meet without a space: the line must not break between them while both fit on a line of their own.
  for (float width = 60; width < 140; width += 3) {
    CAPTURE(width);
    Stage stage(within(width, [] {
      rich_text({{Face::regular, Tone::normal, false, "some words and "}, {Face::semibold, Tone::normal, false, "bold"},
                 {Face::regular, Tone::normal, false, ", more"}}, kBody);
    }));
    stage.frame();
    const float left = stage.all(Role::paragraph).at(0).rect.x;
    for (const SemanticNode& piece : stage.all(Role::text))
      if (piece.rect.x <= left) CHECK_MESSAGE(piece.name.substr(0, 1) != ",", piece.name);
  }
}

TEST_CASE("text: headings say their level, and the title takes the focus when asked") {
  bool ask = false;
  Stage stage(within(600, [&] {
    if (ask) focus_title();
    ask = false;
    heading(1, "Title");
    heading(2, "Part");
    heading(3, "Detail");
  }));
  stage.frame();
  for (const auto& [name, level] : {std::pair<const char*, int>{"Title", 1}, {"Part", 2}, {"Detail", 3}})
    CHECK(stage.the(Role::heading, name).level == level);
  CHECK((stage.the(Role::heading, "Title").flags & kFocusable) != 0);
  CHECK((stage.the(Role::heading, "Title").flags & kInTabOrder) == 0);
  CHECK((stage.the(Role::heading, "Part").flags & kFocusable) == 0);
  CHECK_FALSE(stage.focused());
  ask = true;
  stage.frame();
  REQUIRE(stage.focused());
  CHECK(stage.focused()->name == "Title");
}

TEST_CASE("text: Markdown becomes paragraphs, lists, headings and code") {
  Stage stage(within(500, [] {
    markdown("# Big\nWords with **weight**.\n\n- one\n- two\n\n1. first\n\n```\nselect 1\n  from t\n```\n### Small");
  }));
  stage.frame();
  CHECK(stage.the(Role::heading, "Big").level == 2);  // level 1 is the screen's own
  CHECK(stage.the(Role::heading, "Small").level == 3);
  CHECK(stage.all(Role::list).size() == 2);
  CHECK(stage.all(Role::list_item).size() == 3);
  REQUIRE(stage.all(Role::code).size() == 1);
  CHECK(stage.says("Words with weight."));
  CHECK(stage.says("select 1\n  from t"));
  CHECK(ui_test::fault_text(stage).empty());
}

TEST_CASE("text: badges and code stand side by side and below, apart") {
  Stage stage(within(120, [] {
    const Flow flow(6);
    badge("L5", Tone::accent);
    badge("medium", Tone::careful);
    badge("20 min", Tone::quiet, "\xEE\x82\x87");
  }));
  stage.frame();
  CHECK(stage.names(Role::text) == std::vector<std::string>{"L5", "medium", "20 min"});
  CHECK(stage.the(Role::text, "20 min").rect.y > stage.the(Role::text, "L5").rect.y);
  CHECK(ui_test::fault_text(stage) == "");
}
