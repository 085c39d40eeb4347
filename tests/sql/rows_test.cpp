// Functions that give rows, and LATERAL.
// Expected values: computed with PostgreSQL 15.
#include <doctest/doctest.h>

#include "shop.h"

using namespace loopready;
using shop::check_all;

TEST_CASE("GENERATE_SERIES counts numbers, dates and timestamps") {
  check_all({
      {"select * from generate_series(1, 3)", "1|2|3"},
      {"select g.n * 2 from generate_series(5, 1, -2) as g(n)", "10|6|2"},
      {"select d from generate_series(timestamp '2024-01-31', timestamp '2024-04-30', interval '1 month') d",
       "2024-01-31 00:00:00|2024-02-29 00:00:00|2024-03-29 00:00:00|2024-04-29 00:00:00"},
      {"select d::date, count(o.order_id) from generate_series(date '2024-01-30', date '2024-02-01', '1 day') as d left "
       "join orders o on o.order_date = d::date group by 1 order by 1",
       "2024-01-30,0|2024-01-31,1|2024-02-01,0"},
      {"select user_id, generate_series(1, user_id) as i from users order by 1, 2", "1,1|2,1|2,2"},
      {"select u.user_id, g from users u left join lateral generate_series(u.user_id, 1) g on true order by 1",
       "1,1|2,NULL"},
      {"select * from generate_series(3, 1)", ""},
      {"select * from generate_series(1, null)", ""},
      {"select x from generate_series(0.1, 0.3, 0.1) x", "0.1|0.2|0.3"},
      {"select * from generate_series(1, 2, 0)", "error: The step of a series can't be 0."},
      {"select * from generate_series(date '2024-01-01', date '2024-01-02')", "error: A series of dates needs a step."},
      {"select generate_series(1, 2), row_number() over ()",
       "error: GENERATE_SERIES gives rows and can't stand beside a window function."},
      {"select 1 from orders where generate_series(1, 2) = 1", "error: GENERATE_SERIES gives rows and can't stand here."},
  });
  sql::Limits limits;
  limits.steps = 100'000;
  CHECK(shop::run("select count(*) from generate_series(1, 1000000000000)", model::Dialect::redshift, limits).stopped ==
        model::Stopped::steps);
}

TEST_CASE("UNNEST and its relatives give a row for each element") {
  check_all({
      {"select unnest(string_to_array('a,b,a', ',')) as tag, count(*) from users group by 1 order by 1", "a,4|b,2"},
      {"select t.x, t.i from unnest(array['a', 'b']) with ordinality as t(x, i)", "a,1|b,2"},
      {"select sum(x) from unnest(array[1, 2, 3]) as x", "6"},
      {"select o.order_id, w from orders o, unnest(string_to_array(o.city, 't')) w where order_id < 3 order by 1, 2",
       "1,|1,Sea|1,le|2,bos|2,on"},
      {"select m[1] from regexp_matches('a1b22', '([a-z])(\\d+)', 'g') as m", "a|b"},
      {"select regexp_split_to_table('a b  c', '\\s+')", "a|b|c"},
      {"select * from users u, unnest(array['p']) x where u.user_id = 1", "1,2024-01-01,p"},
      {"select unnest(array[1, 2]), unnest(array['a', 'b'])", "1,a|2,b"},
      {"select unnest(array[1, 2]), unnest(array['a'])", "1,a|2,NULL"},
  });
}

TEST_CASE("LATERAL subqueries see the tables before them") {
  check_all({
      {"select u.user_id, t.order_id from users u cross join lateral (select order_id from orders o where o.user_id = "
       "u.user_id order by order_date desc limit 1) t order by 1",
       "1,2|2,3"},
      {"select u.user_id, t.* from users u left join lateral (select order_id, order_ts from orders o where o.user_id = "
       "u.user_id and amount > 20) t on true order by 1",
       "1,2,2024-02-15 08:30:00|2,NULL,NULL"},
      {"select u.user_id, twice, thrice from users u cross join lateral (select u.user_id * 2 as twice) x cross join "
       "lateral (select twice + u.user_id as thrice) y order by 1",
       "1,2,3|2,4,6"},
      {"select u.user_id, v.k, v.x from users u cross join lateral (values ('id', u.user_id), ('neg', -u.user_id)) as "
       "v(k, x) where user_id = 2 order by 2",
       "2,id,2|2,neg,-2"},
      {"select * from lateral (select 1 as a) t", "1"},
  });
}
