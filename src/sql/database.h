// One SQLite database in memory: filled once, then read under limits.
// Here: making tables, running one statement, its plan.  Not here: what may be run (guard.h), Redshift spelling
// (dialect.h). Terms: offset is a byte offset into the SQL given to SQLite, -1 when it knows none. Errors: bad_input
// when a table or a setup statement is refused by SQLite.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/run.h"
#include "model/table.h"
#include "sql/budget.h"
#include "sql/functions.h"
#include "sql/guard.h"
#include "sql/schema.h"
#include "sql/setup.h"

struct sqlite3;
struct sqlite3_stmt;

namespace loopready::sql {

// What SQLite said against a statement.
struct Complaint {
  std::string text;
  int offset = -1;
  bool refused = false;  // by the guard: the text is a whole sentence
};

struct Outcome {
  std::optional<model::Table> table;
  std::optional<Complaint> complaint;
  model::Stopped stopped = model::Stopped::no;
};

struct PlanStep {
  int id = 0;
  int parent = 0;
  std::string detail;
};

// Gives the functions of a dialect to a new connection.
using RegisterFunctions = void (*)(sqlite3* db, Surroundings* surroundings);

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const;
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

class Database {
 public:
  static base::Result<std::unique_ptr<Database>> open(const Limits& limits, RegisterFunctions functions,
                                                        const Surroundings& surroundings);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Cells of date, timestamp and boolean columns are brought to one spelling.
  base::Status add_table(const std::string& name, const model::Table& table, const std::string& where);
  // Trusted statements, which may write; the schema is read back afterwards.
  base::Status run_setup(const std::string& statements, const std::string& where, model::Dialect dialect);

  // One statement under the guard. Result columns that are plain columns carry their declared type.
  Outcome run(const std::string& statement);
  // The same in two steps, for statements that run often: kept statements are numbered from 0. An outcome of keep that
  // holds a complaint or a stop means that nothing was kept.
  Outcome keep(const std::string& statement);
  Outcome run_kept(std::size_t number);
  std::size_t n_kept() const { return kept_.size(); }
  // Puts other rows into a table that add_table made. Much quicker after begin_refilling, which opens a transaction for all
  // that follows.
  void begin_refilling();
  base::Status refill(const std::string& name, const std::vector<model::Row>& rows);
  // Gives every later run a fresh budget.
  void renew(const Limits& limits);
  std::vector<PlanStep> plan(const std::string& statement);

  const Schema& schema() const { return schema_; }
  const Budget& budget() const { return budget_; }
  Limits& limits() { return limits_; }

 private:
  Database(sqlite3* db, const Limits& limits);
  struct Filling {
    Statement empty, insert;
    std::vector<model::TypeClass> types;  // of its columns
  };

  base::Status read_schema();
  base::Status run_trusted(std::string_view statements, const std::string& where);
  Statement prepare_guarded(const std::string& statement, Outcome& outcome);
  Outcome step_through(sqlite3_stmt* statement);
  Outcome failed(int code) const;
  Complaint complaint() const;

  sqlite3* db_;
  Limits limits_;
  Budget budget_;
  Guard guard_;
  Surroundings surroundings_;
  Schema schema_;
  Setup setup_;
  std::vector<Statement> kept_;
  std::map<std::string, Filling> fillings_;  // by table
};

}  // namespace loopready::sql
