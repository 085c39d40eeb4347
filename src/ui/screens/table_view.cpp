#include "ui/screens/table_view.h"

#include <algorithm>
#include <memory>

#include "base/text.h"

namespace loopready::screens {
namespace {

bool numeric(const model::Table& table, std::size_t column) {
  const model::TypeClass type = model::type_class(table.columns[column].type);
  if (type == model::TypeClass::integer || type == model::TypeClass::number) return true;
  if (type != model::TypeClass::unknown || table.rows.empty()) return false;
  return std::all_of(table.rows.begin(), table.rows.end(), [&](const model::Row& row) {
    return std::holds_alternative<std::int64_t>(row[column]) || std::holds_alternative<double>(row[column]) ||
           std::holds_alternative<std::monostate>(row[column]);
  });
}

double number_of(const model::Cell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&cell)) return *real;
  return 0;
}

kit::TableCell plain_cell(const model::Cell& cell) {
  kit::TableCell shown;
  shown.text = model::display(cell);
  shown.null = std::holds_alternative<std::monostate>(cell);
  shown.number = number_of(cell);
  return shown;
}

struct Mark {
  kit::Tone tone = kit::Tone::normal;
  std::vector<std::string> columns;  // empty: the whole row
};

// Each listed row marks one row of the table that reads the same; duplicates are marked one by one.
std::vector<Mark> marks_for(const model::Table& table, const model::Diff& diff, Side side) {
  std::vector<Mark> marks(table.rows.size());
  const auto mark_one = [&](const model::Row& row, Mark mark) {
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      if (marks[i].tone != kit::Tone::normal || table.rows[i] != row) continue;
      marks[i] = std::move(mark);
      return;
    }
  };
  for (const model::WrongValue& wrong : diff.wrong_value)
    mark_one(side == Side::got ? wrong.got : wrong.expected,
             {side == Side::got ? kit::Tone::bad : kit::Tone::good, wrong.columns});
  for (const model::Row& row : side == Side::got ? diff.extra : diff.missing)
    mark_one(row, {side == Side::got ? kit::Tone::bad : kit::Tone::good, {}});
  return marks;
}

}  // namespace

kit::TableView table_view(std::string name, const model::Table& table, float max_height) {
  kit::TableView view;
  view.name = std::move(name);
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    view.columns.push_back({table.columns[i].name, table.columns[i].type, numeric(table, i)});
  view.n_rows = static_cast<int>(table.rows.size());
  view.max_height = max_height;
  view.cell = [&table](int row, int column) {
    return plain_cell(table.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
  };
  return view;
}

kit::TableView marked_view(std::string name, const model::Table& table, const model::Diff& diff, Side side, float max_height) {
  kit::TableView view = table_view(std::move(name), table, max_height);
  auto marks = std::make_shared<std::vector<Mark>>(marks_for(table, diff, side));
  view.cell = [&table, marks, side](int row, int column) {
    const Mark& mark = (*marks)[static_cast<std::size_t>(row)];
    kit::TableCell cell = plain_cell(table.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
    if (mark.tone == kit::Tone::normal) return cell;
    const std::string& name_of = table.columns[static_cast<std::size_t>(column)].name;
    const bool here = mark.columns.empty() ||
                      std::any_of(mark.columns.begin(), mark.columns.end(),
                                  [&](const std::string& one) { return base::equal_ignoring_case(one, name_of); });
    if (here) {
      cell.tone = mark.tone;
      cell.marked = true;
      cell.mark = side == Side::expected ? "not so in your result" : mark.columns.empty() ? "row not expected" : "other value expected";
    }
    return cell;
  };
  return view;
}

std::string tab_separated(const model::Table& table) {
  std::string text;
  const auto put = [&](const std::string& value, bool last) {
    for (const char c : value) text += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    text += last ? '\n' : '\t';
  };
  for (std::size_t i = 0; i < table.columns.size(); ++i) put(table.columns[i].name, i + 1 == table.columns.size());
  for (const model::Row& row : table.rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      put(std::holds_alternative<std::monostate>(row[i]) ? "" : model::display(row[i]), i + 1 == row.size());
  return text;
}

}  // namespace loopready::screens
