#include "engine/engine.h"

#include <doctest/doctest.h>

#include "model/message.h"

using namespace loopready;
using base::Json;

namespace {

Json answered(const std::string& request) {
  std::vector<std::string> responses;
  engine::answer(request, [&](const std::string& response) { responses.push_back(response); });
  REQUIRE(responses.size() == 1);
  auto json = base::parse_json(responses[0], "response");
  REQUIRE(json.ok());
  return std::move(json).value();
}

}  // namespace

TEST_CASE("what can't be answered gets a typed error, with the id where it can be read") {
  struct {
    const char* request;
    const char* kind;
    Json id;
  } const cases[] = {
      {"", "bad_input", nullptr},
      {"nonsense", "bad_input", nullptr},
      {"[1]", "bad_input", nullptr},
      {"{\"id\":7}", "bad_input", 7},
      {"{\"v\":2,\"id\":7,\"kind\":\"run\",\"body\":{}}", "unsupported", 7},
      {"{\"v\":1,\"id\":\"a\",\"kind\":\"fly\",\"body\":{}}", "unsupported", "a"},
      {"{\"v\":1,\"id\":1,\"kind\":\"run\",\"body\":{}}", "bad_input", 1},
      {"{\"v\":1,\"id\":1,\"kind\":\"run\",\"body\":{\"sql\":5}}", "bad_input", 1},
      {"{\"v\":1,\"id\":1,\"kind\":\"run\",\"body\":{\"sql\":\"select 1\",\"today\":\"soon\"}}", "bad_input", 1},
      {"{\"v\":1,\"id\":1,\"kind\":\"run\",\"body\":{\"sql\":\"select 1\",\"setup\":[\"nonsense\"]}}", "bad_input", 1},
      {"{\"v\":1,\"id\":1,\"kind\":\"run\",\"body\":{\"sql\":\"select "
       "1\",\"tables\":{\"t\":{\"columns\":[\"a\"],\"rows\":[[1,2]]}}}}",
       "bad_input", 1},
      {"{\"v\":1,\"id\":1,\"kind\":\"run\",\"body\":{\"sql\":\"select "
       "1\",\"tables\":{\"t\":{\"columns\":[],\"rows\":[]}}}}",
       "bad_input", 1},
      {"{\"v\":1,\"id\":1,\"kind\":\"grade\",\"body\":{\"item\":\"some-slug\",\"answer\":{\"sql\":\"\"}}}", "not_found",
       1},
      {"\xff\xfe", "bad_input", nullptr},
  };
  for (const auto& one : cases) {
    CAPTURE(one.request);
    const Json response = answered(one.request);
    REQUIRE(response.contains("error"));
    CHECK(response["error"]["kind"] == one.kind);
    CHECK(response["id"] == one.id);
    CHECK(response["last"] == true);
    CHECK_FALSE(response["error"]["text"].get<std::string>().empty());
  }
}

TEST_CASE("setup statements make tables with declared types") {
  const Json body = answered(
      "{\"v\":1,\"id\":1,\"kind\":\"run\",\"body\":{\"setup\":[\"create table t (d date, ok boolean, x "
      "numeric(10,2))\","
      "\"insert into t values ('2024-01-31', true, 10)\"],\"sql\":\"select d + 1, ok, x / 4 from t\"}}")["body"];
  CHECK(body["table"]["rows"] == Json::parse("[[\"2024-02-01\", true, 2.5]]"));
}

TEST_CASE("rows beyond max_rows are counted, not given") {
  const Json body = answered(
      "{\"v\":1,\"id\":1,\"kind\":\"run\",\"body\":{\"max_rows\":3,\"sql\":"
      "\"with recursive r(n) as (select 1 union all select n + 1 from r where n < 5000) select n from r\"}}")["body"];
  CHECK(body["table"]["rows"].size() == 3);
  CHECK(body["table"]["n_rows"] == 5000);
  CHECK(body["table"]["cut"] == true);
}

TEST_CASE("a step budget stops the same query everywhere") {
  const Json body = answered(
      "{\"v\":1,\"id\":1,\"kind\":\"run\",\"body\":{\"budget_steps\":20000,\"sql\":"
      "\"with recursive r(n) as (select 1 union all select n + 1 from r) select count(*) from r\"}}")["body"];
  CHECK(body["stopped"] == "steps");
  CHECK_FALSE(body.contains("table"));
}

TEST_CASE("every kind is described") {
  for (const engine::KindNote& note : engine::kinds()) {
    CHECK_FALSE(note.request_fields.empty());
    const Json response = answered("{\"v\":1,\"id\":1,\"kind\":\"" + note.kind + "\",\"body\":{}}");
    CHECK(response["error"]["kind"] == "bad_input");  // known, though the body is empty
  }
}
