#include "sql/token.h"

#include "base/text.h"

namespace loopready::sql {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '#' ||
         (static_cast<unsigned char>(c) & 0x80u) != 0;
}
bool continues_name(char c) { return starts_name(c) || is_digit(c) || c == '$'; }

// The end of a comment that starts at `at`, or `at` when none does; npos when it never ends. Block comments nest.
std::size_t comment_end(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "--") {
    const std::size_t end = text.find('\n', at);
    return end == std::string_view::npos ? text.size() : end;
  }
  if (text.substr(at, 2) != "/*") return at;
  int depth = 0;
  while (at < text.size()) {
    if (text.substr(at, 2) == "/*") {
      ++depth;
      at += 2;
    } else if (text.substr(at, 2) == "*/") {
      at += 2;
      if (--depth == 0) return at;
    } else {
      ++at;
    }
  }
  return std::string_view::npos;
}

// Reads 'text' or "name" with doubled quotes inside; false when it never ends.
bool read_quoted(std::string_view text, std::size_t& at, char quote, bool backslash, std::string& word) {
  for (++at; at < text.size(); ++at) {
    if (backslash && text[at] == '\\' && at + 1 < text.size()) {
      const char c = text[++at];
      word += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
    } else if (text[at] != quote) {
      word += text[at];
    } else if (at + 1 < text.size() && text[at + 1] == quote) {
      word += text[at++];
    } else {
      ++at;
      return true;
    }
  }
  return false;
}

void read_number(std::string_view text, std::size_t& at) {
  const auto digits = [&] {
    while (at < text.size() &&
           (is_digit(text[at]) || (text[at] == '_' && at + 1 < text.size() && is_digit(text[at + 1]))))
      ++at;
  };
  digits();
  if (at < text.size() && text[at] == '.') {
    ++at;
    digits();
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t ahead = at + 1;
    if (ahead < text.size() && (text[ahead] == '+' || text[ahead] == '-')) ++ahead;
    if (ahead < text.size() && is_digit(text[ahead])) {
      at = ahead;
      digits();
    }
  }
}

std::size_t symbol_length(std::string_view rest) {
  for (const char* symbol : {"!~~*", "!~*", "!~~", "~~*", "->>", "#>>", "#>", "::", "<=", ">=", "<>", "!=",
                             "||",   "@>",   "<@",   "&&",  "~*",  "!~",  "~~",  "->",  "==", "<<", ">>", ":=", "=>"})
    if (rest.substr(0, std::string_view(symbol).size()) == symbol) return std::string_view(symbol).size();
  return std::string_view("+-*/%(),.;=<>[]~^&|!@?:{}").find(rest[0]) == std::string_view::npos ? 0 : 1;
}

// $$text$$ or $tag$text$tag$; false when this is no dollar quote.
bool read_dollar_quote(std::string_view text, std::size_t& at, std::string& word) {
  std::size_t tag_end = at + 1;
  while (tag_end < text.size() && continues_name(text[tag_end]) && text[tag_end] != '$') ++tag_end;
  if (tag_end >= text.size() || text[tag_end] != '$' || is_digit(text[at + 1])) return false;
  const std::string_view tag = text.substr(at, tag_end + 1 - at);
  const std::size_t close = text.find(tag, tag_end + 1);
  if (close == std::string_view::npos) return false;
  word = text.substr(tag_end + 1, close - tag_end - 1);
  at = close + tag.size();
  return true;
}

std::string printable(char c) {
  if (c > ' ' && c < 0x7F) return std::string(1, c);
  return "number " + std::to_string(static_cast<unsigned char>(c));
}

}  // namespace

