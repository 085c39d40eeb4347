// ALTER TABLE: columns are added, renamed, dropped, and given other types. SQLite keeps a column's type for good: the
// table is made anew where one changes.
#include <algorithm>

#include "base/text.h"
#include "sql/cells.h"
#include "sql/setup_reader.h"

namespace loopready::sql {

using base::Result;

namespace {

std::string without(std::string text, const std::string& part) {
  if (const std::size_t at = text.find(part); at != std::string::npos) text.erase(at, part.size());
  return text;
}

}  // namespace

Result<std::string> SetupReader::alter_table() {
  take_all({"if", "exists"});
  take("only");
  const std::string named = name();
  std::string all;
  std::vector<Retyped> changes;
  do {
    const std::size_t before = at_;
    if (take("add")) {
      LR_TRY(const std::string added, add_column(named));
      all += added;
    } else if (take("rename")) {
      all += rename(named);
    } else if (take("drop")) {
      if (sees("constraint")) return std::string();
      take("column");
      take_all({"if", "exists"});
      changes.push_back({name(), "", "", true});
    } else if (take("alter")) {
      take("column");
      Retyped change;
      change.column = name();
      take_all({"set", "data"});
      if (take("type")) {
        change.type = column_type();
        const std::size_t value = at_;
        if (take("using")) change.value = typed(value + 1, clause_end({","}));
        changes.push_back(std::move(change));
      }
    }
    if (at_ == before) ++at_;
    while (at_ <= last_ && !sees(",")) skip();
  } while (take(","));
  if (changes.empty()) return all;
  LR_TRY(const std::string made, make_anew(named, changes));
  return all + made;
}

Result<std::string> SetupReader::add_column(const std::string& named) {
  for (const char* one : {"constraint", "primary", "foreign", "unique", "check"})
    if (sees(one)) return std::string();
  take("column");
  take_all({"if", "not", "exists"});
  SetupTable added;
  std::string keys;
  // SQLite adds neither keys nor columns that may not be NULL.
  std::string declared = column(added, keys);
  for (const char* one : {" PRIMARY KEY", " UNIQUE", " NOT NULL"}) declared = without(declared, one);
  if (added.columns.empty()) return std::string();
  const SetupColumn& one = added.columns[0];
  const std::string quoted = quoted_name(named);
  std::string all = "ALTER TABLE " + quoted + " ADD COLUMN " + declared + ";";
  if (one.counted)
    all += "UPDATE " + quoted + " SET " + quoted_name(one.name) + " = lr_set.n FROM (SELECT rowid AS lr_row, row_number() " +
           "OVER (ORDER BY rowid) AS n FROM " + quoted + ") AS lr_set WHERE " + quoted + ".rowid = lr_set.lr_row;";
  if (!one.otherwise.empty()) {
    LR_TRY(const std::string value, query("SELECT " + one.otherwise, nullptr));
    all += "UPDATE " + quoted + " SET " + quoted_name(one.name) + " = (" + value + ");";
  }
  if (SetupTable* made = setup_.table(named)) made->columns.push_back(one);
  return all;
}

std::string SetupReader::rename(const std::string& named) {
  SetupTable* made = setup_.table(named);
  if (take("to")) {
    const std::string renamed = name();
    if (made != nullptr) made->name = renamed;
    return "ALTER TABLE " + quoted_name(named) + " RENAME TO " + quoted_name(renamed) + ";";
  }
  if (sees("constraint")) return {};
  take("column");
  const std::string from = name();
  take("to");
  const std::string to = name();
  if (made != nullptr)
    for (SetupColumn& one : made->columns)
      if (base::equal_ignoring_case(one.name, from)) one.name = to;
  return "ALTER TABLE " + quoted_name(named) + " RENAME COLUMN " + quoted_name(from) + " TO " + quoted_name(to) + ";";
}

Result<std::string> SetupReader::make_anew(const std::string& named, const std::vector<Retyped>& changes) {
  const SchemaTable* known = find_table(schema_, named);
  if (known == nullptr) return typed(first_, last_ + 1);
  SetupTable* made = setup_.table(named);
  std::string columns, values, inputs, stored_values;
  std::vector<SetupColumn> kept;
  for (const model::Column& one : known->columns) {
    const auto change = std::find_if(changes.begin(), changes.end(), [&](const Retyped& other) {
      return base::equal_ignoring_case(other.column, one.name);
    });
    if (change != changes.end() && change->dropped) continue;
    SetupColumn column;
    column.name = one.name;
    column.type = change != changes.end() ? change->type : one.type;
    if (made != nullptr)
      for (const SetupColumn& other : made->columns)
        if (base::equal_ignoring_case(other.name, one.name)) {
          column.otherwise = other.otherwise;
          column.counted = other.counted;
        }
    const std::string input = "c" + std::to_string(kept.size() + 1);
    const std::string value = change != changes.end() && !change->value.empty() ? change->value : quoted_name(one.name);
    columns += (kept.empty() ? "" : ", ") + quoted_name(one.name) + storage_type(column.type);
    values += (kept.empty() ? "(" : ", (") + value + ") AS " + input;
    inputs += (kept.empty() ? "" : ", ") + input;
    stored_values += (kept.empty() ? "" : ", ") + (change != changes.end() ? stored(input, column.type) : input);
    kept.push_back(std::move(column));
  }
  if (kept.empty()) return typed(first_, last_ + 1);
  LR_TRY(const std::string rows, query("SELECT " + values + " FROM " + quoted_name(named), nullptr));
  if (made != nullptr) {
    made->columns = kept;
    for (const Retyped& change : changes)
      if (change.dropped && std::find(made->key.begin(), made->key.end(), change.column) != made->key.end())
        made->key.clear();
  } else {
    SetupTable table;
    table.name = named;
    table.columns = kept;
    setup_.tables_.push_back(std::move(table));
  }
  return "CREATE TABLE lr_anew (" + columns + "); INSERT INTO lr_anew WITH lr_rows (" + inputs + ") AS (" + rows +
         ") SELECT " + stored_values + " FROM lr_rows; DROP TABLE " + quoted_name(named) +
         "; ALTER TABLE lr_anew RENAME TO " + quoted_name(named);
}

}  // namespace loopready::sql
