// ROLLUP, CUBE, GROUPING SETS and GROUPING().
// Expected values: computed with PostgreSQL 15.
#include <doctest/doctest.h>

#include "shop.h"

using namespace loopready;
using shop::check_all;

TEST_CASE("every set of keys gives its own groups") {
  check_all({
      {"select user_id, is_prime, count(*), sum(amount) from orders group by rollup(user_id, is_prime) order by 1, 2, 3",
       "1,false,1,25.5|1,true,1,10.0|1,NULL,2,35.5|2,true,1,NULL|2,NULL,1,NULL|NULL,NULL,3,35.5"},
      {"select user_id, is_prime, count(*) from orders group by cube(user_id, is_prime) order by grouping(user_id, "
       "is_prime), 1, 2",
       "1,false,1|1,true,1|2,true,1|1,NULL,2|2,NULL,1|NULL,false,1|NULL,true,2|NULL,NULL,3"},
      {"select user_id, city, count(*) from orders group by grouping sets ((user_id), (city), ()) order by 1, 2, 3",
       "1,NULL,2|2,NULL,1|NULL,Seattle,1|NULL,boston,1|NULL,NULL,1|NULL,NULL,3"},
      {"select case when grouping(user_id) = 1 then 'all' else user_id::text end as u, count(*) from orders group by "
       "rollup(user_id) order by u",
       "1,2|2,1|all,3"},
      {"select user_id, sum(user_id), rank() over (order by count(*) desc) from orders group by rollup(user_id) having "
       "count(*) > 1 order by 3",
       "NULL,4,1|1,2,2"},
      {"select date_trunc('month', order_date) as m, count(*) from orders where order_id < 3 group by rollup(m) order by "
       "m",
       "2024-01-01 00:00:00,1|2024-02-01 00:00:00,1|NULL,2"},
      {"select o.user_id, count(*) from orders o left join users u on u.user_id = o.order_id group by rollup(1) order by 1",
       "1,2|2,1|NULL,3"},
      {"select user_id, is_prime, count(*) from orders group by user_id, rollup(is_prime) order by 1, 2",
       "1,false,1|1,true,1|1,NULL,2|2,true,1|2,NULL,1"},
      {"select user_id, is_prime, count(*) from orders group by (user_id, is_prime) order by 1, 2",
       "1,false,1|1,true,1|2,true,1"},
      {"select count(*) from orders group by ()", "3"},
      {"select grouping(user_id) from orders group by user_id", "0|0"},
  });
}

TEST_CASE("sets that can't be grouped by are refused") {
  check_all({
      {"select city from orders group by rollup(user_id)",
       "error: The column \"city\" must stand in GROUP BY or inside an aggregate."},
      {"select * from orders group by rollup(user_id)", "error: A star can't be grouped by sets."},
      {"select 1 from orders group by cube(order_id, user_id, order_ts, order_date, amount, is_prime, city)",
       "error: CUBE takes at most 6 columns here."},
      {"select user_id from orders group by rollup(user_id, city), cube(order_id, order_ts, order_date, amount, is_prime)",
       "error: These are more than 64 grouping sets."},
      {"select grouping(user_id) from orders", "error: GROUPING() goes with ROLLUP, CUBE and GROUPING SETS."},
      {"select grouping(city) from orders group by rollup(user_id)",
       "error: An argument of GROUPING() is no key of GROUP BY."},
  });
}
