#include "base/csv.h"

#include <doctest/doctest.h>

using namespace loopready::base;
using Rows = std::vector<std::vector<std::string>>;

TEST_CASE("csv: separators, quotes, line ends") {
  struct Case {
    std::string text;
    Rows rows;
  };
  const Case cases[] = {
      {"a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
      {"a;b\r\n1;2,5", {{"a", "b"}, {"1", "2,5"}}},
      {"a\tb\r1\t\r", {{"a", "b"}, {"1", ""}}},
      {"\xEF\xBB\xBF" "a,b\n\"x, \"\"y\"\"\nz\",2\n\n", {{"a", "b"}, {"x, \"y\"\nz", "2"}}},
      {"a,b\n1\n", {{"a", "b"}, {"1"}}},
      {"", {}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const auto csv = read_csv(one.text, 100);
    REQUIRE(csv.ok());
    CHECK(csv.value().rows == one.rows);
  }
}

TEST_CASE("csv: refusals name the place") {
  const auto open = read_csv("a\n\"b", 100);
  REQUIRE_FALSE(open.ok());
  CHECK(open.error().where == "line 2");
  CHECK_FALSE(read_csv("1\n2\n3\n", 2).ok());
}

TEST_CASE("csv: what is written is read back") {
  const std::vector<std::string> row = {"plain", "a,b", "say \"hi\"", "two\nlines", ""};
  const auto csv = read_csv(csv_row(row), 10);
  REQUIRE(csv.ok());
  CHECK(csv.value().rows == Rows{row});
}
