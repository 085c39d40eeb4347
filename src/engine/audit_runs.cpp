// Rules that run the item's queries: the answer, other answers, traps, and answers that must not pass.
#include "base/date.h"
#include "base/text.h"
#include "engine/audit_rules.h"
#include "engine/compare.h"
#include "engine/grade_sql.h"

namespace loopready::engine {
namespace {

using model::Dataset;
using model::Item;
using model::Table;
using model::World;

constexpr double kRunMs = 1'000;
constexpr std::int64_t kMaxSteps = 1'000'000;

// Whether a value can stand in a contract column of this type.
bool fits_contract(const model::Cell& cell, const std::string& type) {
  if (std::holds_alternative<std::monostate>(cell)) return true;
  const bool whole = std::holds_alternative<std::int64_t>(cell);
  const auto* text = std::get_if<std::string>(&cell);
  if (type == "integer") {
    const auto* real = std::get_if<double>(&cell);
    return whole || (real != nullptr && *real == static_cast<double>(static_cast<std::int64_t>(*real)));
  }
  if (type == "number") return whole || std::holds_alternative<double>(cell);
  if (type == "boolean") return std::holds_alternative<bool>(cell);
  if (type == "date" || type == "timestamp") return text != nullptr && base::parse_instant_us(*text);
  return text != nullptr;
}

void audit_contract_types(const Item& item, const Table& table, const Dataset& dataset, Report& report) {
  for (std::size_t c = 0; c < item.contract.columns.size(); ++c)
    for (const model::Row& row : table.rows)
      if (!fits_contract(row[c], item.contract.columns[c].type)) {
        report.find("contract-matches", "/contract/columns/" + std::to_string(c),
                    "On \"" + dataset.slug + "\" the answer gives " + model::display(row[c]) + " in " +
                        item.contract.columns[c].name + ", which is no " + item.contract.columns[c].type + ".");
        return;
      }
}

// -1, 0, 1; NULLs last ascending, as Redshift sorts.
int ranked(const model::Cell& a, const model::Cell& b, model::TypeClass type) {
  const bool a_null = std::holds_alternative<std::monostate>(a), b_null = std::holds_alternative<std::monostate>(b);
  if (a_null || b_null) return a_null == b_null ? 0 : a_null ? 1 : -1;
  if (equal_cells(a, b, type, 0)) return 0;
  const auto number = [](const model::Cell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&cell)) return *real;
    if (const auto* flag = std::get_if<bool>(&cell)) return *flag ? 1.0 : 0.0;
    return 0.0;
  };
  const auto *x = std::get_if<std::string>(&a), *y = std::get_if<std::string>(&b);
  if (x != nullptr && y != nullptr) return *x < *y ? -1 : 1;
  return number(a) < number(b) ? -1 : 1;
}

void audit_order(const Item& item, const Table& table, const Dataset& dataset, Report& report) {
  const auto terms = order_terms(item.contract);
  if (!terms) return;
  for (std::size_t r = 1; r < table.rows.size(); ++r)
    for (const OrderTerm& term : terms.value()) {
      const int order = ranked(table.rows[r - 1][term.column], table.rows[r][term.column],
                               model::type_class(item.contract.columns[term.column].type));
      if (order == 0) continue;
      if ((order > 0) != term.descending)
        return report.find("order-holds", "/answer",
                           "On \"" + dataset.slug + "\" the answer's row " + std::to_string(r + 1) +
                               " is out of the contract's order.");
      break;
    }
}

// False when the answer does not run everywhere, so that nothing can be compared with it.
bool audit_answer(const Item& item, const World& world, std::vector<Table>& expected, Report& report) {
  bool all = true;
  for (const Dataset& dataset : item.datasets) {
    const auto run = run_on_dataset(item, world, dataset, item.answer, kRunMs);
    if (!run || run.value().sql_error || !run.value().table) {
      const std::string why = !run ? run.error().text
                              : run.value().sql_error ? run.value().sql_error->text + " " + run.value().sql_error->hint
                                                      : model::stopped_sentence(run.value().stopped);
      report.find("answer-runs", "/answer", "On \"" + dataset.slug + "\": " + why);
      all = false;
      continue;
    }
    if (run.value().cost.steps >= kMaxSteps)
      report.find("within-budget", "/answer",
                  "On \"" + dataset.slug + "\" the answer takes " + std::to_string(run.value().cost.steps) + " steps.");
    auto table = in_contract_order(*run.value().table, item.contract);
    if (!table) {
      report.find("contract-matches", "/contract/columns", "On \"" + dataset.slug + "\": " + table.error().text);
      all = false;
      continue;
    }
    audit_contract_types(item, table.value(), dataset, report);
    audit_order(item, table.value(), dataset, report);
    expected.push_back(std::move(table).value());
  }
  return all;
}

