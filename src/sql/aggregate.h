// Aggregates of our own, each of which is a window function too.
// Here: add_aggregate, the memory they may hold.  Not here: any one aggregate (functions_*.cpp).
// A State is made for each group or window; it has step(context, n, values), leave(context, n, values) for a row
// that leaves the window, and result(context), which may be asked for many times. What takes long polls the budget.
#pragma once

#include "sql/arguments.h"

namespace loopready::sql {

constexpr std::int64_t kMaxKeptBytes = 32 << 20;  // of all aggregates of a query together

// Counts what a State keeps, and gives it back with the State.
class Holding {
 public:
  explicit Holding(Surroundings& surroundings) : surroundings_(surroundings) {}
  ~Holding() { surroundings_.kept_bytes -= bytes_; }
  Holding(const Holding&) = delete;
  Holding& operator=(const Holding&) = delete;

  // False, with the query ended, when there is too much.
  bool add(Context* context, std::int64_t bytes) {
    bytes_ += bytes;
    surroundings_.kept_bytes += bytes;
    if (surroundings_.kept_bytes <= kMaxKeptBytes) return true;
    sqlite3_result_error_nomem(context);
    return false;
  }
  void remove(std::int64_t bytes) {
    bytes_ -= bytes;
    surroundings_.kept_bytes -= bytes;
  }

 private:
  Surroundings& surroundings_;
  std::int64_t bytes_ = 0;
};

template <class State>
struct Aggregate {
  static State* at(Context* context) {
    auto** slot = static_cast<State**>(sqlite3_aggregate_context(context, sizeof(State*)));
    if (slot == nullptr) return nullptr;
    if (*slot == nullptr) *slot = new State(surroundings_of(context));
    return *slot;
  }
  static void step(Context* context, int n, Value** values) {
    if (State* state = at(context)) state->step(context, n, values);
  }
  static void inverse(Context* context, int n, Value** values) {
    if (State* state = at(context)) state->leave(context, n, values);
  }
  static void value(Context* context) {
    if (State* state = at(context)) state->result(context);
  }
  static void final(Context* context) {
    value(context);
    if (auto** slot = static_cast<State**>(sqlite3_aggregate_context(context, 0))) {
      delete *slot;
      *slot = nullptr;
    }
  }
};

template <class State>
void add_aggregate(sqlite3* db, const char* name, int n_arguments, Surroundings* surroundings) {
  using Calls = Aggregate<State>;
  sqlite3_create_window_function(db, name, n_arguments, kDeterministic, surroundings, Calls::step, Calls::final,
                                 Calls::value, Calls::inverse, nullptr);
}

}  // namespace loopready::sql
