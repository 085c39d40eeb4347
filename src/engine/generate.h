// Small random databases that keep every key, required value and reference.
// Here: Generator.  Not here: the values (value_pool.h), conditions in SQL (counterexample.cpp drops rows that break them).
#pragma once

#include "base/random.h"
#include "engine/constraints.h"
#include "engine/value_pool.h"

namespace loopready::engine {

class Generator {
 public:
  Generator(const Constraints& constraints, const ValuePools& pools, std::uint64_t seed);

  // Few values and few rows, with repeats, ties and NULLs; `size` raises both slowly.
  DatabaseRows fresh(int size);
  // A given database with a few cells, rows or copies of rows changed. It may break the constraints.
  DatabaseRows changed(const DatabaseRows& rows);
  // As many rows in each table as asked for, with values to match: for measuring cost.
  DatabaseRows large(std::size_t n_rows);

 private:
  std::size_t pick(std::size_t n) { return static_cast<std::size_t>(random_.below(n)); }
  void choose_values(std::size_t n_most);
  model::Cell draw(std::size_t table, std::size_t column);
  model::Row draw_row(std::size_t table, const DatabaseRows& rows);
  void refer(std::size_t table, const DatabaseRows& rows, model::Row& row);

  const Constraints& constraints_;
  const ValuePools& pools_;
  base::Random random_;
  std::vector<std::vector<model::Cell>> chosen_;  // of each pool, for one database
  double null_share_ = 0.1;
};

}  // namespace loopready::engine
