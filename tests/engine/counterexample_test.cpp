#include "engine/counterexample.h"

#include <doctest/doctest.h>

using namespace loopready;
using base::Json;

namespace {

const char* const kShop =
    R"("schema":{"users":{"id":"int","name":"varchar"},"orders":{"oid":"int","user_id":"int","amt":"numeric","day":"date"}},)"
    R"("constraints":[{"primary":[{"table":"users","column":"id"}]},{"primary":[{"table":"orders","column":"oid"}]},)"
    R"({"not_null":[{"table":"orders","column":"user_id"}]},)"
    R"({"foreign":[{"table":"orders","column":"user_id"},{"table":"users","column":"id"}]},)"
    R"({"check":{"table":"orders","sql":"amt > 0"}}])";

Json found(const std::string& left, const std::string& right, const std::string& more = "") {
  const auto body = base::parse_json("{" + std::string(kShop) + more + "}", "body");
  REQUIRE(body.ok());
  Json request = body.value();
  request["left"] = left;
  request["right"] = right;
  const auto answer = engine::answer_counterexample(request);
  REQUIRE_MESSAGE(answer.ok(), (answer.ok() ? "" : answer.error().text));
  return answer.value();
}

}  // namespace

TEST_CASE("counterexample: few rows show each misconception") {
  struct Case {
    const char *left, *right;
    int most_rows;
  };
  const Case cases[] = {
      {"select u.id from users u join orders o on o.user_id = u.id", "select distinct u.id from users u join orders o on o.user_id = u.id", 3},
      {"select u.id from users u join orders o on o.user_id = u.id", "select u.id from users u left join orders o on o.user_id = u.id", 1},
      {"select oid from orders where amt >= 100", "select oid from orders where amt > 100", 2},
      {"select oid from orders where day <= '2024-02-29'", "select oid from orders where day < '2024-02-29'", 2},
      {"select user_id, count(*) n from orders group by user_id having count(*) > 1",
       "select user_id, count(*) n from orders group by user_id having count(*) >= 1", 2},
      {"select count(name) n from users", "select count(*) n from users", 1},
      {"select oid, rank() over (order by amt desc) r from orders", "select oid, dense_rank() over (order by amt desc) r from orders", 4},
      {"select sum(amt) s from orders", "select coalesce(sum(amt), 0) s from orders", 0},
      {"select name from users where name like 'A%'", "select name from users where name ilike 'A%'", 1},
  };
  for (const Case& one : cases) {
    CAPTURE(one.left);
    CAPTURE(one.right);
    const Json answer = found(one.left, one.right, R"(,"budget_ms":20000)");
    CHECK(answer["found"] == true);
    CHECK(answer["n_rows"].get<int>() <= one.most_rows);
  }
}

TEST_CASE("counterexample: keys, references and conditions are kept, so these are equal") {
  const std::pair<const char*, const char*> pairs[] = {
      {"select count(distinct id) n from users", "select count(*) n from users"},
      {"select o.oid from orders o join users u on u.id = o.user_id", "select oid from orders"},
      {"select oid from orders where amt > 0 or amt is null", "select oid from orders"},
      {"select u.id from users u where exists (select 1 from orders o where o.user_id = u.id)",
       "select id from users where id in (select user_id from orders)"},
  };
  for (const auto& pair : pairs) {
    CAPTURE(pair.first);
    const Json answer = found(pair.first, pair.second, R"(,"budget_ms":150)");
    CHECK(answer["found"] == false);
    CHECK(answer["tried"].get<int>() > 10);
  }
}

TEST_CASE("counterexample: the same seed gives the same database") {
  const char* left = "select user_id, max(day) d from orders group by user_id";
  const char* right = "select user_id, min(day) d from orders group by user_id";
  Json first = found(left, right, R"(,"seed":5,"budget_ms":20000)"), second = found(left, right, R"(,"seed":5,"budget_ms":20000)");
  CHECK(base::to_text(first["tables"]) == base::to_text(second["tables"]));
  CHECK(first["tried"] == second["tried"]);
}

TEST_CASE("counterexample: refusals say where") {
  struct Case {
    std::string body, where;
  };
  const Case cases[] = {
      {R"({"left":"select 1","right":"select 1"})", "body/schema"},
      {R"({"left":"select 1","right":"select 1","schema":{}})", "body/schema"},
      {R"({"left":"select 1","right":"select 1","schema":{"t":{"a":"int"}},"constraints":[{"primary":[{"table":"u","column":"a"}]}]})",
       "body/constraints/0/primary/0/table"},
      {R"({"left":"select 1","right":"select 1","schema":{"t":{"a":"int"}},"constraints":[{"unique":[{"table":"t","column":"b"}]}]})",
       "body/constraints/0/unique/0/column"},
      {R"({"left":"select 1","right":"select 1","schema":{"t":{"a":"int"}},"constraints":[{"foreign":[{"table":"t","column":"a"}]}]})",
       "body/constraints/0/foreign"},
      {R"({"left":"selec 1","right":"select 1","schema":{"t":{"a":"int"}}})", "sql"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.body);
    const auto body = base::parse_json(one.body, "body");
    REQUIRE(body.ok());
    const auto answer = engine::answer_counterexample(body.value());
    REQUIRE_FALSE(answer.ok());
    CHECK(answer.error().where == one.where);
    CHECK(answer.error().text.back() == '.');
  }
}

TEST_CASE("counterexample: rows are compared as values, in order only when asked") {
  model::Table a, b;
  a.columns = b.columns = {{"x", "int"}, {"y", "numeric"}};
  a.rows = {{std::int64_t{1}, 0.1 + 0.2}, {std::int64_t{2}, std::string("q")}};
  b.rows = {{std::int64_t{2}, std::string("q")}, {1.0, 0.3}};
  CHECK_FALSE(engine::rows_differ(a, b, false));
  CHECK(engine::rows_differ(a, b, true));
  b.rows.push_back(b.rows[0]);
  CHECK(engine::rows_differ(a, b, false));
}
