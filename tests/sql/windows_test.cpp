// Window functions: frames, NULLs passed over, notes.
// Expected values: computed with PostgreSQL 15; IGNORE NULLS and RATIO_TO_REPORT, which it does not know, are worked by
// hand from the Amazon Redshift Database Developer Guide.
#include <doctest/doctest.h>

#include <algorithm>

#include "shop.h"

using namespace loopready;
using shop::check_all;

TEST_CASE("RANGE takes intervals of fixed length") {
  check_all({
      {"select order_id, sum(order_id) over (order by order_date range between interval '15 days' preceding and current "
       "row) from orders order by 1",
       "1,1|2,3|3,5"},
      {"select order_id, count(*) over (order by order_ts desc range between '1 week'::interval preceding and interval "
       "'15 days' following) from orders order by 1",
       "1,1|2,2|3,2"},
      {"select sum(order_id) over (order by order_date range between interval '1 month' preceding and current row) from "
       "orders",
       "error: RANGE takes intervals of fixed length here, and a month has none."},
      {"select sum(order_id) over (order by order_id range between interval '1 day' preceding and current row) from "
       "orders",
       "error: RANGE with an INTERVAL needs one date or timestamp in ORDER BY."},
  });
}

TEST_CASE("IGNORE NULLS passes over NULLs") {
  check_all({
      {"select order_id, lag(amount) ignore nulls over (order by order_id desc), lead(amount) ignore nulls over (order "
       "by order_id desc) from orders order by 1",
       "1,25.5,NULL|2,NULL,10.0|3,NULL,25.5"},
      {"select order_id, lag(city, 2, 'none') ignore nulls over (order by order_id) from orders order by 1",
       "1,none|2,none|3,Seattle"},
      {"select order_id, last_value(city ignore nulls) over (order by order_id rows between unbounded preceding and "
       "current row), first_value(city) ignore nulls over (order by order_id desc) from orders order by 1",
       "1,Seattle,boston|2,boston,boston|3,boston,NULL"},
      {"select order_id, lag(city ignore nulls, 1) over w from orders window w as (order by order_id) order by 1",
       "1,NULL|2,Seattle|3,boston"},
      {"select nth_value(city, 2) ignore nulls over (order by order_id desc rows between unbounded preceding and "
       "unbounded following) from orders",
       "Seattle|Seattle|Seattle"},
      {"select lag(city) respect nulls over (order by order_id desc) from orders order by order_id", "boston|NULL|NULL"},
      {"select sum(order_id) ignore nulls over (order by order_id) from orders",
       "error: IGNORE NULLS goes with LAG, LEAD, FIRST_VALUE, LAST_VALUE and NTH_VALUE."},
      {"select order_id, ratio_to_report(order_id) over (partition by user_id) from orders order by 1",
       "1,0.3333333333333333|2,0.6666666666666666|3,1.0"},
  });
}

TEST_CASE("what is worth knowing about frames is noted once") {
  const model::RunResult result = shop::run(
      "select sum(amount) over (order by order_id), count(*) over (order by order_id), last_value(city) over (order by "
      "order_id) from orders");
  CHECK(std::count_if(result.notes.begin(), result.notes.end(),
                      [](const std::string& note) { return note.find("Redshift demands the frame") != std::string::npos; }) == 1);
  CHECK(std::count_if(result.notes.begin(), result.notes.end(),
                      [](const std::string& note) { return note.substr(0, 10) == "LAST_VALUE"; }) == 1);
  CHECK(shop::run("select sum(amount) over (order by order_id rows unbounded preceding) from orders").notes.empty());
}
