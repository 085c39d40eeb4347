#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "samples.h"
#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

using Names = std::vector<std::string>;

Names listed(const Driver& driver) {
  Names names;
  for (const SemanticNode& node : driver.all(Role::link))
    if (node.value.substr(0, 7) == "#/item/") names.push_back(node.name);
  return names;
}

std::string checked_in(const Driver& driver, const std::string& group) {
  for (const SemanticNode& radio : driver.below(driver.the(Role::radio_group, group).id))
    if (radio.flags & kit::kChecked) return radio.name;
  return "";
}

SemanticNode option(const Driver& driver, const std::string& group, const std::string& name) {
  for (const SemanticNode& radio : driver.below(driver.the(Role::radio_group, group).id))
    if (radio.name == name) return radio;
  FAIL_CHECK("no option " << name << " in " << group);
  return {};
}

void open_practice(Driver& driver, const std::string& hash = "#/practice") {
  load_samples(driver);
  driver.open(hash);
}

}  // namespace

TEST_CASE("practice: all exercises, with level, difficulty and state in words") {
  Driver driver;
  open_practice(driver);
  CHECK(listed(driver) == Names{"Top orders", "Customers without orders", "Sample size"});
  CHECK(driver.says("3 exercises"));
  CHECK(driver.the(Role::link, "Top orders").description.find("new, L5, medium") == 0);
  CHECK(fault_text(driver) == "");
}

TEST_CASE("practice: each filter by click") {
  const struct {
    const char* group;
    const char* option;
    Names left;
    const char* hash;
  } cases[] = {{"Category", "Stats", {"Sample size"}, "#/practice?category=stats"},
               {"Category", "SQL", {"Top orders", "Customers without orders"}, "#/practice?category=sql"},
               {"Level", "L4", {"Customers without orders"}, "#/practice?level=L4"},
               {"Difficulty", "Hard", {"Sample size"}, "#/practice?difficulty=hard"},
               {"Status", "Solved", {}, "#/practice?status=solved"}};
  for (const auto& one : cases) {
    CAPTURE(one.option);
    Driver driver;
    open_practice(driver);
    const SemanticNode radio = option(driver, one.group, one.option);
    driver.click_at(radio.rect.x + radio.rect.w / 2, radio.rect.y + radio.rect.h / 2);
    CHECK(listed(driver) == one.left);
    CHECK(checked_in(driver, one.group) == one.option);
    REQUIRE(driver.latest<app::ShowRoute>() != nullptr);
    CHECK(driver.latest<app::ShowRoute>()->hash == one.hash);
    CHECK_FALSE(driver.latest<app::ShowRoute>()->push);
    CHECK(fault_text(driver) == "");
  }
}

TEST_CASE("practice: filters by keyboard, the focus staying where it is") {
  Driver driver;
  open_practice(driver);
  driver.focus(option(driver, "Level", "All").id);
  driver.press("ArrowRight");
  CHECK(checked_in(driver, "Level") == "L4");
  CHECK(driver.focused()->name == "L4");
  CHECK(listed(driver) == Names{"Customers without orders"});
  driver.press("ArrowRight");
  CHECK(listed(driver) == Names{"Top orders"});
  driver.tab();
  CHECK(driver.focused()->name == "All");
  CHECK(driver.focused()->id == option(driver, "Difficulty", "All").id);
  driver.press("End");
  CHECK(checked_in(driver, "Difficulty") == "Hard");
  CHECK(listed(driver).empty());
  driver.press("Home");
  driver.shift_tab();
  driver.press("Home");
  CHECK(listed(driver).size() == 3);
}

TEST_CASE("practice: searching, and nothing found") {
  Driver driver;
  open_practice(driver);
  driver.type_into("search/practice", "ORDERS");
  CHECK(listed(driver) == Names{"Top orders", "Customers without orders"});
  driver.type_into("search/practice", "orders top");
  CHECK(listed(driver) == Names{"Top orders"});
  driver.type_into("search/practice", "zebra");
  CHECK(listed(driver).empty());
  CHECK(driver.says("No exercise matches"));
  CHECK(fault_text(driver) == "");
  driver.tab_to(Role::button, "Show all exercises");
  driver.press("Enter");
  CHECK(listed(driver).size() == 3);
  CHECK(driver.app.texts.at("search/practice").text.empty());
  REQUIRE(kit::text_hosts().size() == 1);
  CHECK(kit::text_hosts()[0].value.empty());
  CHECK(kit::text_hosts()[0].live);
}

TEST_CASE("practice: an address brings its filters and its words") {
  Driver driver;
  open_practice(driver, "#/practice?level=L6&search=size");
  CHECK(checked_in(driver, "Level") == "L6");
  CHECK(listed(driver) == Names{"Sample size"});
  REQUIRE(kit::text_hosts().size() == 1);
  CHECK(kit::text_hosts()[0].value == "size");
}

TEST_CASE("practice: a filter that no exercise has leaves a way out") {
  Driver driver;
  open_practice(driver, "#/practice?level=L99");
  CHECK(listed(driver).empty());
  driver.click(Role::button, "Show all exercises");
  CHECK(listed(driver).size() == 3);
}

