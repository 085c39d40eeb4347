#include "sql/database.h"

#include <sqlite3.h>

#include <cmath>

#include "base/check.h"
#include "base/date.h"
#include "base/text.h"
#include "sql/cells.h"
#include "sql/no_files_vfs.h"

namespace loopready::sql {

using base::Done;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;
using model::Stopped;

namespace {

constexpr int kStepsBetweenLooks = 1'000;

// The table "Ways to hurt" of the dialect's notes: each limit stops one way of using up memory or time.
void set_limits(sqlite3* db) {
  constexpr struct {
    int what;
    int value;
  } kLimits[] = {{SQLITE_LIMIT_LENGTH, 1'000'000},      {SQLITE_LIMIT_SQL_LENGTH, 400'000},
                 {SQLITE_LIMIT_COLUMN, 200},            {SQLITE_LIMIT_EXPR_DEPTH, 250},
                 {SQLITE_LIMIT_COMPOUND_SELECT, 50},    {SQLITE_LIMIT_VDBE_OP, 100'000},
                 {SQLITE_LIMIT_FUNCTION_ARG, 100},      {SQLITE_LIMIT_ATTACHED, 0},
                 {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1'000}, {SQLITE_LIMIT_VARIABLE_NUMBER, 100},
                 {SQLITE_LIMIT_TRIGGER_DEPTH, 10},      {SQLITE_LIMIT_WORKER_THREADS, 0}};
  for (const auto& limit : kLimits) sqlite3_limit(db, limit.what, limit.value);
}

int look(void* budget) { return static_cast<Budget*>(budget)->spend(kStepsBetweenLooks) ? 0 : 1; }

Statement prepare(sqlite3* db, std::string_view sql, std::string_view* rest = nullptr) {
  sqlite3_stmt* raw = nullptr;
  const char* tail = nullptr;
  sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), 0, &raw, &tail);
  if (rest != nullptr)
    *rest = tail == nullptr ? std::string_view{} : sql.substr(static_cast<std::size_t>(tail - sql.data()));
  return Statement(raw);
}

Stopped stopped_by(int code) {
  switch (code) {
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG: return Stopped::memory;
    case SQLITE_INTERRUPT: return Stopped::time;
    default: return Stopped::no;
  }
}

// The type a column of a table was declared with, for result columns that are plain columns.
std::string declared_type(const Schema& schema, sqlite3_stmt* statement, int i) {
  const char* table_name = sqlite3_column_table_name(statement, i);
  const char* column_name = sqlite3_column_origin_name(statement, i);
  if (table_name == nullptr || column_name == nullptr) return {};
  const SchemaTable* table = find_table(schema, table_name);
  const model::Column* column = table == nullptr ? nullptr : find_column(*table, column_name);
  return column == nullptr ? std::string() : column->type;
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const Limits& limits, RegisterFunctions functions,
                                                 const Surroundings& surroundings) {
  start_sqlite();
  sqlite3_hard_heap_limit64(0);
  sqlite3* db = nullptr;
  if (sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) != SQLITE_OK) {
    sqlite3_close(db);
    return Error{ErrorKind::outside_failed, "", "The database can't be opened."};
  }
  std::unique_ptr<Database> database(new Database(db, limits));
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  set_limits(db);
  database->surroundings_ = surroundings;
  database->surroundings_.budget = &database->budget_;
  // SQLite's store of small blocks is for queries: left open, the functions' names would use it up.
  sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, nullptr, 0, 0);
  functions(db, &database->surroundings_);
  sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, nullptr, 1'200, 80);
  return database;
}

Database::Database(sqlite3* db, const Limits& limits) : db_(db), limits_(limits), budget_(limits) {
  sqlite3_progress_handler(db_, kStepsBetweenLooks, look, &budget_);
}

void FinalizeStatement::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Database::~Database() {
  kept_.clear();
  fillings_.clear();
  sqlite3_hard_heap_limit64(0);
  sqlite3_close_v2(db_);
}

void Database::renew(const Limits& limits) {
  limits_ = limits;
  budget_ = Budget(limits);
}

void Database::begin_refilling() { sqlite3_exec(db_, "BEGIN", nullptr, nullptr, nullptr); }

Status Database::add_table(const std::string& name, const model::Table& table, const std::string& where) {
  std::string create = "CREATE TABLE " + quoted_name(name) + " (";
  std::string insert = "INSERT INTO " + quoted_name(name) + " VALUES (";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    create += (i > 0 ? ", " : "") + quoted_name(table.columns[i].name) + storage_type(table.columns[i].type);
    insert += i > 0 ? ", ?" : "?";
  }
  if (table.columns.empty()) return Error{ErrorKind::bad_input, where, "The table \"" + name + "\" has no columns."};
  if (Statement made = prepare(db_, create + ")"); made == nullptr || sqlite3_step(made.get()) != SQLITE_DONE)
    return Error{ErrorKind::bad_input, where, "The table \"" + name + "\" can't be made: " + sqlite3_errmsg(db_) + "."};
  sqlite3_exec(db_, "BEGIN", nullptr, nullptr, nullptr);
  Statement filling = prepare(db_, insert + ")");
  if (filling == nullptr)
    return Error{ErrorKind::bad_input, where,
                 "The table \"" + name + "\" can't be filled: " + sqlite3_errmsg(db_) + "."};
  for (const model::Row& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      bind_cell(filling.get(), static_cast<int>(i) + 1,
                in_one_spelling(row[i], model::type_class(table.columns[i].type)));
    if (sqlite3_step(filling.get()) != SQLITE_DONE)
      return Error{ErrorKind::bad_input, where,
                   "A row of \"" + name + "\" can't be stored: " + sqlite3_errmsg(db_) + "."};
    sqlite3_reset(filling.get());
  }
  sqlite3_exec(db_, "COMMIT", nullptr, nullptr, nullptr);
  schema_.tables.push_back({name, table.columns, {}});
  return Done{};
}

