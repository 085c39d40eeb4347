#include <doctest/doctest.h>

#include "samples.h"
#include "ui/checks.h"
#include "ui/driver.h"
#include "ui/screens/sample.h"

using namespace loopready;
using namespace loopready::ui_test;

TEST_CASE("today: before anything came, it says that it loads") {
  Driver driver;
  CHECK(driver.find(Role::heading, "Today"));
  CHECK(driver.says("Loading the exercises"));
  CHECK(driver.all(Role::button).empty());
  CHECK(fault_text(driver) == "");
}

TEST_CASE("today: an empty record shows where to start") {
  Driver driver;
  load_samples(driver);
  CHECK(driver.says("be told why when you are wrong. Start here:"));
  CHECK(driver.find(Role::heading, "Top orders"));
  CHECK(driver.the(Role::button, "Start").description == "Top orders");
  CHECK(driver.find(Role::link, "Customers without orders"));
  CHECK(driver.the(Role::link, "Sample size").value == "#/item/power");
  CHECK(driver.the(Role::progress_bar, "Solved").value == "0 of 3 exercises solved");
  CHECK(fault_text(driver) == "");
}

TEST_CASE("today: after attempts, what was begun comes first") {
  Driver driver;
  app::Restored restored;
  restored.records = {attempt("u1", "anti-join", false, 0.5, kNow - 26 * 3'600'000), attempt("u2", "top-n", true, 1, kNow - 1'000)};
  driver.apply(restored);
  driver.apply(app::IndexArrived{samples::kIndex});
  CHECK(driver.says("Here is what helps you most next."));
  CHECK(driver.find(Role::heading, "Customers without orders"));
  CHECK(driver.says("You tried this yesterday. Your best answer was right on 50 % of the datasets."));
  CHECK(driver.the(Role::progress_bar, "Solved").value == "1 of 3 exercises solved");
  driver.click(Role::button, "Try again");
  CHECK(driver.app.route.item == "anti-join");
}

TEST_CASE("today: a suggestion further down opens as well, by click and by key") {
  for (const bool by_key : {false, true}) {
    Driver driver;
    load_samples(driver);
    if (by_key) {
      driver.tab_to(Role::link, "Sample size");
      driver.press("Enter");
    } else {
      driver.click(Role::link, "Sample size");
    }
    CHECK(driver.app.route.item == "power");
    REQUIRE(driver.latest<app::LoadPack>() != nullptr);
    CHECK(driver.latest<app::LoadPack>()->category == "stats");
    REQUIRE(driver.focused());
    CHECK(driver.focused()->name == "Sample size");
  }
}

TEST_CASE("today: when the index does not come, it says so and tries again") {
  Driver driver;
  driver.apply(app::IndexFailed{"The network is down."});
  CHECK(driver.says("The exercises could not be loaded"));
  CHECK(driver.says("The network is down."));
  CHECK(fault_text(driver) == "");
  driver.tab_to(Role::button, "Try again");
  driver.press("Enter");
  CHECK(driver.count<app::LoadIndex>() == 1);
  CHECK(driver.says("Loading the exercises"));
  driver.apply(app::IndexArrived{samples::kIndex});
  CHECK(driver.find(Role::button, "Start"));
}

TEST_CASE("today: a damaged list is no dead end") {
  Driver driver;
  driver.apply(app::IndexArrived{"{\"items\":[{}]}"});
  CHECK(driver.says("It arrived damaged"));
  CHECK(driver.find(Role::button, "Try again"));
}

TEST_CASE("today: an empty list is no dead end") {
  Driver driver;
  driver.apply(app::IndexArrived{"{\"items\":[]}"});
  CHECK(driver.the(Role::progress_bar, "Solved").value == "0 of 0 exercises solved");
  CHECK(fault_text(driver) == "");
}
