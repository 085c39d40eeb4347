// What a learner may not do, and how that is said.
#include "sql/guard.h"

#include <doctest/doctest.h>

#include "shop.h"

using namespace loopready;

TEST_CASE("only reading is allowed, in both dialects") {
  struct {
    const char* sql;
    const char* words;
  } const cases[] = {
      {"insert into orders (order_id) values (9)", "INSERT can't be used here"},
      {"update orders set amount = 0", "UPDATE can't be used here"},
      {"delete from orders", "DELETE can't be used here"},
      {"drop table orders", "DROP can't be used here"},
      {"create table x (a int)", "CREATE can't be used here"},
      {"create temp table x as select 1", "CREATE can't be used here"},
      {"alter table orders add column x int", "ALTER can't be used here"},
      {"pragma table_info(orders)", "PRAGMA can't be used here"},
      {"PRAGMA writable_schema = on", "PRAGMA can't be used here"},
      {"attach 'x.db' as x", "ATTACH can't be used here"},
      {"vacuum into 'copy.db'", "VACUUM can't be used here"},
      {"begin", "BEGIN can't be used here"},
      {"with x as (select 1) insert into orders (order_id) select * from x", "INSERT can't be used here"},
      {"with x as (select 1) delete from orders", "DELETE can't be used here"},
      {"select * from sqlite_master", "sqlite_master can't be read here"},
      {"select * from (select name from sqlite_schema)", "can't be read here"},
      {"select * from pragma_table_info('orders')", ""},
      {"select load_extension('x')", ""},
      {"explain select 1", "EXPLAIN can't be used here"},
      {"replace into orders (order_id) values (1)", "REPLACE can't be used here"},
      {"select 1; drop table orders", "DROP can't be used here"},
  };
  for (const auto& one : cases)
    for (const model::Dialect dialect : {model::Dialect::redshift, model::Dialect::sqlite}) {
      CAPTURE(std::string(one.sql));
      const model::RunResult result = shop::run(one.sql, dialect);
      CHECK(result.sql_error.has_value());
      if (!result.sql_error) continue;
      CAPTURE(result.sql_error->text);
      CHECK(result.sql_error->text.find(one.words) != std::string::npos);
      CHECK_FALSE(result.table.has_value());
      CHECK(result.sql_error->line == 1);
    }
}

TEST_CASE("texts without a query get a clear sentence") {
  struct {
    std::string sql;
    const char* words;
  } const cases[] = {
      {"", "no query"},
      {"  \n\t ", "no query"},
      {";;", "no query"},
      {"-- todo", "only comments"},
      {"/* a */ -- b", "only comments"},
      {std::string("select 1\0, 2", 12), "NUL"},
      {"select '\xff'", "UTF-8"},
      {std::string(200'000, ' ') + "select 1", "100,000 bytes"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.sql.substr(0, 40));
    const model::RunResult result = shop::run(one.sql);
    REQUIRE(result.sql_error.has_value());
    CHECK(result.sql_error->text.find(one.words) != std::string::npos);
  }
}

TEST_CASE("a byte order mark, closing semicolons and comments do no harm") {
  CHECK(shop::rows(shop::run("\xEF\xBB\xBFselect 1")) == "1");
  CHECK(shop::rows(shop::run("select 1; -- done\n;")) == "1");
  CHECK(shop::rows(shop::run("select /* a /* nested */ comment */ 1 -- end")) == "1");
  CHECK(shop::rows(shop::run("values (1, 2)")) == "1,2");
}

TEST_CASE("of several statements the last one's result is shown, with a note") {
  const model::RunResult result = shop::run("select 1; select 2 as b");
  CHECK(shop::rows(result) == "2");
  REQUIRE(result.notes.size() == 1);
  CHECK(result.notes[0].find("2 statements") != std::string::npos);
}
