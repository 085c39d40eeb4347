#include "app/navigation.h"

#include <doctest/doctest.h>

#include "sitting.h"

using namespace loopready;
using namespace loopready::app;

namespace {

Route item(const char* slug) { return {Place::exercise, slug, {}, ""}; }
const Route kPractice{Place::practice, "", {}, ""};

// "hash title push" of what was put into the address bar.
std::string shown(const Sitting& sitting) {
  const ShowRoute* route = sitting.the<ShowRoute>();
  return route == nullptr ? "" : route->hash + " " + route->title + (route->push ? " push" : " replace");
}

}  // namespace

TEST_CASE("starting opens the address without a history entry") {
  struct Case {
    std::string hash, shown;
  };
  const Case cases[] = {{"", "#/ Today \u00B7 Loopready replace"},
                        {"#/practice?level=L5", "#/practice?level=L5 Practice \u00B7 Loopready replace"},
                        {"#/settings", "#/settings Settings \u00B7 Loopready replace"},
                        {"#/item/top-n", "#/item/top-n Exercise \u00B7 Loopready replace"},
                        {"#/zzz", "#/zzz Page not found \u00B7 Loopready replace"}};
  for (const Case& one : cases) {
    Sitting sitting;
    sitting.start(one.hash);
    CHECK(shown(sitting) == one.shown);
  }
}

TEST_CASE("going pushes, Back and typed addresses never do") {
  Sitting sitting;
  sitting.start();
  sitting(Go{kPractice});
  CHECK(shown(sitting) == "#/practice Practice \u00B7 Loopready push");
  sitting(Go{kPractice});
  CHECK(sitting.effects.empty());
  sitting(AddressChanged{"#/"});
  CHECK(shown(sitting) == "#/ Today \u00B7 Loopready replace");
  CHECK(sitting.app.route == Route{});
  sitting(AddressChanged{"#/what"});
  CHECK(sitting.app.route.place == Place::unknown);
  CHECK(sitting.app.route.address == "#/what");
}

TEST_CASE("titles name the exercise as soon as it is known") {
  Sitting sitting;
  sitting.start("#/item/top-n");
  sitting(IndexArrived{samples::kIndex});
  CHECK(shown(sitting) == "#/item/top-n Top orders \u00B7 Loopready replace");
  sitting(Go{item("nothing")});
  CHECK(shown(sitting) == "#/item/nothing Exercise not found \u00B7 Loopready push");
  CHECK(sitting.the<LoadPack>() == nullptr);
}

TEST_CASE("filters replace the entry, and the search field and the address agree") {
  Sitting sitting;
  sitting.start();
  sitting(ChangeFilter{{"sql", "", "", "", ""}});
  CHECK(sitting.effects.empty());  // not on Practice
  sitting(Go{kPractice});
  sitting(ChangeFilter{{"sql", "", "", "", ""}});
  CHECK(shown(sitting) == "#/practice?category=sql Practice \u00B7 Loopready replace");
  sitting(EditText{"search/practice", "top n"});
  CHECK(shown(sitting) == "#/practice?category=sql&search=top%20n Practice \u00B7 Loopready replace");
  CHECK(sitting.app.texts["search/practice"].text == "top n");
  CHECK(sitting.app.texts["search/practice"].revision == 0);
  CHECK(sitting.the<KeepValue>() == nullptr);
  sitting(ChangeFilter{{}});
  CHECK(sitting.app.texts["search/practice"].text == "");
  CHECK(sitting.app.texts["search/practice"].revision == 1);
  sitting(AddressChanged{"#/practice?search=joins"});
  CHECK(sitting.app.texts["search/practice"].text == "joins");
  CHECK(sitting.app.texts["search/practice"].revision == 2);
}

