// A statement as a tree over its tokens: enough grammar to know operands, arguments, scopes and clauses.
// Here: Node (an expression), Query and its parts.  Not here: reading it (parser.h), types (infer.h), changes
// (rewrite.h). Terms: heights are bounded by the parser, so that walking the tree never runs out of stack; first and
// last are token indices, both included; words are folded to lower case.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sql/type.h"

namespace loopready::sql {

struct Node;
struct Query;
using NodePtr = std::unique_ptr<Node>;

enum class NodeKind {
  number,      // 12.5
  string,      // 'text'
  constant,    // null, true, false, current_date: word says which
  column,      // [qualifier.]word
  star,        // * or t.*
  unary,       // word is - + not ~
  binary,      // word is the operator: + = and like ...; is, is not; [] for an element of an array
  call,        // word(children)
  cast,        // child as type: cast(), ::, date '...'
  interval,    // interval 'text' [unit]: word is the text with its unit
  extract,     // extract(word from child)
  between,     // child between child and child; type_first: the token SYMMETRIC, 0: none
  in_list,     // child in (children)
  in_query,    // child in (query)
  quantified,  // child op any/all (query), or (child) that is an array
  case_of,     // children: [operand] when then ... [else]
  subquery,    // (query); word is array for array(query)
  exists,      // exists (query)
  group        // (child) or (child, child)
};

struct OrderKey {
  NodePtr value;
  std::size_t last = 0;  // of the key with its ASC or DESC
  bool descending = false;
  bool says_nulls = false;
  bool nulls_first = false;  // said, or else PostgreSQL's: last going up, first going down
};

struct Window {
  std::string name;       // of one in the WINDOW clause
  std::size_t first = 0;  // the parenthesis, or the name
  std::size_t last = 0;
  std::vector<NodePtr> partition;
  std::vector<OrderKey> order;
  std::vector<NodePtr> bounds;
  std::size_t frame_first = 0;  // ROWS, RANGE or GROUPS, 0: none
};

// The parts only calls have.
struct CallParts {
  std::size_t open = 0;   // parentheses
  std::size_t close = 0;
  std::size_t prefix = 0;  // the word APPROXIMATE in front, 0: none
  std::vector<std::string> names;   // of named arguments, else empty texts
  std::vector<std::size_t> commas;  // or the words that stand for them: in, from, for
  bool distinct = false;
  bool star = false;
  std::vector<OrderKey> order;         // inside the parentheses
  std::vector<OrderKey> within;        // WITHIN GROUP (ORDER BY ...)
  std::size_t within_first = 0;        // the tokens of WITHIN GROUP ( ... ), 0: none
  std::size_t within_last = 0;
  NodePtr filter;
  std::unique_ptr<Window> window;
  bool over = false;
  std::size_t window_name = 0;  // OVER w: the token w, 0: none
  std::size_t nulls_first = 0;  // IGNORE NULLS or RESPECT NULLS, 0: none
  bool ignore_nulls = false;
};

struct Node {
  NodeKind kind = NodeKind::number;
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t op = 0;  // the token of the operator, of the function's name, of ::
  std::string word;
  std::string qualifier;
  bool negated = false;                // NOT IN, NOT LIKE, NOT BETWEEN
  std::vector<NodePtr> children;
  std::optional<std::size_t> escape;   // LIKE ... ESCAPE: the token of ESCAPE; the escape is the third child
  std::size_t type_first = 0;          // cast: the tokens of the type
  std::size_t type_last = 0;
  Type target;                         // cast: to what
  std::unique_ptr<CallParts> call;
  std::unique_ptr<Query> query;
  Type type;                           // found by infer
  std::string owner;                   // column: the alias of the source that has it, found by infer
  std::string reads;                   // column of a table function: what the written SQL says for it, found by infer
  int item_named = -1;                 // column: the item of the same SELECT list whose alias it is, found by infer
  int height = 1;                      // of the tree below, with queries in it: what recursion over it costs
};

// One column that a star stands for: in PostgreSQL's order, which puts the columns of USING first.
struct StarColumn {
  std::string reads;  // what the written SQL says for it
  std::string name;
  Type type;
};

struct SelectItem {
  NodePtr value;
  std::string alias;  // empty: none
  std::size_t last = 0;
  std::vector<StarColumn> columns;  // of a star, found by infer; empty when its tables are not known
  bool reordered = false;           // SQLite would give other columns, or in another order
};

struct Source {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string table;                    // the table's own name; empty for a subquery or function
  std::size_t name_token = 0;
  std::string alias;
  bool schema_named = false;
  bool behind_cte = false;              // the table is meant, though a CTE has the same name: found by infer
  std::vector<std::string> key;         // columns of the table's PRIMARY KEY, found by infer
  std::vector<std::string> column_names;  // alias (a, b)
  std::size_t names_first = 0;          // the tokens of (a, b), 0: none
  std::size_t names_last = 0;
  std::unique_ptr<Query> query;
  NodePtr function;
  bool lateral = false;                 // needs columns of the tables before it: typed, then settled by infer
  std::size_t ordinality = 0;           // the token WITH of WITH ORDINALITY, 0: none
  std::string inner_alias;              // of a table function in the written SQL, found by infer
  std::size_t n_columns = 0;            // of a LATERAL subquery, found by infer
  std::vector<NodePtr> on;
  std::vector<std::string> using_names;
  bool natural = false;
  bool joined = false;                  // behind JOIN, not a comma
};

struct Core {
  std::size_t first = 0;
  std::size_t last = 0;
  bool whole_table = false;     // TABLE name
  bool distinct = false;
  std::size_t distinct_on = 0;  // the token ON, 0: none
  std::vector<NodePtr> distinct_keys;
  std::size_t distinct_last = 0;
  std::size_t top_first = 0;    // TOP n, 0: none
  std::size_t top_last = 0;
  std::vector<SelectItem> items;
  std::size_t from = 0;         // the token FROM, 0: none
  std::vector<Source> sources;
  std::size_t from_last = 0;
  NodePtr where;
  std::size_t group_by = 0;     // the token GROUP, 0: none
  std::vector<NodePtr> group;   // every expression of GROUP BY, also those inside ROLLUP and the like
  std::size_t group_last = 0;
  std::vector<std::vector<std::size_t>> sets;  // ROLLUP, CUBE, GROUPING SETS: sets of these; empty for a plain list
  NodePtr having;
  std::size_t qualify_token = 0;
  NodePtr qualify;
  std::vector<std::unique_ptr<Window>> windows;
  std::vector<std::vector<NodePtr>> values;  // VALUES rows
  std::unique_ptr<Query> nested;             // a parenthesised query
};

struct Cte {
  std::string name;
  std::vector<std::string> column_names;
  std::unique_ptr<Query> query;
};

struct Query {
  std::size_t first = 0;
  std::size_t last = 0;
  bool recursive = false;
  std::size_t with_token = 0;
  bool has_with = false;
  std::vector<Cte> ctes;
  std::vector<Core> cores;
  std::vector<std::size_t> set_operators;  // tokens: union, except, minus, intersect
  std::vector<OrderKey> order;
  NodePtr limit;
  NodePtr offset;
  std::size_t limit_first = 0;   // LIMIT, OFFSET or FETCH: the first token of the tail, 0: none
  int height = 1;
};

}  // namespace loopready::sql
