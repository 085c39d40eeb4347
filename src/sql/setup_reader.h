// Reads one setup statement.
// Here: SetupReader; each file setup_*.cpp holds the members for one kind of statement.  Not here: what is kept between
// statements (setup.h).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "sql/dialect.h"
#include "sql/setup.h"

namespace loopready::sql {

class SetupReader {
 public:
  SetupReader(Setup& setup, std::string_view text, const std::vector<Token>& tokens, std::size_t first,
              std::size_t last, const Schema& schema)
      : setup_(setup), text_(text), tokens_(tokens), first_(first), at_(first), last_(last), schema_(schema) {}

  base::Result<std::string> statement();

 private:
  // setup.cpp
  bool sees(std::string_view word, std::size_t ahead = 0) const;
  bool take(std::string_view word);
  bool take_all(std::initializer_list<std::string_view> words);
  void skip();
  std::string typed(std::size_t first, std::size_t end) const;
  std::string name();
  base::Result<std::string> create();
  base::Result<std::string> drop_tables();
  void take_ctes();

  // setup_alter.cpp
  struct Retyped {
    std::string column;
    std::string type;
    std::string value;  // of USING, empty: the column's own
    bool dropped = false;
  };
  base::Result<std::string> alter_table();
  base::Result<std::string> add_column(const std::string& named);
  std::string rename(const std::string& named);
  base::Result<std::string> make_anew(const std::string& named, const std::vector<Retyped>& changes);

  // setup_change.cpp
  std::size_t clause_end(std::initializer_list<std::string_view> words);
  std::string alias_or(const std::string& table, std::initializer_list<std::string_view> clauses);
  base::Result<std::string> delete_rows();
  base::Result<std::string> update_rows();
  base::Result<std::string> select_into();

  // setup_table.cpp
  base::Result<std::string> create_table();
  base::Result<std::string> create_view();
  base::Result<std::string> table_from_query(const std::string& named, bool view);
  base::Result<std::string> table_from(const std::string& named, const std::string& text,
                                       const std::vector<std::string>& names, bool view);
  std::string column(SetupTable& table, std::string& keys);
  std::string columns_like(SetupTable& table);
  std::string column_type();
  void column_rules(SetupColumn& column, std::string& declared);
  std::vector<std::string> key_columns();

  // setup_insert.cpp
  base::Result<std::string> insert();
  static std::string stored(const std::string& value, const std::string& declared);
  std::string stored_value(const std::string& table, const std::string& column, const std::string& value) const;
  std::vector<std::string> inserted_columns(const SetupTable* table, const std::string& named);
  std::string without_defaults(std::size_t first, std::size_t end) const;
  base::Result<std::string> value_of_default(const SetupColumn& column, const std::string& table) const;
  base::Result<std::string> query(const std::string& text, Translation* kept) const;

  Setup& setup_;
  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::size_t first_;
  std::size_t at_;
  std::size_t last_;
  const Schema& schema_;
  std::string ctes_;  // WITH ... in front of the statement
};

}  // namespace loopready::sql
