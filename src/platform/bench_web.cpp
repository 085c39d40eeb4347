// What scripts/bench measures SQL with: the engine's own database with wide limits, one statement a call. Not shipped.
#include <emscripten/emscripten.h>

#include <memory>
#include <string>

#include "sql/database.h"
#include "sql/functions.h"

namespace {

using namespace loopready;

std::unique_ptr<sql::Database> database;

}  // namespace

extern "C" EMSCRIPTEN_KEEPALIVE int lr_bench_open() {
  sql::Limits limits;
  limits.steps = 1'000'000'000'000;
  limits.time_ms = 1e9;
  limits.heap_bytes = 1'000'000'000;
  auto opened = sql::Database::open(limits, sql::redshift_functions, {});
  if (!opened) return 0;
  database = std::move(opened).value();
  return 1;
}

// Statements that write; 1 when they all ran.
extern "C" EMSCRIPTEN_KEEPALIVE int lr_bench_write(const char* bytes, int length) {
  const std::string statements(bytes, static_cast<std::size_t>(length));
  return database->run_setup(statements, "bench", model::Dialect::sqlite).ok() ? 1 : 0;
}

// The number of rows of a query, -1 when it did not run.
extern "C" EMSCRIPTEN_KEEPALIVE int lr_bench_read(const char* bytes, int length) {
  const sql::Outcome outcome = database->run(std::string(bytes, static_cast<std::size_t>(length)));
  return outcome.table ? static_cast<int>(outcome.table->n_rows) : -1;
}
