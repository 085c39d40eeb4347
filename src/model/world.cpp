#include "model/world.h"

namespace loopready::model {

using base::FieldReader;
using base::Json;
using base::Result;

namespace {

Result<WorldColumn> column_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  WorldColumn column{fields.text("name"), fields.text("type"), fields.text("about"), fields.boolean_or("null", false)};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return column;
}

Result<ForeignKey> foreign_key_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  ForeignKey key{fields.texts("columns"), fields.text("table"), fields.texts("to")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return key;
}

Result<std::vector<std::string>> names_from_json(const Json& json, const std::string& where) {
  std::vector<std::string> names;
  if (json.is_array())
    for (const Json& name : json)
      if (name.is_string()) names.push_back(name.get<std::string>());
  if (names.empty() || names.size() != json.size())
    return base::Error{base::ErrorKind::bad_input, where, "A list of column names is needed here."};
  return names;
}

Result<WorldTable> world_table_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  WorldTable table;
  table.slug = fields.text("slug");
  table.name = fields.text("name");
  table.grain = fields.text("grain");
  LR_TRY(table.columns, base::read_all<WorldColumn>(fields.array("columns"), fields.path("columns"), column_from_json));
  table.primary_key = fields.texts_or_empty("primary");
  LR_TRY(table.foreign_keys,
         base::read_all<ForeignKey>(fields.array_or_empty("foreign"), fields.path("foreign"), foreign_key_from_json));
  LR_TRY(table.unique_keys,
         base::read_all<std::vector<std::string>>(fields.array_or_empty("unique"), fields.path("unique"), names_from_json));
  table.conditions = fields.texts_or_empty("checks");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return table;
}

}  // namespace

const WorldTable* find_table(const World& world, std::string_view slug) {
  for (const WorldTable& table : world.tables)
    if (table.slug == slug) return &table;
  return nullptr;
}

Json to_json(const World& world) {
  Json tables = Json::array();
  for (const WorldTable& table : world.tables) {
    Json columns = Json::array();
    for (const WorldColumn& column : table.columns)
      columns.push_back(
          {{"name", column.name}, {"type", column.type}, {"about", column.about}, {"null", column.nullable}});
    Json foreign = Json::array();
    for (const ForeignKey& key : table.foreign_keys)
      foreign.push_back({{"columns", key.columns}, {"table", key.table}, {"to", key.to}});
    tables.push_back({{"slug", table.slug},
                      {"name", table.name},
                      {"grain", table.grain},
                      {"columns", std::move(columns)},
                      {"primary", table.primary_key},
                      {"foreign", std::move(foreign)}});
    if (!table.unique_keys.empty()) tables.back()["unique"] = table.unique_keys;
    if (!table.conditions.empty()) tables.back()["checks"] = table.conditions;
  }
  return {{"slug", world.slug}, {"title", world.title}, {"story", world.story}, {"tables", std::move(tables)}};
}

Result<World> world_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  World world;
  world.slug = fields.text("slug");
  world.title = fields.text("title");
  world.story = fields.lines("story");
  LR_TRY(world.tables, base::read_all<WorldTable>(fields.array("tables"), fields.path("tables"), world_table_from_json));
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return world;
}

}  // namespace loopready::model
