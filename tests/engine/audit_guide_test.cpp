#include "engine/audit_guide.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "guide_files.h"

using namespace loopready;
using base::Json;

namespace {

Json change_of(const std::string& rule) {
  const std::string path = std::string(SOURCE_DIR) + "/tests/content/" + rule + "/change.json";
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  auto json = base::parse_json(text.str(), path);
  REQUIRE_MESSAGE(json.ok(), path);
  return std::move(json).value();
}

// The guide as it stands, with the titles, levels and topics of the exercises as they stand, after a change.
engine::Content changed(const Json& change) {
  static const Json base = samples::guide_json();
  Json json = base;
  if (change.contains("set"))
    for (const auto& [path, value] : change["set"].items()) json[Json::json_pointer(path)] = value;
  if (change.contains("remove"))
    for (const Json& path : change["remove"]) {
      const Json::json_pointer pointer(path.get<std::string>());
      Json& parent = json[pointer.parent_pointer()];
      if (parent.is_array()) parent.erase(static_cast<std::size_t>(std::stoul(pointer.back())));
      else parent.erase(pointer.back());
    }
  engine::Content content;
  auto guide = model::guide_from_json(json, "guide");
  REQUIRE_MESSAGE(guide.ok(), base::describe(guide.ok() ? base::Error{} : guide.error()));
  content.guide = std::move(guide).value();
  static const auto exercises = [] {
    std::vector<std::pair<std::string, Json>> all;  // category, file
    for (const auto& folder : std::filesystem::directory_iterator(std::string(SOURCE_DIR) + "/content/items"))
      for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        auto one = base::parse_json(text.str(), entry.path().string());
        REQUIRE(one.ok());
        all.emplace_back(folder.path().filename().string(), std::move(one).value());
      }
    return all;
  }();
  for (const auto& [category, one] : exercises) {
    model::Item item;
    item.slug = one["slug"].get<std::string>();
    item.title = one["title"].get<std::string>();
    item.level = one["level"].get<std::string>();
    item.difficulty = one["difficulty"].get<std::string>();
    item.topic = one["topic"].get<std::string>();
    content.items.push_back({item.slug + ".json", category, std::move(item)});
  }
  return content;
}

std::set<std::string> rules_broken(const engine::Content& content) {
  std::vector<engine::Finding> findings;
  engine::audit_guide(content, findings);
  std::set<std::string> rules;
  for (const engine::Finding& one : findings) rules.insert(one.rule);
  return rules;
}

}  // namespace

TEST_CASE("the guide keeps every promise") {
  std::vector<engine::Finding> findings;
  engine::audit_guide(changed(Json::object()), findings);
  for (const engine::Finding& one : findings) FAIL_CHECK(one.where << ": " << one.rule << ": " << one.text);
}

TEST_CASE("every rule of the guide is broken by its change, and no other rule is") {
  for (const engine::RuleNote& rule : engine::guide_rules()) {
    CAPTURE(rule.slug);
    CHECK(rules_broken(changed(change_of(rule.slug))) == std::set<std::string>{rule.slug});
  }
}

TEST_CASE("links that lead nowhere are found wherever they stand") {
  const struct {
    const char* at;
    const char* value;
  } cases[] = {{"/pages/0/sections/0/text", "\"See [it](#/item/no-such-exercise).\""},
               {"/pages/0/sections/0/text", "\"See [it](https://example.com).\""},
               {"/pages/0/sections/0/text", "\"See [it](#/practice?category=sql&search=zebra).\""},
               {"/pages/0/sections/0/text", "\"See [it](#/practice?colour=red).\""},
               {"/pages/0/sections/0/text", "\"See [it](#/guide/no-such-page).\""},
               {"/pages/0/sections/0/text", "\"See [it](#/elsewhere).\""},
               {"/facts/categories/0/practise", "\"#/practice?category=cooking\""},
               {"/preparation/readiness/statements/0/next", "\"[Go](#/plan/now)\""},
               {"/preparation/plan/before/0/to", "\"level\""},
               {"/preparation/plan/last_week/0/items/0/to", "\"#/guide/preparation/none\""}};
  for (const auto& one : cases) {
    CAPTURE(one.at);
    CAPTURE(one.value);
    auto value = base::parse_json(one.value, "value");
    REQUIRE(value.ok());
    CHECK(rules_broken(changed({{"set", {{one.at, value.value()}}}})) == std::set<std::string>{"guide-links-lead"});
  }
}

TEST_CASE("content without a guide has nothing to find") { CHECK(rules_broken(engine::Content{}).empty()); }
