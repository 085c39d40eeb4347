#include <doctest/doctest.h>

#include <string>

#include "samples.h"
#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

constexpr const char* kDraft = "draft/top-n";

struct Sitting : Driver {
  explicit Sitting(Window of = {}) : Driver(of, "#/item/top-n") { load_samples(*this); }
  void run(const std::string& sql = "select id\nfrom orders") {
    type_into(kDraft, sql);
    press("Enter", kit::kControl);
  }
};

base::Json json_of(const std::string& text) { return samples::json_of(text); }

std::vector<std::string> hints(const Driver& driver) {
  std::vector<std::string> found;
  for (const SemanticNode& node : driver.all(Role::heading))
    if (node.name.substr(0, 5) == "Hint ") found.push_back(node.name);
  return found;
}

}  // namespace

TEST_CASE("exercise: the title, the task, the editor and its keys") {
  Sitting driver;
  CHECK(driver.the(Role::heading, "Top orders").level == 1);
  CHECK(driver.says("List them."));
  CHECK(driver.says("Today is 2024-03-01."));
  CHECK(driver.says("Ordered by id desc."));
  CHECK(driver.the(Role::button, "Run").shortcut == "Control+Enter");
  CHECK(driver.the(Role::button, "Submit").shortcut == "Control+Shift+Enter");
  REQUIRE(kit::text_hosts().size() == 1);
  CHECK(kit::text_hosts()[0].value == "-- start here");
  CHECK(kit::text_hosts()[0].completion == R"({"tables":{"orders":["id","day"]}})");
  CHECK(fault_text(driver) == "");
}

TEST_CASE("exercise: the tables of the world") {
  Sitting driver;
  driver.click(Role::tab, "Tables");
  CHECK(driver.says("It sells."));
  CHECK(driver.find(Role::heading, "orders"));
  CHECK(driver.says("One row per order"));
  CHECK(driver.says("id  bigint, key"));
  CHECK(driver.says("day  date, may be NULL"));
  CHECK(driver.says("day refers to days(day)."));
  CHECK(fault_text(driver) == "");
}

TEST_CASE("exercise: hints come one at a time") {
  Sitting driver;
  driver.click(Role::tab, "Hints");
  CHECK(hints(driver).empty());
  CHECK(driver.says("Ties?"));
  driver.tab_to(Role::button, "Show the first hint");
  driver.press("Enter");
  CHECK(hints(driver) == std::vector<std::string>{"Hint 1 of 3"});
  CHECK(driver.says("Think."));
  CHECK_FALSE(driver.says("row_number()"));
  CHECK(driver.find(Role::tab, "Hints (1/3)"));
  CHECK(driver.count<app::AppendRecord>() == 2);  // opened, hint
  driver.click(Role::button, "Show the next hint");
  CHECK(driver.says("Use row_number()."));
  driver.click(Role::button, "Show the next hint");
  CHECK(hints(driver).size() == 3);
  CHECK_FALSE(driver.find(Role::button, "Show the next hint"));
  CHECK(driver.says("That was the last hint."));
  CHECK(fault_text(driver) == "");
}

TEST_CASE("exercise: the first hint keeps the focus near when its button goes") {
  Sitting driver;
  driver.click(Role::tab, "Hints");
  driver.tab_to(Role::button, "Show the first hint");
  driver.press("Enter");
  REQUIRE(driver.focused());
  // Three presses of Enter show three hints: the focus does not jump to the top of the screen.
  CHECK(driver.focused()->name == "Show the next hint");
}

TEST_CASE("exercise: giving up asks first, and is noted") {
  Sitting driver;
  driver.click(Role::tab, "Answer");
  CHECK_FALSE(driver.says("select id from orders"));
  driver.click(Role::button, "Give up and show the answer");
  CHECK(driver.says("Show the answer now?"));
  CHECK_FALSE(driver.find(Role::heading, "Worked answer"));
  CHECK(fault_text(driver) == "");
  driver.click(Role::button, "Keep trying");
  CHECK_FALSE(driver.says("Show the answer now?"));
  driver.tab_to(Role::button, "Give up and show the answer");
  driver.press("Enter");
  driver.tab_to(Role::button, "Show it");
  driver.press("Enter");
  CHECK(driver.find(Role::heading, "Worked answer"));
  CHECK(driver.says("select id from orders"));
  CHECK(driver.find(Role::heading, "All days"));
  CHECK(driver.app.log.status("top-n").gave_up);
  CHECK(fault_text(driver) == "");
}

