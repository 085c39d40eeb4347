// Random bytes and random splices of tokens: whatever is typed, there is one verdict, and errors point into the text.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "shop.h"

using namespace loopready;

namespace {

struct Draw {
  std::uint64_t state;
  std::size_t below(std::size_t n) {
    state = state * 6'364'136'223'846'793'005ull + 1'442'695'040'888'963'407ull;
    return static_cast<std::size_t>((state >> 33) % n);
  }
};

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {"select",
                                               "from",
                                               "orders",
                                               "users",
                                               "o",
                                               "where",
                                               "group by",
                                               "order by",
                                               "having",
                                               "join",
                                               "left join",
                                               "on",
                                               "using (user_id)",
                                               "(",
                                               ")",
                                               ",",
                                               "*",
                                               "+",
                                               "-",
                                               "/",
                                               "%",
                                               "||",
                                               "::",
                                               "::date",
                                               "::int",
                                               "::numeric(10,2)",
                                               "::varchar(3)",
                                               "=",
                                               "<",
                                               ">=",
                                               "<>",
                                               "and",
                                               "or",
                                               "not",
                                               "is null",
                                               "is not null",
                                               "in",
                                               "(1, 2)",
                                               "between",
                                               "like",
                                               "ilike",
                                               "'a%'",
                                               "'2024-01-31'",
                                               "'abc'",
                                               "1",
                                               "2.5",
                                               "0",
                                               "null",
                                               "true",
                                               "user_id",
                                               "order_id",
                                               "order_ts",
                                               "order_date",
                                               "amount",
                                               "is_prime",
                                               "city",
                                               "o.user_id",
                                               "signup_date",
                                               "count(*)",
                                               "sum(amount)",
                                               "min(order_ts)",
                                               "over",
                                               "(partition by user_id order by order_date)",
                                               "rank()",
                                               "lag(order_date)",
                                               "date_trunc('month', order_ts)",
                                               "dateadd(day, 1, order_date)",
                                               "datediff(day, order_date, order_ts)",
                                               "extract(year from order_date)",
                                               "interval '1 day'",
                                               "interval 2 month",
                                               "date '2024-02-29'",
                                               "current_date",
                                               "getdate()",
                                               "case",
                                               "when",
                                               "then",
                                               "else",
                                               "end",
                                               "cast(",
                                               "as",
                                               "as x",
                                               "with",
                                               "recursive",
                                               "union all",
                                               "union",
                                               "except",
                                               "exists",
                                               "select 1",
                                               "(select 1)",
                                               "limit 3",
                                               "offset 1",
                                               "desc",
                                               "nulls first",
                                               "distinct",
                                               "top 2",
                                               "fetch first 1 rows only",
                                               "values (1, 2)",
                                               "coalesce(",
                                               "nvl(city, 'x')",
                                               "listagg(city, ',') within group (order by city)",
                                               "percentile_cont(0.5) within group (order by amount)",
                                               "trim(",
                                               "substring(city from 2 for 3)",
                                               "position('a' in city)",
                                               "filter (where true)",
                                               "qualify",
                                               "window w as (order by 1)",
                                               "rows between 1 preceding and current row",
                                               "any (select 1)",
                                               "t(a, b)",
                                               ";",
                                               ".",
                                               "\"q\"",
                                               "lateral",
                                               "escape '!'",
                                               "at time zone 'utc'",
                                               "distinct on (user_id)",
                                               "-- c\n",
                                               "/* c */",
                                               "E'x\\'y'",
                                               "$$z$$",
                                               "\xC3\xA9",
                                               "ignore nulls"};
  return all;
}

void has_one_verdict(const std::string& sql) {
  CAPTURE(sql);
  sql::Limits limits;
  limits.steps = 20'000;
  const model::RunResult result = shop::run(sql, model::Dialect::redshift, limits);
  const int n_verdicts =
      (result.table ? 1 : 0) + (result.sql_error ? 1 : 0) + (result.stopped != model::Stopped::no ? 1 : 0);
  CHECK(n_verdicts == 1);
  if (!result.sql_error) return;
  const model::SqlError& error = *result.sql_error;
  CHECK_FALSE(error.text.empty());
  CHECK(error.text.find("lr_") == std::string::npos);
  const std::vector<std::string> lines = base::split(sql, '\n');
  CHECK(error.line >= 1);
  CHECK(error.line <= static_cast<int>(lines.size()));
  if (error.line >= 1 && error.line <= static_cast<int>(lines.size())) {
    const std::string& line = lines[static_cast<std::size_t>(error.line) - 1];
    CHECK(error.column >= 1);
    CHECK(error.column <= static_cast<int>(base::characters_before(line, line.size())) + 1);
  }
}

int rounds() {
  const char* wish = std::getenv("LOOPREADY_SPLICES");
  return wish == nullptr ? 400 : std::atoi(wish);
}

}  // namespace

TEST_CASE("random splices of tokens have one verdict") {
  Draw draw{static_cast<std::uint64_t>(rounds())};
  for (int i = 0; i < rounds(); ++i) {
    std::string sql = draw.below(2) == 0 ? "select " : "";
    const std::size_t n = 1 + draw.below(18);
    for (std::size_t k = 0; k < n; ++k)
      sql += pieces()[draw.below(pieces().size())] + (draw.below(9) == 0 ? "\n" : " ");
    if (draw.below(2) == 0) sql += " from orders o";
    has_one_verdict(sql);
  }
}

TEST_CASE("expressions grown from pieces have one verdict") {
  Draw draw{7};
  const std::vector<std::string> values = {"order_date",
                                           "order_ts",
                                           "amount",
                                           "order_id",
                                           "is_prime",
                                           "city",
                                           "'2024-01-31'",
                                           "'abc'",
                                           "'5'",
                                           "3",
                                           "0.5",
                                           "null",
                                           "interval '1 day'",
                                           "current_date",
                                           "true",
                                           "(select max(order_ts) from orders)",
                                           "signup_date"};
  const std::vector<std::string> operators = {
      "+", "-", "*", "/", "%", "||", "=", "<", ">", "<>", "and", "or", "like", "is distinct from", "^"};
  for (int i = 0; i < rounds(); ++i) {
    std::string sql = values[draw.below(values.size())];
    for (std::size_t k = draw.below(5); k > 0; --k) {
      sql += " " + operators[draw.below(operators.size())] + " " + values[draw.below(values.size())];
      if (draw.below(3) == 0) sql = "(" + sql + ")";
      if (draw.below(4) == 0) sql += draw.below(2) == 0 ? "::date" : "::text";
    }
    has_one_verdict("select " + sql + " from orders join users using (user_id) where " + sql +
                    " is not null order by " + sql);
  }
}

TEST_CASE("random bytes have one verdict") {
  Draw draw{11};
  for (int i = 0; i < rounds(); ++i) {
    std::string sql = draw.below(2) == 0 ? "select " : "";
    const std::size_t n = draw.below(40);
    for (std::size_t k = 0; k < n; ++k)
      sql += static_cast<char>(draw.below(4) == 0 ? draw.below(256) : 32 + draw.below(95));
    has_one_verdict(sql);
  }
}
