#include "engine/generate.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/date.h"

namespace loopready::engine {

using model::Cell;
using model::Row;
using model::TypeClass;

namespace {

// The n-th further value of a column whose pool is used up: keys of a large table.
Cell further(const ConstrainedColumn& column, std::size_t n) {
  const auto whole = static_cast<std::int64_t>(n);
  switch (column.type_class) {
    case TypeClass::text: return "K" + std::to_string(n);
    case TypeClass::number: return static_cast<double>(n);
    case TypeClass::date: return base::format_date(base::civil_date(18'628 + whole % 3'000));
    case TypeClass::timestamp: return base::format_instant_us((1'609'459'200 + whole * 61) * 1'000'000).substr(0, 19);
    case TypeClass::boolean: return n % 2 == 0;
    default: return whole + 10;
  }
}

bool in_key(const ConstrainedTable& table, std::size_t column) {
  for (const std::vector<std::size_t>& key : table.unique)
    if (std::find(key.begin(), key.end(), column) != key.end()) return true;
  return false;
}

bool alone_in_key(const ConstrainedTable& table, std::size_t column) {
  for (const std::vector<std::size_t>& key : table.unique)
    if (key.size() == 1 && key[0] == column) return true;
  return false;
}

std::string key_text(const Row& row, const std::vector<std::size_t>& columns) {
  std::string key;
  for (const std::size_t column : columns) key += model::display(row[column]) + '\x01';
  return key;
}

bool repeats_a_key(const ConstrainedTable& table, const TableRows& rows, const Row& row) {
  for (const std::vector<std::size_t>& key : table.unique) {
    const std::string own = key_text(row, key);
    for (const Row& other : rows)
      if (key_text(other, key) == own) return true;
  }
  return false;
}

}  // namespace

Generator::Generator(const Constraints& constraints, const ValuePools& pools, std::uint64_t seed)
    : constraints_(constraints), pools_(pools), random_(seed), chosen_(pools.values) {}

// A few of each pool's values, plain ones more often, so that rows meet.
void Generator::choose_values(std::size_t n_most) {
  for (std::size_t p = 0; p < pools_.values.size(); ++p) {
    const std::vector<Cell>& all = pools_.values[p];
    const std::size_t n = 1 + pick(std::min(n_most, all.size()));
    chosen_[p].clear();
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t reach = random_.chance(0.5) ? std::min<std::size_t>(all.size(), 6) : all.size();
      chosen_[p].push_back(all[pick(reach)]);
    }
  }
  null_share_ = random_.chance(0.4) ? 0 : random_.chance(0.7) ? 0.15 : 0.4;
}

Cell Generator::draw(std::size_t table, std::size_t column) {
  const ConstrainedColumn& one = constraints_.tables[table].columns[column];
  if (one.nullable && random_.chance(null_share_)) return std::monostate{};
  const std::size_t pool = pools_.pool_of[table][column];
  // Keys need more values than the few chosen.
  const std::vector<Cell>& from = alone_in_key(constraints_.tables[table], column) ? pools_.values[pool] : chosen_[pool];
  return from[pick(from.size())];
}

void Generator::refer(std::size_t table, const DatabaseRows& rows, Row& row) {
  for (const Reference& reference : constraints_.tables[table].references) {
    const TableRows& parents = rows[reference.table];
    const bool may_be_null = constraints_.tables[table].columns[reference.columns[0]].nullable;
    if (parents.empty() || (may_be_null && random_.chance(null_share_))) {
      for (const std::size_t column : reference.columns)
        if (constraints_.tables[table].columns[column].nullable) row[column] = std::monostate{};
      continue;
    }
    const Row& parent = parents[pick(parents.size())];
    for (std::size_t i = 0; i < reference.columns.size(); ++i) row[reference.columns[i]] = parent[reference.to[i]];
  }
}

Row Generator::draw_row(std::size_t table, const DatabaseRows& rows) {
  Row row;
  const TableRows& own = rows[table];
  const std::size_t n_columns = constraints_.tables[table].columns.size();
  if (!own.empty() && random_.chance(0.35)) {  // like one that is there, but for a column or two
    row = own[pick(own.size())];
    const std::size_t n = pick(3);
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t column = pick(n_columns);
      row[column] = draw(table, column);
    }
    for (std::size_t c = 0; c < n_columns; ++c)
      if (alone_in_key(constraints_.tables[table], c)) row[c] = draw(table, c);
  } else {
    for (std::size_t c = 0; c < n_columns; ++c) row.push_back(draw(table, c));
  }
  refer(table, rows, row);
  return row;
}

DatabaseRows Generator::fresh(int size) {
  choose_values(static_cast<std::size_t>(2 + size));
  DatabaseRows rows(constraints_.tables.size());
  for (std::size_t t = 0; t < rows.size(); ++t) {
    const std::size_t n = random_.chance(0.07) ? 0 : 1 + pick(static_cast<std::size_t>(1 + size));
    for (std::size_t i = 0; i < n; ++i)
      for (int tries = 0; tries < 4; ++tries) {
        Row row = draw_row(t, rows);
        if (repeats_a_key(constraints_.tables[t], rows[t], row)) continue;
        rows[t].push_back(std::move(row));
        break;
      }
  }
  return rows;
}

DatabaseRows Generator::changed(const DatabaseRows& from) {
  choose_values(6);
  DatabaseRows rows = from;
  const std::size_t n = 1 + pick(3);
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t t = pick(rows.size());
    TableRows& table = rows[t];
    const std::size_t what = pick(4);
    if (table.empty() || what == 0) {
      table.push_back(draw_row(t, rows));
    } else if (what == 1) {
      table.erase(table.begin() + static_cast<std::ptrdiff_t>(pick(table.size())));
    } else {
      Row& row = table[pick(table.size())];
      const std::size_t column = pick(row.size());
      // Another row's value or one of the pool's.
      row[column] = random_.chance(0.5) ? table[pick(table.size())][column] : draw(t, column);
    }
  }
  return rows;
}

DatabaseRows Generator::large(std::size_t n_rows) {
  for (std::size_t p = 0; p < pools_.values.size(); ++p) chosen_[p] = pools_.values[p];
  null_share_ = 0.05;
  DatabaseRows rows(constraints_.tables.size());
  for (std::size_t t = 0; t < rows.size(); ++t) {
    const ConstrainedTable& table = constraints_.tables[t];
    std::set<std::string> seen;
    for (std::size_t i = 0; i < n_rows; ++i) {
      Row row;
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const ConstrainedColumn& column = table.columns[c];
        const bool spread = column.type_class != TypeClass::boolean && (in_key(table, c) || column.type_class == TypeClass::timestamp ||
                                                                         column.type_class == TypeClass::date);
        if (alone_in_key(table, c)) row.push_back(further(column, i));
        else if (spread && random_.chance(0.9)) row.push_back(further(column, pick(std::max<std::size_t>(n_rows / 4, 1))));
        else row.push_back(draw(t, c));
      }
      refer(t, rows, row);
      bool repeated = false;
      for (std::size_t k = 0; k < table.unique.size(); ++k)
        if (table.unique[k].size() > 1) repeated = repeated || !seen.insert(std::to_string(k) + key_text(row, table.unique[k])).second;
      if (!repeated) rows[t].push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace loopready::engine
