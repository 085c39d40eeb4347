// Inputs meant to hurt: every routine's first reference line with one input replaced at a time. A routine may answer or refuse with
// a sentence; it may not give NaN, abort, or work for long.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "engine/routine.h"

using namespace loopready;
using base::Json;

namespace {

std::map<std::string, Json> first_inputs() {
  std::map<std::string, Json> first;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(SOURCE_DIR) + "/tests/reference")) {
    std::ifstream file(entry.path());
    std::string line;
    while (std::getline(file, line)) {
      auto read = base::parse_json(line, "reference");
      if (!read.ok() || !read.value().contains("values")) continue;
      first.emplace(read.value()["routine"].get<std::string>(), read.value()["inputs"]);
    }
  }
  return first;
}

// What may stand in an input's place.
std::vector<Json> replacements(const Json& original) {
  std::vector<Json> all{Json(), Json("NaN"), Json::array(), Json::object(), Json(true)};
  if (original.is_number())
    for (const Json& number : {Json(-1), Json(0), Json(0.5), Json(1), Json(2), Json(1e6), Json(1e12), Json(1e300), Json(-1e300), Json(1e-300),
                               Json("Infinity"), Json("-Infinity")})
      all.push_back(number);
  if (original.is_array() && !original.empty()) {
    Json shorter = original, one = Json::array({original[0]}), same = original;
    shorter.erase(shorter.size() - 1);
    for (Json& element : same) element = original[0];
    all.insert(all.end(), {shorter, one, same});
    for (const Json& odd : replacements(original[0])) {
      Json changed = original, filled = original;
      changed[0] = odd;
      for (Json& element : filled) element = odd;
      all.push_back(changed);
      all.push_back(filled);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("whatever stands in an input, a routine answers or refuses with a sentence") {
  const bool loud = std::getenv("LOOPREADY_LOUD") != nullptr;
  for (const auto& [name, inputs] : first_inputs()) {
    if (loud) std::fprintf(stderr, "%s\n", name.c_str());
    for (const auto& [input, original] : inputs.items())
      for (const Json& odd : replacements(original)) {
        Json changed = inputs;
        changed[input] = odd;
        CAPTURE(name);
        CAPTURE(base::to_text(changed));
        if (loud) std::fprintf(stderr, "  %s\n", base::to_text(changed).substr(0, 400).c_str());
        auto answer = engine::answer_stats(Json{{"routine", name}, {"inputs", changed}});
        if (!answer.ok()) CHECK(answer.error().text.size() > 10);
      }
  }
}
