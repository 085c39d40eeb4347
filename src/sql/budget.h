// What a query may spend before it is stopped, and what it has spent.
// Here: Limits, Budget.  Not here: who asks (database.cpp's progress handler, functions that may take long).
// Terms: a step is one instruction of SQLite's machine, counted in thousands; time is the wall clock's, since the
// start.
#pragma once

#include <chrono>
#include <cstdint>

#include "model/run.h"

namespace loopready::sql {

struct Limits {
  std::int64_t steps = 30'000'000;
  double time_ms = 1'400;
  std::int64_t heap_bytes = 64 << 20;         // beside what is in use when a query starts
  std::int64_t max_rows = 1'000;              // kept; more are counted
  std::int64_t max_bytes = 4 << 20;           // of kept cells
  std::int64_t max_cell_bytes = 20'000;       // longer texts are cut, with an ellipsis
  std::int64_t max_counted_rows = 5'000'000;  // then the query is stopped
};

class Budget {
 public:
  explicit Budget(const Limits& limits);

  // False once something ran out; then stopped() says what.
  bool spend(std::int64_t steps);
  void stop(model::Stopped why);
  model::Stopped stopped() const { return stopped_; }
  std::int64_t steps() const { return steps_; }
  double elapsed_ms() const;

 private:
  std::int64_t max_steps_;
  double max_ms_;
  std::int64_t steps_ = 0;
  std::int64_t next_clock_ = 0;
  std::chrono::steady_clock::time_point start_;
  model::Stopped stopped_ = model::Stopped::no;
};

}  // namespace loopready::sql
