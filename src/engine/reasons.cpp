#include "engine/reasons.h"

#include "base/text.h"

namespace loopready::engine {

using model::Contract;
using model::Reason;
using model::Row;

namespace {

std::string shown(const model::Cell& cell) {
  std::string text = model::display(cell);
  if (text.size() > 40) text = text.substr(0, 37) + "...";
  return std::holds_alternative<std::string>(cell) ? "'" + text + "'" : text;
}

// "user_id 7, days 3": at most four columns.
std::string row_text(const Row& row, const Contract& contract) {
  std::string text;
  for (std::size_t i = 0; i < row.size() && i < contract.columns.size() && i < 4; ++i)
    text += (i > 0 ? ", " : "") + contract.columns[i].name + " " + shown(row[i]);
  return row.size() > 4 ? text + ", ..." : text;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + ("`" + names[i] + "`");
  return text;
}

std::string rows_text(const std::vector<Row>& rows, std::int64_t n, const Contract& contract) {
  std::string text;
  for (std::size_t i = 0; i < rows.size() && i < 2; ++i)
    text += (i > 0 ? "; " : "") + ("(" + row_text(rows[i], contract) + ")");
  return n > 2 ? "such as " + text : text;
}

void column_reasons(const Comparison& comparison, std::vector<Reason>& reasons) {
  const model::Diff& diff = comparison.diff;
  if (comparison.only_names_wrong) {
    std::string text = "Every value is right, but ";
    for (std::size_t i = 0; i < diff.missing_columns.size() && i < comparison.wrong_names.size(); ++i)
      text += (i > 0 ? ", " : "") +
              ("the column `" + comparison.wrong_names[i] + "` must be called `" + diff.missing_columns[i] + "`");
    reasons.push_back({"columns", text + ": add it with AS."});
    return;
  }
  if (!diff.missing_columns.empty())
    reasons.push_back({"columns", "Your result has no column called " + listed(diff.missing_columns) +
                                      ". Names count: use AS where you compute one."});
  if (!diff.extra_columns.empty())
    reasons.push_back({"columns", "Your result has " +
                                      std::string(diff.extra_columns.size() == 1 ? "a column" : "columns") +
                                      " nobody asked for: " + listed(diff.extra_columns) + "."});
}

void wrong_value_reason(const Comparison& comparison, const Contract& contract, std::vector<Reason>& reasons) {
  const model::Diff& diff = comparison.diff;
  if (diff.n_wrong_value == 0) return;
  const model::WrongValue& first = diff.wrong_value.front();
  std::string key;
  for (std::size_t i = 0; i < contract.columns.size(); ++i) {
    const std::string& name = contract.columns[i].name;
    bool wrong = false;
    for (const std::string& one : first.columns) wrong = wrong || one == name;
    if (!wrong && key.size() < 80) key += (key.empty() ? "" : ", ") + name + " " + shown(first.expected[i]);
  }
  std::string text = diff.n_wrong_value == 1 ? "One row has a wrong value"
                                             : base::count_of(diff.n_wrong_value, "row") + " have wrong values";
  text += ". ";
  if (!key.empty()) text += "For " + key + " ";
  for (std::size_t c = 0; c < first.columns.size(); ++c)
    for (std::size_t i = 0; i < contract.columns.size(); ++i)
      if (contract.columns[i].name == first.columns[c])
        text += (c > 0         ? "; "
                 : key.empty() ? "Your "
                               : "your ") +
                ("`" + first.columns[c] + "` is ") + shown(first.got[i]) + ", but " + shown(first.expected[i]) +
                " is right";
  reasons.push_back({"wrong_value", text + "."});
}

bool same_as_expected(const Row& row, const Contract& contract, const model::Table& expected) {
  for (const Row& one : expected.rows) {
    bool equal = one.size() == row.size();
    for (std::size_t i = 0; equal && i < row.size(); ++i)
      equal = equal_cells(row[i], one[i], model::type_class(contract.columns[i].type), contract.tolerance);
    if (equal) return true;
  }
  return false;
}

}  // namespace

std::vector<Reason> reasons_for(const Comparison& comparison, const Contract& contract, const model::Dataset& dataset,
                                const model::Table& expected) {
  std::vector<Reason> reasons;
  const model::Diff& diff = comparison.diff;
  if (comparison.columns_wrong) {
    column_reasons(comparison, reasons);
    return reasons;
  }
  if (diff.n_missing > 0)
    reasons.push_back(
        {"missing_rows",
         (diff.n_missing == 1 ? "1 row is missing: " : base::count_of(diff.n_missing, "row") + " are missing: ") +
             rows_text(diff.missing, diff.n_missing, contract) + "."});
  if (diff.n_extra > 0) {
    std::string text =
        diff.n_extra == 1 ? "1 row is too many: " : base::count_of(diff.n_extra, "row") + " are too many: ";
    text += rows_text(diff.extra, diff.n_extra, contract) + ".";
    if (!diff.extra.empty() && same_as_expected(diff.extra.front(), contract, expected))
      text += " That row stands there more often than it should: look for a join that repeats rows.";
    reasons.push_back({"extra_rows", text});
  }
  wrong_value_reason(comparison, contract, reasons);
  if (diff.wrong_order)
    reasons.push_back(
        {"wrong_order", "The rows are right, but their order isn't: sort by " + listed(contract.order) + "."});
  if (reasons.empty()) reasons.push_back({"extra_rows", "Your result has more rows than can be compared here."});
  if (!dataset.shown && !dataset.about.empty())
    reasons.front().text = "In the case \"" + dataset.about + "\": " + reasons.front().text;
  return reasons;
}

std::vector<Reason> right_reasons(const Comparison& comparison, std::size_t n_datasets, const Contract& contract) {
  std::string text =
      n_datasets == 1 ? "Right on the dataset" : "Right on all " + std::to_string(n_datasets) + " datasets";
  text += contract.order.empty() ? ": the same rows, in any order." : ": the same rows in the order asked for.";
  std::vector<Reason> reasons{{"right", text}};
  for (const std::string& one : comparison.forgiven) reasons.push_back({"forgiven", one});
  return reasons;
}

Reason sql_error_reason(const model::SqlError& error) {
  std::string text = "Your query doesn't run. " + error.text;
  if (error.line > 0)
    text += " (Line " + std::to_string(error.line) + ", column " + std::to_string(error.column) + ".)";
  if (!error.hint.empty()) text += " " + error.hint;
  return {"sql_error", text};
}

}  // namespace loopready::engine
