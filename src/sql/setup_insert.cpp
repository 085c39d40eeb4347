// INSERT with values of any spelling.
#include <algorithm>

#include "base/text.h"
#include "sql/cells.h"
#include "sql/setup_reader.h"
#include "sql/type.h"

namespace loopready::sql {

using base::Result;

namespace {

constexpr const char* kDefault = "'lr_default'";

const SetupColumn* find_setup_column(const SetupTable* table, std::string_view name) {
  if (table != nullptr)
    for (const SetupColumn& one : table->columns)
      if (base::equal_ignoring_case(one.name, name)) return &one;
  return nullptr;
}

}  // namespace

// The value of an expression as a column of this type keeps it.
std::string SetupReader::stored(const std::string& value, const std::string& declared) {
  const Type type = type_named(declared);
  switch (type.kind) {
    case Kind::date: return "lr_date(" + value + ", -1)";
    case Kind::timestamp: return (type.zoned ? "lr_timestamptz(" : "lr_timestamp(") + value + ", -1)";
    case Kind::time: return "lr_time(" + value + ", -1)";
    case Kind::interval: return "lr_interval(" + value + ")";
    case Kind::boolean: return "lr_boolean(" + value + ", -1)";
    case Kind::integer: return "lr_integer(" + value + ", -1)";
    case Kind::number:
      return "lr_number(" + value + ", " + std::to_string(type.precision) + ", " + std::to_string(type.scale) + ", -1)";
    default: return value;
  }
}

std::string SetupReader::stored_value(const std::string& table, const std::string& column, const std::string& value) const {
  const SchemaTable* known = find_table(schema_, table);
  const model::Column* one = known == nullptr ? nullptr : find_column(*known, column);
  return one == nullptr ? value : stored(value, one->type);
}

// A query in its own text, rewritten.
Result<std::string> SetupReader::query(const std::string& text, Translation* kept) const {
  LexError error;
  const std::vector<Token> tokens = cut_into_tokens(text, error);
  if (!error.text.empty() || tokens.size() < 2)
    return base::Error{base::ErrorKind::bad_input, "", error.text.empty() ? "A query is missing here." : error.text};
  Translation translation = translate(text, tokens, 0, tokens.size() - 2, schema_);
  if (translation.refusal) return base::Error{base::ErrorKind::bad_input, "", translation.refusal->text};
  std::string written = translation.sql;
  if (kept != nullptr) *kept = std::move(translation);
  return written;
}

// The rows with a mark for DEFAULT: what stands for it is put in later.
std::string SetupReader::without_defaults(std::size_t first, std::size_t end) const {
  std::string text;
  for (std::size_t i = first; i < end; ++i) {
    const bool plain = tokens_[i].kind == TokenKind::name && tokens_[i].word == "default";
    text += (i > first ? " " : "") + (plain ? std::string(kDefault) : typed(i, i + 1));
  }
  return text;
}

std::vector<std::string> SetupReader::inserted_columns(const SetupTable* table, const std::string& named) {
  std::vector<std::string> names;
  if (sees("(") && !sees("select", 1) && !sees("with", 1) && !sees("values", 1)) {
    take("(");
    while (at_ <= last_ && !take(")")) {
      if (!sees(",")) names.push_back(tokens_[at_].word);
      ++at_;
    }
    return names;
  }
  if (table != nullptr) {
    for (const SetupColumn& one : table->columns)
      if (!one.generated) names.push_back(one.name);
  } else if (const SchemaTable* known = find_table(schema_, named); known != nullptr) {
    for (const model::Column& one : known->columns) names.push_back(one.name);
  }
  return names;
}

Result<std::string> SetupReader::insert() {
  const std::string named = name();
  if (take("as")) ++at_;
  const SetupTable* table = setup_.table(named);
  std::vector<std::string> given = inserted_columns(table, named);
  while (at_ <= last_ && sees("overriding")) at_ += 3;
  if (given.empty()) return typed(first_, last_ + 1);
  std::size_t end = at_;
  int depth = 0;
  for (; end <= last_; ++end) {
    const Token& token = tokens_[end];
    if (token.kind == TokenKind::symbol) depth += token.word == "(" ? 1 : token.word == ")" ? -1 : 0;
    if (depth > 0 || token.kind != TokenKind::name) continue;
    if (token.word == "returning" || (token.word == "on" && end < last_ && tokens_[end + 1].word == "conflict")) break;
  }
  std::size_t tail_end = end;
  while (tail_end <= last_ && tokens_[tail_end].word != "returning") ++tail_end;
  if (take_all({"default", "values"})) return "INSERT INTO " + quoted_name(named) + " DEFAULT VALUES";
  const bool values = sees("values");
  const bool says_default = values && std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                  tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                                                  [](const Token& one) { return one.word == "default"; });
  Translation rows;
  LR_TRY(const std::string written, query(ctes_ + (says_default ? without_defaults(at_, end) : typed(at_, end)), &rows));
  if (!rows.column_types.empty() && rows.column_types.size() < given.size()) given.resize(rows.column_types.size());
  std::string into, from, inputs;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const std::string input = "c" + std::to_string(i + 1);
    inputs += (i > 0 ? ", " : "") + input;
    into += (i > 0 ? ", " : "") + quoted_name(given[i]);
    std::string value = stored_value(named, given[i], input);
    if (const SetupColumn* one = says_default ? find_setup_column(table, given[i]) : nullptr; one != nullptr) {
      LR_TRY(const std::string otherwise, value_of_default(*one, named));
      value = "CASE WHEN " + input + " = " + kDefault + " THEN " + (otherwise.empty() ? "NULL" : otherwise) + " ELSE " +
              value + " END";
    }
    from += (i > 0 ? ", " : "") + value;
  }
  for (const SetupColumn& one : table == nullptr ? std::vector<SetupColumn>{} : table->columns) {
    const bool is_given = std::any_of(given.begin(), given.end(), [&](const std::string& name) {
      return base::equal_ignoring_case(name, one.name);
    });
    if (is_given || one.generated) continue;
    LR_TRY(const std::string value, value_of_default(one, named));
    if (value.empty()) continue;
    into += ", " + quoted_name(one.name);
    from += ", " + value;
  }
  return "INSERT INTO " + quoted_name(named) + " (" + into + ") WITH lr_rows (" + inputs + ") AS (" + written +
         ") SELECT " + from + " FROM lr_rows WHERE true " + typed(end, tail_end);
}

// What a row gets that says nothing; empty: NULL.
Result<std::string> SetupReader::value_of_default(const SetupColumn& column, const std::string& table) const {
  if (column.counted)
    return "(SELECT coalesce(max(" + quoted_name(column.name) + "), 0) FROM " + quoted_name(table) +
           ") + row_number() OVER ()";
  if (column.otherwise.empty()) return std::string();
  LR_TRY(const std::string value, query("SELECT " + column.otherwise, nullptr));
  return stored("(" + value + ")", column.type);
}

}  // namespace loopready::sql
