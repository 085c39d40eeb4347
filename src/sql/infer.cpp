#include "sql/infer.h"

#include "base/text.h"

namespace loopready::sql {
namespace {

using Columns = std::vector<ResultColumn>;

struct Visible {
  std::string alias;
  Columns columns;
};

struct CteColumns {
  std::string name;
  Columns columns;
};

// What names mean at one place; looks outwards through `outer`.
struct Scope {
  const Scope* outer = nullptr;
  std::vector<CteColumns> ctes;
  std::vector<Visible> sources;
  Columns aliases;  // of the SELECT list, for ORDER BY and GROUP BY
};

class Inferrer {
 public:
  explicit Inferrer(const Schema& schema) : schema_(schema) {}

  Columns query(Query& query, const Scope* outer);

 private:
  Columns core(Core& core, const Scope& outer, std::vector<Visible>* seen = nullptr);
  void source(Source& source, Scope& scope);
  Columns table_columns(std::string_view name, const Scope& scope) const;
  void expression(Node& node, const Scope& scope);
  void keys(std::vector<OrderKey>& keys, const Scope& scope);
  void window(Window& window, const Scope& scope);
  void call(Node& node, const Scope& scope);
  Type column(const Node& node, const Scope& scope) const;
  Type binary(const Node& node) const;

