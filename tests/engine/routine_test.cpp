// Replays tests/reference/*.jsonl through the door: one {"routine","inputs","values","tolerance","origin"} a line, where
// "tolerance" is relative; or {"routine","inputs","refused"} with the place the refusal must name. Origins stand in the lines.
#include "engine/routine.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

using namespace loopready;
using base::Json;

namespace {

std::vector<std::filesystem::path> reference_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(SOURCE_DIR) + "/tests/reference"))
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

bool agrees(const Json& got, const Json& expected, double tolerance) {
  if (expected.is_array()) {
    if (!got.is_array() || got.size() != expected.size()) return false;
    for (std::size_t i = 0; i < expected.size(); ++i)
      if (!agrees(got[i], expected[i], tolerance)) return false;
    return true;
  }
  if (!expected.is_number()) return got == expected;
  if (!got.is_number()) return false;
  const double a = got.get<double>(), b = expected.get<double>();
  // An expected 0 leaves room for rounding of values about 1.
  return std::fabs(a - b) <= tolerance * (b == 0 ? 1 : std::fabs(b));
}

}  // namespace

TEST_CASE("reference values come back through the door") {
  int n_lines = 0;
  for (const auto& path : reference_files()) {
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
      if (line.empty()) continue;
      ++n_lines;
      CAPTURE(path.filename().string());
      CAPTURE(line);
      auto read = base::parse_json(line, "reference");
      REQUIRE(read.ok());
      const Json& reference = read.value();
      auto answer = engine::answer_stats(Json{{"routine", reference["routine"]}, {"inputs", reference["inputs"]}});
      if (reference.contains("refused")) {
        REQUIRE_FALSE(answer.ok());
        CHECK(answer.error().where == "inputs/" + reference["refused"].get<std::string>());
        CHECK(answer.error().text.size() > 10);
        continue;
      }
      REQUIRE_MESSAGE(answer.ok(), base::describe(answer.error()));
      const Json& values = answer.value()["values"];
      for (const auto& [name, expected] : reference["values"].items()) {
        const auto shown_name = name; CAPTURE(shown_name);
        REQUIRE(values.contains(name));
        const std::string value_text = base::to_text(values[name]); CAPTURE(value_text);
        CHECK(agrees(values[name], expected, reference["tolerance"].get<double>()));
      }
    }
  }
  CHECK(n_lines > 0);
}

TEST_CASE("every routine says what it takes, gives and computes") {
  std::vector<std::string> names;
  for (const engine::Routine* routine : engine::routines()) {
    CAPTURE(routine->name);
    CHECK(engine::find_routine(routine->name) == routine);
    CHECK(std::string(routine->outputs).size() > 0);
    CHECK(std::string(routine->convention).size() > 10);
    CHECK(std::string(routine->source).size() > 3);
    names.emplace_back(routine->name);
  }
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

TEST_CASE("every routine refuses to work without inputs, or needs none") {
  for (const engine::Routine* routine : engine::routines()) {
    CAPTURE(routine->name);
    auto answer = engine::answer_stats(Json{{"routine", routine->name}, {"inputs", Json::object()}});
    if (std::string(routine->inputs).find("note") == std::string::npos) CHECK_FALSE(answer.ok());
  }
}
