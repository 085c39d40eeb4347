#include "engine/grade_sql.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "base/json.h"

using namespace loopready;

namespace {

base::Json read(const std::string& path) {
  std::ifstream file(std::string(SOURCE_DIR) + "/tests/content/base/" + path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  auto json = base::parse_json(text.str(), path);
  REQUIRE(json.ok());
  return std::move(json).value();
}

model::GradeRequest request(const std::string& sql) {
  auto item = model::item_from_json(read("items/sql/paid-orders.json"), "item");
  auto world = model::world_from_json(read("worlds/tiny.json"), "world");
  REQUIRE(item.ok());
  REQUIRE(world.ok());
  return {item.value(), world.value(), sql, 0, {}};
}

model::Verdict graded(const std::string& sql) {
  auto verdict = engine::grade_sql(request(sql));
  REQUIRE(verdict.ok());
  REQUIRE_FALSE(verdict.value().reasons.empty());
  for (const model::Reason& reason : verdict.value().reasons) CHECK(reason.text.size() > 15);
  return verdict.value();
}

const char* kAnswer =
    "select u.user_id, count(o.order_id) as n_orders from users u left join orders o on o.user_id = u.user_id "
    "and o.status = 'paid' group by 1 order by 1";

}  // namespace

TEST_CASE("a right answer is right on every dataset and says so") {
  const model::Verdict verdict = graded(kAnswer);
  CHECK(verdict.right);
  CHECK(verdict.score_share == 1);
  CHECK(verdict.reasons[0].kind == "right");
  CHECK(verdict.reasons[0].text.find("all 4 datasets") != std::string::npos);
  CHECK_FALSE(verdict.shown.has_value());
  CHECK(verdict.trap.empty());
}

TEST_CASE("each trap is named, with the dataset that shows it") {
  const model::GradeRequest base = request("");
  for (const model::Trap& trap : base.item.traps) {
    CAPTURE(trap.slug);
    const model::Verdict verdict = graded(trap.sql);
    CHECK_FALSE(verdict.right);
    CHECK(verdict.trap == trap.slug);
    CHECK(verdict.trap_why == trap.why);
    REQUIRE(verdict.shown.has_value());
    CHECK(verdict.shown->tables.size() == 2);
    CHECK(verdict.score_share < 1);
    CHECK(verdict.score_share >= 0.25);
  }
}

TEST_CASE("the smallest wrong dataset is shown with both results") {
  const model::Verdict verdict = graded("select user_id, 1 as n_orders from users order by 1");
  REQUIRE(verdict.shown.has_value());
  CHECK(verdict.shown->dataset == "only-unpaid");
  CHECK(verdict.diff.n_wrong_value == 1);
  // Cut down to what shows it: one user, no order.
  CHECK(verdict.shown->made);
  CHECK(verdict.shown->tables[0].second.rows.size() + verdict.shown->tables[1].second.rows.size() == 1);
  CHECK(verdict.reasons[0].text.find("the smallest case found") != std::string::npos);
}

TEST_CASE("right on every dataset is not right everywhere") {
  // Orders of user 1 alone: no dataset has a paid order of another user beside one of theirs.
  const model::Verdict verdict = graded(
      "select u.user_id, count(o.order_id) as n_orders from users u left join orders o on o.user_id = u.user_id and o.status = 'paid' "
      "and o.order_id < 1000 group by 1 order by 1");
  CHECK_FALSE(verdict.right);
  REQUIRE(verdict.shown.has_value());
  CHECK(verdict.shown->dataset == "made");
  CHECK(verdict.reasons[0].kind == "counterexample");
  CHECK(verdict.score_share < 1);
}

TEST_CASE("what is wrong is said by kind") {
  struct {
    const char* sql;
    const char* kind;
    const char* words;
  } const cases[] = {
      {"", "sql_error", "no query"},
      {"select usr_id from users", "sql_error", "Did you mean user_id?"},
      {"select user_id from users", "columns", "`n_orders`"},
      {"select user_id, 0 as n_orders, 1 as x from users", "columns", "`x`"},
      {"select u.user_id, count(o.order_id) as n from users u left join orders o on o.user_id = u.user_id and o.status "
       "= 'paid' group by 1 order by 1",
       "columns", "must be called `n_orders`"},
      {"select user_id, 0 as n_orders from users where 1 = 0", "missing_rows", "1 row is missing"},
      {"select user_id, 0 as n_orders from users union all select 77, 0", "extra_rows", "1 row is too many"},
      {"select u.user_id, count(o.order_id) as n_orders from users u left join orders o on o.user_id = u.user_id and "
       "o.status = 'paid' group by 1 order by 1 desc",
       "wrong_order", "sort by `user_id`"},
      {"with recursive r(n) as (select 1 union all select n + 1 from r) select n as user_id, n as n_orders from r",
       "stopped", "Stopped"},
      {"delete from users", "sql_error", "only read"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.sql);
    const model::Verdict verdict = graded(one.sql);
    CHECK_FALSE(verdict.right);
    CHECK(verdict.reasons[0].kind == one.kind);
    CHECK(verdict.reasons[0].text.find(one.words) != std::string::npos);
  }
}

TEST_CASE("forgiven things are told") {
  const model::Verdict verdict = graded(
      "select count(o.order_id) as \"N_ORDERS\", u.user_id from users u left join orders o on o.user_id = u.user_id "
      "and o.status = 'paid' "
      "group by u.user_id order by u.user_id");
  CHECK(verdict.right);
  REQUIRE(verdict.reasons.size() == 3);
  CHECK(verdict.reasons[1].kind == "forgiven");
}

TEST_CASE("an item with a broken answer is an error, not a verdict") {
  model::GradeRequest broken = request("select 1");
  broken.item.answer = "select nothing";
  CHECK_FALSE(engine::grade_sql(broken).ok());
}
