#include "ui/kit/markdown.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace loopready::kit;

namespace {

const char* kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph: return "p";
    case BlockKind::heading: return "h";
    case BlockKind::bullet: return "-";
    case BlockKind::numbered: return "#";
    case BlockKind::fence: return "code";
    case BlockKind::table: return "table";
  }
  return "?";
}

// "p[plain <b>bold</b>]": one short text for what was read.
std::string shown(std::string_view source) {
  std::string all;
  for (const Block& block : parse_markdown(source)) {
    all += kind_name(block.kind);
    if (block.level > 0) all += std::to_string(block.level);
    if (block.number > 0) all += std::to_string(block.number);
    all += "[" + block.code;
    for (const Inline& part : block.inlines) {
      const char* mark = part.kind == InlineKind::bold ? "b" : part.kind == InlineKind::emphasis ? "i"
                         : part.kind == InlineKind::link ? "a" : part.kind == InlineKind::formula ? "f" : "c";
      if (part.kind == InlineKind::plain) all += part.text;
      else all += std::string("<") + mark + ">" + part.text + "</" + mark + ">";
    }
    for (const auto& row : block.rows) {
      all += "(";
      for (const Inlines& cell : row) all += inline_text(cell) + ";";
      all += ")";
    }
    all += "]";
  }
  return all;
}

std::string times(std::string_view part, std::size_t n) {
  std::string all;
  for (std::size_t i = 0; i < n; ++i) all += part;
  return all;
}

}  // namespace

TEST_CASE("markdown: what is read") {
  const struct {
    const char* source;
    const char* expected;
  } cases[] = {
      {"", ""},
      {"\n\n \n", ""},
      {"One line.", "p[One line.]"},
      {"One\ntwo\n\nthree", "p[One two]p[three]"},
      {"  indented\t", "p[indented]"},
      {"a\r\nb\r\n\r\nc", "p[a b]p[c]"},
      {"# A\n## B\n### C\ntext", "h1[A]h2[B]h3[C]p[text]"},
      {"#### D", "p[#### D]"},
      {"#No space", "p[#No space]"},
      {"text\n# A", "p[text]h1[A]"},
      {"- a\n- b", "-[a]-[b]"},
      {"* a\n* b", "-[a]-[b]"},
      {"- a\n  goes on\n- b", "-[a goes on]-[b]"},
      {"text\n- a", "p[text]-[a]"},
      {"-not", "p[-not]"},
      {"1. a\n2. b\n3. c", "#1[a]#2[b]#3[c]"},
      {"7. a\n9. b", "#1[a]#2[b]"},
      {"1. a\n\n2. b", "#1[a]#2[b]"},
      {"1. a\n\ntext\n\n1. b", "#1[a]p[text]#1[b]"},
      {"1. a\n- x\n1. b", "#1[a]-[x]#1[b]"},
      {"1999. a year", "p[1999. a year]"},
      {"1.5 is a number", "p[1.5 is a number]"},
      {"```\nselect 1\n\n  from t\n```", "code[select 1\n\n  from t]"},
      {"```sql\n- a **b**\n```\ntext", "code[- a **b**]p[text]"},
      {"```\nnever closed", "code[never closed]"},
      {"text\n```\nx\n```", "p[text]code[x]"},
      {"<b>no html</b>", "p[<b>no html</b>]"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.source);
    CHECK(shown(one.source) == one.expected);
  }
}

TEST_CASE("markdown: marks inside a line") {
  const struct {
    const char* source;
    const char* expected;
  } cases[] = {
      {"**b**", "p[<b>b</b>]"},
      {"a **b** c", "p[a <b>b</b> c]"},
      {"*e* and **b** and `c`", "p[<i>e</i> and <b>b</b> and <c>c</c>]"},
      {"`a * b` and `c * d`", "p[<c>a * b</c> and <c>c * d</c>]"},
      {"`**not bold**`", "p[<c>**not bold**</c>]"},
      {"` spaces stay `", "p[<c> spaces stay </c>]"},
      {"count(*) and sum(*)", "p[count(<i>) and sum(</i>)]"},
      {"2 * 3 * 4", "p[2 * 3 * 4]"},
      {"a* b", "p[a* b]"},
      {"**never closed", "p[**never closed]"},
      {"*never closed", "p[*never closed]"},
      {"`never closed", "p[`never closed]"},
      {"** not bold **", "p[** not bold **]"},
      {"``", "p[``]"},
      {"****", "p[****]"},
      {"**b** **", "p[<b>b</b> **]"},
      {"**a****b**", "p[<b>a</b><b>b</b>]"},
      {"*a **b** c*", "p[<i>a </i><b>b</b><i> c</i>]"},
      {"**one\nline**", "p[<b>one line</b>]"},
      {"user_id and _x_", "p[user_id and _x_]"},
      {"- **b** x", "-[<b>b</b> x]"},
      {"### `c` x", "h3[<c>c</c> x]"},
      {"\xC3\xA9 **\xE2\x82\xAC**", "p[\xC3\xA9 <b>\xE2\x82\xAC</b>]"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.source);
    CHECK(shown(one.source) == one.expected);
  }
}

