// Replays tests/golden/*.jsonl: a line with a request, the line below it with the response, without times.
#include <doctest/doctest.h>

#include <fstream>

#include "base/json.h"
#include "engine/engine.h"

using namespace loopready;
using base::Json;

namespace {

Json without_times(Json response) {
  if (response.contains("body") && response["body"].contains("cost")) {
    response["body"]["cost"].erase("ms");
    if (response["body"].contains("stopped")) response["body"].erase("cost");
  }
  return response;
}

}  // namespace

TEST_CASE("golden requests give their golden responses") {
  for (const char* name : {"run", "grade", "question"}) {
    std::ifstream file(std::string(SOURCE_DIR) + "/tests/golden/" + name + ".jsonl");
    REQUIRE(file.good());
    std::string request, expected;
    int n = 0;
    while (std::getline(file, request) && std::getline(file, expected)) {
      CAPTURE(request);
      std::string got;
      engine::answer(request, [&](const std::string& response) { got = response; });
      auto json = base::parse_json(got, "response");
      REQUIRE(json.ok());
      CHECK(base::to_text(without_times(json.value())) == expected);
      ++n;
    }
    CHECK(n > 0);
  }
}
