#include "engine/recipe.h"

#include <doctest/doctest.h>

#include <set>

#include "samples.h"

using namespace loopready;
using base::Json;

namespace {

model::Question question_with(const Json& changes) {
  Json json = samples::json_of(samples::kQuestion);
  for (const auto& [path, value] : changes.items()) json[Json::json_pointer(path)] = value;
  auto question = model::question_from_json(json, "f");
  REQUIRE(question.ok());
  return std::move(question).value();
}

base::Result<engine::QuestionNumbers> numbers_of(const model::Question& question, std::int64_t seed) {
  LR_TRY(auto compiled, engine::CompiledQuestion::compile(question));
  return compiled.numbers(seed);
}

}  // namespace

TEST_CASE("a seed gives the same numbers every time, other seeds give others, all from the draws") {
  const model::Question question = question_with({});
  std::set<double> p, k;
  for (std::int64_t seed = 0; seed < 300; ++seed) {
    const auto one = numbers_of(question, seed), again = numbers_of(question, seed);
    REQUIRE(one.ok());
    CHECK(one.value().values == again.value().values);
    p.insert(one.value().values[0]);
    k.insert(one.value().values[1]);
  }
  CHECK(p == std::set<double>{0.1, 0.2});
  CHECK(k == std::set<double>{1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5});
}

TEST_CASE("conditions hold, lets follow, parts get their numbers") {
  const model::Question question = question_with({{"/recipe/where", {"p > 0.15", "k < 2", "ln(k - 1) > -9"}}});
  for (std::int64_t seed = 0; seed < 50; ++seed) {
    const auto numbers = numbers_of(question, seed);
    REQUIRE(numbers.ok());
    CHECK(numbers.value().values == engine::Slots{0.2, 1.5, 0.02});
    // 16 * 0.2 * 0.8 / 0.02^2 = 6,400
    CHECK(numbers.value().parts[0].answer == doctest::Approx(6400));
    CHECK(numbers.value().parts[0].also[0] == doctest::Approx(6280));
    CHECK(numbers.value().parts[0].traps[0] == doctest::Approx(3200));
  }
}

TEST_CASE("broken recipes are refused with their place") {
  const struct {
    const char* path;
    Json value;
    const char* where;
  } cases[] = {{"/recipe/where", Json::array({"p > 1"}), "/recipe/where"},
               {"/recipe/where/0", "p >", "/recipe/where/0"},
               {"/recipe/lets/0/be", "q", "/recipe/lets/0/be"},
               {"/recipe/lets/0/be", "1 / (p - p)", "/recipe/lets/0/be"},
               {"/recipe/lets/0/be", "normal(0, 1)", "/recipe/lets/0/be"},
               {"/recipe/lets/0/name", "p", "/recipe/lets/0/name"},
               {"/recipe/lets/0/name", "sum", "/recipe/lets/0/name"},
               {"/recipe/draws/0/name", "2p", "/recipe/draws/0/name"},
               {"/recipe/draws/1/step", 0, "/recipe/draws/1"},
               {"/recipe/draws/1/to", -1, "/recipe/draws/1"},
               {"/parts/0/answer", "1 / 0", "/parts/0/answer"},
               {"/parts/0/also/0/number", "z", "/parts/0/also/0/number"},
               {"/parts/0/traps/0/number", "ln(0)", "/parts/0/traps/0/number"},
               {"/recipe/check/each/0/be", "y", "/recipe/check/each/0/be"},
               {"/recipe/check/mean_of", "y", "/recipe/check/mean_of"},
               {"/recipe/check/equals", "x", "/recipe/check/equals"}};
  for (const auto& one : cases) {
    CAPTURE(std::string(one.path));
    const auto numbers = numbers_of(question_with({{one.path, one.value}}), 1);
    REQUIRE_FALSE(numbers.ok());
    CHECK(numbers.error().where == one.where);
  }
}

TEST_CASE("placeholders are filled") {
  const engine::Names names{"n", "p"};
  const engine::Slots values{12345, 0.0375};
  const struct {
    const char* text;
    const char* filled;
  } cases[] = {{"no number", "no number"},
               {"{{n}} users", "12,345 users"},
               {"{{p}}, {{p|2}}, {{p|pct1}}", "0.0375, 0.04, 3.8%"},
               {"{{n / 7|0}}", "1,764"},
               {"{{ n * 2 | usd0 }}", "$24,690"},
               {"$\\frac{1}{{{n}}}$", "$\\frac{1}{12,345}$"},
               {"$e^{-{{p}}}$", "$e^{-0.0375}$"},
               {"{n} and } }", "{n} and } }"}};
  for (const auto& one : cases) {
    const auto filled = engine::filled_text(one.text, names, values, "f");
    REQUIRE(filled.ok());
    CHECK(filled.value() == one.filled);
  }
  for (const char* text : {"{{n", "{{q}}", "{{n|10}}", "{{n|eur0}}", "{{n|pct}}", "{{}}", "{{1 / 0}}"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(engine::filled_text(text, names, values, "f").ok());
  }
}

TEST_CASE("a made question has numbers for formulas, no placeholder and no recipe") {
  const auto made = engine::answer_make({{"item", samples::json_of(samples::kQuestion)}, {"seed", 4}});
  REQUIRE(made.ok());
  const Json& body = made.value();
  CHECK(base::to_text(body).find("{{") == std::string::npos);
  CHECK_FALSE(body["item"].contains("recipe"));
  const double p = body["values"]["p"].get<double>();
  CHECK(body["answers"][0]["number"].get<double>() == doctest::Approx(16 * p * (1 - p) / (p * p / 100)));
  CHECK(body["item"]["prompt"] == (p == 0.1 ? "The rate is 10.0%." : "The rate is 20.0%."));
  CHECK_FALSE(engine::answer_make({{"item", "arm-size"}}).ok());
  CHECK_FALSE(engine::answer_make({{"item", samples::json_of(samples::kQuestion)}, {"more", 1}}).ok());
}
