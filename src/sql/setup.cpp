#include "sql/setup.h"

#include "base/text.h"
#include "sql/cells.h"
#include "sql/setup_reader.h"

namespace loopready::sql {

using base::Result;

const SetupTable* Setup::table(std::string_view name) const { return const_cast<Setup*>(this)->table(name); }

SetupTable* Setup::table(std::string_view name) {
  for (auto at = tables_.rbegin(); at != tables_.rend(); ++at)
    if (base::equal_ignoring_case(at->name, name)) return &*at;
  return nullptr;
}

Result<std::string> Setup::statement(std::string_view text, const std::vector<Token>& tokens, std::size_t first,
                                     std::size_t last, const Schema& schema) {
  return SetupReader(*this, text, tokens, first, last, schema).statement();
}

bool SetupReader::sees(std::string_view word, std::size_t ahead) const {
  if (at_ + ahead > last_) return false;
  const Token& token = tokens_[at_ + ahead];
  return (token.kind == TokenKind::name || token.kind == TokenKind::symbol) && token.word == word;
}

bool SetupReader::take(std::string_view word) {
  if (!sees(word)) return false;
  ++at_;
  return true;
}

bool SetupReader::take_all(std::initializer_list<std::string_view> words) {
  std::size_t ahead = 0;
  for (const std::string_view word : words)
    if (!sees(word, ahead++)) return false;
  at_ += words.size();
  return true;
}

// A parenthesis with all it holds, or one token.
void SetupReader::skip() {
  int depth = 0;
  do {
    if (sees("(")) ++depth;
    if (sees(")")) --depth;
    ++at_;
  } while (depth > 0 && at_ <= last_);
}

std::string SetupReader::typed(std::size_t first, std::size_t end) const {
  if (first >= end) return {};
  return std::string(text_.substr(tokens_[first].begin, tokens_[end - 1].end - tokens_[first].begin));
}

// WITH ... in front of INSERT, UPDATE or DELETE goes into the query that these make.
void SetupReader::take_ctes() {
  const std::size_t end = clause_end({"insert", "update", "delete", "select"});
  if (end > last_ || sees("select")) at_ = first_;
  else ctes_ = typed(first_, end) + " ";
}

// The last part of a name with its schema.
std::string SetupReader::name() {
  std::string found;
  if (at_ <= last_) found = tokens_[at_++].word;
  while (sees(".") && at_ < last_) {
    ++at_;
    found = tokens_[at_++].word;
  }
  return found;
}

Result<std::string> SetupReader::statement() {
  for (const char* one : {"analyze", "set", "begin", "commit", "start", "comment", "grant", "revoke", "vacuum", "lock"})
    if (sees(one)) return std::string();
  if (take("create")) return create();
  if (sees("with")) take_ctes();
  if (take_all({"insert", "into"})) return insert();
  if (take("update")) return update_rows();
  if (take_all({"drop", "table"})) return drop_tables();
  if (take_all({"drop", "view"}) || take_all({"drop", "materialized", "view"})) {
    take_all({"if", "exists"});
    return "DROP VIEW IF EXISTS " + quoted_name(name());
  }
  if (sees("drop")) return std::string();
  if (take("truncate")) {
    take("table");
    return "DELETE FROM " + quoted_name(name());
  }
  if (take_all({"delete", "from"})) return delete_rows();
  if (take_all({"alter", "table"})) return alter_table();
  if (sees("alter")) return std::string();
  at_ = first_;
  LR_TRY(std::string into, select_into());
  return into.empty() ? typed(first_, last_ + 1) : into;
}

Result<std::string> SetupReader::create() {
  const bool replaces = take_all({"or", "replace"});
  for (const char* one : {"temp", "temporary", "unlogged", "global", "local", "materialized"})
    take(one);
  if (take("table")) return create_table();
  if (take("view")) {
    LR_TRY(const std::string made, create_view());
    return (replaces ? "DROP VIEW IF EXISTS " + quoted_name(setup_.tables_.back().name) + "; " : "") + made;
  }
  if (take("type")) {
    const std::string named = name();
    if (sees("as") && sees("enum", 1)) setup_.enums_.push_back(named);
    return std::string();
  }
  for (const char* one : {"function", "procedure", "trigger"})
    if (sees(one))
      return base::Error{base::ErrorKind::bad_input, "",
                         "CREATE " + tokens_[at_].word + " is not known here: write its query where it is used."};
  return std::string();  // indexes, schemas, extensions, sequences
}

Result<std::string> SetupReader::drop_tables() {
  take_all({"if", "exists"});
  std::string all;
  do {
    const std::string named = name();
    all += "DROP TABLE IF EXISTS " + quoted_name(named) + ";";
    for (std::size_t i = setup_.tables_.size(); i > 0; --i)
      if (base::equal_ignoring_case(setup_.tables_[i - 1].name, named))
        setup_.tables_.erase(setup_.tables_.begin() + static_cast<std::ptrdiff_t>(i - 1));
  } while (take(","));
  return all;
}

}  // namespace loopready::sql
