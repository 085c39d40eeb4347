#include "sql/database_file.h"

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/text.h"
#include "sql/budget.h"
#include "sql/no_files_vfs.h"

namespace loopready::sql {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr int kMostTables = 100;
constexpr int kMostColumns = 200;
constexpr int kStepsBetweenLooks = 1'000;

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Handle = std::unique_ptr<sqlite3, Close>;
using Query = std::unique_ptr<sqlite3_stmt, Finalize>;

Query prepared(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* raw = nullptr;
  sqlite3_prepare_v2(db, sql.c_str(), static_cast<int>(sql.size()), &raw, nullptr);
  return Query(raw);
}

std::string text_of(sqlite3_stmt* statement, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  return bytes == nullptr ? "" : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
}

std::string quoted(const std::string& name) {
  std::string all = "\"";
  for (const char c : name) all += c == '"' ? "\"\"" : std::string(1, c);
  return all + "\"";
}

int look(void* budget) { return static_cast<Budget*>(budget)->spend(kStepsBetweenLooks) ? 0 : 1; }

// SQLite's rules of affinity, and the names of dates beside them.
std::string type_of(const char* declared) {
  const std::string type = base::to_lower(declared == nullptr ? "" : declared);
  const auto has = [&](const char* part) { return type.find(part) != std::string::npos; };
  if (has("timestamp") || has("datetime")) return "timestamp";
  if (has("date")) return "date";
  if (has("bool")) return "boolean";
  if (has("int")) return "integer";
  if (has("real") || has("floa") || has("doub") || has("num") || has("dec")) return "numeric";
  return "varchar";
}

model::Cell cell_of(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT: {
      const double value = sqlite3_column_double(statement, column);
      return std::isfinite(value) ? model::Cell(value) : model::Cell();
    }
    case SQLITE_TEXT: {
      std::string text = text_of(statement, column);
      return base::is_utf8(text) ? model::Cell(std::move(text)) : model::Cell("(not text)");
    }
    case SQLITE_BLOB: return "(" + std::to_string(sqlite3_column_bytes(statement, column)) + " bytes)";
    default: return std::monostate{};
  }
}

bool fits(const model::Cell& cell, const std::string& type) {
  if (std::holds_alternative<std::monostate>(cell)) return true;
  if (type == "integer") return std::holds_alternative<std::int64_t>(cell);
  if (type == "numeric") return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
  if (type == "boolean") return std::holds_alternative<std::int64_t>(cell) && (std::get<std::int64_t>(cell) == 0 || std::get<std::int64_t>(cell) == 1);
  if (type == "date" || type == "timestamp") return std::holds_alternative<std::string>(cell);
  return true;
}

// SQLite lets any value stand in any column: the type is what the values are, where they are not as declared.
void settle_types(model::Table& table) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    std::string& type = table.columns[c].type;
    for (const model::Row& row : table.rows)
      if (!fits(row[c], type)) {
        type = "varchar";
        break;
      }
    for (model::Row& row : table.rows) {
      if (type == "boolean")
        if (const auto* flag = std::get_if<std::int64_t>(&row[c])) row[c] = *flag == 1;
      if (type == "varchar" && !std::holds_alternative<std::monostate>(row[c])) row[c] = model::display(row[c]);
    }
  }
}

Result<model::Table> read_table(sqlite3* db, const std::string& name, std::int64_t n_most_rows) {
  const Query query = prepared(db, "select * from " + quoted(name) + " limit " + std::to_string(n_most_rows * 10));
  if (query == nullptr) return Error{ErrorKind::bad_input, name, "The table can't be read: " + std::string(sqlite3_errmsg(db)) + "."};
  model::Table table;
  const int n_columns = std::min(sqlite3_column_count(query.get()), kMostColumns);
  for (int c = 0; c < n_columns; ++c) table.columns.push_back({sqlite3_column_name(query.get(), c), type_of(sqlite3_column_decltype(query.get(), c))});
  int code = sqlite3_step(query.get());
  for (; code == SQLITE_ROW; code = sqlite3_step(query.get())) {
    if (table.n_rows++ >= n_most_rows) continue;
    model::Row row;
    for (int c = 0; c < n_columns; ++c) row.push_back(cell_of(query.get(), c));
    table.rows.push_back(std::move(row));
  }
  if (code != SQLITE_DONE) return Error{ErrorKind::bad_input, name, "The table can't be read: " + std::string(sqlite3_errmsg(db)) + "."};
  table.cut = table.n_rows > n_most_rows;
  settle_types(table);
  return table;
}

Result<Handle> open_bytes(const std::string& bytes) {
  const Error no_database{ErrorKind::bad_input, "", "This is no SQLite database, or a damaged or encrypted one."};
  if (bytes.size() < 100 || bytes.compare(0, 16, std::string("SQLite format 3\0", 16)) != 0) return no_database;
  start_sqlite();
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  Handle db(raw);
  if (code != SQLITE_OK) return Error{ErrorKind::outside_failed, "", "The database can't be opened."};
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
  if (copy == nullptr) return Error{ErrorKind::too_large, "", "There is not enough memory for this file."};
  std::copy(bytes.begin(), bytes.end(), copy);
  // A file written in write-ahead mode says so in two bytes; without its log beside it, it reads as any other.
  if (copy[18] == 2) copy[18] = 1;
  if (copy[19] == 2) copy[19] = 1;
  const auto n = static_cast<sqlite3_int64>(bytes.size());
  if (sqlite3_deserialize(raw, "main", copy, n, n, SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY) != SQLITE_OK) return no_database;
  return db;
}

}  // namespace

Result<NamedTables> read_database_file(const std::string& bytes, std::int64_t n_most_rows) {
  LR_TRY(const Handle db, open_bytes(bytes));
  Limits limits;
  limits.time_ms = 10'000;
  limits.steps = 2'000'000'000;
  Budget budget(limits);
  sqlite3_progress_handler(db.get(), kStepsBetweenLooks, look, &budget);
  const Query names = prepared(db.get(), "select name from sqlite_schema where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\' order by rowid");
  if (names == nullptr) return Error{ErrorKind::bad_input, "", "This SQLite database can't be read: " + std::string(sqlite3_errmsg(db.get())) + "."};
  NamedTables tables;
  for (int code = sqlite3_step(names.get()); code == SQLITE_ROW && tables.size() < kMostTables; code = sqlite3_step(names.get())) {
    const std::string name = text_of(names.get(), 0);
    auto table = read_table(db.get(), name, n_most_rows);
    // A view that asks for functions nobody here has is left out; a damaged table is not passed over.
    if (!table && sqlite3_errcode(db.get()) == SQLITE_ERROR) continue;
    if (!table) return table.error();
    tables.emplace_back(name, std::move(table).value());
  }
  if (tables.empty()) return Error{ErrorKind::bad_input, "", "This SQLite database holds no table."};
  return tables;
}

}  // namespace loopready::sql
