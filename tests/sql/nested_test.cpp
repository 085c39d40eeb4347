// QUALIFY, DISTINCT ON, comparisons with ANY and ALL, BETWEEN SYMMETRIC.
// Expected values: computed with PostgreSQL 15; those of QUALIFY and of aliases in their own SELECT list, which
// PostgreSQL does not know, are worked by hand from the Amazon Redshift Database Developer Guide.
#include <doctest/doctest.h>

#include "shop.h"

using namespace loopready;
using shop::check_all;

TEST_CASE("QUALIFY filters by window functions") {
  check_all({
      {"select user_id, amount from orders qualify row_number() over (partition by user_id order by order_id) = 1",
       "1,10.0|2,NULL"},
      {"select user_id, order_id, row_number() over (partition by user_id order by order_id desc) as rn from orders "
       "qualify rn = 1 order by user_id",
       "1,2,1|2,3,1"},
      {"select order_id from orders qualify rank() over (order by amount desc nulls last) <= 2 order by order_date desc "
       "limit 1",
       "2"},
      {"select distinct user_id from orders qualify count(*) over (partition by user_id) > 1", "1"},
      {"select user_id, sum(amount) as total from orders group by user_id qualify rank() over (order by total desc "
       "nulls last) = 1",
       "1,35.5"},
      {"select o.user_id, u.user_id, o.order_id from orders o join users u using (user_id) qualify row_number() over "
       "(partition by o.user_id order by order_date) = 1 order by o.order_date desc",
       "2,2,3|1,1,1"},
      {"select 1 union all select order_id from orders qualify row_number() over (order by order_id) = 3", "1|3"},
      {"select user_id, amount * 2 as twice, twice + 1 as more from orders order by more", "1,20.0,21.0|1,51.0,52.0|2,NULL,NULL"},
  });
}

TEST_CASE("DISTINCT ON keeps the first row of each key") {
  check_all({
      {"select distinct on (user_id) user_id, order_id, amount from orders order by user_id, order_date desc",
       "1,2,25.5|2,3,NULL"},
      {"select distinct on (1) user_id u, order_id from orders order by 1, order_date", "1,1|2,3"},
      {"select distinct on (o.user_id) o.order_id, u.signup_date from orders o join users u on u.user_id = o.user_id "
       "order by o.user_id, o.order_id desc limit 1",
       "2,2024-01-01"},
      {"select distinct on (date_trunc('month', order_ts)) date_trunc('month', order_ts) as m, order_id from orders "
       "order by m, order_id",
       "2024-01-01 00:00:00,1|2024-02-01 00:00:00,2|2024-03-01 00:00:00,3"},
      {"select distinct on (city) city, order_id from orders order by city desc, order_id", "NULL,3|boston,2|Seattle,1"},
      {"select distinct on (user_id) user_id, order_id from orders order by order_id",
       "error: ORDER BY must begin with the expressions of DISTINCT ON."},
  });
}

TEST_CASE("ANY, SOME and ALL know empty queries and NULLs") {
  check_all({
      {"select order_id, amount >= all (select amount from orders), amount > any (select amount from orders), amount <> "
       "any (select amount from orders), amount = all (select amount from orders where order_id = 1), amount < all "
       "(select amount from orders where false), amount < any (select amount from orders where false) from orders order "
       "by 1",
       "1,false,NULL,true,true,true,false|2,NULL,true,true,false,true,false|3,NULL,NULL,NULL,NULL,true,false"},
      {"select null > all (select 1 where false), null > any (select 1), 1 < any (values (0), (null)), 1 < any (values "
       "(2), (null)), 1 < all (values (0), (null)), 1 < all (values (2), (null))",
       "true,NULL,NULL,true,false,NULL"},
      {"select user_id from orders group by user_id having count(*) >= all (select count(*) from orders group by user_id)",
       "1"},
      {"select order_id from orders o where amount >= all (select amount from orders i where i.user_id = o.user_id) "
       "order by 1",
       "2"},
      {"select order_id from orders where order_ts > some (select signup_date from users) order by 1", "1|2|3"},
      {"select order_id from orders where order_ts in (select date '2024-03-01')", "3"},
      {"select order_id from orders where (order_id, user_id) > all (select 1, 2)",
       "error: A subquery behind ANY or ALL gives one column."},
  });
}

TEST_CASE("BETWEEN SYMMETRIC takes its bounds in either order") {
  check_all({
      {"select 5 between symmetric 10 and 1, 5 not between symmetric 10 and 1, null between symmetric 1 and 2, 5 between "
       "symmetric null and 1",
       "true,false,NULL,NULL"},
      {"select order_id from orders where order_date between symmetric '2024-03-01' and '2024-02-01' order by 1", "2|3"},
  });
}

TEST_CASE("a star puts the columns of USING first, and unquoted aliases are folded") {
  const model::RunResult result = shop::run("select 1 as Total, * from orders join users using (user_id) where order_id = 1");
  REQUIRE(result.table.has_value());
  std::string names;
  for (const model::Column& column : result.table->columns) names += column.name + " ";
  CHECK(names == "total user_id order_id order_ts order_date amount is_prime city signup_date ");
  CHECK(shop::rows(result) == "1,1,1,2024-01-31 10:00:00,2024-01-31,10.0,true,Seattle,2024-01-01");
}
