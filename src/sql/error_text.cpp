#include "sql/error_text.h"

#include <algorithm>

#include "base/text.h"
#include "sql/names.h"
#include "sql/place.h"

namespace loopready::sql {

using model::SqlError;

namespace {

// A statement with what is needed to place and explain a complaint about it.
struct Context {
  std::string_view text;
  const std::vector<Token>& tokens;
  std::size_t first;
  std::size_t last;
  const Schema& schema;
};

// "did you mean x?" or nothing.
std::string mean(const std::string& name) { return name.empty() ? "" : "Did you mean " + name + "?"; }

bool take(std::string_view& text, std::string_view head) {
  if (text.substr(0, head.size()) != head) return false;
  text.remove_prefix(head.size());
  return true;
}

std::string sentence(std::string text) {
  if (text.empty()) return "SQLite refuses this statement.";
  if (const std::size_t open = text.find("()"); open != std::string::npos && open < text.find(' '))
    text = "The function " + text;
  else if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  if (text.back() != '.' && text.back() != '?') text += '.';
  return text;
}

// The first token of this spelling, or the last token.
std::size_t token_called(const Context& context, std::string_view word) {
  const std::string lower = base::to_lower(word);
  for (std::size_t i = context.first; i <= context.last; ++i)
    if (base::to_lower(context.tokens[i].word) == lower && context.tokens[i].kind != TokenKind::string) return i;
  return context.last + 1;
}

std::string spelling(const Context& context, std::size_t token) {
  const Token& one = context.tokens[token];
  return std::string(context.text.substr(one.begin, one.end - one.begin));
}

bool mentioned(const Context& context, std::string_view name) { return token_called(context, name) <= context.last; }

// Columns of the mentioned tables (or of the one behind `qualifier`), and names given with AS.
std::vector<std::string> known_columns(const Context& context, std::string_view qualifier) {
  std::vector<std::string> names;
  std::string table = base::to_lower(qualifier);
  // "orders o" or "orders as o": the table behind an alias.
  for (std::size_t i = context.first + 1; i <= context.last && !table.empty(); ++i) {
    if (context.tokens[i].word != table) continue;
    const std::size_t before = context.tokens[i - 1].word == "as" && i >= context.first + 2 ? i - 2 : i - 1;
    if (const SchemaTable* found = find_table(context.schema, context.tokens[before].word)) {
      table = base::to_lower(found->name);
      break;
    }
  }
  const SchemaTable* only = table.empty() ? nullptr : find_table(context.schema, table);
  for (const SchemaTable& one : context.schema.tables) {
    if (only != nullptr ? &one != only : !mentioned(context, one.name)) continue;
    for (const model::Column& column : one.columns) names.push_back(column.name);
  }
  if (only == nullptr)
    for (std::size_t i = context.first; i < context.last; ++i)
      if (context.tokens[i].word == "as" && context.tokens[i + 1].kind == TokenKind::name)
        names.push_back(context.tokens[i + 1].word);
  return names;
}

SqlError no_such_column(const Context& context, std::string_view name, std::size_t at) {
  const std::size_t dot = name.rfind('.');
  const std::string_view qualifier = dot == std::string_view::npos ? "" : name.substr(0, dot);
  const std::string column(dot == std::string_view::npos ? name : name.substr(dot + 1));
  const std::size_t token = token_called(context, column);
  if (token <= context.last && context.tokens[token].kind == TokenKind::quoted_name &&
      nearest(column, known_columns(context, qualifier)).empty())
    return error_at(context.text, at, "There is no column \"" + column + "\" here.",
                    "Double quotes are for names; text stands in single quotes: '" + column + "'.");
  std::string hint = mean(nearest(column, known_columns(context, qualifier)));
  if (hint.empty()) {
    for (const SchemaTable& table : context.schema.tables)
      if (const model::Column* elsewhere = find_column(table, column); elsewhere != nullptr && hint.empty())
        hint = mentioned(context, table.name) ? "It is a column of " + table.name + ", which can't be seen from here."
                                              : "It is a column of " + table.name + ": join that table.";
  }
  const std::string of = qualifier.empty() ? "here" : "in " + std::string(qualifier);
  return error_at(context.text, at, "There is no column \"" + column + "\" " + of + ".", hint);
}

SqlError no_such_table(const Context& context, std::string_view name, std::size_t at) {
  std::vector<std::string> known;
  for (const SchemaTable& table : context.schema.tables) known.push_back(table.name);
  std::vector<std::string> candidates = known;
  for (std::size_t i = context.first; i + 2 <= context.last; ++i)  // CTEs
    if (context.tokens[i + 1].word == "as" && context.tokens[i + 2].word == "(")
      candidates.push_back(context.tokens[i].word);
  std::string hint = mean(nearest(name, candidates));
  if (hint.empty() && !known.empty() && known.size() <= 12)
    hint = "The tables here are: " + base::join(known, ", ") + ".";
  return error_at(context.text, at, "There is no table \"" + std::string(name) + "\" here.", hint);
}

std::string ambiguous_hint(const Context& context, std::string_view column) {
  for (const SchemaTable& table : context.schema.tables)
    if (mentioned(context, table.name) && find_column(table, column) != nullptr)
      return "Write the table or its alias in front, such as " + table.name + "." + std::string(column) + ".";
  return "Write the table or its alias in front.";
}

SqlError near_token(const Context& context, std::size_t at) {
  std::size_t token = context.first;
  while (token < context.last && context.tokens[token].end <= at) ++token;
  const std::string typed = spelling(context, token);
  std::string hint;
  if (context.tokens[token].word == ",")
    hint = "Something is missing in front of this comma, or it is one comma too many.";
  if (context.tokens[token].word == "from" && token > context.first && context.tokens[token - 1].word == ",")
    hint = "Remove the comma in front of FROM.";
  if (hint.empty())
    for (const std::size_t i : {token, token > context.first ? token - 1 : token}) {
      const std::string& one = context.tokens[i].word;
      if (context.tokens[i].kind != TokenKind::name || !hint.empty()) continue;
      const auto& words = keywords();
      if (std::find(words.begin(), words.end(), one) == words.end() && one.size() > 2) hint = mean(nearest(one, words));
    }
  return error_at(context.text, at, "Syntax error near \"" + typed + "\".", hint);
}

}  // namespace

std::string without_prefix(std::string_view text) {
  std::string result(text);
  for (std::size_t at; (at = result.find("lr_")) != std::string::npos;) result.erase(at, 3);
  return result;
}

SqlError explain_complaint(const Complaint& complaint, const Translation& translation, std::string_view text,
                           const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                           const Schema& schema) {
  const Context context{text, tokens, first, last, schema};
  const bool placed = complaint.offset >= 0;
  const std::size_t at = placed ? translation.origins.typed_at(static_cast<std::size_t>(complaint.offset)) : 0;
  const auto place_of = [&](std::string_view name) {
    if (placed) return at;
    const std::size_t token = token_called(context, name);
    return token <= last ? tokens[token].begin : tokens[first].begin;
  };
  if (complaint.refused) return error_at(text, placed ? at : tokens[first].begin, complaint.text, "");
  const std::string message = without_prefix(complaint.text);
  std::string_view rest = message;
  const auto called = [&] { return rest.substr(0, rest.find('(')); };
  // Our own functions say where: "@123 text", with the offset of a byte the learner typed.
  if (take(rest, "@")) {
    std::size_t typed = 0;
    while (!rest.empty() && rest[0] >= '0' && rest[0] <= '9') {
      typed = typed * 10 + static_cast<std::size_t>(rest[0] - '0');
      rest.remove_prefix(1);
    }
    return error_at(text, typed, sentence(std::string(base::trim(rest))), "");
  }
  if (take(rest, "no such column: ")) {
    if (rest.substr(0, 1) == "\"")
      rest = rest.substr(1, rest.find('"', 1) - 1);  // "name" - should this be a string literal ...
    const std::size_t dot = rest.rfind('.');
    return no_such_column(context, rest, place_of(dot == std::string_view::npos ? rest : rest.substr(dot + 1)));
  }
  if (take(rest, "no such table: ")) {
    const std::size_t dot = rest.rfind('.');
    if (dot != std::string_view::npos) rest.remove_prefix(dot + 1);
    return no_such_table(context, rest, place_of(rest));
  }
  if (take(rest, "no such function: "))
    return error_at(text, place_of(rest), "There is no function " + std::string(rest) + "() here.",
                    mean(nearest(rest, function_names())));
  if (take(rest, "ambiguous column name: "))
    return error_at(
        text, place_of(rest), "\"" + std::string(rest) + "\" is ambiguous: more than one table here has it.",
        ambiguous_hint(context, rest.substr(rest.rfind('.') == std::string_view::npos ? 0 : rest.rfind('.') + 1)));
  if (take(rest, "near \"")) return near_token(context, at);
  if (take(rest, "incomplete input"))
    return error_at(text, tokens[last].end, "The statement ends too early: something is missing here.",
                    "Look for an open parenthesis, or a clause without its end.");
  if (take(rest, "wrong number of arguments to function "))
    return error_at(text, place_of(called()), "The number of arguments of " + std::string(called()) + "() is wrong.",
                    "");
  if (take(rest, "misuse of aggregate: ") || take(rest, "misuse of aggregate function "))
    return error_at(text, place_of(called()), "The aggregate " + std::string(called()) + "() can't stand here.",
                    "A condition on groups goes into HAVING; an aggregate of an aggregate needs a subquery.");
  if (take(rest, "misuse of aliased aggregate "))
    return error_at(text, place_of(rest), "\"" + std::string(rest) + "\" is an aggregate and can't stand here.",
                    "A condition on groups goes into HAVING.");
  if (take(rest, "misuse of window function ") || take(rest, "misuse of aliased window function "))
    return error_at(text, place_of(called()), "The window function " + std::string(called()) + "() can't stand here.",
                    "Compute it in a subquery or CTE, then use its column.");
  if (take(rest, "a GROUP BY clause is required before HAVING"))
    return error_at(text, place_of("having"), "HAVING needs a GROUP BY before it.", "");
  std::size_t fallback = placed ? at : tokens[first].begin;
  // A function's sentence quotes the value it refused: that literal is the place, if it was typed.
  if (!placed && rest.substr(0, 1) == "'")
    for (std::size_t i = first; i <= last; ++i)
      if (tokens[i].kind == TokenKind::string && rest.substr(1, tokens[i].word.size() + 1) == tokens[i].word + "'") {
        fallback = tokens[i].begin;
        break;
      }
  for (const char* word :
       {"UNION ALL", "UNION", "EXCEPT", "INTERSECT", "LIMIT", "ORDER BY", "GROUP BY", "HAVING", "USING"})
    if (!placed && message.find(word) != std::string::npos) {
      const std::string key = base::to_lower(std::string_view(word).substr(0, std::string_view(word).find(' ')));
      if (const std::size_t token = token_called(context, key); token <= last) fallback = tokens[token].begin;
      break;
    }
  return error_at(text, fallback, sentence(message), "");
}

}  // namespace loopready::sql
