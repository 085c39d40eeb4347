#include "sql/token.h"

#include <doctest/doctest.h>

using namespace loopready::sql;

TEST_CASE("text is cut into words, literals and symbols") {
  LexError error;
  const auto tokens = cut_into_tokens("SELECT \"Odd \"\"Name\"\"\", 'it''s'::Text, 1.5e-3<>.5 -- end", error);
  CHECK(error.text.empty());
  std::string words;
  for (const Token& token : tokens) words += token.word + "|";
  CHECK(words == "select|Odd \"Name\"|,|it's|::|text|,|1.5e-3|<>|.5||");
  CHECK(tokens[1].kind == TokenKind::quoted_name);
  CHECK(tokens.back().kind == TokenKind::end);
}

TEST_CASE("tokens know where they stand") {
  LexError error;
  const std::string text = "select  a\n, b";
  for (const Token& token : cut_into_tokens(text, error))
    if (token.kind == TokenKind::name) CHECK(text.substr(token.begin, token.end - token.begin) == token.word);
}

TEST_CASE("what starts no token is refused at its place") {
  struct {
    const char* text;
    std::size_t at;
  } const cases[] = {{"select 'a", 7}, {"select \"a", 7},  {"a /* b", 2}, {"select `a`", 7},
                     {"select 1x", 7}, {"select \x01", 7}, {"\\", 0}};
  for (const auto& one : cases) {
    CAPTURE(one.text);
    LexError error;
    cut_into_tokens(one.text, error);
    CHECK_FALSE(error.text.empty());
    CHECK(error.at == one.at);
  }
}

TEST_CASE("comments leave a space behind") {
  CHECK(without_comments("a/* x /* y */ */b") == "a b");
  CHECK(without_comments("--x\n") == " \n");
  CHECK(without_comments(" \n ") == " \n ");
}
