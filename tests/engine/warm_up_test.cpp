#include "engine/warm_up.h"

#include <doctest/doctest.h>

#include "base/json.h"
#include "engine/engine.h"

using namespace loopready;

TEST_CASE("warm-up: its answer is right, so the whole search for data that refutes it has run") {
  std::string response;
  engine::answer(engine::warm_up_request(), [&](const std::string& one) { response = one; });
  const auto json = base::parse_json(response, "response");
  REQUIRE(json.ok());
  INFO(response);
  REQUIRE(json.value().contains("body"));
  CHECK(json.value()["body"]["right"] == true);
}
