#include "engine/constraints.h"

#include <set>

#include "base/text.h"

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::Json;
using base::Result;

namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

std::size_t column_of(const ConstrainedTable& table, const std::string& name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (base::equal_ignoring_case(table.columns[i].name, name)) return i;
  return kNowhere;
}

std::size_t table_of(const Constraints& all, const std::string& name) {
  for (std::size_t i = 0; i < all.tables.size(); ++i)
    if (base::equal_ignoring_case(all.tables[i].name, name)) return i;
  return kNowhere;
}

// Those referred to first; in a circle the given order stays.
void sort_by_reference(Constraints& all) {
  std::vector<std::size_t> order;
  std::vector<bool> placed(all.tables.size());
  while (order.size() < all.tables.size()) {
    std::size_t next = kNowhere, first_left = kNowhere;
    for (std::size_t i = 0; i < all.tables.size() && next == kNowhere; ++i) {
      if (placed[i]) continue;
      if (first_left == kNowhere) first_left = i;
      bool ready = true;
      for (const Reference& reference : all.tables[i].references)
        ready = ready && (reference.table == i || placed[reference.table]);
      if (ready) next = i;
    }
    if (next == kNowhere) next = first_left;
    placed[next] = true;
    order.push_back(next);
  }
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<ConstrainedTable> sorted;
  for (const std::size_t i : order) {
    sorted.push_back(std::move(all.tables[i]));
    for (Reference& reference : sorted.back().references) reference.table = place[reference.table];
  }
  all.tables = std::move(sorted);
}

std::string key_of(const model::Row& row, const std::vector<std::size_t>& columns, bool& has_null) {
  std::string key;
  has_null = false;
  for (const std::size_t column : columns) {
    has_null = has_null || std::holds_alternative<std::monostate>(row[column]);
    key += model::display(row[column]) + '\x01';
  }
  return key;
}

struct Place {
  std::size_t table = kNowhere;
  std::size_t column = kNowhere;
};

// One {"table","column"} of a constraint; other spellings of the pair are refused.
Result<Place> place_from_json(const Constraints& all, const Json& json, const std::string& where) {
  base::FieldReader fields(json, where);
  const std::string table = fields.text("table");
  const std::string column = fields.text("column");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  Place place;
  place.table = table_of(all, table);
  if (place.table == kNowhere) return Error{ErrorKind::bad_input, where + "/table", "There is no table \"" + table + "\"."};
  place.column = column_of(all.tables[place.table], column);
  if (place.column == kNowhere)
    return Error{ErrorKind::bad_input, where + "/column", "The table \"" + table + "\" has no column \"" + column + "\"."};
  return place;
}

base::Status add_constraint(Constraints& all, const Json& json, const std::string& where) {
  base::FieldReader fields(json, where);
  const auto places = [&](const char* key) {
    return base::read_all<Place>(fields.array_or_empty(key), fields.path(key),
                                 [&](const Json& one, const std::string& at) { return place_from_json(all, one, at); });
  };
  for (const char* key : {"primary", "unique", "not_null"}) {
    LR_TRY(auto found, places(key));
    if (found.empty()) continue;
    std::vector<std::size_t> set;
    for (const Place& one : found) {
      if (one.table != found[0].table) return Error{ErrorKind::bad_input, fields.path(key), "A key lies within one table."};
      set.push_back(one.column);
      if (std::string_view(key) != "unique") all.tables[one.table].columns[one.column].nullable = false;
    }
    if (std::string_view(key) != "not_null") all.tables[found[0].table].unique.push_back(set);
  }
  LR_TRY(auto foreign, places("foreign"));
  if (!foreign.empty()) {
    if (foreign.size() != 2)
      return Error{ErrorKind::bad_input, fields.path("foreign"), "A reference has two places, the child's and the parent's."};
    all.tables[foreign[0].table].references.push_back({{foreign[0].column}, foreign[1].table, {foreign[1].column}});
  }
  if (fields.has("check")) {
    base::FieldReader check(fields.object("check"), fields.path("check"));
    const std::string table = check.text("table");
    const std::string sql = check.text("sql");
    LR_TRY([[maybe_unused]] auto check_done, check.finish());
    const std::size_t at = table_of(all, table);
    if (at == kNowhere)
      return Error{ErrorKind::bad_input, check.path("table"), "There is no table \"" + table + "\"."};
    all.tables[at].conditions.push_back(sql);
  }
  return fields.finish();
}

}  // namespace