Status Database::run_setup(const std::string& statements, const std::string& where, model::Dialect dialect) {
  if (dialect == model::Dialect::sqlite) {
    LR_TRY([[maybe_unused]] const Done done, run_trusted(statements, where));
    return read_schema();
  }
  LexError error;
  const std::vector<Token> tokens = cut_into_tokens(statements, error);
  if (!error.text.empty()) return Error{ErrorKind::bad_input, where, "This setup statement fails: " + error.text};
  for (const Span span : statement_spans(tokens)) {
    auto written = setup_.statement(statements, tokens, span.first, span.last, schema_);
    if (!written.ok()) return Error{ErrorKind::bad_input, where, "This setup statement fails: " + written.error().text};
    LR_TRY([[maybe_unused]] const Done done, run_trusted(written.value(), where));
    if (tokens[span.first].word == "insert" || tokens[span.first].word == "update") continue;
    LR_TRY([[maybe_unused]] const Done read, read_schema());
  }
  return Done{};
}

Status Database::run_trusted(std::string_view rest, const std::string& where) {
  while (!rest.empty()) {
    Statement statement = prepare(db_, rest, &rest);
    if (statement == nullptr) {
      if (sqlite3_errcode(db_) == SQLITE_OK) continue;
      return Error{ErrorKind::bad_input, where,
                   std::string("This setup statement fails: ") + sqlite3_errmsg(db_) + "."};
    }
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW) code = sqlite3_step(statement.get());
    if (code != SQLITE_DONE)
      return Error{ErrorKind::bad_input, where,
                   std::string("This setup statement fails: ") + sqlite3_errmsg(db_) + "."};
  }
  return Done{};
}

