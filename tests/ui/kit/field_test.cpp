#include "ui/kit/field.h"

#include <doctest/doctest.h>

#include <string>

#include "base/json.h"
#include "ui/checks.h"
#include "ui/stage.h"
#include "ui/kit/button.h"
#include "ui/kit/layout.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

namespace {

void draw_fields() {
  const Area area("Page", {20, 30, 400, 300});
  line_field("Search", {"search/practice", "top", 3}, "Search by title", true, 200);
  sql_field("SQL editor", {"draft/x", "select 1", 7},
            {.height = 120, .completion = R"({"tables":{"t":["a"]}})", .mark_line = 2, .mark_column = 5});
  prose_field("Story", {"story/1", "", 0}, 400, "Write here");
}

const TextHost& host(const std::string& key) {
  for (const TextHost& one : text_hosts())
    if (one.key == key) return one;
  static const TextHost none;
  CHECK_MESSAGE(false, "no field " << key);
  return none;
}

}  // namespace

TEST_CASE("fields: each is a text box and a host of the same id, place and name") {
  Stage stage(draw_fields);
  stage.frame();
  REQUIRE(text_hosts().size() == 3);
  for (const TextHost& one : text_hosts()) {
    CAPTURE(one.key);
    const SemanticNode node = stage.the(Role::text_box, one.label);
    CHECK(node.id == one.id);
    CHECK(node.rect == one.rect);
    CHECK(node.value == one.key);
    CHECK((node.flags & (kFocusable | kInTabOrder)) == (kFocusable | kInTabOrder));
  }
  CHECK(stage.tab_order() == std::vector<std::string>{"Search", "SQL editor", "Story"});
}

TEST_CASE("fields: what the page must know of each") {
  Stage stage(draw_fields);
  stage.frame();
  const TextHost& line = host("search/practice");
  CHECK(line.kind == HostKind::line);
  CHECK(line.value == "top");
  CHECK(line.revision == 3);
  CHECK(line.live);
  CHECK(line.placeholder == "Search by title");
  CHECK(line.rect == Rect{36, 46, 200, 32});
  CHECK(line.font_px == 15);
  const TextHost& sql = host("draft/x");
  CHECK(sql.kind == HostKind::sql);
  CHECK_FALSE(sql.live);
  CHECK(sql.rect.h == 120);
  CHECK(sql.mark_line == 2);
  CHECK(sql.mark_column == 5);
  CHECK(sql.font_px == 14);
  CHECK(host("story/1").kind == HostKind::prose);
}

TEST_CASE("fields: cut off where their area ends") {
  Stage stage(draw_fields);
  stage.frame();
  const TextHost& prose = host("story/1");
  CHECK(prose.rect.h == 400);
  CHECK(prose.clip.y == prose.rect.y);
  CHECK(prose.clip.y + prose.clip.h == doctest::Approx(330));
  CHECK(host("draft/x").clip == host("draft/x").rect);
  // Scrolled away above, its upper part is cut off.
  scroll_to(stage.the(Role::text_box, "Story").id);
  stage.frame();
  pointer_move(100, 200, PointerSource::mouse);
  wheel(0, 2'000);
  stage.frame();
  CHECK(host("story/1").clip.y == doctest::Approx(30));
  CHECK(host("search/practice").clip.h == 0);
}

TEST_CASE("fields: measures follow the scale") {
  Stage stage(draw_fields, {.dpr = 2});
  stage.frame();
  CHECK(host("search/practice").rect == Rect{72, 92, 400, 64});
  CHECK(host("search/practice").font_px == 30);
}

TEST_CASE("fields: as the page reads them") {
  Stage stage(draw_fields);
  stage.frame();
  auto json = base::parse_json(to_json_text(text_hosts()), "hosts");
  REQUIRE(json.ok());
  REQUIRE(json.value().size() == 3);
  const base::Json& sql = json.value()[1];
  CHECK(sql["id"] == stage.the(Role::text_box, "SQL editor").id);
  CHECK(sql["kind"] == "sql");
  CHECK(sql["value"] == "select 1");
  CHECK(sql["revision"] == 7);
  CHECK(sql["mark"] == base::Json::array({2, 5}));
  CHECK(base::to_text(sql["completion"]) == R"({"tables":{"t":["a"]}})");
  CHECK(sql["covers"] == base::Json::array());
  CHECK(sql["rect"].size() == 4);
  CHECK_FALSE(json.value()[0].contains("mark"));
  CHECK_FALSE(json.value()[0].contains("completion"));
  CHECK(json.value()[0]["live"] == true);
}

TEST_CASE("fields: a text that is no UTF-8 or no JSON still travels") {
  TextHost host_of;
  host_of.id = 1;
  host_of.value = "\xFF\xFE";
  host_of.completion = "{broken";
  auto json = base::parse_json(to_json_text({host_of}), "hosts");
  CHECK(json.ok());
}

TEST_CASE("fields: keys typed into one stay there, but for shortcuts") {
  int n = 0;
  Stage stage([&] {
    draw_fields();
    const Area area("Below", {20, 400, 400, 100});
    n += button("Run", {.shortcut = "Control+Enter"}) ? 1 : 0;
  });
  stage.frame();
  stage.tab_to(Role::text_box, "SQL editor");
  for (const char* key : {"Enter", " ", "a", "ArrowDown", "Home", "Escape"}) CHECK_FALSE(stage.press(key));
  CHECK(n == 0);
  CHECK(stage.press("Enter", kControl));
  CHECK(n == 1);
}
