// Queries in Redshift's spelling and what they give. Expected values: PostgreSQL 15 where it has the construct, else
// the examples and rules of the Amazon Redshift Database Developer Guide (DATEADD, DATEDIFF, LAST_DAY, NVL2, LISTAGG
// ...).
#include "sql/dialect.h"

#include <doctest/doctest.h>

#include "shop.h"

using namespace loopready;
using shop::check_all;
using shop::rows;
using shop::run;

TEST_CASE("dates move by days, months and years") {
  check_all({
      {"select dateadd(month, 1, '2024-01-31')", "2024-02-29 00:00:00"},
      {"select dateadd('month', -1, '2024-03-31')", "2024-02-29 00:00:00"},
      {"select dateadd(month, 18, '2008-02-28')", "2009-08-28 00:00:00"},
      {"select dateadd(day, 30, order_date) from orders where order_id = 1", "2024-03-01 00:00:00"},
      {"select dateadd(hour, 25, '2024-01-31 10:00')", "2024-02-01 11:00:00"},
      {"select dateadd(week, 1, date '2024-02-28')", "2024-03-06 00:00:00"},
      {"select dateadd(year, 1, '2024-02-29')", "2025-02-28 00:00:00"},
      {"select dateadd(day, null, current_date)", "NULL"},
      {"select order_date + 1, order_date - 31 from orders where order_id = 1", "2024-02-01,2023-12-31"},
      {"select 1 + order_date from orders where order_id = 1", "2024-02-01"},
      {"select order_date + interval '1 month' from orders where order_id = 1", "2024-02-29 00:00:00"},
      {"select order_ts - interval '90 minutes' from orders where order_id = 1", "2024-01-31 08:30:00"},
      {"select order_ts + interval 1 day from orders where order_id = 1", "2024-02-01 10:00:00"},
      {"select date '2024-03-01' - interval '1 month 1 day'", "2024-01-31 00:00:00"},
      {"select add_months('2024-01-31', 1), last_day('2024-02-10')", "2024-02-29 00:00:00,2024-02-29"},
      {"select add_months('2024-02-29', 1)", "2024-03-31 00:00:00"},
  });
}

TEST_CASE("differences count boundaries or days") {
  check_all({
      {"select datediff(month, '2024-01-31', '2024-02-01')", "1"},
      {"select datediff(day, '2024-01-31 23:59:59', '2024-02-01 00:00:00')", "1"},
      {"select datediff(day, '2024-02-01', '2024-01-31')", "-1"},
      {"select datediff(year, '2008-12-31', '2009-01-01')", "1"},
      {"select datediff(qtr, '1998-07-01', '2024-03-01')", "102"},
      {"select datediff(hour, '2024-01-01 00:59', '2024-01-01 01:00')", "1"},
      {"select datediff(week, '2024-03-03', '2024-03-04')", "1"},
      {"select order_date - signup_date from orders join users using (user_id) order by order_id", "30|45|30"},
      {"select order_ts - '2024-01-31' from orders where order_id = 1", "10:00:00"},
      {"select timestamp '2024-02-02 12:30:00' - timestamp '2024-01-31 10:00:00'", "2 days 02:30:00"},
      {"select max(order_date) - min(order_date) from orders", "30"},
      {"select lag(order_date) over (order by order_date) - order_date from orders", "NULL|-15|-15"},
  });
}

TEST_CASE("dates are cut and taken apart") {
  check_all({
      {"select date_trunc('week', date '2024-03-03')", "2024-02-26 00:00:00"},
      {"select date_trunc('month', order_ts)::date from orders where order_id = 2", "2024-02-01"},
      {"select date_trunc('quarter', date '2024-06-30'), date_trunc('hour', timestamp '2024-01-01 10:59:59')",
       "2024-04-01 00:00:00,2024-01-01 10:00:00"},
      {"select extract(year from order_date), extract(month from order_ts), extract(dow from date '2024-03-03') from "
       "orders where order_id = 1",
       "2024,1,0"},
      {"select extract(isodow from date '2024-03-03'), extract(week from date '2024-01-01'), extract(doy from date "
       "'2024-12-31')",
       "7,1,366"},
      {"select extract(quarter from date '2024-05-05'), date_part('hour', order_ts) from orders where order_id = 1",
       "2,10"},
      {"select date_part(dow, order_date) from orders where order_id = 1", "3"},
      {"select extract(epoch from timestamp '1970-01-02 00:00:00')", "86400"},
      {"select extract(epoch from (timestamp '2024-01-02' - timestamp '2024-01-01 12:00'))", "43200"},
      {"select to_char(order_ts, 'YYYY-MM'), to_char(date '2024-03-01', 'FMMonth DD'), to_char(date '2024-03-01', "
       "'Dy') from orders where order_id = 1",
       "2024-01,March 01,Fri"},
      {"select to_date('2024-01-05', 'YYYY-MM-DD')", "2024-01-05"},
  });
}

