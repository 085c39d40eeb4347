// A whole exercise, from the first screen to the worked answer, with nothing but keys.
#include <doctest/doctest.h>

#include <string>

#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

const std::string kSql = "select user_id, min(signup_date) from prime_signups group by user_id";

base::Json body_of(const Driver& driver, const std::string& kind) {
  const app::SendRequest* sent = driver.latest<app::SendRequest>();
  REQUIRE(sent != nullptr);
  CHECK(sent->request.kind == kind);
  return sent->request.body;
}

void check_faultless(const Driver& driver) { CHECK(fault_text(driver) == ""); }

std::vector<std::string> cells_of(const Driver& driver, const std::string& table) {
  std::vector<std::string> cells;
  for (const SemanticNode& row : driver.below(driver.the(Role::table, table).id))
    for (const SemanticNode& cell : driver.below(row.id))
      if (cell.role == Role::cell) cells.push_back(cell.name);
  return cells;
}

// Why cells are marked, one text a cell.
std::vector<std::string> marks_of(const Driver& driver, const std::string& table) {
  std::vector<std::string> marks;
  for (const SemanticNode& row : driver.below(driver.the(Role::table, table).id))
    for (const SemanticNode& cell : driver.below(row.id))
      if (cell.role == Role::cell) marks.push_back(cell.description);
  return marks;
}

const std::vector<std::string> kExpected = {"U1", "2024-02-01", "O101", "2024-02-10", "9", "U3", "2024-01-05", "O300", "2024-01-25", "20"};

void start_by_keys(Driver& driver) {
  driver.apply(app::Restored{});
  driver.apply(app::IndexArrived{real_index()});
  CHECK(driver.find(Role::heading, first_purchase().title));
  driver.tab_to(Role::button, "Start");
  driver.press("Enter");
  CHECK(driver.app.route.item == kFirstPurchase);
  REQUIRE(driver.latest<app::LoadPack>() != nullptr);
  REQUIRE(driver.latest<app::ShowRoute>() != nullptr);
  CHECK(driver.latest<app::ShowRoute>()->hash == "#/item/" + kFirstPurchase);
  CHECK(driver.says("Loading the exercise"));
  driver.apply(app::PackArrived{"sql", real_pack()});
  REQUIRE(driver.focused());
  CHECK(driver.focused()->name == first_purchase().title);
  CHECK(driver.focused()->level == 1);
  check_faultless(driver);
}

