#include "engine/simulate.h"

#include <doctest/doctest.h>

#include "engine/engine.h"

using namespace loopready;
using base::Json;

namespace {

std::vector<Json> responses_to(const Json& body) {
  std::vector<Json> all;
  const Json request = {{"v", 1}, {"id", 1}, {"kind", "simulate"}, {"body", body}};
  engine::answer(base::to_text(request),
                 [&](const std::string& response) { all.push_back(base::parse_json(response, "response").value()); });
  return all;
}

}  // namespace

TEST_CASE("simulate: progress first, then the whole, the same for the same seed") {
  const Json body = {{"scenario", "peeking"}, {"seed", 4}, {"n_runs", 10'000}, {"limits", Json(std::vector<double>(20, 1.96))}};
  const auto responses = responses_to(body);
  REQUIRE(responses.size() == 20);
  CHECK(responses[0]["last"] == false);
  CHECK(responses[0]["body"]["n_done"] == 500);
  CHECK(responses.back()["last"] == true);
  const Json& counts = responses.back()["body"]["n_passed_by"];
  REQUIRE(counts.size() == 20);
  CHECK(counts[0].get<int>() == doctest::Approx(500).epsilon(0.15));
  CHECK(counts[19].get<int>() == doctest::Approx(2'480).epsilon(0.05));
  CHECK(responses_to(body).back() == responses.back());
}

TEST_CASE("simulate: coverage reports where the intervals fell") {
  const auto last =
      responses_to({{"scenario", "coverage"}, {"seed", 1}, {"n_runs", 1'000}, {"method", "wilson"}, {"n", 30}, {"p", 0.1}})
          .back()["body"];
  CHECK(last["n_held"].get<int>() + last["n_below"].get<int>() + last["n_above"].get<int>() == 1'000);
  CHECK(last["running"].size() == 20);
  CHECK(last["running"][19][0] == 1'000);
}

TEST_CASE("simulate: refusals name the field") {
  struct {
    Json body;
    const char* where;
  } const cases[] = {{{{"scenario", "peeking"}, {"seed", -1}, {"n_runs", 10}, {"limits", {1.96}}}, "body/seed"},
                     {{{"scenario", "peeking"}, {"seed", 1}, {"n_runs", 0}, {"limits", {1.96}}}, "body/n_runs"},
                     {{{"scenario", "peeking"}, {"seed", 1}, {"n_runs", 10'000'000}, {"limits", {1.96}}}, "body/n_runs"},
                     {{{"scenario", "peeking"}, {"seed", 1}, {"n_runs", 10}, {"limits", {"x"}}}, "body/limits"},
                     {{{"scenario", "peeking"}, {"seed", 1}, {"n_runs", 10}, {"limits", Json::array()}}, "body/limits"},
                     {{{"scenario", "coverage"}, {"seed", 1}, {"n_runs", 10}, {"method", "t"}, {"n", 1}}, "body/n"},
                     {{{"scenario", "coverage"}, {"seed", 1}, {"n_runs", 10}, {"method", "guess"}, {"n", 10}}, "body/method"},
                     {{{"scenario", "dice"}, {"seed", 1}, {"n_runs", 10}}, "body/scenario"}};
  for (const auto& one : cases) {
    const Json response = responses_to(one.body).back();
    CAPTURE(base::to_text(response));
    REQUIRE(response.contains("error"));
    CHECK(response["error"]["where"] == one.where);
  }
}
