#include "model/table.h"

#include <cmath>

#include "base/text.h"

namespace loopready::model {

using base::Error;
using base::ErrorKind;
using base::FieldReader;
using base::Json;
using base::Result;

Json to_json(const Cell& cell) {
  return std::visit(
      [](const auto& value) -> Json {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) return nullptr;
        else return value;
      },
      cell);
}

Json to_json(const Table& table) {
  Json columns = Json::array();
  for (const Column& column : table.columns) columns.push_back({{"name", column.name}, {"type", column.type}});
  Json rows = Json::array();
  for (const Row& row : table.rows) {
    Json cells = Json::array();
    for (const Cell& cell : row) cells.push_back(to_json(cell));
    rows.push_back(std::move(cells));
  }
  return {{"columns", std::move(columns)}, {"rows", std::move(rows)}, {"n_rows", table.n_rows}, {"cut", table.cut}};
}

Result<Cell> cell_from_json(const Json& json, const std::string& where) {
  switch (json.type()) {
    case Json::value_t::null: return Cell{};
    case Json::value_t::boolean: return Cell{json.get<bool>()};
    case Json::value_t::string: return Cell{*json.get_ptr<const std::string*>()};
    case Json::value_t::number_float: return Cell{json.get<double>()};
    case Json::value_t::number_integer: return Cell{json.get<std::int64_t>()};
    case Json::value_t::number_unsigned:
      if (json.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX)) return Cell{json.get<std::int64_t>()};
      return Cell{json.get<double>()};
    default: return Error{ErrorKind::bad_input, where, "A cell holds a text, a number, true, false or null."};
  }
}

Result<Row> row_from_json(const Json& json, std::size_t n_columns, const std::string& where) {
  if (!json.is_array()) return Error{ErrorKind::bad_input, where, "A row is a list of cells."};
  if (json.size() != n_columns)
    return Error{ErrorKind::bad_input, where,
                 "This row has " + base::count_of(static_cast<std::int64_t>(json.size()), "cell") + ", the table has " +
                     base::count_of(static_cast<std::int64_t>(n_columns), "column") + "."};
  return base::read_all<Cell>(json, where, cell_from_json);
}

Result<Table> table_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  Table table;
  const Json& columns = fields.array("columns");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string path = fields.path("columns") + "/" + std::to_string(i);
    if (columns[i].is_string()) {
      table.columns.push_back({columns[i].get<std::string>(), ""});
      continue;
    }
    FieldReader column(columns[i], path);
    Column one{column.text("name"), column.text_or("type", "")};
    column.allow("about");
    LR_TRY([[maybe_unused]] auto column_done, column.finish());
    table.columns.push_back(std::move(one));
  }
  const Json& rows = fields.array("rows");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    LR_TRY(auto row, row_from_json(rows[i], table.columns.size(), fields.path("rows") + "/" + std::to_string(i)));
    table.rows.push_back(std::move(row));
  }
  table.n_rows = fields.integer_or("n_rows", static_cast<std::int64_t>(table.rows.size()));
  table.cut = fields.boolean_or("cut", false);
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return table;
}

std::string display(const Cell& cell) {
  struct Show {
    std::string operator()(std::monostate) const { return "NULL"; }
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return base::shortest(value); }
    std::string operator()(const std::string& value) const { return value; }
  };
  return std::visit(Show{}, cell);
}

TypeClass type_class(std::string_view sql_type) {
  const std::string_view type = base::trim(sql_type);
  const auto starts = [&](std::string_view head) { return base::equal_ignoring_case(type.substr(0, head.size()), head); };
  if (type.empty()) return TypeClass::unknown;
  if (starts("timestamp")) return TypeClass::timestamp;
  if (starts("date")) return starts("datetime") ? TypeClass::timestamp : TypeClass::date;
  if (starts("bool")) return TypeClass::boolean;
  if (starts("int") && !starts("interval")) return TypeClass::integer;
  if (starts("bigint") || starts("smallint")) return TypeClass::integer;
  if (starts("num") || starts("dec") || starts("real") || starts("double") || starts("float")) return TypeClass::number;
  if (starts("varchar") || starts("char") || starts("text") || starts("nvarchar") || starts("bpchar")) return TypeClass::text;
  return TypeClass::unknown;
}

}  // namespace loopready::model
