// Regular expressions: the machine, and SQL's operators and functions over it.
// Expected values: computed with PostgreSQL 15.
#include "sql/regex.h"

#include <doctest/doctest.h>

#include "shop.h"

using namespace loopready;
using shop::check_all;

namespace {

// "whole|group|group", "-" for a group that took no part; "none", or the error.
std::string found(std::string_view pattern, std::string_view text) {
  std::string error;
  const auto regex = sql::Regex::compile(pattern, {}, error);
  if (!regex) return error;
  sql::Groups groups;
  if (!regex->search(text, 0, groups, nullptr)) return "none";
  std::string result;
  for (const sql::Group& group : groups) {
    result += result.empty() ? "" : "|";
    result += group.took_part() ? std::string(text.substr(group.first, group.last - group.first)) : "-";
  }
  return result;
}

}  // namespace

TEST_CASE("the leftmost match counts, the longest or, behind a lazy quantifier, the shortest") {
  CHECK(found("b..", "foobarbaz") == "bar");
  CHECK(found("a|ab|abc", "xabc") == "abc");
  CHECK(found("Y*([0-9]{1,3})", "XY1234Z") == "Y123|123");
  CHECK(found("Y*?([0-9]{1,3})", "XY1234Z") == "Y1|1");
  CHECK(found("(.*)(\\d+)(.*)", "abc01234xyz") == "abc01234xyz|abc0123|4|xyz");
  CHECK(found("(.*?)(\\d+)(.*)", "abc01234xyz") == "abc0|abc|0|");
  CHECK(found("(?:(.*?)(\\d+)(.*)){1,1}", "abc01234xyz") == "abc01234xyz|abc|01234|xyz");
  CHECK(found("<.*?>", "<a><b>") == "<a>");
  CHECK(found("^\\s*(.*?)\\s*$", "  trim me ") == "  trim me |trim me");
  CHECK(found("(a)(x)?", "abc") == "a|a|-");
  CHECK(found("(a*)*", "aa") == "aa|aa");
  CHECK(found("x*", "abc") == "");
  CHECK(found("", "abc") == "");
}

TEST_CASE("classes, edges and options") {
  for (const auto& row : std::vector<std::pair<const char*, const char*>>{
           {"\\mbar\\M", "foo bar"}, {"\\Afoo\\Z", "foo"}, {"[[:alpha:]][[:digit:]]", "a1"}, {"[]]", "a]b"}, {"[\\^]", "a^b"},
           {"^.$", "\xC3\xA9"}, {"a.b", "a\nb"}, {"(?n)^b", "a\nb"}, {"(?i)AB", "ab"}, {"(?x) a\\ b ", "a b"}, {"a{", "a{"},
           {"[^a-z]", "aXc"}, {"^\\w+$", "abc_1"}, {"\\S\\D\\W*", "xy"}, {"\\x41", "A"}, {"[a-c-]", "-"}, {"a|", "b"}})
    CHECK_MESSAGE(found(row.first, row.second) != "none", row.first);
  for (const auto& row : std::vector<std::pair<const char*, const char*>>{
           {"\\mbar", "foobar"}, {"(?n)a.b", "a\nb"}, {"^b", "a\nb"}, {"a\\yb", "ab"}, {"^\\w+$", "a-1"}, {"\\d", "x"}})
    CHECK_MESSAGE(found(row.first, row.second) == "none", row.first);
}

TEST_CASE("patterns that can't be used say why") {
  for (const auto& row : std::vector<std::pair<std::string, const char*>>{
           {"(", "never closes"}, {"a)", "never opened"}, {"[a", "bracket"}, {"*a", "nothing to repeat"},
           {"a**", "can't follow"}, {"a{2,1}", "smaller number"}, {"a{300}", "255"}, {"\\", "backslash"},
           {"(a)\\1", "refer back"}, {"(?=a)", "look ahead"}, {"\\bx", "\\y"}, {"((a{200}){200}){200}", "too large"},
           {std::string(500, '(') + std::string(500, ')'), "deeply"}, {"[z-a]", "smaller character"}})
    CHECK_MESSAGE(found(row.first, "a").find(row.second) != std::string::npos, row.first);
}

TEST_CASE("time grows with text times pattern, and polls the budget") {
  std::string error;
  const auto regex = sql::Regex::compile("(a*)*(a|b)*(a+)+c", {}, error);
  REQUIRE(regex.has_value());
  sql::Limits limits;
  limits.steps = 5'000;
  sql::Budget budget(limits);
  sql::Groups groups;
  CHECK_FALSE(regex->search(std::string(100'000, 'a'), 0, groups, &budget));
  CHECK(budget.stopped() == model::Stopped::steps);
  CHECK(budget.steps() < 20'000);
}

TEST_CASE("operators and functions of regular expressions") {
  check_all({
      {"select 'abc' ~ 'b', 'ABC' ~* 'b', 'abc' !~ 'b', 'ABC' !~* 'x', null ~ 'a'", "true,true,false,true,NULL"},
      {"select order_id from orders where city ~ '^[A-Z]'", "1"},
      {"select 'abc' similar to '%(b|d)%', 'abc' similar to '(b|c)%', 'abc' not similar to 'a%', 'abc' similar to "
       "'a\\_c', 'a%' similar to 'a!%' escape '!', 'abc' similar to 'a.c'",
       "true,false,false,false,true,false"},
      {"select regexp_replace('foobarbaz', 'b(..)', 'X\\1Y', 'g'), regexp_replace('foobarbaz', 'b..', 'X'), "
       "regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 3, 'i'), regexp_replace('abc', 'x*', '-', 'g'), "
       "regexp_replace('baac', 'a*', '-', 'g')",
       "fooXarYXazY,fooXbaz,A PostgrXSQL function,-a-b-c-,-b--c-"},
      {"select regexp_substr('number of your street, town zip', '[^,]+', 1, 2), regexp_substr('foobar', 'x'), "
       "regexp_count('123123', '(12)3'), regexp_instr('abcabc', 'bc', 1, 2, 1), regexp_like('Hello', 'hello$', 'i')",
       " town zip,NULL,2,7,true"},
      {"select regexp_match('foobarbequebaz', '(bar)(beque)'), (regexp_match('user@example.com', '@(.+)$'))[1], "
       "regexp_split_to_array('the quick', '\\s*'), substring('foobar' from 'o(.)b'), substring('abc' from 2)",
       "{bar,beque},example.com,{t,h,e,q,u,i,c,k},o,bc"},
      {"select 'a' ~ 'a**'", "error: A quantifier can't follow another one in a regular expression."},
  });
}