TEST_CASE("a category is asked for once, and again after a failure") {
  Sitting sitting;
  sitting.start("#/item/top-n");
  CHECK(sitting.the<LoadPack>() == nullptr);
  sitting(IndexArrived{samples::kIndex});
  REQUIRE(sitting.the<LoadPack>() != nullptr);
  CHECK(sitting.the<LoadPack>()->category == "sql");
  sitting(Go{item("anti-join")});
  CHECK(sitting.the<LoadPack>() == nullptr);
  sitting(PackFailed{"sql", "The network is away."});
  CHECK(sitting.app.catalogue.pack_state["sql"] == Loading::failed);
  CHECK(sitting.app.catalogue.pack_error["sql"] ==
        "The exercises could not be loaded. The network is away. Check your connection and try again. Nothing you did is lost.");
  sitting(Go{item("top-n")});
  CHECK(sitting.the<LoadPack>() != nullptr);
  CHECK(sitting.app.catalogue.pack_error.empty());
  sitting(PackArrived{"sql", samples::kPack});
  CHECK(sitting.app.catalogue.pack_state["sql"] == Loading::done);
  CHECK(find_item(sitting.app, "top-n") != nullptr);
  sitting(Go{item("power")});
  CHECK(sitting.the<LoadPack>()->category == "stats");
  sitting(PackFailed{"sql", "late"});
  CHECK(sitting.app.catalogue.pack_state["sql"] == Loading::done);
}

TEST_CASE("damaged content is told and can be asked for again") {
  for (const std::string& text : {std::string("{"), std::string("{}"), samples::kPack, std::string(R"({"items":[{}]})")}) {
    Sitting sitting;
    sitting.start("#/item/top-n");
    sitting(IndexArrived{text});
    CHECK(sitting.app.catalogue.index_state == Loading::failed);
    CHECK(sitting.app.catalogue.index_error.find("arrived damaged: index") != std::string::npos);
    CHECK(sitting.said() == sitting.app.catalogue.index_error);
    sitting(RetryLoading{});
    CHECK(sitting.the<LoadIndex>() != nullptr);
    CHECK(sitting.app.catalogue.index_state == Loading::under_way);
    sitting(RetryLoading{});
    CHECK(sitting.effects.empty());
    sitting(IndexArrived{samples::kIndex});
    CHECK(sitting.app.catalogue.index_state == Loading::done);
    for (const std::string& pack : {std::string(""), samples::kIndex, std::string(R"({"category":"stats","worlds":[],"items":[]})")}) {
      sitting(PackArrived{"sql", pack});
      CHECK(sitting.app.catalogue.pack_state["sql"] == Loading::failed);
      CHECK(sitting.app.catalogue.items.empty());
      sitting(RetryLoading{});
      CHECK(sitting.the<LoadPack>() != nullptr);
    }
    sitting(IndexFailed{"late"});
    CHECK(sitting.app.catalogue.index_state == Loading::done);
  }
}

TEST_CASE("the first opening is recorded once, when the stored record is known") {
  Sitting sitting;
  sitting.start("#/item/top-n");
  sitting(IndexArrived{samples::kIndex});
  sitting(PackArrived{"sql", samples::kPack});
  CHECK(sitting.appended.empty());
  CHECK(sitting.app.exercises["top-n"].opened_ms == kNow);
  sitting(Tick{kNow + 500});
  sitting(Restored{});
  REQUIRE(sitting.appended.size() == 1);
  CHECK(sitting.appended[0].kind == "opened");
  CHECK(sitting.appended[0].item == "top-n");
  CHECK(sitting.appended[0].rev == 3);
  sitting(Go{kPractice});
  sitting(Go{item("top-n")});
  CHECK(sitting.appended.size() == 1);
  CHECK(sitting.app.exercises["top-n"].opened_ms == kNow);

  Sitting again;
  again.start("#/item/top-n");
  again(IndexArrived{samples::kIndex});
  again(PackArrived{"sql", samples::kPack});
  again(Restored{sitting.appended, {}, 0});
  CHECK(again.appended.empty());
}
