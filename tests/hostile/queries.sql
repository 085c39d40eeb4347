with recursive r(n) as (select 1 union all select n + 1 from r) select * from r
with recursive r(n) as (select 1 union all select n + 1 from r) select count(*) from r
with recursive r(n) as (select 1 union all select n from r) select n from r order by n
with recursive r(n) as (select 1 union select n + 1 from r) select max(n) from r
with recursive r(s) as (select 'x' union all select s || s from r) select length(s) from r
with recursive r(a, b) as (select 1, 1 union all select a + 1, b from r union all select a, b + 1 from r) select count(*) from r
select count(*) from orders a, orders b, orders c, orders d, orders e, orders f, orders g, orders h, orders i, orders j, orders k, orders l, orders m, orders n, orders o, orders p, orders q, orders r
select * from orders a, orders b, orders c, orders d, orders e, orders f, orders g, orders h, orders i, orders j, orders k, orders l, orders m, orders n, orders o, orders p, orders q, orders r
select a.city from orders a, orders b, orders c, orders d, orders e, orders f, orders g, orders h, orders i, orders j, orders k, orders l, orders m, orders n, orders o order by a.amount * b.amount * c.amount * o.amount
select zeroblob(1e9)
select zeroblob(999999), zeroblob(999999), zeroblob(999999)
select randomblob(1e9)
select hex(zeroblob(900000))
select hex(hex(zeroblob(400000)))
select replace(hex(zeroblob(400000)), '0', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')
select printf('%.*c', 1000000000, 'x')
select printf('%1000000000d', 1)
select format('%0999999999d', 1)
select repeat('abc', 1000000000)
select repeat(repeat('a', 1000), 1000000)
select lpad('a', 1000000000, 'b')
select rpad('a', 2000000, 'b')
select group_concat(a.city || b.city || c.city || d.city, repeat('x', 10000)) from orders a, orders b, orders c, orders d, orders e, orders f
with recursive r(n) as (select 1 union all select n + 1 from r limit 100000) select listagg(repeat('x', 1000), ',') from r
with recursive r(n) as (select 1 union all select n + 1 from r limit 1000000) select count(distinct repeat('x', 500) || n) from r
with recursive r(n) as (select 1 union all select n + 1 from r limit 2000000) select n, repeat('y', 200) from r order by 2, 1 desc
select repeat('a', 50000) like repeat('%a', 400) || 'b'
select repeat('a', 900000) like '%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%b'
with recursive r(n) as (select 1 union all select n + 1 from r) select sum(case when repeat('a', 5000) like '%a%a%a%b' then 1 else 0 end) from r
with recursive r(n) as (select 1 union all select n + 1 from r) select max(upper(repeat('a', 100000))) from r
with recursive r(n) as (select 1 union all select n + 1 from r) select max(instr(repeat('a', 100000), repeat('a', 50000) || 'b')) from r
with recursive r(n) as (select 1 union all select n + 1 from r) select sum(length(replace(repeat('ab', 100000), 'b', 'cd'))) from r
with recursive r(n) as (select 1 union all select n + 1 from r) select max(dateadd(day, n % 1000, '2024-01-01')) from r
select substr(repeat('a', 900000), 1, 5) from orders a, orders b, orders c, orders d, orders e, orders f, orders g, orders h, orders i, orders j, orders k, orders l
select max(n) over (order by n rows between unbounded preceding and unbounded following) from (with recursive r(n) as (select 1 union all select n + 1 from r limit 300000) select n from r)
select sum(n) over (order by -n range between 100000 preceding and 100000 following exclude current row) from (with recursive r(n) as (select 1 union all select n + 1 from r limit 300000) select n from r)
select * from orders a where exists (select 1 from orders b, orders c, orders d, orders e, orders f, orders g, orders h, orders i, orders j, orders k, orders l, orders m, orders n, orders o where a.order_id + b.order_id + o.order_id < 0)
select 9223372036854775807 + 1
select -9223372036854775808 / -1
select abs(-9223372036854775808)
select 1e308 * 10, 2 ^ 100000
select dateadd(year, 999999999, '2024-01-01')
select dateadd(day, 9223372036854775807, '2024-01-01')
select date '2024-01-01' + 9223372036854775807
select date '2024-01-01' - 9223372036854775807
select interval '999999999999 years' + date '2024-01-01'
select load_extension('libc.so.6')
select readfile('/etc/passwd')
attach '/etc/passwd' as p
vacuum into '/tmp/copy.db'
pragma hard_heap_limit = 0
with recursive r(n) as (select 1 union all select n * 2 from r) select n from r
with recursive r(n) as (select 1.0 union all select n * 2 from r) select max(n) from r
with recursive r(n) as (select 1 union all select -n from r) select sum(n) from r
with recursive a(n) as (select 1 union all select a.n + b.order_id from a, orders b) select count(*) from a
with recursive r(n, s) as (select 1, 'a' union all select n + 1, s || 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' from r) select s from r
with recursive r(d) as (select date '2024-01-01' union all select d + 1 from r) select count(*) from r
with recursive r(d) as (select timestamp '2024-01-01' union all select d + interval '1 second' from r) select max(d) from r
with recursive r(a) as (select array[1] union all select a || 1 from r) select max(cardinality(a)) from r
with recursive r(n) as (select 1 union all select n + 1 from r where n < 100000000) select avg(n) from r
with recursive r(n) as (values (1) union all select n + 1 from r) select n from r limit 3 offset 999999999999
select * from generate_series(1, 1000000000000)
select count(*) from generate_series(1, 1000000000000) a
select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b
select generate_series(1, 1000000000)
select sum(x) from generate_series(-9223372036854775807, 9223372036854775807) x
select x from generate_series(1, 10, 0) x
select x from generate_series(timestamp '0001-01-01', timestamp '9999-12-31', interval '1 second') x
select x from generate_series(timestamp '2024-01-01', timestamp '2024-01-02', interval '0 seconds') x
select x from generate_series(date '2024-01-01', date '9999-12-31', '1 microsecond') x
select string_agg(x::text, ',') from generate_series(1, 100000000) x
select array_agg(x) from generate_series(1, 100000000) x
select array_agg(repeat('x', 10000)) from generate_series(1, 1000000)
select json_group_array(x) from generate_series(1, 100000000) x
select listagg(city, ',') within group (order by city) over () from orders, generate_series(1, 10000000)
select unnest(string_to_array(repeat('a,', 400000), ',')) order by 1 desc
select count(*) from unnest(string_to_array(repeat('a,', 400000), ',')) a, unnest(string_to_array(repeat('b,', 400000), ',')) b
select array_to_string(string_to_array(repeat('a,', 400000), ','), repeat('z', 1000))
select string_to_array(repeat('a', 900000), null)
select cardinality(array_agg(x)) from generate_series(1, 10000000) x
select regexp_replace(repeat('a', 100000), '(a*)*b', 'c')
select repeat('a', 50000) ~ '(a+)+$b'
select repeat('a', 50000) ~ '(a|aa)+$'
select repeat('a', 30000) ~ '(a|a)*(a|a)*(a|a)*b'
select repeat('x', 100000) ~ '(.*)(.*)(.*)(.*)(.*)[^x]'
select 'a' ~ '((((((((((a{100}){100}){100}){100}){100}){100}){100}){100}){100}){100})'
select 'a' ~ 'a{1000000000}'
select 'a' ~ '(((((((((((((((((((((((((((((((((((((((('
select 'a' ~ '[[[[[[[[[['
select 'a' ~ '\'
select regexp_replace(repeat('a', 300000), 'a', repeat('b', 1000), 'g')
select regexp_count(repeat('ab', 400000), '(a|b)*?c')
select count(*) from regexp_split_to_table(repeat('a ', 400000), '\s+') a, regexp_split_to_table(repeat('a ', 400000), '\s+') b
select regexp_matches(repeat('a', 500000), '.', 'g')
select repeat('a', 100000) similar to '%(a|b|c)*%(a|b|c)*%d'
select repeat('a', 900000) ilike '%A%A%A%A%A%A%A%A%A%A%b'
select repeat('a', 900000) like any (array['%a%a%a%a%a%b', '%a%a%a%a%c'])
select repeat('%', 1000) like repeat('\%', 1000)
select 'a' like repeat('%', 100000)
select replace(repeat('a', 100000), 'a', repeat('b', 100000))
select replace(repeat('ab', 400000), '', 'x')
select translate(repeat('a', 900000), repeat('b', 900000), 'c')
select reverse(repeat('ab', 450000)) || reverse(repeat('ab', 450000)) || reverse(repeat('ab', 450000))
select concat(repeat('a', 900000), repeat('b', 900000))
select concat_ws(repeat(',', 500000), 'a', 'b', 'c', 'd')
select initcap(repeat('a ', 490000)), upper(repeat('b', 900000)), lower(repeat('C', 900000))
select lpad(repeat('a', 900000), 999999999)
select substring(repeat('a', 900000), -999999999, 2000000000)
select left(repeat('a', 900000), -9223372036854775808)
select right('abc', -9223372036854775807)
select split_part(repeat('a,', 400000), ',', 399999)
select split_part('a', 'a', -9223372036854775808)
select overlay(repeat('a', 500000) placing repeat('b', 600000) from 1)
select format(repeat('%s', 100000), 1)
select format('%99999999s', 'a')
select format('%9999$s', 'a')
select to_char(1, repeat('9', 100000))
select to_char(1e300, '9999')
select to_char(date '2024-01-01', repeat('Month', 100000))
select to_date(repeat('1', 100000), repeat('YYYY', 20000))
select to_timestamp(1e300)
select to_timestamp(-9223372036854775808)
select to_number(repeat('9', 100000), '9')
select make_date(999999999, 99, 99)
select make_timestamp(1, 1, 1, 99999999999, 0, 0)
select make_interval(years => 9223372036854775807)
select interval '9223372036854775807 days' + interval '9223372036854775807 days'
select interval '1 day' * 1e300
select interval '1 day' / 0
select interval '99999999999999999999 seconds'
select age(timestamp '0001-01-01', timestamp '9999-12-31')
select date '9999-12-31' + 1
select date '0001-01-01' - 1
select date '0001-01-01' - interval '1 century'
select timestamp '9999-12-31 23:59:59' + interval '1 second'
select add_months(date '2024-01-31', 9223372036854775807)
select add_months(date '2024-01-31', -99999999)
select datediff(microsecond, '0001-01-01', '9999-12-31')
select dateadd(microsecond, -9223372036854775808, '2024-01-01')
select last_day('9999-12-31'), next_day('9999-12-31', 'Monday')
select date_trunc('millennium', timestamp '0001-01-01')
select date_bin('1 microsecond', timestamp '9999-12-31', timestamp '0001-01-01')
select date_bin('0 seconds', timestamp '2024-01-01', timestamp '2024-01-01')
select extract(epoch from timestamp '9999-12-31 23:59:59.999999')
select timestamp '2024-01-01' at time zone repeat('a', 100000)
select 1 / 0
select 1 % 0
select 1.5 / 0.0
select mod(1, 0)
select -9223372036854775808 % -1
select mod(-9223372036854775808, -1)
select div(-9223372036854775808, -1)
select gcd(-9223372036854775808, -9223372036854775808)
select lcm(9223372036854775807, 9223372036854775806)
select factorial(1000000000)
select power(10, 400), power(-8, 1.0 / 3)
select sqrt(-1), ln(0), ln(-1), log(0), exp(100000)
select 10 ^ 10 ^ 10
select round(1e300, 30), round(1.5, 2000000000), trunc(1e300, -2000000000)
select width_bucket(1, 1, 1, 5)
select width_bucket(1e308, -1e308, 1e308, 2000000000)
select 1e999, -1e999, 1e-999
select 99999999999999999999999999999999999999999999999999999999999999999999
select 0.000000000000000000000000000000000000000000000000000000000000000001 * 1e-300
select cast('99999999999999999999' as int)
select cast(1e300 as bigint)
select cast(repeat('9', 100000) as numeric)
select cast('1' as numeric(1000, 1000))
select 12345.678::numeric(3, 2)
select sum(9223372036854775807) from orders
select avg(9223372036854775807) from orders a, orders b
select sum(x) from (select 9223372036854775807 as x union all select 1) t
select 9223372036854775807 * 9223372036854775807
select stddev(x), variance(x), corr(x, x) from generate_series(1, 3) x where x > 5
select percentile_cont(2) within group (order by amount) from orders
select percentile_cont(0.5) within group (order by x) from generate_series(1, 10000000) x
select mode() within group (order by x) from generate_series(1, 10000000) x
select count(distinct x) from generate_series(1, 10000000) x
select x, count(*) from generate_series(1, 10000000) x group by x order by 2
select ntile(9223372036854775807) over (order by order_id) from orders
select ntile(0) over (order by order_id) from orders
select lag(order_id, 9223372036854775807) over (order by order_id) from orders
select nth_value(order_id, 0) over (order by order_id) from orders
select sum(order_id) over (order by order_id rows between 9223372036854775807 preceding and 9223372036854775807 following) from orders
select sum(order_id) over (order by order_id rows between -1 preceding and current row) from orders
select count(*) from orders group by cube (order_id, user_id, order_ts, order_date, amount, is_prime, city)
select order_id from orders group by rollup (order_id, order_id, order_id, order_id, order_id, order_id, order_id, order_id)
select 1 from orders group by grouping sets ((), (), (), (), (), (), (), (), (), ())
select distinct on (a.order_id) a.order_id from orders a, generate_series(1, 10000000)
select a.city from orders a, lateral (select b.city from orders b, generate_series(1, 100000000) where b.order_id = a.order_id) c
select * from orders where order_id > all (select x from generate_series(1, 100000000) x)
select (select x from generate_series(1, 100000000) x)
select * from orders where exists (select 1 from generate_series(1, 100000000) x where x < 0)
select * from orders limit -1
select * from orders limit 9223372036854775807 offset 9223372036854775807
select * from orders limit 1 + 'a'
select * from orders order by 99
select * from orders order by 'a' || city || 1 / 0
select * from sqlite_master
select * from sqlite_temp_master
select * from pragma_database_list
select * from sqlite_dbpage
select * from dbstat
select writefile('/tmp/x', 'y')
select fts3_tokenizer('x')
select sqlite_version(), sqlite_source_id()
select * from orders indexed by x
create table t as select 1
create temp trigger t after insert on orders begin select 1; end
insert into orders (order_id) values (1) returning *
update orders set order_id = 1
delete from orders
drop table orders
with x as (delete from orders returning *) select * from x
alter table orders rename to gone
begin; select 1; rollback
pragma writable_schema = 1
pragma temp_store_directory = '/tmp'
detach main
reindex
analyze
savepoint a
release a
explain query plan select 1
select 1; attach 'x' as y; select 2
select 1 union all select 2 union all select 3 limit 1 union all select 4
select from where group by order by
select ((((((((((
select 'unfinished
select "unfinished
select /* unfinished
select $$ unfinished
select \
select ?1, ?2, :a, @b, $c
select x'ab', x'zz', b'101'
select 1 as "", 2 as " "
select "a""b" from orders
select * from "orders""; drop table orders; --"
select * from orders as orders, orders as orders
select * from orders a join users a using (user_id)
select a.a.a.a.a.a from orders
select case case case when 1 = 1 then 1 end when 1 then 1 end when 1 then 1 end
select not not not not not not not not not not true
select - - - - - - - - - - 1
select 1 in (select 1 in (select 1 in (select 1 in (select 1))))
select exists (select exists (select exists (select exists (select 1))))
select coalesce(coalesce(coalesce(coalesce(coalesce(coalesce(null, null), null), null), null), null), null)
select * from (select * from (select * from (select * from (select * from (select * from orders) a) b) c) d) e
select json_extract('[' || repeat('[', 5000) || repeat(']', 5000) || ']', '$')
select json_extract('{"a":1}', repeat('$.a', 10000))
select '{"a":' || repeat('[', 100000) || '1' ->> 'a'
select json('{"a":' || repeat('{"a":', 10000) || '1' || repeat('}', 10001))
select json_group_object(city, repeat('x', 100000)) from orders a, generate_series(1, 1000)
select interval '99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums 99999999999 millenniums'
select right('abc', -9223572036854775807), left('abc', -9223572036854775808)
select overlay('abc' placing 'x' from 9223372036854775807 for 9223372036854775807)
