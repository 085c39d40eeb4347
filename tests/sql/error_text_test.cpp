// Every error points at what was typed, in lines and characters from 1, with a hint where one is near.
#include "sql/error_text.h"

#include <doctest/doctest.h>

#include "shop.h"

using namespace loopready;

TEST_CASE("errors have a place and a hint") {
  struct {
    const char* sql;
    int line, column;
    const char* words;
    const char* hint;
  } const cases[] = {
      {"select usr_id from orders", 1, 8, "usr_id", "Did you mean user_id?"},
      {"select\n  order_id,\n  amont\nfrom orders", 3, 3, "amont", "Did you mean amount?"},
      {"select order_date::date, amont from orders", 1, 26, "amont", "Did you mean amount?"},
      {"select '\xC3\xA9\xC3\xA9' as e, amont from orders", 1, 19, "amont", "amount"},
      {"select date_trunc('day', order_ts)::date, o.amout from orders o", 1, 43, "amout", "Did you mean amount?"},
      {"select * from ordrs", 1, 15, "ordrs", "Did you mean orders?"},
      {"select * from orders o join customers c on true", 1, 29, "customers", "The tables here are: orders, users."},
      {"select cnt(*) from orders", 1, 8, "cnt()", ""},
      {"select lenght(city) from orders", 1, 8, "lenght()", "Did you mean length?"},
      {"select datedif(day, order_date, order_ts) from orders", 1, 8, "datedif()", "Did you mean datediff?"},
      {"select dateadd(dya, 1, order_date) from orders", 1, 16, "dya", "Did you mean day?"},
      {"select extract(yeer from order_date) from orders", 1, 16, "yeer", "year"},
      {"select user_id from orders join users on orders.user_id = users.user_id", 1, 8, "ambiguous", "orders.user_id"},
      {"select order_id, from orders", 1, 18, "from", "comma"},
      {"selct 1", 1, 1, "selct", "Did you mean select?"},
      {"select order_id form orders", 1, 22, "orders", "Did you mean from?"},
      {"select (order_id from orders", 1, 18, "from", ""},
      {"select count(* from orders", 1, 16, "from", ""},
      {"select order_id from orders where", 1, 34, "ends too early", ""},
      {"select 'abc from orders", 1, 8, "closing quote", "single quote"},
      {"select 1 /* never", 1, 10, "never ends", ""},
      {"select city from orders where city = \"Seattle\"", 1, 38, "Seattle", "single quotes"},
      {"select \xE2\x80\x98x\xE2\x80\x99", 1, 8, "curly", "straight"},
      {"select user_id, amount from orders group by user_id", 1, 17, "GROUP BY", "MIN"},
      {"select user_id, count(*) from orders", 1, 8, "GROUP BY", ""},
      {"select order_id from orders where count(*) > 1", 1, 35, "count()", "HAVING"},
      {"select order_id from orders where row_number() over (order by 1) = 1", 1, 35, "row_number()", "CTE"},
      {"select order_id from orders where order_date = 'soon'", 1, 48, "'soon' is not a date", ""},
      {"select order_id from orders where user_id = 'abc'", 1, 45, "'abc' is not a number", ""},
      {"select 1,\n 'x'::int", 2, 2, "'x' is not a number", ""},
      {"select order_date + 'abc' from orders", 1, 21, "'abc'", ""},
      {"select 5 / (order_id - 1) from orders", 1, 10, "Division by zero", ""},
      {"select cast(1 as blobby)", 1, 18, "blobby", "Known types"},
      {"select * from orders pivot (sum(amount) for city in ('a'))", 1, 22, "PIVOT", "CASE"},
      {"select min(order_id, user_id) from orders", 1, 8, "one column", "LEAST"},
      {"select interval 'soon'", 1, 8, "interval", "30 days"},
      {"select length()", 1, 8, "number of arguments", ""},
      {"select 1 union select 1, 2", 1, 10, "UNION", ""},
      {"select 1; select nope from orders", 1, 18, "nope", ""},
      {"select sqrt(order_id) over w from orders", 1, 8, "sqrt() may not", ""},
      {"with a as (select 1 as x) select y from a", 1, 34, "\"y\"", ""},
      {"select order_id o.user_id from orders", 1, 18, "", ""},
  };
  for (const auto& one : cases) {
    CAPTURE(std::string(one.sql));
    const model::RunResult result = shop::run(one.sql);
    CHECK(result.sql_error.has_value());
    const model::SqlError error = result.sql_error.value_or(model::SqlError{});
    CAPTURE(error.text);
    CAPTURE(error.hint);
    CHECK(error.line == one.line);
    CHECK(error.column == one.column);
    CHECK((error.text + error.hint).find(one.words) != std::string::npos);
    CHECK(error.hint.find(one.hint) != std::string::npos);
    CHECK((error.text + error.hint).find("lr_") == std::string::npos);
    CHECK((!error.text.empty() && error.text.back() == '.'));
  }
}
