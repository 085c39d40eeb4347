#include "engine/compare.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "base/date.h"
#include "base/text.h"

namespace loopready::engine {

using model::Cell;
using model::Column;
using model::Contract;
using model::Row;
using model::Table;
using model::TypeClass;

namespace {

constexpr std::size_t kMostListed = 20;
constexpr std::size_t kMostPaired = 300;  // rows a side that are paired by likeness

struct Types {
  std::vector<TypeClass> classes;
  double tolerance = 0;
};

Types types_of(const Contract& contract) {
  Types types;
  for (const Column& column : contract.columns) types.classes.push_back(model::type_class(column.type));
  types.tolerance = contract.tolerance;
  return types;
}

bool is_number(TypeClass type) { return type == TypeClass::integer || type == TypeClass::number; }

bool equal_rows(const Row& a, const Row& b, const Types& types) {
  for (std::size_t i = 0; i < types.classes.size(); ++i)
    if (!equal_cells(a[i], b[i], types.classes[i], types.tolerance)) return false;
  return true;
}

// The same text for cells that are equal; numbers of a column with tolerance are left out.
std::string key_of(const Row& row, const Types& types, std::size_t n_columns) {
  std::string key;
  for (std::size_t i = 0; i < n_columns; ++i) {
    const Cell& cell = row[i];
    if (std::holds_alternative<std::monostate>(cell)) key += "\x01";
    else if (is_number(types.classes[i])) key += "\x02";
    else if (const auto us = base::parse_instant_us(model::display(cell));
             us && (types.classes[i] == TypeClass::date || types.classes[i] == TypeClass::timestamp))
      key += std::to_string(*us);
    else if (types.classes[i] == TypeClass::boolean) {
      std::string shown = base::to_lower(model::display(cell));
      key += shown == "1" || shown == "t" ? "true" : shown == "0" || shown == "f" ? "false" : shown;
    } else key += model::display(cell);
    key += '\x03';
  }
  return key;
}

// Takes away rows that both sides have; what is left stands in the index lists.
void cancel(const std::vector<Row>& got, const std::vector<Row>& expected, const Types& types,
            std::vector<std::size_t>& extra, std::vector<std::size_t>& missing) {
  const std::size_t n = types.classes.size();
  std::map<std::string, std::vector<std::size_t>> open;
  for (std::size_t i = 0; i < expected.size(); ++i) open[key_of(expected[i], types, n)].push_back(i);
  for (std::size_t i = 0; i < got.size(); ++i) {
    const auto found = open.find(key_of(got[i], types, n));
    bool taken = false;
    if (found != open.end()) {
      std::vector<std::size_t>& list = found->second;
      for (std::size_t j = 0; j < list.size() && !taken; ++j)
        if (equal_rows(got[i], expected[list[j]], types)) {
          list.erase(list.begin() + static_cast<std::ptrdiff_t>(j));
          taken = true;
        }
    }
    if (!taken) extra.push_back(i);
  }
  for (const auto& [key, list] : open) missing.insert(missing.end(), list.begin(), list.end());
  std::sort(missing.begin(), missing.end());
}

// How many leading columns tell every expected row apart.
std::size_t key_width(const std::vector<Row>& expected, const Types& types) {
  const std::size_t n = types.classes.size();
  for (std::size_t width = 1; width < n; ++width) {
    std::map<std::string, int> seen;
    bool unique = true;
    for (const Row& row : expected) {
      std::string key;
      for (std::size_t i = 0; i < width; ++i) key += model::display(row[i]) + '\x03';
      unique = unique && ++seen[key] == 1;
    }
    if (unique) return width;
  }
  return n;
}

// How often each row occurs when one column is left out.
std::map<std::string, int> counts_without(const std::vector<Row>& rows, std::size_t column) {
  std::map<std::string, int> counts;
  for (const Row& row : rows) {
    std::string key;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (i != column) key += model::display(row[i]) + '\x03';
    ++counts[key];
  }
  return counts;
}

// Whether the row is told apart from all others even without this column.
bool distinct_without(const std::vector<Row>& rows, const Row& row, std::size_t column,
                      std::map<std::size_t, std::map<std::string, int>>& memory) {
  if (memory.count(column) == 0) memory[column] = counts_without(rows, column);
  std::string key;
  for (std::size_t i = 0; i < row.size(); ++i)
    if (i != column) key += model::display(row[i]) + '\x03';
  return memory[column][key] <= 1;
}

struct Likeness {
  std::size_t got;
  std::size_t expected;
  std::size_t score;
};

// Pairs rows that are the same but for some columns: those with equal keys first, then the most alike.
void pair_rows(const std::vector<Row>& got, const std::vector<Row>& expected, const Types& types,
               std::vector<std::size_t>& extra, std::vector<std::size_t>& missing, const Contract& contract,
               model::Diff& diff) {
  const std::size_t n = types.classes.size();
  const std::size_t width = key_width(expected, types);
  std::vector<Likeness> likely;
  std::map<std::size_t, std::map<std::string, int>> got_memory, expected_memory;
  for (std::size_t g = 0; g < extra.size() && g < kMostPaired; ++g)
    for (std::size_t e = 0; e < missing.size() && e < kMostPaired; ++e) {
      std::size_t n_equal = 0;
      bool same_key = true;
      std::size_t different = 0;
      for (std::size_t i = 0; i < n; ++i) {
        const bool equal = equal_cells(got[extra[g]][i], expected[missing[e]][i], types.classes[i], types.tolerance);
        n_equal += equal ? 1 : 0;
        if (!equal) different = i;
        if (i < width && !equal) same_key = false;
      }
      const bool alike = (same_key && width < n) ||
                         (n >= 3 && n_equal + 1 >= n && distinct_without(got, got[extra[g]], different, got_memory) &&
                          distinct_without(expected, expected[missing[e]], different, expected_memory));
      if (alike) likely.push_back({g, e, n_equal + (same_key ? 1'000 : 0)});
    }
  std::stable_sort(likely.begin(), likely.end(),
                   [](const Likeness& a, const Likeness& b) { return a.score > b.score; });
  std::vector<bool> got_taken(extra.size()), expected_taken(missing.size());
  for (const Likeness& one : likely) {
    if (got_taken[one.got] || expected_taken[one.expected]) continue;
    got_taken[one.got] = expected_taken[one.expected] = true;
    ++diff.n_wrong_value;
    if (diff.wrong_value.size() >= kMostListed) continue;
    model::WrongValue wrong{got[extra[one.got]], expected[missing[one.expected]], {}};
    for (std::size_t i = 0; i < n; ++i)
      if (!equal_cells(wrong.got[i], wrong.expected[i], types.classes[i], types.tolerance))
        wrong.columns.push_back(contract.columns[i].name);
    diff.wrong_value.push_back(std::move(wrong));
  }
  const auto keep_open = [](std::vector<std::size_t>& list, const std::vector<bool>& taken) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < list.size(); ++i)
      if (!taken[i]) open.push_back(list[i]);
    list = std::move(open);
  };
  keep_open(extra, got_taken);
  keep_open(missing, expected_taken);
}

// Which column of `got` answers each contract column; npos where none does.
std::vector<std::size_t> column_map(const Table& got, const Contract& contract) {
  std::vector<bool> used(got.columns.size());
  std::vector<std::size_t> map;
  for (const Column& wanted : contract.columns) {
    std::size_t found = std::string::npos;
    for (std::size_t i = 0; i < got.columns.size() && found == std::string::npos; ++i)
      if (!used[i] && base::equal_ignoring_case(got.columns[i].name, wanted.name)) found = i;
    if (found != std::string::npos) used[found] = true;
    map.push_back(found);
  }
  return map;
}

std::vector<Row> picked(const Table& table, const std::vector<std::size_t>& map) {
  std::vector<Row> rows;
  rows.reserve(table.rows.size());
  for (const Row& row : table.rows) {
    Row one;
    for (const std::size_t i : map) one.push_back(row[i]);
    rows.push_back(std::move(one));
  }
  return rows;
}

bool in_order(const std::vector<Row>& got, const std::vector<Row>& expected, const Types& types,
              const Contract& contract) {
  if (contract.ties == "strict") {
    for (std::size_t r = 0; r < got.size(); ++r)
      if (!equal_rows(got[r], expected[r], types)) return false;
    return true;
  }
  const auto terms = order_terms(contract);
  if (!terms) return true;
  for (std::size_t r = 0; r < got.size(); ++r)
    for (const OrderTerm& term : terms.value())
      if (!equal_cells(got[r][term.column], expected[r][term.column], types.classes[term.column], types.tolerance))
        return false;
  return true;
}

void compare_rows(const std::vector<Row>& got, const Table& got_table, const Table& expected, const Contract& contract,
                  Comparison& result) {
  const Types types = types_of(contract);
  std::vector<std::size_t> extra, missing;
  cancel(got, expected.rows, types, extra, missing);
  if (extra.empty() && missing.empty() && !got_table.cut) {
    result.diff.wrong_order = !contract.order.empty() && !in_order(got, expected.rows, types, contract);
    result.equal = !result.diff.wrong_order;
    return;
  }
  pair_rows(got, expected.rows, types, extra, missing, contract, result.diff);
  result.diff.n_extra =
      static_cast<std::int64_t>(extra.size()) + got_table.n_rows - static_cast<std::int64_t>(got_table.rows.size());
  result.diff.n_missing = static_cast<std::int64_t>(missing.size());
  for (std::size_t i = 0; i < extra.size() && i < kMostListed; ++i) result.diff.extra.push_back(got[extra[i]]);
  for (std::size_t i = 0; i < missing.size() && i < kMostListed; ++i)
    result.diff.missing.push_back(expected.rows[missing[i]]);
}

// Fills the places without a column by the columns that are left, in their order.
std::vector<std::size_t> map_by_position(const Table& got, std::vector<std::size_t> map) {
  std::vector<bool> used(got.columns.size());
  for (const std::size_t i : map)
    if (i != std::string::npos) used[i] = true;
  std::size_t next = 0;
  for (std::size_t& place : map) {
    if (place != std::string::npos) continue;
    while (used[next]) ++next;
    place = next++;
  }
  return map;
}

void note_forgiven(const Table& got, const Contract& contract, const std::vector<std::size_t>& map,
                   Comparison& result) {
  if (!std::is_sorted(map.begin(), map.end()))
    result.forgiven.push_back("Your columns stand in another order than asked for; that is forgiven here.");
  for (std::size_t i = 0; i < map.size(); ++i)
    if (got.columns[map[i]].name != contract.columns[i].name) {
      result.forgiven.push_back("Letter case of column names is forgiven here: `" + got.columns[map[i]].name +
                                "` counts as `" + contract.columns[i].name + "`.");
      break;
    }
}

}  // namespace

base::Result<std::vector<OrderTerm>> order_terms(const Contract& contract) {
  std::vector<OrderTerm> terms;
  for (const std::string& text : contract.order) {
    const std::vector<std::string> words = base::split(std::string(base::trim(text)), ' ');
    OrderTerm term;
    term.column = contract.columns.size();
    for (std::size_t i = 0; i < contract.columns.size(); ++i)
      if (base::equal_ignoring_case(contract.columns[i].name, words[0])) term.column = i;
    if (term.column == contract.columns.size())
      return base::Error{base::ErrorKind::bad_input, "contract/order",
                         "\"" + words[0] + "\" is no column of the contract."};
    term.descending = words.size() > 1 && base::equal_ignoring_case(words[1], "desc");
    terms.push_back(term);
  }
  return terms;
}

base::Result<Table> in_contract_order(const Table& table, const Contract& contract) {
  const std::vector<std::size_t> map = column_map(table, contract);
  for (std::size_t i = 0; i < map.size(); ++i)
    if (map[i] == std::string::npos)
      return base::Error{base::ErrorKind::bad_input, "contract/columns",
                         "The result has no column \"" + contract.columns[i].name + "\"."};
  if (table.columns.size() != map.size())
    return base::Error{base::ErrorKind::bad_input, "contract/columns",
                       "The result has columns the contract does not name."};
  Table result;
  result.columns = contract.columns;
  result.rows = picked(table, map);
  result.n_rows = table.n_rows;
  result.cut = table.cut;
  return result;
}

Comparison compare(const Table& got, const Table& expected, const Contract& contract) {
  Comparison result;
  std::vector<std::size_t> map = column_map(got, contract);
  for (std::size_t i = 0; i < map.size(); ++i)
    if (map[i] == std::string::npos) result.diff.missing_columns.push_back(contract.columns[i].name);
  for (std::size_t i = 0; i < got.columns.size(); ++i)
    if (std::find(map.begin(), map.end(), i) == map.end()) result.diff.extra_columns.push_back(got.columns[i].name);
  if (result.diff.missing_columns.empty() && result.diff.extra_columns.empty()) {
    note_forgiven(got, contract, map, result);
    compare_rows(picked(got, map), got, expected, contract, result);
    return result;
  }
  result.columns_wrong = true;
  if (got.columns.size() != contract.columns.size()) return result;
  map = map_by_position(got, std::move(map));
  Comparison by_position;
  compare_rows(picked(got, map), got, expected, contract, by_position);
  result.only_names_wrong = by_position.equal;
  if (by_position.equal) result.wrong_names = result.diff.extra_columns;
  return result;
}

}  // namespace loopready::engine
