#include "engine/grade_sql.h"

#include <algorithm>
#include <chrono>
#include <memory>

#include "engine/compare.h"
#include "engine/counterexample.h"
#include "engine/demands.h"
#include "engine/reasons.h"
#include "sql/query.h"

namespace loopready::engine {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::Dataset;
using model::Item;
using model::RunResult;
using model::Stopped;
using model::Table;
using model::Verdict;
using model::World;

namespace {

constexpr double kLearnerMs = 6'000;  // for all datasets together: a busy machine is no reason to give up
constexpr double kOneRunMs = 1'300;   // for one of them: an endless query ends here
constexpr double kOwnMs = 1'000;      // for one run of the item's own queries
constexpr double kSearchMs = 75;      // for counterexamples
constexpr std::int64_t kTries = 1'000;
constexpr double kPatientMs = 10'000;  // where nobody waits and every machine must find the same
constexpr std::size_t kMostStartRows = 60;

struct OnDataset {
  const Dataset* dataset = nullptr;
  std::unique_ptr<sql::Database> database;  // filled with it
  Table expected;
  Table got;
  Comparison comparison;
  std::size_t n_rows = 0;  // in all tables
};

class Stopwatch {
 public:
  double ms() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::size_t rows_in(const Dataset& dataset) {
  std::size_t n = 0;
  for (const model::NamedTable& table : dataset.tables) n += table.rows.size();
  return n;
}

Result<std::unique_ptr<sql::Database>> opened(const Item& item, const World& world, const Dataset& dataset) {
  LR_TRY(auto tables, model::filled_tables(world, item, dataset));
  return filled_database(tables, item.today, sql::Limits{}, model::Dialect::redshift);
}

RunResult run_in(sql::Database& database, const std::string& sql, double time_ms) {
  sql::Limits limits;
  limits.time_ms = time_ms;
  limits.max_rows = 20'000;
  database.renew(limits);
  return sql::run_query(database, sql, model::Dialect::redshift, /*with_plan=*/false);
}

// What the item's own answer gives, in the contract's columns.
Result<Table> expected_in(sql::Database& database, const Item& item, const Dataset& dataset) {
  const std::string where = item.slug + "#/answer";
  const RunResult result = run_in(database, item.answer, kOwnMs);
  if (result.sql_error)
    return Error{ErrorKind::bad_input, where,
                 "The item's own answer fails on \"" + dataset.slug + "\": " + result.sql_error->text};
  if (!result.table)
    return Error{
        ErrorKind::bad_input, where,
        "The item's own answer is stopped on \"" + dataset.slug + "\": " + model::stopped_sentence(result.stopped)};
  auto ordered = in_contract_order(*result.table, item.contract);
  if (!ordered) return Error{ErrorKind::bad_input, where, ordered.error().text};
  return ordered;
}

// The trap whose result is the learner's: on every dataset, or at least on all where the learner is wrong.
const model::Trap* matching_trap(const model::GradeRequest& request, const std::vector<OnDataset>& runs) {
  const model::Trap* on_wrong = nullptr;
  for (const model::Trap& trap : request.item.traps) {
    bool everywhere = true, where_wrong = true;
    for (const OnDataset& run : runs) {
      const RunResult result = run_in(*run.database, trap.sql, kOwnMs);
      const auto table = result.table ? in_contract_order(*result.table, request.item.contract) : Result<Table>(Error{});
      const bool same = table && compare(run.got, table.value(), request.item.contract).equal;
      everywhere = everywhere && same;
      where_wrong = where_wrong && (same || run.comparison.equal);
      if (!where_wrong) break;
    }
    if (everywhere) return &trap;
    if (where_wrong && on_wrong == nullptr) on_wrong = &trap;
  }
  return on_wrong;
}

void name_trap(const model::GradeRequest& request, const std::vector<OnDataset>& runs, Verdict& verdict) {
  const model::Trap* trap = matching_trap(request, runs);
  if (trap == nullptr) return;
  verdict.trap = trap->slug;
  verdict.trap_why = trap->why;
  std::string words = trap->slug;
  std::replace(words.begin(), words.end(), '-', ' ');
  verdict.reasons.push_back({"trap", "Your rows are those of a well-known slip: **" + words + "**."});
}

// The smallest wrong dataset; the sample when it is as small.
const OnDataset& smallest_wrong(const std::vector<OnDataset>& runs) {
  const OnDataset* best = nullptr;
  for (const OnDataset& run : runs) {
    if (run.comparison.equal) continue;
    if (best == nullptr || run.n_rows < best->n_rows || (run.n_rows == best->n_rows && run.dataset->shown)) best = &run;
  }
  return *best;
}

// Rows of a dataset in the order of the constraints' tables.
DatabaseRows rows_of(const Constraints& constraints, const Dataset& dataset) {
  DatabaseRows rows(constraints.tables.size());
  for (std::size_t t = 0; t < rows.size(); ++t)
    for (const model::NamedTable& table : dataset.tables)
      if (table.name == constraints.tables[t].name) rows[t] = table.rows;
  return rows;
}

SearchRequest search_for(const model::GradeRequest& request) {
  SearchRequest search;
  search.constraints = constraints_of(request.world, request.item);
  search.left = request.sql;
  search.right = request.item.answer;
  search.today = request.item.today;
  search.seed = static_cast<std::uint64_t>(request.seed);
  search.differ = [&item = request.item](const Table& got, const Table& expected) {
    const auto ordered = in_contract_order(expected, item.contract);
    return ordered && !compare(got, ordered.value(), item.contract).equal;
  };
  return search;
}

// The smallest database a search finds, or cuts down from `starts` alone when `most_tries` is 0.
std::optional<Counterexample> counterexample(const model::GradeRequest& request, const std::vector<const Dataset*>& starts,
                                             std::int64_t most_tries, double budget_ms = kSearchMs) {
  SearchRequest search = search_for(request);
  search.budget_ms = budget_ms;
  search.most_tries = most_tries;
  for (const Dataset* dataset : starts)
    if (rows_in(*dataset) <= kMostStartRows) search.starts.push_back(rows_of(search.constraints, *dataset));
  if (search.starts.empty() && most_tries == 0) return {};
  auto result = find_counterexample(search);
  return result ? std::move(result.value().found) : std::nullopt;
}

model::Shown shown_of(const model::GradeRequest& request, const std::string& slug, Counterexample found, Table expected) {
  model::Shown shown;
  shown.dataset = slug;
  shown.made = true;
  const Constraints constraints = constraints_of(request.world, request.item);
  shown.tables = empty_tables(constraints);
  for (std::size_t t = 0; t < shown.tables.size(); ++t) {
    shown.tables[t].second.n_rows = static_cast<std::int64_t>(found.rows[t].size());
    shown.tables[t].second.rows = std::move(found.rows[t]);
  }
  shown.got = std::move(found.left);
  shown.expected = std::move(expected);
  return shown;
}

// Puts the difference on the found database into the verdict: its reasons first.
void show_found(const model::GradeRequest& request, const Dataset& dataset, Counterexample found, Verdict& verdict) {
  auto expected = in_contract_order(found.right, request.item.contract);
  if (!expected) return;
  const Comparison comparison = compare(found.left, expected.value(), request.item.contract);
  verdict.reasons = reasons_for(comparison, request.item.contract, dataset, expected.value());
  verdict.diff = comparison.diff;
  verdict.shown = shown_of(request, dataset.slug, std::move(found), std::move(expected).value());
}

// Right on every dataset of the item: is it right everywhere?
void look_further(const model::GradeRequest& request, const std::vector<OnDataset>& runs, Verdict& verdict) {
  std::vector<const Dataset*> starts;
  for (const OnDataset& run : runs) starts.push_back(run.dataset);
  auto found = counterexample(request, starts, kTries);
  if (!found) return;
  Dataset made;
  made.slug = "made";
  made.about = "a small case made for your query";
  verdict.right = false;
  verdict.score_share = static_cast<double>(runs.size()) / static_cast<double>(runs.size() + 1);
  show_found(request, made, std::move(*found), verdict);
  verdict.reasons.insert(verdict.reasons.begin(),
                         {"counterexample", "Your query is right on all " + std::to_string(runs.size()) +
                                                " datasets, but not on every one that can occur. Here is the smallest case found."});
}

// The rows are right; the rest of what was asked for may not be.
void add_demands(const model::GradeRequest& request, Verdict& verdict) {
  constexpr double kShareWithout = 0.8;
  std::vector<model::Reason> unmet = unmet_demands(request);
  if (unmet.empty()) return;
  verdict.right = false;
  verdict.score_share *= kShareWithout;
  verdict.reasons.insert(verdict.reasons.begin(), unmet.begin(), unmet.end());
}

Result<Verdict> judged(const model::GradeRequest& request, std::vector<OnDataset> runs) {
  Verdict verdict;
  std::size_t n_right = 0;
  for (const OnDataset& run : runs) {
    verdict.datasets.push_back({run.dataset->slug, run.dataset->about, run.comparison.equal});
    n_right += run.comparison.equal ? 1 : 0;
  }
  verdict.right = n_right == runs.size();
  verdict.score_share = static_cast<double>(n_right) / static_cast<double>(runs.size());
  if (verdict.right) {
    verdict.reasons = right_reasons(runs.front().comparison, runs.size(), request.item.contract);
    look_further(request, runs, verdict);
    if (verdict.right) add_demands(request, verdict);
    return verdict;
  }
  const OnDataset& worst = smallest_wrong(runs);
  verdict.reasons = reasons_for(worst.comparison, request.item.contract, *worst.dataset, worst.expected);
  verdict.diff = worst.comparison.diff;
  model::Shown shown;
  shown.dataset = worst.dataset->slug;
  LR_TRY(shown.tables, model::filled_tables(request.world, request.item, *worst.dataset));
  shown.got = worst.got;
  constexpr std::size_t kMostShown = 1'000;
  if (shown.got.rows.size() > kMostShown) {
    shown.got.rows.resize(kMostShown);
    shown.got.cut = true;
  }
  shown.expected = worst.expected;
  verdict.shown = std::move(shown);
  if (!worst.comparison.columns_wrong) {
    if (auto smaller = counterexample(request, {worst.dataset}, 0); smaller && count_rows(smaller->rows) < worst.n_rows) {
      Dataset cut;
      cut.slug = worst.dataset->slug;
      cut.about = "the smallest case found";
      show_found(request, cut, std::move(*smaller), verdict);
    }
    name_trap(request, runs, verdict);
  }
  for (const std::string& one : worst.comparison.forgiven) verdict.reasons.push_back({"forgiven", one});
  return verdict;
}

}  // namespace

Result<RunResult> run_on_dataset(const Item& item, const World& world, const Dataset& dataset, const std::string& sql,
                                 double time_ms) {
  LR_TRY(auto database, opened(item, world, dataset));
  return run_in(*database, sql, time_ms);
}

Result<Table> expected_on_dataset(const Item& item, const World& world, const Dataset& dataset) {
  LR_TRY(auto database, opened(item, world, dataset));
  return expected_in(*database, item, dataset);
}

Result<Verdict> grade_sql(const model::GradeRequest& request) {
  if (request.item.datasets.empty())
    return Error{ErrorKind::bad_input, request.item.slug + "#/datasets", "An item needs a dataset."};
  const Stopwatch watch;
  std::vector<OnDataset> runs;
  for (const Dataset& dataset : request.item.datasets) {
    OnDataset run;
    run.dataset = &dataset;
    run.n_rows = rows_in(dataset);
    LR_TRY(run.database, opened(request.item, request.world, dataset));
    LR_TRY(run.expected, expected_in(*run.database, request.item, dataset));
    RunResult result = run_in(*run.database, request.sql, std::clamp(kLearnerMs - watch.ms(), 1.0, kOneRunMs));
    if (result.sql_error || result.stopped != Stopped::no || !result.table) {
      Verdict verdict;
      verdict.sql_error = result.sql_error;
      verdict.stopped = result.stopped;
      if (result.sql_error) verdict.reasons.push_back(sql_error_reason(*result.sql_error));
      else verdict.reasons.push_back({"stopped", model::stopped_sentence(result.stopped)});
      for (const Dataset& one : request.item.datasets) verdict.datasets.push_back({one.slug, one.about, false});
      return verdict;
    }
    run.got = std::move(*result.table);
    run.comparison = compare(run.got, run.expected, request.item.contract);
    runs.push_back(std::move(run));
  }
  return judged(request, std::move(runs));
}

std::optional<bool> is_graded_right(const Item& item, const World& world, const std::string& sql, int effort) {
  bool right = true;
  for (const Dataset& dataset : item.datasets) {
    const auto database = opened(item, world, dataset);
    if (!database) return {};
    const auto expected = expected_in(*database.value(), item, dataset);
    const RunResult result = run_in(*database.value(), sql, kOwnMs);
    if (!expected || !result.table) return {};
    right = right && compare(*result.table, expected.value(), item.contract).equal;
  }
  if (!right) return false;
  const model::GradeRequest request{item, world, sql, 0, {}};
  std::vector<const Dataset*> starts;
  for (const Dataset& dataset : item.datasets) starts.push_back(&dataset);
  return !counterexample(request, starts, kTries * effort, kPatientMs * effort).has_value();
}

}  // namespace loopready::engine
