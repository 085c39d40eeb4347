#include "engine/audit.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "base/json.h"

using namespace loopready;
using base::Json;

namespace {

Json read(const std::string& path) {
  std::ifstream file(std::string(SOURCE_DIR) + "/tests/content/" + path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  auto json = base::parse_json(text.str(), path);
  REQUIRE(json.ok());
  return std::move(json).value();
}

void change_json(Json& json, const Json& change) {
  if (change.contains("remove"))
    for (const Json& path : change["remove"]) {
      const Json::json_pointer pointer(path.get<std::string>());
      Json& parent = json[pointer.parent_pointer()];
      if (parent.is_array()) parent.erase(static_cast<std::size_t>(std::stoul(pointer.back())));
      else parent.erase(pointer.back());
    }
  if (change.contains("set"))
    for (const auto& [path, value] : change["set"].items()) json[Json::json_pointer(path)] = value;
}

void add_question(const Json& question, engine::Content& content) {
  const std::string path = "items/statistics/noise-of-a-share.json";
  auto readable = model::question_from_json(question, path + "#");
  if (readable.ok()) content.questions.push_back({path, "statistics", std::move(readable).value()});
  else content.unreadable.push_back(readable.error());
}

// The base content of one item and one question after a change: {"set": {path: value}, "remove": [path], "copy": true} of the
// item, or of the question where "question" is true.
engine::Content changed(const Json& change) {
  engine::Content content;
  auto world = model::world_from_json(read("base/worlds/tiny.json"), "worlds/tiny.json#");
  REQUIRE(world.ok());
  content.worlds.push_back({"worlds/tiny.json", std::move(world).value()});
  Json item = read("base/items/sql/paid-orders.json");
  const bool of_question = change.contains("question");
  if (!of_question) change_json(item, change);
  Json question = read("base/items/statistics/noise-of-a-share.json");
  if (of_question) change_json(question, change);
  add_question(question, content);
  const std::string path = "items/sql/paid-orders.json";
  auto readable = model::item_from_json(item, path + "#");
  if (!readable.ok()) {
    content.unreadable.push_back(readable.error());
    return content;
  }
  content.items.push_back({path, "sql", readable.value()});
  if (change.contains("copy")) content.items.push_back({"items/more/paid-orders.json", "more", readable.value()});
  return content;
}

std::set<std::string> rules_broken(const engine::Content& content) {
  std::set<std::string> rules;
  for (const engine::Finding& finding : engine::audit(content)) rules.insert(finding.rule);
  return rules;
}

}  // namespace

TEST_CASE("the base content keeps every promise") {
  for (const engine::Finding& finding : engine::audit(changed(Json::object())))
    FAIL_CHECK(finding.rule << ": " << finding.text);
}

TEST_CASE("every rule is broken by its change, and nothing else is") {
  for (const engine::RuleNote& rule : engine::audit_rules()) {
    CAPTURE(rule.slug);
    const Json change = read(rule.slug + "/change.json");
    std::set<std::string> expected{rule.slug};
    if (change.contains("also_breaks"))
      for (const Json& one : change["also_breaks"]) expected.insert(one.get<std::string>());
    CHECK(rules_broken(changed(change)) == expected);
  }
}

TEST_CASE("rules that items and questions share are broken by questions too") {
  const struct {
    const char* path;
    Json value;
    const char* rule;
  } cases[] = {{"/slug", "noise", "slug-is-file-name"},
               {"/slug", "paid-orders", "slug-unique"},
               {"/rev", 0, "rev-counts"},
               {"/minutes", 1, "minutes-sane"},
               {"/round", "loop", "round-known"},
               {"/hints", Json::array({"a", "bb"}), "three-hints"},
               {"/hints/2", "Short.", "hints-grow"},
               {"/level", "L9", "readable"}};
  for (const auto& one : cases) {
    CAPTURE(std::string(one.rule));
    const Json change = {{"question", true}, {"set", {{one.path, one.value}}}};
    CHECK(rules_broken(changed(change)).count(one.rule) == 1);
  }
}

TEST_CASE("each kind of question is held to its parts") {
  for (const char* kind : {"number", "choice", "order", "spot", "verdict", "explain"}) {
    CAPTURE(std::string(kind));
    CHECK(rules_broken(changed({{"question", true}, {"set", {{"/kind", kind}}}})) == std::set<std::string>{"kind-fits-parts"});
  }
}

TEST_CASE("a check that is wrong by little, for some seeds only or by nothing random is found") {
  const struct {
    const char* what;
    const char* equals;
    const char* mean_of;
  } cases[] = {{"a twentieth too high", "1.05 * v", "(x / n - p)^2"},
               {"too high and too low in turn", "v * if(p < 0.15, 1.2, if(p < 0.25, 0.8, 1))", "(x / n - p)^2"},
               {"one set of numbers only", "v * if(p < 0.15 and n == 500, 2, 1)", "(x / n - p)^2"},
               {"the formula again", "v", "p * (1 - p) / n"},
               {"no number", "v", "ln(x - x)"},
               {"a formula that fails", "v / (p - p)", "(x / n - p)^2"}};
  for (const auto& one : cases) {
    CAPTURE(std::string(one.what));
    const Json change = {{"question", true}, {"set", {{"/recipe/check/equals", one.equals}, {"/recipe/check/mean_of", one.mean_of}}}};
    CHECK(rules_broken(changed(change)) == std::set<std::string>{"check-holds"});
  }
  const Json biased = {{"question", true}, {"set", {{"/recipe/check/equals", "v + 0.0001"}, {"/recipe/check/allowed_bias", 0.00011}}}};
  CHECK(rules_broken(changed(biased)).empty());
}

TEST_CASE("findings say where and what in a sentence") {
  const auto findings = engine::audit(changed(read("foreign-holds/change.json")));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].where == "items/sql/paid-orders.json#/datasets/0/tables/orders/1");
  CHECK(findings[0].text.back() == '.');
}
