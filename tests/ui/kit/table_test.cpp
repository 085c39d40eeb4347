#include "ui/kit/table.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "ui/checks.h"
#include "ui/stage.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

using namespace loopready;
using namespace loopready::kit;
using ui_test::Stage;

namespace {

const std::vector<std::vector<TableCell>> kRows = {
    {{.text = "pear"}, {.text = "10", .number = 10}},
    {{.text = "apple"}, {.text = "NULL", .null = true}},
    {{.text = "fig"}, {.text = "9", .number = 9}},
    {{.text = "NULL", .null = true}, {.text = "-2.5", .number = -2.5}},
    {{.text = "cherry"}, {.text = "100", .number = 100}},
};

TableView fruit() {
  TableView view;
  view.name = "Fruit";
  view.columns = {{"name", "varchar", false}, {"n", "int", true}};
  view.n_rows = static_cast<int>(kRows.size());
  view.cell = [](int row, int column) { return kRows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]; };
  return view;
}

TableView numbers(int n_rows, int n_columns, float max_height) {
  TableView view;
  view.name = "Numbers";
  for (int i = 0; i < n_columns; ++i) view.columns.push_back({"column " + std::to_string(i), "", true});
  view.n_rows = n_rows;
  view.max_height = max_height;
  view.cell = [](int row, int column) {
    return TableCell{.text = std::to_string(row * 100 + column), .number = static_cast<double>(row * 100 + column)};
  };
  return view;
}

std::function<void()> on_page(std::function<TableView()> view, TableLook& look) {
  return [view, &look] {
    const Area area("Page", {0, 0, view_width(), view_height()});
    table(view(), look);
  };
}

