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
select interval '999999999999 years' + date '2024-01-01'
select load_extension('libc.so.6')
select readfile('/etc/passwd')
attach '/etc/passwd' as p
vacuum into '/tmp/copy.db'
pragma hard_heap_limit = 0