Status Database::read_schema() {
  schema_.tables.clear();
  Statement tables =
      prepare(db_, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'");
  while (tables != nullptr && sqlite3_step(tables.get()) == SQLITE_ROW) {
    SchemaTable table{column_text(tables.get(), 0), {}, {}};
    Statement columns = prepare(db_, "PRAGMA table_xinfo(" + quoted_name(table.name) + ")");
    while (columns != nullptr && sqlite3_step(columns.get()) == SQLITE_ROW)
      table.columns.push_back({column_text(columns.get(), 1), column_text(columns.get(), 2)});
    const SetupTable* made = setup_.table(table.name);
    if (made != nullptr) table.key = made->key;
    if (made != nullptr)
      for (std::size_t i = 0; i < made->columns.size() && i < table.columns.size(); ++i)
        table.columns[i].type = made->columns[i].type;
    schema_.tables.push_back(std::move(table));
  }
  return Done{};
}

Complaint Database::complaint() const {
  if (!guard_.refusal().empty()) return {guard_.refusal(), sqlite3_error_offset(db_), true};
  return {sqlite3_errmsg(db_), sqlite3_error_offset(db_), false};
}

Outcome Database::failed(int code) const {
  Outcome outcome;
  if (outcome.stopped = budget_.stopped(); outcome.stopped == Stopped::no) outcome.stopped = stopped_by(code & 0xFF);
  if (outcome.stopped == Stopped::no) outcome.complaint = complaint();
  return outcome;
}

Statement Database::prepare_guarded(const std::string& sql, Outcome& outcome) {
  guard_.forget();
  guard_.watch(db_);
  sqlite3_hard_heap_limit64(sqlite3_memory_used() + limits_.heap_bytes);
  Statement statement = prepare(db_, sql);
  const int code = sqlite3_errcode(db_);
  Guard::release(db_);
  if (statement == nullptr) outcome = failed(code);
  else if (sqlite3_stmt_readonly(statement.get()) == 0) {
    outcome.complaint = Complaint{"Queries only read the tables at hand.", -1, true};
    statement.reset();
  }
  return statement;
}

Outcome Database::step_through(sqlite3_stmt* statement) {
  model::Table table;
  const int n_columns = sqlite3_column_count(statement);
  for (int i = 0; i < n_columns; ++i) {
    const char* name = sqlite3_column_name(statement, i);
    table.columns.push_back({name == nullptr ? "" : name, declared_type(schema_, statement, i)});
  }
  std::int64_t bytes = 0;
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    if (++table.n_rows > limits_.max_counted_rows) budget_.stop(Stopped::rows);
    if (!budget_.spend(0)) break;
    if (static_cast<std::int64_t>(table.rows.size()) >= limits_.max_rows || bytes > limits_.max_bytes) {
      table.cut = true;
      continue;
    }
    model::Row row;
    for (int i = 0; i < n_columns; ++i) row.push_back(read_cell(statement, i, limits_.max_cell_bytes, bytes));
    table.rows.push_back(std::move(row));
  }
  if (code != SQLITE_DONE) return failed(code);
  Outcome outcome;
  outcome.table = std::move(table);
  return outcome;
}

Outcome Database::run(const std::string& sql) {
  Outcome outcome;
  Statement statement = prepare_guarded(sql, outcome);
  if (statement != nullptr) outcome = step_through(statement.get());
  statement.reset();
  sqlite3_hard_heap_limit64(0);
  return outcome;
}

Outcome Database::keep(const std::string& sql) {
  Outcome outcome;
  Statement statement = prepare_guarded(sql, outcome);
  if (statement != nullptr) kept_.push_back(std::move(statement));
  return outcome;
}

Outcome Database::run_kept(std::size_t number) {
  sqlite3_stmt* statement = kept_[number].get();
  sqlite3_hard_heap_limit64(sqlite3_memory_used() + limits_.heap_bytes);
  Outcome outcome = step_through(statement);
  sqlite3_reset(statement);
  sqlite3_hard_heap_limit64(0);
  return outcome;
}

Status Database::refill(const std::string& name, const std::vector<model::Row>& rows) {
  const SchemaTable* table = find_table(schema_, name);
  LR_CHECK(table != nullptr, "only tables that are there are filled again");
  Filling& filling = fillings_[name];
  if (filling.insert == nullptr) {
    std::string insert = "INSERT INTO " + quoted_name(name) + " VALUES (";
    for (std::size_t i = 0; i < table->columns.size(); ++i) insert += i > 0 ? ", ?" : "?";
    filling.empty = prepare(db_, "DELETE FROM " + quoted_name(name));
    filling.insert = prepare(db_, insert + ")");
    for (const model::Column& column : table->columns) filling.types.push_back(model::type_class(column.type));
  }
  bool well = sqlite3_step(filling.empty.get()) == SQLITE_DONE;
  sqlite3_reset(filling.empty.get());
  for (const model::Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      bind_cell(filling.insert.get(), static_cast<int>(i) + 1,
                in_one_spelling(row[i], filling.types[i]));
    well = well && sqlite3_step(filling.insert.get()) == SQLITE_DONE;
    sqlite3_reset(filling.insert.get());
  }
  if (well) return Done{};
  return Error{ErrorKind::bad_input, name, "A row of \"" + name + "\" can't be stored: " + sqlite3_errmsg(db_) + "."};
}

std::vector<PlanStep> Database::plan(const std::string& sql) {
  std::vector<PlanStep> steps;
  Statement statement = prepare(db_, "EXPLAIN QUERY PLAN " + sql);
  while (statement != nullptr && sqlite3_step(statement.get()) == SQLITE_ROW)
    steps.push_back({sqlite3_column_int(statement.get(), 0), sqlite3_column_int(statement.get(), 1),
                     column_text(statement.get(), 3)});
  return steps;
}

}  // namespace loopready::sql