std::vector<Token> cut_into_tokens(std::string_view text, LexError& error) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while (at < text.size() && error.text.empty()) {
    const char c = text[at];
    if (is_space(c)) {
      ++at;
      continue;
    }
    if (const std::size_t end = comment_end(text, at); end != at) {
      if (end == std::string_view::npos) error = {"This comment never ends.", "Close it with */.", at};
      else at = end;
      continue;
    }
    if (at == 0 && text.substr(0, 3) == "\xEF\xBB\xBF") {  // byte order mark
      at = 3;
      continue;
    }
    if (text.substr(at, 2) == "\xC2\xA0") {  // no-break space
      at += 2;
      continue;
    }
    if (const std::string_view q = text.substr(at, 3);
        q == "\xE2\x80\x98" || q == "\xE2\x80\x99" || q == "\xE2\x80\x9C" || q == "\xE2\x80\x9D") {
      error = {"The curly quote " + std::string(q) + " can't stand here.", "Use straight quotes: '...'.", at};
      break;
    }
    Token token{TokenKind::symbol, at, at, {}};
    const bool escapes = (c == 'e' || c == 'E') && at + 1 < text.size() && text[at + 1] == '\'';
    if (c == '\'' || escapes) {
      token.kind = TokenKind::string;
      if (escapes) ++at;
      if (!read_quoted(text, at, '\'', escapes, token.word))
        error = {"This text has no closing quote.", "Close it with a single quote: '...'.", token.begin};
      // A text may go on in quotes on a later line.
      for (std::size_t next = at; !escapes && error.text.empty(); next = at) {
        bool line = false;
        for (; next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r' || text[next] == '\n'); ++next)
          line = line || text[next] == '\n';
        if (!line || next >= text.size() || text[next] != '\'') break;
        at = next;
        if (!read_quoted(text, at, '\'', false, token.word))
          error = {"This text has no closing quote.", "Close it with a single quote: '...'.", next};
      }
    } else if (c == '"') {
      token.kind = TokenKind::quoted_name;
      if (!read_quoted(text, at, '"', false, token.word))
        error = {"This name has no closing double quote.", "Text stands in single quotes: '...'.", token.begin};
    } else if (c == '$' && read_dollar_quote(text, at, token.word)) {
      token.kind = TokenKind::string;
    } else if (is_digit(c) || (c == '.' && at + 1 < text.size() && is_digit(text[at + 1]))) {
      token.kind = TokenKind::number;
      read_number(text, at);
      if (at < text.size() && continues_name(text[at])) {
        while (at < text.size() && continues_name(text[at])) ++at;
        error = {"\"" + std::string(text.substr(token.begin, at - token.begin)) + "\" is neither a number nor a name.",
                 "A name that starts with a digit needs double quotes.", token.begin};
      }
      token.word = text.substr(token.begin, at - token.begin);
    } else if (starts_name(c) && text.substr(at, 2) != "#>") {
      token.kind = TokenKind::name;
      while (at < text.size() && continues_name(text[at])) ++at;
      token.word = base::to_lower(text.substr(token.begin, at - token.begin));
    } else if (const std::size_t n = symbol_length(text.substr(at)); n > 0) {
      at += n;
      token.word = text.substr(token.begin, n);
    } else {
      error = {"The character " + printable(c) + " can't stand here.",
               c == '`' ? "Names with spaces stand in double quotes." : "", at};
    }
    token.end = at;
    tokens.push_back(std::move(token));
  }
  Token end{TokenKind::end, text.size(), text.size(), {}};
  tokens.push_back(std::move(end));
  return tokens;
}

std::string without_comments(std::string_view gap) {
  std::string result;
  for (std::size_t at = 0; at < gap.size();) {
    const std::size_t end = comment_end(gap, at);
    if (end == at) {
      result += gap[at++];
    } else {
      result += ' ';
      at = end == std::string_view::npos ? gap.size() : end;
    }
  }
  return result;
}

std::vector<Span> statement_spans(const std::vector<Token>& tokens) {
  std::vector<Span> spans;
  std::size_t first = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::end && !(tokens[i].kind == TokenKind::symbol && tokens[i].word == ";")) continue;
    if (i > first) spans.push_back({first, i - 1});
    first = i + 1;
  }
  return spans;
}

}  // namespace loopready::sql
