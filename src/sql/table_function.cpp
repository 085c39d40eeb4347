#include "sql/table_function.h"

#include "sql/budget.h"

namespace loopready::sql {
namespace {

struct Registered {
  const TableFunction* function;
  Surroundings* surroundings;
};

struct Table : sqlite3_vtab {
  const Registered* registered;
};

struct Cursor : sqlite3_vtab_cursor {
  std::unique_ptr<RowSource> rows;
  std::int64_t number = 0;
};

Cursor& cursor_of(sqlite3_vtab_cursor* one) { return *static_cast<Cursor*>(one); }
const Registered& registered_of(sqlite3_vtab_cursor* one) { return *static_cast<Table*>(one->pVtab)->registered; }

int connect(sqlite3* db, void* registered, int, const char* const*, sqlite3_vtab** result, char**) {
  const auto* one = static_cast<const Registered*>(registered);
  const std::string schema = "CREATE TABLE x(" + std::string(one->function->columns) + ")";
  if (const int code = sqlite3_declare_vtab(db, schema.c_str()); code != SQLITE_OK) return code;
  sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
  auto* table = new Table{};
  table->registered = one;
  *result = table;
  return SQLITE_OK;
}

int disconnect(sqlite3_vtab* table) {
  delete static_cast<Table*>(table);
  return SQLITE_OK;
}

// Every argument must be known before the scan; which ones were given is told in idxNum.
int best_index(sqlite3_vtab* table, sqlite3_index_info* info) {
  const TableFunction& function = *static_cast<Table*>(table)->registered->function;
  int given = 0, n = 0;
  for (int argument = 0; argument < function.n_arguments; ++argument)
    for (int i = 0; i < info->nConstraint; ++i) {
      const auto& constraint = info->aConstraint[i];
      if (constraint.iColumn != function.n_columns + argument || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
      if (constraint.usable == 0) return SQLITE_CONSTRAINT;
      info->aConstraintUsage[i].argvIndex = ++n;
      info->aConstraintUsage[i].omit = 1;
      given |= 1 << argument;
      break;
    }
  info->idxNum = given;
  info->estimatedCost = 1'000;
  info->estimatedRows = 100;
  return SQLITE_OK;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** result) {
  *result = new Cursor{};
  return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor) {
  delete static_cast<Cursor*>(cursor);
  return SQLITE_OK;
}

int spend_row(sqlite3_vtab_cursor* cursor) {
  Budget* budget = registered_of(cursor).surroundings->budget;
  return budget == nullptr || budget->spend(10) ? SQLITE_OK : SQLITE_INTERRUPT;
}

int filter(sqlite3_vtab_cursor* one, int given, const char*, int, sqlite3_value** values) {
  const TableFunction& function = *registered_of(one).function;
  std::vector<Value*> arguments;
  for (int i = 0, n = 0; i < function.n_arguments; ++i)
    arguments.push_back((given & (1 << i)) != 0 ? values[n++] : nullptr);
  Cursor& cursor = cursor_of(one);
  cursor.number = 0;
  cursor.rows = function.make();
  if (const std::string error = cursor.rows->start(arguments); !error.empty()) {
    sqlite3_free(one->pVtab->zErrMsg);
    one->pVtab->zErrMsg = sqlite3_mprintf("%s", error.c_str());
    return SQLITE_ERROR;
  }
  return spend_row(one);
}

int next(sqlite3_vtab_cursor* cursor) {
  cursor_of(cursor).rows->next();
  ++cursor_of(cursor).number;
  return spend_row(cursor);
}

int at_end(sqlite3_vtab_cursor* cursor) { return cursor_of(cursor).rows->at_end() ? 1 : 0; }

int column(sqlite3_vtab_cursor* cursor, Context* context, int i) {
  if (i < registered_of(cursor).function->n_columns) cursor_of(cursor).rows->column(context, i);
  return SQLITE_OK;
}

int row_number(sqlite3_vtab_cursor* cursor, sqlite3_int64* number) {
  *number = cursor_of(cursor).number;
  return SQLITE_OK;
}

const sqlite3_module& module() {
  static const sqlite3_module one = [] {
    sqlite3_module made{};
    made.xConnect = connect;
    made.xBestIndex = best_index;
    made.xDisconnect = disconnect;
    made.xOpen = open;
    made.xClose = close;
    made.xFilter = filter;
    made.xNext = next;
    made.xEof = at_end;
    made.xColumn = column;
    made.xRowid = row_number;
    return made;
  }();
  return one;
}

}  // namespace

void add_table_function(sqlite3* db, const TableFunction& function, Surroundings* surroundings) {
  sqlite3_create_module_v2(db, function.name, &module(), new Registered{&function, surroundings},
                           [](void* registered) { delete static_cast<Registered*>(registered); });
}

}  // namespace loopready::sql
