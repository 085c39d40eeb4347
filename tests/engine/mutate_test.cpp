#include "engine/mutate.h"

#include <doctest/doctest.h>

#include <algorithm>

using loopready::engine::Mutant;
using loopready::engine::mutants_of;

namespace {

bool has(const std::vector<Mutant>& all, const std::string& sql) {
  return std::any_of(all.begin(), all.end(), [&](const Mutant& one) { return one.sql == sql; });
}

}  // namespace

TEST_CASE("mutants: one small change each") {
  const auto all = mutants_of("select a from t left join u on t.x = u.x where b < 3 and c between 1 and 2 order by a desc");
  CHECK(has(all, "select a from t join u on t.x = u.x where b < 3 and c between 1 and 2 order by a desc"));
  CHECK(has(all, "select a from t left join u on t.x = u.x where b <= 3 and c between 1 and 2 order by a desc"));
  CHECK(has(all, "select a from t left join u on t.x = u.x where b < 4 and c between 1 and 2 order by a desc"));
  CHECK(has(all, "select a from t left join u on t.x = u.x where b < 3  order by a desc"));
  CHECK(has(all, "select a from t left join u on t.x = u.x where b < 3 and c between 1 and 2 order by a "));
  for (const Mutant& one : all) CHECK(one.what.find(": ") != std::string::npos);
}

TEST_CASE("mutants: aggregates, ranks, distinct, partitions, dates") {
  CHECK(has(mutants_of("select count(distinct a) from t"), "select count( a) from t"));
  CHECK(has(mutants_of("select rank() over (partition by a order by b) from t"), "select row_number() over (partition by a order by b) from t"));
  CHECK(has(mutants_of("select rank() over (partition by a order by b) from t"), "select rank() over ( order by b) from t"));
  CHECK(has(mutants_of("select coalesce(sum(a), 0) from t"), "select (sum(a)) from t"));
  CHECK(has(mutants_of("select 1 where d >= '2024-02-28'"), "select 1 where d >= '2024-02-29'"));
  CHECK(has(mutants_of("select a from t union select b from u"), "select a from t union all select b from u"));
  CHECK(mutants_of("select 'open").empty());
}
