// The guide as it stands in content/guide, for tests of what is made of it.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/json.h"
#include "model/guide.h"

namespace loopready::samples {

// {"pages":[..],"facts":{..},"preparation":{..}}, read afresh.
inline base::Json guide_json() {
  const std::filesystem::path root = std::string(SOURCE_DIR) + "/content/guide";
  const auto read = [](const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    auto json = base::parse_json(text.str(), path.filename().string());
    REQUIRE_MESSAGE(json.ok(), path.string());
    return std::move(json).value();
  };
  std::vector<base::Json> pages;
  for (const auto& entry : std::filesystem::directory_iterator(root / "pages")) pages.push_back(read(entry.path()));
  std::sort(pages.begin(), pages.end(),
            [](const base::Json& a, const base::Json& b) { return a["order"].get<int>() < b["order"].get<int>(); });
  base::Json json = {{"pages", pages}, {"facts", read(root / "facts.json")}, {"preparation", base::Json::object()}};
  for (const char* name : {"readiness", "cards", "interviewer-questions", "level-finder", "plan", "resume-words"})
    json["preparation"][name] = read(root / (std::string(name) + ".json"));
  return json;
}

inline const model::Guide& guide() {
  static const model::Guide only = [] {
    auto guide = model::guide_from_json(guide_json(), "guide");
    REQUIRE_MESSAGE(guide.ok(), base::describe(guide.ok() ? base::Error{} : guide.error()));
    return std::move(guide).value();
  }();
  return only;
}

// Every "#/..." of any text of the guide.
inline std::vector<std::string> guide_links() {
  std::vector<std::string> links;
  const std::string text = base::to_text(guide_json());
  for (std::size_t at = text.find("#/"); at != std::string::npos; at = text.find("#/", at + 1))
    links.push_back(text.substr(at, text.find_first_of(")\"\\ ", at) - at));
  return links;
}

}  // namespace loopready::samples
