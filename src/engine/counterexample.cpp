#include "engine/counterexample.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "engine/generate.h"
#include "engine/value_pool.h"
#include "sql/trials.h"

namespace loopready::engine {

using base::Json;
using base::Result;
using model::Cell;
using model::Table;

namespace {

class Search {
 public:
  Search(const SearchRequest& request, sql::Trials& trials, std::vector<std::size_t> conditions, ValuePools pools)
      : request_(request), trials_(trials), conditions_(std::move(conditions)), pools_(std::move(pools)) {}

  SearchResult run();

 private:
  double elapsed_ms() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
  }
  bool out_of_time() const { return elapsed_ms() > request_.budget_ms; }
  bool keeps_conditions();
  bool differs_on(const DatabaseRows& rows);
  bool try_one(const DatabaseRows& rows);
  void shrink();
  bool drop_rows();
  bool drop_with_dependants(std::size_t table, std::size_t row);
  bool simplify_values();

  const SearchRequest& request_;
  sql::Trials& trials_;
  std::vector<std::size_t> conditions_;  // queries that return the rows that break a condition
  ValuePools pools_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::int64_t n_tried_ = 0;
  Counterexample best_;
};

bool Search::keeps_conditions() {
  for (const std::size_t condition : conditions_) {
    const auto broken = trials_.run(condition);
    if (!broken || broken->n_rows > 0) return false;
  }
  return true;
}

// Leaves both results in best_ when they differ.
bool Search::differs_on(const DatabaseRows& rows) {
  if (!holds(request_.constraints, rows)) return false;
  ++n_tried_;
  for (std::size_t t = 0; t < rows.size(); ++t) trials_.fill(t, rows[t]);
  if (!keeps_conditions()) return false;
  auto left = trials_.run(0);
  auto right = trials_.run(1);
  if (!left || !right || left->cut || right->cut || !request_.differ(*left, *right)) return false;
  best_.left = std::move(*left);
  best_.right = std::move(*right);
  return true;
}

bool Search::try_one(const DatabaseRows& rows) {
  if (!differs_on(rows)) return false;
  best_.rows = rows;
  return true;
}

SearchResult Search::run() {
  Generator generator(request_.constraints, pools_, request_.seed);
  bool found = try_one(DatabaseRows(request_.constraints.tables.size()));
  for (std::size_t i = 0; i < request_.starts.size() && !found; ++i) found = try_one(request_.starts[i]);
  for (std::int64_t i = 0; !found && i < request_.most_tries && !out_of_time(); ++i) {
    const bool near_a_start = !request_.starts.empty() && i % 3 == 2;
    // Small ones first and again and again: a difference on few rows is found soonest there.
    // Some are larger, for windows that reach over many rows.
    const int size = static_cast<int>(i < 100 ? 1 + i / 34 : i % 10 == 9 ? 10 + i / 10 % 14 : 1 + i % 7);
    found = try_one(near_a_start ? generator.changed(request_.starts[static_cast<std::size_t>(i / 3) % request_.starts.size()])
                                 : generator.fresh(size));
  }
  SearchResult result;
  if (found) {
    shrink();
    result.found = std::move(best_);
  }
  result.n_tried = n_tried_;
  result.elapsed_ms = elapsed_ms();
  return result;
}

// Takes the row away, and with it the rows that refer to it alone.
bool Search::drop_with_dependants(std::size_t table, std::size_t row) {
  DatabaseRows rows = best_.rows;
  rows[table].erase(rows[table].begin() + static_cast<std::ptrdiff_t>(row));
  for (std::size_t t = 0; t < rows.size(); ++t)
    for (const Reference& reference : request_.constraints.tables[t].references) {
      TableRows& children = rows[t];
      for (std::size_t i = children.size(); i-- > 0;) {
        bool kept = false;
        for (const std::size_t column : reference.columns) kept = kept || std::holds_alternative<std::monostate>(children[i][column]);
        for (const model::Row& parent : rows[reference.table]) {
          bool same = true;
          for (std::size_t c = 0; c < reference.columns.size(); ++c)
            same = same && model::display(children[i][reference.columns[c]]) == model::display(parent[reference.to[c]]);
          kept = kept || same;
        }
        if (!kept) children.erase(children.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
  return try_one(rows);
}

bool Search::drop_rows() {
  bool any = false;
  for (std::size_t t = 0; t < best_.rows.size(); ++t) {
    // Whole stretches first, then single rows.
    for (std::size_t stretch = best_.rows[t].size() / 2; stretch >= 2; stretch /= 2)
      for (std::size_t from = 0; from + stretch <= best_.rows[t].size() && !out_of_time();) {
        DatabaseRows rows = best_.rows;
        rows[t].erase(rows[t].begin() + static_cast<std::ptrdiff_t>(from),
                      rows[t].begin() + static_cast<std::ptrdiff_t>(from + stretch));
        if (try_one(rows)) any = true;
        else from += stretch;
      }
    for (std::size_t row = best_.rows[t].size(); row-- > 0;)
      if (row < best_.rows[t].size() && drop_with_dependants(t, row)) any = true;
  }
  return any;
}

bool Search::simplify_values() {
  bool any = false;
  for (std::size_t t = 0; t < best_.rows.size(); ++t)
    for (std::size_t c = 0; c < request_.constraints.tables[t].columns.size(); ++c) {
      const std::vector<Cell>& pool = pools_.values[pools_.pool_of[t][c]];
      for (std::size_t r = 0; r < best_.rows[t].size(); ++r) {
        const std::string now = model::display(best_.rows[t][r][c]);
        for (std::size_t v = 0; v < pool.size() && v < 3 && model::display(pool[v]) != now; ++v) {
          if (n_tried_ % 64 == 0 && elapsed_ms() > 2 * request_.budget_ms) return any;
          DatabaseRows rows = best_.rows;
          rows[t][r][c] = pool[v];
          if (!try_one(rows)) continue;
          any = true;
          break;
        }
      }
    }
  return any;
}

void Search::shrink() {
  while (drop_rows()) {
  }
  while (simplify_values() && drop_rows()) {
  }
}

// Values as equal as computing them in another order allows.
bool same_cell(const Cell& a, const Cell& b) {
  const auto number = [](const Cell& cell) -> std::optional<double> {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&cell)) return *real;
    if (const auto* flag = std::get_if<bool>(&cell)) return *flag ? 1 : 0;
    return {};
  };
  const auto x = number(a), y = number(b);
  if (x && y) return std::fabs(*x - *y) <= 1e-9 + 1e-6 * std::max(std::fabs(*x), std::fabs(*y));
  return a.index() == b.index() && model::display(a) == model::display(b);
}

bool same_row(const model::Row& a, const model::Row& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!same_cell(a[i], b[i])) return false;
  return true;
}

}  // namespace