TEST_CASE("practice: rows say what was tried and solved") {
  Driver driver;
  app::Restored restored;
  restored.records = {attempt("u1", "anti-join", false, 0.5, kNow - 1'000), attempt("u2", "top-n", true, 1, kNow - 1'000)};
  driver.apply(restored);
  driver.apply(app::IndexArrived{samples::kIndex});
  driver.open("#/practice");
  CHECK(driver.the(Role::link, "Top orders").description.find("solved") == 0);
  CHECK(driver.the(Role::link, "Customers without orders").description.find("tried, not solved") == 0);
  driver.open("#/practice?status=tried");
  CHECK(listed(driver) == Names{"Customers without orders"});
}

TEST_CASE("practice: a row opens its exercise") {
  Driver driver;
  open_practice(driver);
  driver.click(Role::link, "Customers without orders");
  CHECK(driver.app.route.item == "anti-join");
  driver.apply(app::PackArrived{"sql", samples::kPack});
  CHECK(driver.find(Role::heading, "Customers without orders"));
  driver.activate(Role::button, "Back to Practice");
  CHECK(driver.app.route.place == app::Place::practice);
}

TEST_CASE("practice: when the index does not come") {
  Driver driver({}, "#/practice");
  CHECK(driver.says("Loading the exercises"));
  driver.apply(app::IndexFailed{"The network is down."});
  CHECK(driver.says("The network is down."));
  driver.click(Role::button, "Try again");
  CHECK(driver.count<app::LoadIndex>() == 1);
}

TEST_CASE("practice: kinds, and the topics of a category") {
  Driver driver;
  driver.apply(app::Restored{});
  model::Index index;
  for (const char* topic : {"bayes", "base-rates"})
    index.items.push_back({std::string("q-") + topic, 1, "statistics", std::string("On ") + topic, "L5", "easy", topic, 6, "statistics",
                           std::string(topic) == "bayes" ? "number" : "spot"});
  index.items.push_back({"top-n", 1, "sql", "Top orders", "L5", "medium", "windows", 20});
  driver.apply(app::IndexArrived{base::to_text(model::to_json(index))});
  driver.open("#/practice");
  CHECK(driver.the(Role::link, "On bayes").description.find("Statistics \u00B7 Number \u00B7 bayes") != std::string::npos);
  const SemanticNode spot = option(driver, "Kind", "Spot the flaw");
  driver.click_at(spot.rect.x + spot.rect.w / 2, spot.rect.y + spot.rect.h / 2);
  CHECK(listed(driver) == Names{"On base-rates"});
  CHECK_FALSE(driver.find(Role::button, "Topic: all"));
  driver.open("#/practice?category=statistics");
  driver.click(Role::button, "Topic: all");
  const SemanticNode bayes = option(driver, "Topic", "Bayes");
  driver.click_at(bayes.rect.x + bayes.rect.w / 2, bayes.rect.y + bayes.rect.h / 2);
  CHECK(listed(driver) == Names{"On bayes"});
  CHECK(driver.find(Role::button, "Topic: Bayes"));
  CHECK(fault_text(driver) == "");
  const SemanticNode sql = option(driver, "Category", "SQL");
  driver.click_at(sql.rect.x + sql.rect.w / 2, sql.rect.y + sql.rect.h / 2);
  CHECK(listed(driver) == Names{"Top orders"});
}

TEST_CASE("practice: a long list comes bit by bit") {
  Driver driver;
  driver.apply(app::Restored{});
  model::Index index;
  for (int i = 0; i < 140; ++i)
    index.items.push_back({"q" + std::to_string(i), 1, "sql", "Exercise " + std::to_string(i), i < 130 ? "L5" : "L6", "easy", "joins", 6});
  driver.apply(app::IndexArrived{base::to_text(model::to_json(index))});
  driver.open("#/practice");
  CHECK(driver.says("140 exercises"));
  CHECK(listed(driver).size() == 60);
  CHECK(driver.the(Role::link, "Exercise 0").description.find("new, L5") == 0);
  driver.tab_to(Role::button, "Show 60 more");
  driver.press("Enter");
  CHECK(listed(driver).size() == 120);
  CHECK(driver.focused()->name == "Show 20 more");
  driver.press("Enter");
  CHECK(listed(driver).size() == 140);
  CHECK_FALSE(driver.find(Role::button, "Show 20 more"));
  driver.open("#/practice?level=L5");
  CHECK(listed(driver).size() == 60);
  CHECK(fault_text(driver) == "");
}

TEST_CASE("practice: the playground can be reached where the bar has no entry for it") {
  {
    Driver narrow({.width = 412, .height = 800, .coarse_pointer = true});
    open_practice(narrow);
    narrow.click(Role::button, "Open the playground");
    CHECK(narrow.app.route.place == app::Place::playground);
  }
  Driver wide;
  open_practice(wide);
  CHECK_FALSE(wide.find(Role::button, "Open the playground"));
}
