// What FROM makes visible: tables, CTEs, subqueries, table functions; and the columns that a star stands for.
#include <algorithm>

#include "base/text.h"
#include "sql/cells.h"
#include "sql/inferrer.h"

namespace loopready::sql {
namespace {

bool has_name(const Columns& columns, std::string_view name) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const ResultColumn& one) { return base::equal_ignoring_case(one.name, name); });
}

bool among(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& one) { return base::equal_ignoring_case(one, name); });
}

std::vector<std::string> common_names(const Scope& scope, const Columns& columns) {
  std::vector<std::string> names;
  for (const Visible& visible : scope.sources)
    for (const ResultColumn& column : visible.columns)
      if (has_name(columns, column.name) && !among(names, column.name)) names.push_back(column.name);
  return names;
}

StarColumn star_column(const Visible& visible, std::size_t i) {
  const ResultColumn& column = visible.columns[i];
  const std::string plain = quoted_name(visible.alias) + "." + quoted_name(column.name);
  return {visible.reads.empty() ? plain : visible.reads[i], column.name, column.type};
}

// Puts what `visible` adds behind `columns`; the columns of USING come first, once.
void join_columns(std::vector<StarColumn>& columns, const Visible& visible, bool& reordered) {
  std::vector<StarColumn> merged;
  for (const std::string& name : visible.merged) {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const StarColumn& one) {
      return base::equal_ignoring_case(one.name, name);
    });
    if (found == columns.end()) continue;
    reordered = reordered || found != columns.begin();
    merged.push_back({quoted_name(name), found->name, found->type});
    columns.erase(found);
  }
  merged.insert(merged.end(), columns.begin(), columns.end());
  columns = std::move(merged);
  for (std::size_t i = 0; i < visible.columns.size(); ++i)
    if (!among(visible.merged, visible.columns[i].name)) columns.push_back(star_column(visible, i));
}

}  // namespace

void Inferrer::source(Source& source, Scope& scope) {
  Visible visible;
  if (source.function) {
    visible = function_source(source, scope);
  } else if (source.query) {
    scope.touched = false;
    visible.columns = query(*source.query, source.lateral ? &scope : scope.outer);
    source.lateral = source.lateral && scope.touched;
    source.n_columns = visible.columns.size();
    visible.alias = source.alias;
    if (source.lateral) {
      source.inner_alias = source.alias.empty() ? "lr_rows_" + std::to_string(++n_table_functions_) : source.alias;
      for (std::size_t i = 0; i < visible.columns.size(); ++i)
        visible.reads.push_back(quoted_name(source.inner_alias) + ".lr_c" + std::to_string(i + 1));
    }
  } else {
    visible.alias = source.alias.empty() ? source.table : source.alias;
    const Columns* named = source.schema_named ? nullptr : cte_columns(source.table, scope);
    source.behind_cte = named == nullptr && sees_with_name(source.table, scope);
    visible.columns = named != nullptr ? *named : table_columns(source.table, &source.key);
  }
  for (std::size_t i = 0; i < source.column_names.size() && i < visible.columns.size(); ++i)
    visible.columns[i].name = source.column_names[i];
  visible.joined = source.joined;
  visible.merged = source.natural ? common_names(scope, visible.columns) : source.using_names;
  scope.sources.push_back(std::move(visible));
}

// A function's one column is called like its alias, or like the function.
Visible Inferrer::function_source(Source& source, const Scope& scope) {
  Visible visible;
  scope.touched = false;
  expression(*source.function, scope);
  source.lateral = scope.touched;
  const std::string& name = source.alias.empty() ? source.function->word : source.alias;
  visible.alias = name;
  visible.columns.push_back({name, source.function->type});
  if (source.function->word == "unnest")
    for (std::size_t i = 1; i < source.function->children.size(); ++i)
      visible.columns.push_back({"unnest", plain_type(source.function->children[i]->type.element)});
  if (source.ordinality != 0) visible.columns.push_back({"ordinality", big_type()});
  source.inner_alias = source.alias.empty() ? "lr_rows_" + std::to_string(++n_table_functions_) : source.alias;
  if (!source.lateral) return visible;
  visible.reads = {quoted_name(source.inner_alias) + ".lr_each", quoted_name(source.inner_alias) + ".lr_nth"};
  return visible;
}

bool Inferrer::sees_with_name(std::string_view name, const Scope& scope) {
  for (const Scope* at = &scope; at != nullptr; at = at->outer)
    if (among(at->with_names, name)) return true;
  return false;
}

const Columns* Inferrer::cte_columns(std::string_view name, const Scope& scope) {
  for (const Scope* at = &scope; at != nullptr; at = at->outer)
    for (std::size_t i = at->ctes.size(); i-- > 0;)
      if (base::equal_ignoring_case(at->ctes[i].name, name)) return &at->ctes[i].columns;
  return nullptr;
}

Columns Inferrer::table_columns(std::string_view name, std::vector<std::string>* key) const {
  Columns columns;
  const SchemaTable* table = find_table(schema_, name);
  if (table == nullptr) return columns;
  for (const model::Column& column : table->columns) columns.push_back({column.name, type_named(column.type)});
  *key = table->key;
  return columns;
}

void Inferrer::expand_star(SelectItem& item, const Scope& scope) const {
  const std::string& qualifier = item.value->qualifier;
  std::vector<StarColumn> joined;  // one item of FROM, up to the next comma
  for (const Visible& visible : scope.sources) {
    if (!qualifier.empty() && !base::equal_ignoring_case(qualifier, visible.alias)) continue;
    if (visible.columns.empty()) {
      item.columns.clear();
      return;
    }
    item.reordered = item.reordered || !visible.reads.empty();
    if (!qualifier.empty()) {
      for (std::size_t i = 0; i < visible.columns.size(); ++i) item.columns.push_back(star_column(visible, i));
      continue;
    }
    if (!visible.joined) {
      item.columns.insert(item.columns.end(), joined.begin(), joined.end());
      joined.clear();
    }
    join_columns(joined, visible, item.reordered);
  }
  item.columns.insert(item.columns.end(), joined.begin(), joined.end());
}

}  // namespace loopready::sql
