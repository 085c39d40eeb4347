// What has no counterpart here is named, with the nearest thing that works.
#include <doctest/doctest.h>

#include "shop.h"

using namespace loopready;

TEST_CASE("each construct beyond the dialect gets one clear sentence") {
  struct {
    const char* sql;
    const char* names;  // in the sentence
    const char* helps;  // in the sentence or the hint
  } const cases[] = {
      {"select * from orders pivot (sum(amount) for city in ('Seattle', 'boston'))", "PIVOT", "CASE or a FILTER"},
      {"select * from (select city, amount from orders) pivot (sum(amount) for city in ('a'))", "PIVOT", "CASE or a FILTER"},
      {"select * from orders unpivot (value for name in (amount, user_id))", "UNPIVOT", "CASE or a FILTER"},
      {"create function f(int) returns int as $$ select 1 $$ language sql", "CREATE", "SELECT or WITH"},
      {"create procedure p() as $$ begin end $$ language plpgsql", "CREATE", "SELECT or WITH"},
      {"call p(1)", "procedures", "write the query itself"},
      {"do $$ begin end $$", "procedures", "write the query itself"},
      {"prepare q as select 1", "prepared statements", "write the query itself"},
      {"copy orders from 's3://b/k' iam_role 'r'", "COPY", "SELECT from them"},
      {"unload ('select 1') to 's3://b/k'", "UNLOAD", "SELECT from them"},
      {"explain select 1", "EXPLAIN", "plan of every query"},
      {"show tables", "SHOW", "beside the exercise"},
      {"select string_to_array(city, ',')[1].name from orders", "SUPER", "->> 'key'"},
      {"select (array[1, 2, 3])[1:2]", "Slices", "x[1]"},
      {"select * from information_schema.tables", "information_schema", "beside the exercise"},
      {"select * from pg_catalog.pg_class", "pg_catalog", "beside the exercise"},
      {"select * from orders tablesample bernoulli (10)", "TABLESAMPLE", "RANDOM()"},
      {"select order_id into x from orders", "SELECT INTO", "CTE"},
      {"select * from orders for update", "FOR UPDATE", "only read"},
      {"select * exclude (city) from orders", "EXCLUDE", "Name the columns"},
      {"select city from orders group by all", "GROUP BY ALL", "GROUP BY 1, 2"},
      {"select * from orders start with order_id = 1 connect by prior order_id = user_id", "CONNECT BY", "RECURSIVE"},
      {"select * from orders where user_id = 1 connect by order_id = user_id", "CONNECT BY", "RECURSIVE"},
      {"select * from orders match_recognize (order by order_id)", "MATCH_RECOGNIZE", "LAG and LEAD"},
      {"select cast(order_id as geometry) from orders", "geometry", "Known types"},
      {"select order_id::hllsketch from orders", "hllsketch", "Known types"},
      {"select array_prepend(1, array[2])", "ARRAY_PREPEND", "ARRAY[x] || array"},
      {"select city from orders where city like any (select 'a%')", "LIKE ANY", "ARRAY["},
      {"select format('%d rows', 3)", "FORMAT", "TO_CHAR"},
      {"select city, amount from orders group by city", "GROUP BY", "aggregate"},
      {"select sum(city) from orders", "sum()", "::numeric"},
      {"select max(is_prime) from orders", "max()", "BOOL_OR"},
      {"select count(city, user_id) from orders", "COUNT", "DISTINCT"},
      {"select min(order_id, user_id) from orders", "min()", "LEAST"},
      {"select top 3 order_id from orders limit 2", "TOP and LIMIT", "one of them"},
      {"select percentile_cont(0.5) from orders", "PERCENTILE_CONT", "WITHIN GROUP"},
      {"select count(distinct city) over () from orders", "DISTINCT", "CTE"},
      {"select dateadd(dya, 1, order_date) from orders", "dya", "day"},
      {"select date_trunk('day', order_ts) from orders", "date_trunk", ""},
      {"select date '2024-02-30'", "2024-02-30", "YYYY-MM-DD"},
      {"select interval 'soon'", "interval", "30 days"},
      {"select * from orders where order_date = 'yesterday-ish'", "yesterday-ish", "YYYY-MM-DD"},
      {"select * from orders where user_id = 'one'", "'one'", ""},
      {"select frobnicate(1)", "frobnicate", ""},
  };
  for (const auto& one : cases) {
    CAPTURE(std::string(one.sql));
    const model::RunResult result = shop::run(one.sql);
    REQUIRE(result.sql_error.has_value());
    const std::string said = result.sql_error->text + " " + result.sql_error->hint;
    CAPTURE(said);
    CHECK(said.find(one.names) != std::string::npos);
    CHECK(said.find(one.helps) != std::string::npos);
    CHECK(result.sql_error->line == 1);
    CHECK_FALSE(result.table.has_value());
  }
}

TEST_CASE("a result says what plain SQLite would read otherwise") {
  struct {
    const char* sql;
    const char* what;
  } const cases[] = {
      {"select order_id / 2 from orders", "Integer division"},
      {"select amount / 2 from orders", "Division"},
      {"select city from orders order by city", "NULLs in ORDER BY"},
      {"select city from orders where city like 'S%'", "LIKE"},
      {"select date_trunc('week', order_ts), extract(dow from order_ts) from orders", "Weeks"},
      {"select is_prime, amount > 5 as dear from orders", "Booleans"},
      {"select avg(order_id) from orders", "AVG of whole numbers"},
      {"select sum(amount) over (order by order_id) from orders", "Window frames"},
      {"select order_date + 1 from orders", "Dates"},
      {"select order_date + interval '1 month' from orders", "Intervals"},
      {"select datediff(month, order_date, '2024-05-01') from orders", "DATEDIFF"},
      {"select distinct on (city) city from orders", "DISTINCT ON"},
      {"select city from orders qualify row_number() over (order by order_id) = 1", "QUALIFY"},
      {"select '5'::int", "Casts"},
      {"select round(2.5)", "ROUND"},
  };
  for (const auto& one : cases) {
    CAPTURE(std::string(one.sql));
    const model::RunResult result = shop::run(one.sql);
    int n = 0;
    for (const model::Difference& difference : result.differs) {
      n += difference.what == one.what ? 1 : 0;
      CHECK(difference.why.back() == '.');
    }
    CHECK(n == 1);
  }
  CHECK(shop::run("select order_id from orders").differs.empty());
  CHECK(shop::run("select 7 / 2", model::Dialect::sqlite).differs.empty());
}
