#include "app/route.h"

#include <doctest/doctest.h>

using namespace loopready::app;

namespace {

Route practice(Filter filter) { return {Place::practice, "", std::move(filter), ""}; }
Route unknown(const char* address) { return {Place::unknown, "", {}, address}; }
Route exercise(const char* slug) { return {Place::exercise, slug, {}, ""}; }
Route place(Place one, const char* page = "", const char* section = "") { return {one, "", {}, "", page, section}; }

}  // namespace

TEST_CASE("addresses are read") {
  struct Case {
    std::string hash;
    Route route;
  };
  const Case cases[] = {
      {"", {}},
      {"#", {}},
      {"#/", {}},
      {"/", {}},
      {"#/today", {}},
      {"#/?utm=1", {}},
      {"#/practice", practice({})},
      {"#/practice/", practice({})},
      {"#/practice?", practice({})},
      {"#/practice?level=L5&search=top%20n", practice({"", "L5", "", "", "top n"})},
      {"#/practice?search=a%26b%3Dc", practice({"", "", "", "", "a&b=c"})},
      {"#/practice?search=a=b", practice({"", "", "", "", "a=b"})},
      {"#/practice?search=100%&level=%4c4", practice({"", "L4", "", "", "100%"})},
      {"#/practice?search=%zz%2", practice({"", "", "", "", "%zz%2"})},
      {"#/practice?search=%4z", practice({"", "", "", "", "%4z"})},
      {"#/practice?search=a?b", practice({"", "", "", "", "a?b"})},
      {"#/practice?status=solved&difficulty=hard&category=sql", practice({"sql", "", "hard", "solved", ""})},
      {"#/practice?kind=spot&topic=base-rates", practice({"", "", "", "", "", "spot", "base-rates"})},
      {"#/practice?colour=red&&level", practice({})},
      {"#/practice?level=L4&level=L5", practice({"", "L5", "", "", ""})},
      {"#/item/first-order", exercise("first-order")},
      {"#/item/caf%C3%A9", exercise("caf\u00E9")},
      {"#/item/a%2Fb", exercise("a/b")},
      {"#/settings", {Place::settings, "", {}, ""}},
      {"#/settings?x=1", {Place::settings, "", {}, ""}},
      {"#/lab", place(Place::lab)},
      {"#/lab/", place(Place::lab)},
      {"#/lab/power", place(Place::lab, "power")},
      {"#/lab/power/x", unknown("#/lab/power/x")},
      {"#/laboratory", unknown("#/laboratory")},
      {"#/guide/process/bar-raiser", place(Place::guide, "process", "bar-raiser")},
      {"#/guide/process/bar-raiser/", place(Place::guide, "process", "bar-raiser")},
      {"#/guide//x", unknown("#/guide//x")},
      {"#/guide/%FF", unknown("#/guide/%FF")},
      {"#/flight", place(Place::flight)},
      {"#/ready", place(Place::readiness)},
      {"#/offer/x", unknown("#/offer/x")},
      {"#/nowhere", unknown("#/nowhere")},
      {"#/item", unknown("#/item")},
      {"#/item/", unknown("#/item/")},
      {"#/item/a/b", unknown("#/item/a/b")},
      {"#/practice/x", unknown("#/practice/x")},
      {"practice", unknown("#practice")},
      {"#//", {}},
      {"#/item/%FF", unknown("#/item/%FF")},
      {"#/practice?search=%C3", unknown("#/practice?search=%C3")},
  };
  for (const Case& one : cases) {
    CAPTURE(one.hash);
    const Route route = parse_route(one.hash);
    CHECK(route == one.route);
    CHECK(format_route(route) == format_route(one.route));
  }
}

TEST_CASE("routes are written in one way") {
  CHECK(format_route({}) == "#/");
  CHECK(format_route(practice({})) == "#/practice");
  CHECK(format_route(practice({"sql", "L5", "easy", "new", "top n"})) ==
        "#/practice?category=sql&level=L5&difficulty=easy&status=new&search=top%20n");
  CHECK(format_route(exercise("top-n")) == "#/item/top-n");
  CHECK(format_route({Place::settings, "", {}, ""}) == "#/settings");
  CHECK(format_route(unknown("#/x?y#z")) == "#/x?y#z");
  CHECK(format_route(place(Place::guide, "pay", "vesting")) == "#/guide/pay/vesting");
  CHECK(format_route(place(Place::interviewers)) == "#/questions");
  for (const Place one : {Place::lab, Place::flight, Place::guide, Place::prepare, Place::level, Place::offer, Place::readiness, Place::plan,
                          Place::resume, Place::business, Place::interviewers, Place::settings, Place::playground})
    CHECK(parse_route(format_route(place(one))) == place(one));
}

TEST_CASE("what is written reads back the same, whatever the texts hold") {
  const char* texts[] = {"x", "a b", "100%", "a&b=c", "#?/+", "caf\u00E9 \U0001F600", "%41", "\n\t\"<>'", "..", "%"};
  for (const std::string text : texts) {
    CAPTURE(text);
    const Route item{Place::exercise, text, {}, ""};
    CHECK(parse_route(format_route(item)) == item);
    const Route filtered = practice({text, text + "1", text + "2", text + "3", text + "4"});
    CHECK(parse_route(format_route(filtered)) == filtered);
    for (const char c : format_route(filtered)) CHECK((c > ' ' && c < 127));
  }
}

TEST_CASE("routes differ in each part") {
  const Route route = practice({"a", "b", "c", "d", "e"});
  CHECK(route == practice({"a", "b", "c", "d", "e"}));
  for (std::string Filter::*field : {&Filter::category, &Filter::level, &Filter::difficulty, &Filter::status, &Filter::search}) {
    Route other = route;
    other.filter.*field = "z";
    CHECK_FALSE(other == route);
  }
  CHECK_FALSE(exercise("a") == exercise("b"));
  CHECK_FALSE(unknown("#a") == unknown("#b"));
  CHECK_FALSE(place(Place::guide, "a") == place(Place::guide, "b"));
  CHECK_FALSE(place(Place::guide, "a", "b") == place(Place::guide, "a"));
}
