// Rules on the rows of datasets: widths, types, NULLs and keys.
#include <algorithm>
#include <map>
#include <set>

#include "base/date.h"
#include "base/text.h"
#include "engine/audit_rules.h"

namespace loopready::engine {
namespace {

using model::Cell;
using model::Dataset;
using model::Item;
using model::NamedTable;
using model::Row;
using model::TypeClass;
using model::World;
using model::WorldTable;

bool fits(const Cell& cell, TypeClass type) {
  const auto* text = std::get_if<std::string>(&cell);
  switch (type) {
    case TypeClass::integer: return std::holds_alternative<std::int64_t>(cell);
    case TypeClass::number: return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
    case TypeClass::text: return text != nullptr;
    case TypeClass::date: return text != nullptr && base::parse_date(*text);
    case TypeClass::timestamp: return text != nullptr && text->size() > 10 && base::parse_instant_us(*text);
    case TypeClass::boolean: return std::holds_alternative<bool>(cell);
    case TypeClass::unknown: return true;
  }
  return true;
}

const NamedTable* rows_of(const Dataset& dataset, std::string_view name) {
  for (const NamedTable& table : dataset.tables)
    if (table.name == name) return &table;
  return nullptr;
}

std::vector<std::size_t> places(const WorldTable& table, const std::vector<std::string>& names) {
  std::vector<std::size_t> found;
  for (const std::string& name : names)
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.columns[i].name == name) found.push_back(i);
  return found;
}

// The key of a row as text; empty when a part is NULL.
std::string key_of(const Row& row, const std::vector<std::size_t>& columns) {
  std::string key;
  for (const std::size_t i : columns) {
    if (std::holds_alternative<std::monostate>(row[i])) return {};
    key += model::display(row[i]) + '\x03';
  }
  return key;
}

void audit_cells(const WorldTable& table, const NamedTable& given, const std::string& at, Report& report) {
  for (std::size_t r = 0; r < given.rows.size(); ++r) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const Cell& cell = given.rows[r][c];
      const model::WorldColumn& column = table.columns[c];
      const std::string place = at + "/" + std::to_string(r) + "/" + std::to_string(c);
      if (std::holds_alternative<std::monostate>(cell)) {
        if (!column.nullable)
          report.find("nulls-allowed", place, "The column " + table.name + "." + column.name + " does not allow NULL.");
      } else if (!fits(cell, model::type_class(column.type))) {
        report.find("cells-fit-types", place,
                    model::display(cell) + " does not fit " + table.name + "." + column.name + ", which is " +
                        column.type + ".");
      }
    }
  }
}

void audit_primary(const WorldTable& table, const NamedTable& given, const std::string& at, Report& report) {
  if (table.primary_key.empty()) return;
  const std::vector<std::size_t> columns = places(table, table.primary_key);
  std::set<std::string> seen;
  for (std::size_t r = 0; r < given.rows.size(); ++r) {
    const std::string key = key_of(given.rows[r], columns);
    if (key.empty() || !seen.insert(key).second)
      report.find("primary-unique", at + "/" + std::to_string(r),
                  "The primary key of this row of " + table.name + " is NULL or stands there twice.");
  }
}

void audit_foreign(const WorldTable& table, const NamedTable& given, const Item& item, const World& world,
                   const Dataset& dataset, const std::string& at, Report& report) {
  for (const model::ForeignKey& foreign : table.foreign_keys) {
    const WorldTable* target = nullptr;
    for (const std::string& slug : item.uses)
      if (const WorldTable* used = model::find_table(world, slug); used != nullptr && used->name == foreign.table)
        target = used;
    const NamedTable* target_rows = target == nullptr ? nullptr : rows_of(dataset, target->name);
    if (target_rows == nullptr) continue;  // the item does not use that table
    std::set<std::string> known;
    for (const Row& row : target_rows->rows) known.insert(key_of(row, places(*target, foreign.to)));
    for (std::size_t r = 0; r < given.rows.size(); ++r) {
      const std::string key = key_of(given.rows[r], places(table, foreign.columns));
      if (!key.empty() && known.count(key) == 0)
        report.find("foreign-holds", at + "/" + std::to_string(r),
                    "This row of " + table.name + " refers to a row that " + target->name + " does not have.");
    }
  }
}

}  // namespace

void audit_data(const Item& item, const World& world, Report& report) {
  std::set<std::string> names;
  for (const std::string& slug : item.uses)
    if (!names.insert(model::find_table(world, slug)->name).second)
      report.find("uses-something", "/uses",
                  "Two tables the item uses are called " + model::find_table(world, slug)->name + ".");
  for (std::size_t d = 0; d < item.datasets.size(); ++d) {
    const Dataset& dataset = item.datasets[d];
    const std::string at = "/datasets/" + std::to_string(d) + "/tables";
    for (const NamedTable& given : dataset.tables)
      if (names.count(given.name) == 0)
        report.find("dataset-tables", at + "/" + given.name,
                    "The item does not use a table called " + given.name + ".");
    for (const std::string& slug : item.uses) {
      const WorldTable& table = *model::find_table(world, slug);
      const NamedTable* given = rows_of(dataset, table.name);
      const std::string table_at = at + "/" + table.name;
      if (given == nullptr) {
        report.find("dataset-tables", at,
                    "The table " + table.name + " is missing; give it no rows if it shall be empty.");
        continue;
      }
      bool wide = true;
      for (std::size_t r = 0; r < given->rows.size(); ++r)
        if (given->rows[r].size() != table.columns.size()) {
          wide = false;
          report.find("dataset-tables", table_at + "/" + std::to_string(r),
                      "This row has " + base::count_of(static_cast<std::int64_t>(given->rows[r].size()), "cell") +
                          "; " + table.name + " has " +
                          base::count_of(static_cast<std::int64_t>(table.columns.size()), "column") + ".");
        }
      if (!wide) continue;
      audit_cells(table, *given, table_at, report);
      audit_primary(table, *given, table_at, report);
      audit_foreign(table, *given, item, world, dataset, table_at, report);
    }
  }
}

}  // namespace loopready::engine
