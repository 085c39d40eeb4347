// A few queries run again and again over changing rows: what a search for counterexamples does thousands of times.
// Here: Trials.  Not here: which rows to try (engine/counterexample.h).
// Each query is translated and prepared once. Only its last statement counts.
// Errors: bad_input when a table can't be made or a query can't be read; the text is a whole sentence.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/run.h"
#include "sql/database.h"

namespace loopready::sql {

class Trials {
 public:
  // `tables` give names and columns; their rows are left out.
  static base::Result<std::unique_ptr<Trials>> open(const std::vector<std::pair<std::string, model::Table>>& tables,
                                                    const std::string& today, model::Dialect dialect);

  // The query's number, from 0.
  base::Result<std::size_t> add(const std::string& query);
  // The rows of the n-th table.
  void fill(std::size_t table, const std::vector<model::Row>& rows);
  // The result as a learner would see it; nothing when the query fails or runs over its small budget on these rows.
  std::optional<model::Table> run(std::size_t query);

 private:
  explicit Trials(model::Dialect dialect) : dialect_(dialect) {}

  model::Dialect dialect_;
  std::unique_ptr<Database> database_;
  std::vector<std::string> names_;
  std::vector<std::vector<model::Row>> filled_;  // what each table holds
  std::vector<std::vector<std::string>> types_;  // of each query's result
};

}  // namespace loopready::sql
