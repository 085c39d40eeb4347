#include "ui/screens/guide.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "guide_files.h"
#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/guide_pictures.h"
#include "ui/screens/lab.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

namespace {

void load_guide(Driver& driver) {
  static const std::string text = base::to_text(model::to_json(samples::guide()));
  if (driver.latest<app::LoadPack>() != nullptr && driver.latest<app::LoadPack>()->category == "guide") driver.apply(app::PackArrived{"guide", text});
}

void open_guide(Driver& driver, const std::string& hash = "#/guide") {
  driver.apply(app::Restored{});
  driver.apply(app::IndexArrived{R"({"items":[]})"});
  driver.open(hash);
  load_guide(driver);
}

std::vector<std::string> addresses(const Driver& driver, const std::string& list) {
  std::vector<std::string> all;
  for (const SemanticNode& item : driver.below(driver.the(Role::list, list).id))
    for (const SemanticNode& node : driver.below(item.id))
      if (node.role == Role::link) all.push_back(node.value);
  return all;
}

constexpr Window kWindows[] = {{.width = 1280, .height = 720}, {.width = 320, .height = 640}, {.width = 412, .height = 800},
                               {.width = 412, .height = 800, .coarse_pointer = true}, {.width = 1280, .height = 720, .text_scale = 2},
                               {.width = 900, .height = 600, .dark = true}};

}  // namespace

TEST_CASE("guide: all pages in their order, and the way to one by click") {
  Driver driver;
  open_guide(driver);
  const auto links = addresses(driver, "Pages");
  REQUIRE(links.size() == samples::guide().pages.size());
  CHECK(links.front() == "#/guide/at-a-glance");
  CHECK(driver.says("Unofficial, and not connected with Amazon."));
  driver.click(Role::link, "The process");
  CHECK(driver.app.route.page == "process");
  CHECK(driver.the(Role::heading, "The process").level == 1);
  CHECK(driver.latest<app::ShowRoute>()->title == "The process \u00B7 Loopready");
}

TEST_CASE("guide: loading and failing are said, with a way on") {
  Driver driver;
  driver.apply(app::Restored{});
  driver.open("#/guide");
  CHECK(driver.says("Loading the guide"));
  driver.apply(app::PackFailed{"guide", "The server did not answer."});
  CHECK(driver.says("The server did not answer."));
  CHECK(fault_text(driver) == "");
  driver.click(Role::button, "Try again");
  CHECK(driver.app.catalogue.guide_state == app::Loading::under_way);
  load_guide(driver);
  CHECK(driver.find(Role::list, "Pages"));
}

TEST_CASE("guide: search leads to the section") {
  Driver driver;
  open_guide(driver);
  driver.type_into("search/guide", "vesting");
  REQUIRE_FALSE(addresses(driver, "Found").empty());
  CHECK(addresses(driver, "Found").front() == "#/guide/compensation/vesting");
  CHECK(fault_text(driver) == "");
  driver.type_into("search/guide", "xylophone");
  CHECK(driver.says("Nothing found"));
  CHECK_FALSE(driver.find(Role::list, "Found"));
  driver.type_into("search/guide", "bar raiser");
  driver.click(Role::link, "The Bar Raiser");
  CHECK(driver.app.route.section == "bar-raiser");
  driver.open("#/guide");  // what was searched is still there
  CHECK(addresses(driver, "Found").front() == "#/guide/process/bar-raiser");
}

TEST_CASE("guide: a deep link scrolls to its section and focuses the heading") {
  for (const char* hash : {"#/guide/process/bar-raiser", "#/guide/principles/frugality", "#/guide/questions/leadership"}) {
    CAPTURE(hash);
    Driver driver;
    open_guide(driver, hash);
    const model::GuidePage* page = model::find_page(samples::guide(), driver.app.route.page);
    REQUIRE(page != nullptr);
    const SemanticNode heading = driver.the(Role::heading, model::find_section(*page, driver.app.route.section)->title);
    CHECK((heading.flags & kit::kOffScreen) == 0);
    REQUIRE(driver.focused());
    CHECK(driver.focused()->id == heading.id);
    CHECK(heading.rect.y < 720 * 0.9f);
  }
}

