#include "base/text.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace loopready::base;

TEST_CASE("UTF-8 is told from anything else") {
  for (const char* good : {"", "plain", "caf\u00E9", "\u20AC", "\U0001F600", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF"}) {
    CAPTURE(good);
    CHECK(is_utf8(good));
  }
  // A lone continuation, cut sequences, overlong forms, a surrogate, beyond U+10FFFF, bytes that never occur.
  for (const char* bad : {"\x80", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xF0\x80\x80\xAF",
                          "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xFEz"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_utf8(bad));
  }
}

TEST_CASE("trimming takes white space at both ends only") {
  CHECK(trim(" \t\r\n a b \v\f ") == "a b");
  CHECK(trim("") == "");
  CHECK(trim(" \n ") == "");
  CHECK(trim("x") == "x");
}

TEST_CASE("letter case is ignored for ASCII alone") {
  CHECK(to_lower("SELECT \u00C9 1") == "select \u00C9 1");
  CHECK(equal_ignoring_case("Count", "cOUNT"));
  CHECK_FALSE(equal_ignoring_case("count", "counts"));
  CHECK_FALSE(equal_ignoring_case("\u00C9", "\u00E9"));
  CHECK(contains_ignoring_case("First Order Days", "ORDER"));
  CHECK(contains_ignoring_case("anything", ""));
  CHECK_FALSE(contains_ignoring_case("order", "orders"));
}

TEST_CASE("splitting and joining undo each other") {
  CHECK(split("", ',').size() == 1);
  CHECK(split(",a,,b,", ',') == std::vector<std::string>{"", "a", "", "b", ""});
  CHECK(join({}, ", ") == "");
  CHECK(join({"a", "b", "c"}, ", ") == "a, b, c");
  for (const char* text : {"", ",", "a,b", ",,x"}) CHECK(join(split(text, ','), ",") == text);
}

TEST_CASE("counts have their plural") {
  CHECK(count_of(0, "row") == "0 rows");
  CHECK(count_of(1, "row") == "1 row");
  CHECK(count_of(12, "row") == "12 rows");
}

TEST_CASE("numbers are as short as they can be and read back the same") {
  CHECK(shortest(0.1) == "0.1");
  CHECK(shortest(-2.5) == "-2.5");
  CHECK(shortest(1e300) == "1e+300");
  for (const double value : {1.0 / 3, 5e-324, 1.7976931348623157e308, 123456789.123456789, 0.1 + 0.2})
    CHECK(std::strtod(shortest(value).c_str(), nullptr) == value);
}

TEST_CASE("characters are counted, not bytes") {
  CHECK(characters_before("caf\u00E9 x", 6) == 5);
  CHECK(characters_before("abc", 0) == 0);
  CHECK(characters_before("abc", 99) == 3);
}

TEST_CASE("whole numbers need no exponent") {
  CHECK(shortest(40) == "40");
  CHECK(shortest(-1200) == "-1200");
}

TEST_CASE("a slug as words") {
  CHECK(slug_words("conditional-aggregation") == "conditional aggregation");
  CHECK(slug_words("") == "");
}