bool rows_differ(const Table& left, const Table& right, bool ordered) {
  if (left.columns.size() != right.columns.size() || left.rows.size() != right.rows.size()) return true;
  std::vector<bool> taken(right.rows.size());
  for (std::size_t i = 0; i < left.rows.size(); ++i) {
    // Mostly the row stands at the same place.
    std::size_t found = !taken[i] && same_row(left.rows[i], right.rows[i]) ? i : right.rows.size();
    for (std::size_t j = 0; !ordered && found == right.rows.size() && j < right.rows.size(); ++j)
      if (!taken[j] && same_row(left.rows[i], right.rows[j])) found = j;
    if (found == right.rows.size()) return true;
    taken[found] = true;
  }
  return false;
}

Result<SearchResult> find_counterexample(const SearchRequest& request) {
  LR_TRY(auto trials, sql::Trials::open(empty_tables(request.constraints), request.today, request.dialect));
  LR_TRY([[maybe_unused]] auto left, trials->add(request.left));
  LR_TRY([[maybe_unused]] auto right, trials->add(request.right));
  std::vector<std::size_t> conditions;
  for (const ConstrainedTable& table : request.constraints.tables)
    for (const std::string& condition : table.conditions) {
      LR_TRY(auto number, trials->add("select 1 from \"" + table.name + "\" where not (" + condition + ")"));
      conditions.push_back(number);
    }
  std::vector<std::string> texts = {request.left, request.right};
  for (const ConstrainedTable& table : request.constraints.tables)
    texts.insert(texts.end(), table.conditions.begin(), table.conditions.end());
  Search search(request, *trials, std::move(conditions), pools_for(request.constraints, texts, request.today));
  return search.run();
}

Result<Json> answer_counterexample(const Json& body) {
  base::FieldReader fields(body, "body");
  SearchRequest request;
  request.left = fields.lines("left");
  request.right = fields.lines("right");
  if (fields.has("dialect"))
    request.dialect = fields.one_of("dialect", {"redshift", "sqlite"}) == "sqlite" ? model::Dialect::sqlite : model::Dialect::redshift;
  const bool ordered = fields.boolean_or("ordered", false);
  request.seed = static_cast<std::uint64_t>(fields.integer_or("seed", 0));
  request.budget_ms = std::clamp(fields.number_or("budget_ms", 300), 1.0, 60'000.0);
  request.today = fields.text_or("today", "2024-01-31");
  const Json& schema = fields.object("schema");
  const Json& constraints = fields.array_or_empty("constraints");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  LR_TRY(request.constraints, constraints_from_json(schema, constraints));
  request.differ = [ordered](const Table& a, const Table& b) { return rows_differ(a, b, ordered); };
  LR_TRY(auto result, find_counterexample(request));

  Json answer = {{"found", result.found.has_value()}, {"tables", nullptr}, {"n_rows", 0},       {"left", nullptr},
                 {"right", nullptr},                  {"tried", result.n_tried}, {"elapsed_ms", result.elapsed_ms}};
  if (!result.found) return answer;
  auto tables = empty_tables(request.constraints);
  answer["tables"] = Json::object();
  for (std::size_t t = 0; t < tables.size(); ++t) {
    tables[t].second.rows = result.found->rows[t];
    tables[t].second.n_rows = static_cast<std::int64_t>(result.found->rows[t].size());
    answer["tables"][tables[t].first] = model::to_json(tables[t].second);
  }
  answer["n_rows"] = count_rows(result.found->rows);
  answer["left"] = model::to_json(result.found->left);
  answer["right"] = model::to_json(result.found->right);
  return answer;
}

}  // namespace loopready::engine
