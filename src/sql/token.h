// SQL text cut into tokens, each knowing where it stands in what the learner typed.
// Here: Token, cut_into_tokens.  Not here: grammar (parser.h), where a byte is in lines and columns (place.h).
// Terms: begin and end are byte offsets into the text; `word` is the folded spelling that the grammar compares.
// Errors: a SqlError-like LexError for an open quote or comment and for bytes that start no token.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace loopready::sql {

enum class TokenKind {
  name,         // select, user_id: word is in lower case
  quoted_name,  // "User Id": word is the name without quotes
  string,       // 'text': word is the value without quotes
  number,       // 12, 1.5e3
  symbol,       // + :: <= ( ;
  end           // once, behind the last token
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string word;
};

struct LexError {
  std::string text;  // a whole sentence; empty: no error
  std::string hint;
  std::size_t at = 0;
};

// Comments and white space lie between tokens. The last token is always of kind end, at text.size().
std::vector<Token> cut_into_tokens(std::string_view text, LexError& error);

// A statement among the tokens of a text, without its semicolon.
struct Span {
  std::size_t first;
  std::size_t last;
};
std::vector<Span> statement_spans(const std::vector<Token>& tokens);

// The text between two tokens, with comments replaced by a space or a line feed.
std::string without_comments(std::string_view gap);

}  // namespace loopready::sql
