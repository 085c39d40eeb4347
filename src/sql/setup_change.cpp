// UPDATE, DELETE, SELECT ... INTO: each finds its rows by a query of the dialect, then changes them by number.
#include "base/text.h"
#include "sql/cells.h"
#include "sql/setup_reader.h"

namespace loopready::sql {

using base::Result;

// Steps over one token, or over a parenthesis with all it holds, up to a bare word that starts the next clause.
std::size_t SetupReader::clause_end(std::initializer_list<std::string_view> words) {
  while (at_ <= last_) {
    const bool compares = sees("from") && at_ > first_ && tokens_[at_ - 1].word == "distinct";
    for (const std::string_view word : words)
      if (sees(word) && !compares) return at_;
    skip();
  }
  return last_ + 1;
}

// The name that columns of the changed table are qualified with.
std::string SetupReader::alias_or(const std::string& table, std::initializer_list<std::string_view> clauses) {
  if (take("as")) return tokens_[at_++].word;
  if (at_ > last_ || (tokens_[at_].kind != TokenKind::name && tokens_[at_].kind != TokenKind::quoted_name)) return table;
  for (const std::string_view word : clauses)
    if (sees(word)) return table;
  return tokens_[at_++].word;
}

Result<std::string> SetupReader::delete_rows() {
  take("only");
  const std::string named = name();
  const std::string alias = alias_or(named, {"using", "where", "returning"});
  std::string sources = quoted_name(named) + " AS " + quoted_name(alias);
  if (take("using")) {
    const std::size_t from = at_;
    sources += ", " + typed(from, clause_end({"where", "returning"}));
  }
  if (!sees("where")) return "DELETE FROM " + quoted_name(named);
  const std::size_t where = at_;
  const std::string condition = typed(where, clause_end({"returning"}));
  LR_TRY(const std::string rows,
         query(ctes_ + "SELECT " + quoted_name(alias) + ".rowid FROM " + sources + " " + condition, nullptr));
  return "DELETE FROM " + quoted_name(named) + " WHERE rowid IN (" + rows + ")";
}

Result<std::string> SetupReader::update_rows() {
  take("only");
  const std::string named = name();
  const std::string alias = alias_or(named, {"set"});
  if (!take("set")) return typed(first_, last_ + 1);
  std::string values, set, stored_values, inputs;
  std::size_t n = 0;
  const auto assign = [&](const std::string& changed, const std::string& value) {
    const std::string input = "c" + std::to_string(++n);
    values += ", (" + value + ") AS " + input;
    inputs += ", " + input;
    stored_values += ", " + stored_value(named, changed, input) + " AS " + input;
    set += (set.empty() ? "" : ", ") + quoted_name(changed) + " = lr_set." + input;
  };
  do {
    const bool row = sees("(");  // (a, b) = (1, 2)
    const std::vector<std::string> changed = row ? key_columns() : std::vector<std::string>{name()};
    if (!take("=")) return typed(first_, last_ + 1);
    if (row) take("row");
    if (row && (!take("(") || sees("select")))
      return base::Error{base::ErrorKind::bad_input, "", "UPDATE sets several columns from a list only: (a, b) = (1, 2)."};
    for (const std::string& one : changed) {
      const std::size_t from = at_;
      assign(one, typed(from, row ? clause_end({",", ")"}) : clause_end({",", "from", "where", "returning"})));
      if (row) take(",");
    }
    if (row) take(")");
  } while (take(","));
  std::string sources = quoted_name(named) + " AS " + quoted_name(alias);
  if (take("from")) {
    const std::size_t from = at_;
    sources += ", " + typed(from, clause_end({"where", "returning"}));
  }
  const std::size_t where = at_;
  const std::string condition = sees("where") ? typed(where, clause_end({"returning"})) : std::string();
  LR_TRY(const std::string rows, query(ctes_ + "SELECT " + quoted_name(alias) + ".rowid" + values + " FROM " + sources + " " +
                                           condition, nullptr));
  return "UPDATE " + quoted_name(named) + " SET " + set + " FROM (WITH lr_rows (lr_row" + inputs + ") AS (" + rows +
         ") SELECT lr_row" + stored_values + " FROM lr_rows) AS lr_set WHERE " + quoted_name(named) +
         ".rowid = lr_set.lr_row";
}

// SELECT ... INTO name FROM ...: empty where there is no INTO.
Result<std::string> SetupReader::select_into() {
  const std::size_t into = clause_end({"into"});
  if (into > last_) return std::string();
  const std::string head = typed(first_, into);
  ++at_;
  for (const char* one : {"temp", "temporary", "unlogged", "table"}) take(one);
  const std::string named = name();
  return table_from(named, head + " " + typed(at_, last_ + 1), {}, false);
}

}  // namespace loopready::sql