  const Schema& schema_;
};

void rename(Columns& columns, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size() && i < columns.size(); ++i) columns[i].name = names[i];
}

Columns Inferrer::query(Query& query, const Scope* outer) {
  Scope scope;
  scope.outer = outer;
  for (Cte& cte : query.ctes) {
    Columns columns;
    if (query.recursive && cte.query->cores.size() > 1 && cte.query->ctes.empty()) {
      // The first part does not refer to the CTE and gives its columns.
      columns = core(cte.query->cores[0], scope);
      rename(columns, cte.column_names);
      scope.ctes.push_back({cte.name, columns});
      for (std::size_t i = 1; i < cte.query->cores.size(); ++i) core(cte.query->cores[i], scope);
      continue;
    }
    columns = this->query(*cte.query, &scope);
    rename(columns, cte.column_names);
    scope.ctes.push_back({cte.name, std::move(columns)});
  }
  Columns result;
  Scope inside;  // where ORDER BY looks: the result's names, and for a single SELECT its tables
  inside.outer = &scope;
  for (std::size_t i = 0; i < query.cores.size(); ++i) {
    Columns columns = core(query.cores[i], scope, query.cores.size() == 1 ? &inside.sources : nullptr);
    if (i == 0) result = std::move(columns);
    else
      for (std::size_t c = 0; c < result.size() && c < columns.size(); ++c)
        result[c].type = common_type(result[c].type, columns[c].type);
  }
  inside.aliases = result;
  keys(query.order, inside);
  if (query.limit) expression(*query.limit, inside);
  if (query.offset) expression(*query.offset, inside);
  return result;
}

Columns Inferrer::core(Core& core, const Scope& outer, std::vector<Visible>* seen) {
  Scope scope;
  scope.outer = &outer;
  if (core.nested) return query(*core.nested, &outer);
  Columns result;
  for (std::size_t r = 0; r < core.values.size(); ++r)
    for (std::size_t c = 0; c < core.values[r].size(); ++c) {
      expression(*core.values[r][c], scope);
      if (r == 0) result.push_back({"column" + std::to_string(c + 1), core.values[r][c]->type});
      else if (c < result.size()) result[c].type = common_type(result[c].type, core.values[r][c]->type);
    }
  if (!core.values.empty()) return result;
  for (Source& one : core.sources) source(one, scope);
  for (Source& one : core.sources)
    if (one.on) expression(*one.on, scope);
  for (SelectItem& item : core.items) {
    if (item.value->kind == NodeKind::star) {
      for (const Visible& visible : scope.sources)
        if (item.value->qualifier.empty() || item.value->qualifier == visible.alias)
          for (const ResultColumn& column : visible.columns) result.push_back(column);
      continue;
    }
    expression(*item.value, scope);
    result.push_back({item.alias.empty() ? natural_name(*item.value) : item.alias, item.value->type});
  }
  scope.aliases = result;
  if (core.where) expression(*core.where, scope);
  for (NodePtr& one : core.group) expression(*one, scope);
  for (NodePtr& one : core.distinct_keys) expression(*one, scope);
  if (core.having) expression(*core.having, scope);
  if (core.qualify) expression(*core.qualify, scope);
  for (auto& one : core.windows) window(*one, scope);
  if (seen != nullptr) *seen = std::move(scope.sources);
  return result;
}

void Inferrer::source(Source& source, Scope& scope) {
  Visible visible;
  visible.alias = source.alias.empty() ? source.table : source.alias;
  if (source.query) {
    visible.columns = query(*source.query, scope.outer);
  } else if (source.function) {
    expression(*source.function, scope);
    visible.columns.push_back({source.function->word, source.function->type});
    if (visible.alias.empty()) visible.alias = source.function->word;
  } else {
    visible.columns = table_columns(source.table, scope);
  }
  rename(visible.columns, source.column_names);
  scope.sources.push_back(std::move(visible));
}

Columns Inferrer::table_columns(std::string_view name, const Scope& scope) const {
  for (const Scope* at = &scope; at != nullptr; at = at->outer)
    for (std::size_t i = at->ctes.size(); i-- > 0;)
      if (base::equal_ignoring_case(at->ctes[i].name, name)) return at->ctes[i].columns;
  Columns columns;
  if (const SchemaTable* table = find_table(schema_, name))
    for (const model::Column& column : table->columns) columns.push_back({column.name, type_named(column.type)});
  return columns;
}

Type Inferrer::column(const Node& node, const Scope& scope) const {
  for (const Scope* at = &scope; at != nullptr; at = at->outer) {
    for (const Visible& visible : at->sources) {
      if (!node.qualifier.empty() && !base::equal_ignoring_case(node.qualifier, visible.alias)) continue;
      for (const ResultColumn& column : visible.columns)
        if (base::equal_ignoring_case(column.name, node.word)) return column.type;
    }
    if (node.qualifier.empty())
      for (const ResultColumn& column : at->aliases)
        if (base::equal_ignoring_case(column.name, node.word)) return column.type;
  }
  return {};
}

void Inferrer::keys(std::vector<OrderKey>& keys, const Scope& scope) {
  for (OrderKey& key : keys) expression(*key.value, scope);
}

void Inferrer::window(Window& window, const Scope& scope) {
  for (NodePtr& one : window.partition) expression(*one, scope);
  keys(window.order, scope);
  for (NodePtr& one : window.bounds) expression(*one, scope);
}

void Inferrer::call(Node& node, const Scope& scope) {
  CallParts& parts = *node.call;
  keys(parts.order, scope);
  keys(parts.within, scope);
  if (parts.filter) expression(*parts.filter, scope);
  if (parts.window) window(*parts.window, scope);
  std::vector<Type> arguments;
  for (const NodePtr& child : node.children) arguments.push_back(child->type);
  node.type = function_type(node.word, arguments);
  if (node.word == "percentile_disc" && !parts.within.empty()) node.type = parts.within[0].value->type;
  if (node.word == "sum" && node.type.kind == Kind::boolean) node.type.kind = Kind::integer;
}

Type Inferrer::binary(const Node& node) const {
  const std::string& word = node.word;
  const Type a = node.children[0]->type;
  const Type b = node.children.size() > 1 ? node.children[1]->type : Type{};
  if (word == "||") return {Kind::text, -1, -1};
  if (word == "at time zone") return {Kind::timestamp, -1, -1};
  if (word == "collate" || word == "&" || word == "|" || word == "<<" || word == ">>") return a;
  if (word == "->" || word == "->>") return {};
  if (word == "^") return {Kind::number, -1, -1};
  if (word != "+" && word != "-" && word != "*" && word != "/" && word != "%") return {Kind::boolean, -1, -1};
  if (a.kind == Kind::interval || b.kind == Kind::interval) {
    const Type other = a.kind == Kind::interval ? b : a;
    if ((word == "+" || word == "-") && (is_moment(other.kind) || other.kind == Kind::text))
      return {Kind::timestamp, -1, -1};
    return {Kind::interval, -1, -1};
  }
  if (word == "+" && (is_moment(a.kind) || is_moment(b.kind))) return is_moment(a.kind) ? a : b;
  if (word == "-" && is_moment(a.kind)) {
    if (is_moment(b.kind) || b.kind == Kind::text)
      return {a.kind == Kind::date && b.kind != Kind::timestamp ? Kind::integer : Kind::interval, -1, -1};
    return a;
  }
  if (word == "-" && is_moment(b.kind)) return {b.kind == Kind::date ? Kind::integer : Kind::interval, -1, -1};
  if (a.kind == Kind::null) return b;
  if (b.kind == Kind::null) return a;
  if (a.kind == Kind::integer && b.kind == Kind::integer) return {Kind::integer, -1, -1};
  if (is_numeric(a.kind) && is_numeric(b.kind)) return {Kind::number, -1, -1};
  if (a.kind == Kind::text && is_numeric(b.kind)) return {b.kind, -1, -1};
  if (b.kind == Kind::text && is_numeric(a.kind)) return {a.kind, -1, -1};
  return {};
}

void Inferrer::expression(Node& node, const Scope& scope) {
  for (NodePtr& child : node.children) expression(*child, scope);
  Columns inner;
  if (node.query) inner = query(*node.query, &scope);
  switch (node.kind) {
    case NodeKind::number: {
      const bool whole = node.word.find_first_of(".eE") == std::string::npos && node.word.size() <= 18;
      node.type.kind = whole ? Kind::integer : Kind::number;
      break;
    }
    case NodeKind::string: node.type.kind = Kind::text; break;
    case NodeKind::constant:
      if (node.word == "null" || node.word == "unknown") node.type.kind = Kind::null;
      else if (node.word == "true" || node.word == "false") node.type.kind = Kind::boolean;
      else if (node.word == "current_date") node.type.kind = Kind::date;
      else if (node.word == "current_user") node.type.kind = Kind::text;
      else node.type.kind = node.word == "current_time" ? Kind::time : Kind::timestamp;
      break;
    case NodeKind::column: node.type = column(node, scope); break;
    case NodeKind::unary: node.type = node.word == "not" ? Type{Kind::boolean, -1, -1} : node.children[0]->type; break;
    case NodeKind::binary: node.type = binary(node); break;
    case NodeKind::call: call(node, scope); break;
    case NodeKind::cast: node.type = node.target; break;
    case NodeKind::interval: node.type.kind = Kind::interval; break;
    case NodeKind::extract: node.type.kind = node.word == "epoch" ? Kind::number : Kind::integer; break;
    case NodeKind::between:
    case NodeKind::in_list:
    case NodeKind::in_query:
    case NodeKind::quantified:
    case NodeKind::exists: node.type.kind = Kind::boolean; break;
    case NodeKind::case_of: {
      node.type.kind = Kind::null;
      const std::size_t operand = node.word.empty() ? 0 : 1;
      for (std::size_t i = operand; i < node.children.size(); ++i) {
        const bool is_else = node.negated && i + 1 == node.children.size();
        if (is_else || (i - operand) % 2 == 1) node.type = common_type(node.type, node.children[i]->type);
      }
      break;
    }
    case NodeKind::subquery:
      if (!inner.empty()) node.type = inner[0].type;
      break;
    case NodeKind::group:
      if (node.children.size() == 1) node.type = node.children[0]->type;
      break;
    case NodeKind::star: break;
  }
}

}  // namespace

