// One walk over a query's tree that finds types, and what each name means.
// Here: Inferrer, its scopes.  Not here: what functions give (function_types.cpp), result names (natural_name.cpp).
// Terms: a name is looked for in the tables of FROM, then among the aliases of the same SELECT list, then further out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/infer.h"

namespace loopready::sql {

using Columns = std::vector<ResultColumn>;

struct Visible {
  std::string alias;
  Columns columns;
  std::vector<std::string> reads;  // of a table function's columns: what the written SQL says for them
  std::vector<std::string> merged;  // the columns that its USING or NATURAL JOIN shares with those before
  bool joined = false;
};

struct CteColumns {
  std::string name;
  Columns columns;
};

struct Scope {
  const Scope* outer = nullptr;
  std::vector<CteColumns> ctes;
  std::vector<std::string> with_names;  // of all CTEs of its WITH: SQLite sees each of them everywhere in it
  std::vector<Visible> sources;
  Columns aliases;              // of the SELECT list
  std::vector<int> alias_items;  // by alias: its item, -1 for columns of a star
  mutable bool touched = false;  // a name was found in its sources
};

class Inferrer {
 public:
  explicit Inferrer(const Schema& schema) : schema_(schema) {}

  Columns query(Query& query, const Scope* outer);

 private:
  // infer.cpp
  void cte(Cte& cte, bool recursive, Scope& scope);
  Columns core(Core& core, const Scope& outer, Scope* seen = nullptr);
  Columns values(Core& core, const Scope& scope);
  Columns items(Core& core, Scope& scope);
  void keys(std::vector<OrderKey>& keys, const Scope& scope);
  void window(Window& window, const Scope& scope);

  // infer_source.cpp
  void source(Source& source, Scope& scope);
  Visible function_source(Source& source, const Scope& scope);
  static bool sees_with_name(std::string_view name, const Scope& scope);
  static const Columns* cte_columns(std::string_view name, const Scope& scope);  // null when none is visible
  Columns table_columns(std::string_view name, std::vector<std::string>* key) const;
  void expand_star(SelectItem& item, const Scope& scope) const;

  // infer_expression.cpp
  void expression(Node& node, const Scope& scope);
  void call(Node& node, const Scope& scope);
  void column(Node& node, const Scope& scope) const;
  Type binary(const Node& node) const;

  const Schema& schema_;
  int n_table_functions_ = 0;
};

}  // namespace loopready::sql
