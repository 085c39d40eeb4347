// Setup statements in PostgreSQL's and Redshift's spelling, made ready for SQLite.
// Here: Setup, which reads CREATE TABLE, CREATE VIEW, INSERT and their like.  Not here: running them (database.h),
// queries (dialect.h).
// Terms: a counted column numbers its rows itself, as serial and identity do. Declared types are kept as they were
// written; SQLite is told storage types only. References and checks are left out: setup is trusted.
// Errors: bad_input with a whole sentence, for statements that have no counterpart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sql/schema.h"
#include "sql/token.h"

namespace loopready::sql {

struct SetupColumn {
  std::string name;
  std::string type;       // as declared
  std::string otherwise;  // DEFAULT as typed, empty: NULL
  bool counted = false;
  bool generated = false;
};

struct SetupTable {
  std::string name;
  std::vector<SetupColumn> columns;
  std::vector<std::string> key;  // columns of PRIMARY KEY
};

class Setup {
 public:
  // What SQLite shall run for tokens[first] to tokens[last], perhaps several statements; empty: nothing.
  base::Result<std::string> statement(std::string_view text, const std::vector<Token>& tokens, std::size_t first,
                                      std::size_t last, const Schema& schema);
  // Null for tables that no statement made.
  const SetupTable* table(std::string_view name) const;
  SetupTable* table(std::string_view name);

 private:
  std::vector<SetupTable> tables_;
  std::vector<std::string> enums_;

  friend class SetupReader;
};

}  // namespace loopready::sql