TEST_CASE("guide: a link inside a page moves to another section, and the title takes the focus on another page") {
  Driver driver;
  open_guide(driver, "#/guide/process");
  driver.click(Role::link, "Scheduling and referral");
  CHECK(driver.focused()->name == "Scheduling and referral");
  driver.click(Role::link, "Next: Standing out");
  CHECK(driver.app.route.page == "standing-out");
  CHECK(driver.focused()->name == "Standing out");
  CHECK((driver.the(Role::heading, "Standing out").flags & kit::kOffScreen) == 0);
  driver.click(Role::link, "Before: The process");
  CHECK(driver.app.route.page == "process");
}

TEST_CASE("guide: what does not exist is said, with the way to what does") {
  Driver driver;
  open_guide(driver, "#/guide/cooking");
  CHECK(driver.says("There is no page called \"cooking\" in the guide."));
  CHECK(driver.find(Role::list, "Pages"));
  driver.open("#/guide/process/lunch");
  CHECK(driver.says("There is no section called \"lunch\" on this page."));
}

TEST_CASE("guide: derived sections say so, and practise links lead on") {
  Driver driver;
  open_guide(driver, "#/guide/process");
  CHECK(driver.says("Derived, not known"));
  driver.open("#/guide/compensation");
  driver.click(Role::link, "Work out your own offer");
  CHECK(driver.app.route.place == app::Place::offer);
}

TEST_CASE("guide: every page, in every window, has no fault") {
  for (const Window& window : kWindows) {
    Driver driver(window);
    open_guide(driver);
    CAPTURE(window.width);
    CAPTURE(window.text_scale);
    CHECK(fault_text(driver) == "");
    for (const model::GuidePage& page : samples::guide().pages) {
      CAPTURE(page.slug);
      driver.open("#/guide/" + page.slug);
      CHECK(fault_text(driver) == "");
    }
  }
}

TEST_CASE("guide: each picture has its numbers as a table") {
  const struct {
    const char* hash;
    const char* picture;
    const char* numbers;
    const char* cell;
  } cases[] = {
      {"#/guide/role", "A week at L5: shares of the time", "a week at L5", "25 %"},
      {"#/guide/levels", "Total pay a year by level: average and the range as far as it is known", "levels and pay", "not known"},
      {"#/guide/levels", "Total pay a year by level: average and the range as far as it is known", "levels and pay", "near $460,000"},
      {"#/guide/compensation", "Average total pay a year by level", "pay by level and part", "$137,000"},
      {"#/guide/compensation", "L4 over 4 years", "L4 by year", "$49,600"},
      {"#/guide/process", "In how many of the rounds each topic is tested", "rounds by topic", "yes"},
      {"#/guide/process", "In how many of the rounds each topic is tested", "rounds by topic", "45-60"},
      {"#/guide/process", "The rounds in their order, by length", "rounds and your dates", "phone"},
      {"#/guide/process", "The rounds in their order, by length", "rounds and your dates", "45-60"},
      {"#/guide/skills", "Skills on 8 axes: what is asked, and yours", "skills, asked and yours", "not rated"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.numbers);
    Driver driver;
    open_guide(driver, one.hash);
    bool drawn = false;
    for (const SemanticNode& node : driver.all(Role::image)) drawn = drawn || node.name.find(one.picture) != std::string::npos;
    CHECK(drawn);
    driver.click(Role::button, std::string("Numbers: ") + one.numbers);
    const SemanticNode table = driver.the(Role::table, one.numbers);
    bool said = false;
    for (const SemanticNode& row : driver.below(table.id))
      for (const SemanticNode& node : driver.below(row.id)) said = said || node.name == one.cell;
    CHECK(said);
    CHECK(fault_text(driver) == "");
  }
}

