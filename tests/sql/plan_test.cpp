#include "sql/plan.h"

#include <doctest/doctest.h>

#include "shop.h"

using namespace loopready;

TEST_CASE("plans are told in plain sentences") {
  const auto lines = sql::plan_lines({{1, 0, "SCAN orders"},
                                      {2, 0, "SEARCH u USING AUTOMATIC COVERING INDEX (user_id=?)"},
                                      {3, 0, "USE TEMP B-TREE FOR GROUP BY"},
                                      {4, 0, "CO-ROUTINE f"},
                                      {5, 4, "SCAN orders"},
                                      {6, 0, "CORRELATED SCALAR SUBQUERY 1"},
                                      {7, 6, "SEARCH o USING AUTOMATIC COVERING INDEX (user_id=? AND city=?)"}});
  REQUIRE(lines.size() == 7);
  CHECK(lines[0] == "Scan every row of orders.");
  CHECK(lines[1] == "Look up rows of u by user_id, through an index made for this query.");
  CHECK(lines[2] == "Sort to form the groups.");
  CHECK(lines[4] == "  Scan every row of orders.");
  CHECK(lines[6] == "  Look up rows of o by user_id, city, through an index made for this query.");
}