TEST_CASE("exercise: Run and Submit rest while a job is under way; Cancel comes after a while") {
  Sitting driver;
  driver.run();
  REQUIRE(driver.count<app::SendRequest>() == 1);
  CHECK((driver.the(Role::button, "Run").flags & kit::kDisabled) == 0);
  CHECK_FALSE(driver.find(Role::button, "Cancel"));
  CHECK(kit::wake_ms() == doctest::Approx(300));
  driver.press("Enter", kit::kControl);
  CHECK(driver.count<app::SendRequest>() == 1);
  driver.wait(299);
  CHECK_FALSE(driver.find(Role::button, "Cancel"));
  driver.wait(1);
  CHECK(driver.find(Role::button, "Cancel"));
  CHECK((driver.the(Role::button, "Run").flags & kit::kDisabled) != 0);
  CHECK((driver.the(Role::button, "Submit").flags & kit::kDisabled) != 0);
  CHECK(driver.says("Running\xE2\x80\xA6 0 s"));
  driver.wait(2'000);
  CHECK(driver.says("Running\xE2\x80\xA6 2 s"));
  CHECK(fault_text(driver) == "");
  driver.tab_to(Role::button, "Cancel");
  driver.press("Enter");
  CHECK(driver.count<app::CancelRequest>() == 1);
  CHECK_FALSE(driver.find(Role::button, "Cancel"));
  CHECK((driver.the(Role::button, "Run").flags & kit::kDisabled) == 0);
  CHECK(kit::wake_ms() == -1);
}

TEST_CASE("exercise: grading that lasts says so too") {
  Sitting driver;
  driver.type_into(kDraft, "select 1");
  driver.click(Role::button, "Submit");
  driver.wait(1'500);
  CHECK(driver.says("Grading\xE2\x80\xA6 1 s"));
}

TEST_CASE("exercise: an empty editor is not sent") {
  Sitting driver;
  driver.run("  \n");
  CHECK(driver.count<app::SendRequest>() == 0);
  CHECK(driver.says("Write a query first, then run it."));
  CHECK(fault_text(driver) == "");
}

TEST_CASE("exercise: an error is told with its place, and marked until the text changes") {
  Sitting driver;
  driver.run();
  driver.answer(json_of(samples::kRunError));
  CHECK(driver.says("Error in line 2, column 8"));
  CHECK(driver.says("There is no column \"x\"."));
  CHECK(driver.says("Did you mean id?"));
  CHECK(driver.says("The query was stopped"));
  REQUIRE(kit::text_hosts().size() == 1);
  CHECK(kit::text_hosts()[0].mark_line == 2);
  CHECK(kit::text_hosts()[0].mark_column == 8);
  driver.type_into(kDraft, "select 2");
  CHECK(kit::text_hosts()[0].mark_line == 0);
  CHECK(fault_text(driver) == "");
}

TEST_CASE("exercise: long results tell how much is shown") {
  Sitting driver;
  driver.run();
  driver.answer(json_of(samples::kRunResult));
  CHECK(driver.says("40 rows, the first 3 shown in 30.4 ms"));
  CHECK(driver.says("2 statements"));
}

TEST_CASE("exercise: a wrong answer with all there is to say") {
  Sitting driver;
  driver.type_into(kDraft, "select 1");
  driver.press("Enter", kit::kControl | kit::kShift);
  driver.answer(json_of(samples::kWrong));
  CHECK(driver.find(Role::heading, "Not yet"));
  CHECK(driver.says("2 rows are missing: user_id 7 and 9."));
  CHECK(driver.says("A common trap"));
  CHECK(driver.says("You forgot."));
  CHECK(driver.find(Role::table, "Your result"));
  CHECK(driver.find(Role::table, "Expected rows"));
  CHECK(driver.find(Role::table, "Rows of orders"));
  CHECK(driver.says("one order: right"));
  CHECK(fault_text(driver) == "");
}

TEST_CASE("exercise: an engine that fails or dies leaves the query") {
  Sitting driver;
  driver.run("select 42");
  driver.apply(app::EngineLost{driver.app.n_requests, "died"});
  CHECK(driver.says("The engine stopped unexpectedly"));
  CHECK(kit::text_hosts()[0].value == "select 42");
  driver.press("Enter", kit::kControl);
  driver.apply(app::EngineLost{driver.app.n_requests, "time"});
  CHECK(driver.says("your query ran longer than 5 s"));
  driver.press("Enter", kit::kControl);
  driver.apply(app::EngineAnswered{{driver.app.n_requests, true, base::Error{base::ErrorKind::unsupported, "", "No."}}});
  CHECK(driver.says("The engine could not answer."));
  driver.press("Enter", kit::kControl);
  driver.answer(json_of(samples::kRunResult));
  CHECK_FALSE(driver.says("could not answer"));
  CHECK(driver.find(Role::table, "Result"));
}

TEST_CASE("exercise: Reset puts the editor back") {
  Sitting driver;
  driver.type_into(kDraft, "select 42");
  const std::int64_t revision = kit::text_hosts()[0].revision;
  driver.click(Role::button, "Reset");
  CHECK(kit::text_hosts()[0].value == "-- start here");
  CHECK(kit::text_hosts()[0].revision > revision);
}

TEST_CASE("exercise: a pack that does not come can be asked for again") {
  Driver driver({}, "#/item/top-n");
  driver.apply(app::IndexArrived{samples::kIndex});
  CHECK(driver.says("Loading the exercise"));
  driver.apply(app::PackFailed{"sql", "The network is down."});
  CHECK(driver.find(Role::heading, "Top orders"));
  CHECK(driver.says("This exercise could not be loaded"));
  CHECK(driver.says("The network is down."));
  CHECK(fault_text(driver) == "");
  driver.tab_to(Role::button, "Try again");
  driver.press("Enter");
  CHECK(driver.count<app::LoadPack>() == 2);
  driver.apply(app::PackArrived{"sql", samples::kPack});
  CHECK(driver.find(Role::text_box, "SQL editor"));
}

TEST_CASE("exercise: a list that does not come can be asked for again from here") {
  Driver driver({}, "#/item/top-n");
  CHECK(driver.says("Loading"));
  driver.apply(app::IndexFailed{"The network is down."});
  CHECK(driver.says("The network is down."));
  CHECK_FALSE(driver.says("does not exist"));
  driver.click(Role::button, "Try again");
  CHECK(driver.count<app::LoadIndex>() == 1);
}

TEST_CASE("exercise: one that does not exist") {
  Driver driver({}, "#/item/nowhere");
  load_samples(driver);
  CHECK(driver.find(Role::heading, "This exercise does not exist"));
  CHECK(driver.says("There is no exercise called \"nowhere\" here."));
  CHECK(fault_text(driver) == "");
  driver.click(Role::button, "See all exercises");
  CHECK(driver.app.route.place == app::Place::practice);
}

TEST_CASE("exercise: one that its pack lacks does not load for ever") {
  Driver driver({}, "#/item/power");
  driver.apply(app::IndexArrived{samples::kIndex});
  CHECK(driver.says("Loading the exercise"));
  driver.apply(app::PackArrived{"stats", R"({"category":"stats","worlds":[],"items":[]})"});
  CHECK_FALSE(driver.says("Loading"));
  CHECK(driver.find(Role::heading, "Sample size"));
  CHECK(driver.says("This exercise is not among those that came."));
}

TEST_CASE("exercise: the divider's place is kept") {
  Sitting driver;
  driver.tab_to(Role::separator, "Divider between task and editor");
  driver.press("ArrowRight");
  CHECK(driver.app.settings.split_share == doctest::Approx(0.46));
  REQUIRE(driver.latest<app::KeepValue>() != nullptr);
  CHECK(driver.latest<app::KeepValue>()->kept.key == "setting/split_share");
  CHECK(driver.latest<app::KeepValue>()->kept.value == "0.46");
}

TEST_CASE("exercise: narrow, Run shows the query's tab and stays in reach") {
  Sitting driver({.width = 412, .height = 800});
  CHECK(driver.names(Role::tab).size() == 5);
  CHECK(kit::text_hosts().empty());
  CHECK(driver.the(Role::button, "Run").rect.y < 800);
  driver.click(Role::tab, "Query");
  driver.type_into(kDraft, "select 1");
  driver.click(Role::tab, "Prompt");
  driver.click(Role::button, "Run");
  CHECK((driver.the(Role::tab, "Query").flags & kit::kSelected) != 0);
  driver.answer(json_of(samples::kRunResult));
  CHECK(driver.find(Role::table, "Result"));
  CHECK(fault_text(driver) == "");
}