std::vector<std::string> column(const Stage& stage, std::size_t which) {
  std::vector<std::string> values;
  for (const SemanticNode& row : stage.all(Role::row)) {
    const auto cells = stage.below(row.id);
    if (cells.size() > which && cells[which].role == Role::cell) values.push_back(cells[which].name);
  }
  return values;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("table: head, rows and cells are nodes in their places") {
  TableLook look;
  Stage stage(on_page(fruit, look));
  stage.frame();
  const SemanticNode table_node = stage.the(Role::table, "Fruit");
  const auto rows = stage.below(table_node.id);
  REQUIRE(rows.size() == 6);
  for (const SemanticNode& row : rows) CHECK(stage.below(row.id).size() == 2);
  CHECK(stage.names(Role::column_header) == Texts{"name", "n"});
  CHECK(stage.the(Role::column_header, "name").description == "varchar");
  CHECK(column(stage, 0) == Texts{"pear", "apple", "fig", "NULL", "cherry"});
  CHECK(ui_test::fault_text(stage) == "");
}

TEST_CASE("table: a head sorts up, down and not at all; numbers as numbers, NULL last") {
  const struct {
    const char* head;
    Texts up, down;  // of the sorted column
  } cases[] = {{"name", {"apple", "cherry", "fig", "pear", "NULL"}, {"pear", "fig", "cherry", "apple", "NULL"}},
               {"n", {"-2.5", "9", "10", "100", "NULL"}, {"100", "10", "9", "-2.5", "NULL"}}};
  std::size_t which = 0;
  for (const auto& one : cases) {
    CAPTURE(one.head);
    TableLook look;
    Stage stage(on_page(fruit, look));
    stage.frame();
    CHECK((stage.the(Role::column_header, one.head).flags & kSortable) != 0);
    stage.click(Role::column_header, one.head);
    CHECK(column(stage, which) == one.up);
    CHECK((stage.the(Role::column_header, one.head).flags & kSortedUp) != 0);
    stage.tab_to(Role::column_header, one.head);
    stage.press("Enter");
    CHECK(column(stage, which) == one.down);
    CHECK((stage.the(Role::column_header, one.head).flags & (kSortedUp | kSortedDown)) == kSortedDown);
    stage.activate(Role::column_header, one.head);
    CHECK(column(stage, 0) == Texts{"pear", "apple", "fig", "NULL", "cherry"});
    CHECK((stage.the(Role::column_header, one.head).flags & (kSortedUp | kSortedDown)) == 0);
    ++which;
  }
}

TEST_CASE("table: one that must not be sorted has no stops in its head") {
  TableLook look;
  Stage stage(on_page([] {
    TableView view = fruit();
    view.sortable = false;
    return view;
  }, look));
  stage.frame();
  CHECK((stage.the(Role::column_header, "n").flags & (kSortable | kInTabOrder)) == 0);
  CHECK(stage.tab_order().empty());
  stage.click(Role::column_header, "n");
  CHECK(look.sorted_by == -1);
}

TEST_CASE("table: a sort by a column that is gone is no sort") {
  TableLook look{7, true};
  Stage stage(on_page(fruit, look));
  stage.frame();
  CHECK(column(stage, 0)[0] == "pear");
}

TEST_CASE("table: keys scroll it while its head stays") {
  TableLook look;
  Stage stage(on_page([] { return numbers(60, 2, 200); }, look));
  stage.frame();
  const auto head_y = [&] { return stage.all(Role::column_header)[0].rect.y; };
  const auto first_y = [&] { return stage.all(Role::cell)[0].rect.y; };
  const float head = head_y(), top = first_y();
  CHECK(stage.the(Role::table, "Numbers").rect.h <= 202);
  stage.tab_to(Role::table, "Numbers");
  CHECK(stage.press("ArrowDown"));
  CHECK(first_y() == doctest::Approx(top - 28));
  CHECK(stage.press("ArrowUp"));
  CHECK(first_y() == doctest::Approx(top));
  CHECK(stage.press("PageDown"));
  CHECK(first_y() < top - 100);
  CHECK(head_y() == head);
  CHECK(stage.press("PageUp"));
  CHECK(first_y() == doctest::Approx(top));
  CHECK(stage.press("End"));
  const auto cells = stage.all(Role::cell);
  const SemanticNode table_node = stage.the(Role::table, "Numbers");
  CHECK((cells.front().flags & kOffScreen) != 0);
  CHECK((cells.back().flags & kOffScreen) == 0);
  CHECK(cells.back().rect.y + cells.back().rect.h <= table_node.rect.y + table_node.rect.h + 1);
  CHECK(head_y() == head);
  CHECK(stage.press("Home"));
  CHECK(first_y() == doctest::Approx(top));
  // The first row begins below the head.
  CHECK(first_y() >= head + stage.all(Role::column_header)[0].rect.h - 1);
}

TEST_CASE("table: keys scroll it sideways, head and cells together") {
  TableLook look;
  Stage stage(on_page([] { return numbers(3, 30, 400); }, look), {.width = 500});
  stage.frame();
  const auto x_of = [&](Role role) { return stage.all(role)[0].rect.x; };
  const float before = x_of(Role::cell), head_before = x_of(Role::column_header);
  stage.tab_to(Role::table, "Numbers");
  CHECK(stage.press("ArrowRight"));
  CHECK(x_of(Role::cell) == doctest::Approx(before - 60));
  CHECK(x_of(Role::column_header) == doctest::Approx(head_before - 60));
  CHECK(stage.press("ArrowLeft"));
  CHECK(x_of(Role::cell) == doctest::Approx(before));
  CHECK(stage.the(Role::table, "Numbers").rect.w <= 500);
}

TEST_CASE("table: Tab to a head out of sight brings it into sight") {
  TableLook look;
  Stage stage(on_page([] { return numbers(3, 30, 400); }, look), {.width = 500});
  stage.frame();
  CHECK((stage.the(Role::column_header, "column 25").flags & kOffScreen) != 0);
  stage.tab_to(Role::column_header, "column 25");
  CHECK((stage.the(Role::column_header, "column 25").flags & kOffScreen) == 0);
  const SemanticNode head = stage.the(Role::column_header, "column 25");
  CHECK(head.rect.x + head.rect.w <= 500);
}

TEST_CASE("table: one that fits is no Tab stop; an empty one keeps its head") {
  TableLook look;
  Stage stage(on_page([] { return numbers(0, 2, 300); }, look));
  stage.frame();
  CHECK((stage.the(Role::table, "Numbers").flags & kInTabOrder) == 0);
  CHECK(stage.names(Role::column_header) == Texts{"column 0", "column 1"});
  CHECK(stage.all(Role::row).size() == 1);
}

TEST_CASE("table: fingers find its heads") {
  TableLook look;
  Stage stage(on_page(fruit, look), {.coarse_pointer = true});
  stage.frame();
  CHECK(ui_test::fault_text(stage) == "");
}

TEST_CASE("table: every row is a node, in sight or not") {
  TableLook look;
  Stage stage(on_page([] { return numbers(200, 10, 4'000); }, look));
  stage.frame();
  CHECK(stage.all(Role::cell).size() == 2'000);
}

TEST_CASE("table: one that fits its line does not scroll, at any width and scale") {
  for (const float dpr : {1.0f, 1.25f, 2.0f}) {
    TableLook look;
    Stage stage(on_page([] { return numbers(5, 6, 320); }, look), {.width = 320, .dpr = dpr});
    stage.frame();
    float natural_w = 0;  // too wide for this window, so that no column is widened
    for (const SemanticNode& head : stage.all(Role::column_header)) natural_w += head.rect.w;
    REQUIRE((stage.the(Role::table, "Numbers").flags & kFocusable) != 0);
    for (float width = 330; width < 1'300; width += 9) {
      stage.window.width = width;
      stage.frame();
      stage.frame();  // where it can be scrolled to is known after a frame
      const SemanticNode table = stage.the(Role::table, "Numbers");
      CAPTURE(width);
      CAPTURE(dpr);
      const float room = (width - 32) * dpr;
      if (std::abs(natural_w + 2 - room) < 3) continue;  // rounding decides
      CHECK(((table.flags & kFocusable) != 0) == (natural_w + 2 > room));
      CHECK(table.rect.h >= (30 + 5 * 28) * dpr);
    }
  }
}