void go_through(Window window, bool narrow) {
  Driver driver(window);
  start_by_keys(driver);

  // The task: prompt, sample, expected rows.
  CHECK(cells_of(driver, "Expected result") == kExpected);
  CHECK(driver.find(Role::table, "Sample rows of orders"));
  if (narrow) {
    driver.tab_to(Role::tab, "Prompt");
    driver.press("ArrowRight");
    CHECK(driver.focused()->name == "Query");
  }
  driver.tab_to(Role::text_box, "SQL editor");
  driver.type_into("draft/" + kFirstPurchase, kSql);

  // Run.
  CHECK(driver.press("Enter", kit::kControl));
  CHECK(body_of(driver, "run")["sql"] == kSql);
  CHECK(body_of(driver, "run")["tables"].size() == 2);
  driver.answer(model::to_json(ran(expected_first_purchase())));
  CHECK(cells_of(driver, "Result") == kExpected);
  CHECK(driver.says("2 rows in 2.3 ms"));
  check_faultless(driver);

  // Submit a wrong answer.
  CHECK(driver.press("Enter", kit::kControl | kit::kShift));
  CHECK(body_of(driver, "grade")["answer"]["sql"] == kSql);
  driver.answer(model::to_json(wrong_verdict()));
  CHECK(driver.find(Role::heading, "Not yet"));
  CHECK(driver.says("1 row has another value: U1 signed up on 2024-02-01."));
  CHECK(driver.says("A common trap"));
  CHECK(driver.says("and the task asks for the"));  // from the trap's own words
  CHECK(driver.says("Right on 6 of 7 datasets.") == (first_purchase().datasets.size() == 7));
  CHECK(cells_of(driver, "Expected rows") == kExpected);
  CHECK(cells_of(driver, "Your result")[1] == "2024-01-01");
  const std::string other = "other value expected", missed = "not so in your result";
  CHECK(marks_of(driver, "Your result") == std::vector<std::string>{"", other, other, other, other, "", "", "", "", ""});
  CHECK(marks_of(driver, "Expected rows") == std::vector<std::string>{"", missed, missed, missed, missed, "", "", "", "", ""});
  CHECK(driver.find(Role::table, "Rows of prime_signups"));
  CHECK((driver.the(Role::tab, "Verdict").flags & kit::kSelected) != 0);
  check_faultless(driver);

  // The result is still one tab away.
  driver.tab_to(Role::tab, "Verdict");
  driver.press("ArrowLeft");
  CHECK(driver.focused()->name == "Result");
  CHECK(cells_of(driver, "Result") == kExpected);

  // Right, then the worked answer.
  driver.tab_to(Role::text_box, "SQL editor");
  driver.type_into("draft/" + kFirstPurchase, first_purchase().answer);
  CHECK(driver.press("Enter", kit::kControl | kit::kShift));
  driver.answer(model::to_json(right_verdict()));
  CHECK(driver.find(Role::heading, "Right"));
  CHECK_FALSE(driver.find(Role::heading, "Not yet"));
  driver.tab_to(Role::button, "Compare with the worked answer");
  driver.press(" ");
  CHECK(driver.find(Role::heading, "Worked answer"));
  CHECK(driver.find(Role::heading, "Traps, and why they are wrong"));
  check_faultless(driver);
  driver.tab_to(Role::button, "Put it into the editor");
  driver.press("Enter");
  CHECK(app::draft_of(driver.app, kFirstPurchase) == first_purchase().answer);
  CHECK(driver.app.log.n_solved() == 1);

  // And home again.
  driver.tab_to(Role::link, "Today");
  driver.press("Enter");
  CHECK(driver.app.route.place == app::Place::today);
  CHECK(driver.focused()->name == "Today");
  CHECK(driver.says("You have solved everything"));
  CHECK(driver.the(Role::progress_bar, "Solved").value == "1 of 1 exercise solved");
}

}  // namespace

TEST_CASE("journey: by keys alone in a wide window") { go_through({}, false); }
TEST_CASE("journey: by keys alone in a narrow window") { go_through({.width = 412, .height = 800, .coarse_pointer = true}, true); }

TEST_CASE("journey: with the mouse") {
  Driver driver;
  driver.apply(app::Restored{});
  driver.apply(app::IndexArrived{real_index()});
  driver.click(Role::button, "Start");
  driver.apply(app::PackArrived{"sql", real_pack()});
  driver.type_into("draft/" + kFirstPurchase, kSql);
  driver.click(Role::button, "Run");
  CHECK(body_of(driver, "run")["sql"] == kSql);
  driver.answer(model::to_json(ran(expected_first_purchase())));
  const SemanticNode head = driver.below(driver.below(driver.the(Role::table, "Result").id)[0].id).back();
  CHECK(head.name == "days_to_first_order");
  driver.click_at(head.rect.x + head.rect.w / 2, head.rect.y + head.rect.h / 2);
  driver.click_at(head.rect.x + head.rect.w / 2, head.rect.y + head.rect.h / 2);
  CHECK(cells_of(driver, "Result")[0] == "U3");
  CHECK(driver.find(Role::table, "Result"));
  driver.click(Role::button, "Copy");
  REQUIRE(driver.latest<app::CopyText>() != nullptr);
  CHECK(driver.latest<app::CopyText>()->text ==
        "user_id\tsignup_date\tfirst_order_id\tfirst_order_date\tdays_to_first_order\n"
        "U1\t2024-02-01\tO101\t2024-02-10\t9\nU3\t2024-01-05\tO300\t2024-01-25\t20\n");
  driver.click(Role::button, "Submit");
  driver.answer(model::to_json(wrong_verdict()));
  CHECK(driver.find(Role::heading, "Not yet"));
  driver.click(Role::button, "Back to Practice");
  CHECK(driver.app.route.place == app::Place::practice);
}
