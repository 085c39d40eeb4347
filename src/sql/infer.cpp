// Types through queries: WITH, SELECT lists, VALUES, set operations, windows.
#include "sql/infer.h"

#include "base/text.h"
#include "sql/inferrer.h"

namespace loopready::sql {
namespace {

void rename(Columns& columns, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size() && i < columns.size(); ++i) columns[i].name = names[i];
}

}  // namespace

void Inferrer::cte(Cte& cte, bool recursive, Scope& scope) {
  Columns columns;
  if (!recursive || cte.query->cores.size() < 2 || !cte.query->ctes.empty()) {
    columns = query(*cte.query, &scope);
    rename(columns, cte.column_names);
    scope.ctes.push_back({cte.name, std::move(columns)});
    return;
  }
  // The first part does not refer to the CTE and gives its columns.
  columns = core(cte.query->cores[0], scope);
  rename(columns, cte.column_names);
  scope.ctes.push_back({cte.name, columns});
  for (std::size_t i = 1; i < cte.query->cores.size(); ++i) core(cte.query->cores[i], scope);
  Scope inside;
  inside.outer = &scope;
  inside.aliases = std::move(columns);
  inside.alias_items.assign(inside.aliases.size(), -1);
  keys(cte.query->order, inside);
  if (cte.query->limit) expression(*cte.query->limit, inside);
}

Columns Inferrer::query(Query& query, const Scope* outer) {
  Scope scope;
  scope.outer = outer;
  for (const Cte& one : query.ctes) scope.with_names.push_back(one.name);
  for (Cte& one : query.ctes) cte(one, query.recursive, scope);
  Columns result;
  Scope inside;  // where ORDER BY looks: the result's names, and for a single SELECT its tables
  for (std::size_t i = 0; i < query.cores.size(); ++i) {
    Columns columns = core(query.cores[i], scope, query.cores.size() == 1 ? &inside : nullptr);
    if (i == 0) result = std::move(columns);
    else
      for (std::size_t c = 0; c < result.size() && c < columns.size(); ++c)
        result[c].type = common_type(result[c].type, columns[c].type);
  }
  inside.outer = &scope;
  if (query.cores.size() != 1) {
    inside.aliases = result;
    inside.alias_items.assign(result.size(), -1);
  }
  keys(query.order, inside);
  if (query.limit) expression(*query.limit, inside);
  if (query.offset) expression(*query.offset, inside);
  return result;
}

Columns Inferrer::values(Core& core, const Scope& scope) {
  Columns result;
  for (std::size_t r = 0; r < core.values.size(); ++r)
    for (std::size_t c = 0; c < core.values[r].size(); ++c) {
      expression(*core.values[r][c], scope);
      if (r == 0) result.push_back({"column" + std::to_string(c + 1), core.values[r][c]->type});
      else if (c < result.size()) result[c].type = common_type(result[c].type, core.values[r][c]->type);
    }
  return result;
}

Columns Inferrer::items(Core& core, Scope& scope) {
  Columns result;
  for (std::size_t i = 0; i < core.items.size(); ++i) {
    SelectItem& item = core.items[i];
    if (item.value->kind == NodeKind::star) {
      expand_star(item, scope);
      for (const StarColumn& column : item.columns) {
        result.push_back({column.name, column.type});
        scope.alias_items.push_back(-1);
      }
    } else {
      expression(*item.value, scope);
      result.push_back({item.alias.empty() ? natural_name(*item.value) : item.alias, item.value->type});
      scope.alias_items.push_back(item.alias.empty() ? -1 : static_cast<int>(i));
    }
    scope.aliases = result;
  }
  return result;
}

Columns Inferrer::core(Core& core, const Scope& outer, Scope* seen) {
  Scope scope;
  scope.outer = &outer;
  if (core.nested) return query(*core.nested, &outer);
  if (!core.values.empty()) return values(core, scope);
  for (Source& one : core.sources) source(one, scope);
  for (Source& one : core.sources)
    for (NodePtr& condition : one.on) expression(*condition, scope);
  Columns result = items(core, scope);
  if (core.where) expression(*core.where, scope);
  for (NodePtr& one : core.group) expression(*one, scope);
  for (NodePtr& one : core.distinct_keys) expression(*one, scope);
  if (core.having) expression(*core.having, scope);
  if (core.qualify) expression(*core.qualify, scope);
  for (auto& one : core.windows) window(*one, scope);
  if (seen != nullptr) *seen = std::move(scope);
  return result;
}

void Inferrer::keys(std::vector<OrderKey>& keys, const Scope& scope) {
  for (OrderKey& key : keys) expression(*key.value, scope);
}

void Inferrer::window(Window& window, const Scope& scope) {
  for (NodePtr& one : window.partition) expression(*one, scope);
  keys(window.order, scope);
  for (NodePtr& one : window.bounds) expression(*one, scope);
}

std::vector<ResultColumn> infer_query(Query& query, const Schema& schema) {
  return Inferrer(schema).query(query, nullptr);
}

}  // namespace loopready::sql