Constraints constraints_of(const model::World& world, const model::Item& item) {
  Constraints all;
  std::vector<const model::WorldTable*> sources;
  for (const std::string& slug : item.uses) {
    const model::WorldTable* source = model::find_table(world, slug);
    if (source == nullptr) continue;
    ConstrainedTable table;
    table.name = source->name;
    for (const model::WorldColumn& column : source->columns)
      table.columns.push_back({column.name, column.type, model::type_class(column.type), column.nullable});
    std::vector<std::size_t> key;
    for (const std::string& name : source->primary_key) key.push_back(column_of(table, name));
    if (!key.empty()) table.unique.push_back(std::move(key));
    for (const std::vector<std::string>& names : source->unique_keys) {
      table.unique.emplace_back();
      for (const std::string& name : names) table.unique.back().push_back(column_of(table, name));
    }
    table.conditions = source->conditions;
    all.tables.push_back(std::move(table));
    sources.push_back(source);
  }
  for (std::size_t i = 0; i < sources.size(); ++i)
    for (const model::ForeignKey& foreign : sources[i]->foreign_keys) {
      Reference reference;
      reference.table = table_of(all, foreign.table);
      if (reference.table == kNowhere) continue;  // the item does without the other table
      for (const std::string& name : foreign.columns) reference.columns.push_back(column_of(all.tables[i], name));
      for (const std::string& name : foreign.to) reference.to.push_back(column_of(all.tables[reference.table], name));
      all.tables[i].references.push_back(std::move(reference));
    }
  sort_by_reference(all);
  return all;
}

Result<Constraints> constraints_from_json(const Json& schema, const Json& constraints) {
  Constraints all;
  if (!schema.is_object() || schema.empty())
    return Error{ErrorKind::bad_input, "body/schema", "The schema names the tables with their columns and types."};
  for (const auto& [name, columns] : schema.items()) {
    ConstrainedTable table;
    table.name = name;
    if (!columns.is_object() || columns.empty())
      return Error{ErrorKind::bad_input, "body/schema/" + name, "A table needs columns with their types."};
    for (const auto& [column, type] : columns.items()) {
      if (!type.is_string() && !type.is_null())
        return Error{ErrorKind::bad_input, "body/schema/" + name + "/" + column, "A type is a text, or null for any."};
      const std::string spelt = type.is_string() ? type.get<std::string>() : "";
      table.columns.push_back({column, spelt, model::type_class(spelt), true});
    }
    all.tables.push_back(std::move(table));
  }
  for (std::size_t i = 0; i < constraints.size(); ++i) {
    LR_TRY([[maybe_unused]] auto added, add_constraint(all, constraints[i], "body/constraints/" + std::to_string(i)));
  }
  sort_by_reference(all);
  return all;
}

bool holds(const Constraints& constraints, const DatabaseRows& rows) {
  for (std::size_t t = 0; t < constraints.tables.size(); ++t) {
    const ConstrainedTable& table = constraints.tables[t];
    for (const model::Row& row : rows[t])
      for (std::size_t c = 0; c < row.size(); ++c)
        if (!table.columns[c].nullable && std::holds_alternative<std::monostate>(row[c])) return false;
    bool has_null = false;
    for (const std::vector<std::size_t>& columns : table.unique) {
      std::set<std::string> seen;
      for (const model::Row& row : rows[t]) {
        std::string key = key_of(row, columns, has_null);
        if (!has_null && !seen.insert(std::move(key)).second) return false;
      }
    }
    for (const Reference& reference : table.references) {
      std::set<std::string> there;
      for (const model::Row& row : rows[reference.table]) there.insert(key_of(row, reference.to, has_null));
      for (const model::Row& row : rows[t]) {
        const std::string key = key_of(row, reference.columns, has_null);
        if (!has_null && there.count(key) == 0) return false;
      }
    }
  }
  return true;
}

std::size_t count_rows(const DatabaseRows& rows) {
  std::size_t n = 0;
  for (const TableRows& table : rows) n += table.size();
  return n;
}

std::vector<std::pair<std::string, model::Table>> empty_tables(const Constraints& constraints) {
  std::vector<std::pair<std::string, model::Table>> tables;
  for (const ConstrainedTable& one : constraints.tables) {
    model::Table table;
    for (const ConstrainedColumn& column : one.columns) table.columns.push_back({column.name, column.type});
    tables.emplace_back(one.name, std::move(table));
  }
  return tables;
}

}  // namespace loopready::engine
