// CREATE TABLE with its columns, CREATE TABLE AS, CREATE VIEW.
#include "base/text.h"
#include "sql/cells.h"
#include "sql/setup_reader.h"

namespace loopready::sql {

using base::Result;

namespace {

bool starts_rule(std::string_view word) {
  for (const char* one : {"not", "null", "default", "primary", "unique", "references", "check", "constraint",
                          "generated", "identity", "auto_increment", "autoincrement", "encode", "distkey", "sortkey",
                          "collate"})
    if (word == one) return true;
  return false;
}

std::string plain_spelling(const std::string& type) {
  if (type == "serial" || type == "serial4") return "integer";
  if (type == "bigserial" || type == "serial8") return "bigint";
  if (type == "smallserial") return "smallint";
  return type;
}

}  // namespace

// The words of a type, in lower case: "character varying(20)", "timestamp with time zone", "text[]".
std::string SetupReader::column_type() {
  std::string type;
  while (at_ <= last_ && !sees(",") && !sees(")") && !starts_rule(tokens_[at_].word)) {
    const Token& token = tokens_[at_];
    if (sees("(")) {
      const std::size_t open = at_;
      skip();
      type += typed(open, at_);
    } else if (sees(".")) {
      type.clear();  // the schema in front
      ++at_;
    } else {
      const bool word = token.kind == TokenKind::name || token.kind == TokenKind::quoted_name;
      type += (word && !type.empty() ? " " : "") + token.word;
      ++at_;
    }
  }
  if (const std::size_t end = type.find(" array"); end != std::string::npos) type = type.substr(0, end) + "[]";
  for (const std::string& one : setup_.enums_)
    if (base::equal_ignoring_case(one, type)) return "text";
  return type;
}

// What follows the type; keys and NOT NULL are told to SQLite.
void SetupReader::column_rules(SetupColumn& column, std::string& declared) {
  while (at_ <= last_ && !sees(",") && !sees(")")) {
    if (take_all({"not", "null"})) {
      if (!column.counted) declared += " NOT NULL";
    } else if (take_all({"primary", "key"})) {
      declared += " PRIMARY KEY";
    } else if (take("unique")) {
      declared += " UNIQUE";
    } else if (take("default")) {
      const std::size_t value = at_;
      do skip();
      while (at_ <= last_ && !sees(",") && !sees(")") && !starts_rule(tokens_[at_].word));
      column.otherwise = typed(value, at_);
      if (column.otherwise.find("nextval") != std::string::npos) {
        column.otherwise.clear();
        column.counted = true;
      }
    } else if (take("identity") || take("auto_increment") || take("autoincrement")) {
      column.counted = true;
    } else if (take("generated")) {
      while (at_ <= last_ && !sees("as")) ++at_;
      take("as");
      column.counted = sees("identity");
      column.generated = sees("(");
      const std::size_t value = at_;
      skip();
      if (column.generated) declared += " GENERATED ALWAYS AS " + typed(value, at_) + " STORED";
    } else {
      skip();
    }
  }
}

std::string SetupReader::column(SetupTable& table, std::string& keys) {
  if (take("constraint")) ++at_;
  if (sees("primary") || sees("unique")) {
    const bool primary = sees("primary");
    while (at_ <= last_ && !sees("(")) ++at_;
    const std::vector<std::string> names = key_columns();
    std::string list;
    for (const std::string& one : names) list += (list.empty() ? "" : ", ") + quoted_name(one);
    keys += (primary ? ", PRIMARY KEY (" : ", UNIQUE (") + list + ")";
    if (primary) table.key = names;
    return {};
  }
  for (const char* one : {"foreign", "check", "exclude", "like", ",", ")"})
    if (sees(one) && (tokens_[at_].kind != TokenKind::name || at_ + 1 > last_ || sees("(", 1) || sees("key", 1))) {
      while (at_ <= last_ && !sees(",") && !sees(")")) skip();
      return {};
    }
  SetupColumn column;
  column.name = tokens_[at_++].word;
  const std::string type = column_type();
  column.type = plain_spelling(type);
  column.counted = column.type != type;
  std::string declared = quoted_name(column.name) + storage_type(column.type);
  column_rules(column, declared);
  if (declared.find(" PRIMARY KEY") != std::string::npos) table.key = {column.name};
  table.columns.push_back(std::move(column));
  return declared;
}

std::vector<std::string> SetupReader::key_columns() {
  std::vector<std::string> names;
  take("(");
  while (at_ <= last_ && !sees(")")) {
    if (!sees(",")) names.push_back(tokens_[at_].word);
    ++at_;
  }
  take(")");
  return names;
}

Result<std::string> SetupReader::create_table() {
  const bool unless_there = take_all({"if", "not", "exists"});
  SetupTable table;
  table.name = name();
  if (sees("as")) return table_from_query(table.name, false);
  if (!take("(")) return typed(first_, last_ + 1);
  std::string columns, keys;
  while (at_ <= last_ && !sees(")")) {
    const std::string declared = sees("like") ? columns_like(table) : column(table, keys);
    if (!declared.empty()) columns += (columns.empty() ? "" : ", ") + declared;
    if (!take(",")) break;
  }
  std::string all = "CREATE TABLE " + std::string(unless_there ? "IF NOT EXISTS " : "") + quoted_name(table.name) + " (" +
                    columns + keys + ")";
  if (!unless_there || setup_.table(table.name) == nullptr) setup_.tables_.push_back(std::move(table));
  return all;
}

// LIKE other [INCLUDING ...]: its columns.
std::string SetupReader::columns_like(SetupTable& table) {
  take("like");
  const SetupTable* other = setup_.table(name());
  while (at_ <= last_ && !sees(",") && !sees(")")) ++at_;
  std::string declared;
  for (const SetupColumn& one : other == nullptr ? std::vector<SetupColumn>{} : other->columns) {
    declared += (declared.empty() ? "" : ", ") + quoted_name(one.name) + storage_type(one.type);
    table.columns.push_back(one);
  }
  return declared;
}

Result<std::string> SetupReader::create_view() { return table_from_query(name(), true); }

Result<std::string> SetupReader::table_from_query(const std::string& named, bool view) {
  std::vector<std::string> names;
  if (take("("))
    while (at_ <= last_ && !take(")")) {
      if (!sees(",")) names.push_back(tokens_[at_].word);
      ++at_;
    }
  take("as");
  std::size_t end = last_ + 1;
  for (const std::size_t n : {3u, 2u})  // WITH [NO] DATA
    if (end > at_ + n && tokens_[end - n].word == "with" && tokens_[end - 1].word == "data") end -= n;
  return table_from(named, typed(at_, end), names, view);
}

Result<std::string> SetupReader::table_from(const std::string& named, const std::string& text,
                                            const std::vector<std::string>& names, bool view) {
  Translation translation;
  LR_TRY(const std::string written, query(text, &translation));
  SetupTable table;
  table.name = named;
  std::string columns, stored;
  for (std::size_t i = 0; i < translation.column_names.size(); ++i) {
    SetupColumn one;
    one.name = i < names.size() ? names[i] : translation.column_names[i];
    one.type = translation.column_types[i];
    columns += (i > 0 ? ", " : "") + quoted_name(one.name);
    stored += (i > 0 ? ", " : "") + quoted_name(one.name) + storage_type(one.type);
    table.columns.push_back(std::move(one));
  }
  const bool known = !table.columns.empty();
  setup_.tables_.push_back(std::move(table));
  if (view) return "CREATE VIEW " + quoted_name(named) + (known ? " (" + columns + ")" : "") + " AS " + written;
  if (!known) return "CREATE TABLE " + quoted_name(named) + " AS " + written;
  return "CREATE TABLE " + quoted_name(named) + " (" + stored + "); INSERT INTO " + quoted_name(named) + " " + written;
}

}  // namespace loopready::sql
