// A world: the shared setting and the table definitions that a family of exercises draws on.
// Here: World and its JSON (content/worlds/<slug>.json).  Not here: rows; those stand in each item's datasets.
// Terms: a table's slug is unique in the world; two tables may share a SQL name, since two teams keep "orders" differently.
// Errors: bad_input with a path; unknown and missing keys are refused.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"

namespace loopready::model {

struct WorldColumn {
  std::string name;
  std::string type;
  std::string about;      // one sentence for the learner
  bool nullable = false;  // "null": true in the file
};

struct ForeignKey {
  std::vector<std::string> columns;
  std::string table;  // SQL name
  std::vector<std::string> to;
};

struct WorldTable {
  std::string slug;   // "prime-orders"
  std::string name;   // as SQL says it: "orders"
  std::string grain;  // "one row per order"
  std::vector<WorldColumn> columns;
  std::vector<std::string> primary_key;  // "primary"; empty when duplicates are possible
  std::vector<ForeignKey> foreign_keys;  // "foreign"
  std::vector<std::vector<std::string>> unique_keys;  // "unique": other sets of columns whose values occur once
  std::vector<std::string> conditions;   // "checks": SQL that is true of every row, such as "units > 0"
};

struct World {
  std::string slug;
  std::string title;
  std::string story;  // Markdown
  std::vector<WorldTable> tables;
};

const WorldTable* find_table(const World& world, std::string_view slug);

base::Json to_json(const World& world);
base::Result<World> world_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