std::vector<ResultColumn> infer_query(Query& query, const Schema& schema) {
  return Inferrer(schema).query(query, nullptr);
}

// Source: PostgreSQL, FigureColname: the behaviour of "SELECT expression" in psql, version 15.
std::string natural_name(const Node& node) {
  switch (node.kind) {
    case NodeKind::column: return node.word;
    case NodeKind::call: return node.word;
    case NodeKind::constant:
      return node.word == "true" || node.word == "false" ? "bool" : node.word == "null" ? "?column?" : node.word;
    case NodeKind::cast: {
      const std::string inner = natural_name(*node.children[0]);
      if (inner != "?column?" && inner != "case") return inner;
      if (node.qualifier == "int" || node.qualifier == "integer") return "int4";
      if (node.qualifier == "bigint") return "int8";
      if (node.qualifier == "decimal") return "numeric";
      if (node.qualifier == "float" || node.qualifier == "double precision") return "float8";
      if (node.qualifier == "boolean") return "bool";
      return node.qualifier;
    }
    case NodeKind::interval: return "interval";
    case NodeKind::extract: return "extract";
    case NodeKind::exists: return "exists";
    case NodeKind::case_of: {
      if (!node.negated) return "case";
      const std::string inner = natural_name(*node.children.back());
      return inner == "?column?" || inner == "bool" ? "case" : inner;
    }
    case NodeKind::group: return node.children.size() == 1 ? natural_name(*node.children[0]) : "row";
    case NodeKind::subquery: {
      if (node.query->cores.empty() || node.query->cores[0].items.size() != 1) return "?column?";
      const SelectItem& item = node.query->cores[0].items[0];
      return item.alias.empty() ? natural_name(*item.value) : item.alias;
    }
    default: return "?column?";
  }
}

}  // namespace loopready::sql
