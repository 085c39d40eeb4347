// Finds a column that a grouped SELECT uses without grouping by it, which SQLite would answer with any row's value.
// Here: ungrouped_column.  Not here: what is said about it (rewrite_query.cpp).
// Terms: expressions are the same when their tokens are, with and without the table's name in front of columns.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/token.h"
#include "sql/tree.h"

namespace loopready::sql {

struct UngroupedColumn {
  std::size_t token = 0;
  std::string name;  // as typed: "o.user_id"
};

std::optional<UngroupedColumn> ungrouped_column(const Core& core, const std::vector<Token>& tokens);

// What identifies an expression: its words; columns by their own name, so that o.id and id are the same.
std::string expression_key(const Node& node, const std::vector<Token>& tokens);

bool is_aggregate_name(std::string_view name);
bool is_aggregate(const Node& node);  // an aggregate call without OVER
bool has_aggregate(const Node& node);

}  // namespace loopready::sql
