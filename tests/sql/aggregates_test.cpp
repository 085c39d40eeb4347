// Aggregates, also as window functions.
// Expected values: computed with PostgreSQL 15; LISTAGG and MEDIAN, which it does not know, are worked by hand from the
// Amazon Redshift Database Developer Guide.
#include <doctest/doctest.h>

#include "shop.h"
#include "sql/array_text.h"
#include "sql/spread.h"

using namespace loopready;
using shop::check_all;

namespace {

sql::PairSums sums_of(const std::vector<std::pair<double, double>>& pairs) {
  sql::PairSums sums;
  for (const auto& [x, y] : pairs) sums.add(x, y, 1);
  return sums;
}

}  // namespace

TEST_CASE("spread keeps its digits far from zero, and when values leave") {
  sql::PairSums sums = sums_of({{1e9 + 1, 0}, {1e9 + 2, 0}, {1e9 + 3, 0}});
  CHECK(*sums.sample_variance() == doctest::Approx(1).epsilon(1e-12));
  sums.add(5e15, 0, 1);
  sums.add(5e15, 0, -1);
  CHECK(*sums.sample_variance() == doctest::Approx(1).epsilon(1e-12));
  CHECK(*sums_of({{0.1, 0.1}, {0.1, 0.1}, {0.1, 0.1}}).sample_variance() == 0);
  CHECK_FALSE(sums_of({{1, 2}}).sample_variance());
  CHECK(*sums_of({{1, 2}}).population_variance() == 0);
  CHECK_FALSE(sums_of({{1, 2}, {1, 3}}).slope());
  CHECK(*sums_of({{1, 3}, {2, 5}, {4, 9}}).slope() == doctest::Approx(2));
  CHECK(*sums_of({{1, 3}, {2, 5}, {4, 9}}).intercept() == doctest::Approx(1));
  CHECK(*sums_of({{1, 3}, {2, 3}}).r_squared() == 1);
}

TEST_CASE("arrays are read as they are written") {
  const std::vector<sql::ArrayElement> elements = {"a", "b c", std::nullopt, "NULL", "", "x\"y\\z", "{1}"};
  const std::string text = sql::array_text(elements);
  CHECK(text == "{a,\"b c\",NULL,\"NULL\",\"\",\"x\\\"y\\\\z\",\"{1}\"}");
  CHECK(*sql::read_array(text) == elements);
  CHECK(sql::read_array("{}")->empty());
  CHECK(*sql::read_array("{ 1 , {2,3} }") == std::vector<sql::ArrayElement>{"1", "{2,3}"});
  for (const char* bad : {"", "{", "a", "{a", "{\"a}", "{a}b", "{a,b},"}) CHECK_FALSE(sql::read_array(bad));
}

TEST_CASE("statistics") {
  check_all({
      {"select round(stddev(amount), 4), round(stddev_pop(amount), 4), round(variance(order_id), 4), var_pop(order_id) "
       "from orders where order_id < 3",
       "10.9602,7.75,0.5,0.25"},
      {"select stddev(amount), var_pop(amount) from orders where order_id = 1", "NULL,0.0"},
      {"select regr_slope(order_id * 2 + 1, order_id), regr_intercept(order_id * 2 + 1, order_id), regr_count(amount, "
       "order_id), regr_avgx(amount, order_id), corr(order_id, -order_id) from orders",
       "2.0,1.0,2,1.5,-1.0"},
      {"select order_id, covar_pop(order_id, amount) over (order by order_id) from orders order by 1",
       "1,0.0|2,3.875|3,3.875"},
      {"select mode() within group (order by user_id), mode() within group (order by city desc), mode() within group "
       "(order by city) from orders",
       "1,boston,Seattle"},
      {"select percentile_disc(0.5) within group (order by order_date), percentile_cont(0.25) within group (order by "
       "order_id desc), median(amount) from orders",
       "2024-02-15,2.5,17.75"},
      {"select percentile_cont(0.5) within group (order by order_ts - timestamp '2024-01-31') from orders where "
       "order_id < 3",
       "7 days 21:15:00"},
      {"select user_id, median(order_id) over (partition by user_id) from orders order by order_id", "1,1.5|1,1.5|2,3.0"},
      {"select percentile_cont(1.5) within group (order by amount) from orders",
       "error: A percentile is asked for by a share from 0 to 1."},
  });
}

TEST_CASE("lists and arrays") {
  check_all({
      {"select string_agg(distinct user_id::text, ','), string_agg(amount::text, ' ' order by amount desc) from orders",
       "1,2,25.50 10.00"},
      {"select listagg(distinct city, ',') within group (order by city desc) from orders", "boston,Seattle"},
      {"select order_id, listagg(order_id, ',') within group (order by order_id desc) over (partition by user_id) from "
       "orders order by 1",
       "1,2,1|2,2,1|3,3"},
      {"select array_agg(city order by order_id), array_agg(distinct user_id), array_agg(amount order by order_id), "
       "array_agg(is_prime order by order_id) from orders",
       "{Seattle,boston,NULL},{1,2},{10.00,25.50,NULL},{t,f,t}"},
      {"select (array_agg(order_id order by order_id desc))[1] + 1, array_to_string(array_agg(city), '-') from orders",
       "4,Seattle-boston"},
      {"select array[1, 2], (array['a', 'b'])[2], cardinality(string_to_array('a,b', ',')), array[1] || 2, 2 = "
       "any(array[1, 2]), 3 <> all(array[1, 2]), array(select order_id from orders order by 1)",
       "{1,2},b,2,{1,2},true,true,{1,2,3}"},
      {"select count(distinct (user_id, is_prime)) from orders", "3"},
      {"select round(avg(order_id), 2) || '%', 'n=' || count(*), concat('a', null, 1.50), concat_ws('-', 'a', null, 'b') "
       "from orders",
       "2.00%,n=3,a1.50,a-b"},
  });
}

TEST_CASE("aggregates of the wrong kind of value are refused") {
  check_all({
      {"select sum(city) from orders", "error: sum() takes numbers, not texts."},
      {"select avg(order_date) from orders", "error: avg() takes numbers, not dates."},
      {"select count(user_id, city) from orders", "error: COUNT takes one column."},
      {"select count(distinct city) over () from orders", "error: DISTINCT can't stand in a window function."},
      {"select mode(city) from orders", "error: MODE is written MODE() WITHIN GROUP (ORDER BY x)."},
      {"select (array[1, 2])[1:2]", "error: Slices of arrays are not known here."},
  });
}