TEST_CASE("today is the request's day") {
  check_all({
      {"select current_date, getdate(), current_date - 7", "2024-03-01,2024-03-01 00:00:00,2024-02-23"},
      {"select sysdate, now() - interval '1 day'", "2024-03-01 00:00:00,2024-02-29 00:00:00"},
      {"select order_id from orders where order_ts >= current_date - 30 order by 1", "1|2|3"},
      {"select current_timestamp > current_date", "false"},
  });
}

TEST_CASE("a date and a timestamp are compared as instants") {
  check_all({
      {"select order_id from orders where order_ts = '2024-03-01'", "3"},
      {"select order_id from orders where order_date = order_ts", "3"},
      {"select order_date = order_ts, order_ts > order_date from orders order by order_id",
       "false,true|false,true|true,false"},
      {"select order_id from orders where order_ts between '2024-01-31' and '2024-02-15' order by 1", "1"},
      {"select order_id from orders where order_date between '2024-1-31' and '2024-02-15' order by 1", "1|2"},
      {"select order_id from orders where order_date in ('2024-02-15', '2024/03/01') order by 1", "2|3"},
      {"select order_id from orders join users using (user_id) where order_date <= signup_date + interval '30 days' "
       "order by 1",
       "1|3"},
      {"select order_id from orders join users using (user_id) where order_date <= signup_date + 30 order by 1", "1|3"},
      {"select order_id from orders join users using (user_id) where order_ts <= dateadd(day, 30, signup_date) order "
       "by 1",
       "3"},
      {"with f as (select user_id, min(order_ts) as first_ts from orders group by 1) select first_ts::date = "
       "signup_date + 30 from f join users using (user_id) order by 1",
       "true|true"},
      {"select case order_ts when '2024-03-01' then 'y' else 'n' end from orders order by order_id", "n|n|y"},
      {"select (order_ts - timestamp '2024-01-01') > interval '40 days' from orders order by order_id",
       "false|true|true"},
      {"select greatest(order_date, date '2024-02-01') from orders order by order_id",
       "2024-02-01|2024-02-15|2024-03-01"},
  });
}

TEST_CASE("casts") {
  check_all({
      {"select '12'::int + 1, 2.5::int, -2.5::int, 1e3::int", "13,3,-3,1000"},
      {"select 2.345::numeric(10,2), cast(-2.345 as decimal(10,2)), 5::numeric(5,1)", "2.35,-2.35,5.0"},
      {"select order_ts::date, order_date::timestamp from orders where order_id = 1", "2024-01-31,2024-01-31 00:00:00"},
      {"select ('2024-01-31')::date + 1, '2024-01-31'::date::text || '!'", "2024-02-01,2024-01-31!"},
      {"select cast('2024-01-31 10:00' as timestamp)", "2024-01-31 10:00:00"},
      {"select 'abcdef'::varchar(3), 12::text, 1.50::text, true::text, is_prime::varchar from orders where order_id = "
       "2",
       "abc,12,1.50,true,false"},
      {"select 't'::boolean, 0::bool, 'no'::boolean, is_prime::int from orders where order_id = 1",
       "true,false,false,1"},
      {"select sum(is_prime::int) from orders", "2"},
      {"select 7::float / 2, convert(int, '5')", "3.5,5"},
      {"select null::int, cast(null as date)", "NULL,NULL"},
  });
}

TEST_CASE("numbers: whole division, decimals, rounding, zero") {
  check_all({
      {"select 7 / 2, -7 / 2, -7 % 3, 7 / 2.0", "3,-3,-1,3.5"},
      {"select amount / 4 from orders where order_id = 1", "2.5"},
      {"select sum(order_id) / count(*), 1.0 * sum(order_id) / 4, sum(order_id)::numeric / 4 from orders", "2,1.5,1.5"},
      {"select round(2.675, 2), round(0.5), round(-0.5), round(1234.5, -2)", "2.68,1.0,-1.0,1200.0"},
      {"select avg(order_id), round(avg(amount), 2) from orders", "2.0,17.75"},
      {"select 10 / nullif(0, 0), mod(7, 3), power(2, 10), 2 ^ 3", "NULL,1,1024.0,8.0"},
      {"select trunc(2.79, 1), ceil(2.1), floor(-2.1), abs(-3)", "2.7,3.0,-3.0,3"},
      {"select 1 / 0", "error: Division by zero: put NULLIF(..., 0) around the divisor."},
      {"select 'a' || 1 + 2", "a3"},
  });
}

TEST_CASE("NULLs sort last going up and first going down") {
  check_all({
      {"select city from orders order by city", "Seattle|boston|NULL"},
      {"select city from orders order by city desc", "NULL|boston|Seattle"},
      {"select city from orders order by city desc nulls last", "boston|Seattle|NULL"},
      {"select order_id, row_number() over (order by amount desc) from orders order by 1", "1,3|2,2|3,1"},
      {"select order_id, row_number() over (order by amount) from orders order by 1", "1,1|2,2|3,3"},
      {"select max(order_id) from orders order by 1", "3"},
  });
}