TEST_CASE("markdown: marks within marks show no mark") {
  const struct {
    const char* source;
    const char* plain;
  } cases[] = {
      {"**the `user_id` column**", "the user_id column"},
      {"*the `user_id` column*", "the user_id column"},
      {"***both***", "both"},
      {"**a *b* c**", "a b c"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.source);
    CHECK(plain_text(parse_markdown(one.source)) == one.plain);
  }
}

TEST_CASE("markdown: plain text keeps the words of every block") {
  CHECK(plain_text(parse_markdown("# A\nb **c**\n- d\n```\ne\n```")) == "A b c d e");
  CHECK(plain_text({}).empty());
}

TEST_CASE("markdown: hostile input does not stop it") {
  const std::size_t n = 100'000;
  const struct {
    const char* name;
    std::string source;
  } cases[] = {
      {"stars", times("*", n)},
      {"stars with letters", times("*a", n / 2)},
      {"stars with spaces", times("* a *", n / 5)},
      {"opened bold", times("**a ", n / 4)},
      {"backticks", times("`", n)},
      {"code and stars", times("`*", n / 2)},
      {"bold of one", times("**a**", n / 5)},
      {"unclosed singles", times("*a**b**", n / 7)},
      {"runs of three", times("***a", n / 4)},
      {"nested marks", times("**a *b `c` ", n / 11)},
      {"fences", times("```\n", n / 4)},
      {"hashes", times("#", n)},
      {"list marks", times("- ", n / 2)},
      {"list lines", times("- a\n", n / 4)},
      {"numbered lines", times("1. a\n", n / 5)},
      {"deep list", [] {
         std::string all;
         for (std::size_t depth = 0; depth < 400; ++depth) all += times("  ", depth) + "- a\n";
         return all;
       }()},
      {"one long paragraph", times("word\n", n / 5)},
      {"no text", std::string(n, '\0')},
      {"no UTF-8", times("\xFF\xC0*", n / 3)},
  };
  for (const auto& one : cases) {
    const std::string name = one.name;
    CAPTURE(name);
    CHECK(parse_markdown(one.source).size() < one.source.size() + 1);  // and it comes to an end
  }
}

TEST_CASE("markdown: links, formulas and amounts of money") {
  const struct {
    const char* source;
    const char* expected;
  } cases[] = {
      {"See [levels](#/guide/levels).", "p[See <a>levels</a>.]"},
      {"[outside](https://example.com)", "p[[outside](https://example.com)]"},
      {"[open", "p[[open]"},
      {"[]() [a] (b)", "p[[]() [a] (b)]"},
      {"With $\\sqrt{n}$ in it", "p[With <f>\\sqrt{n}</f> in it]"},
      {"costs $5 and $7", "p[costs $5 and $7]"},
      {"$5 to $7", "p[$5 to $7]"},
      {"$ no$", "p[$ no$]"},
      {"\\$x$ stays", "p[$x$ stays]"},
      {"`$x$`", "p[<c>$x$</c>]"},
  };
  for (const auto& one : cases) CHECK(shown(one.source) == one.expected);
}

TEST_CASE("markdown: tables") {
  CHECK(shown("| a | b |\n| --- | ---: |\n| 1 | 2 |\n| only |") == "table[(a;b;)(1;2;)(only;;)]");
  CHECK(parse_markdown("| a | b |\n| --- | ---: |\n| 1 | 2 |")[0].numeric == std::vector<bool>{false, true});
  CHECK(shown("| a `x | y` | $P(A | B)$ \\| |") == "table[(a x | y;P(A|B) |;)]");
  CHECK(shown("words\n| a |\n\nmore") == "p[words]table[(a;)]p[more]");
  CHECK(plain_text(parse_markdown("| a | b |\n|---|---|\n| 1 | 2 |")) == "a, b; 1, 2");
}
