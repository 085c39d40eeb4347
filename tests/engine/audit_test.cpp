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

// The base content with one item, after a change: {"set": {path: value}, "remove": [path], "copy": true}.
engine::Content changed(const Json& change) {
  engine::Content content;
  auto world = model::world_from_json(read("base/worlds/tiny.json"), "worlds/tiny.json#");
  REQUIRE(world.ok());
  content.worlds.push_back({"worlds/tiny.json", std::move(world).value()});
  Json item = read("base/items/sql/paid-orders.json");
  if (change.contains("remove"))
    for (const Json& path : change["remove"]) {
      const Json::json_pointer pointer(path.get<std::string>());
      Json& parent = item[pointer.parent_pointer()];
      if (parent.is_array()) parent.erase(static_cast<std::size_t>(std::stoul(pointer.back())));
      else parent.erase(pointer.back());
    }
  if (change.contains("set"))
    for (const auto& [path, value] : change["set"].items()) item[Json::json_pointer(path)] = value;
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

TEST_CASE("findings say where and what in a sentence") {
  const auto findings = engine::audit(changed(read("foreign-holds/change.json")));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].where == "items/sql/paid-orders.json#/datasets/0/tables/orders/1");
  CHECK(findings[0].text.back() == '.');
}
