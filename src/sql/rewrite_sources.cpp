// FROM: schema names, renamed columns, functions that give rows, LATERAL.
#include <algorithm>

#include "base/text.h"
#include "sql/cells.h"
#include "sql/element_code.h"
#include "sql/grouping.h"
#include "sql/rewrite.h"

namespace loopready::sql {
namespace {

constexpr std::size_t kMostLateralColumns = 20;

}  // namespace

void Rewriter::source(Source& source) {
  for (NodePtr& one : source.on) expression(*one);
  if (source.function) return table_function(source);
  if (source.query) query(*source.query, true);
  if (tokens_[source.first].word == "lateral" && source.query) {
    if (source.lateral) return lateral_query(source);
    edits_.remove(source.first);
  }
  if (source.behind_cte) edits_.before(source.name_token, "main.");
  if (source.name_token > source.first && !source.table.empty()) edits_.remove(source.first, source.name_token - 1);
  if (source.names_first == 0) return;
  if (!source.query)
    return refuse(source.names_first, "A table's columns can't be renamed here.",
                  "Select from it in a subquery, with AS.");
  // "(query) t (a, b)" becomes "(WITH t (a, b) AS (query) SELECT * FROM t) t".
  std::vector<std::string> quoted;
  for (const std::string& name : source.column_names) quoted.push_back(quoted_name(name));
  edits_.remove(source.names_first, source.names_last);
  edits_.before(source.query->first, "WITH lr_named (" + base::join(quoted, ", ") + ") AS (");
  edits_.after(source.query->last, ") SELECT * FROM lr_named");
}

// The call as one of our table functions; its arguments are rewritten already.
Written Rewriter::table_function_text(const Node& call) {
  Written arguments;
  for (const NodePtr& child : call.children)
    arguments += (arguments.text.empty() ? Written() : Written(", ")) + edits_.written(child->first, child->last);
  if (call.word == "generate_series") {
    note("Redshift runs GENERATE_SERIES on its leader node only, where it can't be joined with tables; WITH RECURSIVE "
         "works everywhere.");
    return "lr_series(" + arguments + ")";
  }
  if (call.word == "unnest") {
    if (call.children.size() != 1) refuse(call.first, "UNNEST takes one array here.", "Join two of them WITH ORDINALITY.");
    return "lr_unnest(" + arguments + ", " + quoted_text(element_code(call.type)) + ")";
  }
  const std::string list = call.word == "regexp_matches"          ? "lr_regexp_all("
                           : call.word == "regexp_split_to_table" ? "regexp_split_to_array("
                                                                  : "string_to_array(";
  return "lr_unnest(" + (list + arguments) + "), 't')";
}

void Rewriter::table_function(Source& source) {
  Node& call = *source.function;
  if (!gives_rows(call))
    return refuse(call.first, call.word + "() can't stand in FROM here.",
                  "Functions that give rows are GENERATE_SERIES, UNNEST and REGEXP_SPLIT_TO_TABLE.");
  for (NodePtr& child : call.children) expression(*child);
  if (call.word == "unnest" && call.children.size() > 1) return unnest_side_by_side(source);
  if (call.word == "generate_series" && call.children.size() == 2 && is_moment(call.children[0]->type.kind))
    return refuse(call.first, "A series of dates needs a step.",
                  "Write GENERATE_SERIES(first, last, INTERVAL '1 day').");
  const Written text = table_function_text(call);
  if (source.names_first != 0) edits_.substitute(source.names_first, source.names_last, "");
  const std::size_t last = source.ordinality != 0 ? source.ordinality + 1 : call.last;
  const std::string alias = " AS " + quoted_name(source.lateral || !source.alias.empty() ? source.inner_alias : call.word);
  const std::string named = source.alias.empty() ? alias : "";
  if (source.lateral) {
    edits_.substitute(source.first, last, text + named);
    return;
  }
  const auto name = [&](std::size_t i, const std::string& otherwise) {
    return quoted_name(i < source.column_names.size() ? source.column_names[i] : otherwise);
  };
  std::string columns = "lr_each AS " + name(0, source.alias.empty() ? call.word : source.alias);
  if (source.ordinality != 0) columns += ", lr_nth AS " + name(1, "ordinality");
  edits_.substitute(source.first, last, "(SELECT " + columns + " FROM " + text + ")" + named);
}

// UNNEST(a, b) AS t(x, y): element beside element, as far as the longest goes.
void Rewriter::unnest_side_by_side(Source& source) {
  const Node& call = *source.function;
  if (source.lateral || source.ordinality != 0)
    return refuse(call.first, "UNNEST of several arrays takes arrays that are written out here.",
                  "Join two of them WITH ORDINALITY.");
  Written columns, joined;
  for (std::size_t i = 0; i < call.children.size(); ++i) {
    const Node& array = *call.children[i];
    const std::string alias = "lr_list_" + std::to_string(i + 1);
    const std::string name = i < source.column_names.size() ? source.column_names[i] : "unnest";
    const Written rows = "lr_unnest(" + edits_.written(array.first, array.last) + ", " +
                         quoted_text(element_code(array.type.element)) + ") AS " + alias;
    columns += (i > 0 ? ", " : "") + alias + ".lr_each AS " + quoted_name(name);
    if (i == 0) joined += rows;
    else joined += " FULL JOIN " + rows + " ON " + alias + ".lr_nth = lr_list_1.lr_nth";
  }
  if (source.names_first != 0) edits_.substitute(source.names_first, source.names_last, "");
  edits_.substitute(source.first, call.last, "(SELECT " + columns + " FROM " + joined + ")" +
                                                 (source.alias.empty() ? " AS unnest" : ""));
}

// The rows of a LATERAL subquery travel as one value, which a table function takes apart again.
void Rewriter::lateral_query(Source& source) {
  if (source.n_columns == 0 || source.n_columns > kMostLateralColumns)
    return refuse(source.first, "A LATERAL subquery has 1 to 20 columns here.", "Name the columns you need.");
  std::string names;
  for (std::size_t i = 0; i < source.n_columns; ++i) names += (i > 0 ? ", lr_" : "lr_") + std::to_string(i + 1);
  const std::size_t close = source.query->last + 1;
  edits_.replace(source.first, "lr_lateral((SELECT lr_pack(" + names + ") FROM (WITH lr_all (" + names + ") AS ");
  edits_.after(close, " SELECT * FROM lr_all)), " + std::to_string(source.n_columns) + ")");
  if (source.alias.empty()) edits_.after(close, " AS " + quoted_name(source.inner_alias));
  if (source.names_first != 0) edits_.remove(source.names_first, source.names_last);
}

}  // namespace loopready::sql
