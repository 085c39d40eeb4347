#include "app/catalogue.h"

#include <doctest/doctest.h>

#include "sitting.h"

using namespace loopready;
using namespace loopready::app;

namespace {

std::string found(const App& app, Filter filter) {
  std::string names;
  for (const model::IndexEntry* entry : filtered(app, filter)) names += (names.empty() ? "" : " ") + entry->slug;
  return names;
}

}  // namespace

TEST_CASE("filters narrow the list") {
  Sitting sitting;
  sitting.start();
  CHECK(found(sitting.app, {}) == "");
  sitting(IndexArrived{samples::kIndex});
  sitting(Restored{{{"u1", 5, "attempt", "anti-join", 1, {{"right", true}}}, {"u2", 5, "opened", "power", 1, {}}}, {}, 0});
  struct Case {
    Filter filter;
    std::string slugs;
  };
  const Case cases[] = {
      {{}, "top-n anti-join power"},
      {{"sql", "", "", "", ""}, "top-n anti-join"},
      {{"", "L6", "", "", ""}, "power"},
      {{"", "", "easy", "", ""}, "anti-join"},
      {{"", "", "", "new", ""}, "top-n"},
      {{"", "", "", "tried", ""}, "power"},
      {{"", "", "", "solved", ""}, "anti-join"},
      {{"sql", "L6", "", "", ""}, ""},
      {{"", "L9", "", "", ""}, ""},
      {{"", "", "", "", "ORDERS"}, "top-n anti-join"},
      {{"", "", "", "", "orders  customers"}, "anti-join"},
      {{"", "", "", "", " \t orders\ntop "}, "top-n"},
      {{"", "", "", "", "windows"}, "top-n"},
      {{"", "", "", "", "anti-"}, "anti-join"},
      {{"", "", "", "", "orders nothing"}, ""},
      {{"", "", "", "", "   "}, "top-n anti-join power"},
  };
  for (const Case& one : cases) {
    CAPTURE(format_route({Place::practice, "", one.filter, ""}));
    CHECK(found(sitting.app, one.filter) == one.slugs);
  }
}

TEST_CASE("the filters offer the values that occur, in a sensible order") {
  Sitting sitting;
  sitting.start();
  CHECK(filter_values(sitting.app).levels.empty());
  sitting(IndexArrived{samples::kIndex});
  sitting(Restored{{{"u2", 5, "opened", "power", 1, {}}}, {}, 0});
  const FilterValues values = filter_values(sitting.app);
  CHECK(values.categories == std::vector<std::string>{"sql", "stats"});
  CHECK(values.levels == std::vector<std::string>{"L4", "L5", "L6"});
  CHECK(values.difficulties == std::vector<std::string>{"easy", "medium", "hard"});
  CHECK(values.statuses == std::vector<std::string>{"new", "tried"});
}
