// Queries meant to hurt end in a clear verdict, soon.
#include <doctest/doctest.h>

#include <fstream>

#include "shop.h"

using namespace loopready;

namespace {

// Generated, since they would not fit a line: very deep, very wide, very many.
std::vector<std::string> generated() {
  const auto times = [](const std::string& text, int n) {
    std::string all;
    for (int i = 0; i < n; ++i) all += text;
    return all;
  };
  return {"select " + times("(", 5'000) + "1" + times(")", 5'000),
          "select " + times("(select ", 3'000) + "1" + times(")", 3'000),
          "select " + times("((select 1) + ", 2'000) + "1" + times(")", 2'000),
          "select " + times("-", 20'001) + "1",
          "select " + times("not ", 10'000) + "true",
          "select " + times("1 + ", 20'000) + "1",
          "select " + times("1 || ", 15'000) + "1",
          "select 1" + times("::int", 15'000),
          "select " + times("1, ", 30'000) + "1",
          "select 1 where 1 in (" + times("1, ", 30'000) + "1)",
          "select 1" + times(" union all select 1", 4'000),
          "select " + times("case when 1 = 1 then ", 3'000) + "1" + times(" end", 3'000),
          "select * from " + times("(select * from ", 2'000) + "orders" + times(")", 2'000),
          times("with a as (", 3'000) + "select 1" + times(") select 1", 3'000),
          "select " + times("a.", 20'000) + "a from orders",
          "select 1; " + times("select 1; ", 5'000),
          times("/*", 40'000) + times("*/", 40'000),
          times("'", 50'001), times("\"", 50'001), times("$$", 40'000), times(";", 90'000),
          "select count(*) from orders " + times(" join users using (user_id)", 3'000),
          "select '" + times("%", 90'000) + "' like '" + times("%", 900) + "'",
          "select 1" + times(" || (1 + 1)", 9'000),
          "select " + times("(", 100) + "1" + times(times(" + 1", 100) + ")", 100),
          "select city" + times(" like 'a'", 9'000) + " from orders",
          "select 1" + times(" between 1 and 1", 6'000),
          "select 1" + times(" in (1)", 9'000) + times(" is null", 3'000),
          "select lower(" + times("coalesce(", 400) + "1" + times(", 1)", 400) + ")"};
}

// Within its steps, in exactly one verdict. No clock: what counts is the work that was done.
void ends_soon(const std::string& sql) {
  CAPTURE(sql.substr(0, 200));
  sql::Limits limits;
  limits.steps = 2'000'000;
  limits.time_ms = 60'000;
  const model::RunResult result = shop::run(sql, model::Dialect::redshift, limits);
  CHECK(result.cost.steps <= 2 * limits.steps);  // the last piece of work may reach over
  const int n_verdicts =
      (result.table ? 1 : 0) + (result.sql_error ? 1 : 0) + (result.stopped != model::Stopped::no ? 1 : 0);
  CHECK(n_verdicts == 1);
  if (result.sql_error) CHECK(result.sql_error->text.size() > 10);
  if (result.table) CHECK(result.table->rows.size() <= 1'000);
}

}  // namespace

TEST_CASE("queries meant to hurt end soon") {
  std::ifstream file(std::string(SOURCE_DIR) + "/tests/hostile/queries.sql");
  REQUIRE(file.good());
  std::string line;
  int n = 0;
  while (std::getline(file, line)) {
    ends_soon(line);
    ++n;
  }
  CHECK(n >= 150);
}

TEST_CASE("texts of monstrous shape end soon") {
  for (const std::string& sql : generated()) ends_soon(sql);
}

TEST_CASE("endless work is stopped, not answered") {
  CHECK(shop::run("with recursive r(n) as (select 1 union all select n + 1 from r) select count(*) from r").stopped !=
        model::Stopped::no);
  CHECK(shop::run("select zeroblob(1e9)").stopped == model::Stopped::memory);
  sql::Limits limits;
  limits.steps = 100'000;
  CHECK(shop::run("select count(*) from orders a, orders b, orders c, orders d, orders e, orders f, orders g, orders "
                  "h, orders i, orders j, orders k, orders l",
                  model::Dialect::redshift, limits)
            .stopped == model::Stopped::steps);
  CHECK(shop::rows(shop::run("select 1")) == "1");  // nothing is left behind
}
