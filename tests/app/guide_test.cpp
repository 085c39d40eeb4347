#include "app/guide.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "app/command.h"
#include "base/text.h"
#include "guide_files.h"

using namespace loopready;

namespace {

struct Case {
  const char* query;
  const char* address;  // of the best hit
};

std::size_t n_asked(const app::App& app) {
  std::size_t n = 0;
  for (const app::Effect& effect : app.effects)
    if (const auto* load = std::get_if<app::LoadPack>(&effect); load != nullptr && load->category == "guide") ++n;
  return n;
}

}  // namespace

TEST_CASE("what is searched most is found first") {
  const model::Guide guide = samples::guide();
  const Case cases[] = {{"vesting", "#/guide/compensation/vesting"},
                        {"VESTING ", "#/guide/compensation/vesting"},
                        {"bar raiser", "#/guide/process/bar-raiser"},
                        {"leakage", "#/guide/questions/machine-learning"},
                        {"sign-on", "#/guide/compensation/sign-on"},
                        {"dive deep", "#/guide/principles/dive-deep"},
                        {"resume", "#/guide/preparation/resume"},
                        {"levels", "#/guide/levels"},
                        {"story matrix", "#/guide/principles/story-matrix"},
                        {"system design", "#/guide/process/system-design"}};
  for (const Case& one : cases) {
    CAPTURE(one.query);
    const auto hits = app::search_guide(guide, one.query);
    REQUIRE_FALSE(hits.empty());
    CHECK(hits[0].address == one.address);
  }
}

TEST_CASE("matches in a page's title stand before those in a section's title, and these before those in texts") {
  model::Guide guide;
  guide.pages = {{"a", "Apples", 1, "Fruit.", "May", {{"one", "Pears", "Nothing of them. A quince.", "", false, {}}}},
                 {"b", "Other", 2, "Else.", "May", {{"two", "A quince", "Yellow.", "", false, {}}}},
                 {"c", "Quince", 3, "Hard.", "May", {{"three", "More", "Soft.", "", false, {}}}}};
  std::vector<std::string> addresses;
  for (const app::GuideHit& hit : app::search_guide(guide, "quince")) addresses.push_back(hit.address);
  CHECK(addresses == std::vector<std::string>{"#/guide/c", "#/guide/b/two", "#/guide/a/one"});
  CHECK(app::search_guide(guide, "").empty());
  CHECK(app::search_guide(guide, " - ").empty());
  CHECK(app::search_guide(guide, "quince banana").empty());
  CHECK(app::search_guide(guide, "quince yellow").size() == 1);
  CHECK(app::search_guide(guide, "quince", 2).size() == 2);
}

TEST_CASE("excerpts are plain, whole in UTF-8 and short") {
  const model::Guide guide = samples::guide();
  for (const char* query : {"a", "the", "r\u00E9sum\u00E9", "\u221A", "sql", "$"}) {
    for (const app::GuideHit& hit : app::search_guide(guide, query, 1'000)) {
      CHECK(base::is_utf8(hit.excerpt));
      CHECK(hit.excerpt.size() < 190);
      CHECK(hit.excerpt.find("**") == std::string::npos);
      CHECK(hit.excerpt.find("](") == std::string::npos);
    }
  }
}

TEST_CASE("every link of the guide is an address of the app") {
  for (const std::string& link : samples::guide_links()) {
    CAPTURE(link);
    CHECK(app::parse_route(link).place != app::Place::unknown);
  }
}

TEST_CASE("the guide is asked for once, and only by screens that need it") {
  app::App app;
  app::apply(app, app::Started{std::string(32, '1'), "#/practice"});
  CHECK(n_asked(app) == 0);
  app::apply(app, app::Go{app::parse_route("#/guide/process")});
  app::apply(app, app::Go{app::parse_route("#/plan")});
  CHECK(n_asked(app) == 1);
  CHECK(app.catalogue.guide_state == app::Loading::under_way);
  app::apply(app, app::PackArrived{"guide", base::to_text(model::to_json(samples::guide()))});
  CHECK(app.catalogue.guide_state == app::Loading::done);
  CHECK(app.catalogue.guide.pages.size() == samples::guide().pages.size());
  app::apply(app, app::Go{app::parse_route("#/guide")});
  CHECK(n_asked(app) == 1);
}

TEST_CASE("a guide that does not come, or is damaged, is said and asked for again") {
  app::App app;
  app::apply(app, app::Started{std::string(32, '1'), "#/guide"});
  app::apply(app, app::PackFailed{"guide", "The server did not answer."});
  CHECK(app.catalogue.guide_state == app::Loading::failed);
  CHECK(app.catalogue.guide_error.find("The server did not answer.") != std::string::npos);
  app::apply(app, app::RetryLoading{});
  CHECK(n_asked(app) == 2);
  app::apply(app, app::PackArrived{"guide", "{\"pages\":3}"});
  CHECK(app.catalogue.guide_state == app::Loading::failed);
  CHECK(app.catalogue.guide_error.find("guide/pages") != std::string::npos);
  app::apply(app, app::RetryLoading{});
  app::apply(app, app::PackArrived{"guide", base::to_text(model::to_json(samples::guide()))});
  CHECK(app.catalogue.guide_error.empty());
}