std::string rows_text(const Table& table) {
  base::Json rows = base::Json::array();
  for (const model::Row& row : table.rows) {
    base::Json cells = base::Json::array();
    for (const model::Cell& cell : row) cells.push_back(model::to_json(cell));
    rows.push_back(std::move(cells));
  }
  return base::to_text(rows);
}

// Why a text is not graded right, or nothing.
std::string fault(const Item& item, const World& world, const std::string& sql) {
  std::vector<std::string> asked;
  for (const model::Fact& fact : item.facts) asked.push_back(fact.ask);
  const auto verdict = grade_sql({item, world, sql, 0, asked});
  if (!verdict) return verdict.error().text;
  if (verdict.value().right) return {};
  std::string text = verdict.value().reasons.front().text;
  if (!verdict.value().shown) return text;
  const model::Shown& shown = *verdict.value().shown;
  text += " (dataset \"" + shown.dataset + "\")";
  if (!shown.made) return text;
  for (const auto& [name, table] : shown.tables) text += " " + name + " " + rows_text(table);
  return text + " gives " + rows_text(shown.got) + ", expected " + rows_text(shown.expected);
}

void audit_trap_runs(const Item& item, const World& world, const std::vector<Table>& expected, Report& report) {
  bool one_fools = false;
  for (std::size_t t = 0; t < item.traps.size(); ++t) {
    const model::Trap& trap = item.traps[t];
    const std::string at = "/traps/" + std::to_string(t);
    bool runs = true;
    for (std::size_t d = 0; d < item.datasets.size() && runs; ++d) {
      const Dataset& dataset = item.datasets[d];
      const auto run = run_on_dataset(item, world, dataset, trap.sql, kRunMs);
      if (!run || !run.value().table) {
        const std::string why = !run ? run.error().text
                                : run.value().sql_error
                                    ? run.value().sql_error->text + " " + run.value().sql_error->hint
                                    : model::stopped_sentence(run.value().stopped);
        report.find("trap-runs", at, "On \"" + dataset.slug + "\" the trap \"" + trap.slug + "\" fails: " + why);
        runs = false;
        continue;
      }
      const bool right = compare(*run.value().table, expected[d], item.contract).equal;
      if (right && dataset.shown) one_fools = true;
      if (right && dataset.slug == trap.shown_by)
        report.find("trap-differs", at,
                    "The trap \"" + trap.slug + "\" is right on \"" + dataset.slug + "\", which is said to show it.");
    }
  }
  if (!one_fools && !item.traps.empty() && model::shown_dataset(item) != nullptr)
    report.find("trap-fools-the-sample", "/traps",
                "Every trap is wrong on the shown dataset, so none teaches to look further.");
}

}  // namespace

void audit_runs(const Item& item, const World& world, Report& report) {
  std::vector<Table> expected;
  if (item.datasets.empty() || !audit_answer(item, world, expected, report)) return;
  for (std::size_t i = 0; i < item.also.size(); ++i)
    if (const std::string why = fault(item, world, item.also[i].sql); !why.empty())
      report.find("also-agrees", "/also/" + std::to_string(i),
                  "\"" + item.also[i].name + "\" is not graded right: " + why);
  audit_trap_runs(item, world, expected, report);
  bool all_empty = true;
  for (const Table& table : expected) all_empty = all_empty && table.rows.empty();
  if (all_empty) report.find("empty-fails", "/datasets", "No dataset expects a row, so an answer without any would do.");
  if (!base::trim(item.start).empty() && fault(item, world, item.start).empty())
    report.find("start-fails", "/start", "The starting text is graded right.");
}

}  // namespace loopready::engine