TEST_CASE("text") {
  check_all({
      {"select order_id from orders where city like 's%'", ""},
      {"select order_id from orders where city like 'S%' or city ilike 'BOS%' order by 1", "1|2"},
      {"select 'a_c' like 'a\\_c', 'abc' like 'a\\_c', 'abc' not like 'a%', 'a%' like 'a!%' escape '!'",
       "true,false,false,true"},
      {"select left(city, 2), right(city, 2), len(city), upper(city) from orders where order_id = 1",
       "Se,le,7,SEATTLE"},
      {"select left('abc', -1), right('abc', -1)", "ab,bc"},
      {"select split_part('a-b-c', '-', 2), split_part('a-b', '-', 5), strpos('hello', 'l'), position('lo' in "
       "'hello'), charindex('l', 'hello')",
       "b,,3,4,3"},
      {"select substring('hello' from 2 for 3), substring('hello', 0, 3), substr('hello', 4)", "ell,he,lo"},
      {"select trim('  a '), btrim('xax', 'x'), ltrim('xxa', 'x'), trim(both 'x' from 'xax'), trim(leading from '  a')",
       "a,a,a,a,a"},
      {"select concat('a', 'b'), concat('a', null), 'a' || null, nvl(null, 'x'), nvl2(null, 1, 2), coalesce(null, "
       "null, 3)",
       "ab,NULL,NULL,x,2,3"},
      {"select decode(2, 1, 'one', 2, 'two', 'many'), decode(5, 1, 'one', 'many'), decode(null, null, 'n')",
       "two,many,n"},
      {"select greatest(1, null, 3), least(2, 1), greatest('a', 'b')", "3,1,b"},
      {"select lpad('7', 3, '0'), rpad('a', 3, 'xy'), repeat('ab', 2), reverse('abc'), initcap('hello WORLD')",
       "007,axy,abab,cba,Hello World"},
      {"select listagg(city, ', ') within group (order by city desc) from orders", "boston, Seattle"},
      {"select string_agg(city, '-' order by city) from orders", "Seattle-boston"},
      {"select E'a\\'b', $$it's$$, 'it''s'", "a'b,it's,it's"},
      {"select length('caf\xC3\xA9'), upper('abc'), replace('aXb', 'X', '-')", "4,ABC,a-b"},
  });
}

TEST_CASE("aggregates and windows") {
  check_all({
      {"select user_id, count(*), count(distinct city) filter (where is_prime) from orders group by user_id order by 1",
       "1,2,1|2,1,0"},
      {"select percentile_cont(0.5) within group (order by order_id), median(order_id) from orders", "2.0,2.0"},
      {"select bool_or(is_prime), bool_and(is_prime) from orders", "true,false"},
      {"select order_id, sum(order_id) over (order by order_id rows between 1 preceding and current row) from orders "
       "order by 1",
       "1,1|2,3|3,5"},
      {"select top 1 order_id from orders order by order_id desc", "3"},
      {"select order_id from orders order by order_id fetch first 2 rows only", "1|2"},
      {"select order_id from orders order by order_id offset 1", "2|3"},
      {"select user_id from orders minus select 2", "1"},
      {"(select 1 as a) union all (select 2) order by a desc", "2|1"},
      {"select * from (values (1, 'a'), (2, 'b')) as t(x, y) order by x desc", "2,b|1,a"},
      {"with recursive d(day) as (select date '2024-02-28' union all select day + 1 from d where day < '2024-03-01') "
       "select day from d order by 1",
       "2024-02-28|2024-02-29|2024-03-01"},
      {"select order_id from public.orders where user_id = any (select user_id from users where signup_date < "
       "'2024-01-15') order by 1",
       "1|2"},
      {"select is_prime, not is_prime, is_prime is true, is_prime = 'true' from orders where order_id = 2",
       "false,true,false,false"},
      {"select count(*) from orders where user_id = '1'", "2"},
  });
}

TEST_CASE("result columns are named as PostgreSQL names them, and typed") {
  const model::RunResult result =
      run("select count(*), sum(amount), 1 + 1, order_date::text, '5'::int, case when true then 1 end, (select "
          "max(city) from orders), "
          "exists (select 1), date_trunc('day', max(order_ts)), extract(year from max(order_ts)), coalesce(max(city), "
          "''), user_id as \"U\" "
          "from orders where order_id = 1 group by order_date, user_id");
  REQUIRE(result.table.has_value());
  std::string names, types;
  for (const model::Column& column : result.table->columns) {
    names += column.name + " ";
    types += column.type + " ";
  }
  CHECK(names == "count sum ?column? order_date int4 case max exists date_trunc extract coalesce U ");
  CHECK(types == "integer numeric integer text integer integer text boolean timestamp numeric text int ");
}

TEST_CASE("the plain dialect is SQLite's own") {
  CHECK(rows(run("select 1/0, 'A' like 'a', typeof(city) from orders where order_id = 1", model::Dialect::sqlite)) ==
        "NULL,1,text");
  CHECK(rows(run("select city from orders order by city", model::Dialect::sqlite)) == "NULL|Seattle|boston");
  CHECK(rows(run("select is_prime from orders where order_id = 1", model::Dialect::sqlite)) == "true");
  CHECK(rows(run("select nvl(1, 2)", model::Dialect::sqlite)) == "error: There is no function nvl() here.");
}