TEST_CASE("guide: a grant vests to the dollar, whatever the schedule") {
  // 5 % and 15 % of $124,000 are $6,200 and $18,600; 40 % are $49,600.
  CHECK(screens::vested_by_year_usd(124'000, {5, 15, 40, 40}) == std::vector<std::int64_t>{6'200, 18'600, 49'600, 49'600});
  for (const std::int64_t grant : {0, 1, 99, 100'001, 123'457}) {
    std::int64_t sum = 0;
    for (const std::int64_t one : screens::vested_by_year_usd(grant, {33, 33, 34})) sum += one;
    CHECK(sum == grant);
  }
}

TEST_CASE("guide: skills are rated, kept, drawn and cleared, by keyboard alone") {
  model::Kept rated;
  {
  Driver driver;
  open_guide(driver, "#/guide/skills");
  driver.tab_to(Role::button, "Rate yourself");
  driver.press("Enter");
  REQUIRE(driver.find(Role::radio_group, "Your Data & SQL"));
  const SemanticNode group = driver.the(Role::radio_group, "Your Data & SQL");
  for (const SemanticNode& radio : driver.below(group.id))
    if (radio.name == "Medium") kit::activate(radio.id);
  driver.frame();
  const auto* kept = driver.latest<app::KeepValue>();
  REQUIRE(kept != nullptr);
  CHECK(kept->kept.key == "note/skills");
  CHECK(driver.says("You rated 1 of 8"));
  rated = kept->kept;
  }
  // What is kept is shown again when the page is opened anew.
  Driver again;
  again.apply(app::Restored{{}, {rated}, 0});
  again.open("#/guide/skills");
  load_guide(again);
  CHECK(again.says("You rated 1 of 8"));
  again.click(Role::button, "Numbers: skills, asked and yours");
  CHECK(again.says("one step short"));
  again.click(Role::button, "Rate yourself");
  CHECK(fault_text(again) == "");
  again.click(Role::button, "Clear your ratings");
  CHECK_FALSE(again.says("You rated"));
}

TEST_CASE("guide: dates of one's own make a time line") {
  Driver driver;
  open_guide(driver, "#/guide/process");
  driver.click(Role::button, "Your dates");
  driver.type_into("note/process/recruiter-screen", "2026-12-01");
  driver.type_into("note/process/coding", "2026-12-13");
  CHECK(driver.says("Your time line"));
  driver.click(Role::button, "Numbers: rounds and your dates");
  CHECK(driver.says("after 12 days"));
  driver.type_into("note/process/coding", "2026-11-13");
  CHECK(driver.says("A round stands before the one that precedes it."));
  driver.type_into("note/process/coding", "next Friday");
  CHECK(driver.says("A date can't be read."));
  CHECK_FALSE(driver.says("Your time line"));
  CHECK(fault_text(driver) == "");
  driver.click(Role::button, "Clear your dates");
  CHECK(driver.app.texts.at("note/process/recruiter-screen").text.empty());
}

TEST_CASE("guide: damaged notes are as good as none") {
  for (const char* text : {"", "[]", "7", "{\"data-and-sql\":9}", "{\"data-and-sql\":\"x\"}", "{"}) {
    Driver driver;
    open_guide(driver, "#/guide/skills");
    driver.apply(app::PutNote{"note/skills", text});
    CHECK_FALSE(driver.says("You rated"));
  }
}

TEST_CASE("guide: links into the lab lead to tools that exist") {
  for (const std::string& link : samples::guide_links()) {
    const app::Route route = app::parse_route(link);
    if (route.place != app::Place::lab || route.page.empty()) continue;
    bool known = false;
    for (const screens::LabTool& tool : screens::lab_tools()) known = known || route.page == tool.slug;
    CHECK_MESSAGE(known, link);
  }
}
