// Finds out what kind of value every expression of a query has, through tables, subqueries and CTEs.
// Here: infer_query.  Not here: walking the tree (inferrer.h), changing anything (rewrite.h).
// Terms: a result column has the name PostgreSQL would give it and a type, unknown when the spelling does not tell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/schema.h"
#include "sql/tree.h"

namespace loopready::sql {

struct ResultColumn {
  std::string name;
  Type type;
};

// Sets Node::type throughout and gives the query's result columns.
std::vector<ResultColumn> infer_query(Query& query, const Schema& schema);

// The name of a result column without alias: "count", "date_trunc", "?column?".
std::string natural_name(const Node& node);

// What a call gives, of the types of its arguments; unknown for functions without an entry.
Type function_type(const Node& call);

// Functions that give several rows: generate_series, unnest ...
bool gives_rows(const Node& node);

}  // namespace loopready::sql
